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

/// The dataset the sample's records belong to: 示例数据, as of 2020-04-17.
[[nodiscard]] DatasetInfo sampleDataset();

/// Makes the Chuxiong workspace of April 2020: real units and county boundaries, invented
/// households, persons, sites, facilities, roads, problems, listings and responsibilities that
/// reproduce the plan's figures exactly. Batches come in an order in which every reference is
/// already written. The same options give the same batches on every machine. Registered and
/// marginal households are in scope of closure and have persons; ordinary ones are not in scope.
///
/// Throws Error(Input) when the data folder is incomplete, and when `households` is smaller than
/// the tracked ones.
void makeSample(const SampleOptions& options, const RecordSink& sink,
                const Progress& progress = {});

} // namespace guatu::sample
