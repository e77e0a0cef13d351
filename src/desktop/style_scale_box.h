// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/style_box.h"

namespace guatu::desktop
{

class ScaleEdit;

/// Between which scales the layer is drawn.
class StyleScaleBox : public StyleBox
{
    Q_OBJECT

public:
    explicit StyleScaleBox(const Texts& texts, QWidget* parent = nullptr);

    void present(const StyleSubject& subject) override;

    // What tests press.
    [[nodiscard]] ScaleEdit* nearest() const { return m_nearest; }
    [[nodiscard]] ScaleEdit* farthest() const { return m_farthest; }

private:
    ScaleEdit *m_nearest, *m_farthest;
};

} // namespace guatu::desktop
