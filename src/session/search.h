// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guatu::session
{

struct SearchHit {
    enum class Kind { Unit, Site, Facility, Household } kind;
    std::size_t row; ///< in the snapshot's table
    std::string name;
    std::string context; ///< names of the units above, widest first, joined with " › "
    std::string code;
};

/// Builds the tables that the first index of the process needs, about a tenth of a second, so that
/// it can be done beside reading.
void prepareSearch();

/// Finds places by name, code (from its start), full pinyin and initials ("gqz" finds 高桥镇);
/// households by at least four characters of their code. Village names match without 村委会 too.
///
/// The snapshot must outlive the index. Searches may run from many threads at once.
class SearchIndex
{
public:
    explicit SearchIndex(const Snapshot& snapshot);

    /// Best first: whole name, start of name, code, initials, pinyin, part of name; higher levels
    /// before lower ones.
    [[nodiscard]] std::vector<SearchHit> find(std::string_view query, std::size_t limit = 20) const;

private:
    struct Entry {
        SearchHit::Kind kind;
        std::size_t row;
        std::string name, pinyin, initials, code; ///< name with its width folded
        int rank;
    };
    static std::optional<int> match(const Entry& entry, std::string_view query);
    void addHouseholds(std::string_view code, std::size_t limit,
                       std::vector<SearchHit>& hits) const;
    [[nodiscard]] SearchHit hit(SearchHit::Kind kind, std::size_t row) const;

    const Snapshot* m_snapshot;
    std::vector<Entry> m_entries;
};

} // namespace guatu::session
