// SPDX-License-Identifier: MIT
#include "desktop/unit_card_writer.h"

#include "core/text.h"
#include "desktop/card_layout.h"
#include "desktop/closure_bar.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"

#include <QGridLayout>

#include <cmath>

namespace guatu::desktop
{
UnitCardWriter::UnitCardWriter(const Texts& texts, const session::WorkspaceView& view,
                               const session::UnitCard& card, CardLinks links, QVBoxLayout* rows,
                               double pixelRatio)
    : m_texts(texts),
      m_view(view),
      m_card(card),
      m_links(std::move(links)),
      m_rows(rows),
      m_pixelRatio(pixelRatio)
{
}

void UnitCardWriter::write()
{
    writeHead();
    addRule(m_rows);
    writeFigures();
    addRule(m_rows);
    writeClosure();
    addRule(m_rows);
    writeBlockers();
    writeListings();
    writeProblems();
    writeResponsibilities();
}

HouseholdQuestion UnitCardWriter::question(
    std::string_view title, const LocalText& what,
    std::function<std::vector<std::uint32_t>(const session::WorkspaceView&, RowIndex)> find) const
{
    HouseholdQuestion question;
    question.title = m_texts.inBoth([&](Language language) {
        return Message{std::string(title), {{"unit", m_card.name}, {"what", what.in(language)}}};
    });
    question.unit = m_view.snapshot.units.code[static_cast<std::size_t>(m_card.unit)];
    // Rows differ from date to date; the code of the unit stays.
    question.find = [code = question.unit,
                     find = std::move(find)](const session::WorkspaceView& view) {
        const RowIndex unit = findUnit(view.snapshot.units, code);
        return unit == noRow ? std::vector<std::uint32_t>{} : find(view, unit);
    };
    return question;
}

QPushButton* UnitCardWriter::link(const QString& text, std::function<void()> open, const char* look)
{
    auto* button = linkButton(text);
    setLook(button, look);
    QObject::connect(button, &QPushButton::clicked, button, std::move(open));
    return button;
}

void UnitCardWriter::writeHead()
{
    auto* block = addBlock(m_rows);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    auto* name = cardLabel("unitName", toQString(m_card.name));
    name->setWordWrap(m_card.name.size() > 24);
    line->addWidget(name, 0);
    if (const auto formal = formalTitle(m_card.formal, m_card.level); !formal.empty()) {
        const bool open =
            m_card.formal == FormalStatus::Unexited || m_card.formal == FormalStatus::Returned;
        line->addWidget(cardLabel(open ? "tagRed" : "tagGreen", m_texts(formal)), 0,
                        Qt::AlignVCenter);
    }
    line->addStretch();
    if (m_card.clear == Clear::Uncleared || m_card.clear == Clear::Unknown)
        line->addWidget(link(m_texts(m_card.clear == Clear::Uncleared ? "desktop.card.why"
                                                                      : "desktop.card.why_unknown"),
                             m_links.why));
    block->addLayout(line);
    QStringList about;
    QStringList path;
    for (const std::string& above : m_card.path)
        path << toQString(above);
    if (path.size() > 1)
        path.removeFirst(); // the prefecture is the same for all
    if (!path.isEmpty())
        about << path.join(' ');
    if (m_card.isPoor == Flag::Yes)
        about << m_texts(m_card.level == Level::County ? "desktop.card.poor_county"
                         : m_card.level == Level::Town ? "desktop.card.poor_town"
                                                       : "desktop.card.poor_village");
    about << toQString(m_card.code);
    auto* aboutLabel = cardLabel("quiet", about.join(QStringLiteral(" • ")));
    aboutLabel->setWordWrap(true);
    aboutLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    block->addWidget(aboutLabel);
    if (m_card.children > 0) {
        auto* below = new QHBoxLayout;
        below->addWidget(link(m_texts("desktop.card.children",
                                      {{"count", withThousands(m_card.children)},
                                       {"level", m_texts(titleOf(m_card.childLevel)).toStdString()},
                                       {"uncleared", withThousands(m_card.childrenUncleared)}}),
                              [open = m_links.records] { open(session::RecordKind::Children); }));
        below->addStretch();
        block->addLayout(below);
    }
    const bool drawn =
        m_card.areaGrade == AreaGrade::Approximate || m_card.areaGrade == AreaGrade::Voronoi;
    if (drawn)
        block->addWidget(cardLabel("quiet", m_texts("desktop.card.area_approximate")));
}

void UnitCardWriter::writeFigures()
{
    auto* block = addBlock(m_rows);
    auto* figures = new QGridLayout;
    figures->setHorizontalSpacing(16);
    figures->setVerticalSpacing(0);
    figures->addWidget(cardLabel("quiet", m_texts("desktop.card.remaining")), 0, 0);
    figures->addWidget(cardLabel("quiet", m_texts("desktop.card.incidence")), 0, 1);
    const auto remaining = [this](session::CountedBy by) {
        return
            [this, by, open = m_links.households,
             asked = question(by == session::CountedBy::OriginUnit ? "desktop.list.remaining_origin"
                                                                   : "desktop.list.remaining",
                              {}, [by](const session::WorkspaceView& view, RowIndex unit) {
                                  return session::remainingHouseholds(view, unit, by);
                              })] { open(asked); };
    };
    auto* left = new QHBoxLayout;
    left->setSpacing(4);
    const auto figure = [&](long long value, std::string_view unit) {
        left->addWidget(link(number(value), remaining(session::CountedBy::CurrentUnit), "keyLink"),
                        0, Qt::AlignBottom);
        auto* word = cardLabel("quiet", m_texts(unit));
        word->setContentsMargins(0, 0, 4, 5);
        left->addWidget(word, 0, Qt::AlignBottom);
    };
    figure(m_card.remaining.households, "desktop.unit.households");
    figure(m_card.remaining.persons, "desktop.unit.persons");
    left->addStretch();
    figures->addLayout(left, 1, 0);
    auto* right = new QHBoxLayout;
    right->setSpacing(4);
    if (std::isfinite(m_card.incidence)) {
        right->addWidget(
            link(percent(m_card.incidence), remaining(session::CountedBy::OriginUnit), "keyLink"),
            0, Qt::AlignBottom);
        auto* word = cardLabel("quiet", QStringLiteral("%"));
        word->setContentsMargins(0, 0, 0, 5);
        right->addWidget(word, 0, Qt::AlignBottom);
    } else {
        right->addWidget(cardLabel("title", m_texts("desktop.unknown")), 0, Qt::AlignBottom);
    }
    right->addStretch();
    figures->addLayout(right, 1, 1);
    figures->setColumnStretch(0, 3);
    figures->setColumnStretch(1, 2);
    block->addLayout(figures);
    writeDenominator(block);
    if (m_card.remainingByOrigin.persons != m_card.remaining.persons) {
        auto* line = new QHBoxLayout;
        line->addWidget(
            link(m_texts("desktop.card.by_origin",
                         {{"households", withThousands(m_card.remainingByOrigin.households)},
                          {"persons", withThousands(m_card.remainingByOrigin.persons)}}),
                 remaining(session::CountedBy::OriginUnit)));
        line->addStretch();
        block->addLayout(line);
    }
}

void UnitCardWriter::writeDenominator(QVBoxLayout* block)
{
    QString denominator = m_texts("desktop.card.no_denominator");
    if (m_card.agriPersons >= 0)
        denominator = m_card.agriAsOf ? m_texts("desktop.card.denominator_dated",
                                                {{"persons", withThousands(m_card.agriPersons)},
                                                 {"date", m_card.agriAsOf->iso()}})
                                      : m_texts("desktop.card.denominator",
                                                {{"persons", withThousands(m_card.agriPersons)}});
    auto* label = cardLabel("quiet", denominator);
    label->setWordWrap(true);
    block->addWidget(label);
}

void UnitCardWriter::writeClosure()
{
    auto* block = addBlock(m_rows);
    auto* days = new QWidget;
    if (m_card.daysLeft) {
        auto* line = new QHBoxLayout(days);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(4);
        const bool late = *m_card.daysLeft < 0;
        line->addWidget(
            cardLabel("small", m_texts(late ? "desktop.days.late" : "desktop.days.left")), 0,
            Qt::AlignBottom);
        line->addWidget(cardLabel("lateFigure", number(std::abs(*m_card.daysLeft))));
        line->addWidget(cardLabel("small", m_texts("desktop.days.unit")), 0, Qt::AlignBottom);
    }
    addPair(block, cardLabel("section", m_texts("desktop.card.closure")), days);
    auto* bar = new ClosureBar;
    bar->setFixedHeight(20);
    bar->show(m_card.tally);
    bar->setAccessibleName(m_texts("desktop.card.closure"));
    block->addWidget(bar);
    if (m_card.tally.inScope() == 0) {
        block->addWidget(cardLabel("quiet", m_texts("desktop.card.none_in_scope")));
        return;
    }
    for (const Clear status : {Clear::Cleared, Clear::Uncleared, Clear::Unknown})
        writeTallyLine(block, status);
    writeAtRisk(block);
    writePace(block);
}

void UnitCardWriter::writeTallyLine(QVBoxLayout* block, Clear status)
{
    const auto at = static_cast<std::size_t>(status);
    const auto total = m_card.tally.inScope();
    const auto households = m_card.tally.households[at];
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    auto* patch = new QLabel;
    patch->setPixmap(statusPatch(status, 10, m_pixelRatio));
    line->addWidget(patch);
    auto* title = cardLabel("small", m_texts(titleOf(status)));
    title->setMinimumWidth(44);
    line->addWidget(title);
    const LocalText word =
        m_texts.inBoth([&](Language) { return Message{std::string(titleOf(status))}; });
    line->addWidget(
        link(m_texts("desktop.count.both", {{"households", withThousands(households)},
                                            {"persons", withThousands(m_card.tally.persons[at])}}),
             [open = m_links.households,
              asked = question("desktop.list.what", word,
                               [status](const session::WorkspaceView& view, RowIndex unit) {
                                   return session::householdsWith(view, unit, status);
                               })] { open(asked); }));
    line->addStretch();
    const QString share =
        QString::number(100.0 * static_cast<double>(households) / static_cast<double>(total), 'f',
                        1) +
        QStringLiteral(" %");
    line->addWidget(cardLabel(
        "quiet", status == Clear::Unknown
                     ? m_texts("desktop.card.not_counted", {{"share", share.toStdString()}})
                     : share));
    block->addLayout(line);
    if (status == Clear::Cleared)
        writeVerified(block);
}

/// On a line of its own: beside the figures of a county it would be wider than the card.
void UnitCardWriter::writeVerified(QVBoxLayout* block)
{
    auto* line = new QHBoxLayout;
    line->addStretch();
    line->addWidget(
        link(m_texts("desktop.card.verified", {{"households", withThousands(m_card.tally.real)}}),
             [open = m_links.households,
              asked = question("desktop.list.verified", {},
                               [](const session::WorkspaceView& view, RowIndex unit) {
                                   return session::verifiedHouseholds(view, unit);
                               })] { open(asked); }));
    block->addLayout(line);
}

void UnitCardWriter::writeAtRisk(QVBoxLayout* block)
{
    if (m_card.tally.atRisk == 0)
        return;
    auto* line = new QHBoxLayout;
    line->addWidget(
        link(m_texts("desktop.card.at_risk", {{"households", withThousands(m_card.tally.atRisk)}}),
             [open = m_links.households,
              asked = question("desktop.list.at_risk", {},
                               [](const session::WorkspaceView& view, RowIndex unit) {
                                   return session::householdsAtRisk(view, unit);
                               })] { open(asked); }));
    line->addStretch();
    block->addLayout(line);
}

void UnitCardWriter::writePace(QVBoxLayout* block)
{
    m_pace = cardLabel("warning", QString());
    m_pace->setWordWrap(true);
    m_pace->hide();
    block->addWidget(m_pace);
}

} // namespace guatu::desktop
