// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <map>
#include <string>

class QAbstractButton;
class QButtonGroup;
class QGridLayout;

namespace guatu::desktop
{

class GapKeeper;
class Texts;

/// One tile a service with the number of households that lack it.
class GapTiles : public QWidget
{
    Q_OBJECT

public:
    GapTiles(const Texts& texts, GapKeeper& keeper, QWidget* parent = nullptr);

    /// Null for a service that has none.
    [[nodiscard]] QAbstractButton* tile(const std::string& service) const;
    /// What stands on it: a number, or nothing while it is being counted.
    [[nodiscard]] QString count(const std::string& service) const;

private:
    void rebuild();
    void refresh();

    const Texts& m_texts;
    GapKeeper& m_keeper;
    QGridLayout* m_grid;
    QButtonGroup* m_group;
    std::map<std::string, QAbstractButton*> m_tiles;
};

} // namespace guatu::desktop
