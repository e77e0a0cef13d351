// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

namespace guatu::store::test
{

/// Runs `work` in a process of its own and returns what it returned; empty when the process
/// died. `unprivileged`: as a user that file permissions bind, whoever runs the tests.
[[nodiscard]] std::string inChild(const std::function<std::string()>& work,
                                  bool unprivileged = false);

} // namespace guatu::store::test
