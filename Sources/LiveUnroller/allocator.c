/* What a Swift program without an operating system asks of C: memory.
 *
 * Blocks are powers of two; a block that is given back waits in the list of its size. Nothing is
 * split or joined: a run asks for the same few sizes again and again, so memory stops growing after
 * the first one of its kind. */
typedef __SIZE_TYPE__ size_t;

enum { PAGE = 65536, SMALLEST = 16, SIZES = 32 };

/* Before each block, 16 bytes long so that what follows stays aligned. */
typedef struct Header {
  size_t size;
  struct Header *next;
  size_t unused[2];
} Header;

extern unsigned char __heap_base;
static size_t top;
static Header *waiting[SIZES];

static void *taken(size_t bytes) {
  if (!top) top = ((size_t)&__heap_base + 15) & ~(size_t)15;
  size_t end = top + bytes;
  size_t have = (size_t)__builtin_wasm_memory_size(0) * PAGE;
  if (end > have) {
    size_t pages = (end - have + PAGE - 1) / PAGE;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) __builtin_trap();
  }
  void *place = (void *)top;
  top = end;
  return place;
}

void *malloc(size_t bytes) {
  size_t size = 0;
  while (((size_t)SMALLEST << size) < bytes) size++;
  Header *block = waiting[size];
  if (block) waiting[size] = block->next;
  else block = taken(sizeof(Header) + ((size_t)SMALLEST << size));
  block->size = size;
  return block + 1;
}

void free(void *place) {
  if (!place) return;
  Header *block = (Header *)place - 1;
  block->next = waiting[block->size];
  waiting[block->size] = block;
}

/* Swift asks through this one; every block is aligned to 16 bytes, and no more is ever needed. */
int posix_memalign(void **place, size_t alignment, size_t bytes) {
  if (alignment > 16) __builtin_trap();
  *place = malloc(bytes);
  return 0;
}

void *memset(void *place, int value, size_t bytes) {
  unsigned char *to = place;
  while (bytes--) *to++ = (unsigned char)value;
  return place;
}

void *memcpy(void *place, const void *source, size_t bytes) {
  unsigned char *to = place;
  const unsigned char *from = source;
  while (bytes--) *to++ = *from++;
  return place;
}

void *memmove(void *place, const void *source, size_t bytes) {
  unsigned char *to = place;
  const unsigned char *from = source;
  if (to < from) return memcpy(place, source, bytes);
  while (bytes--) to[bytes] = from[bytes];
  return place;
}
