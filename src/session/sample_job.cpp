// SPDX-License-Identifier: MIT
#include "session/sample_job.h"

#include "core/definition.h"
#include "core/error.h"
#include "sample/sample.h"
#include "session/new_workspace.h"
#include "store/workspace.h"

#include <unistd.h>

#include <optional>
#include <string>
#include <system_error>

namespace guatu::session
{
namespace
{

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& id, const fs::path& file, const std::error_code& code)
{
    throw storeError({id, {{"file", file.string()}, {"reason", code.message()}}});
}

/// A workspace under a name of its own until it is whole; what is not kept is deleted.
class Draft
{
public:
    explicit Draft(const fs::path& folder)
        : m_file(folder / (".guatu-sample-" + std::to_string(::getpid()) + ".sqlite"))
    {
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    ~Draft()
    {
        std::error_code ignored; // nothing can be done in a destructor; the names say what they are
        for (const fs::path& file : {m_file, store::personalFileOf(m_file)})
            for (const char* ending : {"", "-journal", "-wal", "-shm"})
                fs::remove(file.string() + ending, ignored);
    }

    [[nodiscard]] const fs::path& file() const { return m_file; }

    /// Gives both files their name; the personal one first, so that a workspace that can be seen
    /// is complete.
    void keepAs(const fs::path& target) const
    {
        const fs::path personal = store::personalFileOf(m_file);
        const fs::path personalTarget = store::personalFileOf(target);
        std::error_code code;
        if (fs::exists(personal, code))
            fs::rename(personal, personalTarget, code);
        if (!code)
            fs::rename(m_file, target, code);
        if (!code)
            return;
        std::error_code ignored;
        fs::remove(personalTarget, ignored);
        refuse("session.sample.no_folder", target, code);
    }

private:
    fs::path m_file;
};

void fill(const fs::path& file, std::size_t households, const Progress& progress)
{
    createWorkspace(file, "chuxiong-2020-100days");
    store::Workspace workspace = store::Workspace::open(file, store::Workspace::Mode::Write);
    std::optional<store::Change> change;
    std::optional<Date> day;
    std::vector<store::WriteIssue> issues;
    const auto sink = [&](Date date, RecordBatch&& batch) {
        progress.checkpoint();
        if (day != date) { // each day is a change of its own: households are dated by it
            if (change)
                change->commit();
            change.reset();
            change.emplace(workspace.beginChange({"guatu", "sample"}, sample::sampleDataset(date)));
            day = date;
        }
        change->write(batch, issues);
        if (!issues.empty())
            throw Error(ErrorKind::Internal, issues.front().message);
    };
    const sample::SampleOptions options{.dataFolder = dataRoot() / "data" / "chuxiong",
                                        .households = households};
    sample::makeSample(options, sink, progress);
    progress.checkpoint();
    if (change)
        change->commit();
}

} // namespace

fs::path makeSampleWorkspace(const fs::path& folder, std::size_t households,
                             const Progress& progress)
{
    const fs::path target = folder / sampleFileName;
    std::error_code code;
    const bool madeFolder = fs::create_directories(folder, code);
    if (code)
        refuse("session.sample.no_folder", folder, code);
    if (fs::exists(target, code) || fs::exists(store::personalFileOf(target), code))
        throw storeError({"session.sample.exists", {{"file", target.string()}}});
    try {
        const Draft draft(folder);
        fill(draft.file(), households, progress);
        draft.keepAs(target);
    } catch (...) {
        if (madeFolder)
            fs::remove(folder, code); // only when it is empty
        throw;
    }
    return target;
}

} // namespace guatu::session
