// SPDX-License-Identifier: MIT
#pragma once

#include "core/entity.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace guatu::exchange
{

// Helper fields: columns that are no field of the kind but say something of one.
inline constexpr std::string_view unitNameField = "unit_name"; ///< a unit's own name
inline constexpr std::string_view classField = "hh_class"; ///< 户类型: formal status and watch
inline constexpr std::string_view riskClearedField =
    "risk_cleared";                                                ///< the opposite of watch_active
inline constexpr std::string_view waterHardField = "water_hard";   ///< the opposite of w_access
inline constexpr std::string_view memberNameField = "member_name"; ///< 姓名 in a household sheet

/// Fields that say where a row belongs: county, town, village, group, lon, lat, x, y, wkt.
[[nodiscard]] bool isPlaceField(std::string_view field);
/// Whether a column may be mapped to `field` when records of `kind` are read.
[[nodiscard]] bool isMappable(EntityKind kind, std::string_view field);
/// Whether a column mapped to `field` holds what may not be shown in previews and reports.
[[nodiscard]] bool isPersonal(EntityKind kind, std::string_view field);

/// Words a code list accepts, folded as headers are, and the code each stands for.
using WordTable = std::unordered_map<std::string, std::string>;

/// What headers and words mean: data/import/headers.json and words.json.
class Lexicon
{
public:
    struct Meaning {
        std::string field;
        std::size_t rank; ///< the lower, the better known is the header
    };

    /// Throws Error(Input) naming file, JSON pointer and what is wrong.
    static Lexicon load();
    static Lexicon parse(std::string_view headersJson, std::string_view wordsJson);

    /// The field a header stands for; `folded` by foldHeader.
    [[nodiscard]] const Meaning* meaning(EntityKind kind, const std::string& folded) const;
    /// The field whose one alias begins with a cut-off name; null when several do.
    [[nodiscard]] const Meaning* meaningOfCutName(EntityKind kind, const std::string& folded) const;
    /// Whether the header is known for any kind.
    [[nodiscard]] bool knows(const std::string& folded) const { return m_known.contains(folded); }

    /// What a ledger calls the field; the field itself when no header is listed for it.
    [[nodiscard]] std::string title(EntityKind kind, std::string_view field) const;

    [[nodiscard]] const WordTable& words(EntityKind kind, std::string_view field) const;
    [[nodiscard]] std::optional<bool> flag(std::string_view cell) const;
    /// Blank, or a word for "not known".
    [[nodiscard]] bool isMissing(std::string_view cell) const;
    [[nodiscard]] bool isSubtotal(std::string_view cell) const;
    /// The text under a table: 填表人：..., 注：...
    [[nodiscard]] bool isRemark(std::string_view cell) const;

private:
    std::vector<std::unordered_map<std::string, Meaning>> m_meanings; ///< by kind
    std::unordered_map<std::string, std::string> m_titles;            ///< by "kind.field"
    std::unordered_set<std::string> m_known;
    std::unordered_map<std::string, WordTable> m_words; ///< by "kind.field"
    std::unordered_map<std::string, bool> m_flags;
    std::unordered_set<std::string> m_missing;
    std::unordered_set<std::string> m_subtotals;
    std::vector<std::string> m_remarks;
    WordTable m_none;
};

} // namespace guatu::exchange
