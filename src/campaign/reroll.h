// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/rollup.h"

namespace guatu::campaign
{

/// Keeps a closure up to date while single households of its snapshot change, without rolling
/// everything up again. What it leaves is what closeUp would make.
///
/// Anything of a household may change but where it is counted, and the recorded values, visits
/// and plans of the snapshot. Units judged by nothing that the household bears on are not visited.
class Reroll
{
public:
    /// `closure` is closeUp of the two others. All three must outlive this.
    Reroll(const Snapshot& snapshot, const Profile& profile, Closure& closure);

    /// Call it after the household's columns have changed.
    void update(RowIndex household);

private:
    /// What a household weighed when it was counted last.
    struct Weight {
        std::int16_t persons;
        FormalStatus formal;
    };
    void judge(std::size_t household);
    void count(std::size_t household, std::int64_t times);
    void closeUpwards(RowIndex unit);

    const Snapshot& m_snapshot;
    Closure& m_closure;
    Rollup m_rollup;
    std::vector<Weight> m_counted;
};

} // namespace guatu::campaign
