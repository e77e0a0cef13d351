// SPDX-License-Identifier: MIT
#include "campaign/subject_index.h"

#include <numeric>

namespace guatu::campaign
{

SubjectIndex::SubjectIndex(std::span<const RowIndex> subjects, std::size_t subjectCount)
    : m_starts(subjectCount + 1, 0)
{
    for (const RowIndex subject : subjects)
        if (subject != noRow)
            ++m_starts[static_cast<std::size_t>(subject) + 1];
    std::partial_sum(m_starts.begin(), m_starts.end(), m_starts.begin());
    m_rows.resize(m_starts.back());
    std::vector<std::uint32_t> next(m_starts.begin(), m_starts.end() - 1);
    for (std::size_t row = 0; row < subjects.size(); ++row)
        if (subjects[row] != noRow)
            m_rows[next[static_cast<std::size_t>(subjects[row])]++] =
                static_cast<std::uint32_t>(row);
}

} // namespace guatu::campaign
