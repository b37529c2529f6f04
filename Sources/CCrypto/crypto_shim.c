// libcrypto's own headers are macros over macros, which Swift's importer does not follow.
#include "crypto_shim.h"

#if !defined(__APPLE__)
#include <openssl/evp.h>

void *unroller_sha256_begin(void) {
  EVP_MD_CTX *state = EVP_MD_CTX_new();
  if (state && EVP_DigestInit_ex(state, EVP_sha256(), NULL) == 1) return state;
  EVP_MD_CTX_free(state);
  return NULL;
}

void unroller_sha256_update(void *state, const uint8_t *bytes, size_t count) {
  EVP_DigestUpdate(state, bytes, count);
}

void unroller_sha256_finish(void *state, uint8_t *hash) {
  EVP_DigestFinal_ex(state, hash, NULL);
}

void unroller_sha256_end(void *state) { EVP_MD_CTX_free(state); }
#endif
