// SPDX-License-Identifier: MIT
#include "store/failure.h"
#include "store/logged_change.h"
#include "store/references.h"
#include "store/workspace_impl.h"

#include <array>

namespace guatu::store
{
namespace
{

constexpr std::array<std::string_view, 5> actionWords{"submit", "check", "approve", "reject",
                                                      "reopen"};

/// A signature on its way into the table, with its key: the subject and the number of the
/// signature among those of the subject.
class SignatureWriter
{
public:
    explicit SignatureWriter(SQLite::Database& database)
        : m_database(database),
          m_references(database),
          m_count(database,
                  "SELECT count(*) FROM closure_sign WHERE subject_type = ? AND subject_key = ?"),
          m_insert(database,
                   "INSERT INTO closure_sign (code, subject_type, subject_id, subject_key, level, "
                   "role, action, on_date, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    {
    }

    void write(const Signature& signature, ChangeLog& log)
    {
        const bool household = signature.subjectType == SubjectType::Household;
        const std::string_view type = household ? "household" : "unit";
        const auto subject = m_references.subject(type, signature.subject);
        const bool known = household || signature.subjectType == SubjectType::Unit;
        if (!subject || !known)
            throw Error(ErrorKind::Input, {"store.row_no_record", {{"value", signature.subject}}});
        m_count.first(type, signature.subject);
        const std::string code = signature.subject + "#" + std::to_string(m_count.integer(0) + 1);
        m_count.reset();
        const std::string day = signature.on.iso();
        const std::string_view action = actionWords[static_cast<std::size_t>(signature.action)];
        m_insert.run(code, type, *subject, signature.subject, toString(signature.level),
                     signature.role, action, day, signature.note);
        log.added("closure_sign", m_database.getLastInsertRowid(),
                  {{"subject_type", type},
                   {"subject", std::string_view(signature.subject)},
                   {"level", toString(signature.level)},
                   {"role", std::string_view(signature.role)},
                   {"action", action},
                   {"on_date", std::string_view(day)},
                   {"note", std::string_view(signature.note)}});
    }

private:
    SQLite::Database& m_database;
    References m_references;
    Statement m_count, m_insert;
};

} // namespace

void Workspace::sign(const ChangeReason& reason, std::span<const Signature> signatures)
{
    if (signatures.empty())
        return;
    m_impl->changeFrom(reason, [&](LoggedChange& change) {
        SignatureWriter writer(*m_impl->database);
        for (const Signature& signature : signatures)
            writer.write(signature, change.log());
    });
}

bool Workspace::hasSignatures() const
{
    return guarded(file(), [&] {
        return Statement(*m_impl->database, "SELECT 1 FROM closure_sign LIMIT 1").step();
    });
}

} // namespace guatu::store
