// SPDX-License-Identifier: MIT
#pragma once

#include "core/status.h"
#include "store/write_context.h"

#include <set>
#include <span>

namespace guatu::store
{

/// What the persons' criteria ask, from the profile's household set; without it the defaults of
/// the domain notes: ages 6 to 15, and all three medical guarantees.
struct PersonRules {
    explicit PersonRules(const Profile& profile);

    int youngest = 6, oldest = 15; ///< school age in whole years, both included
    std::set<std::string, std::less<>> schooled{"no", "home_teaching"}, excused{"health_exempt"};
    std::vector<std::string> guarantees{"medins", "critins", "medaid_scope"};
};

/// Education of one person. `age` is that of 1 September of the as-of year, known to the year.
/// Where it is not known, the result is the one that both a child and an adult would have, else
/// unknown.
[[nodiscard]] CriterionResult educationOf(const PersonRules& rules, std::optional<int> age,
                                          std::string_view dropout);

/// Folds the persons of the households in `context.toFold` into crit_education and crit_medical.
/// Dated like any change of a household; a household without persons stays unknown. Results that
/// change in place are not logged: they follow from the persons, which are.
void foldPersons(WriteContext& context);

} // namespace guatu::store
