// SPDX-License-Identifier: MIT
#include "exchange/xml_writer.h"

namespace guatu::exchange
{

std::string xmlEscaped(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\n':
            escaped += "&#10;";
            break;
        case '\t':
            escaped += "&#9;";
            break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20)
                escaped += c;
        }
    }
    return escaped;
}

void XmlWriter::start(std::string_view name, const Attributes& attributes)
{
    m_text.append(2 * m_open.size(), ' ').append("<").append(name);
    for (const auto& [key, value] : attributes)
        m_text.append(" ").append(key).append("=\"").append(xmlEscaped(value)).append("\"");
}

void XmlWriter::open(std::string_view name, const Attributes& attributes)
{
    start(name, attributes);
    m_text += ">\n";
    m_open.emplace_back(name);
}

void XmlWriter::close()
{
    const std::string name = std::move(m_open.back());
    m_open.pop_back();
    m_text.append(2 * m_open.size(), ' ').append("</").append(name).append(">\n");
}

void XmlWriter::leaf(std::string_view name, const Attributes& attributes, std::string_view text)
{
    start(name, attributes);
    if (text.empty())
        m_text += "/>\n";
    else
        m_text.append(">").append(xmlEscaped(text)).append("</").append(name).append(">\n");
}

} // namespace guatu::exchange
