// SPDX-License-Identifier: MIT
#include "exchange/office_package.h"

#include "exchange/xml_writer.h"

#include <algorithm>

namespace guatu::exchange
{
namespace
{

constexpr const char* packageRelations =
    "http://schemas.openxmlformats.org/package/2006/relationships";

/// /ppt/slides/slide1.xml -> ppt/slides/_rels/slide1.xml.rels; / -> _rels/.rels
std::string relationsPart(const std::string& part)
{
    const std::size_t slash = part.rfind('/');
    return part.substr(1, slash) + "_rels/" + part.substr(slash + 1) + ".rels";
}

} // namespace

void OfficePackage::add(const std::string& name, const std::string& contentType, std::string text)
{
    m_parts.push_back({name, contentType, xmlHead + std::move(text)});
}

void OfficePackage::addPicture(const std::string& name, std::string png)
{
    m_parts.push_back({name, {}, std::move(png)});
}

std::string OfficePackage::relate(const std::string& from, const std::string& type,
                                  const std::string& to)
{
    const auto count = std::ranges::count(m_relations, from, &Relation::from);
    m_relations.push_back({from, "rId" + std::to_string(count + 1), type, to});
    return m_relations.back().id;
}

void OfficePackage::setTitle(const std::string& title)
{
    add("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
        "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" +
            xmlEscaped(title) + "</dc:title></cp:coreProperties>");
    relate("/",
           "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
           "/docProps/core.xml");
}

void OfficePackage::write(const std::filesystem::path& file) const
{
    XmlWriter types;
    types.open("Types",
               {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
    types.leaf("Default",
               {{"Extension", "rels"},
                {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
    types.leaf("Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
    types.leaf("Default", {{"Extension", "png"}, {"ContentType", "image/png"}});
    for (const Part& part : m_parts)
        if (!part.contentType.empty())
            types.leaf("Override", {{"PartName", part.name}, {"ContentType", part.contentType}});
    types.close();
    std::vector<ZipMember> members{{"[Content_Types].xml", xmlHead + types.text()}};
    std::vector<std::string> sources;
    for (const Relation& relation : m_relations)
        if (std::ranges::find(sources, relation.from) == sources.end())
            sources.push_back(relation.from);
    for (const std::string& source : sources) {
        XmlWriter xml;
        xml.open("Relationships", {{"xmlns", packageRelations}});
        for (const Relation& relation : m_relations)
            if (relation.from == source)
                xml.leaf("Relationship",
                         {{"Id", relation.id}, {"Type", relation.type}, {"Target", relation.to}});
        xml.close();
        members.push_back({relationsPart(source), xmlHead + xml.text()});
    }
    for (const Part& part : m_parts)
        members.push_back({part.name.substr(1), part.bytes});
    writeZip(file, members);
}

} // namespace guatu::exchange
