// For tests alone: a program's own `malloc` stands in for the C library's in everything that is
// linked with it, Swift's runtime included.
#include "CountedAllocations.h"

#include <errno.h>
#include <stdlib.h>

#if defined(__GLIBC__)
extern void *__libc_malloc(size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static _Thread_local long count;

void *malloc(size_t size) {
  count++;
  return __libc_malloc(size);
}

int posix_memalign(void **place, size_t alignment, size_t size) {
  count++;
  *place = __libc_memalign(alignment, size);
  return *place ? 0 : ENOMEM;
}

long counted_allocations(void) { return count; }
#else
long counted_allocations(void) { return -1; }
#endif
