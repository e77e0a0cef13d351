// SPDX-License-Identifier: MIT
#include "exchange/zip_file.h"

#include "core/error.h"
#include "exchange/gdal_errors.h"

#include <cpl_conv.h>

#include <algorithm>

namespace guatu::exchange
{
namespace
{

bool addMember(void* archive, const ZipMember& member)
{
    constexpr std::size_t piece = 1U << 24U; // the call takes an int
    if (CPLCreateFileInZip(archive, member.name.c_str(), nullptr) != CE_None)
        return false;
    bool good = true;
    for (std::size_t at = 0; good && at < member.bytes.size(); at += piece)
        good = CPLWriteFileInZip(archive, member.bytes.data() + at,
                                 static_cast<int>(std::min(piece, member.bytes.size() - at))) ==
               CE_None;
    return CPLCloseFileInZip(archive) == CE_None && good;
}

} // namespace

void writeZip(const std::filesystem::path& file, std::span<const ZipMember> members)
{
    const GdalErrors errors;
    void* archive = CPLCreateZip(file.c_str(), nullptr);
    bool good = archive != nullptr;
    for (const ZipMember& member : members)
        good = good && addMember(archive, member);
    good = archive != nullptr && CPLCloseZip(archive) == CE_None && good;
    if (!good)
        throw inputError(
            {"export.not_written", {{"file", file.string()}, {"reason", errors.first()}}});
}

} // namespace guatu::exchange
