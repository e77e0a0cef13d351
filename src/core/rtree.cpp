// SPDX-License-Identifier: MIT
#include "core/rtree.h"

#include "core/hilbert.h"

#include <algorithm>
#include <numeric>
#include <queue>
#include <tuple>

namespace guatu
{
namespace
{

constexpr std::size_t nodeSize = 16;

/// False for boxes that have just been made and for those with a NaN.
bool isFull(const Box& box)
{
    return box.minX <= box.maxX && box.minY <= box.maxY;
}

double squaredDistance(const Box& box, Point point)
{
    const double dx = std::max({box.minX - point.x, 0.0, point.x - box.maxX});
    const double dy = std::max({box.minY - point.y, 0.0, point.y - box.maxY});
    return dx * dx + dy * dy;
}

std::vector<Box> boxesOf(const GeometryColumn& column)
{
    std::vector<Box> boxes(column.size());
    for (std::size_t i = 0; i < boxes.size(); ++i)
        boxes[i] = column.box(i);
    return boxes;
}

/// Items of the full boxes, in the order of the Hilbert curve.
std::vector<std::uint32_t> hilbertOrder(std::span<const Box> boxes)
{
    Box all;
    for (const Box& box : boxes)
        if (isFull(box))
            all.add(box);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> keys;
    keys.reserve(boxes.size());
    for (std::uint32_t item = 0; item < boxes.size(); ++item) {
        if (!isFull(boxes[item]))
            continue;
        keys.emplace_back(hilbertIndex(boxes[item].center(), all), item);
    }
    std::ranges::sort(keys);
    std::vector<std::uint32_t> items(keys.size());
    std::ranges::transform(keys, items.begin(), [](const auto& key) { return key.second; });
    return items;
}

} // namespace

RTree::RTree(std::span<const Box> boxes) : m_size(boxes.size()), m_items(hilbertOrder(boxes))
{
    if (m_items.empty())
        return;
    m_boxes.reserve(m_items.size() + m_items.size() / (nodeSize - 1) + 8);
    for (const std::uint32_t item : m_items)
        m_boxes.push_back(boxes[item]);
    m_levelEnds.push_back(m_boxes.size());
    for (std::size_t begin = 0; m_levelEnds.back() - begin > 1;) {
        const std::size_t end = m_levelEnds.back();
        for (std::size_t first = begin; first < end; first += nodeSize) {
            Box box;
            for (std::size_t child = first; child < std::min(first + nodeSize, end); ++child)
                box.add(m_boxes[child]);
            m_boxes.push_back(box);
            m_items.push_back(static_cast<std::uint32_t>(first));
        }
        begin = end;
        m_levelEnds.push_back(m_boxes.size());
    }
}

RTree::RTree(const GeometryColumn& column) : RTree(boxesOf(column)) {}

void RTree::visit(const Box& box, const std::function<void(std::uint32_t)>& visit) const
{
    if (m_boxes.empty() || !box.intersects(m_boxes.back()))
        return;
    // Nodes to open: position in m_boxes and level.
    std::vector<std::pair<std::size_t, std::size_t>> open{
        {m_boxes.size() - 1, m_levelEnds.size() - 1}};
    while (!open.empty()) {
        const auto [node, level] = open.back();
        open.pop_back();
        if (level == 0) {
            visit(m_items[node]);
            continue;
        }
        const std::size_t first = m_items[node];
        const std::size_t end = std::min(first + nodeSize, m_levelEnds[level - 1]);
        for (std::size_t child = first; child < end; ++child)
            if (box.intersects(m_boxes[child]))
                open.emplace_back(child, level - 1);
    }
}

std::vector<std::uint32_t> RTree::search(const Box& box) const
{
    std::vector<std::uint32_t> found;
    visit(box, [&](std::uint32_t item) { found.push_back(item); });
    std::ranges::sort(found);
    return found;
}

std::vector<std::uint32_t> RTree::nearest(Point point, std::size_t count, double within) const
{
    // Distance, then nodes before items (level 0), then the item's number: smallest first.
    using Entry = std::tuple<double, bool, std::uint32_t, std::size_t, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    const auto push = [&](std::size_t node, std::size_t level) {
        const double distance = squaredDistance(m_boxes[node], point);
        if (distance <= within * within)
            queue.emplace(distance, level == 0, m_items[node], node, level);
    };
    std::vector<std::uint32_t> found;
    if (!m_boxes.empty())
        push(m_boxes.size() - 1, m_levelEnds.size() - 1);
    while (!queue.empty() && found.size() < count) {
        const auto [distance, isItem, item, node, level] = queue.top();
        queue.pop();
        if (isItem) {
            found.push_back(item);
            continue;
        }
        const std::size_t end = std::min<std::size_t>(item + nodeSize, m_levelEnds[level - 1]);
        for (std::size_t child = item; child < end; ++child)
            push(child, level - 1);
    }
    return found;
}

} // namespace guatu
