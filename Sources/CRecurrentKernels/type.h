// A template: the kernels for one type of numbers at one width of registers.

#define V (4 * WIDTH / (long)sizeof(T))
#define NAMED FOUR
#include "lanes.h"
#undef NAMED
#undef V

#define V (WIDTH / (long)sizeof(T))
#define NAMED SINGLE
#include "lanes.h"
#include "product.h"
#include "cells.h"
#undef NAMED
#undef V
