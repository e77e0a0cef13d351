// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/workbench.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;
class QPushButton;

namespace guatu::desktop
{

class Texts;

/// What there is to know of the chosen household, or of one after the other when several stand at
/// one place. Names and numbers of persons are not in it.
class HouseholdCard : public QWidget
{
    Q_OBJECT

public:
    HouseholdCard(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

signals:
    void backAsked();
    void locateAsked(const guatu::Point& place);

private:
    void restart();
    void fill();
    void addHead(std::uint32_t household);
    void addCriteria(std::uint32_t household);
    void addFacts(std::uint32_t household);
    void addProblems(std::uint32_t household);

    const Texts& m_texts;
    Workbench& m_workbench;
    std::size_t m_at = 0; ///< among the chosen households
    QPushButton *m_back, *m_previous, *m_next, *m_locate;
    QLabel* m_position;
    QVBoxLayout* m_rows;
};

} // namespace guatu::desktop
