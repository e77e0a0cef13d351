// SPDX-License-Identifier: MIT
#include "session/login_name.h"

#include <pwd.h>
#include <unistd.h>

namespace guatu::session
{

std::string whoOrLogin(const std::string& who)
{
    if (!who.empty())
        return who;
    const passwd* user = ::getpwuid(::getuid());
    return user == nullptr || user->pw_name == nullptr ? "unknown" : user->pw_name;
}

} // namespace guatu::session
