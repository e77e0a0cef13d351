// SPDX-License-Identifier: MIT
#pragma once

namespace guatu::render
{

/// Gives memory that was freed back to the system, where the C library keeps it. For after work
/// that needs as much for a moment as it leaves; takes some milliseconds.
void releaseFreedMemory();

} // namespace guatu::render
