// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guatu::exchange
{

/// An element of an XML file. Names are without the prefix of their namespace.
struct XmlElement {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes{};
    std::string text{}; ///< its own, without white space at the ends
    std::vector<XmlElement> children{};
    int line = 0; ///< of its start, from 1

    /// Empty when it has none of the name.
    [[nodiscard]] const std::string& attribute(std::string_view key) const;
    /// The first child of the name; null when there is none.
    [[nodiscard]] const XmlElement* child(std::string_view key) const;
    /// The text of the first child of the name, else empty.
    [[nodiscard]] const std::string& childText(std::string_view key) const;
};

/// The root of an XML file, in UTF-8, UTF-16 or Latin-1. Files are taken as hostile: no entities of
/// their own, nothing outside is read, at most 16 MiB, 200 000 elements, nested 64 deep. Throws
/// Error(Input) naming file and line.
[[nodiscard]] XmlElement readXml(const std::filesystem::path& file);

} // namespace guatu::exchange
