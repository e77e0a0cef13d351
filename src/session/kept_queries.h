// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace guatu::session
{

/// A query kept in a workspace under a name.
struct KeptQuery {
    std::string name, entity, text;
};

/// By name. Throws Error as opening does.
[[nodiscard]] std::vector<KeptQuery> keptQueries(const std::filesystem::path& file);

/// Keeps a query; one of the same name is replaced. The change is logged under `who`, else the
/// login. Throws Error when the file cannot be written.
void keepQuery(const std::filesystem::path& file, const KeptQuery& query, const std::string& who);

/// False when there is none of the name.
bool dropQuery(const std::filesystem::path& file, const std::string& name, const std::string& who);

} // namespace guatu::session
