// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/import.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QPushButton;
class QTableWidget;

namespace guatu::desktop
{

class Texts;

/// The rows and cells of a file that were not taken, or taken with a remark.
class ImportIssues : public QWidget
{
    Q_OBJECT

public:
    explicit ImportIssues(const Texts& texts, QWidget* parent = nullptr);

    void show(std::vector<exchange::RowIssue> issues);
    using QWidget::show;
    [[nodiscard]] QTableWidget* table() const { return m_table; }

signals:
    void exportAsked();

private:
    void refresh();

    const Texts& m_texts;
    std::vector<exchange::RowIssue> m_issues;
    QLabel* m_title;
    QButtonGroup* m_kinds;
    QPushButton *m_all, *m_rejected, *m_warnings, *m_notes, *m_export;
    QTableWidget* m_table;
};

} // namespace guatu::desktop
