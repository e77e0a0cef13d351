// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/lexicon.h"
#include "exchange/qgis_style_reader.h"
#include "exchange/xml_reader.h"

#include <map>
#include <string>
#include <string_view>

namespace guatu::exchange
{

inline constexpr double mmOfPixel = 25.4 / 96, mmOfPoint = 25.4 / 72, mmOfInch = 25.4;

/// The pictograms of a folder, as style files name or embed them.
class Pictograms
{
public:
    explicit Pictograms(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    /// The pictogram that a path or an embedded picture ("base64:...") is; none when there is none
    /// of its name or content.
    [[nodiscard]] std::optional<std::string> find(const std::string& source);

private:
    std::filesystem::path m_folder;
    std::map<std::string, std::string> m_embedded; ///< name by content, filled when first asked
};

/// What the readers of one style file share: the layer it is for, and what they could not take.
class StyleReading
{
public:
    StyleReading(std::filesystem::path file, const StyleTarget& target);

    [[nodiscard]] const StyleTarget& target() const { return m_target; }
    [[nodiscard]] GeometryType geometry() const { return m_target.table.geometry.type(); }

    [[nodiscard]] Pictograms& pictograms() { return m_pictograms; }

    /// Whether lines are drawn by the levels of their symbol's layers, not layer upon layer.
    [[nodiscard]] bool hasSymbolLevels() const { return m_symbolLevels; }
    void setSymbolLevels(bool has) { m_symbolLevels = has; }

    /// Notes what stands at a line and is not taken as it is.
    void note(std::string id, int line, Message::Parameters more = {});
    [[nodiscard]] std::vector<Message> takeNotes();
    [[nodiscard]] Error error(std::string id, int line, const Message::Parameters& more = {}) const;

    /// The table's column that a field stands for: of that name, else of the header's meaning.
    /// Throws Error(Input) when there is none.
    [[nodiscard]] std::string column(std::string_view field, int line) const;
    /// A value as the column holds it; words of ledgers become the column's words. Throws
    /// Error(Input) when a file has more than 20 000.
    [[nodiscard]] FieldValue valueFor(const std::string& column, const std::string& text, int line);

    /// A length in mm of a QGIS unit: MM, Pixel, Point, Inch. One that depends on the map's scale
    /// or does not read is noted, and `instead` used.
    [[nodiscard]] double millimetres(const std::string& length, const std::string& unit, int line,
                                     std::string_view property, double instead);

private:
    std::filesystem::path m_file;
    const StyleTarget& m_target;
    Lexicon m_lexicon;
    Pictograms m_pictograms;
    std::vector<Message> m_notes;
    bool m_symbolLevels = false;
    std::size_t m_leftOut = 0, m_values = 0;
};

/// A finite number, the whole text.
[[nodiscard]] std::optional<double> finiteNumber(std::string_view text);
/// "r,g,b[,a]" of QGIS (what newer ones add is left), or "#RRGGBB"; none for what is neither.
[[nodiscard]] std::optional<Colour> colourFrom(std::string_view text);
/// The colour with its opacity multiplied by 0 to 1.
[[nodiscard]] Colour faded(Colour colour, double opacity);
/// A length that styles may hold: above 0, at most 100 mm; 0 is a hair line of a pixel.
[[nodiscard]] double drawnWidth(double millimetres);

} // namespace guatu::exchange
