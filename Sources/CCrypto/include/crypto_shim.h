#ifndef UNROLLER_CRYPTO_SHIM_H
#define UNROLLER_CRYPTO_SHIM_H

#include <stddef.h>
#include <stdint.h>

/// A SHA-256 that is being fed, or NULL when the library refuses to start one.
void *unroller_sha256_begin(void);
void unroller_sha256_update(void *state, const uint8_t *bytes, size_t count);
/// Writes the 32 bytes of the hash; after it the state can only be ended.
void unroller_sha256_finish(void *state, uint8_t *hash);
void unroller_sha256_end(void *state);

#endif
