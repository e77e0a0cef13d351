// SPDX-License-Identifier: MIT
#include "desktop/trip_side.h"

#include "desktop/card_layout.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/trip_keeper.h"
#include "desktop/trip_stop_row.h"
#include "desktop/trip_words.h"
#include "trips/reasons.h"
#include "trips/timing.h"

namespace guatu::desktop
{
namespace
{

constexpr std::size_t mostLeftOut = 60; ///< rows; the others are counted

} // namespace

TripSide::TripSide(const Texts& texts, TripKeeper& keeper, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_keeper(keeper),
      m_title(makeLabel("title")),
      m_date(makeLabel("quiet")),
      m_summary(makeLabel("small")),
      m_badge(new QPushButton),
      m_head(new QWidget),
      m_footer(new QWidget)
{
    setLook(this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new QVBoxLayout(m_head);
    head->setContentsMargins(16, 12, 16, 10);
    head->setSpacing(4);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_title);
    line->addWidget(m_date);
    line->addStretch();
    line->addWidget(m_badge);
    head->addLayout(line);
    m_summary->setWordWrap(true);
    head->addWidget(m_summary);
    const CardArea card = makeCardArea();
    m_area = card.area;
    m_rows = card.rows;
    buildFooter();
    layout->addWidget(m_head);
    addRule(layout);
    layout->addWidget(m_area, 1);
    layout->addWidget(m_footer);
    setMinimumWidth(304);
    connect(m_badge, &QPushButton::clicked, this, &TripSide::violationsAsked);
    connect(&keeper, &TripKeeper::changed, this, &TripSide::refresh);
    connect(&keeper, &TripKeeper::choiceChanged, this, &TripSide::refresh);
    texts.keep(this, [this] { refresh(); });
}

void TripSide::buildFooter()
{
    setLook(m_footer, "footer");
    auto* layout = new QHBoxLayout(m_footer);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    const auto add = [&](std::string_view title, auto signal, const char* look = "smallButton") {
        auto* button = new QPushButton;
        setLook(button, look);
        m_texts.keep(button, [this, button, title] { button->setText(m_texts(title)); });
        connect(button, &QPushButton::clicked, this, signal);
        layout->addWidget(button);
    };
    add("desktop.trip.books_button", &TripSide::booksAsked, "primary");
    add("desktop.trip.gpx", &TripSide::gpxAsked);
    add("desktop.trip.links_button", &TripSide::linksAsked);
    add("desktop.trip.out.button", &TripSide::exportAsked);
    layout->addStretch();
}

QString TripSide::badge() const
{
    if (!m_keeper.draft())
        return {};
    const std::size_t count = m_keeper.draft()->violations().size();
    return count == 0 ? m_texts("desktop.trip.sound")
                      : m_texts("desktop.trip.broken", {{"count", std::to_string(count)}});
}

void TripSide::refresh()
{
    const session::TripDraft* draft = m_keeper.draft();
    const bool hasDay = draft && !draft->plan().days.empty();
    m_head->setVisible(hasDay);
    m_footer->setVisible(hasDay);
    clearRows(m_rows);
    if (!hasDay) {
        auto* empty = cardLabel("quiet", m_texts("desktop.trip.none"));
        empty->setWordWrap(true);
        addBlock(m_rows)->addWidget(empty);
        return;
    }
    const trips::Problem& problem = draft->problem();
    const trips::DayPlan& day = draft->plan().days[m_keeper.route()];
    m_title->setText(tripRouteTitle(problem, day, m_texts));
    m_date->setText(tripDateText(dateOf(problem, day), m_texts));
    setLook(m_badge, draft->violations().empty() ? "soundTag" : "brokenTag");
    m_badge->setText(badge());
    const trips::DayTotals totals = totalsOf(problem, day);
    const std::string& from = problem.places[problem.bases[day.from].place].name;
    m_summary->setText(
        day.visits.empty() && day.departure == day.back
            ? m_texts("desktop.trip.idle_day")
            : m_texts("desktop.trip.summary",
                      {{"from", from},
                       {"departure", tripClock(day.departure).toStdString()},
                       {"driving", tripLengthText(totals.driving, m_texts).toStdString()},
                       {"km", kilometresText(totals.metres).toStdString()},
                       {"back", tripClock(day.back).toStdString()},
                       {"night", nightText(problem, day, m_texts).toStdString()}}));
    writeStops(m_rows);
    writeLeftOut(m_rows);
}

void TripSide::writeStops(QVBoxLayout* rows)
{
    const session::TripDraft& draft = *m_keeper.draft();
    const trips::Problem& problem = draft.problem();
    const trips::DayPlan& day = draft.plan().days[m_keeper.route()];
    const std::size_t dayNumber = problem.teams[day.team].days[day.teamDay].day;
    for (const QString& sentence :
         brokenOfDay(problem, draft.plan(), draft.violations(), m_keeper.route(), m_texts)) {
        auto* warning = cardLabel("tripBroken", sentence);
        warning->setWordWrap(true);
        rows->addWidget(warning);
    }
    for (std::size_t i = 0; i < day.visits.size(); ++i) {
        const trips::Visit& visit = day.visits[i];
        const trips::Stop& stop = problem.stops[visit.stop];
        const session::StopFacts& facts = m_keeper.facts(visit.stop);
        auto* row =
            new TripStopRow({day.team, dayNumber, QString::number(i + 1)}, toQString(stop.name),
                            tripClock(visit.start) + QStringLiteral("–") + tripClock(visit.end));
        if (facts.isListed)
            row->addTag(QStringLiteral("督"));
        row->addLine("small", stopReason(stop, facts, m_texts));
        row->addLine("quiet", stopItems(facts, m_texts));
        row->addLine("quiet", stopAnswers(facts));
        if (draft.isLocked(visit.stop))
            row->addLine("quiet", m_texts("desktop.trip.is_locked"));
        row->setChosen(m_keeper.stop() == visit.stop);
        connect(row, &TripStopRow::clicked, this,
                [this, at = visit.stop] { m_keeper.chooseStop(at); });
        connect(row, &TripStopRow::menuAsked, this,
                [this, at = visit.stop](QPoint global) { emit menuAsked(at, global); });
        rows->addWidget(row);
    }
}

void TripSide::writeLeftOut(QVBoxLayout* rows)
{
    const session::TripDraft& draft = *m_keeper.draft();
    const auto& all = draft.plan().leftOut;
    auto* title = new QWidget;
    setLook(title, "panelHead");
    auto* line = new QHBoxLayout(title);
    line->setContentsMargins(16, 8, 16, 8);
    line->addWidget(cardLabel("section", m_texts("desktop.trip.left_out_count",
                                                 {{"count", std::to_string(all.size())}})));
    line->addStretch();
    line->addWidget(cardLabel("quiet", m_texts("desktop.trip.each_reason")));
    rows->addWidget(title);
    std::vector<const trips::LeftOutStop*> order;
    for (const trips::LeftOutStop& left : all)
        order.push_back(&left);
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](const trips::LeftOutStop* left) {
        const trips::Stop& stop = draft.problem().stops[left->stop];
        return std::pair(stop.wish == trips::Wish::Must, stop.priority);
    });
    for (std::size_t i = 0; i < std::min(order.size(), mostLeftOut); ++i) {
        const trips::LeftOutStop& left = *order[i];
        const trips::Stop& stop = draft.problem().stops[left.stop];
        auto* row = new TripStopRow({.isLeftOut = true}, toQString(stop.name),
                                    stop.wish == trips::Wish::Must ? m_texts("trips.wish.must")
                                                                   : QString());
        row->addLine("small", m_texts(reasonText(draft.problem(), left)));
        row->setChosen(m_keeper.stop() == left.stop);
        auto* add = linkButton(m_texts("desktop.trip.add"));
        add->setAccessibleName(m_texts("desktop.trip.add") + ' ' + toQString(stop.name));
        connect(add, &QPushButton::clicked, this, [this, at = left.stop] {
            m_keeper.change([at](session::TripDraft& changed) { changed.add(at); });
            m_keeper.chooseStop(at);
        });
        row->addButton(add);
        connect(row, &TripStopRow::clicked, this,
                [this, at = left.stop] { m_keeper.chooseStop(at); });
        connect(row, &TripStopRow::menuAsked, this,
                [this, at = left.stop](QPoint global) { emit menuAsked(at, global); });
        rows->addWidget(row);
    }
    if (order.size() > mostLeftOut)
        addBlock(rows)->addWidget(
            cardLabel("quiet", m_texts("desktop.trip.more_left_out",
                                       {{"count", std::to_string(order.size() - mostLeftOut)}})));
}

} // namespace guatu::desktop
