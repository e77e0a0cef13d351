// SPDX-License-Identifier: MIT
#pragma once

#include "core/look.h"

#include <string>
#include <vector>

namespace guatu::desktop
{

/// A look being changed, step by step, with the way back and forth.
class LookHistory
{
public:
    explicit LookHistory(LayerLook start) : m_saved(start), m_steps{std::move(start)} {}

    [[nodiscard]] const LayerLook& now() const { return m_steps[m_at]; }
    /// Goes a step on; what was undone is forgotten. Changes of one gesture, as of a slider that
    /// is dragged, are one step; an empty gesture is none. False when nothing is different.
    bool change(LayerLook next, const std::string& gesture = {});
    /// The next change is a step of its own.
    void endGesture() { m_gesture.clear(); }

    [[nodiscard]] bool canUndo() const { return m_at > 0; }
    [[nodiscard]] bool canRedo() const { return m_at + 1 < m_steps.size(); }
    void undo();
    void redo();

    [[nodiscard]] const LayerLook& saved() const { return m_saved; }
    [[nodiscard]] bool isChanged() const { return !(now() == m_saved); }
    /// What is kept in the workspace now.
    void setSaved(const LayerLook& look) { m_saved = look; }

private:
    LayerLook m_saved;
    std::vector<LayerLook> m_steps;
    std::size_t m_at = 0;
    std::string m_gesture; ///< of the step at m_gestureAt
    std::size_t m_gestureAt = 0;
};

} // namespace guatu::desktop
