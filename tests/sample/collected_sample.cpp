// SPDX-License-Identifier: MIT
#include "collected_sample.h"

#include "sample/sample.h"
#include "support/catch.h"
#include "support/source_folder.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace guatu::test
{
namespace
{

sample::SampleOptions options(std::size_t households)
{
    return {.dataFolder = sourceFolder() / "data/chuxiong", .households = households};
}

class Hash
{
public:
    void add(const void* bytes, std::size_t count)
    {
        const auto* first = static_cast<const unsigned char*>(bytes);
        for (std::size_t i = 0; i < count; ++i)
            m_value = (m_value ^ first[i]) * 1099511628211U;
    }
    template <class Number>
    void add(Number number)
    {
        add(&number, sizeof number);
    }
    void add(const std::string& text) { add(text.data(), text.size()); }
    [[nodiscard]] std::uint64_t value() const { return m_value; }

private:
    std::uint64_t m_value = 14695981039346656037U;
};

void addBatch(Hash& hash, const RecordBatch& batch)
{
    hash.add(batch.kind);
    for (const Value& cell : batch.cells) {
        hash.add(cell.index());
        if (const auto* whole = std::get_if<std::int64_t>(&cell))
            hash.add(*whole);
        else if (const auto* real = std::get_if<double>(&cell))
            hash.add(std::bit_cast<std::uint64_t>(*real));
        else if (const auto* text = std::get_if<std::string>(&cell))
            hash.add(*text);
    }
    for (std::size_t feature = 0; feature < batch.geometry.size(); ++feature)
        hash.add(batch.geometry.partCount(feature));
    for (const Point p : batch.geometry.vertices()) {
        hash.add(std::bit_cast<std::uint64_t>(p.x));
        hash.add(std::bit_cast<std::uint64_t>(p.y));
    }
}

} // namespace

void Table::add(const RecordBatch& batch)
{
    for (std::size_t row = 0; row < batch.size(); ++row) {
        const std::pair place(m_batches.size(), row);
        if (batch.kind == EntityKind::Household) {
            const auto& code = std::get<std::string>(batch.cell(row, 0));
            const auto [known, isNew] = m_households.emplace(code, m_rows.size());
            if (!isNew) {
                m_rows[known->second] = place;
                continue;
            }
        }
        m_rows.push_back(place);
    }
    m_batches.push_back(batch);
}

const Value& Table::value(std::size_t row, std::string_view field) const
{
    static const Value nothing{};
    const auto& [batch, at] = m_rows[row];
    const auto& fields = m_batches[batch].fields;
    const auto found = std::ranges::find(fields, field);
    if (found == fields.end())
        return nothing;
    return m_batches[batch].cell(at, static_cast<std::size_t>(found - fields.begin()));
}

std::string Table::text(std::size_t row, std::string_view field) const
{
    const auto* text = std::get_if<std::string>(&value(row, field));
    return text != nullptr ? *text : std::string();
}

long long Table::number(std::size_t row, std::string_view field) const
{
    const auto* number = std::get_if<std::int64_t>(&value(row, field));
    return number != nullptr ? *number : -1;
}

std::size_t Table::find(std::string_view field, std::string_view wanted) const
{
    for (std::size_t row = 0; row < size(); ++row)
        if (text(row, field) == wanted)
            return row;
    FAIL("no row with " << field << " " << wanted);
    return 0;
}

const Collected& collected()
{
    static const Collected all = [] {
        Collected result;
        sample::makeSample(options(100000), [&](Date day, RecordBatch&& batch) {
            if (batch.kind == EntityKind::Household)
                result.households[day.iso()].add(batch);
            if (std::ranges::find(result.order, batch.kind) == result.order.end())
                result.order.push_back(batch.kind);
            result.tables[batch.kind].add(batch);
        });
        return result;
    }();
    return all;
}

std::uint64_t fingerprint(std::size_t households, std::uint64_t seed)
{
    Hash hash;
    auto chosen = options(households);
    chosen.seed = seed;
    sample::makeSample(chosen, [&](Date day, RecordBatch&& batch) {
        hash.add(day.days());
        addBatch(hash, batch);
    });
    return hash.value();
}

} // namespace guatu::test
