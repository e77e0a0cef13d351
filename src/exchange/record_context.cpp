// SPDX-License-Identifier: MIT
#include "exchange/record_context.h"

#include <algorithm>

namespace guatu::exchange
{
namespace
{

/// Long cells are cut for reports, between characters.
std::string shortened(const std::string& cell)
{
    constexpr std::size_t most = 120;
    if (cell.size() <= most)
        return cell;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0U) == 0x80U)
        --end;
    return cell.substr(0, end) + "…";
}

} // namespace

bool RecordBuilder::Context::rejected() const
{
    return std::any_of(
        issues.begin() + static_cast<std::ptrdiff_t>(before), issues.end(),
        [](const RowIssue& issue) { return issue.severity == RowIssue::Severity::Rejected; });
}

void RecordBuilder::Context::tell(RowIssue::Severity severity, std::size_t column, Message reason,
                                  Message remedy)
{
    RowIssue issue{severity, source.number, {}, {}, std::move(reason), std::move(remedy)};
    const auto entry = std::ranges::find(mapping.entries, column, &ColumnMapping::Entry::column);
    if (entry != mapping.entries.end())
        issue.column = entry->header;
    const bool personal = entry == mapping.entries.end() || isPersonal(kind, entry->field);
    if (!personal && column < source.cells.size())
        issue.value = shortened(source.cells[column]);
    issues.push_back(std::move(issue));
}

void RecordBuilder::Context::reject(Message reason, Message remedy)
{
    issues.push_back({RowIssue::Severity::Rejected,
                      source.number,
                      {},
                      {},
                      std::move(reason),
                      std::move(remedy)});
}

void RecordBuilder::Context::note(Message reason)
{
    issues.push_back({RowIssue::Severity::Note, source.number, {}, {}, std::move(reason), {}});
}

} // namespace guatu::exchange
