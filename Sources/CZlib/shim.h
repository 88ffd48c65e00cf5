#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H
#include <string.h>
#include <zlib.h>

/* The importer can't see the macros that start a stream. */

/* Starts to write gzip (RFC 1952); `Z_OK` on success. */
static inline int CZlib_deflate_init(z_stream *stream, int level) {
  memset(stream, 0, sizeof *stream);
  return deflateInit2(stream, level, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
}

/* Starts to read gzip; `Z_OK` on success. */
static inline int CZlib_inflate_init(z_stream *stream) {
  memset(stream, 0, sizeof *stream);
  return inflateInit2(stream, MAX_WBITS + 16);
}
#endif
