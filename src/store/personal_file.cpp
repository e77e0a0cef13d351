// SPDX-License-Identifier: MIT
#include "store/personal_file.h"

#include "store/failure.h"
#include "store/migrations.h"
#include "store/workspace.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace guatu::store
{
namespace
{

/// Makes an empty file that only its owner can read. False when there is one already.
bool makePrivateFile(const std::filesystem::path& file)
{
    constexpr int ownerOnly = 0600;
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, ownerOnly);
    if (descriptor < 0) {
        if (errno == EEXIST)
            return false;
        throw fileError("store.cannot_create", file, {{"detail", std::strerror(errno)}});
    }
    ::close(descriptor);
    return true;
}

bool hasContent(const std::filesystem::path& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    return !error && size != 0;
}

std::string join(const std::vector<std::string_view>& names, std::string_view before)
{
    std::string text;
    for (const auto name : names)
        text.append(text.empty() ? "" : ", ").append(before).append(name);
    return text;
}

/// "?, ?, ?"
std::string placeholders(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += i == 0 ? "?" : ", ?";
    return text;
}

std::string upsertText(const std::vector<std::string_view>& names)
{
    std::string text;
    for (const auto name : names)
        text.append(text.empty() ? "" : ", ").append(name).append(" = excluded.").append(name);
    return text;
}

} // namespace

struct PersonalFile::Writer {
    Statement read, write;
};

std::filesystem::path personalFileOf(const std::filesystem::path& workspace)
{
    auto file = workspace;
    return file.replace_extension("pii" + workspace.extension().string());
}

PersonalFile::PersonalFile(SQLite::Database& database, const std::filesystem::path& workspace)
    : m_database(database), m_file(personalFileOf(workspace))
{
}

void PersonalFile::attach()
{
    m_made = makePrivateFile(m_file);
    Statement(m_database, "ATTACH ? AS pii").run(std::string_view(m_file.native()));
    m_attached = true;
    m_database.exec("PRAGMA pii.secure_delete = ON");
    const std::string workspaceId =
        m_database.execAndGet("SELECT value FROM main.meta WHERE key = 'workspace_id'").getString();
    if (m_database.execAndGet("PRAGMA pii.page_count").getInt() == 0) {
        makePersonalTables(m_database);
        Statement(m_database, "INSERT INTO pii.meta VALUES ('workspace_id', ?)")
            .run(std::string_view(workspaceId));
        return;
    }
    if (m_database.execAndGet("PRAGMA pii.application_id").getInt() != personalApplicationId)
        throw fileError("store.not_personal", m_file);
    if (m_database.execAndGet("SELECT value FROM pii.meta WHERE key = 'workspace_id'")
            .getString() != workspaceId)
        throw fileError("store.foreign_personal", m_file);
}

PersonalFile::Writer& PersonalFile::writerFor(std::string_view table,
                                              const std::vector<std::string_view>& fields)
{
    const std::string tableName = std::string(table) + "_pii";
    const std::string id = table == "household" ? "hh_id" : "person_id";
    const std::string names = join(fields, "");
    auto& writer = m_writers[tableName + ":" + names];
    if (!writer)
        writer = std::make_shared<Writer>(
            Statement(m_database,
                      "SELECT " + names + " FROM pii." + tableName + " WHERE " + id + " = ?"),
            Statement(m_database, "INSERT INTO pii." + tableName + " (" + id + ", " + names +
                                      ") VALUES (" + placeholders(fields.size() + 1) +
                                      ") ON CONFLICT (" + id + ") DO UPDATE SET " +
                                      upsertText(fields)));
    return *writer;
}

std::vector<std::string_view> PersonalFile::write(std::string_view table, std::int64_t id,
                                                  const std::vector<std::string_view>& fields,
                                                  const std::vector<Cell>& values)
{
    const bool nothing = std::ranges::all_of(values, isNull);
    if (!m_attached) {
        if (nothing && !hasContent(m_file))
            return {};
        attach();
    }
    Writer& writer = writerFor(table, fields);
    const bool known = writer.read.first(id);
    std::vector<std::string_view> changed;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (known ? writer.read.cell(static_cast<int>(i)) != values[i] : !isNull(values[i]))
            changed.push_back(fields[i]);
    writer.read.reset();
    if (changed.empty())
        return {};
    writer.write.reset();
    writer.write.bind(1, id);
    for (std::size_t i = 0; i < values.size(); ++i)
        writer.write.bind(static_cast<int>(i) + 2, values[i]);
    writer.write.run();
    return changed;
}

void PersonalFile::release()
{
    m_writers.clear();
    if (m_attached)
        m_database.exec("DETACH pii");
    m_attached = false;
    std::error_code ignored;
    if (m_made && !hasContent(m_file))
        std::filesystem::remove(m_file, ignored);
}

} // namespace guatu::store
