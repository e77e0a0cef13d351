// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/record_builder.h"

namespace guatu::exchange
{

/// The row a RecordBuilder is working on, and the words said about it.
struct RecordBuilder::Context {
    SourceRow& source;
    BuiltRecord& record;
    std::vector<RowIssue>& issues;
    const ColumnMapping& mapping;
    EntityKind kind;
    std::size_t before = issues.size(); ///< issues of earlier rows

    [[nodiscard]] bool rejected() const;
    /// Of one cell; its value is shown unless it is personal.
    void tell(RowIssue::Severity severity, std::size_t column, Message reason, Message remedy);
    /// Of the whole row.
    void reject(Message reason, Message remedy);
    void note(Message reason);
};

} // namespace guatu::exchange
