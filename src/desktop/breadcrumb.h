// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/workbench.h"

#include <QFrame>

class QHBoxLayout;
class QMenu;

namespace guatu::desktop
{

class Texts;

/// The unit's place: 州 › 县 › 乡 › 村. Each part opens its siblings, the arrow at the end what
/// lies below.
class Breadcrumb : public QFrame
{
    Q_OBJECT

public:
    Breadcrumb(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

private:
    void rebuild();
    void addPart(RowIndex unit, bool last);
    void addBelow(RowIndex unit);
    void fillMenu(QMenu* menu, const std::vector<RowIndex>& units, RowIndex current);

    const Texts& m_texts;
    Workbench& m_workbench;
    QHBoxLayout* m_parts;
};

} // namespace guatu::desktop
