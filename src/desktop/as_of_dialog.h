// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.h"

#include <QDialog>

#include <optional>

class QDateEdit;

namespace guatu::desktop
{

class Texts;

/// Asks for the day the workspace is looked at.
class AsOfDialog : public QDialog
{
    Q_OBJECT

public:
    AsOfDialog(const Texts& texts, Date now, QWidget* parent = nullptr);

    /// Null: the data's own day.
    [[nodiscard]] std::optional<Date> date() const { return m_date; }

private:
    QDateEdit* m_edit;
    std::optional<Date> m_date;
};

} // namespace guatu::desktop
