// SPDX-License-Identifier: MIT
#pragma once

#include "core/category_column.h"
#include "core/date.h"
#include "core/geometry.h"
#include "core/status.h"
#include "core/text_column.h"
#include "core/unit_code.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guatu
{

/// Row number in another table of the snapshot; -1 when there is none.
using RowIndex = std::int32_t;
inline constexpr RowIndex noRow = -1;

enum class AreaGrade : std::uint8_t { None, Official, Approximate, Voronoi };
enum class LocationState : std::uint8_t { Missing, Ok, Approximate, OutsideUnit };
enum class LocationSource : std::uint8_t { Unknown, Gps, Digitised, Seat, Geocode, Baidu };
enum class HouseGrade : std::uint8_t { Unknown, A, B, C, D };
enum class Livelihood : std::uint8_t { Unknown, Job, Business, SafetyNet };
enum class IncomeBasis : std::uint8_t { Unknown, Actual, Estimated };

/// How a value became known. Later ones outrank earlier ones.
enum class Method : std::uint8_t { Computed, Reported, Verified };

/// What a value, problem, visit, listing or signature is about.
enum class SubjectType : std::uint8_t { Unknown, Household, Unit, Site, Facility, Project };

/// Where records come from.
struct DatasetColumns {
    std::vector<std::int64_t> id;
    std::vector<std::string> name, sourceOrganisation;
    std::vector<std::optional<Date>> asOf;

    [[nodiscard]] std::size_t size() const { return id.size(); }
};

/// Units sorted by code, so parents stand before their children at every level.
struct UnitColumns {
    std::vector<std::int64_t> id;
    std::vector<UnitCode> code;
    std::vector<Level> level;
    std::vector<std::string> name;
    std::vector<RowIndex> parent;
    std::vector<Flag> isPoor, isDeepPoor;
    std::vector<FormalStatus> formal; ///< at the as-of date
    std::vector<AreaGrade> areaGrade;
    GeometryColumn seat{GeometryType::Point};
    GeometryColumn area{GeometryType::Polygon};
    std::vector<std::int32_t> households, persons, agriPersons; ///< -1 unknown
    std::vector<std::optional<Date>> statAsOf;                  ///< of agriPersons

    [[nodiscard]] std::size_t size() const { return id.size(); }
};

struct HouseholdColumns {
    std::vector<std::int64_t> id;
    TextColumn code;
    std::vector<RowIndex> originUnit, currentUnit; ///< village or below, in units
    std::vector<RowIndex> group;                   ///< in units
    std::vector<RowIndex> site;                    ///< in sites
    std::vector<FormalStatus> formal;
    std::vector<Watch> watch;
    std::vector<Flag> watchActive;
    std::vector<std::int16_t> exitYear; ///< 0 unknown
    std::vector<std::int16_t> persons;  ///< -1 unknown
    std::vector<Flag> inScope;
    // Inputs of the household criteria.
    std::vector<float> incomePerHead; ///< CNY a year; NaN unknown
    std::vector<IncomeBasis> incomeBasis;
    std::vector<Livelihood> livelihood;
    std::vector<Flag> livelihoodOk, food, clothing;
    std::vector<HouseGrade> houseGrade;
    std::vector<Flag> houseOccupied;
    std::vector<Flag> waterQuantity, waterQuality, waterAccess, waterAssurance;
    std::vector<CriterionResult> education, medical; ///< folded from the persons
    std::vector<Flag> class4, class4New, dibao, noLabour;
    CategoryColumn cause;        ///< main cause of poverty
    std::vector<Date> watchFrom; ///< since when it is watched; noDate unknown
    std::vector<Date> since;     ///< since when it stands as it does (row_from)
    std::vector<RowIndex> dataset;
    std::vector<std::uint8_t> openProblems; ///< at the as-of date, 255 for more
    // Where it stands, in the metric CRS.
    std::vector<Point> location;
    std::vector<LocationState> locationState;
    std::vector<LocationSource> locationSource;

    [[nodiscard]] std::size_t size() const { return id.size(); }
};

struct SiteColumns {
    std::vector<std::int64_t> id;
    std::vector<std::string> code, name,
        kind; ///< kind: poverty_relocation, hydropower_resettlement, ...
    std::vector<RowIndex> hostUnit, county;
    std::vector<std::int32_t> plannedHouseholds, plannedPersons, movedHouseholds,
        movedPersons; ///< -1 unknown
    GeometryColumn location{GeometryType::Point};

    [[nodiscard]] std::size_t size() const { return id.size(); }
};

struct FacilityColumns {
    std::vector<std::int64_t> id;
    std::vector<std::string> code, kind, name,
        state; ///< state: working, building, broken, closed or empty
    std::vector<RowIndex> unit;
    std::vector<std::string> grade{};          ///< as recorded; empty unknown
    std::vector<std::int32_t> staff, capacity; ///< -1 unknown
    std::vector<float> area;                   ///< square metres; NaN unknown
    std::vector<std::string> upkeepOwner;      ///< empty: nobody
    GeometryColumn location{GeometryType::Point};

    [[nodiscard]] std::size_t size() const { return id.size(); }
};

struct RoadColumns {
    std::vector<std::int64_t> id;
    std::vector<std::string> code, name, roadClass, surface;
    std::vector<float> width;           ///< metres; NaN unknown
    std::vector<std::string> state{};   ///< as recorded: 通车, 在建, ...; empty unknown
    std::vector<std::string> oneWay{};  ///< forward, backward (along or against the line), or both
    std::vector<std::string> noTurns{}; ///< codes of roads that it must not be left into, by comma
    GeometryColumn line{GeometryType::Line};

    [[nodiscard]] std::size_t size() const { return id.size(); }
};

struct ProblemColumns {
    std::vector<std::int64_t> id;
    std::vector<std::string> code, source, topic, text, state, leadOrganisation, verifierLevel;
    std::vector<SubjectType> subjectType;
    std::vector<RowIndex> subject;
    std::vector<std::optional<Date>> foundOn, dueOn, closedOn;

    [[nodiscard]] std::size_t size() const { return id.size(); }
};

struct ListingColumns {
    std::vector<std::int64_t> id;
    std::vector<std::string> issuerLevel, ruleId, basis, leadOrganisation;
    std::vector<SubjectType> subjectType;
    std::vector<RowIndex> subject;
    std::vector<std::string> subjectName; ///< as listed; kept when no unit matches
    std::vector<std::optional<Date>> from, to;

    [[nodiscard]] std::size_t size() const { return id.size(); }
};

struct ProjectColumns {
    std::vector<std::int64_t> id;
    std::vector<std::string> code, name, topic, source, upkeepOwner;
    std::vector<RowIndex> unit, site;
    std::vector<double> budgetWan, paidWan, progressPercent; ///< NaN unknown
    std::vector<std::optional<Date>> start, due, doneOn, publicisedOn;
    GeometryColumn location{GeometryType::Point};

    [[nodiscard]] std::size_t size() const { return id.size(); }
};

/// Who answers for a unit: 挂包单位, 责任单位. Roles and offices, never persons.
struct ResponsibilityColumns {
    std::vector<RowIndex> unit;
    std::vector<std::string> role, organisation;

    [[nodiscard]] std::size_t size() const { return unit.size(); }
};

/// Values of criteria that are verified, overridden or dated apart from the subject's own columns:
/// for each subject, criterion and method the latest one of the as-of date or before.
struct CriterionValueColumns {
    std::vector<SubjectType> subjectType;
    std::vector<RowIndex> subject;
    std::vector<std::string> criterion;
    std::vector<CriterionResult> result;
    std::vector<Method> method;
    std::vector<double> number;    ///< NaN: none was recorded
    std::vector<std::string> text; ///< the value in words, may be empty
    std::vector<std::string> exemptReason;
    std::vector<Date> asOf;
    std::vector<RowIndex> dataset;

    [[nodiscard]] std::size_t size() const { return subject.size(); }
};

/// Visits on site (入户、实地核查), up to the as-of date.
struct VisitColumns {
    std::vector<SubjectType> subjectType;
    std::vector<RowIndex> subject;
    std::vector<Date> on;
    std::vector<Flag> agrees; ///< whether all findings agree with the ledger
    std::vector<std::string> finding;

    [[nodiscard]] std::size_t size() const { return subject.size(); }
};

/// A step of the closure workflow (销号流程).
enum class SignAction : std::uint8_t { Submit, Check, Approve, Reject, Reopen };

/// Signatures of the closure workflow up to the as-of date, oldest first.
struct ClosureSignColumns {
    std::vector<std::int64_t> id;
    std::vector<SubjectType> subjectType; ///< Household or Unit
    std::vector<RowIndex> subject;
    std::vector<Level> level; ///< whose signature it is: village, town, county, prefecture
    std::vector<std::string> role;
    std::vector<SignAction> action;
    std::vector<Date> on;
    std::vector<std::string> note;

    [[nodiscard]] std::size_t size() const { return subject.size(); }
};

/// Results of the six supervision aspects of a listed place in a month.
struct ListingAspectColumns {
    std::vector<RowIndex> listing;
    std::vector<Date> month; ///< its first day
    std::vector<std::string> aspect;
    std::vector<CriterionResult> result;
    std::vector<std::string> note;

    [[nodiscard]] std::size_t size() const { return listing.size(); }
};

/// The monthly cycle 分析, 研判, 调度 of a listed place.
struct ReviewColumns {
    std::vector<SubjectType> subjectType;
    std::vector<RowIndex> subject;
    std::vector<Date> month; ///< its first day
    std::vector<std::optional<Date>> analysedOn, judgedOn, dispatchedOn;

    [[nodiscard]] std::size_t size() const { return subject.size(); }
};

/// Help planned for a household (帮扶措施).
struct PlanItemColumns {
    std::vector<RowIndex> household;
    std::vector<std::string> topic, state; ///< state: planned, running, done, dropped
    std::vector<std::optional<Date>> start, due;

    [[nodiscard]] std::size_t size() const { return household.size(); }
};

/// Units that became others (merged, renamed, recoded) on or before the as-of date.
struct SuccessionColumns {
    std::vector<UnitCode> oldCode, newCode;
    std::vector<std::string> oldName, kind; ///< kind: merge, split, recode, rename, upgrade
    std::vector<Date> on;
    std::vector<double> share; ///< of the old unit that went there

    [[nodiscard]] std::size_t size() const { return oldCode.size(); }
};

/// The members of the households of a snapshot, without personal data. Read on demand: there are
/// several times as many as households.
struct PersonColumns {
    std::vector<std::int64_t> id;
    std::vector<RowIndex> household;
    std::vector<std::int16_t> birthYear; ///< 0 unknown
    CategoryColumn relation, studentState, healthState, labour, dropout;
    std::vector<Flag> medicalInsurance, criticalInsurance, medicalAidScope, pension;
    std::vector<std::int8_t> workMonths; ///< in work this year; -1 unknown

    [[nodiscard]] std::size_t size() const { return id.size(); }
};

/// The workspace at one date, in immutable columns. Everything that thinks reads this.
struct Snapshot {
    Date asOf{0};
    std::string crs = "EPSG:4543"; ///< of every geometry here; metres
    std::string profileCode{};
    std::string datasetNames{}; ///< of the data shown, joined for the status bar
    UnitColumns units;
    HouseholdColumns households;
    SiteColumns sites;
    FacilityColumns facilities;
    RoadColumns roads;
    ProblemColumns problems;
    ListingColumns listings;
    ProjectColumns projects;
    ResponsibilityColumns responsibilities;
    DatasetColumns datasets;
    CriterionValueColumns criterionValues;
    VisitColumns visits;
    ClosureSignColumns closureSigns;
    ListingAspectColumns listingAspects;
    ReviewColumns reviews;
    PlanItemColumns planItems;
    SuccessionColumns successions;
};

/// The row of a unit by code; noRow when there is none. Binary search.
[[nodiscard]] RowIndex findUnit(const UnitColumns& units, UnitCode code);

/// First row behind the units of the subtree that starts at `unit`: the subtree is
/// [unit, subtreeEnd), because units are sorted by code.
[[nodiscard]] RowIndex subtreeEnd(const UnitColumns& units, RowIndex unit);

} // namespace guatu
