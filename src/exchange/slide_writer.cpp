// SPDX-License-Identifier: MIT
#include "exchange/slide_writer.h"

#include "exchange/office_package.h"
#include "exchange/whole_file.h"
#include "exchange/xml_writer.h"

#include <cmath>

namespace guatu::exchange
{
namespace
{

using Attributes = XmlWriter::Attributes;

constexpr const char* drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
constexpr const char* presentation = "http://schemas.openxmlformats.org/presentationml/2006/main";
constexpr const char* mime = "application/vnd.openxmlformats-officedocument.presentationml.";
constexpr double margin = 14;      // mm
constexpr double titleHeight = 16; // mm

const Attributes& namespaces()
{
    static const Attributes all{
        {"xmlns:a", drawing}, {"xmlns:r", officeRelations}, {"xmlns:p", presentation}};
    return all;
}

/// Millimetres as EMU, the unit of DrawingML.
std::string emu(double mm)
{
    constexpr double perMm = 36'000;
    return std::to_string(std::llround(mm * perMm));
}

std::string relationType(const char* word)
{
    return std::string(officeRelations) + "/" + word;
}

/// One slide's XML.
class SlideXml
{
public:
    explicit SlideXml(const Slide& slide) : m_slide(slide) {}

    std::string write(const std::vector<std::string>& pictureIds)
    {
        m_xml.open("p:sld", namespaces());
        m_xml.open("p:cSld");
        m_xml.open("p:spTree");
        group();
        title();
        for (const SlideText& text : m_slide.texts)
            shape("text", text, {});
        for (std::size_t i = 0; i < m_slide.pictures.size(); ++i)
            picture(m_slide.pictures[i], pictureIds[i]);
        for (const SlideTable& table : m_slide.tables)
            tableFrame(table);
        constexpr double footerHeight = 8;
        shape("footer",
              {{margin, slideHeight - footerHeight - 2, slideWidth - 2 * margin, footerHeight},
               {{{{m_slide.footer, 9, false, "5C6875"}}}}},
              {});
        m_xml.close();
        m_xml.close();
        m_xml.open("p:clrMapOvr");
        m_xml.leaf("a:masterClrMapping", {});
        m_xml.close();
        m_xml.close();
        return m_xml.text();
    }

private:
    std::string nextId() { return std::to_string(++m_id); }

    void group()
    {
        m_xml.open("p:nvGrpSpPr");
        m_xml.leaf("p:cNvPr", {{"id", nextId()}, {"name", ""}});
        m_xml.leaf("p:cNvGrpSpPr", {});
        m_xml.leaf("p:nvPr", {});
        m_xml.close();
        m_xml.leaf("p:grpSpPr", {});
    }

    void place(const char* element, const SlideBox& box)
    {
        m_xml.open(element);
        m_xml.leaf("a:off", {{"x", emu(box.x)}, {"y", emu(box.y)}});
        m_xml.leaf("a:ext", {{"cx", emu(box.width)}, {"cy", emu(box.height)}});
        m_xml.close();
    }

    void title()
    {
        shape("title",
              {m_slide.titleBox, {{{{m_slide.title, m_slide.titlePoints, true, "12263F"}}}}},
              "title");
    }

    void run(const SlideRun& run)
    {
        if (run.text.empty())
            return;
        m_xml.open("a:r");
        m_xml.open("a:rPr", {{"lang", "zh-CN"},
                             {"sz", std::to_string(std::lround(run.points * 100))},
                             {"b", run.bold ? "1" : "0"}});
        m_xml.open("a:solidFill");
        m_xml.leaf("a:srgbClr", {{"val", run.colour}});
        m_xml.close();
        m_xml.leaf("a:latin", {{"typeface", "Noto Sans CJK SC"}});
        m_xml.leaf("a:ea", {{"typeface", "Noto Sans CJK SC"}});
        m_xml.close();
        m_xml.textLeaf("a:t", run.text);
        m_xml.close();
    }

