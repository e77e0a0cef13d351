// SPDX-License-Identifier: MIT
#include "fixture.h"

#include "support/catch.h"
#include "support/source_folder.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

namespace guatu::store::test
{

Folder::Folder()
{
    std::string name = (std::filesystem::temp_directory_path() / "guatu-store-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
    m_path = name;
}

Folder::~Folder()
{
    std::error_code ignored;
    std::filesystem::permissions(m_path, std::filesystem::perms::owner_all, ignored);
    std::filesystem::remove_all(m_path, ignored);
}

std::vector<std::string> Folder::names() const
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(m_path))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

std::string profileJson()
{
    std::ifstream stream(guatu::test::sourceFolder() / "data/profiles/chuxiong-2020-100days.json");
    return {std::istreambuf_iterator<char>(stream), {}};
}

Workspace createWorkspace(const std::filesystem::path& file)
{
    const std::string json = profileJson();
    return Workspace::create(file, parseProfile(json, "profile"), json);
}

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string outputOf(const std::string& command, int* status)
{
    std::FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr)
        throw std::runtime_error("cannot run " + command);
    std::string output;
    std::array<char, 4096> block{};
    for (std::size_t count = 0; (count = std::fread(block.data(), 1, block.size(), pipe)) > 0;)
        output.append(block.data(), count);
    const int code = pclose(pipe);
    if (status != nullptr)
        *status = code;
    return output;
}

bool hasProgram(const std::string& name)
{
    int status = 0;
    const auto where = outputOf("command -v " + name, &status);
    return status == 0 && !where.empty();
}

DatasetInfo dataset(const std::string& asOf)
{
    return {.name = "台账",
            .sourceOrganisation = "县扶贫办",
            .asOf = Date::fromIso(asOf),
            .declaredCrs = "EPSG:4490",
            .datum = Datum::Cgcs2000};
}

RecordBatch batch(EntityKind kind, std::vector<std::string> fields,
                  std::vector<std::vector<Value>> rows)
{
    RecordBatch records{.kind = kind, .fields = std::move(fields)};
    for (auto& row : rows) {
        REQUIRE(row.size() == records.fields.size());
        std::ranges::move(row, std::back_inserter(records.cells));
    }
    return records;
}

RecordBatch batch(EntityKind kind, std::vector<std::string> fields,
                  std::vector<std::vector<Value>> rows, const std::vector<Point>& points)
{
    auto records = batch(kind, std::move(fields), std::move(rows));
    records.geometry = GeometryColumn(GeometryType::Point);
    for (const Point point : points)
        records.geometry.addPoint(point);
    return records;
}

WriteCounts write(Workspace& workspace, const std::vector<RecordBatch>& batches,
                  const std::string& asOf)
{
    auto change = workspace.beginChange({"tester", "test"}, dataset(asOf));
    std::vector<WriteIssue> issues;
    WriteCounts counts;
    for (const auto& records : batches)
        counts += change.write(records, issues);
    for (const auto& issue : issues)
        FAIL_CHECK(issue.row << " " << issue.field << " "
                             << text(issue.message, Language::English));
    change.commit();
    return counts;
}

std::vector<WriteIssue> refused(Workspace& workspace, const RecordBatch& records,
                                const std::string& asOf)
{
    auto change = workspace.beginChange({"tester", "test"}, dataset(asOf));
    std::vector<WriteIssue> issues;
    change.write(records, issues);
    change.commit();
    return issues;
}

RecordBatch units()
{
    return batch(EntityKind::Unit,
                 {"code", "name", "formal_status", "is_poor_unit", "agri_persons", "stat_as_of"},
                 {{"532329101201", "小河村委会", "unexited", std::int64_t{1}, std::int64_t{2100},
                   "2014-12-31"},
                  {"532300000000", "楚雄彝族自治州", {}, {}, {}, {}},
                  {"532329000000", "武定县", "unexited", {}, std::int64_t{240000}, "2014-12-31"},
                  {"532329101000", "高桥镇", {}, {}, {}, {}},
                  {"532329100000", "狮山镇", {}, {}, {}, {}},
                  {"532329100201", "香水村委会", "exited", std::int64_t{0}, {}, {}},
                  {"532329101202", "马厂村委会", "exited", std::int64_t{1}, std::int64_t{1500},
                   "2014-12-31"}},
                 {{102.1, 25.7},
                  {101.55, 25.04},
                  {102.4, 25.53},
                  {102.12, 25.72},
                  {102.41, 25.52},
                  {},
                  {102.2, 25.6}});
}

namespace
{

using Handle = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

Handle openPlain(const std::filesystem::path& file, int flags)
{
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &handle, flags, nullptr);
    Handle holder(handle, &sqlite3_close);
    if (code != SQLITE_OK)
        throw std::runtime_error("cannot open " + file.string());
    return holder;
}

int keepFirst(void* kept, int count, char** values, char**)
{
    auto& text = *static_cast<std::string*>(kept);
    if (text.empty() && count > 0 && values[0] != nullptr)
        text = values[0];
    return 0;
}

} // namespace

std::string query(const std::filesystem::path& file, const std::string& sql)
{
    const auto handle = openPlain(file, SQLITE_OPEN_READONLY);
    std::string text;
    if (sqlite3_exec(handle.get(), sql.c_str(), keepFirst, &text, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(handle.get()));
    return text;
}

void tamper(const std::filesystem::path& file, const std::string& sql)
{
    const auto handle = openPlain(file, SQLITE_OPEN_READWRITE);
    if (sqlite3_exec(handle.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(handle.get()));
}

} // namespace guatu::store::test
