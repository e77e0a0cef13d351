// SPDX-License-Identifier: MIT
#pragma once

#include "store/statement.h"

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace guatu::store
{

/// The personal-data file during one change. It is attached, and made when it is missing, by the
/// first value that goes in; both files then commit together or not at all.
class PersonalFile
{
public:
    PersonalFile(SQLite::Database& database, const std::filesystem::path& workspace);

    /// Writes the personal fields of a record, `table` being household or person, and returns
    /// the names of those that changed. NULLs on a record without an entry write nothing.
    std::vector<std::string_view> write(std::string_view table, std::int64_t id,
                                        const std::vector<std::string_view>& fields,
                                        const std::vector<Cell>& values);

    /// After the transaction has ended: lets the file go; removes it when it was made in vain.
    void release();

private:
    struct Writer;

    void attach();
    Writer& writerFor(std::string_view table, const std::vector<std::string_view>& fields);

    SQLite::Database& m_database;
    std::filesystem::path m_file;
    bool m_attached = false, m_made = false;
    std::unordered_map<std::string, std::shared_ptr<Writer>>
        m_writers; ///< shared: Writer is not complete here
};

} // namespace guatu::store
