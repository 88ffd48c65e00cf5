#ifndef CCURL_SHIM_H
#define CCURL_SHIM_H
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

/* curl_easy_setopt(3) and curl_easy_getinfo(3) take what Swift can't pass: a variable number of arguments. */

static inline CURLcode CCurl_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode CCurl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

/* The text is copied. */
static inline CURLcode CCurl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

/* The list must live as long as the handle. */
static inline CURLcode CCurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode CCurl_set_body(CURL *handle, curl_write_callback callback, void *owner) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, callback);
  return code ? code : curl_easy_setopt(handle, CURLOPT_WRITEDATA, owner);
}

static inline CURLcode CCurl_set_fields(CURL *handle, curl_write_callback callback, void *owner) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, callback);
  return code ? code : curl_easy_setopt(handle, CURLOPT_HEADERDATA, owner);
}

static inline CURLcode CCurl_set_progress(CURL *handle, curl_xferinfo_callback callback, void *owner) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, callback);
  if (!code) code = curl_easy_setopt(handle, CURLOPT_XFERINFODATA, owner);
  return code ? code : curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
}

static inline CURLcode CCurl_set_opening(CURL *handle, curl_opensocket_callback callback, void *owner) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, callback);
  return code ? code : curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, owner);
}

static inline CURLcode CCurl_status(CURL *handle, long *status) {
  return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, status);
}

/* To be called once, before anything else; 0 when it went well. */
static inline int CCurl_initialize(void) { return curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK; }

/* The bytes of an IP address in network order: 4, 16, or 0 for another kind of address. */
static inline int CCurl_address_bytes(const struct sockaddr *address, unsigned char bytes[16]) {
  if (address->sa_family == AF_INET) {
    memcpy(bytes, &((const struct sockaddr_in *)(const void *)address)->sin_addr, 4);
    return 4;
  }
  if (address->sa_family == AF_INET6) {
    memcpy(bytes, &((const struct sockaddr_in6 *)(const void *)address)->sin6_addr, 16);
    return 16;
  }
  return 0;
}

static inline const struct sockaddr *CCurl_address_of(const struct curl_sockaddr *address) { return &address->addr; }

static inline curl_socket_t CCurl_open(const struct curl_sockaddr *address) {
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static inline curl_socket_t CCurl_no_socket(void) { return CURL_SOCKET_BAD; }
#endif
