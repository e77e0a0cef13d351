// SPDX-License-Identifier: MIT
#pragma once

#include "store/workspace.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guatu::store::test
{

/// A folder of its own that goes away with the test.
class Folder
{
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::filesystem::path file(const std::string& name = "a.sqlite") const
    {
        return m_path / name;
    }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// Names in the folder, sorted.
    [[nodiscard]] std::vector<std::string> names() const;

private:
    std::filesystem::path m_path;
};

/// A small profile: start 2020-03-30, EPSG:4543, the household criteria of the domain notes.
[[nodiscard]] std::string profileJson();
[[nodiscard]] Workspace createWorkspace(const std::filesystem::path& file);

[[nodiscard]] std::string bytesOf(const std::filesystem::path& file);

/// The standard output of a command; `status` gets its exit code.
[[nodiscard]] std::string outputOf(const std::string& command, int* status = nullptr);
[[nodiscard]] bool hasProgram(const std::string& name);

/// A dataset as of a day.
[[nodiscard]] DatasetInfo dataset(const std::string& asOf = "2020-04-17");

/// A batch from rows of cells, in the order of `fields`.
[[nodiscard]] RecordBatch batch(EntityKind kind, std::vector<std::string> fields,
                                std::vector<std::vector<Value>> rows);
/// The same with a point per row.
[[nodiscard]] RecordBatch batch(EntityKind kind, std::vector<std::string> fields,
                                std::vector<std::vector<Value>> rows,
                                const std::vector<Point>& points);

/// Writes batches as one change; fails the test when a row is refused.
WriteCounts write(Workspace& workspace, const std::vector<RecordBatch>& batches,
                  const std::string& asOf = "2020-04-17");
/// Writes one batch and returns what was refused.
std::vector<WriteIssue> refused(Workspace& workspace, const RecordBatch& records,
                                const std::string& asOf = "2020-04-17");

/// Chuxiong prefecture, Wuding county, two towns and three villages.
[[nodiscard]] RecordBatch units();

/// The first column of the first row of a query, by a connection of its own.
[[nodiscard]] std::string query(const std::filesystem::path& file, const std::string& sql);
/// Runs SQL on a file without the store.
void tamper(const std::filesystem::path& file, const std::string& sql);

/// The id of the Error(Store) that `action` throws; empty when it throws none.
template <class Action>
std::string failureId(const Action& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error.kind() == ErrorKind::Store ? error.message().id
                                                : "another kind: " + error.message().id;
    }
    return {};
}

} // namespace guatu::store::test
