// SPDX-License-Identifier: MIT
#include "exchange/record_collector.h"

namespace guatu::exchange
{
namespace
{

bool isNull(const Value& value)
{
    return std::holds_alternative<std::monostate>(value);
}

} // namespace

RecordCollector::RecordCollector(const RecordBuilder& builder, bool withGeometry,
                                 const RecordSink& sink, ReadReport& report)
    : m_builder(builder), m_withGeometry(withGeometry), m_sink(sink), m_report(report)
{
    m_batch.kind = builder.kind();
    m_batch.fields = builder.fields();
    flush();
}

void RecordCollector::add(BuiltRecord&& record, std::size_t row)
{
    if (!record.accepted)
        return;
    const bool hold = m_builder.isPersonGrain();
    const auto [seen, isNew] = m_seen.emplace(record.key, hold ? m_held.size() : row);
    if (isNew && hold)
        m_held.push_back({std::move(record), row});
    else if (isNew)
        append(std::move(record), row);
    else if (hold)
        merge(m_held[seen->second], std::move(record), row);
    else
        m_report.issues.push_back({RowIssue::Severity::Rejected,
                                   row,
                                   m_builder.headerOf(0),
                                   record.key,
                                   {"import.key_twice", {{"row", std::to_string(seen->second)}}},
                                   {"import.key_twice_remedy"}});
}

void RecordCollector::merge(Held& held, BuiltRecord&& record, std::size_t row)
{
    const auto& fields = m_builder.fields();
    for (std::size_t field = 0; field < fields.size(); ++field) {
        Value& first = held.record.cells[field];
        Value& second = record.cells[field];
        if (isNull(second) || first == second)
            continue;
        if (isNull(first) || (m_builder.isPersonalField(field) && record.head)) {
            first = std::move(second);
            continue;
        }
        if (m_builder.isPersonalField(field)) // members may have telephones of their own
            continue;
        m_report.issues.push_back({RowIssue::Severity::Warning,
                                   row,
                                   m_builder.headerOf(field),
                                   {},
                                   {"import.rows_disagree", {{"row", std::to_string(held.row)}}},
                                   {"import.rows_disagree_remedy"}});
    }
    if (!held.record.shape)
        held.record.shape = std::move(record.shape);
}

void RecordCollector::append(BuiltRecord&& record, std::size_t row)
{
    for (Value& value : record.cells)
        m_batch.cells.push_back(std::move(value));
    if (m_withGeometry) {
        if (record.shape)
            for (const auto& part : record.shape->parts)
                m_batch.geometry.addPart(part);
        m_batch.geometry.endFeature();
    }
    m_report.sourceRows.push_back(row);
    ++m_report.accepted;
    if (m_batch.size() >= batchSize)
        flush();
}

void RecordCollector::finish()
{
    for (Held& held : m_held)
        append(std::move(held.record), held.row);
    m_held.clear();
    flush();
}

void RecordCollector::flush()
{
    if (m_batch.size() > 0)
        m_sink(RecordBatch(m_batch));
    m_batch.cells.clear();
    m_batch.geometry =
        GeometryColumn(m_withGeometry ? geometryOf(m_batch.kind) : GeometryType::None);
}

} // namespace guatu::exchange
