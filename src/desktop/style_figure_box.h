// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/style_box.h"

class QComboBox;

namespace guatu::desktop
{

class FormRows;

/// Discs, charts and badges: of which field, and how large.
class StyleFigureBox : public StyleBox
{
    Q_OBJECT

public:
    explicit StyleFigureBox(const Texts& texts, QWidget* parent = nullptr);

    void present(const StyleSubject& subject) override;

    // What tests press.
    [[nodiscard]] SizeEdit* least() const { return m_least; }
    [[nodiscard]] SizeEdit* most() const { return m_most; }
    [[nodiscard]] QComboBox* shape() const { return m_shape; }

private:
    [[nodiscard]] static LookEdit sizes(const std::function<void(FigureSizes&)>& change);

    FormRows* m_rows;
    QComboBox* m_shape;
    SizeEdit *m_least, *m_most;
};

} // namespace guatu::desktop
