// SPDX-License-Identifier: MIT
// What offices did in the field: visits, help for households, signatures of the closure chain.
#include "sample/records.h"
#include "sample/rows.h"

#include <array>

namespace guatu::sample
{
namespace
{

constexpr std::array<std::string_view, 6> visitDays{"2020-02-26", "2020-03-11", "2020-03-27",
                                                    "2020-04-02", "2020-04-09", "2020-04-16"};
constexpr std::array<std::string_view, 4> findings{"台账收入与实际不符", "房屋鉴定与实际不符",
                                                   "户内饮水不稳定", "家庭人口有变动"};

class VisitWriter
{
public:
    explicit VisitWriter(const Output& output)
        : m_rows(output.sink, output.progress, EntityKind::Visit,
                 {"code", "subject_type", "subject", "on_date", "agrees", "finding"})
    {
    }
    void add(std::string_view type, const std::string& subject, std::string_view day, bool agrees,
             std::string_view finding = {})
    {
        m_rows.add("F-" + subject + "-" + std::string(day), type, subject, day, agrees ? 1 : 0,
                   finding);
    }
    /// Agrees but for one in twenty-five.
    void addByLot(std::string_view type, const std::string& subject, Random& random)
    {
        const bool agrees = !random.chance(0.04);
        const std::string_view day = random.pick(visitDays);
        add(type, subject, day, agrees, agrees ? std::string_view() : random.pick(findings));
    }
    void finish() { m_rows.finish(); }

private:
    Rows m_rows;
};

class SignWriter
{
public:
    explicit SignWriter(const Output& output)
        : m_rows(output.sink, output.progress, EntityKind::ClosureSign,
                 {"code", "subject_type", "subject", "level", "action", "on_date", "role", "note"})
    {
    }
    void add(std::string_view type, const std::string& subject, std::string_view level,
             std::string_view action, std::string_view day, std::string_view note = {})
    {
        const std::string_view role = level == "village" ? "村委会"
                                      : level == "town"  ? "乡镇扶贫办"
                                                         : "县扶贫办";
        m_rows.add(subject + "#" + std::string(action), type, subject, level, action, day, role,
                   note);
    }
    /// The village submits, the township checks, the county approves.
    void addChain(const std::string& household, std::array<std::string_view, 3> days)
    {
        add("household", household, "village", "submit", days[0]);
        add("household", household, "town", "check", days[1]);
        add("household", household, "county", "approve", days[2]);
    }
    void finish() { m_rows.finish(); }

private:
    Rows m_rows;
};

struct Help {
    std::string_view topic, text, measure;
};

constexpr std::array<Help, 7> helps{{
    {"water", "改造供水管网,解决饮水不稳定", "M03"},
    {"housing", "实施危房改造", "M04"},
    {"industry", "扶持种养业增收", "M01"},
    {"jobs", "落实公益性岗位,组织务工", "M02"},
    {"education", "劝返复学,落实教育资助", "M05"},
    {"medical", "资助参加基本医疗保险", "M06"},
    {"clothing", "落实社会救助兜底", "M07"},
}};

/// The help that fits what is lacking first.
const Help& helpFor(const Traits& traits)
{
    if (traits.waterAccess != true || traits.waterQuality != true || traits.waterAssurance != true)
        return helps[0];
    if (traits.houseGrade != "A" && traits.houseGrade != "B")
        return helps[1];
    if (!traits.incomePerHead || *traits.incomePerHead < 4000)
        return helps[2];
    if (traits.livelihoodOk != true)
        return helps[3];
    if (traits.schooling == Schooling::Dropout || traits.schooling == Schooling::Unknown)
        return helps[4];
    return traits.insured != true ? helps[5] : helps[6];
}

class HelpWriter
{
public:
    explicit HelpWriter(const Output& output)
        : m_rows(
              output.sink, output.progress, EntityKind::PlanItem,
              {"code", "hh_code", "topic", "text", "measure", "made_on", "start", "due", "state"})
    {
    }
    void add(const std::string& household, const Help& help, Random& random)
    {
        static constexpr std::array<std::string_view, 3> due{"2020-04-30", "2020-05-31",
                                                             "2020-06-30"};
        const bool running = random.chance(0.6);
        m_rows.add("H-" + household + "-" + std::string(help.topic), household, help.topic,
                   help.text, help.measure, "2020-03-30", running ? "2020-04-01" : "2020-05-01",
                   random.pick(due), running ? "running" : "planned");
    }
    void finish() { m_rows.finish(); }

private:
    Rows m_rows;
};

void writeMeasures(const Output& output)
{
    Rows rows(output.sink, output.progress, EntityKind::Measure,
              {"code", "title", "lead_org", "due"});
    rows.add("M01", "产业扶贫", "农业农村局", "2020-06-30");
    rows.add("M02", "就业扶贫", "人力资源和社会保障局", "2020-04-30");
    rows.add("M03", "饮水安全", "水务局", "2020-06-30");
    rows.add("M04", "危房改造", "住房和城乡建设局", "2020-05-31");
    rows.add("M05", "教育扶贫", "教育体育局", "2020-06-30");
    rows.add("M06", "健康扶贫", "医疗保障局", "2020-06-30");
    rows.add("M07", "兜底保障", "民政局", "2020-04-30");
    rows.finish();
}

/// One household after another: who was visited, who is helped, who is signed off.
class FieldWork
{
public:
    FieldWork(const World& world, const Ledgers& ledgers, const Histories& histories,
              const Output& output)
        : m_world(world),
          m_ledgers(ledgers),
          m_histories(histories),
          m_visits(output),
          m_signs(output),
          m_helps(output)
    {
    }

