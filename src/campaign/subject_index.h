// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace guatu::campaign
{

/// Rows of one table by the row of another they belong to, in row order within each. A range of
/// subjects, as the subtree of a unit, is a range of rows.
class SubjectIndex
{
public:
    SubjectIndex() = default;

    /// `subjects[row]` is the subject of a row; noRow leaves it out.
    SubjectIndex(std::span<const RowIndex> subjects, std::size_t subjectCount);

    [[nodiscard]] std::span<const std::uint32_t> of(RowIndex subject) const
    {
        return of(subject, subject + 1);
    }
    /// Rows of all subjects in [first, end).
    [[nodiscard]] std::span<const std::uint32_t> of(RowIndex first, RowIndex end) const
    {
        if (m_starts.empty())
            return {};
        const std::uint32_t from = m_starts[static_cast<std::size_t>(first)];
        return std::span(m_rows).subspan(from, m_starts[static_cast<std::size_t>(end)] - from);
    }

private:
    std::vector<std::uint32_t> m_rows, m_starts;
};

} // namespace guatu::campaign
