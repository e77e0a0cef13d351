// SPDX-License-Identifier: MIT
#pragma once

#include "core/progress.h"
#include "core/record.h"

#include <cstdint>
#include <filesystem>

namespace guatu::sample
{

struct SampleOptions {
    std::filesystem::path dataFolder; ///< data/chuxiong
    std::size_t households = 100000;  ///< in all; ordinary ones fill up beyond the tracked ones
    std::uint64_t seed = 20200417;
};

/// Takes batches as they are made, each with the day it is of; the days rise.
using DatedSink = std::function<void(Date, RecordBatch&&)>;

/// The dataset the sample's records of a day belong to: 示例数据. The last day is 2020-04-17.
[[nodiscard]] DatasetInfo sampleDataset(Date day);

/// Makes the Chuxiong workspace of April 2020: real units and county boundaries, invented
/// households, persons, sites, facilities, roads, problems, listings and responsibilities that
/// reproduce the plan's figures exactly on 2020-04-17. Households are dated: what they were at
/// the start of the campaign comes first (2020-03-30), then what changed until 04-03, 04-10 and
/// 04-17; with the last day come the records of offices: problems, listings, supervision, values of
/// criteria, visits, help and signatures, each with dates of its own. Batches come in an order in
/// which every reference is already written. The same options give the same batches on every
/// machine. Registered and marginal households are in scope of closure and have persons; ordinary
/// ones are not in scope.
///
/// Throws Error(Input) when the data folder is incomplete, and when `households` is smaller than
/// the tracked ones.
void makeSample(const SampleOptions& options, const DatedSink& sink, const Progress& progress = {});

} // namespace guatu::sample
