// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "core/style.h"

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Changes of a style as the style panel makes them: pure functions of values.
namespace guatu::desktop
{

/// How the classes of a style come about.
enum class StyleMethod : std::uint8_t {
    Single,     ///< all features alike
    Categories, ///< by words, or by the conditions of the definition
    Thresholds,
    EqualInterval,
    Quantiles,
    NaturalBreaks
};

[[nodiscard]] StyleMethod methodOf(const Style& style);
/// That of a classification; none for single symbols and categories.
[[nodiscard]] std::optional<ClassMethod> classMethodOf(StyleMethod method);
/// The field that its classes compare, when it is one only; else empty.
[[nodiscard]] std::string fieldOf(const Style& style);

/// What the classes of a style draw at a feature.
enum class SymbolKind : std::uint8_t { Area, Line, Point };

/// All features alike, drawn as the first class that draws anything.
void makeSingle(Style& style, const LocalText& title);

/// A word of a field, and how it reads.
struct Category {
    std::string word;
    LocalText title;
};
/// A class for each word, in colours and (points) shapes of their own, and one of the unknown
/// behind them. "unknown" among the words gives no second one.
void makeCategories(Style& style, SymbolKind kind, const std::string& field,
                    std::span<const Category> words, const LocalText& unknown);

/// Classes that follow from the values of a number field. Outlines stay; points become plain marks,
/// which can take a class's colour. `breaks` are those of thresholds to begin with.
void makeClassification(Style& style, SymbolKind kind, ClassMethod method, const std::string& field,
                        const LocalText& unitWord, std::vector<double> breaks = {});
/// The breaks between classes that a classification has made, ascending.
[[nodiscard]] std::vector<double> breaksOf(std::span<const StyleClass> drawn);
/// What the user typed between commas or blanks: ascending numbers, one less than classes are
/// allowed; else why not.
[[nodiscard]] std::variant<std::vector<double>, Message> parseBreaks(std::string_view text);

using SymbolEdit = std::function<void(Symbol&)>;

/// Changes the symbols of classes by id, in every colour variant. Classes that follow from a
/// classification share one symbol, which any of their ids stands for.
void editShapes(Style& style, const std::set<std::string>& classes, const SymbolEdit& edit);
/// Changes the symbols of classes that draw in this colour variant. Classes that follow from a
/// classification are left alone.
void editColours(Style& style, const std::set<std::string>& classes, ColourVariant variant,
                 const SymbolEdit& edit);
/// Gives a class that follows from a classification, or its neighbours too, a colour of its own.
/// `drawn` are the classes as they are drawn now.
void setClassColour(Style& style, std::span<const StyleClass> drawn,
                    const std::set<std::string>& classes, Colour colour);
/// The class has its own colour: it is one of the style's, or holds values of a classification.
/// The class of the unknown beside a classification has not.
[[nodiscard]] bool hasColourOf(const Style& style, const std::string& styleClass);

/// The symbol that a class draws in a variant.
[[nodiscard]] const Symbol& symbolIn(const StyleClass& styleClass, ColourVariant variant);

/// The colour by which a symbol is known: of its fill, else of its plain mark, else of its
/// uppermost line. Pictograms have colours of their own.
[[nodiscard]] std::optional<Colour> mainColour(const Symbol& symbol);
/// Gives the fill and the plain mark, or where there are none the line, this colour.
void setMainColour(Symbol& symbol, Colour colour);
/// The uppermost line and what lies under it in the same hue; opacities stay.
void setLineColour(Symbol& symbol, Colour colour);
/// Millimetres. A casing keeps its rim.
void setLineWidth(Symbol& symbol, double width);
void setDash(Symbol& symbol, std::vector<double> dash);
/// Adds a thin line where there is none, or takes all lines away.
void setLined(Symbol& symbol, bool lined);
/// A pattern keeps its colour; a new one is drawn in a darker tone of the fill.
void setPattern(Symbol& symbol, Pattern pattern);
void setPatternColour(Symbol& symbol, Colour colour);

/// Millimetres across of the smallest and the largest figure; of a badge its height, from `most`.
struct FigureSizes {
    double least, most;
    friend bool operator==(const FigureSizes&, const FigureSizes&) = default;
};
/// None without a figure.
[[nodiscard]] std::optional<FigureSizes> figureSizes(const Figure& figure);
/// The smaller is never above the larger.
void setFigureSizes(Figure& figure, FigureSizes sizes);

} // namespace guatu::desktop
