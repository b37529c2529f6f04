#ifndef COUNTED_ALLOCATIONS_H
#define COUNTED_ALLOCATIONS_H

/// How often this thread has asked for memory; -1 where that cannot be counted.
long counted_allocations(void);

#endif
