// SPDX-License-Identifier: MIT
#pragma once

#include "access/seeds.h"

#include <algorithm>
#include <bit>

namespace guatu::access
{

/// Vertices by time, in a ring of buckets (Dial 1969). A bucket spans a power of two of
/// milliseconds; inside one, vertices leave in any order, so a search corrects labels there.
class BucketQueue
{
public:
    /// `longest` is the longest step between what is taken out and what is put in.
    explicit BucketQueue(Time longest)
    {
        const auto most = static_cast<unsigned>(std::bit_width(longest));
        m_shift = most > ringBits ? std::max(most - ringBits, leastShift) : leastShift;
        m_buckets.resize(std::bit_ceil((std::size_t{longest} >> m_shift) + 2));
        m_mask = m_buckets.size() - 1;
    }

    void put(std::uint32_t vertex, Time time)
    {
        m_buckets[(time >> m_shift) & m_mask].push_back({vertex, time});
        ++m_size;
    }

    /// The bucket that comes first; none when the queue is empty. What is put in meanwhile may
    /// land in it: take from its end until it is empty.
    std::vector<Seed>* front()
    {
        if (m_size == 0)
            return nullptr;
        while (m_buckets[m_at & m_mask].empty())
            ++m_at;
        return &m_buckets[m_at & m_mask];
    }
    Seed take(std::vector<Seed>& bucket)
    {
        const Seed seed = bucket.back();
        bucket.pop_back();
        --m_size;
        return seed;
    }

    /// Forgets everything, for the next search in the same memory.
    void clear()
    {
        if (m_size > 0)
            for (std::vector<Seed>& bucket : m_buckets)
                bucket.clear();
        m_at = m_size = 0;
    }

    /// No time that is still in the queue is earlier, once front() has been asked.
    [[nodiscard]] std::uint64_t floor() const { return std::uint64_t{m_at} << m_shift; }
    [[nodiscard]] bool empty() const { return m_size == 0; }

private:
    static constexpr unsigned ringBits = 12, leastShift = 9;

    std::vector<std::vector<Seed>> m_buckets;
    std::size_t m_at = 0, m_size = 0, m_mask = 0;
    unsigned m_shift = leastShift;
};

} // namespace guatu::access
