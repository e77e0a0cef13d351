// SPDX-License-Identifier: MIT
// Every figure of the plan, counted again from the records alone.
#include "collected_sample.h"
#include "support/catch.h"

#include <map>
#include <set>

using namespace guatu;
using namespace guatu::test;

namespace
{

struct Sum {
    long long households = 0, persons = 0;
    friend bool operator==(const Sum&, const Sum&) = default;
    friend std::ostream& operator<<(std::ostream& stream, const Sum& sum)
    {
        return stream << sum.households << " hh " << sum.persons << " p";
    }
};

template <class Condition>
Sum count(const Table& households, Condition condition)
{
    Sum sum;
    for (std::size_t row = 0; row < households.size(); ++row)
        if (condition(row)) {
            ++sum.households;
            sum.persons += households.number(row, "persons");
        }
    return sum;
}

bool isRemaining(const Table& households, std::size_t row)
{
    const std::string status = households.text(row, "formal_status");
    return status == "unexited" || status == "returned";
}

/// Remaining households by the first `digits` digits of the unit of origin.
std::map<std::string, Sum> remainingBy(std::size_t digits)
{
    const Table& households = collected()[EntityKind::Household];
    std::map<std::string, Sum> sums;
    for (std::size_t row = 0; row < households.size(); ++row)
        if (isRemaining(households, row)) {
            Sum& sum = sums[households.text(row, "origin_unit").substr(0, digits)];
            ++sum.households;
            sum.persons += households.number(row, "persons");
        }
    return sums;
}

const std::string wuding = "532329";
const std::string xiaohe = "532329102214";

} // namespace

TEST_CASE("the prefecture's ledgers add up to the plan", "[sample]")
{
    const Table& households = collected()[EntityKind::Household];
    const auto status = [&](std::size_t row) { return households.text(row, "formal_status"); };
    const auto watch = [&](std::size_t row) { return households.text(row, "watch"); };

    CHECK(households.size() == 100000);
    CHECK(count(households, [&](auto row) { return isRemaining(households, row); }) ==
          Sum{2903, 8331});
    CHECK(count(households, [&](auto row) {
              return status(row) == "exited" && watch(row) == "monitored";
          }) == Sum{4700, 16266});
    CHECK(count(households, [&](auto row) {
              return status(row) == "never_registered" && watch(row) == "marginal";
          }) == Sum{7569, 23774});
    CHECK(count(households, [&](auto row) { return status(row) == "exited"; }) ==
          Sum{85830, 325494});
    CHECK(count(households, [&](auto row) { return status(row) != "never_registered"; }) ==
          Sum{88733, 333825});
    CHECK(count(households, [&](auto row) { return watch(row) == "monitored"; }) ==
          Sum{4700, 16266});
}

TEST_CASE("the counties' remaining households add up to the plan", "[sample]")
{
    const auto counties = remainingBy(6);
    CHECK(counties.at("532301") == Sum{118, 336});
    CHECK(counties.at("532322") == Sum{274, 781});
    CHECK(counties.at("532323") == Sum{176, 508});
    CHECK(counties.at("532324") == Sum{312, 884});
    CHECK(counties.at("532325") == Sum{228, 655});
    CHECK(counties.at("532326") == Sum{386, 1094});
    CHECK(counties.at("532327") == Sum{133, 379});
    CHECK(counties.at("532328") == Sum{121, 350});
    CHECK(counties.at("532329") == Sum{1047, 3012});
    CHECK(counties.at("532331") == Sum{108, 332});
    CHECK(counties.size() == 10);
}

TEST_CASE("units stand as the plan has them in April 2020", "[sample]")
{
    const Table& units = collected()[EntityKind::Unit];
    std::map<std::string, int> levels, poor, poorExited, unexited;
    std::set<std::string> poorCounties;
    long long agri = 0;
    for (std::size_t row = 0; row < units.size(); ++row) {
        const std::string level = units.text(row, "level");
        if (!units.text(row, "valid_to").empty()) { // withdrawn before the campaign
            agri += units.number(row, "agri_persons");
            continue;
        }
        ++levels[level];
        if (units.number(row, "is_poor_unit") == 1) {
            ++poor[level];
            ++(units.text(row, "formal_status") == "exited" ? poorExited : unexited)[level];
            if (level == "county")
                poorCounties.insert(units.text(row, "name"));
        }
        if (level == "village") {
            CHECK(units.number(row, "agri_persons") > 0);
            CHECK(units.text(row, "stat_as_of") == "2014-12-31");
            agri += units.number(row, "agri_persons");
        }
    }
    CHECK(levels["prefecture"] == 1);
    CHECK(levels["county"] == 10);
    CHECK(levels["town"] == 103);
    CHECK(levels["village"] == 1106);
    CHECK(poor["village"] == 644);
    CHECK(poorExited["village"] == 643);
    CHECK(poorExited["town"] == 25);
    CHECK(poor["town"] == 25);
    CHECK(poorExited["county"] == 6);
    CHECK(poorCounties == std::set<std::string>{"双柏县", "牟定县", "南华县", "姚安县", "大姚县",
                                                "永仁县", "武定县"});
    CHECK(units.text(units.find("code", xiaohe), "formal_status") == "unexited");
    CHECK(units.text(units.find("code", xiaohe), "name") == "小河村委会");
    CHECK(units.text(units.find("code", wuding + "000000"), "formal_status") == "unexited");
    CHECK(agri == units.number(0, "agri_persons"));
    CHECK(agri == 1810000); // 8,331 persons are 0.46 % of it, as published
}

