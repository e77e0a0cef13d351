// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/workbench.h"

#include <QFrame>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace guatu::desktop
{

class Texts;

/// The unit's place: 州 › 县 › 乡 › 村. Each part opens its siblings, the arrow at the end what
/// lies below. Where room is short the highest parts fold into a button whose menu holds them.
class Breadcrumb : public QFrame
{
    Q_OBJECT

public:
    Breadcrumb(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    /// Room for the unit itself.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void clear();
    void rebuild();
    void addAbove(const std::vector<RowIndex>& path);
    void fold();
    [[nodiscard]] int widthFrom(std::size_t part) const;
    void addPart(RowIndex unit, bool last);
    void addBelow(RowIndex unit);
    void fillMenu(QMenu* menu, const std::vector<RowIndex>& units, RowIndex current);

    const Texts& m_texts;
    Workbench& m_workbench;
    QHBoxLayout* m_parts;
    QToolButton* m_above = nullptr; ///< stands for the parts that are folded
    bool m_isFolding = false;
    std::vector<std::vector<QWidget*>> m_folding; ///< the widgets of each part, from the top
};

} // namespace guatu::desktop
