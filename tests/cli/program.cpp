// SPDX-License-Identifier: MIT
#include "cli/program.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <poll.h>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace guatu::test
{
namespace
{

struct Child {
    pid_t pid;
    int out, err;
};

Child start(const std::vector<std::string>& words, const std::filesystem::path& folder)
{
    std::array<int, 2> out{};
    std::array<int, 2> err{};
    if (pipe(out.data()) != 0 || pipe(err.data()) != 0)
        throw std::runtime_error("no pipe");
    const pid_t pid = fork();
    if (pid < 0)
        throw std::runtime_error("no process");
    if (pid == 0) {
        dup2(out[1], STDOUT_FILENO);
        dup2(err[1], STDERR_FILENO);
        for (const int end : {out[0], out[1], err[0], err[1]})
            close(end);
        std::vector<char*> argv;
        for (const std::string& word : words)
            argv.push_back(const_cast<char*>(word.c_str()));
        argv.push_back(nullptr);
        if (chdir(folder.c_str()) == 0)
            execvp(argv[0], argv.data());
        _exit(127);
    }
    close(out[1]);
    close(err[1]);
    return {pid, out[0], err[0]};
}

/// Reads both pipes to their ends, so that neither can block the child.
Outcome finish(const Child& child)
{
    Outcome outcome;
    std::array<pollfd, 2> ends{{{child.out, POLLIN, 0}, {child.err, POLLIN, 0}}};
    std::array<std::string*, 2> texts{&outcome.out, &outcome.err};
    int open = 2;
    while (open > 0 && poll(ends.data(), ends.size(), -1) > 0) {
        for (std::size_t i = 0; i < ends.size(); ++i) {
            if (ends[i].revents == 0)
                continue;
            std::array<char, 4096> buffer{};
            const ssize_t got = read(ends[i].fd, buffer.data(), buffer.size());
            if (got > 0) {
                texts[i]->append(buffer.data(), static_cast<std::size_t>(got));
                continue;
            }
            close(ends[i].fd);
            ends[i].fd = -1;
            --open;
        }
    }
    int status = 0;
    waitpid(child.pid, &status, 0);
    outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return outcome;
}

std::vector<std::string> guatuWords(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), GUATU_PROGRAM);
    return arguments;
}

} // namespace

Outcome run(const std::vector<std::string>& words, const std::filesystem::path& folder)
{
    return finish(start(words, folder));
}

Outcome runGuatu(std::vector<std::string> arguments, const std::filesystem::path& folder)
{
    return run(guatuWords(std::move(arguments)), folder);
}

Outcome runGuatuInterrupted(std::vector<std::string> arguments, const std::filesystem::path& sign)
{
    const Child child = start(guatuWords(std::move(arguments)), ".");
    int status = 0;
    while (!std::filesystem::exists(sign) && waitpid(child.pid, &status, WNOHANG | WNOWAIT) == 0)
        std::this_thread::yield();
    kill(child.pid, SIGINT);
    return finish(child);
}

TemporaryFolder::TemporaryFolder()
{
    std::string name = (std::filesystem::temp_directory_path() / "guatu-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
    m_path = name;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored; // a folder that stays behind must not fail a test
    std::filesystem::remove_all(m_path, ignored);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& content) const
{
    const std::filesystem::path file = m_path / name;
    std::ofstream(file, std::ios::binary) << content;
    return file.string();
}

std::string readAll(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string sampleWorkspace()
{
    const char* folder = std::getenv("GUATU_TEST_SAMPLE");
    if (folder == nullptr)
        throw std::runtime_error("GUATU_TEST_SAMPLE is not set");
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".sqlite") && !name.ends_with(".pii.sqlite"))
            return entry.path().string();
    }
    throw std::runtime_error("there is no sample");
}

Outcome importTable(const TemporaryFolder& folder, const std::string& workspace,
                    const std::string& name, const std::string& text, const char* kind)
{
    const std::string file = folder.write(name, text);
    Outcome taken = runGuatu({"import", workspace, file, "--as", kind, "--datum", "cgcs2000"});
    std::filesystem::remove(file);
    return taken;
}

} // namespace guatu::test
