// SPDX-License-Identifier: MIT
#include "store/household_heads.h"

#include "store/connection.h"
#include "store/failure.h"
#include "store/statement.h"
#include "store/workspace.h"

namespace guatu::store
{
namespace
{

std::string idOf(SQLite::Database& database)
{
    return database.execAndGet("SELECT value FROM meta WHERE key = 'workspace_id'").getString();
}

} // namespace

std::map<std::string, std::string> householdHeads(const std::filesystem::path& workspace,
                                                  std::span<const std::string> codes)
{
    const std::filesystem::path file = personalFileOf(workspace);
    const auto ledger = openDatabase(workspace, Access::Read);
    const auto personal = openDatabase(file, Access::Read);
    return guarded(file, [&] {
        if (idOf(*ledger) != idOf(*personal))
            throw fileError("store.foreign_personal", file);
        Statement household(*ledger,
                            "SELECT id FROM household WHERE hh_code = ? AND row_to IS NULL");
        Statement head(*personal, "SELECT head_name FROM household_pii WHERE hh_id = ?");
        std::map<std::string, std::string> names;
        for (const std::string& code : codes)
            if (household.first(code) && head.first(household.integer(0)) && !head.isNull(0))
                names.emplace(code, head.text(0));
        return names;
    });
}

} // namespace guatu::store
