// SPDX-License-Identifier: MIT
#include "session/content_mark.h"

#include "store/content_hash.h"

namespace guatu::session
{

std::string contentMark(const WorkspaceView& view)
{
    const std::string hash = store::contentHash(view.snapshot);
    return hash.substr(0, 4) + " " + hash.substr(4, 4);
}

} // namespace guatu::session
