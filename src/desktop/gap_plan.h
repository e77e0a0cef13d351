// SPDX-License-Identifier: MIT
#pragma once

#include "session/gap_case.h"
#include "session/road_draw.h"

#include <optional>
#include <string>
#include <vector>

namespace guatu::desktop
{

/// What would be changed, for the time the window is open: roads closed, facilities built.
struct GapPlan {
    std::vector<std::string> closed{}; ///< codes of roads
    std::vector<session::PlannedFacility> added{};

    [[nodiscard]] bool isEmpty() const { return closed.empty() && added.empty(); }
    friend bool operator==(const GapPlan&, const GapPlan&) = default;
};

/// A step that can be taken back: a plan in place of another, or a road drawn into the workspace.
struct GapStep {
    GapPlan before{}, after{};
    std::optional<session::RoadDraft> road{};
};

/// Steps with the way back and forth.
class GapHistory
{
public:
    /// What was undone is forgotten.
    void add(GapStep step)
    {
        m_steps.resize(m_at);
        m_steps.push_back(std::move(step));
        ++m_at;
    }
    [[nodiscard]] bool canUndo() const { return m_at > 0; }
    [[nodiscard]] bool canRedo() const { return m_at < m_steps.size(); }
    const GapStep& undo() { return m_steps[--m_at]; }
    const GapStep& redo() { return m_steps[m_at++]; }
    void clear()
    {
        m_steps.clear();
        m_at = 0;
    }

private:
    std::vector<GapStep> m_steps;
    std::size_t m_at = 0;
};

} // namespace guatu::desktop
