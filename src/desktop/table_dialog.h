// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace guatu::desktop
{

class Texts;

/// Tables below each other, to be read and copied.
class TableDialog : public QDialog
{
    Q_OBJECT

public:
    TableDialog(const Texts& texts, const QString& title, const std::vector<Table>& tables,
                QWidget* parent = nullptr);

    /// A sentence below the heading.
    void setNote(const QString& note);
    [[nodiscard]] QString note() const;
    /// A button for what can be done with what is shown; the dialog stays.
    QPushButton* addAct(const QString& title);
    [[nodiscard]] const std::vector<QTableView*>& tables() const { return m_tables; }

private:
    void copy() const;

    const Texts& m_texts;
    std::vector<QTableView*> m_tables;
    QLabel* m_note;
    QHBoxLayout* m_buttons;
};

} // namespace guatu::desktop