    void village(std::size_t village)
    {
        Random random = m_world.random.fork(97, village);
        const bool isSigned = m_histories.isSigned(village);
        const bool wholly =
            m_world.figures.villages[village].progress == Progress2020::Done && random.chance(0.1);
        const std::string& code = m_world.land.villages[village].code;
        for (const LedgerEntry& entry : m_ledgers.ofVillage(village, false)) {
            if (entry.tracked == notTracked)
                continue;
            const Traits traits = m_ledgers.traits(entry);
            Random lot = m_world.random.fork(98, entry.serial);
            if (isSigned) {
                m_visits.add("household", entry.code, "2020-04-02", true);
                m_signs.addChain(entry.code, {"2020-04-07", "2020-04-09", "2020-04-13"});
            } else {
                household(entry, traits, wholly, lot);
            }
            help(entry, traits, lot);
        }
        if (isSigned)
            units(village);
        else if (random.chance(0.55))
            m_visits.addByLot("unit", code, random);
    }
    void finish()
    {
        m_visits.finish();
        m_helps.finish();
        m_signs.finish();
    }

private:
    void household(const LedgerEntry& entry, const Traits& traits, bool wholly, Random& random)
    {
        const Past past = m_histories.of(entry, traits);
        if (past.turn == Turn::FellBack) { // was signed off, and is no more
            m_visits.add("household", entry.code, "2020-03-11", true);
            m_signs.addChain(entry.code, {"2020-03-31", "2020-04-01", "2020-04-02"});
            m_signs.add("household", entry.code, "county", "reopen", sampleDays[past.day],
                        "指标反弹,销号撤回");
            return;
        }
        const Kind kind = entry.household.kind;
        const double chance = kind == Kind::Unexited ? 0.45 : kind == Kind::Exited ? 0.06 : 0.2;
        if (wholly)
            m_visits.add("household", entry.code, "2020-04-09", true);
        else if (random.chance(chance))
            m_visits.addByLot("household", entry.code, random);
    }
    void help(const LedgerEntry& entry, const Traits& traits, Random& random)
    {
        const Kind kind = entry.household.kind;
        const bool lacks = hasUnmet(traits) || hasUnknown(traits);
        const bool watched = kind == Kind::Monitored || kind == Kind::Marginal;
        if (!(kind == Kind::Unexited ? random.chance(0.93)
              : watched              ? random.chance(0.95)
                                     : lacks && random.chance(0.8)))
            return;
        const Help& first = lacks ? helpFor(traits) : helps[random.chance(0.5) ? 2 : 3];
        m_helps.add(entry.code, first, random);
        if (kind == Kind::Unexited && first.topic != "jobs" && random.chance(0.3))
            m_helps.add(entry.code, helps[3], random);
    }
    /// The village signs for its groups, the township for the village.
    void units(std::size_t village)
    {
        for (std::size_t h = m_world.firstHamlet[village]; h < m_world.firstHamlet[village + 1];
             ++h)
            m_signs.add("unit", m_world.hamlets[h].code, "village", "approve", "2020-04-14");
        const std::string& code = m_world.land.villages[village].code;
        m_visits.add("unit", code, "2020-04-14", true);
        m_signs.add("unit", code, "town", "approve", "2020-04-15");
    }

    const World& m_world;
    const Ledgers& m_ledgers;
    const Histories& m_histories;
    VisitWriter m_visits;
    SignWriter m_signs;
    HelpWriter m_helps;
};

} // namespace

void writeFieldWork(const World& world, const Ledgers& ledgers, const Histories& histories,
                    const Output& output)
{
    writeMeasures(output);
    FieldWork work(world, ledgers, histories, output);
    const std::size_t villages = world.land.villages.size();
    for (std::size_t v = 0; v < villages; ++v) {
        output.progress.report({.what = {"sample.progress.work"}, .done = v, .total = villages});
        work.village(v);
    }
    work.finish();
}

} // namespace guatu::sample