    void paragraph(const SlideParagraph& paragraph, double leading = 1)
    {
        using enum SlideParagraph::Place;
        constexpr double perCent = 1000; // a thousandth of one is the unit
        m_xml.open("a:p");
        m_xml.open("a:pPr", paragraph.place == Right    ? Attributes{{"algn", "r"}}
                            : paragraph.place == Middle ? Attributes{{"algn", "ctr"}}
                                                        : Attributes{});
        if (leading != 1) {
            m_xml.open("a:lnSpc");
            m_xml.leaf("a:spcPct", {{"val", std::to_string(std::lround(leading * 100 * perCent))}});
            m_xml.close();
        }
        m_xml.close();
        for (const SlideRun& each : paragraph.runs)
            run(each);
        m_xml.close();
    }

    void line(const char* element, const std::string& colour, double mm)
    {
        m_xml.open(element, {{"w", emu(mm)}});
        m_xml.open("a:solidFill");
        m_xml.leaf("a:srgbClr", {{"val", colour}});
        m_xml.close();
        m_xml.close();
    }

    void shape(const char* name, const SlideText& text, const std::string& placeholder)
    {
        m_xml.open("p:sp");
        m_xml.open("p:nvSpPr");
        m_xml.leaf("p:cNvPr", {{"id", nextId()}, {"name", name}});
        m_xml.leaf("p:cNvSpPr", placeholder.empty() ? Attributes{{"txBox", "1"}} : Attributes{});
        if (placeholder.empty()) {
            m_xml.leaf("p:nvPr", {});
        } else {
            m_xml.open("p:nvPr");
            m_xml.leaf("p:ph", {{"type", placeholder}});
            m_xml.close();
        }
        m_xml.close();
        m_xml.open("p:spPr");
        place("a:xfrm", text.box);
        m_xml.open("a:prstGeom", {{"prst", "rect"}});
        m_xml.leaf("a:avLst", {});
        m_xml.close();
        constexpr double rim = 0.5;
        if (!text.rim.empty())
            line("a:ln", text.rim, rim);
        m_xml.close();
        m_xml.open("p:txBody");
        m_xml.open("a:bodyPr", {{"wrap", "square"},
                                {"lIns", "0"},
                                {"tIns", "0"},
                                {"rIns", "0"},
                                {"bIns", "0"},
                                {"anchor", text.rim.empty() ? "t" : "ctr"}});
        m_xml.leaf("a:normAutofit", {});
        m_xml.close();
        for (const SlideParagraph& each : text.paragraphs)
            paragraph(each, text.leading);
        if (text.paragraphs.empty())
            paragraph({});
        m_xml.close();
        m_xml.close();
    }

    void picture(const SlidePicture& picture, const std::string& id)
    {
        m_xml.open("p:pic");
        m_xml.open("p:nvPicPr");
        m_xml.leaf("p:cNvPr", {{"id", nextId()}, {"name", "map"}, {"descr", picture.description}});
        m_xml.leaf("p:cNvPicPr", {});
        m_xml.leaf("p:nvPr", {});
        m_xml.close();
        m_xml.open("p:blipFill");
        m_xml.leaf("a:blip", {{"r:embed", id}});
        m_xml.open("a:stretch");
        m_xml.leaf("a:fillRect", {});
        m_xml.close();
        m_xml.close();
        m_xml.open("p:spPr");
        place("a:xfrm", picture.box);
        m_xml.open("a:prstGeom", {{"prst", "rect"}});
        m_xml.leaf("a:avLst", {});
        m_xml.close();
        m_xml.close();
        m_xml.close();
    }

    void tableFrame(const SlideTable& table)
    {
        m_xml.open("p:graphicFrame");
        m_xml.open("p:nvGraphicFramePr");
        m_xml.leaf("p:cNvPr", {{"id", nextId()}, {"name", "table"}});
        m_xml.leaf("p:cNvGraphicFramePr", {});
        m_xml.leaf("p:nvPr", {});
        m_xml.close();
        SlideBox box = table.box;
        box.height = 0;
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            box.height += heightOf(table, row);
        place("p:xfrm", box);
        m_xml.open("a:graphic");
        m_xml.open("a:graphicData",
                   {{"uri", "http://schemas.openxmlformats.org/drawingml/2006/table"}});
        m_xml.open("a:tbl");
        m_xml.leaf("a:tblPr", {{"firstRow", "1"}});
        m_xml.open("a:tblGrid");
        for (const double width : table.widths)
            m_xml.leaf("a:gridCol", {{"w", emu(width)}});
        m_xml.close();
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            tableRow(table, row);
        m_xml.close();
        m_xml.close();
        m_xml.close();
        m_xml.close();
    }

