// SPDX-License-Identifier: MIT
// Results of the units' own criteria: 7 + 3 for the village that has not exited, five for those
// that have, five for the county that has not.
#include "sample/records.h"
#include "sample/rows.h"

#include <array>

namespace guatu::sample
{
namespace
{

struct Result {
    std::string_view criterion, result, method, asOf;
    std::optional<double> number{};
    std::string_view text{};
};

class CriterionWriter
{
public:
    explicit CriterionWriter(const Output& output)
        : m_rows(output.sink, output.progress, EntityKind::CriterionValue,
                 {"code", "subject_type", "subject", "criterion", "as_of", "result", "method",
                  "num", "txt"})
    {
    }
    void add(const std::string& unit, const Result& result)
    {
        m_rows.add("C-" + unit + "-" + std::string(result.criterion) + "-" +
                       std::string(result.method) + "-" + std::string(result.asOf),
                   "unit", unit, result.criterion, result.asOf, result.result, result.method,
                   result.number, result.text);
    }
    void finish() { m_rows.finish(); }

private:
    Rows m_rows;
};

/// 小河: roads, power, television and clinic are there; water and infrastructure are not yet.
constexpr std::array<Result, 12> xiaoheResults{{
    {"v_incidence", "unmet", "reported", "2020-04-15", 10.41},
    {"v_road", "met", "verified", "2020-04-09", {}, "硬化路通至村委会,防护齐全"},
    {"v_power", "met", "verified", "2020-04-09", {}, "10千伏三相电"},
    {"v_tv", "met", "reported", "2020-04-15", 99.3},
    {"v_net", "unknown", "reported", "2020-04-15", {}, "卫生室宽带待测"},
    {"v_water", "unmet", "verified", "2020-04-09", 96.4, "2组水池渗漏,水量不足"},
    {"v_water", "met", "reported", "2020-03-31", 100.0},
    {"v_clinic", "met", "verified", "2020-04-09", 72.0, "1名合格乡村医生"},
    {"v_infra", "unmet", "reported", "2020-04-15", {}, "通组路1.8公里未完工"},
    {"v_service", "unknown", "reported", "2020-04-15"},
    {"v_econ", "met", "reported", "2020-04-15", 5.6, "集体经济年收入(万元)"},
    {"v_econ", "unknown", "reported", "2020-03-31"},
}};

constexpr std::array<Result, 5> wudingResults{{
    {"k_incidence", "met", "reported", "2020-04-15", 1.4},
    {"k_income_growth", "met", "reported", "2020-03-31", 11.2},
    {"k_villages", "met", "reported", "2020-04-15", 98.6},
    {"k_policies", "unknown", "reported", "2020-04-15"},
    {"k_education", "met", "verified", "2020-03-20"},
}};

constexpr std::array<std::string_view, 5> consolidation{"c_org", "c_upkeep", "c_industry",
                                                        "c_income", "c_clean"};

/// Collective income of a village in a year, in ten thousand CNY.
double collectiveIncome(Random& random, bool enough)
{
    const int tenths = enough ? random.within(50, 186) : random.within(8, 44);
    return tenths / 10.0;
}

/// A village that has exited: all five met where it is done, else one not known or unmet now and
/// then. Some were checked on site; a few reports did not stand that check.
void addConsolidation(CriterionWriter& writer, const std::string& village, Progress2020 progress,
                      Random random)
{
    static constexpr std::array<std::string_view, 3> reported{"2020-03-25", "2020-03-31",
                                                              "2020-04-10"};
    static constexpr std::array<std::string_view, 3> verified{"2020-04-07", "2020-04-13",
                                                              "2020-04-16"};
    const bool checked = random.chance(0.3);
    const std::string_view day = random.pick(reported);
    const std::string_view checkDay = random.pick(verified);
    for (const std::string_view criterion : consolidation) {
        const double lot = random.unit();
        const bool behind = progress == Progress2020::Behind;
        const bool done = progress == Progress2020::Done;
        const std::string_view result = done                          ? "met"
                                        : lot < (behind ? 0.05 : 0)   ? "unmet"
                                        : lot < (behind ? 0.1 : 0.06) ? "unknown"
                                                                      : "met";
        const bool income = criterion == "c_income";
        const bool contradicted = behind && checked && result == "met" && random.chance(0.04);
        std::optional<double> number;
        if (income && result != "unknown")
            number = collectiveIncome(random, result == "met");
        writer.add(village, {criterion, result, "reported", day, number});
        if (checked && result != "unknown")
            writer.add(village, {criterion, contradicted ? "unmet" : result, "verified", checkDay,
                                 number, contradicted ? "实地与上报不符" : std::string_view()});
    }
}

} // namespace

void writeCriterionValues(const World& world, const Histories& histories, const Output& output)
{
    CriterionWriter writer(output);
    for (const Result& result : wudingResults)
        writer.add(std::string(wuding), result);
    for (const Result& result : xiaoheResults)
        writer.add(std::string(xiaohe), result);
    for (std::size_t v = 0; v < world.land.villages.size(); ++v)
        if (world.figures.villages[v].poor && world.land.villages[v].code != xiaohe)
            addConsolidation(writer, world.land.villages[v].code,
                             histories.isSigned(v) ? Progress2020::Done
                                                   : world.figures.villages[v].progress,
                             world.random.fork(96, v));
    writer.finish();
}

} // namespace guatu::sample
