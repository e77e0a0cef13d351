// SPDX-License-Identifier: MIT
#include "desktop/import_issues.h"

#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

using Severity = exchange::RowIssue::Severity;
constexpr std::size_t mostLines = 2000; ///< more are in the exported list

std::string_view severityTitle(Severity severity)
{
    switch (severity) {
    case Severity::Rejected:
        return "desktop.import.rejected";
    case Severity::Warning:
        return "desktop.import.warning";
    case Severity::Note:
        break;
    }
    return "desktop.import.note";
}

QColor severityInk(Severity severity)
{
    if (severity == Severity::Rejected)
        return colour::late;
    return severity == Severity::Warning ? QColor(0x7A, 0x4A, 0x00) : colour::secondary;
}

} // namespace

ImportIssues::ImportIssues(const Texts& texts, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_title(makeLabel("section")),
      m_kinds(new QButtonGroup(this)),
      m_all(new QPushButton),
      m_rejected(new QPushButton),
      m_warnings(new QPushButton),
      m_notes(new QPushButton),
      m_export(new QPushButton),
      m_table(new QTableWidget(0, 6))
{
    auto* head = new QWidget;
    setLook(head, "panelHead");
    head->setFixedHeight(44);
    auto* headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(16, 0, 12, 0);
    headLayout->setSpacing(0);
    headLayout->addWidget(m_title);
    headLayout->addSpacing(12);
    int id = -1;
    for (QPushButton* button : {m_all, m_rejected, m_warnings, m_notes}) {
        setLook(button, "segment");
        button->setCheckable(true);
        m_kinds->addButton(button, id++);
        headLayout->addWidget(button);
    }
    m_all->setChecked(true);
    headLayout->addStretch();
    setLook(m_export, "smallButton");
    headLayout->addWidget(m_export);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(26);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int widths[]{76, 84, 140, 160, 380, 260};
    for (int column = 0; column < 6; ++column)
        m_table->setColumnWidth(column, widths[column]);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_table);
    connect(m_kinds, &QButtonGroup::idClicked, this, &ImportIssues::refresh);
    connect(m_export, &QPushButton::clicked, this, &ImportIssues::exportAsked);
    texts.keep(this, [this] { refresh(); });
}

void ImportIssues::show(std::vector<exchange::RowIssue> issues)
{
    m_issues = std::move(issues);
    refresh();
}

void ImportIssues::refresh()
{
    const auto count = [this](Severity severity) {
        return std::ranges::count(m_issues, severity, &exchange::RowIssue::severity);
    };
    const auto label = [this](std::string_view id, std::ptrdiff_t many) {
        return m_texts(id) + ' ' + number(many);
    };
    m_title->setText(m_texts("desktop.import.issues"));
    m_all->setText(label("desktop.import.all", std::ssize(m_issues)));
    m_rejected->setText(label("desktop.import.rejected", count(Severity::Rejected)));
    m_warnings->setText(label("desktop.import.warning", count(Severity::Warning)));
    m_notes->setText(label("desktop.import.note", count(Severity::Note)));
    m_export->setText(m_texts("desktop.import.export_issues"));
    m_export->setEnabled(!m_issues.empty());
    m_table->setHorizontalHeaderLabels(
        {m_texts("desktop.import.severity"), m_texts("desktop.import.row"),
         m_texts("desktop.import.column"), m_texts("desktop.import.value"),
         m_texts("desktop.import.reason"), m_texts("desktop.import.remedy")});

    const int only = m_kinds->checkedId();
    m_table->setRowCount(0);
    for (const exchange::RowIssue& issue : m_issues) {
        if (only >= 0 && static_cast<int>(issue.severity) != only)
            continue;
        if (m_table->rowCount() >= static_cast<int>(mostLines))
            break;
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        const auto words = [this](const Message& message) {
            return message.id.empty() ? QString() : m_texts(message);
        };
        const QString cells[]{m_texts(severityTitle(issue.severity)),
                              issue.row == 0 ? QString()
                                             : m_texts("desktop.import.row_number",
                                                       {{"row", std::to_string(issue.row)}}),
                              toQString(issue.column),
                              toQString(issue.value),
                              words(issue.reason),
                              words(issue.remedy)};
        for (int column = 0; column < 6; ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setToolTip(cells[column]);
            if (column == 0)
                item->setForeground(severityInk(issue.severity));
            m_table->setItem(row, column, item);
        }
    }
}

} // namespace guatu::desktop
