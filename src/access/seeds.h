// SPDX-License-Identifier: MIT
#pragma once

#include "access/link_table.h"

#include <array>
#include <cstddef>
#include <initializer_list>
#include <vector>

namespace guatu::access
{

/// Where a search starts or ends: a vertex, and the time from or to the place itself.
struct Seed {
    std::uint32_t vertex = 0;
    Time time = 0;
};

/// A few seeds. A place on a road has two, which stand here without memory of their own, so that a
/// million places can be found and asked for quickly.
class Seeds
{
public:
    Seeds() = default;
    Seeds(std::initializer_list<Seed> seeds)
    {
        for (const Seed seed : seeds)
            push_back(seed);
    }

    void push_back(Seed seed)
    {
        if (m_count < m_few.size())
            m_few[m_count] = seed;
        else {
            if (m_many.empty())
                m_many.assign(m_few.begin(), m_few.end());
            m_many.push_back(seed);
        }
        ++m_count;
    }

    [[nodiscard]] bool empty() const { return m_count == 0; }
    [[nodiscard]] std::size_t size() const { return m_count; }
    [[nodiscard]] const Seed* begin() const
    {
        return m_many.empty() ? m_few.data() : m_many.data();
    }
    [[nodiscard]] const Seed* end() const { return begin() + m_count; }

private:
    std::array<Seed, 2> m_few{};
    std::size_t m_count = 0;
    std::vector<Seed> m_many{}; ///< all of them, when they are more than a few
};

} // namespace guatu::access
