// SPDX-License-Identifier: MIT
#include "exchange/xml_reader.h"

#include "core/error.h"
#include "core/text.h"

#include <expat.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <optional>

namespace guatu::exchange
{
namespace
{

constexpr std::uintmax_t mostBytes = 16u << 20;
constexpr std::size_t mostElements = 200000;
constexpr std::size_t mostDepth = 64;
const std::string nothing;

std::string bytesOf(const std::filesystem::path& file)
{
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(file, failure);
    if (!failure && size > mostBytes)
        throw inputError({"xml.too_large", {{"file", file.string()}}});
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (failure || !in || bytes.empty())
        throw inputError({"xml.unreadable", {{"file", file.string()}}});
    return bytes;
}

std::string_view withoutPrefix(std::string_view name)
{
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Builds the tree while expat reads. Nothing may be thrown through expat: a refusal is kept.
class TreeBuilder
{
public:
    explicit TreeBuilder(std::string file)
        : m_file(std::move(file)), m_parser(XML_ParserCreate(nullptr))
    {
        XML_SetUserData(m_parser.get(), this);
        XML_SetElementHandler(m_parser.get(), opened, closed);
        XML_SetCharacterDataHandler(m_parser.get(), written);
        XML_SetStartDoctypeDeclHandler(m_parser.get(), declared);
    }

    XmlElement read(const std::string& bytes)
    {
        const auto status =
            XML_Parse(m_parser.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
        if (m_refusal)
            throw inputError(*m_refusal);
        if (status != XML_STATUS_OK) {
            const bool isEncoding = XML_GetErrorCode(m_parser.get()) == XML_ERROR_UNKNOWN_ENCODING;
            throw inputError(complaint(isEncoding ? "xml.encoding" : "xml.broken"));
        }
        return std::move(m_root);
    }

private:
    [[nodiscard]] int line() const
    {
        return static_cast<int>(XML_GetCurrentLineNumber(m_parser.get()));
    }
    [[nodiscard]] Message complaint(std::string id) const
    {
        return {std::move(id), {{"file", m_file}, {"line", std::to_string(line())}}};
    }
    void refuse(std::string id)
    {
        if (!m_refusal)
            m_refusal = complaint(std::move(id));
        XML_StopParser(m_parser.get(), XML_FALSE);
    }

    void open(const char* name, const char** attributes)
    {
        if (m_refusal)
            return;
        if (++m_count > mostElements)
            return refuse("xml.too_many");
        if (m_open.size() >= mostDepth)
            return refuse("xml.too_deep");
        XmlElement element{.name = std::string(withoutPrefix(name)), .line = line()};
        for (; attributes[0] != nullptr; attributes += 2)
            element.attributes.emplace_back(withoutPrefix(attributes[0]), attributes[1]);
        XmlElement* place = &m_root;
        if (!m_open.empty())
            place = &m_open.back()->children.emplace_back();
        *place = std::move(element);
        m_open.push_back(place);
    }
    void close()
    {
        XmlElement& element = *m_open.back();
        element.text = std::string(trim(element.text));
        m_open.pop_back();
    }

    static TreeBuilder& of(void* data) { return *static_cast<TreeBuilder*>(data); }
    static void opened(void* data, const char* name, const char** attributes)
    {
        of(data).open(name, attributes);
    }
    static void closed(void* data, const char* /*name*/)
    {
        if (!of(data).m_refusal)
            of(data).close();
    }
    static void written(void* data, const char* text, int length)
    {
        if (!of(data).m_open.empty())
            of(data).m_open.back()->text.append(text, static_cast<std::size_t>(length));
    }
    static void declared(void* data, const char* /*name*/, const char* /*system*/,
                         const char* /*publicId*/, int hasInternalSubset)
    {
        if (hasInternalSubset != 0)
            of(data).refuse("xml.entities");
    }

    struct FreeParser {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };

    std::string m_file;
    std::unique_ptr<XML_ParserStruct, FreeParser> m_parser;
    XmlElement m_root;
    std::vector<XmlElement*> m_open; ///< a parent's children do not move while one of them is open
    std::size_t m_count = 0;
    std::optional<Message> m_refusal;
};

} // namespace

const std::string& XmlElement::attribute(std::string_view key) const
{
    const auto found =
        std::ranges::find(attributes, key, [](const auto& pair) { return pair.first; });
    return found == attributes.end() ? nothing : found->second;
}

const XmlElement* XmlElement::child(std::string_view key) const
{
    const auto found = std::ranges::find(children, key, &XmlElement::name);
    return found == children.end() ? nullptr : &*found;
}

const std::string& XmlElement::childText(std::string_view key) const
{
    const XmlElement* found = child(key);
    return found == nullptr ? nothing : found->text;
}

XmlElement readXml(const std::filesystem::path& file)
{
    return TreeBuilder(file.string()).read(bytesOf(file));
}

} // namespace guatu::exchange
