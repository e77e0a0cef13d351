// SPDX-License-Identifier: MIT
#include "sample/digits.h"
#include "sample/names.h"
#include "sample/records.h"
#include "sample/rows.h"

#include <algorithm>
#include <array>

namespace guatu::sample
{
namespace
{

struct ProblemText {
    std::string_view topic, text, office;
};

constexpr std::array<ProblemText, 10> problemTexts{{
    {"water", "水池渗漏", "水务局"},
    {"data", "台账与系统户数不一致", "扶贫开发办公室"},
    {"data", "公示牌缺失", "扶贫开发办公室"},
    {"road", "通组道路边坡塌方未清理", "交通运输局"},
    {"clinic", "村卫生室药品和设备不全", "卫生健康局"},
    {"school", "控辍保学台账更新不及时", "教育体育局"},
    {"housing", "危房改造竣工资料不全", "住房和城乡建设局"},
    {"fund", "项目资金拨付滞后", "财政局"},
    {"industry", "合作社带动作用不明显", "农业农村局"},
    {"upkeep", "饮水工程管护责任人未落实", "水务局"},
}};

constexpr std::array<std::string_view, 4> sources{"中央巡视回头看", "成效考核", "问题大排查",
                                                  "监督检查"};

struct ProblemDates {
    std::string_view found, due, closed{};
};

/// Writes problems on units, numbered as they come.
class ProblemWriter
{
public:
    explicit ProblemWriter(const Output& output)
        : m_rows(output.sink, output.progress, EntityKind::Problem,
                 {"code", "subject_type", "subject", "source", "topic", "text", "found_on",
                  "due_on", "lead_org", "state", "closed_on", "verifier_level"})
    {
    }
    void add(const std::string& unit, std::string_view source, const ProblemText& what,
             const std::string& text, const std::string& county, const ProblemDates& dates,
             std::string_view state)
    {
        m_rows.add("P" + digits(++m_count, 5), "unit", unit, source, what.topic, text, dates.found,
                   dates.due, county + std::string(what.office), state, dates.closed,
                   state == "closed" ? std::string_view("county") : std::string_view());
    }
    void finish() { m_rows.finish(); }

private:
    Rows m_rows;
    std::size_t m_count = 0;
};

void addXiaoheProblems(const World& world, const Village& village, ProblemWriter& writer)
{
    const std::string& county = world.land.counties[village.county].name;
    writer.add(village.code, sources[2], problemTexts[0], "2组水池渗漏", county,
               {"2020-03-26", "2020-05-15"}, "fixing");
    writer.add(village.code, sources[1], problemTexts[1], "台账与系统户数不一致", county,
               {"2020-02-20", "2020-05-20"}, "open");
    writer.add(village.code, sources[3], problemTexts[2], "公示牌缺失", county,
               {"2020-04-02", "2020-05-02"}, "open");
}

void addProblem(const World& world, const Village& village, bool open, Random& random,
                ProblemWriter& writer)
{
    static constexpr std::array<std::string_view, 5> found{"2020-01-10", "2020-02-20", "2020-03-12",
                                                           "2020-03-26", "2020-04-08"};
    static constexpr std::array<std::string_view, 4> due{"2020-04-30", "2020-05-15", "2020-05-31",
                                                         "2020-06-20"};
    static constexpr std::array<std::string_view, 3> closed{"2020-04-09", "2020-04-13",
                                                            "2020-04-16"};
    static constexpr std::array<std::string_view, 3> states{"open", "fixing", "submitted"};
    const ProblemText& what = random.pick(problemTexts);
    const int group = random.within(1, 3);
    const std::string_view source = random.pick(sources);
    const ProblemDates dates{random.pick(found), random.pick(due),
                             open ? std::string_view() : random.pick(closed)};
    const bool ofGroup = what.topic == "water" || what.topic == "road";
    writer.add(village.code, source, what,
               (ofGroup ? std::to_string(group) + "组" : std::string()) + std::string(what.text),
               world.land.counties[village.county].name, dates,
               open ? random.pick(states) : "closed");
}

/// Villages of Wuding that are behind, in an order by lot, until the open problems are given.
void addWudingProblems(const World& world, int count, Random random, ProblemWriter& writer)
{
    std::vector<std::size_t> behind;
    for (std::size_t v = 0; v < world.land.villages.size(); ++v)
        if (world.figures.villages[v].progress == Progress2020::Behind &&
            world.land.villages[v].code.starts_with(wuding.substr(0, 6)) &&
            world.land.villages[v].code != xiaohe)
            behind.push_back(v);
    random.shuffle(behind);
    for (int i = 0; i < count; ++i)
        addProblem(world, world.land.villages[behind[static_cast<std::size_t>(i) % behind.size()]],
                   true, random, writer);
}

} // namespace

void writeProblems(const World& world, const Output& output)
{
    constexpr int openInWuding = 64;
    ProblemWriter writer(output);
    for (std::size_t v = 0; v < world.land.villages.size(); ++v) {
        const Village& village = world.land.villages[v];
        Random random = world.random.fork(90, v);
        if (village.code == xiaohe)
            addXiaoheProblems(world, village, writer);
        if (random.chance(0.35))
            addProblem(world, village, false, random, writer);
        const bool elsewhere = !village.code.starts_with(wuding.substr(0, 6));
        if (elsewhere && world.figures.villages[v].progress == Progress2020::Behind &&
            random.chance(0.4))
            addProblem(world, village, true, random, writer);
    }
    addWudingProblems(world, openInWuding - 3, world.random.fork(91), writer);
    writer.finish();
}

void writeProjects(const World& world, const Output& output)
{
    struct Work {
        std::string_view topic, name, owner;
    };
    static constexpr std::array<Work, 6> works{
        {{"water", "饮水安全巩固提升工程", "水务局"},
         {"road", "通组道路硬化工程", "交通运输局"},
         {"industry", "特色产业基地建设", "农业农村局"},
         {"housing", "农村危房改造扫尾工程", "住房和城乡建设局"},
         {"clinic", "村卫生室达标建设", "卫生健康局"},
         {"school", "义务教育薄弱学校改造", "教育体育局"}}};
    Rows rows(output.sink, output.progress, EntityKind::Project,
              {"code", "name", "topic", "unit", "site", "budget_wan", "paid_wan", "source", "start",
               "due", "done_on", "progress_pct", "publicised_on", "upkeep_owner"});
    std::size_t count = 0;
    const auto add = [&](Point at, const std::string& unit, const std::string& site,
                         const std::string& name, std::string_view topic, const std::string& owner,
                         Random& random) {
        const double budget = random.within(20, 480);
        const int progress = random.chance(0.3) ? 100 : random.within(2, 19) * 5;
        const std::string_view source =
            random.chance(0.7) ? "中央财政专项扶贫资金" : "州级财政专项扶贫资金";
        const std::string_view due = random.chance(0.8) ? "2020-06-30" : "2020-05-31";
        const bool owned = random.chance(0.85);
        rows.addAt(at, "X" + digits(++count, 4), name, topic, unit, site, budget,
                   std::floor(budget * std::min(100, progress + 10) / 100), source, "2019-10-15",
                   due, progress == 100 ? std::string_view("2020-04-10") : std::string_view(),
                   static_cast<double>(progress), "2019-09-20", owned ? owner : std::string());
    };
    for (std::size_t v = 0; v < world.land.villages.size(); ++v) {
        Random random = world.random.fork(92, v);
        if (!world.figures.villages[v].poor || !random.chance(0.4))
            continue;
        const Village& village = world.land.villages[v];
        const Work& work = random.pick(works);
        add({village.seat.x + random.between(-600, 600),
             village.seat.y + random.between(-600, 600)},
            village.code, {}, stem(village.name) + std::string(work.name), work.topic, village.name,
            random);
    }
    for (std::size_t s = 0; s < world.figures.sites.size(); ++s) {
        const Site& site = world.figures.sites[s];
        Random random = world.random.fork(93, s);
        if (site.moved >= 80)
            add(site.seat, world.land.villages[site.host].code, site.code,
                site.name + "配套设施工程", "relocation", world.land.villages[site.host].name,
                random);
    }
    rows.finish();
}

} // namespace guatu::sample
