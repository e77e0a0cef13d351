// SPDX-License-Identifier: MIT
#include "session/new_workspace.h"

#include "core/definition.h"
#include "core/error.h"
#include "store/workspace.h"

#include <fstream>
#include <iterator>

namespace guatu::session
{
namespace
{

std::filesystem::path profileFile(const std::string& profile)
{
    const auto shipped = dataRoot() / "data" / "profiles" / (profile + ".json");
    return std::filesystem::exists(shipped) ? shipped : std::filesystem::path(profile);
}

std::string readText(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw inputError({"session.no_profile", {{"profile", file.string()}}});
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

Profile createWorkspace(const std::filesystem::path& file, const std::string& profile)
{
    const std::filesystem::path source = profileFile(profile);
    const std::string json = readText(source);
    Profile parsed = parseProfile(json, source.string());
    store::Workspace::create(file, parsed, json);
    return parsed;
}

} // namespace guatu::session
