// SPDX-License-Identifier: MIT
#include "desktop/record_panel.h"

#include "desktop/icons.h"
#include "desktop/record_model.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

namespace guatu::desktop
{

RecordPanel::RecordPanel(const Texts& texts, Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_workbench(workbench),
      m_head(new QWidget(this)),
      m_title(makeLabel("section")),
      m_count(makeLabel("quiet")),
      m_table(new QTableView),
      m_model(new RecordModel(texts, this))
{
    buildHead();
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(26);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);

    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex& index) { go(index.row()); });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { go(index.row()); });
    connect(&m_job, &BackgroundJob::failed, this, &RecordPanel::failed);
    connect(&workbench, &Workbench::opened, this, [this] {
        if (!m_question)
            return;
        const RowIndex unit = findUnit(m_workbench.units(), m_question->second);
        if (unit == noRow)
            emit closeAsked();
        else
            open(m_question->first, unit);
    });
    connect(&workbench, &Workbench::closed, this, [this] {
        m_question.reset();
        show(nullptr);
    });
    m_texts.keep(this, [this] { updateHead(); });
}

void RecordPanel::buildHead()
{
    setLook(m_head, "panelHead");
    m_head->setFixedHeight(40);
    auto* layout = new QHBoxLayout(m_head);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(8);
    auto* save = new QPushButton;
    setLook(save, "smallButton");
    auto* close = new QToolButton;
    setLook(close, "plain");
    close->setIcon(icon(Icon::Close));
    close->setIconSize({12, 12});
    layout->addWidget(m_title);
    layout->addWidget(m_count);
    layout->addStretch();
    layout->addWidget(save);
    layout->addWidget(close);
    m_title->setFixedHeight(39);
    connect(save, &QPushButton::clicked, this, &RecordPanel::exportAsked);
    connect(close, &QToolButton::clicked, this, &RecordPanel::closeAsked);
    m_texts.keep(m_head, [this, save, close] {
        save->setText(m_texts("desktop.table.export"));
        close->setToolTip(m_texts("desktop.records.close"));
    });
}

void RecordPanel::open(session::RecordKind kind, RowIndex unit)
{
    m_question = {kind, m_workbench.units().code[static_cast<std::size_t>(unit)]};
    m_job.start([this, view = m_workbench.sharedView(), kind,
                 unit](const Progress&) -> BackgroundJob::Finish {
        auto list =
            std::make_shared<const session::RecordList>(session::recordList(*view, kind, unit));
        return [this, view, list] {
            if (view == m_workbench.sharedView())
                show(list);
        };
    });
}

void RecordPanel::show(std::shared_ptr<const session::RecordList> list)
{
    const bool some = list != nullptr;
    m_model->show(std::move(list));
    updateHead();
    if (!some)
        return;
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, std::clamp(m_table->columnWidth(column) + 12, 72, 360));
    emit shown();
}

const session::RecordList* RecordPanel::list() const
{
    return m_model->list();
}

void RecordPanel::updateHead()
{
    const session::RecordList* list = m_model->list();
    m_title->setText(list ? m_texts(list->table.title()) : QString());
    m_count->setText(list ? m_texts("desktop.records.count",
                                    {{"count", number(m_model->rowCount()).toStdString()}})
                          : QString());
}

void RecordPanel::go(int row)
{
    const session::RecordTarget& target = m_model->target(row);
    if (target.household != noRow)
        emit householdAsked(static_cast<std::uint32_t>(target.household));
    else if (target.site != noRow)
        emit siteAsked(target.site);
    else if (target.unit != noRow)
        m_workbench.visit(target.unit);
}

} // namespace guatu::desktop