TEST_CASE("the rules hit exactly what the plan lists, but for one village", "[sample]")
{
    const Table& units = collected()[EntityKind::Unit];
    const auto villages = remainingBy(12);
    std::set<std::string> over10, hit;
    for (std::size_t row = 0; row < units.size(); ++row) {
        const std::string code = units.text(row, "code");
        const auto found = villages.find(code);
        if (units.text(row, "level") != "village" || found == villages.end())
            continue;
        const long long persons = found->second.persons;
        const long long agri = units.number(row, "agri_persons");
        if (100 * persons > 10 * agri)
            over10.insert(code);
        if (100 * persons > 3 * agri || persons >= 50) {
            CHECK(units.number(row, "is_poor_unit") == 1);
            hit.insert(code);
        }
    }
    CHECK(over10 == std::set<std::string>{xiaohe});
    CHECK(villages.at(xiaohe) == Sum{47, 146});
    CHECK(units.number(units.find("code", xiaohe), "agri_persons") == 1402); // 10.41 %
    CHECK(hit.size() == 10);
    CHECK(hit.contains(xiaohe));
    for (const std::string& code : hit)
        CHECK(code.starts_with(wuding)); // and nowhere else

    std::set<std::string> towns;
    for (const auto& [town, sum] : remainingBy(9))
        if (sum.persons >= 300)
            towns.insert(town);
    CHECK(towns == std::set<std::string>{"532329101", "532329102", "532329104"});

    const Table& listings = collected()[EntityKind::Listing];
    std::map<std::string, std::set<std::string>> listed;
    for (std::size_t row = 0; row < listings.size(); ++row) {
        CHECK(listings.text(row, "basis") == "official");
        if (listings.text(row, "state") == "lifted")
            continue;
        listed[listings.text(row, "rule_id")].insert(listings.text(row, "subject"));
    }
    CHECK(listed["LP1"] == over10);
    CHECK(listed["LC1"] == std::set<std::string>{"532329101000", "532329102000", "532329104000"});
    CHECK(listed["LC2"].size() == 10);
    std::size_t both = 0;
    for (const std::string& code : listed["LC2"])
        both += hit.count(code);
    CHECK(both == 9); // one is listed without being hit, one hit without being listed
}

TEST_CASE("sites are as the plan and the reports of 2019 have them", "[sample]")
{
    const Table& sites = collected()[EntityKind::Site];
    const Table& households = collected()[EntityKind::Household];
    const Table& units = collected()[EntityKind::Unit];
    std::map<std::string, Sum> moved;
    for (std::size_t row = 0; row < households.size(); ++row)
        if (const std::string site = households.text(row, "site"); !site.empty()) {
            ++moved[site].households;
            moved[site].persons += households.number(row, "persons");
            const std::size_t at = sites.find("code", site);
            CHECK(households.text(row, "current_unit") == sites.text(at, "host_unit"));
            CHECK(households.text(row, "origin_unit") != sites.text(at, "host_unit"));
        }
    std::set<std::string> large, hundred;
    Sum inWuding;
    std::size_t sitesOfWuding = 0;
    for (std::size_t row = 0; row < sites.size(); ++row) {
        const Sum sum{sites.number(row, "moved_hh"), sites.number(row, "moved_p")};
        const std::string name = sites.text(row, "name");
        const bool relocation = sites.text(row, "kind") == "poverty_relocation";
        if (sum.persons >= 1000)
            large.insert(name);
        if (relocation) {
            CHECK(moved[sites.text(row, "code")] == sum);
            if (sites.text(row, "county") == wuding + "000000") {
                ++sitesOfWuding;
                inWuding.households += sum.households;
                inWuding.persons += sum.persons;
                if (sum.households >= 100)
                    hundred.insert(sites.text(row, "code"));
            }
        }
    }
    CHECK(large == std::set<std::string>{"红土田安置点", "西河安置点"});
    CHECK(sites.text(sites.find("name", "西河安置点"), "kind") == "hydropower_resettlement");
    CHECK(sites.text(sites.find("name", "红土田安置点"), "host_unit").substr(0, 9) == "532329101");
    CHECK(sitesOfWuding == 36);
    CHECK(inWuding == Sum{2220, 8957});
    CHECK(hundred.size() == 10);
    CHECK(hundred.contains(sites.text(sites.find("name", "红土田安置点"), "code")));

    const Table& listings = collected()[EntityKind::Listing];
    std::set<std::string> listed;
    for (std::size_t row = 0; row < listings.size(); ++row)
        if (listings.text(row, "rule_id") == "LC3")
            listed.insert(listings.text(row, "subject"));
    CHECK(listed == hundred);
    CHECK(listings.text(listings.find("rule_id", "LP2"), "subject_name") == "红土田安置点");
    CHECK(listings.text(listings.find("rule_id", "LP3"), "subject_name") == "西河安置点");
    CHECK(units.text(units.find("code", sites.text(0, "county")), "level") == "county");
}

TEST_CASE("48 households of 武定 have no place, and 小河 three open problems", "[sample]")
{
    const Table& households = collected()[EntityKind::Household];
    std::size_t unlocated = 0;
    for (std::size_t row = 0; row < households.size(); ++row)
        if (households.text(row, "origin_unit").starts_with(wuding) &&
            households.number(row, "in_scope") == 1 &&
            households.text(row, "loc_state") == "missing")
            ++unlocated;
    CHECK(unlocated == 48);

    const Table& problems = collected()[EntityKind::Problem];
    std::size_t openInXiaohe = 0, openInWuding = 0;
    for (std::size_t row = 0; row < problems.size(); ++row)
        if (problems.text(row, "state") != "closed" &&
            problems.text(row, "subject").starts_with(wuding)) {
            ++openInWuding;
            openInXiaohe += problems.text(row, "subject") == xiaohe ? 1 : 0;
        }
    CHECK(openInXiaohe == 3);
    CHECK(openInWuding == 64);
}
