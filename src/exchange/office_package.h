// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/zip_file.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace guatu::exchange
{

/// A package of Office Open XML (ECMA-376) under construction: parts, their content types and the
/// relations between them.
class OfficePackage
{
public:
    /// Adds a part; `name` begins with a slash. Pictures are PNG and need no content type.
    void add(const std::string& name, const std::string& contentType, std::string text);
    void addPicture(const std::string& name, std::string png);
    /// Relates a part, or the package itself ("/"), to another; gives the id to refer to it by.
    std::string relate(const std::string& from, const std::string& type, const std::string& to);
    /// Title and language-independent facts that file managers show.
    void setTitle(const std::string& title);

    /// Writes the archive. Throws Error(Input) as writeZip does.
    void write(const std::filesystem::path& file) const;

private:
    struct Part {
        std::string name, contentType, bytes;
    };
    struct Relation {
        std::string from, id, type, to;
    };
    std::vector<Part> m_parts;
    std::vector<Relation> m_relations;
};

inline constexpr const char* xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" "
                                       "standalone=\"yes\"?>\n";
inline constexpr const char* officeRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

} // namespace guatu::exchange
