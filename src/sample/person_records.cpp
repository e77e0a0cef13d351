// SPDX-License-Identifier: MIT
#include "sample/digits.h"
#include "sample/records.h"
#include "sample/rows.h"

#include <array>

namespace guatu::sample
{
namespace
{

struct Member {
    std::string_view relation;
    int age = 0; ///< years reached in 2020
};

/// A family of the given size: the head, a spouse, parents, children and grandchildren.
std::vector<Member> family(const Household& household, const Traits& traits, Random& random)
{
    std::vector<Member> members;
    const int head = traits.noLabour ? random.within(58, 84) : random.within(32, 64);
    members.push_back({"户主", head});
    const auto size = static_cast<std::size_t>(household.persons);
    const bool needsChild = traits.schooling != Schooling::InSchool;
    if (size >= 2 && random.chance(0.8))
        members.push_back({"配偶", head + random.within(-5, 3)});
    if (needsChild && members.size() < size)
        members.push_back({head > 55 ? "孙子女" : "子女", random.within(8, 14)});
    while (members.size() < size) {
        if (head < 55 && random.chance(0.25))
            members.push_back({"父母", head + random.within(21, 30)});
        else if (head < 56)
            members.push_back({"子女", random.within(1, head - 21)});
        else
            members.push_back(random.chance(0.55) ? Member{"子女", random.within(20, head - 22)}
                                                  : Member{"孙子女", random.within(1, 17)});
    }
    return members;
}

std::string_view studentState(int age)
{
    return age < 6    ? "学龄前"
           : age < 13 ? "小学"
           : age < 16 ? "初中"
           : age < 19 ? "高中"
                      : "非在校生";
}

std::string_view dropoutWord(Schooling schooling)
{
    switch (schooling) {
    case Schooling::Dropout:
        return "yes";
    case Schooling::HomeTaught:
        return "home_teaching";
    case Schooling::HealthExempt:
        return "health_exempt";
    case Schooling::Unknown:
        return "unknown";
    case Schooling::InSchool:
        break;
    }
    return "no";
}

/// A number that can belong to nobody: there is no area 99, but the check digit is right
/// (ISO 7064 mod 11-2, as GB 11643-1999 has it).
std::string idNumber(std::uint64_t serial, int birthYear, Random& random)
{
    const auto month = static_cast<std::size_t>(random.within(1, 12));
    const auto day = static_cast<std::size_t>(random.within(1, 28));
    std::string number = "99" + digits(serial / 1000 % 10000, 4) +
                         digits(static_cast<std::size_t>(birthYear), 4) + digits(month, 2) +
                         digits(day, 2) + digits(serial % 1000, 3);
    static constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += (number[i] - '0') * weights[i];
    return number + "10X98765432"[sum % 11];
}

void addMembers(Rows& rows, const LedgerEntry& entry, const Traits& traits, Random random,
                std::uint64_t& serial)
{
    const auto members = family(entry.household, traits, random);
    const std::size_t uninsured = random.below(members.size());
    bool childGiven = traits.schooling == Schooling::InSchool;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const int age = members[i].age;
        const bool ofSchoolAge = age >= 6 && age <= 15;
        std::string_view dropout = "no";
        if (ofSchoolAge && !childGiven && age >= 8 && age <= 14) {
            dropout = dropoutWord(traits.schooling);
            childGiven = true;
        }
        const bool works = age >= 18 && age < 62 && !traits.noLabour && random.chance(0.75);
        const bool ill =
            traits.noLabour || (traits.cause == "因病" && i == 0) || random.chance(0.04);
        const std::string_view health = !ill ? "健康" : random.chance(0.6) ? "长期慢性病" : "残疾";
        const int monthsAtWork = works ? random.within(3, 12) : 0;
        rows.add(entry.code + digits(i + 1, 2), entry.code, 2020 - age, members[i].relation,
                 dropout == "yes" ? "非在校生" : studentState(age), health,
                 age < 16 || age >= 70 ? "无劳动力"
                 : ill                 ? "弱劳动力"
                                       : "普通劳动力",
                 1, i == uninsured ? traits.insured : Answer(true), 1, age < 16 ? 0 : 1, dropout,
                 monthsAtWork, "示例人" + digits(serial + 1, 6),
                 idNumber(serial, 2020 - age, random));
        ++serial;
    }
}

} // namespace

/// Persons of the tracked households, and of every fiftieth ordinary one.
void writePersons(const World& world, const Ledgers& ledgers, const Output& output)
{
    Rows rows(output.sink, output.progress, EntityKind::Person,
              {"p_code", "hh_code", "birth_year", "relation", "student_state", "health_state",
               "labour", "medins", "critins", "medaid_scope", "pension", "dropout", "work_months",
               "name", "id_no"});
    const std::size_t villages = world.land.villages.size();
    std::uint64_t serial = 0;
    for (std::size_t v = 0; v < villages; ++v) {
        output.progress.report({.what = {"sample.progress.persons"}, .done = v, .total = villages});
        for (const LedgerEntry& entry : ledgers.ofVillage(v, false))
            if (entry.household.kind != Kind::Ordinary || entry.serial % 50 == 0)
                addMembers(rows, entry, ledgers.traits(entry), world.random.fork(70, entry.serial),
                           serial);
    }
    rows.finish();
}

} // namespace guatu::sample
