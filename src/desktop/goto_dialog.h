// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/position_text.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace guatu::desktop
{

class Texts;

/// Asks for a coordinate and shows, while it is typed, how it is understood.
class GotoDialog : public QDialog
{
    Q_OBJECT

public:
    explicit GotoDialog(const Texts& texts, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* field() const { return m_field; }

signals:
    void chosen(const guatu::desktop::TypedPosition& position);

private:
    void understand();

    const Texts& m_texts;
    QLineEdit* m_field;
    QLabel* m_meaning;
    QPushButton* m_go;
};

} // namespace guatu::desktop
