// A template: the kernels for both types of numbers at one width of registers.

#define T float
#define TYPE_NAME f32
#define V (WIDTH / 4)
typedef T VECTOR __attribute__((ext_vector_type(V), aligned(4), may_alias));
typedef int BITS __attribute__((ext_vector_type(V)));
#include "product.h"

#include "exponential_f32.h"

#include "cells.h"
#undef T
#undef TYPE_NAME
#undef V

#define T double
#define TYPE_NAME f64
#define V (WIDTH / 8)
typedef T VECTOR __attribute__((ext_vector_type(V), aligned(8), may_alias));
typedef long long BITS __attribute__((ext_vector_type(V)));
#include "product.h"

#include "exponential_f64.h"

#include "cells.h"
#undef T
#undef TYPE_NAME
#undef V
