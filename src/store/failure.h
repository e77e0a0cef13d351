// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string_view>

namespace guatu::store
{

/// An Error(Store) about one file.
[[nodiscard]] Error fileError(std::string id, const std::filesystem::path& file,
                              Message::Parameters more = {});

/// What an SQLite result code means for the user of `file`: locked, read-only, full, truncated,
/// no database, damaged; else the code's own words.
[[nodiscard]] Error failureOf(int code, std::string_view words, const std::filesystem::path& file);

/// Runs `work`; SQLite's exceptions leave as Error(Store) about `file`.
template <class Work>
decltype(auto) guarded(const std::filesystem::path& file, Work&& work)
{
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        throw failureOf(error.getExtendedErrorCode(), error.what(), file);
    }
}

} // namespace guatu::store