    static double heightOf(const SlideTable& table, std::size_t row)
    {
        constexpr double usual = 7; // mm
        return row < table.heights.size() ? table.heights[row] : usual;
    }

    /// The lines of a cell, each a paragraph.
    void cellText(const std::string& text, const SlideRun& look, SlideParagraph::Place place)
    {
        constexpr double tight = 0.85; // Han faces take 1.45 sizes for a line
        std::size_t begin = 0;
        while (true) {
            const std::size_t end = text.find('\n', begin);
            SlideParagraph line{{look}, place};
            line.runs.front().text = text.substr(begin, end - begin);
            paragraph(line, tight);
            if (end == std::string::npos)
                return;
            begin = end + 1;
        }
    }

    void tableRow(const SlideTable& table, std::size_t row)
    {
        const bool header = row == 0;
        const bool total = table.hasTotal && row + 1 == table.rows.size();
        m_xml.open("a:tr", {{"h", emu(heightOf(table, row))}});
        for (std::size_t i = 0; i < table.widths.size(); ++i) {
            m_xml.open("a:tc");
            m_xml.open("a:txBody");
            m_xml.leaf("a:bodyPr", {});
            const std::string& text =
                i < table.rows[row].size() ? table.rows[row][i] : std::string();
            const bool right = i < table.flushRight.size() && table.flushRight[i];
            cellText(text, {{}, table.points, header || total, header ? "FFFFFF" : "1B2430"},
                     right ? SlideParagraph::Place::Right : SlideParagraph::Place::Left);
            m_xml.close();
            cellLook(header ? "2F5D8C" : total ? "E4ECF5" : row % 2 == 0 ? "F5F7FA" : "FFFFFF");
            m_xml.close();
        }
        m_xml.close();
    }

    void cellLook(const char* fill)
    {
        m_xml.open("a:tcPr", {{"marL", emu(1.5)},
                              {"marR", emu(1.5)},
                              {"marT", emu(0.2)},
                              {"marB", emu(0.2)},
                              {"anchor", "ctr"}});
        for (const char* side : {"a:lnL", "a:lnR", "a:lnT", "a:lnB"})
            line(side, "C3CCD7", 0.2);
        m_xml.open("a:solidFill");
        m_xml.leaf("a:srgbClr", {{"val", fill}});
        m_xml.close();
        m_xml.close();
    }

