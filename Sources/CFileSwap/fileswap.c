// The call has a name of its own on each system, and Linux declares it for _GNU_SOURCE only,
// which Swift's importer does not set.
#define _GNU_SOURCE
#include "fileswap.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

int unroller_swap_names(const char *first, const char *second) {
#if defined(__linux__)
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
#elif defined(__APPLE__)
  return renamex_np(first, second, RENAME_SWAP);
#else
  errno = ENOSYS;
  return -1;
#endif
}
