// A template: the kernels for both types of numbers at one width of registers.

#define T float
#define TYPE_NAME f32
#define INTEGER int
#define EXPONENTIAL "exponential_f32.h"
#include "type.h"
#undef T
#undef TYPE_NAME
#undef INTEGER
#undef EXPONENTIAL

#define T double
#define TYPE_NAME f64
#define INTEGER long long
#define EXPONENTIAL "exponential_f64.h"
#include "type.h"
#undef T
#undef TYPE_NAME
#undef INTEGER
#undef EXPONENTIAL
