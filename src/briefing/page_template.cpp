// SPDX-License-Identifier: MIT
#include "briefing/page_template.h"

#include "briefing/page_words.h"
#include "core/definition_reader.h"
#include "core/json_schema.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <tuple>

namespace guatu::briefing
{
namespace
{

namespace fs = std::filesystem;
using Kind = Frame::Kind;

constexpr std::array kinds{std::pair{std::string_view("map"), Kind::Map},
                           std::pair{std::string_view("inset"), Kind::Inset},
                           std::pair{std::string_view("legend"), Kind::Legend},
                           std::pair{std::string_view("table"), Kind::Table},
                           std::pair{std::string_view("chart"), Kind::Chart},
                           std::pair{std::string_view("figures"), Kind::Figures},
                           std::pair{std::string_view("text"), Kind::Text},
                           std::pair{std::string_view("picture"), Kind::Picture},
                           std::pair{std::string_view("furniture"), Kind::Furniture}};

/// What FiguresBlock and furniture know; see compose.
constexpr std::array<std::string_view, 7> figureItems{
    "remaining", "cleared", "uncleared", "unknown", "incidence", "days_left", "listed_places"};
constexpr std::array<std::string_view, 11> furnitureItems{
    "place", "stamp",    "data_date", "sources",  "crs", "grid",
    "scale", "compiler", "approval",  "audience", "hash"};

std::optional<double> lengthOf(const JsonNode& frame, std::string_view key)
{
    const auto node = frame.find(key);
    return node ? std::optional(node->number()) : std::nullopt;
}

/// Start and length along one direction from two of three anchors.
std::pair<double, double> anchored(const JsonNode& frame, std::array<std::string_view, 3> keys,
                                   double from, double whole)
{
    const auto near = lengthOf(frame, keys[0]);
    const auto far = lengthOf(frame, keys[1]);
    const auto size = lengthOf(frame, keys[2]);
    if (near && far && !size)
        return {from + *near, whole - *near - *far};
    if (near && size && !far)
        return {from + *near, *size};
    if (far && size && !near)
        return {from + whole - *far - *size, *size};
    throw frame.error("briefing.template.anchors", {{"near", std::string(keys[0])},
                                                    {"far", std::string(keys[1])},
                                                    {"size", std::string(keys[2])}});
}

RectMm boxOf(const JsonNode& node, const PageTemplate& page)
{
    const RectMm space = page.space();
    RectMm box;
    std::tie(box.x, box.width) = anchored(node, {"left", "right", "width"}, space.x, space.width);
    std::tie(box.y, box.height) =
        anchored(node, {"top", "bottom", "height"}, space.y, space.height);
    constexpr double slack = 1e-9;
    if (box.width <= 0 || box.height <= 0 || box.x < -slack || box.y < -slack ||
        box.right() > page.width + slack || box.bottom() > page.height + slack)
        throw node.error("briefing.template.off_page");
    return box;
}

void checkWords(const JsonNode& frame, const LocalText& text)
{
    for (const auto& [key, words] : {std::pair{"zh", &text.zh}, std::pair{"en", &text.en}})
        if (const std::string unknown = unknownWord(*words); !unknown.empty()) {
            std::string known;
            for (const std::string_view word : pageWords())
                known += " " + std::string(word);
            throw frame["text"][key].error("briefing.template.word",
                                           {{"word", unknown}, {"words", known}});
        }
}

void checkItems(const JsonNode& frame, std::span<const std::string_view> known)
{
    for (const JsonNode& item : frame["items"].items())
        if (std::ranges::find(known, item.text()) == known.end()) {
            std::string words;
            for (const std::string_view word : known)
                words += " " + std::string(word);
            throw item.error("briefing.template.item", {{"words", words}});
        }
}

Frame frameOf(const JsonNode& node, const PageTemplate& page)
{
    Frame frame;
    const std::string word = node["kind"].text();
    frame.kind = std::ranges::find(kinds, word, &std::pair<std::string_view, Kind>::first)->second;
    take(node, "id", frame.id);
    frame.box = boxOf(node, page);
    take(node, "text", frame.text);
    checkWords(node, frame.text);
    std::string face, align, date;
    take(node, "face", face);
    frame.serif = face == "serif";
    take(node, "bold", frame.bold);
    take(node, "points", frame.points);
    take(node, "align", align);
    frame.align = align == "centre" ? Align::Centre : align == "right" ? Align::Right : Align::Left;
    take(node, "colour", frame.colour);
    take(node, "layers", frame.layers);
    take(node, "date", date);
    frame.compare = date == "compare";
    take(node, "fixed_scale", frame.fixedScale);
    take(node, "graticule", frame.graticule);
    take(node, "kilometre_grid", frame.kilometreGrid);
    take(node, "north", frame.north);
    take(node, "scale_bar", frame.scaleBar);
    take(node, "of", frame.of);
    take(node, "table", frame.table);
    take(node, "columns", frame.columns);
    take(node, "items", frame.items);
    std::string file;
    take(node, "file", file);
    if (!file.empty())
        frame.file = fs::path(node.file()).parent_path() / file;
    if (frame.kind == Kind::Text)
        (void)node["text"];
    if (frame.kind == Kind::Table)
        (void)node["table"];
    if (frame.kind == Kind::Picture)
        (void)node["file"];
    if (frame.kind == Kind::Figures)
        checkItems(node, figureItems);
    if (frame.kind == Kind::Furniture)
        checkItems(node, furnitureItems);
    return frame;
}

/// Legends and insets are of a map that is there.
void checkMaps(const JsonNode& frames, const PageTemplate& page)
{
    const std::vector<JsonNode> nodes = frames.items();
    for (std::size_t i = 0; i < page.frames.size(); ++i) {
        const Frame& frame = page.frames[i];
        if (frame.kind != Kind::Legend && frame.kind != Kind::Inset)
            continue;
        const bool there = std::ranges::any_of(page.frames, [&](const Frame& other) {
            return other.kind == Kind::Map && (frame.of.empty() || other.id == frame.of);
        });
        if (!there)
            throw nodes[i].error("briefing.template.no_map", {{"map", frame.of}});
    }
}

void takePaper(const JsonNode& node, PageTemplate& page)
{
    // ISO 216, shorter side first.
    static const std::map<std::string, std::pair<double, double>> papers{{"A4", {210, 297}},
                                                                         {"A3", {297, 420}},
                                                                         {"A2", {420, 594}},
                                                                         {"A1", {594, 841}},
                                                                         {"A0", {841, 1189}}};
    const std::string paper = node["paper"].text();
    if (paper == "free") {
        page.width = node["width"].number();
        page.height = node["height"].number();
        return;
    }
    const auto [shorter, longer] = papers.at(paper);
    const bool landscape = node["orientation"].text() == "landscape";
    page.width = landscape ? longer : shorter;
    page.height = landscape ? shorter : longer;
}

} // namespace

RectMm PageTemplate::space() const
{
    return {margin, margin, width - 2 * margin, height - 2 * margin - footHeight * enlarge};
}

bool PageTemplate::comparesDates() const
{
    return std::ranges::any_of(
        frames, [](const Frame& frame) { return frame.compare || frame.table == "comparison"; });
}

namespace
{

PageTemplate templateOf(const JsonNode& node)
{
    checkAgainstSchema(node, "page.schema.json");
    PageTemplate page;
    take(node, "id", page.id);
    take(node, "title", page.title);
    takePaper(node, page);
    take(node, "margin", page.margin);
    take(node, "enlarge", page.enlarge);
    take(node, "place", page.ofPlace);
    take(node, "slide", page.slide);
    if (page.space().width <= 0 || page.space().height <= 0)
        throw node["margin"].error("briefing.template.off_page");
    if (const auto levels = node.find("levels"))
        for (const std::string& word : levels->texts())
            page.levels.push_back(*levelFromString(word));
    if (const auto audience = node.find("audience"))
        page.audience = audienceFromString(audience->text());
    for (const JsonNode& frame : node["frames"].items())
        page.frames.push_back(frameOf(frame, page));
    checkMaps(node["frames"], page);
    return page;
}

} // namespace

PageTemplate parsePageTemplate(std::string_view json, const std::string& file)
{
    return templateOf(JsonDocument(json, file).root());
}

PageTemplate readPageTemplate(const fs::path& file)
{
    return templateOf(JsonDocument::read(file).root());
}

std::vector<PageTemplate> pageTemplates()
{
    const fs::path folder = dataRoot() / "styles" / "pages";
    std::error_code failure;
    std::vector<PageTemplate> templates;
    for (const fs::path& file : definitionFiles(folder, failure))
        templates.push_back(readPageTemplate(file));
    if (failure)
        throw inputError({"definition.unreadable", {{"file", folder.string()}}});
    return templates;
}

PageTemplate pageTemplate(const std::string& nameOrFile)
{
    if (nameOrFile.ends_with(".json"))
        return readPageTemplate(nameOrFile);
    std::string known;
    for (PageTemplate& page : pageTemplates()) {
        if (page.id == nameOrFile)
            return std::move(page);
        known += " " + page.id;
    }
    throw inputError({"briefing.template.none", {{"name", nameOrFile}, {"names", known}}});
}

std::string usualTemplate(Level level)
{
    return level <= Level::County ? "county-a3" : "township-a4";
}

PageTemplate slideTemplate(const PageTemplate& page)
{
    return page.slide.empty() ? page : pageTemplate(page.slide);
}

} // namespace guatu::briefing
