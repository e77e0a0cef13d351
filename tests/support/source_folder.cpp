// SPDX-License-Identifier: MIT
#include "support/source_folder.h"

namespace guatu::test
{

std::filesystem::path sourceFolder()
{
    return GUATU_SOURCE_DIR;
}

} // namespace guatu::test
