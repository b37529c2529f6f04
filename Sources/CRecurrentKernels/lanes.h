// A template: V numbers that are worked on together.

typedef T VECTOR __attribute__((ext_vector_type(V), aligned(sizeof(T)), may_alias));
typedef INTEGER BITS __attribute__((ext_vector_type(V)));

#include EXPONENTIAL
#include "parts.h"