    const Slide& m_slide;
    XmlWriter m_xml;
    int m_id = 0;
};

std::string emptyTree()
{
    return "<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>"
           "</p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld>";
}

std::string rootOf(const char* element, const std::string& inner, const std::string& more = {})
{
    return std::string("<p:") + element + " xmlns:a=\"" + drawing + "\" xmlns:r=\"" +
           officeRelations + "\" xmlns:p=\"" + presentation + "\"" + more + ">" + inner +
           "</p:" + element + ">";
}

/// The least theme that presentation programs accept.
std::string theme()
{
    const auto colour = [](const char* name, const char* value) {
        return std::string("<a:") + name + "><a:srgbClr val=\"" + value + "\"/></a:" + name + ">";
    };
    const std::string fonts = "<a:latin typeface=\"Noto Sans CJK SC\"/>"
                              "<a:ea typeface=\"Noto Sans CJK SC\"/><a:cs typeface=\"\"/>";
    const std::string fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    const std::string line = "<a:ln w=\"6350\">" + fill + "</a:ln>";
    const std::string effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    return std::string("<a:theme xmlns:a=\"") + drawing +
           "\" name=\"Guatu\"><a:themeElements><a:clrScheme name=\"Guatu\">" +
           colour("dk1", "1B2430") + colour("lt1", "FFFFFF") + colour("dk2", "12263F") +
           colour("lt2", "F5F7FA") + colour("accent1", "2F5D8C") + colour("accent2", "1A9641") +
           colour("accent3", "D7191C") + colour("accent4", "FDB338") + colour("accent5", "7B3294") +
           colour("accent6", "8C510A") + colour("hlink", "2C6FBB") + colour("folHlink", "7B3294") +
           "</a:clrScheme><a:fontScheme name=\"Guatu\"><a:majorFont>" + fonts +
           "</a:majorFont><a:minorFont>" + fonts +
           "</a:minorFont></a:fontScheme><a:fmtScheme name=\"Guatu\"><a:fillStyleLst>" + fill +
           fill + fill + "</a:fillStyleLst><a:lnStyleLst>" + line + line + line +
           "</a:lnStyleLst><a:effectStyleLst>" + effect + effect + effect +
           "</a:effectStyleLst><a:bgFillStyleLst>" + fill + fill + fill +
           "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
}

void addMaster(OfficePackage& package)
{
    package.add("/ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml",
                theme());
    const char* master = "/ppt/slideMasters/slideMaster1.xml";
    const char* layout = "/ppt/slideLayouts/slideLayout1.xml";
    const std::string layoutId = package.relate(master, relationType("slideLayout"), layout);
    package.relate(master, relationType("theme"), "/ppt/theme/theme1.xml");
    package.relate(layout, relationType("slideMaster"), master);
    package.add(
        master, std::string(mime) + "slideMaster+xml",
        rootOf("sldMaster", emptyTree() +
                                "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" "
                                "accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" "
                                "accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" "
                                "hlink=\"hlink\" folHlink=\"folHlink\"/><p:sldLayoutIdLst>"
                                "<p:sldLayoutId id=\"2147483649\" r:id=\"" +
                                layoutId + "\"/></p:sldLayoutIdLst>"));
    package.add(layout, std::string(mime) + "slideLayout+xml",
                rootOf("sldLayout",
                       emptyTree() + "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>",
                       " type=\"titleOnly\""));
}

/// Adds a slide with its pictures; gives the name of its part.
std::string addSlide(OfficePackage& package, const Slide& slide, std::size_t number)
{
    const std::string name = "/ppt/slides/slide" + std::to_string(number) + ".xml";
    package.relate(name, relationType("slideLayout"), "/ppt/slideLayouts/slideLayout1.xml");
    std::vector<std::string> pictureIds;
    for (std::size_t i = 0; i < slide.pictures.size(); ++i) {
        const std::string picture =
            "/ppt/media/image" + std::to_string(number) + "-" + std::to_string(i + 1) + ".png";
        package.addPicture(picture, slide.pictures[i].png);
        pictureIds.push_back(package.relate(name, relationType("image"), picture));
    }
    package.add(name, std::string(mime) + "slide+xml", SlideXml(slide).write(pictureIds));
    return name;
}

} // namespace

void writeSlides(const std::filesystem::path& file, const std::string& title,
                 const std::vector<Slide>& slides, bool overwrite)
{
    constexpr const char* root = "/ppt/presentation.xml";
    constexpr std::size_t firstSlideId = 256; // as the standard asks
    OfficePackage package;
    package.relate("/", relationType("officeDocument"), root);
    package.setTitle(title);
    addMaster(package);
    const std::string masterId =
        package.relate(root, relationType("slideMaster"), "/ppt/slideMasters/slideMaster1.xml");
    std::string list;
    for (std::size_t i = 0; i < slides.size(); ++i) {
        const std::string name = addSlide(package, slides[i], i + 1);
        list += "<p:sldId id=\"" + std::to_string(firstSlideId + i) + "\" r:id=\"" +
                package.relate(root, relationType("slide"), name) + "\"/>";
    }
    package.relate(root, relationType("theme"), "/ppt/theme/theme1.xml");
    package.add(root, std::string(mime) + "presentation.main+xml",
                rootOf("presentation",
                       "<p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"" + masterId +
                           "\"/></p:sldMasterIdLst><p:sldIdLst>" + list +
                           "</p:sldIdLst><p:sldSz cx=\"" + emu(slideWidth) + "\" cy=\"" +
                           emu(slideHeight) + "\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/>"));
    WholeFile whole(file, overwrite);
    package.write(whole.path());
    whole.keep();
}

} // namespace guatu::exchange
