// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace guatu::session
{

/// Who changes a workspace, for its change log: `who`, else the name of the login.
[[nodiscard]] std::string whoOrLogin(const std::string& who);

} // namespace guatu::session
