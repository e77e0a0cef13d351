// SPDX-License-Identifier: MIT
#include "exchange/file_format.h"

#include "core/error.h"
#include "core/text.h"
#include "exchange/archive.h"

#include <algorithm>
#include <fstream>
#include <optional>

namespace guatu::exchange
{
namespace
{

namespace fs = std::filesystem;

std::string extensionOf(const fs::path& file)
{
    return foldWidth(file.extension().string());
}

std::string firstBytes(const fs::path& file, std::size_t count)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw inputError({"import.cannot_open", {{"file", file.filename().string()}}});
    std::string bytes(count, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(count));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

[[noreturn]] void refuse(const fs::path& file, std::string_view id)
{
    throw inputError({std::string(id), {{"file", file.filename().string()}}});
}

/// The members that decide what an archive is.
RecognisedFile recogniseArchive(const fs::path& file)
{
    const auto members = listArchive(file);
    const auto ending = [&](std::string_view end) -> std::optional<std::string> {
        const auto found = std::ranges::find_if(members, [&](const ArchiveMember& member) {
            return foldWidth(member.name).ends_with(end);
        });
        return found == members.end() ? std::nullopt : std::optional(found->name);
    };
    if (ending("xl/workbook.xml"))
        return {FileFormat::Xlsx};
    if (ending("xl/workbook.bin"))
        refuse(file, "import.xlsb");
    if (ending("content.xml") && ending("mimetype"))
        return {FileFormat::Ods};
    if (ending("[content_types].xml") && ending(".xml") && extensionOf(file).starts_with(".xls"))
        return {FileFormat::Xlsx}; // a workbook part by another name
    if (const auto kml = ending(".kml"))
        return {FileFormat::Kml, *kml};
    if (const auto shp = ending(".shp"))
        return {FileFormat::Shapefile, *shp};
    refuse(file, "import.archive_unknown");
}

/// Old Office documents (OLE): workbooks, and packages that hold an encrypted one.
RecognisedFile recogniseCompound(const fs::path& file)
{
    constexpr std::size_t searched = 4U << 20U;
    const std::string bytes = firstBytes(file, searched);
    const auto names = [&](std::string_view name) {
        std::string wide;
        for (const char c : name)
            wide.append(1, c).append(1, '\0');
        return bytes.find(wide) != std::string::npos;
    };
    if (names("EncryptedPackage") || names("EncryptionInfo"))
        refuse(file, "import.encrypted");
    if (names("Workbook") || names("Book"))
        return {FileFormat::Xls};
    refuse(file, "import.format_unknown");
}

RecognisedFile recogniseXml(const fs::path& file, std::string_view text)
{
    const auto has = [&](std::string_view tag) { return text.find(tag) != std::string_view::npos; };
    if (has("<kml") || has(":kml "))
        return {FileFormat::Kml};
    if (has("<gpx"))
        return {FileFormat::Gpx};
    if (has("<osm"))
        return {FileFormat::Osm};
    if (has("<html") || has("<HTML") || has("<table") || has("<TABLE") ||
        has("schemas-microsoft-com:office"))
        refuse(file, "import.web_page");
    refuse(file, "import.xml_unknown");
}

} // namespace

RecognisedFile recogniseFile(const fs::path& file)
{
    std::error_code failure;
    if (fs::is_directory(file, failure))
        refuse(file, "import.is_folder");
    constexpr std::size_t looked = 8192;
    const std::string bytes = firstBytes(file, looked);
    const std::string extension = extensionOf(file);
    if (bytes.empty())
        refuse(file, "import.file_empty");
    const std::string_view head = bytes;
    using namespace std::string_view_literals;
    if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv))
        return recogniseArchive(file);
    if (head.starts_with("\xD0\xCF\x11\xE0"sv))
        return recogniseCompound(file);
    if (head.starts_with("SQLite format 3\0"sv))
        return {FileFormat::GeoPackage};
    if (head.starts_with("\0\0\x27\x0A"sv)) {
        if (extension == ".shx")
            refuse(file, "import.choose_shp");
        return {FileFormat::Shapefile};
    }
    if (extension == ".shp")
        refuse(file, "import.shp_broken");
    if (extension == ".dbf" && head.size() > 32)
        return {FileFormat::Dbf};
    if (extension == ".shx" || extension == ".prj" || extension == ".cpg")
        refuse(file, "import.choose_shp");
    if (head.substr(0, 40).find("OSMHeader") != std::string_view::npos)
        return {FileFormat::Osm};
    std::string_view text = head;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    text = text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (text.starts_with('<'))
        return recogniseXml(file, text);
    if (text.starts_with('{') && extension != ".csv" && extension != ".txt")
        return {FileFormat::GeoJson};
    return {FileFormat::Delimited};
}

} // namespace guatu::exchange
