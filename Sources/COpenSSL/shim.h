#ifndef COPENSSL_SHIM_H
#define COPENSSL_SHIM_H
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

/* One-shot digests: the importer cannot see the macros and the optional out-parameters of EVP. */

/* SHA-256 (FIPS 180-4) of `length` bytes into `digest` (32 bytes); 1 on success. */
static inline int COpenSSL_sha256(const void *bytes, size_t length, unsigned char *digest) {
  return EVP_Digest(bytes, length, digest, NULL, EVP_sha256(), NULL);
}

/* HMAC-SHA-256 (RFC 2104) of `length` bytes into `digest` (32 bytes); 1 on success. */
static inline int COpenSSL_hmac_sha256(const void *key, int key_length, const unsigned char *bytes, size_t length, unsigned char *digest) {
  unsigned int written = 32;
  return HMAC(EVP_sha256(), key, key_length, bytes, length, digest, &written) != NULL;
}
#endif
