// SPDX-License-Identifier: MIT
#include "core/crs.h"

#include "core/error.h"

#include <algorithm>
#include <future>
#include <thread>
#include <vector>

#include <proj.h>

namespace guatu
{
namespace
{

struct Deleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
    void operator()(PJ* object) const { proj_destroy(object); }
};
using Context = std::unique_ptr<PJ_CONTEXT, Deleter>;
using Object = std::unique_ptr<PJ, Deleter>;

/// A context of its own, silent and without network whatever the environment says.
Context makeContext()
{
    Context context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

Object makeCrs(PJ_CONTEXT* context, const std::string& crs)
{
    Object object(proj_create(context, crs.c_str()));
    if (!object || proj_is_crs(object.get()) == 0)
        throw inputError({"core.crs.unknown", {{"crs", crs}}});
    return object;
}

/// The part of a CRS that gives east and north.
Object horizontal(PJ_CONTEXT* context, Object crs)
{
    while (true) {
        const PJ_TYPE type = proj_get_type(crs.get());
        if (type == PJ_TYPE_BOUND_CRS)
            crs.reset(proj_get_source_crs(context, crs.get()));
        else if (type == PJ_TYPE_COMPOUND_CRS)
            crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
        else
            return crs;
    }
}

} // namespace

struct Transform::Impl {
    Context context = makeContext();
    Object operation{};

    void run(PJ_DIRECTION direction, std::span<Point> points) const
    {
        constexpr std::size_t stride = sizeof(Point);
        if (points.empty())
            return;
        proj_trans_generic(operation.get(), direction, &points.front().x, stride, points.size(),
                           &points.front().y, stride, points.size(), nullptr, 0, 0, nullptr, 0, 0);
        for (Point& point : points)
            if (!point.valid())
                point = {};
    }
};

Transform::Transform(const std::string& from, const std::string& to)
    : m_impl(std::make_unique<Impl>())
{
    PJ_CONTEXT* context = m_impl->context.get();
    const Object source = makeCrs(context, from);
    const Object target = makeCrs(context, to);
    const Object direct(
        proj_create_crs_to_crs_from_pj(context, source.get(), target.get(), nullptr, nullptr));
    if (direct)
        m_impl->operation.reset(proj_normalize_for_visualization(context, direct.get()));
    if (!m_impl->operation)
        throw inputError({"core.crs.no_way", {{"from", from}, {"to", to}}});
}

Transform::~Transform() = default;
Transform::Transform(Transform&&) noexcept = default;
Transform& Transform::operator=(Transform&&) noexcept = default;

Point Transform::forward(Point point) const
{
    m_impl->run(PJ_FWD, {&point, 1});
    return point;
}

Point Transform::inverse(Point point) const
{
    m_impl->run(PJ_INV, {&point, 1});
    return point;
}

void Transform::forward(std::span<Point> points) const
{
    m_impl->run(PJ_FWD, points);
}

void Transform::inverse(std::span<Point> points) const
{
    m_impl->run(PJ_INV, points);
}

void transformAll(const std::string& from, const std::string& to, std::span<Point> points)
{
    constexpr std::size_t worthAThread = 20'000;
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t blocks = std::clamp<std::size_t>(points.size() / worthAThread, 1, cores);
    const std::size_t length = points.size() / blocks;

    std::vector<std::future<void>> others;
    for (std::size_t block = 1; block < blocks; ++block) {
        const std::size_t start = block * length;
        const auto own =
            points.subspan(start, block + 1 == blocks ? points.size() - start : length);
        others.push_back(std::async(std::launch::async,
                                    [&from, &to, own] { Transform(from, to).forward(own); }));
    }
    Transform(from, to).forward(blocks == 1 ? points : points.first(length));
    for (std::future<void>& other : others)
        other.get();
}

bool isProjected(const std::string& crs)
{
    const Context context = makeContext();
    const Object object = horizontal(context.get(), makeCrs(context.get(), crs));
    switch (proj_get_type(object.get())) {
    case PJ_TYPE_PROJECTED_CRS:
        return true;
    case PJ_TYPE_GEOGRAPHIC_2D_CRS:
    case PJ_TYPE_GEOGRAPHIC_3D_CRS:
        return false;
    default:
        throw inputError({"core.crs.unknown", {{"crs", crs}}});
    }
}

} // namespace guatu
