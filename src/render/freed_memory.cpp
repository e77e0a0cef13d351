// SPDX-License-Identifier: MIT
#include "render/freed_memory.h"

#include <cstdlib> // says which C library it is
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace guatu::render
{

void releaseFreedMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace guatu::render
