// SPDX-License-Identifier: MIT
#pragma once

#include "access/bucket_queue.h"
#include "access/graph.h"

namespace guatu::access
{

/// Settles what is in the queue and all that follows from it (Dijkstra 1959 with buckets). A label
/// is a Time, or a Time above 32 bits that say which place it is from; the lesser label stays.
/// Nothing beyond `within` is labelled. Calls settled(vertex), maybe more than once, the last time
/// with its final label, and leaves off before a bucket when done() says so.
template <class Label, class Settled, class Done>
void sweep(const ArcRows& rows, BucketQueue& queue, std::vector<Label>& labels, Time within,
           const Settled& settled, const Done& done)
{
    constexpr unsigned timeShift = 8 * (sizeof(Label) - sizeof(Time));
    while (auto* bucket = queue.front()) {
        if (done())
            break;
        while (!bucket->empty()) {
            const auto [vertex, time] = queue.take(*bucket);
            const Label label = labels[vertex];
            if (time != static_cast<Time>(label >> timeShift))
                continue; // reached earlier since
            settled(vertex);
            for (const Arc& arc : rows.of(vertex)) {
                const std::uint64_t sum = std::uint64_t{time} + arc.time;
                if (sum >= never || sum > within)
                    continue;
                const auto there =
                    static_cast<Label>(label + (static_cast<Label>(arc.time) << timeShift));
                if (there < labels[arc.head]) {
                    labels[arc.head] = there;
                    queue.put(arc.head, static_cast<Time>(sum));
                }
            }
        }
    }
}

} // namespace guatu::access
