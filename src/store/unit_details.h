// SPDX-License-Identifier: MIT
#pragma once

#include "core/record.h"
#include "store/workspace.h"
#include "store/write_context.h"

#include <deque>

namespace guatu::store
{

/// Writes what a unit record brings for other tables than admin_unit: its dated formal status,
/// its statistics and who answers for it.
class UnitDetails
{
public:
    UnitDetails(WriteContext& context, const std::vector<std::string>& fields);

    /// The problem of a detail field, if there is one; asked before anything is written.
    [[nodiscard]] std::optional<WriteIssue> check(const RecordBatch& batch, std::size_t row);

    /// Writes the details of the row that was checked last. True when something changed.
    bool write(std::int64_t unit);

private:
    struct Detail {
        std::string_view name;
        const FieldDefinition* field;
        FieldRule rule;
        std::size_t cell;
        Cell value{};
    };

    [[nodiscard]] Cell value(std::string_view field) const;
    [[nodiscard]] std::string_view dateOr(std::string_view field) const;
    bool writeStatus(std::int64_t unit);
    bool writeStatistics(std::int64_t unit);
    bool writeResponsibility(std::int64_t unit);

    WriteContext& m_context;
    std::vector<Detail> m_details;
    std::deque<std::string> m_scratch;
    Statement m_readStatus, m_writeStatus, m_readStat, m_writeStat, m_readOrg, m_closeOrg,
        m_writeOrg;
};

} // namespace guatu::store
