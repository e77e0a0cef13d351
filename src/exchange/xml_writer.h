// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guatu::exchange
{

/// Writes XML 1.0 in UTF-8. Every name comes from the program, every value is escaped; characters
/// that XML cannot hold are left out.
class XmlWriter
{
public:
    using Attributes = std::vector<std::pair<std::string_view, std::string>>;

    void open(std::string_view name, const Attributes& attributes = {});
    void close();
    /// An element with a text, or with nothing.
    void leaf(std::string_view name, const Attributes& attributes, std::string_view text = {});
    void textLeaf(std::string_view name, std::string_view text) { leaf(name, {}, text); }

    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    void start(std::string_view name, const Attributes& attributes);

    std::string m_text;
    std::vector<std::string> m_open;
};

[[nodiscard]] std::string xmlEscaped(std::string_view text);

} // namespace guatu::exchange
