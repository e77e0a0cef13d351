// SPDX-License-Identifier: MIT
#pragma once

#include "core/feature_table.h"
#include "core/look.h"
#include "desktop/style_edit.h"

#include <memory>
#include <set>

namespace guatu::desktop
{

/// What the parts of the style panel show: a layer, its look at work, and how it is drawn.
struct StyleSubject {
    Layer layer; ///< as defined
    LayerLook look;
    LayerLook defined;
    std::shared_ptr<const FeatureTable> table;  ///< null: the workspace has none
    std::shared_ptr<const MapDefinition> drawn; ///< may lag behind the look by a moment
    ColourVariant colours = ColourVariant::Standard;
    std::set<std::string> classes; ///< chosen ones, by id

    [[nodiscard]] const Style& style() const { return look.style; }
    [[nodiscard]] SymbolKind kind() const;
    /// The classes as they are drawn, those of a classification among them.
    [[nodiscard]] std::vector<StyleClass> drawnClasses() const;
    /// The symbol of the first class chosen; none when no class is.
    [[nodiscard]] std::optional<Symbol> symbol() const;
};

/// A column of the layer's table.
struct StyleField {
    enum class Kind : std::uint8_t { Number, Words, Text };
    std::string name;
    Kind kind;
    std::vector<std::string> words{}; ///< of Words
};
[[nodiscard]] std::vector<StyleField> fieldsOf(const FeatureTable* table);

} // namespace guatu::desktop
