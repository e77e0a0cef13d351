// SPDX-License-Identifier: MIT
#include "desktop/workbench.h"

#include "desktop/unit_places.h"

#include <algorithm>

namespace guatu::desktop
{

Workbench::Workbench(QObject* parent) : QObject(parent)
{
    connect(&m_job, &BackgroundJob::failed, this, &Workbench::failed);
}

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
    m_list.reset();
    m_marked.clear();
    if (!again)
        m_question = {};
    const RowIndex top = topUnit(units());
    const auto rowOf = [&](UnitCode code) {
        const RowIndex row = code ? findUnit(units(), code) : noRow;
        return row == noRow ? top : row;
    };
    m_unit = rowOf(unitCode);
    m_stage = rowOf(stageCode);
    emit opened();
    emit unitChanged();
    if (m_question.find)
        find();
    if (!again)
        emit visited(placeOf(units(), m_unit));
}

void Workbench::close()
{
    m_job.cancel();
    m_households.clear();
    m_list.reset();
    m_marked.clear();
    m_question = {};
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
    if (isElsewhere(unit))
        endList();
    emit unitChanged();
}

bool Workbench::isElsewhere(RowIndex unit) const
{
    if (!m_question.unit || unit == noRow)
        return false;
    const RowIndex about = findUnit(units(), m_question.unit);
    return about == noRow || unit < about || unit >= subtreeEnd(units(), about);
}

void Workbench::ask(HouseholdQuestion question)
{
    m_question = std::move(question);
    find();
}

void Workbench::find()
{
    m_job.start([this, view = sharedView(),
                 question = m_question](const Progress& progress) -> BackgroundJob::Finish {
        auto list = std::make_shared<session::HouseholdSet>(
            session::householdSet(*view, question.find(*view)));
        progress.checkpoint();
        return [this, view, list] {
            if (view != sharedView() || !m_question.find)
                return;
            m_list = std::move(*list);
            emit listChanged();
        };
    });
}

void Workbench::endList()
{
    m_job.cancel();
    m_question = {};
    if (!m_list)
        return;
    m_list.reset();
    emit listChanged();
}

void Workbench::mark(std::vector<session::MapFeatures> marked)
{
    if (marked.empty() && m_marked.empty())
        return;
    m_marked = std::move(marked);
    emit markedChanged();
}

void Workbench::letGo()
{
    if (!m_households.empty()) {
        chooseHouseholds({});
        return;
    }
    endList();
    mark({});
}

} // namespace guatu::desktop
