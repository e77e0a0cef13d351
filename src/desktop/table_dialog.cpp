// SPDX-License-Identifier: MIT
#include "desktop/table_dialog.h"

#include "desktop/record_model.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int rowHeight = 26, mostRows = 14;

} // namespace

TableDialog::TableDialog(const Texts& texts, const QString& title, const std::vector<Table>& tables,
                         QWidget* parent)
    : QDialog(parent), m_texts(texts), m_note(makeLabel("quiet")), m_buttons(new QHBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    auto* heading = makeLabel("title");
    heading->setText(title);
    layout->addWidget(heading);
    m_note->setWordWrap(true);
    m_note->hide();
    layout->addWidget(m_note);
    for (const Table& table : tables) {
        auto* section = makeLabel("section");
        section->setText(texts(table.title()));
        layout->addWidget(section);
        if (table.size() == 0) {
            auto* none = makeLabel("quiet");
            none->setText(texts("desktop.trip.no_rows"));
            layout->addWidget(none);
            continue;
        }
        auto list = std::make_shared<session::RecordList>(session::RecordList{table, {}});
        list->targets.resize(table.size());
        auto* view = new QTableView;
        auto* model = new RecordModel(texts, view);
        model->show(list);
        view->setModel(model);
        view->setAccessibleName(texts(table.title()));
        view->setSelectionBehavior(QAbstractItemView::SelectRows);
        view->setShowGrid(false);
        view->setWordWrap(false);
        view->verticalHeader()->hide();
        view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        view->verticalHeader()->setDefaultSectionSize(rowHeight);
        view->horizontalHeader()->setStretchLastSection(true);
        view->resizeColumnsToContents();
        for (int column = 0; column < model->columnCount({}); ++column)
            view->setColumnWidth(column, std::min(420, view->columnWidth(column) + 16));
        const int shown = std::min(static_cast<int>(table.size()), mostRows);
        view->setMinimumHeight(std::min(shown, 5) * rowHeight + 34);
        view->setMaximumHeight(static_cast<int>(table.size()) * rowHeight + 36);
        layout->addWidget(view, shown);
        m_tables.push_back(view);
    }
    auto* copyButton = new QPushButton(texts("desktop.table.copy"));
    auto* close = new QPushButton(texts("desktop.close"));
    close->setDefault(true);
    m_buttons->addWidget(copyButton);
    m_buttons->addStretch();
    m_buttons->addWidget(close);
    layout->addLayout(m_buttons);
    copyButton->setEnabled(!m_tables.empty());
    connect(copyButton, &QPushButton::clicked, this, &TableDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(780, 560);
}

void TableDialog::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

QString TableDialog::note() const
{
    return m_note->text();
}

QPushButton* TableDialog::addAct(const QString& title)
{
    auto* button = new QPushButton(title);
    setLook(button, "primary");
    button->setDefault(true);
    m_buttons->addWidget(button);
    return button;
}

void TableDialog::copy() const
{
    QString all;
    for (const QTableView* view : m_tables) {
        const QAbstractItemModel& model = *view->model();
        for (int row = -1; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column)
                cells << (row < 0 ? model.headerData(column, Qt::Horizontal).toString()
                                  : model.index(row, column).data().toString());
            all += cells.join('\t') + '\n';
        }
        all += '\n';
    }
    QApplication::clipboard()->setText(all);
}

} // namespace guatu::desktop
