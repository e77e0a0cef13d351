// SPDX-License-Identifier: MIT
#include "store/household_scan.h"

#include "core/crs.h"
#include "store/category_reader.h"
#include "store/connection.h"
#include "store/geometry_blob.h"

#include <algorithm>
#include <future>
#include <limits>
#include <numeric>

namespace guatu::store
{
namespace
{

constexpr std::array<std::string_view, 5> formalWords{"unknown", "unexited", "returned", "exited",
                                                      "never_registered"};
constexpr std::array<std::string_view, 5> watchWords{"unknown", "none", "monitored", "marginal",
                                                     "sudden"};
constexpr std::array<std::string_view, 4> resultWords{"met", "unmet", "unknown", "exempt"};
constexpr std::array<std::string_view, 3> basisWords{"", "actual", "estimated"};
constexpr std::array<std::string_view, 4> livelihoodWords{"", "job", "business", "safety_net"};
constexpr std::array<std::string_view, 5> gradeWords{"", "A", "B", "C", "D"};
constexpr std::array<std::string_view, 6> sourceWords{"",     "gps",     "digitised",
                                                      "seat", "geocode", "baidu"};
constexpr std::array<std::string_view, 4> stateWords{"missing", "ok", "approx", "outside_unit"};

constexpr std::string_view query =
    "SELECT id, hh_code, origin_unit_id, current_unit_id, group_id, site_id, formal_status, watch, "
    "watch_active, exit_year, persons, in_scope, income_pc, income_basis, livelihood_mode, "
    "livelihood_ok, "
    "food, clothing, house_grade, house_occupied, w_quantity, w_quality, w_access, w_assurance, "
    "crit_education, crit_medical, class4, class4_new, dibao, no_labour, loc_src, loc_state, loc, "
    "cause_main, watch_from, row_from, dataset_id "
    "FROM household WHERE id BETWEEN ?1 AND ?2 AND row_from <= ?3 AND (row_to IS NULL OR row_to > "
    "?3)";

struct IdRange {
    std::int64_t first, last;
};

/// Calls `visit` with every column of the two, in pairs.
template <class Visit>
void eachColumn(HouseholdColumns& a, HouseholdColumns& b, const Visit& visit)
{
    const auto both = [&](auto... member) { (visit(a.*member, b.*member), ...); };
    using H = HouseholdColumns;
    both(&H::id, &H::originUnit, &H::currentUnit, &H::group, &H::site, &H::formal, &H::watch,
         &H::watchActive, &H::exitYear, &H::persons, &H::inScope, &H::incomePerHead,
         &H::incomeBasis, &H::livelihood, &H::livelihoodOk, &H::food, &H::clothing, &H::houseGrade,
         &H::houseOccupied, &H::waterQuantity, &H::waterQuality, &H::waterAccess,
         &H::waterAssurance, &H::education, &H::medical, &H::class4, &H::class4New, &H::dibao,
         &H::noLabour, &H::watchFrom, &H::since, &H::dataset, &H::openProblems, &H::location,
         &H::locationState, &H::locationSource);
}

void reserve(HouseholdColumns& households, std::size_t rows)
{
    eachColumn(households, households, [&](auto& column, auto&) { column.reserve(rows); });
    constexpr std::size_t usualCodeLength = 18;
    households.code.reserve(rows, rows * usualCodeLength);
}

void append(HouseholdColumns& households, HouseholdColumns&& more)
{
    eachColumn(households, more, [](auto& column, auto& added) {
        column.insert(column.end(), added.begin(), added.end());
        added = {};
    });
    households.code.append(more.code);
    appendCategories(households.cause, more.cause);
}

/// Scans one range of ids on one connection.
class Scan
{
public:
    Scan(const ReadContext& context, SQLite::Database& database, IdRange range)
        : m_context(context),
          m_statement(database, query),
          m_row(m_statement, context.file, "household")
    {
        m_statement.bind(1, range.first);
        m_statement.bind(2, range.last);
        m_statement.bind(3, context.asOf);
    }

    HouseholdColumns run(std::size_t expected, const Progress& progress)
    {
        reserve(m_households, expected);
        constexpr std::size_t rowsBetweenChecks = 8192;
        while (m_statement.step()) {
            readIdentity();
            readCriteria();
            readPlace();
            readOrigin();
            if (m_households.id.size() % rowsBetweenChecks == 0)
                progress.checkpoint();
        }
        m_households.cause = m_cause.take();
        return std::move(m_households);
    }

private:
    template <class Enum, std::size_t Count>
    void word(int column, std::vector<Enum>& to, const std::array<std::string_view, Count>& words)
    {
        const Field field = m_statement[column];
        if (field.isNull()) {
            to.push_back(Enum{}); // of an unknown word where the column takes NULL
            return;
        }
        const auto place = placeOf(words, field.text());
        if (!place)
            m_row.fail(column);
        to.push_back(static_cast<Enum>(*place));
    }
    void flag(int column, std::vector<Flag>& to) { to.push_back(m_row.flag(column)); }
    void small(int column, std::vector<std::int16_t>& to, std::int16_t missing)
    {
        const std::int32_t number = m_row.count(column, missing);
        if (number > std::numeric_limits<std::int16_t>::max())
            m_row.fail(column);
        to.push_back(static_cast<std::int16_t>(number));
    }

