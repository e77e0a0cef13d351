// SPDX-License-Identifier: MIT
#pragma once

#include "core/progress.h"
#include "core/record.h"
#include "sample/plane.h"

#include <optional>
#include <span>
#include <utility>

namespace guatu::sample
{

[[nodiscard]] inline Value toValue(std::nullopt_t)
{
    return std::monostate{};
}
[[nodiscard]] inline Value toValue(std::string text)
{
    return text.empty() ? Value{} : Value{std::move(text)};
}
[[nodiscard]] inline Value toValue(std::string_view text)
{
    return toValue(std::string(text));
}
[[nodiscard]] inline Value toValue(const char* text)
{
    return toValue(std::string(text));
}
[[nodiscard]] inline Value toValue(double number)
{
    return number;
}
template <std::integral Integer>
[[nodiscard]] Value toValue(Integer number)
{
    return static_cast<std::int64_t>(number);
}
template <class T>
[[nodiscard]] Value toValue(const std::optional<T>& value)
{
    return value ? toValue(*value) : Value{};
}

/// Collects rows of one kind and passes them on in batches of 10,000.
class Rows
{
public:
    Rows(const RecordSink& sink, const Progress& progress, EntityKind kind,
         std::vector<std::string> fields)
        : m_sink(sink), m_progress(progress), m_batch{.kind = kind, .fields = std::move(fields)}
    {
        m_batch.geometry = GeometryColumn(geometryOf(kind));
    }

    /// Adds a row without geometry: one cell for each field.
    template <class... Cells>
    void add(Cells&&... cells)
    {
        (m_batch.cells.push_back(toValue(std::forward<Cells>(cells))), ...);
        if (m_batch.geometry.type() != GeometryType::None)
            m_batch.geometry.endFeature();
        passFull();
    }
    /// Adds a row at a place of the plane, or nowhere when the point is invalid.
    template <class... Cells>
    void addAt(Point metres, Cells&&... cells)
    {
        if (metres.valid()) {
            const Point position = rounded(toLonLat(metres));
            m_batch.geometry.addPart(std::span(&position, 1));
        }
        add(std::forward<Cells>(cells)...);
    }
    /// Adds a row with the parts of a feature, lon/lat.
    template <class... Cells>
    void addWith(const GeometryColumn& column, std::size_t feature, Cells&&... cells)
    {
        for (std::size_t part = 0; part < column.partCount(feature); ++part)
            m_batch.geometry.addPart(column.part(feature, part));
        add(std::forward<Cells>(cells)...);
    }

    /// Passes on what is left.
    void finish()
    {
        if (m_batch.size() > 0)
            pass();
    }

private:
    static constexpr std::size_t full = 10000;

    void passFull()
    {
        if (m_batch.size() >= full)
            pass();
    }
    void pass()
    {
        m_progress.checkpoint();
        RecordBatch next{.kind = m_batch.kind, .fields = m_batch.fields};
        next.geometry = GeometryColumn(geometryOf(m_batch.kind));
        std::swap(next, m_batch);
        m_sink(std::move(next));
    }

    const RecordSink& m_sink;
    const Progress& m_progress;
    RecordBatch m_batch;
};

} // namespace guatu::sample
