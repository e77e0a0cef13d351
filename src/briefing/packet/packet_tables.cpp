// SPDX-License-Identifier: MIT
#include "briefing/packet/packet_tables.h"

#include "core/text.h"
#include "session/household_list.h"
#include "session/household_set.h"
#include "session/tables/table_parts.h"
#include "session/trip/trip_export.h"
#include "session/trip/trip_tables.h"

#include <algorithm>
#include <set>

namespace guatu::briefing
{
namespace
{

using session::column;

Table cardTable()
{
    return Table("card", {},
                 {column("column.card_item"), column("column.card_ledger"),
                  column("column.card_found"), column("column.card_remark")});
}

/// One line of a card: what the ledger says, and boxes for what is found there.
void addItem(Table& table, const LocalText& item, std::string_view ledger)
{
    table.addRow({item, localText(Message{std::string(ledger)}),
                  localText(Message{"briefing.packet.boxes"}), Blank{}});
}

void addProblems(Table& table, std::size_t count)
{
    if (count > 0)
        addItem(table,
                localText(Message{"briefing.packet.problems", {{"count", std::to_string(count)}}}),
                "briefing.packet.open");
}

/// The last line of a card, to be written into.
void addRoomForAll(Table& table)
{
    table.addRow({localText(Message{"briefing.packet.whole"}), Blank{}, Blank{}, Blank{}});
}

/// The hamlet with its village's name before it, once.
std::string placeOf(const session::HouseholdRow& row)
{
    return row.group.starts_with(row.village) ? std::string(row.group)
                                              : std::string(row.village) + std::string(row.group);
}

HouseholdCard cardOf(const session::WorkspaceView& view, const PacketContent& content,
                     const session::HouseholdRow& row, std::size_t number, Language language)
{
    const auto criteria = session::householdCriteria(view);
    HouseholdCard card{{}, cardTable()};
    const std::string code(row.code);
    const auto head = content.heads.find(code);
    const std::string persons =
        row.persons < 0
            ? text("briefing.packet.persons_unknown", language)
            : text({"briefing.packet.persons", {{"count", std::to_string(row.persons)}}}, language);
    card.title = text({"briefing.packet.card",
                       {{"number", std::to_string(number)},
                        {"place", placeOf(row)},
                        {"code", code},
                        {"persons", persons}}},
                      language);
    if (head != content.heads.end())
        card.title += "  " + head->second;
    for (const std::uint8_t unmet : row.unmet)
        addItem(card.items, criteria[unmet].title, "briefing.packet.unmet");
    for (const std::uint8_t unknown : row.unknown)
        addItem(card.items, criteria[unknown].title, "briefing.packet.unknown");
    addProblems(card.items, static_cast<std::size_t>(std::max(0, row.openProblems)));
    addRoomForAll(card.items);
    return card;
}

/// Of a place that is visited for itself: what is open in all of it.
HouseholdCard placeCard(const PacketContent& content, std::size_t stop, std::size_t number,
                        Language language)
{
    const trips::Stop& visited = content.trip.problem.stops[stop];
    const session::StopFacts& facts = content.facts[stop];
    HouseholdCard card{{}, cardTable()};
    card.title = text({"briefing.packet.place_card",
                       {{"number", std::to_string(number)},
                        {"place", visited.name},
                        {"code", visited.id},
                        {"purpose", visited.purpose}}},
                      language);
    for (const auto& open : facts.lacks)
        addItem(card.items,
                localText(Message{
                    "briefing.packet.households_lack",
                    {{"what", open.title.in(language)}, {"count", std::to_string(open.count)}}}),
                "briefing.packet.unmet");
    if (facts.unknownItems > 0)
        addItem(card.items,
                localText(Message{"briefing.packet.households_unknown",
                                  {{"count", std::to_string(facts.unknownItems)}}}),
                "briefing.packet.unknown");
    addProblems(card.items, facts.openProblems);
    addRoomForAll(card.items);
    return card;
}

} // namespace

Table packetStopTable(const PacketContent& content, std::size_t day)
{
    const trips::DayPlan& plan = content.trip.plan.days[day];
    return session::tripStopTable(session::tripPart(
        content.trip, {.team = plan.team, .day = dateOf(content.trip.problem, plan)}));
}

Table packetContactTable(const PacketContent& content, std::size_t day)
{
    Table table("contacts", localText(Message{"briefing.packet.contacts"}),
                {column("column.stops"), column("column.answer_role"),
                 column("column.answer_organisation"), column("column.telephone")});
    // One row for each office, with the numbers of the stops it answers for.
    std::vector<std::pair<session::StopFacts::Answers, std::string>> offices;
    const auto& visits = content.trip.plan.days[day].visits;
    for (std::size_t i = 0; i < visits.size(); ++i)
        for (const session::StopFacts::Answers& office : content.facts[visits[i].stop].answers) {
            const auto found = std::ranges::find(
                offices, office, &std::pair<session::StopFacts::Answers, std::string>::first);
            if (found == offices.end())
                offices.emplace_back(office, std::to_string(i + 1));
            else
                found->second += "、" + std::to_string(i + 1);
        }
    std::ranges::stable_sort(offices, {}, [](const auto& each) { return each.first.role; });
    for (const auto& [office, stops] : offices)
        table.addRow({stops, session::textCell(office.role), session::textCell(office.organisation),
                      Blank{}});
    return table;
}

Table packetDirectionTable(const session::WorkspaceView& view, const PacketContent& content,
                           std::size_t day, std::size_t drive)
{
    Table table("directions", {},
                {column("column.order", ColumnKind::Integer), column("column.turn"),
                 column("column.road"), column("column.surface", ColumnKind::Word),
                 column("column.step_km", ColumnKind::Decimal, 1),
                 column("column.total_km", ColumnKind::Decimal, 1)});
    constexpr double km = 1000;
    std::int64_t order = 0;
    double total = 0;
    if (day < content.directions.size() && drive < content.directions[day].size())
        for (const session::DriveStep& step : content.directions[day][drive]) {
            total += step.metres;
            const TableCell road =
                step.road.empty()
                    ? TableCell{session::word(view.profile, "road_class", step.roadClass).title}
                    : TableCell{step.road};
            table.addRow({++order, localText(turnText(step.turn)), road,
                          session::wordCell(view.profile, "surface", step.surface),
                          step.metres / km, total / km});
        }
    const auto& visits = content.trip.plan.days[day].visits;
    if (drive >= visits.size())
        return table;
    const trips::Problem& problem = content.trip.problem;
    const trips::Place& place = problem.places[problem.stops[visits[drive].stop].place];
    if (place.walk > 0)
        table.addRow({++order, localText(Message{"trips.turn.walk"}),
                      localText(Message{"trips.turn.walk_to",
                                        {{"place", content.facts[visits[drive].stop].shortName},
                                         {"minutes", std::to_string((place.walk + 30) / 60)}}}),
                      Blank{}, place.walkMetres / km, Blank{}});
    return table;
}

Table packetViolationTable(const PacketContent& content, std::size_t day)
{
    Table table("violations", {}, {column("column.violation")});
    for (const trips::Violation& violation : content.violations)
        if (!violation.day || *violation.day == day)
            table.addRow(
                {localText(violationText(content.trip.problem, content.trip.plan, violation))});
    return table;
}

std::vector<HouseholdCard> householdCards(const session::WorkspaceView& view,
                                          const PacketContent& content, std::size_t stop,
                                          std::size_t number, Language language)
{
    const auto& subjects = content.trip.problem.stops[stop].subjects;
    const auto rows =
        session::householdsByCode(view, std::set<std::string>(subjects.begin(), subjects.end()));
    std::vector<HouseholdCard> cards;
    if (subjects.empty())
        cards.push_back(placeCard(content, stop, number, language));
    for (const session::HouseholdRow& row : session::householdRows(view, rows))
        cards.push_back(cardOf(view, content, row, number, language));
    return cards;
}

} // namespace guatu::briefing
