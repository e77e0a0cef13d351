// SPDX-License-Identifier: MIT
#include "fixtures.h"

#include "core/error.h"

#include <iconv.h>
#include <unistd.h>

#include <fmt/format.h>

#include <atomic>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace guatu::test
{

namespace fs = std::filesystem;
using exchange::KnownUnit;
using exchange::RowIssue;

TempFolder::TempFolder()
{
    static std::atomic<unsigned> serial{0};
    m_path = fs::temp_directory_path() / fmt::format("guatu-exchange-{}-{}", getpid(), serial++);
    fs::create_directories(m_path);
}

TempFolder::~TempFolder()
{
    std::error_code failure;
    fs::remove_all(m_path, failure);
}

fs::path TempFolder::write(const std::string& name, std::string_view bytes) const
{
    const fs::path file = m_path / name;
    std::ofstream(file, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file;
}

std::map<std::string, std::string> TempFolder::contents() const
{
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(m_path)) {
        if (!entry.is_regular_file())
            continue;
        std::ostringstream text;
        text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        files[fs::relative(entry.path(), m_path).string()] = text.str();
    }
    return files;
}

std::vector<RowIssue> Imported::issues(RowIssue::Severity severity) const
{
    std::vector<RowIssue> found;
    for (const RowIssue& issue : report.issues)
        if (issue.severity == severity)
            found.push_back(issue);
    return found;
}

Imported import(const fs::path& file, const exchange::ImportOptions& options,
                const std::vector<KnownUnit>& units)
{
    Imported result;
    const auto sink = [&](RecordBatch&& batch) {
        for (std::size_t row = 0; row < batch.size(); ++row) {
            auto& record = result.records.emplace_back();
            for (std::size_t field = 0; field < batch.fields.size(); ++field) {
                const Value& value = batch.cell(row, field);
                if (const auto* text = std::get_if<std::string>(&value))
                    record[batch.fields[field]] = *text;
                else if (const auto* integer = std::get_if<std::int64_t>(&value))
                    record[batch.fields[field]] = std::to_string(*integer);
                else if (const auto* number = std::get_if<double>(&value))
                    record[batch.fields[field]] = fmt::format("{}", *number);
            }
            if (!batch.geometry.empty() && batch.geometry.type() == GeometryType::Point &&
                batch.geometry.hasGeometry(row)) {
                record["lon"] = fmt::format("{:.6f}", batch.geometry.firstPoint(row).x);
                record["lat"] = fmt::format("{:.6f}", batch.geometry.firstPoint(row).y);
            }
        }
        result.geometry.push_back(batch.geometry);
    };
    result.report = exchange::readFile(file, options, units, sink);
    return result;
}

std::vector<KnownUnit> knownUnits()
{
    std::vector<KnownUnit> units;
    const auto add = [&](const char* digits, std::vector<std::string> path) {
        const UnitCode code = *UnitCode::parse(digits);
        units.push_back({code, code.level(), std::move(path)});
    };
    add("532300000000", {});
    add("532329000000", {"武定县"});
    add("532329101000", {"武定县", "狮山镇"});
    add("532329101201", {"武定县", "狮山镇", "中村村民委员会"});
    add("532329102000", {"武定县", "高桥镇"});
    add("532329102207", {"武定县", "高桥镇", "小河村民委员会"});
    add("532329102208", {"武定县", "高桥镇", "大村村民委员会"});
    add("532329102001", {"武定县", "高桥镇", "高桥社区居民委员会"});
    add("532329102207001", {"武定县", "高桥镇", "小河村民委员会", "上村小组"});
    add("532328000000", {"元谋县"});
    add("532328103000", {"元谋县", "江边乡"});
    add("532328103201", {"元谋县", "江边乡", "中村村民委员会"});
    return units;
}

std::string errorOf(const fs::path& file, const exchange::ImportOptions& options,
                    const std::vector<KnownUnit>& units)
{
    const auto thrown = [](const auto& work) -> std::string {
        try {
            work();
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::Input)
                return "not an input error: " + error.message().id;
            return error.message().id;
        }
        return {};
    };
    const std::string previewed =
        thrown([&] { (void)exchange::previewFile(file, options, units); });
    const std::string read = thrown([&] { (void)import(file, options, units); });
    return previewed.empty() || previewed == read ? read : previewed + " but " + read;
}

std::string encoded(std::string_view utf8, const char* encoding)
{
    iconv_t converter = iconv_open(encoding, "UTF-8");
    if (converter == reinterpret_cast<iconv_t>(-1))
        throw std::runtime_error("iconv knows no such encoding");
    std::string input(utf8);
    std::string output(utf8.size() * 4 + 16, '\0');
    char* from = input.data();
    char* to = output.data();
    std::size_t fromLeft = input.size();
    std::size_t toLeft = output.size();
    const std::size_t failed = iconv(converter, &from, &fromLeft, &to, &toLeft);
    iconv_close(converter);
    if (failed == static_cast<std::size_t>(-1))
        throw std::runtime_error("iconv cannot write the text");
    output.resize(output.size() - toLeft);
    return output;
}

} // namespace guatu::test
