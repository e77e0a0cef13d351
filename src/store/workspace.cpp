// SPDX-License-Identifier: MIT
#include "store/workspace.h"

#include "store/connection.h"
#include "store/failure.h"
#include "store/migrations.h"
#include "store/snapshot_reader.h"
#include "store/statement.h"
#include "store/workspace_impl.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace guatu::store
{
namespace
{

/// Makes an empty file where there was none.
void reserve(const std::filesystem::path& file)
{
    constexpr int everyone = 0666; // less the user's umask
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, everyone);
    if (descriptor >= 0) {
        ::close(descriptor);
        return;
    }
    if (errno == EEXIST)
        throw fileError("store.exists", file);
    throw fileError("store.cannot_create", file, {{"detail", std::strerror(errno)}});
}

void writeProfile(SQLite::Database& database, const Profile& profile, std::string_view json)
{
    std::optional<std::string> end;
    if (profile.end)
        end = profile.end->iso();
    Statement(database, "INSERT INTO profile (code, title_zh, title_en, json, start, \"end\") "
                        "VALUES (?, ?, ?, ?, ?, ?)")
        .run(profile.code, profile.title.zh, profile.title.en, json, profile.start.iso(), end);
    // Ties the personal-data file to its workspace.
    Statement(database, "INSERT INTO meta VALUES ('workspace_id', lower(hex(randomblob(16))))")
        .run();
}

std::string singleText(SQLite::Database& database, std::string_view sql)
{
    Statement statement(database, sql);
    return statement.step() ? std::string(statement.text(0)) : std::string();
}

} // namespace

Workspace::Workspace(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

Workspace Workspace::create(const std::filesystem::path& file, const Profile& profile,
                            std::string_view profileJson)
{
    reserve(file);
    try {
        migrate(file, 0,
                [&](SQLite::Database& database) { writeProfile(database, profile, profileJson); });
        return open(file, Mode::Write);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(file, ignored);
        throw;
    }
}

Workspace Workspace::open(const std::filesystem::path& file, Mode mode)
{
    const Access access = mode == Mode::Read ? Access::Read : Access::Write;
    std::shared_ptr<SQLite::Database> database = openDatabase(file, access);
    const int version = checkedVersion(*database, file);
    if (version < newestVersion()) {
        if (mode == Mode::Read)
            throw fileError("store.older_version", file,
                            {{"found", std::to_string(version)},
                             {"supported", std::to_string(newestVersion())}});
        database.reset();
        migrate(file, version);
        database = openDatabase(file, access);
    }
    return Workspace(std::make_unique<Impl>(Impl{file, mode, std::move(database)}));
}

const std::filesystem::path& Workspace::file() const
{
    return m_impl->file;
}

Profile Workspace::profile() const
{
    const std::string json = guarded(file(), [&] {
        return singleText(*m_impl->database, "SELECT json FROM profile ORDER BY id LIMIT 1");
    });
    return parseProfile(json, file().string());
}

Date Workspace::dataDate() const
{
    const std::string day = guarded(file(), [&] {
        return singleText(
            *m_impl->database,
            "SELECT max(coalesce(as_of, (SELECT min(start) FROM profile))) FROM dataset");
    });
    if (day.empty())
        return profile().start;
    const auto date = Date::fromIso(day);
    if (!date)
        throw fileError("store.bad_value", file(),
                        {{"table", "dataset"}, {"row", "-"}, {"column", "as_of"}});
    return *date;
}

Snapshot Workspace::snapshot(Date asOf, const Progress& progress) const
{
    return guarded(
        file(), [&] { return readSnapshot(*m_impl->database, file(), profile(), asOf, progress); });
}

PersonColumns Workspace::persons(const Snapshot& snapshot, const Progress& progress) const
{
    return guarded(file(),
                   [&] { return readPersonsOf(snapshot, *m_impl->database, file(), progress); });
}

std::string Workspace::mapping(const std::string& layout, EntityKind kind) const
{
    return guarded(file(), [&] {
        Statement statement(*m_impl->database,
                            "SELECT json FROM import_mapping WHERE layout = ? AND kind = ?");
        return statement.first(layout, toString(kind)) ? std::string(statement.text(0))
                                                       : std::string();
    });
}

void Workspace::saveMapping(const std::string& layout, EntityKind kind, const std::string& json)
{
    if (m_impl->mode == Mode::Read)
        throw fileError("store.opened_for_reading", file());
    guarded(file(), [&] {
        Statement(*m_impl->database, "INSERT INTO import_mapping (layout, kind, json, saved_at) "
                                     "VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')) "
                                     "ON CONFLICT (layout, kind) DO UPDATE SET json = "
                                     "excluded.json, saved_at = excluded.saved_at")
            .run(layout, toString(kind), json);
    });
}

} // namespace guatu::store
