// SPDX-License-Identifier: MIT
#pragma once

#include "store/write_context.h"

namespace guatu::store
{

/// Keeps old states of households. The current row keeps its id for ever; the state it had until
/// a change becomes a closed row of its own, so that persons and personal data stay attached.
class HouseholdHistory
{
public:
    explicit HouseholdHistory(WriteContext& context);

    /// Copies the row as it stands into one that ends on the change's date; returns its id. The
    /// caller then updates the row itself, `row_from` included.
    std::int64_t keep(std::int64_t household);

private:
    WriteContext& m_context;
    Statement m_copy, m_location;
};

} // namespace guatu::store
