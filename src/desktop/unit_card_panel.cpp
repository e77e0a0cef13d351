// SPDX-License-Identifier: MIT
#include "desktop/unit_card_panel.h"

#include "desktop/card_layout.h"
#include "desktop/closure_bar.h"
#include "desktop/icons.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"

#include <QGridLayout>

#include <cmath>

namespace guatu::desktop
{
namespace
{

const char* topicSymbol(const std::string& criterion)
{
    if (criterion == "housing")
        return "topic-housing";
    if (criterion == "income" || criterion == "livelihood")
        return "topic-income";
    if (criterion == "water")
        return "water";
    if (criterion == "education")
        return "school";
    if (criterion == "medical")
        return "clinic";
    return "market";
}

std::string text(long long value)
{
    return number(value).toStdString();
}

} // namespace

UnitCardPanel::UnitCardPanel(const Texts& texts, Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_texts(texts), m_workbench(workbench), m_fit(new QPushButton)
{
    const CardArea card = makeCardArea();
    m_rows = card.rows;
    auto* footer = new QWidget;
    setLook(footer, "footer");
    footer->setFixedHeight(48);
    auto* footerLayout = new QHBoxLayout(footer);
    footerLayout->setContentsMargins(16, 0, 16, 0);
    setLook(m_fit, "smallButton");
    footerLayout->addWidget(m_fit);
    footerLayout->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(card.area);
    layout->addWidget(footer);

    connect(m_fit, &QPushButton::clicked, this, [this] {
        if (m_workbench.isOpen() && m_workbench.unit() != noRow)
            m_workbench.visit(m_workbench.unit());
    });
    connect(&workbench, &Workbench::unitChanged, this, &UnitCardPanel::ask);
    connect(&workbench, &Workbench::closed, this, [this] {
        m_job.cancel();
        m_filled = false;
        clearRows(m_rows);
    });
    connect(&m_job, &BackgroundJob::failed, this, &UnitCardPanel::failed);
    m_texts.keep(this, [this] {
        m_fit->setText(m_texts("desktop.card.fit"));
        if (m_filled)
            fill();
    });
}

void UnitCardPanel::ask()
{
    if (!m_workbench.isOpen() || m_workbench.unit() == noRow) {
        clearRows(m_rows);
        auto* block = addBlock(m_rows);
        auto* empty = cardLabel("quiet", m_texts("desktop.card.no_units"));
        empty->setWordWrap(true);
        block->addWidget(empty);
        return;
    }
    m_job.start([this, view = m_workbench.sharedView(),
                 unit = m_workbench.unit()](const Progress&) -> BackgroundJob::Finish {
        auto card = session::unitCard(*view, unit);
        return [this, view, card = std::move(card)] {
            if (view != m_workbench.sharedView())
                return;
            m_card = card;
            m_filled = true;
            fill();
            emit shown();
        };
    });
}

void UnitCardPanel::fill()
{
    clearRows(m_rows);
    addHead();
    addRule(m_rows);
    addFigures();
    addRule(m_rows);
    addClosure();
    addRule(m_rows);
    addBlockers();
    addListings();
    addProblems();
    addResponsibilities();
}

void UnitCardPanel::addHead()
{
    auto* block = addBlock(m_rows);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    auto* name = cardLabel("unitName", toQString(m_card.name));
    name->setWordWrap(true);
    line->addWidget(name, 0);
    if (const auto formal = formalTitle(m_card.formal, m_card.level); !formal.empty()) {
        const bool open =
            m_card.formal == FormalStatus::Unexited || m_card.formal == FormalStatus::Returned;
        line->addWidget(cardLabel(open ? "tagRed" : "tagGreen", m_texts(formal)), 0,
                        Qt::AlignVCenter);
    }
    line->addStretch();
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
                                                       : "desktop.card.poor_village");
    about << toQString(m_card.code);
    auto* aboutLabel = cardLabel("quiet", about.join(QStringLiteral(" • ")));
    aboutLabel->setWordWrap(true);
    aboutLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    block->addWidget(aboutLabel);
    const bool drawn =
        m_card.areaGrade == AreaGrade::Approximate || m_card.areaGrade == AreaGrade::Voronoi;
    if (drawn)
        block->addWidget(cardLabel("quiet", m_texts("desktop.card.area_approximate")));
}

void UnitCardPanel::addFigures()
{
    auto* block = addBlock(m_rows);
    auto* figures = new QGridLayout;
    figures->setHorizontalSpacing(16);
    figures->setVerticalSpacing(0);
    figures->addWidget(cardLabel("quiet", m_texts("desktop.card.remaining")), 0, 0);
    figures->addWidget(cardLabel("quiet", m_texts("desktop.card.incidence")), 0, 1);
    auto* left = new QHBoxLayout;
    left->setSpacing(4);
    const auto figure = [&](long long value, std::string_view unit) {
        left->addWidget(cardLabel("keyFigure", number(value)), 0, Qt::AlignBottom);
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
    const bool known = std::isfinite(m_card.incidence);
    right->addWidget(cardLabel(known ? "keyFigure" : "title",
                               known ? percent(m_card.incidence) : m_texts("desktop.unknown")),
                     0, Qt::AlignBottom);
    if (known) {
        auto* word = cardLabel("quiet", QStringLiteral("%"));
        word->setContentsMargins(0, 0, 0, 5);
        right->addWidget(word, 0, Qt::AlignBottom);
    }
    right->addStretch();
    figures->addLayout(right, 1, 1);
    figures->setColumnStretch(0, 3);
    figures->setColumnStretch(1, 2);
    block->addLayout(figures);

    QString denominator = m_texts("desktop.card.no_denominator");
    if (m_card.agriPersons >= 0)
        denominator =
            m_card.agriAsOf
                ? m_texts("desktop.card.denominator_dated",
                          {{"persons", text(m_card.agriPersons)}, {"date", m_card.agriAsOf->iso()}})
                : m_texts("desktop.card.denominator", {{"persons", text(m_card.agriPersons)}});
    auto* label = cardLabel("quiet", denominator);
    label->setWordWrap(true);
    block->addWidget(label);
    if (m_card.remainingByOrigin.persons != m_card.remaining.persons)
        block->addWidget(
            cardLabel("quiet", m_texts("desktop.card.by_origin",
                                       {{"households", text(m_card.remainingByOrigin.households)},
                                        {"persons", text(m_card.remainingByOrigin.persons)}})));
}

void UnitCardPanel::addClosure()
{
    auto* block = addBlock(m_rows);
    auto* days = cardLabel("quiet", QString());
    if (m_card.daysLeft) {
        days->setText(daysText(*m_card.daysLeft, m_texts));
        setLook(days, "late");
    }
    addPair(block, cardLabel("section", m_texts("desktop.card.closure")), days);
    auto* bar = new ClosureBar;
    bar->setFixedHeight(20);
    bar->show(m_card.tally);
    bar->setAccessibleName(m_texts("desktop.card.closure"));
    block->addWidget(bar);

    const auto total = m_card.tally.inScope();
    if (total == 0) {
        block->addWidget(cardLabel("quiet", m_texts("desktop.card.none_in_scope")));
        return;
    }
    for (const Clear status : {Clear::Cleared, Clear::Uncleared, Clear::Unknown}) {
        const auto at = static_cast<std::size_t>(status);
        const auto households = m_card.tally.households[at];
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        auto* patch = new QLabel;
        patch->setPixmap(statusPatch(status, 10, devicePixelRatioF()));
        line->addWidget(patch);
        line->addWidget(cardLabel("small", m_texts(titleOf(status))), 1);
        auto* link = linkButton(
            m_texts("desktop.count.both", {{"households", text(households)},
                                           {"persons", text(m_card.tally.persons[at])}}));
        connect(link, &QPushButton::clicked, this, [this, status] {
            emit listAsked(HouseholdColumn::Clear, std::string(toString(status)));
        });
        line->addWidget(link);
        auto* share = cardLabel("quiet", QString::number(100.0 * static_cast<double>(households) /
                                                             static_cast<double>(total),
                                                         'f', 1) +
                                             QStringLiteral(" %"));
        share->setMinimumWidth(46);
        share->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        line->addWidget(share);
        block->addLayout(line);
    }
}

void UnitCardPanel::addBlockers()
{
    auto* block = addBlock(m_rows);
    addPair(block, cardLabel("section", m_texts("desktop.card.blockers")),
            cardLabel("quiet", m_texts("desktop.card.blockers_order")));
    if (m_card.blockers.empty())
        block->addWidget(cardLabel("quiet", m_texts("desktop.card.no_blockers")));
    const Date today = m_workbench.view().snapshot.asOf;
    for (const session::CardBlocker& blocker : m_card.blockers) {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        auto* picture = new QLabel;
        picture->setPixmap(symbolIcon(QString::fromLatin1(topicSymbol(blocker.criterion)))
                               .pixmap(QSize(16, 16), devicePixelRatioF()));
        row->addWidget(picture, 0, Qt::AlignTop);
        auto* lines = new QVBoxLayout;
        lines->setSpacing(0);
        auto* count = linkButton(
            m_texts("desktop.count.households", {{"count", text(blocker.unmetHouseholds)}}));
        connect(count, &QPushButton::clicked, this,
                [this, id = blocker.criterion] { emit listAsked(HouseholdColumn::Unmet, id); });
        addPair(lines,
                cardLabel("strong", m_texts("desktop.card.unmet",
                                            {{"criterion", m_texts(blocker.title).toStdString()}})),
                count);
        QWidget* unknown = nullptr;
        if (blocker.unknownHouseholds > 0) {
            auto* link = linkButton(
                m_texts("desktop.card.unchecked", {{"count", text(blocker.unknownHouseholds)}}));
            connect(link, &QPushButton::clicked, this, [this, id = blocker.criterion] {
                emit listAsked(HouseholdColumn::Unknown, id);
            });
            unknown = link;
        } else {
            unknown = cardLabel("quiet", m_texts("desktop.card.all_checked"));
        }
        QLabel* due = cardLabel("quiet", QString());
        if (blocker.due) {
            const int late = daysBetween(*blocker.due, today);
            due =
                late > 0
                    ? cardLabel("late", daysText(-late, m_texts))
                    : cardLabel("quiet",
                                m_texts("desktop.due",
                                        {{"date", shortDate(*blocker.due, today).toStdString()}}));
        }
        auto* second = new QHBoxLayout;
        second->addWidget(unknown, 0, Qt::AlignLeft);
        second->addStretch();
        second->addWidget(due);
        lines->addLayout(second);
        row->addLayout(lines, 1);
        block->addLayout(row);
        block->addSpacing(4);
    }
}

void UnitCardPanel::addListings()
{
    if (m_card.listings.empty())
        return;
    addRule(m_rows);
    auto* block = addBlock(m_rows);
    block->addWidget(cardLabel("section", m_texts("desktop.card.listings")));
    for (const session::CardListing& listing : m_card.listings) {
        auto* tag = cardLabel("tagListed", m_texts(issuerTitle(listing.issuerLevel)));
        auto* reason = cardLabel("small", m_texts(listing.reason));
        reason->setWordWrap(true);
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(tag, 0, Qt::AlignTop);
        row->addWidget(reason, 1);
        block->addLayout(row);
        if (!listing.official)
            block->addWidget(cardLabel("warning", m_texts("desktop.card.rule_only")));
    }
}

void UnitCardPanel::addProblems()
{
    constexpr std::size_t most = 12;
    addRule(m_rows);
    auto* block = addBlock(m_rows);
    const auto count = m_card.openProblems.size();
    block->addWidget(
        cardLabel("section", m_texts("desktop.card.problems", {{"count", std::to_string(count)}})));
    if (count == 0)
        block->addWidget(cardLabel("quiet", m_texts("desktop.card.no_problems")));
    const Snapshot& snapshot = m_workbench.view().snapshot;
    for (std::size_t i = 0; i < std::min(count, most); ++i) {
        const std::size_t row = m_card.openProblems[i];
        auto* title = cardLabel("small", toQString(snapshot.problems.text[row]));
        title->setWordWrap(true);
        QLabel* due = cardLabel("quiet", toQString(snapshot.problems.source[row]));
        if (snapshot.problems.dueOn[row]) {
            const int late = daysBetween(*snapshot.problems.dueOn[row], snapshot.asOf);
            due =
                late > 0
                    ? cardLabel("late", daysText(-late, m_texts))
                    : cardLabel(
                          "quiet",
                          m_texts("desktop.due",
                                  {{"date", shortDate(*snapshot.problems.dueOn[row], snapshot.asOf)
                                                .toStdString()}}));
        }
        addPair(block, title, due);
    }
    if (count > most)
        block->addWidget(cardLabel("quiet", m_texts("desktop.card.more_problems",
                                                    {{"count", std::to_string(count - most)}})));
}

void UnitCardPanel::addResponsibilities()
{
    if (m_card.responsibilities.empty())
        return;
    addRule(m_rows);
    auto* block = addBlock(m_rows);
    block->addWidget(cardLabel("section", m_texts("desktop.card.responsibilities")));
    const ResponsibilityColumns& all = m_workbench.view().snapshot.responsibilities;
    for (const std::size_t row : m_card.responsibilities) {
        auto* organisation = cardLabel("small", toQString(all.organisation[row]));
        organisation->setWordWrap(true);
        addPair(block, organisation, cardLabel("quiet", toQString(all.role[row])));
    }
}

} // namespace guatu::desktop
