// SPDX-License-Identifier: MIT
#include "session/tables/siting_table.h"

#include "core/crs.h"
#include "core/error.h"
#include "core/text.h"
#include "session/named_rows.h"
#include "session/service_ground.h"
#include "session/tables/table_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace guatu::session
{
namespace
{

using access::never;
using access::SitingGoal;
using access::Time;

/// Where a facility may be added.
struct Candidate {
    std::string name, code;
    Point at{};
    std::optional<double> cost{};
};

/// A problem with what its numbers stand for.
struct Case {
    std::vector<Candidate> candidates;
    Settlements settlements;
    access::SitingProblem problem;
    bool priced = false;      ///< whether costs count
    std::size_t unpriced = 0; ///< candidates left out since their cost is not known
};

std::string decimal(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

std::string count(double value)
{
    return withThousands(std::llround(value));
}

constexpr double mostCost = 1e12;

/// The places of a file.
std::vector<Candidate> candidatesOf(const Snapshot& snapshot, const std::filesystem::path& file)
{
    const Transform toMetres(std::string(storeCrs), snapshot.crs);
    std::vector<Candidate> candidates;
    for (NamedRows rows(file, {"name|名称", "lon|longitude|经度", "lat|latitude|纬度",
                               "?cost|费用|造价|投资"});
         rows.next();) {
        const Point at{rows.number(1, -180, 180), rows.number(2, -90, 90)};
        Candidate made{.name = rows.text(0), .code = {}, .at = toMetres.forward(at)};
        if (!rows.text(3).empty())
            made.cost = rows.number(3, 0, mostCost);
        candidates.push_back(std::move(made));
    }
    if (candidates.empty())
        throw inputError({"access.siting.no_candidates", {{"file", file.string()}}});
    return candidates;
}

std::vector<Candidate> candidatesOf(const WorkspaceView& view, RowIndex unit,
                                    const std::string& kind)
{
    std::error_code code;
    if (kind != "village" && kind != "hamlet") {
        if (!std::filesystem::exists(kind, code))
            throw inputError({"access.siting.candidates", {{"candidates", kind}}});
        return candidatesOf(view.snapshot, std::filesystem::path(kind));
    }
    const Level level = kind == "village" ? Level::Village : Level::Group;
    const UnitColumns& units = view.snapshot.units;
    const Places places(view.snapshot);
    std::vector<Candidate> candidates;
    for (RowIndex row = unit; row < subtreeEnd(units, unit); ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (units.level[at] != level)
            continue;
        if (const Point seat = places.unitPoint(row); seat.valid())
            candidates.push_back({units.name[at], units.code[at].str(), seat});
    }
    return candidates;
}

void takeFixed(const Snapshot& snapshot, const std::vector<std::string>& names, Case& made)
{
    for (const std::string& text : names) {
        const NamedPlace place = namedPlace(snapshot, text);
        const auto known = std::ranges::find(made.candidates, place.at, &Candidate::at);
        made.problem.fixed.push_back(static_cast<std::uint32_t>(known - made.candidates.begin()));
        if (known == made.candidates.end())
            made.candidates.push_back({place.name, text, place.at});
    }
}

void takeForbidden(const std::vector<std::string>& names, Case& made)
{
    for (const std::string& text : names) {
        bool found = false;
        for (std::uint32_t c = 0; c < made.candidates.size(); ++c)
            if (made.candidates[c].code == text || made.candidates[c].name == text) {
                made.problem.forbidden.push_back(c);
                found = true;
            }
        if (!found)
            throw inputError({"access.unknown_place", {{"place", text}}});
    }
}

/// Costs by code or name. A row for a place that is no candidate is an error: it would be lost.
void takeCosts(const std::filesystem::path& file, std::vector<Candidate>& candidates)
{
    for (NamedRows rows(file, {"place|地点|名称|name", "cost|费用|造价|投资"}); rows.next();) {
        const std::string place = rows.text(0);
        if (rows.text(1).empty())
            continue;
        bool found = false;
        for (Candidate& candidate : candidates)
            if (candidate.code == place || candidate.name == place) {
                candidate.cost = rows.number(1, 0, mostCost);
                found = true;
            }
        if (!found)
            throw inputError(
                {"access.siting.unknown_candidate",
                 {{"file", file.string()}, {"row", std::to_string(rows.row())}, {"place", place}}});
    }
}

/// Leaves out candidates without a cost where costs count; fixed ones need one.
void price(const SitingQuestion& question, Case& made)
{
    made.priced =
        !question.costs.empty() ||
        std::ranges::any_of(made.candidates, [](const Candidate& c) { return c.cost.has_value(); });
    if (question.budget && !made.priced)
        throw inputError({"access.siting.budget_without_costs"});
    if (!made.priced)
        return;
    for (std::uint32_t c = 0; c < made.candidates.size(); ++c) {
        made.problem.costs.push_back(made.candidates[c].cost.value_or(0));
        if (made.candidates[c].cost)
            continue;
        if (std::ranges::find(made.problem.fixed, c) != made.problem.fixed.end())
            throw inputError(
                {"access.siting.fixed_without_cost", {{"place", made.candidates[c].name}}});
        made.problem.forbidden.push_back(c);
        ++made.unpriced;
    }
    made.problem.budget = question.budget.value_or(made.problem.budget);
}

std::vector<Point> pointsOf(const Settlements& settlements)
{
    std::vector<Point> points;
    for (const Settlement& settlement : settlements.all)
        points.push_back(settlement.at);
    return points;
}

Case caseOf(const WorkspaceView& view, RowIndex unit, const SitingQuestion& question,
            const ServiceGround& ground)
{
    Case made{.candidates = candidatesOf(view, unit, question.candidates),
              .settlements = settlementsOf(view, unit, question.ages),
              .problem = {.goal = question.goal, .add = question.add, .limit = ground.limit()}};
    takeFixed(view.snapshot, question.fixed, made);
    takeForbidden(question.forbidden, made);
    if (!question.costs.empty())
        takeCosts(question.costs, made.candidates);
    price(question, made);
    const auto places = pointsOf(made.settlements);
    std::vector<Point> sites;
    for (const Candidate& candidate : made.candidates)
        sites.push_back(candidate.at);
    made.problem.today = ground.nearest(ground.pointsOf(ground.facilities().serving), places);
    // For a cover nothing beyond the limit matters.
    made.problem.times =
        ground.times(sites, places, question.goal == SitingGoal::Cover ? ground.limit() : never);
    for (const Settlement& settlement : made.settlements.all)
        made.problem.persons.push_back(static_cast<double>(settlement.persons));
    return made;
}

/// Persons within the limit, mean and longest figure of those that are reached.
struct Standing {
    double within = 0, mean = 0, longest = 0, reached = 0;
};

Standing standingOf(const Case& made, const ServiceGround& ground,
                    const std::vector<std::uint32_t>& chosen)
{
    Standing standing;
    for (std::size_t place = 0; place < made.problem.persons.size(); ++place) {
        Time best = made.problem.today[place];
        for (const std::uint32_t c : chosen)
            best = std::min(best, made.problem.times.at(c, place));
        const double persons = made.problem.persons[place];
        if (best == never || !(persons > 0))
            continue;
        standing.within += best <= ground.limit() ? persons : 0;
        standing.mean += persons * ground.figureOf(best);
        standing.longest = std::max(standing.longest, ground.figureOf(best));
        standing.reached += persons;
    }
    standing.mean = standing.reached > 0 ? standing.mean / standing.reached : 0;
    return standing;
}

const char* sentenceId(SitingGoal goal, bool minutes)
{
    switch (goal) {
    case SitingGoal::Cover:
        return "siting.cover";
    case SitingGoal::Median:
        return minutes ? "siting.median_minutes" : "siting.median_metres";
    case SitingGoal::Center:
        break;
    }
    return minutes ? "siting.center_minutes" : "siting.center_metres";
}

/// "The third school brings 412 persons more within the limit."
LocalText sentenceOf(SitingGoal goal, const ServiceGround& ground, std::size_t order, double gain,
                     const Standing& after, double all)
{
    const bool minutes = ground.byMinutes();
    const auto figure = [&](double value) { return minutes ? decimal(value) : count(value); };
    const auto in = [&](Language language) {
        return text(Message{sentenceId(goal, minutes),
                            {{"order", std::to_string(order)},
                             {"service", ground.standard().title.in(language)},
                             {"gain", count(gain)},
                             {"within", count(after.within)},
                             {"percent", decimal(all > 0 ? after.within / all * 100 : 0)},
                             {"mean", figure(after.mean)},
                             {"longest", figure(after.longest)}}},
                    language);
    };
    return {in(Language::Chinese), in(Language::English)};
}

LocalText proofOf(const SitingQuestion& question, const access::SitingPlan& plan)
{
    if (plan.proven)
        return localText("siting.proven");
    const bool least = question.goal == SitingGoal::Center;
    const double gap = least ? (plan.value - plan.bound) / plan.value
                             : (plan.bound - plan.value) / std::max(1.0, plan.bound);
    return localText(Message{"siting.within", {{"percent", decimal(std::max(0.0, gap) * 100)}}});
}

void addNotes(Table& table, const SitingQuestion& question, const ServiceGround& ground,
              const Case& made, const access::SitingPlan& plan)
{
    const double all = static_cast<double>(made.settlements.persons());
    const Standing today = standingOf(made, ground, {});
    table.addNote(ground.standard().rule);
    table.addNote(ground.meansTitle());
    table.addNote(localText(Message{"siting.today",
                                    {{"within", count(today.within)},
                                     {"all", count(all)},
                                     {"percent", decimal(all > 0 ? today.within / all * 100 : 0)},
                                     {"unreached", count(all - today.reached)}}}));
    table.addNote(proofOf(question, plan));
    if (question.budget) {
        double spent = 0;
        for (const access::Sited& site : plan.sites)
            spent += made.problem.costs[site.candidate];
        table.addNote(localText(Message{
            "siting.budget", {{"budget", count(*question.budget)}, {"spent", count(spent)}}}));
    }
    if (made.unpriced > 0)
        table.addNote(
            localText(Message{"siting.unpriced", {{"count", std::to_string(made.unpriced)}}}));
    if (made.settlements.unplaced + made.settlements.unknownSize + made.settlements.unknownAge > 0)
        table.addNote(
            localText(Message{"siting.left_out",
                              {{"unplaced", withThousands(made.settlements.unplaced)},
                               {"unknown_size", withThousands(made.settlements.unknownSize)},
                               {"unknown_age", withThousands(made.settlements.unknownAge)}}}));
}

} // namespace

std::optional<SitingGoal> sitingGoalFromString(std::string_view word)
{
    constexpr std::array<std::pair<std::string_view, SitingGoal>, 3> goals{
        {{"cover", SitingGoal::Cover},
         {"median", SitingGoal::Median},
         {"center", SitingGoal::Center}}};
    for (const auto& [name, goal] : goals)
        if (name == word)
            return goal;
    return std::nullopt;
}

Table sitingTable(const WorkspaceView& view, RowIndex unit, const SitingQuestion& question)
{
    const ServiceGround ground(view, question.service);
    const Case made = caseOf(view, unit, question, ground);
    const access::SitingPlan plan = access::siteFacilities(made.problem);
    const bool minutes = ground.byMinutes();
    std::vector<TableColumn> columns{column("column.order", ColumnKind::Integer),
                                     column("column.place_code"),
                                     column("column.place"),
                                     column("column.gained_persons", ColumnKind::Integer),
                                     column("column.persons_within", ColumnKind::Integer),
                                     column("column.percent_within", ColumnKind::Percent, 1),
                                     minutes ? column("column.mean_minutes", ColumnKind::Decimal, 1)
                                             : column("column.mean_metres", ColumnKind::Decimal, 0),
                                     minutes
                                         ? column("column.longest_minutes", ColumnKind::Decimal, 1)
                                         : column("column.longest_metres", ColumnKind::Decimal, 0),
                                     column("column.reason")};
    if (made.priced)
        columns.insert(columns.begin() + 3,
                       column("column.cost", ColumnKind::Decimal, TableColumn::asNeeded));
    Table table("siting", localText("table.siting"), std::move(columns));
    const std::int64_t all = made.settlements.persons();
    std::vector<Point> points;
    std::vector<std::uint32_t> taken;
    double within = standingOf(made, ground, {}).within;
    for (const access::Sited& site : plan.sites) {
        if (question.goal == SitingGoal::Cover && question.fixed.empty() && !(site.gain > 0)) {
            table.addNote(localText("siting.no_more"));
            break;
        }
        taken.push_back(site.candidate);
        const Standing after = standingOf(made, ground, taken);
        const Candidate& candidate = made.candidates[site.candidate];
        std::vector<TableCell> row{static_cast<std::int64_t>(taken.size()),
                                   textCell(candidate.code),
                                   candidate.name,
                                   std::llround(after.within - within),
                                   std::llround(after.within),
                                   percentCell(std::llround(after.within), all),
                                   after.mean,
                                   after.longest,
                                   sentenceOf(question.goal, ground, taken.size(), site.gain, after,
                                              static_cast<double>(all))};
        if (made.priced)
            row.insert(row.begin() + 3, TableCell{*candidate.cost});
        table.addRow(std::move(row));
        within = after.within;
        points.push_back(candidate.at);
    }
    addHead(table, view, unit);
    addNotes(table, question, ground, made, plan);
    table.setGeometry(Places(view.snapshot).points(std::move(points)));
    return table;
}

} // namespace guatu::session
