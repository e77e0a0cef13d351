// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/record_builder.h"

namespace guatu::exchange
{

/// Hands accepted records on in batches, in file order, and sees to it that each key comes once.
/// A second record with a key is refused, naming both rows; in person-grain sheets the rows of a
/// household are one record, and where they disagree the first word holds and is remarked on.
class RecordCollector
{
public:
    static constexpr std::size_t batchSize = 5'000;

    RecordCollector(const RecordBuilder& builder, bool withGeometry, const RecordSink& sink,
                    ReadReport& report);

    void add(BuiltRecord&& record, std::size_t row);
    void finish();

private:
    struct Held {
        BuiltRecord record;
        std::size_t row;
    };

    void append(BuiltRecord&& record, std::size_t row);
    void merge(Held& held, BuiltRecord&& record, std::size_t row);
    void flush();

    const RecordBuilder& m_builder;
    bool m_withGeometry;
    const RecordSink& m_sink;
    ReadReport& m_report;
    RecordBatch m_batch;
    std::unordered_map<std::string, std::size_t> m_seen; ///< key: source row, or index in m_held
    std::vector<Held> m_held;                            ///< person-grain sheets: all households
};

} // namespace guatu::exchange
