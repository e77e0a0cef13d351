// SPDX-License-Identifier: MIT
#include "desktop/workbench.h"

#include "desktop/unit_places.h"

#include <algorithm>

namespace guatu::desktop
{

void Workbench::open(OpenedWorkspace next)
{
    const bool again = isOpen() && view().file == next.view->file;
    const auto codeOf = [this](RowIndex row) {
        return row == noRow ? UnitCode{} : units().code[static_cast<std::size_t>(row)];
    };
    const UnitCode unitCode = again ? codeOf(m_unit) : UnitCode{};
    const UnitCode stageCode = again ? codeOf(m_stage) : UnitCode{};

    m_opened = std::move(next);
    m_households.clear();
    const RowIndex top = topUnit(units());
    const auto rowOf = [&](UnitCode code) {
        const RowIndex row = code ? findUnit(units(), code) : noRow;
        return row == noRow ? top : row;
    };
    m_unit = rowOf(unitCode);
    m_stage = rowOf(stageCode);
    emit opened();
    emit unitChanged();
    if (!again)
        emit visited(placeOf(units(), m_unit));
}

void Workbench::close()
{
    m_households.clear();
    m_unit = m_stage = noRow;
    emit closed();
    m_opened = {};
}

void Workbench::visit(RowIndex unit)
{
    setUnit(unit, stageOf(units(), unit));
    emit visited(placeOf(units(), unit));
}

void Workbench::visitParent()
{
    const RowIndex above =
        m_unit == noRow ? noRow : units().parent[static_cast<std::size_t>(m_unit)];
    if (above != noRow)
        visit(above);
}

void Workbench::pick(RowIndex unit)
{
    if (unit == noRow || unit == m_unit)
        return;
    const auto inside = [&](RowIndex row) {
        return m_stage != noRow && row >= m_stage && row < subtreeEnd(units(), m_stage);
    };
    setUnit(unit, inside(unit) ? m_stage : stageOf(units(), unit));
}

void Workbench::chooseHouseholds(std::vector<std::uint32_t> rows)
{
    std::ranges::sort(rows);
    if (rows == m_households)
        return;
    m_households = std::move(rows);
    emit householdsChanged();
}

void Workbench::setUnit(RowIndex unit, RowIndex stage)
{
    if (unit == m_unit && stage == m_stage)
        return;
    m_unit = unit;
    m_stage = stage;
    emit unitChanged();
}

} // namespace guatu::desktop
