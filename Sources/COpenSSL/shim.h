#ifndef COPENSSL_SHIM_H
#define COPENSSL_SHIM_H
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>

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

/* A context for servers: TLS 1.2 and 1.3, forward secrecy and authenticated ciphers only (RFC 9325, 4.2; RFC 9113, 9.2). */
static inline SSL_CTX *COpenSSL_new_server_context(void) {
  SSL_CTX *context = SSL_CTX_new(TLS_server_method());
  if (!context) return NULL;
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                   SSL_OP_PRIORITIZE_CHACHA);
  SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
  if (SSL_CTX_set_cipher_list(context,
                              "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
                              "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
                              "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305") != 1 ||
      SSL_CTX_set_ciphersuites(context, "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256") != 1 ||
      SSL_CTX_set1_groups_list(context, "X25519:P-256:P-384") != 1 ||
      SSL_CTX_set_session_id_context(context, (const unsigned char *)"tarikh", 6) != 1) {
    SSL_CTX_free(context);
    return NULL;
  }
  SSL_CTX_set_num_tickets(context, 1);
  return context;
}

/* Says in a BIO's read callback that there is nothing now. */
static inline void COpenSSL_read_again(BIO *bio) { BIO_set_flags(bio, BIO_FLAGS_READ | BIO_FLAGS_SHOULD_RETRY); }

static inline void COpenSSL_clear_retry(BIO *bio) { BIO_clear_flags(bio, BIO_FLAGS_RWS | BIO_FLAGS_SHOULD_RETRY); }

/* A kind of BIO of this program's own. */
static inline BIO_METHOD *COpenSSL_new_bio_method(void) {
  return BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "memory of the event loop");
}
#endif
