// SPDX-License-Identifier: MIT
#pragma once

#include "core/audience.h"
#include "core/table.h"

#include <string>
#include <vector>

namespace guatu::session
{

/// A list as an audience may have it.
struct MaskedTable {
    Table table;
    std::vector<LocalText> dropped; ///< titles of columns that are left out

    /// Those titles in one text.
    [[nodiscard]] std::string droppedNames(Language language) const;
};

/// The granted columns of a list, with notes and totals. Its places stay only where they may be
/// exact. Throws Error(Input) when the audience may see none of it.
[[nodiscard]] MaskedTable maskedTable(const Table& table, const ExportPolicy& policy,
                                      Audience audience, Language language);

/// Throws Error(Input), in the language, unless the audience may see something of the list.
void requireVisible(const Table& table, const ExportPolicy& policy, Audience audience,
                    Language language);

/// 内部, 汇报, 公开, 外业.
[[nodiscard]] LocalText audienceTitle(Audience audience);

} // namespace guatu::session
