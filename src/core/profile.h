// SPDX-License-Identifier: MIT
#pragma once

#include "core/condition.h"
#include "core/date.h"
#include "core/definition.h"
#include "core/unit_code.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guatu
{

/// One criterion of a set, with the parameters its rule reads (domain notes §5).
struct Criterion {
    std::string id;
    LocalText title;
    std::string grain = "household"; ///< household, person, village, town, county, site
    LocalText bureau{};              ///< who answers for it
    std::string field{};             ///< input column, when the rule compares one
    std::string op{};                ///< >=, >, <, <=, = as written
    std::optional<double> value{};   ///< the threshold, when it is written in place
    std::string parameter{};         ///< else the name of the parameter that holds it
    std::vector<std::string> all{};  ///< flags that must all hold
    std::vector<std::string> in{};   ///< words that pass
    std::vector<std::string> ok{};
    std::vector<std::string> exempt{};
    std::optional<std::pair<int, int>> age{}; ///< inclusive, in whole years
    std::string switchField{};
    std::optional<Date> due{};
    std::string dueScope{}; ///< who `due` binds; the others have `elseDue`
    std::optional<Date> elseDue{};
    bool continuous = false;
};

struct ListingRule {
    std::string id;
    LocalText title;
    std::string issuer;  ///< prefecture, county, ...
    std::string subject; ///< village, town, site, county
    std::optional<UnitCode> within{};
    std::optional<Condition> where{}; ///< who the rule is about at all
    Condition condition;
};

/// A set of criteria that binds the units of a level themselves, where the condition holds.
struct OwnCriteria {
    Level level;
    std::string set; ///< in Profile::criteria
    std::optional<Condition> when{};
};

/// When a household or unit is cleared (销号), domain notes §8 Q3 to Q5.
struct ClosureRule {
    std::string scope = "in_scope"; ///< flag of the households that count, or `all`
    std::vector<OwnCriteria> own{}; ///< the first that fits a unit binds it
    bool openProblemBlocks = true;  ///< an open problem keeps its subject open
    bool unknownBlocks = true;      ///< what is unknown keeps the units above from closing
    bool needVisitForReal = true;   ///< 实 needs a visit, else cleared is enough
    int visitDays = 90;             ///< how long a visit holds
};

struct Deadline {
    std::string id;
    Date on;
    LocalText what;
    LocalText sign{}; ///< the same in a word or two, for a flag; may be empty
};

/// Households, persons and units that a plan states.
struct BaselineFigure {
    std::optional<long long> households{};
    std::optional<long long> persons{};
    std::optional<long long> villages{}, towns{}, counties{};
};

/// A campaign as data (data/profiles/*.json, schema data/schema/profile.schema.json).
struct Profile {
    std::string code;
    LocalText title;
    std::vector<std::string> basis{};
    std::vector<std::string> subjects{}; ///< household classes it follows
    Date start;
    std::optional<Date> end{};
    std::string measureCrs = "EPSG:4543";
    std::vector<std::string> incidenceNumerator{}; ///< formal statuses
    std::string incidenceDenominator = "agri_persons";
    std::optional<Date> incidenceDenominatorAsOf{};
    std::map<std::string, BaselineFigure> baseline{};
    /// By set: household, village_exit, ...
    std::map<std::string, std::vector<Criterion>> criteria{};
    std::map<std::string, double> parameters{};
    std::vector<ListingRule> listingRules{};
    std::vector<std::string> aspects{};
    std::vector<std::string> reviewSteps{}; ///< of the monthly cycle: analyse, judge, dispatch
    ClosureRule closure{};
    std::vector<Deadline> deadlines{};
    /// Words with their titles, in order.
    std::map<std::string, std::vector<std::pair<std::string, LocalText>>> codeLists{};
    std::map<std::string, std::string> colours{}; ///< status word -> #RRGGBB
    int minExportGroup = 5;
    std::string defaultExportClass = "briefing";
};

/// Reads and checks a profile. Throws Error(Input) naming the file, the JSON pointer and what
/// is expected there.
[[nodiscard]] Profile loadProfile(const std::filesystem::path& file);

/// The same from text that is already in memory; `name` stands for the file in errors.
[[nodiscard]] Profile parseProfile(std::string_view json, const std::string& name);

} // namespace guatu