    void readIdentity()
    {
        auto& to = m_households;
        to.id.push_back(m_statement.integer(0));
        to.code.add(m_statement.text(1));
        to.originUnit.push_back(m_context.units.find(m_statement, 2));
        to.currentUnit.push_back(m_context.units.find(m_statement, 3));
        to.group.push_back(m_context.units.find(m_statement, 4));
        to.site.push_back(m_context.sites.find(m_statement, 5));
        word(6, to.formal, formalWords);
        word(7, to.watch, watchWords);
        flag(8, to.watchActive);
        small(9, to.exitYear, 0);
        small(10, to.persons, -1);
        flag(11, to.inScope);
    }
    void readCriteria()
    {
        auto& to = m_households;
        to.incomePerHead.push_back(static_cast<float>(m_row.real(12)));
        word(13, to.incomeBasis, basisWords);
        word(14, to.livelihood, livelihoodWords);
        flag(15, to.livelihoodOk);
        flag(16, to.food);
        flag(17, to.clothing);
        word(18, to.houseGrade, gradeWords);
        flag(19, to.houseOccupied);
        flag(20, to.waterQuantity);
        flag(21, to.waterQuality);
        flag(22, to.waterAccess);
        flag(23, to.waterAssurance);
        result(24, to.education);
        result(25, to.medical);
        flag(26, to.class4);
        flag(27, to.class4New);
        flag(28, to.dibao);
        flag(29, to.noLabour);
        to.openProblems.push_back(0);
    }
    void readPlace()
    {
        auto& to = m_households;
        word(30, to.locationSource, sourceWords);
        word(31, to.locationState, stateWords);
        const Field field = m_statement[32];
        if (field.isNull()) {
            to.location.emplace_back();
            return;
        }
        const auto point = decodePoint(field.blob());
        if (!point)
            m_row.fail(32);
        to.location.push_back(*point);
    }
    void readOrigin()
    {
        auto& to = m_households;
        m_cause.add(m_statement[33]);
        to.watchFrom.push_back(m_statement.isNull(34) ? noDate : day(34));
        to.since.push_back(day(35));
        to.dataset.push_back(m_context.datasets.find(m_statement, 36));
    }
    /// Most rows began on the same day as the one before.
    Date day(int column)
    {
        const std::string_view text = m_statement.text(column);
        if (text != m_dayText) {
            const auto date = m_row.date(column);
            if (!date)
                m_row.fail(column);
            m_day = *date;
            m_dayText = text;
        }
        return m_day;
    }
    void result(int column, std::vector<CriterionResult>& to)
    {
        word(column, to, resultWords);
        if (m_statement.isNull(column))
            to.back() = CriterionResult::Unknown;
    }

    const ReadContext& m_context;
    Statement m_statement;
    RowReader m_row;
    HouseholdColumns m_households;
    CategoryReader m_cause;
    std::string m_dayText{};
    Date m_day = noDate;
};

/// A second connection on the same state of the file; null when another program is about to
/// write, or this connection is in a change of its own.
std::unique_ptr<SQLite::Database> secondConnection(const ReadContext& context)
{
    try {
        auto database = openDatabase(context.file, Access::Read);
        database->exec("BEGIN");
        Statement(*database, "SELECT count(*) FROM sqlite_schema").run();
        return database;
    } catch (const Error&) {
        return nullptr;
    } catch (const SQLite::Exception&) {
        return nullptr;
    }
}

IdRange idRange(SQLite::Database& database)
{
    Statement statement(database,
                        "SELECT (SELECT min(id) FROM household), (SELECT max(id) FROM household)");
    statement.step();
    return {statement.integer(0), statement.integer(1)};
}

/// How many rows a range can hold at most: a hostile file may name any id.
std::size_t expectedRows(const ReadContext& context, IdRange range)
{
    constexpr std::uintmax_t leastBytesPerRow = 64;
    std::error_code error;
    const std::uintmax_t bytes = std::filesystem::file_size(context.file, error);
    const auto span =
        static_cast<std::uint64_t>(range.last) - static_cast<std::uint64_t>(range.first);
    return error ? 0 : std::min<std::uintmax_t>(span, bytes / leastBytesPerRow) + 1;
}

HouseholdColumns scanOnTwo(const ReadContext& context, SQLite::Database& second, IdRange range,
                           const Progress& progress)
{
    const std::int64_t middle = std::midpoint(range.first, range.last);
    auto upper = std::async(std::launch::async, [&] {
        const IdRange half{middle + 1, range.last};
        return Scan(context, second, half).run(expectedRows(context, half), progress);
    });
    // The lower half has room for both from the start.
    auto households = Scan(context, context.database, {range.first, middle})
                          .run(expectedRows(context, range), progress);
    append(households, upper.get());
    return households;
}

/// Points that have no image in the metric CRS are as good as missing.
void projectLocations(HouseholdColumns& households, const std::string& crs)
{
    transformAll(std::string(storeCrs), crs, households.location);
    for (std::size_t row = 0; row < households.size(); ++row)
        if (!households.location[row].valid())
            households.locationState[row] = LocationState::Missing;
}

} // namespace

HouseholdColumns readHouseholds(ReadContext& context, const Progress& progress)
{
    const IdRange range = idRange(context.database);
    constexpr std::int64_t worthASecond = 20000;
    const auto second = !context.inChange && range.last / 2 - range.first / 2 > worthASecond / 2
                            ? secondConnection(context)
                            : nullptr;
    auto households =
        second ? scanOnTwo(context, *second, range, progress)
               : Scan(context, context.database, range).run(expectedRows(context, range), progress);
    projectLocations(households, context.crs);
    return households;
}

} // namespace guatu::store
