// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "exchange/encoding.h"

#include <optional>
#include <string>
#include <vector>

namespace guatu::exchange
{

/// What a shapefile says of the encoding of its attributes.
struct DbfDeclaration {
    std::string codePage{};           ///< the text of the .cpg file; empty when there is none
    unsigned char languageDriver = 0; ///< byte 29 of the DBF
};

struct DbfEncoding {
    Encoding encoding = Encoding::Utf8;
    std::vector<Message> notes{}; ///< a declaration that the text belies; no evidence at all
};

/// Decides by the text itself; what the file declares counts only where the text does not tell.
/// `texts` are raw field names and values; values may be cut in the middle of a character.
[[nodiscard]] DbfEncoding recogniseDbf(const DbfDeclaration& declaration,
                                       const std::vector<std::string>& texts);

} // namespace guatu::exchange
