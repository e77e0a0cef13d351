// SPDX-License-Identifier: MIT
#include "desktop/table_stack.h"

#include "desktop/household_panel.h"
#include "desktop/record_panel.h"

namespace guatu::desktop
{

TableStack::TableStack(const Texts& texts, Workbench& workbench, QWidget* parent)
    : QStackedWidget(parent),
      m_households(new HouseholdPanel(texts, workbench)),
      m_records(new RecordPanel(texts, workbench)),
      m_heads(new QStackedWidget)
{
    addWidget(m_households);
    addWidget(m_records);
    m_heads->addWidget(m_households->head());
    m_heads->addWidget(m_records->head());
    m_heads->setFixedHeight(40);
    connect(m_households, &HouseholdPanel::failed, this, &TableStack::failed);
    connect(m_records, &RecordPanel::failed, this, &TableStack::failed);
    connect(m_records, &RecordPanel::shown, this, [this] { setPage(m_records); });
    connect(m_records, &RecordPanel::closeAsked, this, &TableStack::showHouseholds);
    connect(&workbench, &Workbench::listChanged, this, [this, &workbench] {
        if (workbench.list())
            setPage(m_households);
    });
    connect(&workbench, &Workbench::closed, this, &TableStack::showHouseholds);
}

void TableStack::openRecords(session::RecordKind kind, RowIndex unit)
{
    m_records->open(kind, unit);
}

void TableStack::showHouseholds()
{
    if (!showsRecords())
        return;
    setCurrentIndex(0);
    m_heads->setCurrentIndex(0);
}

void TableStack::setPage(QWidget* page)
{
    setCurrentWidget(page);
    m_heads->setCurrentIndex(currentIndex());
    emit opened();
}

} // namespace guatu::desktop
