// SPDX-License-Identifier: MIT
#include "child_process.h"

#include <array>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace guatu::store::test
{
namespace
{

[[noreturn]] void runChild(int output, const std::function<std::string()>& work, bool unprivileged)
{
    constexpr unsigned nobody = 65534;
    if (unprivileged && geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0))
        _exit(1);
    std::string result;
    try {
        result = work();
    } catch (const std::exception& error) {
        result = error.what();
    }
    const bool written =
        ::write(output, result.data(), result.size()) == static_cast<ssize_t>(result.size());
    _exit(written ? 0 : 1);
}

} // namespace

std::string inChild(const std::function<std::string()>& work, bool unprivileged)
{
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        throw std::runtime_error("no pipe");
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        runChild(ends[1], work, unprivileged);
    }
    close(ends[1]);
    std::string result;
    std::array<char, 4096> block{};
    for (ssize_t count = 0; (count = read(ends[0], block.data(), block.size())) > 0;)
        result.append(block.data(), static_cast<std::size_t>(count));
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? result : std::string();
}

} // namespace guatu::store::test
