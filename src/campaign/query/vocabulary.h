// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/expression.h"
#include "core/definition.h"
#include "core/profile.h"
#include "core/snapshot.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guatu::campaign::query
{

enum class FieldType : std::uint8_t {
    Number,
    Word, ///< one of `values`, or several of them at once, as the issuers of a listed place
    Flag, ///< yes or no
    Date,
    Text,
    Unit, ///< a unit; compared with In only
};

/// A word and its title, as `unexited` 未脱贫户.
struct FieldValueTitle {
    std::string code;
    LocalText title;
};

/// One field of the catalogue.
struct Field {
    std::string id; ///< stable, English, unique in its entity; criteria are "criterion water"
    Entity entity{};
    FieldType type{};
    LocalText title{};
    std::string unit{};                    ///< of numbers: households, persons, yuan, metres, ...
    bool future = false;                   ///< dates that lie ahead, as a due day
    bool criterion = false;                ///< the result of a criterion of the profile
    std::vector<FieldValueTitle> values{}; ///< of words: from the profile, then from the data
};

/// A noun with its title, as {Facility, clinic} 卫生室.
struct NounTitle {
    Noun noun;
    LocalText title;
};

/// Every word that queries of one snapshot and profile may use. Immutable; may be shared by
/// threads. Keeps nothing of the snapshot but names, so it may outlive it.
class Vocabulary
{
public:
    Vocabulary(const Snapshot& snapshot, const Profile& profile);
    ~Vocabulary();
    Vocabulary(Vocabulary&&) noexcept;
    Vocabulary& operator=(Vocabulary&&) noexcept;

    /// The fields of an entity, attributes first, then criteria.
    [[nodiscard]] std::span<const Field> fields(Entity entity) const;
    /// Null when there is none.
    [[nodiscard]] const Field* field(Entity entity, std::string_view id) const;

    /// What a query can ask for, in the order a panel shows it.
    [[nodiscard]] std::span<const NounTitle> nouns() const;
    [[nodiscard]] std::string title(const Noun& noun, Language language) const;

    /// The shortest path of names that names the unit alone, as 小河村委会 or 高桥镇/小河村委会.
    [[nodiscard]] std::string unitPath(UnitCode unit) const;

    struct Words; ///< what parser and printer look things up in
    [[nodiscard]] const Words& words() const { return *m_words; }

private:
    std::unique_ptr<const Words> m_words;
};

} // namespace guatu::campaign::query
