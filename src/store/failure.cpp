// SPDX-License-Identifier: MIT
#include "store/failure.h"

#include <sqlite3.h>

namespace guatu::store
{
Error fileError(std::string id, const std::filesystem::path& file, Message::Parameters more)
{
    Message message{.id = std::move(id), .parameters = {{"file", file.string()}}};
    message.parameters.insert(message.parameters.end(), more.begin(), more.end());
    return storeError(std::move(message));
}

Error failureOf(int code, std::string_view words, const std::filesystem::path& file)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fileError("store.locked", file);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return fileError("store.read_only", file);
    case SQLITE_FULL:
        return fileError("store.disk_full", file);
    case SQLITE_NOTADB:
        return fileError("store.not_a_workspace", file);
    case SQLITE_CORRUPT:
        return fileError("store.damaged", file, {{"detail", std::string(words)}});
    case SQLITE_CANTOPEN:
        return fileError("store.cannot_open", file, {{"detail", std::string(words)}});
    default:
        return fileError("store.failed", file, {{"detail", std::string(words)}});
    }
}

} // namespace guatu::store
