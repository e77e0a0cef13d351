// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"

#include <QDialog>

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

    [[nodiscard]] const std::vector<QTableView*>& tables() const { return m_tables; }

private:
    void copy() const;

    const Texts& m_texts;
    std::vector<QTableView*> m_tables;
};

} // namespace guatu::desktop
