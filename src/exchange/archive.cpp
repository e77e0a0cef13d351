// SPDX-License-Identifier: MIT
#include "exchange/archive.h"

#include "core/error.h"
#include "core/text.h"

#include <algorithm>
#include <fstream>

namespace guatu::exchange
{
namespace
{

// Sizes and signatures of the ZIP specification (APPNOTE 4.3.12, 4.3.16).
constexpr std::string_view endSignature = "PK\x05\x06";
constexpr std::string_view entrySignature = "PK\x01\x02";
constexpr std::size_t endBytes = 22;
constexpr std::size_t entryBytes = 46;
constexpr std::size_t maxComment = 65535;
constexpr std::uint64_t maxMembers = 20'000;

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t length)
{
    std::uint64_t value = 0;
    for (std::size_t i = length; i-- > 0;)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::string readAt(std::ifstream& stream, std::uint64_t at, std::uint64_t length)
{
    std::string bytes(length, '\0');
    stream.clear();
    stream.seekg(static_cast<std::streamoff>(at));
    stream.read(bytes.data(), static_cast<std::streamsize>(length));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

} // namespace

std::vector<ArchiveMember> listArchive(const std::filesystem::path& file)
{
    const std::string name = file.filename().string();
    const auto broken = [&] { return inputError({"import.archive_broken", {{"file", name}}}); };
    std::ifstream stream(file, std::ios::binary);
    const std::uint64_t size = std::filesystem::file_size(file);
    const std::uint64_t tailBytes = std::min<std::uint64_t>(size, endBytes + maxComment);
    const std::string tail = readAt(stream, size - tailBytes, tailBytes);
    const std::size_t end = tail.rfind(endSignature);
    if (end == std::string::npos || end + endBytes > tail.size())
        throw broken();
    const std::uint64_t count = number(tail, end + 10, 2);
    const std::uint64_t bytes = number(tail, end + 12, 4);
    const std::uint64_t start = number(tail, end + 16, 4);
    // Only archives that need the 64 bit extension have these marks; workbooks never do.
    if (start + bytes > size || count > maxMembers)
        throw broken();
    const std::string directory = readAt(stream, start, bytes);
    std::vector<ArchiveMember> members;
    std::uint64_t total = 0;
    for (std::size_t at = 0; members.size() < count;) {
        if (at + entryBytes > directory.size() ||
            std::string_view(directory).substr(at, 4) != entrySignature)
            throw broken();
        const std::size_t nameBytes = number(directory, at + 28, 2);
        const std::size_t rest = number(directory, at + 30, 2) + number(directory, at + 32, 2);
        if (at + entryBytes + nameBytes > directory.size())
            throw broken();
        members.push_back({directory.substr(at + entryBytes, nameBytes),
                           number(directory, at + 20, 4), number(directory, at + 24, 4),
                           (number(directory, at + 8, 2) & 1U) != 0});
        total += members.back().unpacked;
        if (members.back().encrypted)
            throw inputError({"import.encrypted", {{"file", name}}});
        at += entryBytes + nameBytes + rest;
    }
    if (total > maxUnpackedBytes)
        throw inputError({"import.archive_too_large",
                          {{"file", name},
                           {"size", withThousands(static_cast<long long>(total / 1'000'000))},
                           {"limit", withThousands(maxUnpackedBytes / 1'000'000)}}});
    return members;
}

} // namespace guatu::exchange
