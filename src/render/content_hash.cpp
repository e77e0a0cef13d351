// SPDX-License-Identifier: MIT
#include "render/content_hash.h"

#include <array>
#include <bit>
#include <cstring>

namespace guatu::render
{
namespace
{

// Multiply and rotate in four lanes, as xxHash does (Collet 2014).
constexpr std::uint64_t primeA = 0x9E3779B185EBCA87U;
constexpr std::uint64_t primeB = 0xC2B2AE3D27D4EB4FU;

std::uint64_t mixed(std::uint64_t lane, std::uint64_t word)
{
    return std::rotl(lane + word * primeB, 31) * primeA;
}

std::uint64_t finished(std::uint64_t hash)
{
    hash ^= hash >> 33U;
    hash *= primeB;
    hash ^= hash >> 29U;
    hash *= primeA;
    return hash ^ (hash >> 32U);
}

} // namespace

ContentHash contentHash(std::span<const std::byte> bytes, ContentHash seed)
{
    std::array<std::uint64_t, 4> lanes{seed.low + primeA + primeB, seed.high + primeB,
                                       seed.low ^ primeA, seed.high - primeA};
    std::array<std::uint64_t, 4> words{};
    std::size_t at = 0;
    for (; at + sizeof words <= bytes.size(); at += sizeof words) {
        std::memcpy(words.data(), bytes.data() + at, sizeof words);
        for (std::size_t i = 0; i < lanes.size(); ++i)
            lanes[i] = mixed(lanes[i], words[i]);
    }
    words = {};
    if (at < bytes.size())
        std::memcpy(words.data(), bytes.data() + at, bytes.size() - at);
    for (std::size_t i = 0; i < lanes.size(); ++i)
        lanes[i] = mixed(lanes[i], words[i]);
    std::uint64_t low = bytes.size();
    std::uint64_t high = bytes.size() * primeA;
    for (const std::uint64_t lane : lanes) {
        low = mixed(low, lane);
        high = mixed(std::rotl(high, 17), lane ^ primeB);
    }
    return {finished(low), finished(high)};
}

ContentHash contentHash(const GeometryColumn& column)
{
    ContentHash hash = contentHash(std::as_bytes(column.vertices()));
    // Where features and parts begin.
    std::array<std::uint32_t, 1024> block{};
    std::size_t used = 0;
    const auto put = [&](std::size_t number) {
        block[used++] = static_cast<std::uint32_t>(number);
        if (used == block.size()) {
            hash = contentHash(std::as_bytes(std::span(block)), hash);
            used = 0;
        }
    };
    put(static_cast<std::size_t>(column.type()));
    put(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) {
        const std::size_t parts = column.partCount(row);
        put(parts);
        for (std::size_t part = 0; part < parts; ++part)
            put(column.part(row, part).size());
    }
    return contentHash(std::as_bytes(std::span(block).first(used)), hash);
}

} // namespace guatu::render
