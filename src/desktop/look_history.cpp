// SPDX-License-Identifier: MIT
#include "desktop/look_history.h"

namespace guatu::desktop
{
namespace
{

constexpr std::size_t mostSteps = 200; // to go back

} // namespace

bool LookHistory::change(LayerLook next, const std::string& gesture)
{
    if (next == now())
        return false;
    m_steps.resize(m_at + 1);
    if (!gesture.empty() && gesture == m_gesture && m_at > 0 && m_at == m_gestureAt) {
        m_steps.back() = std::move(next);
        if (m_steps.back() == m_steps[m_at - 1]) { // back where it began: no step
            m_steps.pop_back();
            --m_at;
        }
        return true;
    }
    m_steps.push_back(std::move(next));
    if (m_steps.size() > mostSteps + 1)
        m_steps.erase(m_steps.begin());
    m_at = m_steps.size() - 1;
    m_gesture = gesture;
    m_gestureAt = m_at;
    return true;
}

void LookHistory::undo()
{
    endGesture();
    if (canUndo())
        --m_at;
}

void LookHistory::redo()
{
    endGesture();
    if (canRedo())
        ++m_at;
}

} // namespace guatu::desktop
