#ifndef CLZMA_SHIM_H
#define CLZMA_SHIM_H
#include <lzma.h>
#include <string.h>

/* The importer can't see the macro that starts a stream. */

/* Starts to read .xz, of several streams all, in at most so many bytes of memory. */
static inline lzma_ret CLZMA_decoder_init(lzma_stream *stream, uint64_t memory) {
  memset(stream, 0, sizeof *stream);
  return lzma_stream_decoder(stream, memory, LZMA_CONCATENATED);
}
#endif
