// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/workbench.h"
#include "session/record_list.h"
#include "session/unit_card.h"

class QLabel;
class QPushButton;
class QVBoxLayout;
class QWidget;

namespace guatu::desktop
{

class Texts;

/// What a card may be asked to open.
struct CardLinks {
    std::function<void(HouseholdQuestion)> households;
    std::function<void(session::RecordKind)> records;
    std::function<void()> why;
};

/// Writes a unit's card, block by block, in the order that is always the same. Every number opens
/// the list behind it.
class UnitCardWriter
{
public:
    UnitCardWriter(const Texts& texts, const session::WorkspaceView& view,
                   const session::UnitCard& card, CardLinks links, QVBoxLayout* rows,
                   double pixelRatio);

    void write();
    /// The line for the pace, to be filled when it is known; null without one.
    [[nodiscard]] QLabel* paceLabel() const { return m_pace; }

private:
    void writeHead();
    void writeFigures();
    void writeDenominator(QVBoxLayout* block);
    void writeClosure();
    void writeTallyLine(QVBoxLayout* block, Clear status);
    void writeVerified(QVBoxLayout* block);
    void writeAtRisk(QVBoxLayout* block);
    void writePace(QVBoxLayout* block);
    void writeBlockers();
    void writeBlocker(QVBoxLayout* block, const session::CardBlocker& blocker);
    void writeListings();
    void writeProblems();
    void writeResponsibilities();

    /// A question about the unit's households, with its title in both languages.
    [[nodiscard]] HouseholdQuestion
    question(std::string_view title, const LocalText& what,
             std::function<std::vector<std::uint32_t>(const session::WorkspaceView&, RowIndex)>
                 find) const;
    /// A text that opens a list.
    QPushButton* link(const QString& text, std::function<void()> open, const char* look = "link");

    const Texts& m_texts;
    const session::WorkspaceView& m_view;
    const session::UnitCard& m_card;
    CardLinks m_links;
    QVBoxLayout* m_rows;
    double m_pixelRatio;
    QLabel* m_pace = nullptr;
};

} // namespace guatu::desktop
