// SPDX-License-Identifier: MIT
#include "store/person_fold.h"

#include "store/household_history.h"

#include <algorithm>

namespace guatu::store
{
namespace
{

const Criterion* householdCriterion(const Profile& profile, std::string_view id)
{
    const auto set = profile.criteria.find("household");
    if (set == profile.criteria.end())
        return nullptr;
    const auto found = std::ranges::find(set->second, id, &Criterion::id);
    return found == set->second.end() ? nullptr : &*found;
}

std::string personQuery(const PersonRules& rules)
{
    std::string sql = "SELECT birth_year, dropout";
    for (const std::string& flag : rules.guarantees)
        sql += ", " + flag;
    return sql + " FROM person WHERE hh_id = ?";
}

class Folder
{
public:
    explicit Folder(WriteContext& context)
        : m_context(context),
          m_rules(context.profile),
          m_year(Date::fromIso(context.asOf).value_or(context.profile.start).year()),
          m_history(context),
          m_persons(context.database, personQuery(m_rules)),
          m_read(context.database,
                 "SELECT crit_education, crit_medical, row_from FROM household WHERE id = ?"),
          m_write(context.database, "UPDATE household SET crit_education = ?, crit_medical = ?, "
                                    "row_from = max(row_from, ?) WHERE id = ?")
    {
    }

    void fold(std::int64_t household)
    {
        readPersons(household);
        const std::string_view education = toString(allOf(m_education));
        const std::string_view medical = toString(allOf(m_medical));
        if (!m_read.first(household))
            return;
        const bool same = m_read.text(0) == education && m_read.text(1) == medical;
        const bool later = m_read.text(2) < m_context.asOf;
        if (!same && later)
            logTurn(household, education, medical);
        m_read.reset();
        if (!same)
            m_write.run(education, medical, m_context.asOf, household);
    }

private:
    void readPersons(std::int64_t household)
    {
        m_education.clear();
        m_medical.clear();
        for (bool more = m_persons.first(household); more; more = m_persons.step()) {
            std::optional<int> age;
            if (!m_persons.isNull(0))
                age = m_year - static_cast<int>(m_persons.integer(0));
            m_education.push_back(educationOf(m_rules, age, m_persons.text(1)));
            m_flags.clear();
            for (int flag = 0; flag < static_cast<int>(m_rules.guarantees.size()); ++flag)
                m_flags.push_back(m_persons.isNull(flag + 2)         ? CriterionResult::Unknown
                                  : m_persons.integer(flag + 2) != 0 ? CriterionResult::Met
                                                                     : CriterionResult::Unmet);
            m_medical.push_back(allOf(m_flags));
        }
        m_persons.reset();
    }

    void logTurn(std::int64_t household, std::string_view education, std::string_view medical)
    {
        const NamedCells before{{"crit_education", m_read.text(0)},
                                {"crit_medical", m_read.text(1)},
                                {"row_from", m_read.text(2)}};
        m_context.log.updated("household", household, before,
                              {{"crit_education", education},
                               {"crit_medical", medical},
                               {"row_from", std::string_view(m_context.asOf)},
                               {"kept_as", m_history.keep(household)}});
    }

    WriteContext& m_context;
    PersonRules m_rules;
    int m_year;
    HouseholdHistory m_history;
    Statement m_persons, m_read, m_write;
    std::vector<CriterionResult> m_education, m_medical, m_flags;
};

} // namespace

PersonRules::PersonRules(const Profile& profile)
{
    if (const Criterion* education = householdCriterion(profile, "education")) {
        if (education->age) {
            youngest = education->age->first;
            oldest = education->age->second;
        }
        if (!education->ok.empty())
            schooled = {education->ok.begin(), education->ok.end()};
        if (!education->exempt.empty())
            excused = {education->exempt.begin(), education->exempt.end()};
    }
    if (const Criterion* medical = householdCriterion(profile, "medical");
        medical != nullptr && !medical->all.empty()) {
        guarantees.clear();
        for (const std::string& name : medical->all)
            if (const auto* field = findField(EntityKind::Person, name);
                field && field->type == FieldType::Flag)
                guarantees.push_back(name);
    }
}

CriterionResult educationOf(const PersonRules& rules, std::optional<int> age,
                            std::string_view dropout)
{
    if (age && (*age < rules.youngest || *age > rules.oldest))
        return CriterionResult::Exempt;
    if (rules.excused.contains(dropout))
        return CriterionResult::Exempt;
    if (rules.schooled.contains(dropout))
        return CriterionResult::Met;
    return age && dropout == "yes" ? CriterionResult::Unmet : CriterionResult::Unknown;
}

void foldPersons(WriteContext& context)
{
    auto& households = context.toFold;
    std::ranges::sort(households);
    const auto repeated = std::ranges::unique(households);
    households.erase(repeated.begin(), repeated.end());
    if (households.empty())
        return;
    Folder folder(context);
    for (const std::int64_t household : households)
        folder.fold(household);
    households.clear();
}

} // namespace guatu::store
