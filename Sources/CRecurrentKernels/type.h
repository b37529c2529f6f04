// A template: the kernels for one type of numbers at one width of registers.

#define V (2 * WIDTH / (long)sizeof(T))
#define NAMED PAIRED
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
