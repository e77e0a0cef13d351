// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guatu
{

/// For whom something leaves the office: 内部, 汇报, 公开, and the team that goes to the field.
enum class Audience : std::uint8_t { Internal, Briefing, Public, Field };

/// internal, briefing, public, field, and back; none for other words.
[[nodiscard]] std::string_view toString(Audience audience);
[[nodiscard]] std::optional<Audience> audienceFromString(std::string_view word);

/// A person's name as a briefing may write it: 张三丰 is 张**. Empty stays empty.
[[nodiscard]] std::string maskedName(std::string_view name);

/// Where the features of something may be drawn.
enum class PlaceGrant : std::uint8_t {
    None,
    Seat, ///< of the hamlet, or of a wider unit where too few share it
    Exact
};

/// Who may see which field (profile, `export`; domain notes §11). It fails closed: what is not
/// granted is not seen, whatever it is.
class ExportPolicy
{
public:
    std::size_t minGroup = 5; ///< fewer households than this never stand at one place
    Audience byDefault = Audience::Briefing;

    /// Of the text of a profile. Throws Error(Input) as parseProfile does.
    [[nodiscard]] static ExportPolicy parse(std::string_view profileJson, const std::string& name);

    /// Whether the profile says anything of fields at all.
    [[nodiscard]] bool empty() const { return m_layers.empty() && m_tables.empty(); }

    /// A column of a map source; sources of units are alike but for groups.
    [[nodiscard]] bool allowsLayerField(std::string_view source, std::string_view field,
                                        Audience audience) const;
    [[nodiscard]] PlaceGrant layerPlace(std::string_view source, Audience audience) const;

    /// A column of a list, by the list's key.
    [[nodiscard]] bool allowsTableField(std::string_view table, std::string_view field,
                                        Audience audience) const;
    [[nodiscard]] PlaceGrant tablePlace(std::string_view table, Audience audience) const;
    /// Whether it speaks of the list at all.
    [[nodiscard]] bool knowsTable(std::string_view table) const { return m_tables.contains(table); }
    /// Whether the audience may see any column of the list.
    [[nodiscard]] bool allowsTable(std::string_view table, Audience audience) const;

private:
    struct Grant {
        std::vector<Audience> audiences;
        std::vector<std::string> fields;
    };
    using Grants = std::map<std::string, std::vector<Grant>, std::less<>>;

    static bool allows(const Grants& grants, std::string_view name, std::string_view field,
                       Audience audience);
    static PlaceGrant place(const Grants& grants, std::string_view name, Audience audience);

    friend struct PolicyReader;
    Grants m_layers, m_tables;
};

/// Whether households stand behind each row of a map source or list, so that the public sees none
/// of it, whatever a profile grants.
[[nodiscard]] bool isOfHouseholds(std::string_view sourceOrTable);

} // namespace guatu
