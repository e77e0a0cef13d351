// SPDX-License-Identifier: MIT
#include "exchange/text_document.h"

#include "exchange/office_package.h"
#include "exchange/whole_file.h"
#include "exchange/xml_writer.h"

namespace guatu::exchange
{
namespace
{

struct ParagraphLook {
    const char* font;
    const char* halfPoints;
    bool centred, indented;
};
constexpr ParagraphLook titleLook{"黑体", "44", true, false};
constexpr ParagraphLook headingLook{"黑体", "32", false, true};
constexpr ParagraphLook bodyLook{"仿宋", "32", false, true};

void addParagraph(XmlWriter& xml, const std::string& text, const ParagraphLook& look)
{
    xml.open("w:p");
    xml.open("w:pPr");
    xml.leaf("w:spacing", {{"w:line", "560"}, {"w:lineRule", "exact"}}); // 28 points
    if (look.indented)
        xml.leaf("w:ind", {{"w:firstLineChars", "200"}, {"w:firstLine", "640"}});
    if (look.centred)
        xml.leaf("w:jc", {{"w:val", "center"}});
    xml.close();
    xml.open("w:r");
    xml.open("w:rPr");
    xml.leaf("w:rFonts", {{"w:ascii", "Times New Roman"},
                          {"w:hAnsi", "Times New Roman"},
                          {"w:eastAsia", look.font}});
    xml.leaf("w:sz", {{"w:val", look.halfPoints}});
    xml.close();
    xml.leaf("w:t", {{"xml:space", "preserve"}}, text);
    xml.close();
    xml.close();
}

} // namespace

void writeTextDocument(const std::filesystem::path& file, const std::string& title,
                       const std::vector<DocumentParagraph>& paragraphs, bool overwrite)
{
    XmlWriter xml;
    xml.open("w:document",
             {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}});
    xml.open("w:body");
    addParagraph(xml, title, titleLook);
    for (const DocumentParagraph& each : paragraphs)
        addParagraph(xml, each.text, each.isHeading ? headingLook : bodyLook);
    xml.open("w:sectPr");
    xml.leaf("w:pgSz", {{"w:w", "11906"}, {"w:h", "16838"}}); // A4 in twentieths of a point
    // Margins of GB/T 9704: 37 mm above, 28 mm at the left, 35 below, 26 at the right.
    xml.leaf("w:pgMar", {{"w:top", "2098"},
                         {"w:right", "1474"},
                         {"w:bottom", "1984"},
                         {"w:left", "1588"},
                         {"w:header", "851"},
                         {"w:footer", "992"},
                         {"w:gutter", "0"}});
    xml.close();
    xml.close();
    xml.close();
    OfficePackage package;
    package.relate("/", std::string(officeRelations) + "/officeDocument", "/word/document.xml");
    package.setTitle(title);
    package.add("/word/document.xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                xml.text());
    WholeFile whole(file, overwrite);
    package.write(whole.path());
    whole.keep();
}

} // namespace guatu::exchange
