// SPDX-License-Identifier: MIT
#include "core/entity.h"

#include "core/status.h"
#include "core/unit_code.h"
#include "support/catch.h"

#include <algorithm>
#include <set>

using namespace guatu;

namespace
{

std::vector<EntityKind> allKinds()
{
    std::vector<EntityKind> kinds;
    for (std::size_t kind = 0; kind < entityKindCount; ++kind)
        kinds.push_back(static_cast<EntityKind>(kind));
    return kinds;
}

std::set<std::string_view> wordsOf(EntityKind kind, std::string_view field)
{
    const FieldDefinition* definition = findField(kind, field);
    REQUIRE(definition != nullptr);
    return {definition->words.begin(), definition->words.end()};
}

} // namespace

TEST_CASE("the words of --as name the kinds of records", "[core]")
{
    for (const EntityKind kind : allKinds())
        CHECK(entityKindFromString(toString(kind)) == kind);
    CHECK(entityKindFromString("households") == EntityKind::Household);
    CHECK_FALSE(entityKindFromString("household"));
    CHECK_FALSE(entityKindFromString(""));
}

TEST_CASE("a kind names each field once, what identifies a record first", "[core]")
{
    for (const EntityKind kind : allKinds()) {
        INFO(toString(kind));
        const auto fields = fieldsOf(kind);
        std::set<std::string_view> names;
        for (const FieldDefinition& field : fields)
            CHECK(names.insert(field.name).second);
        CHECK(fields.front().key);
        CHECK(std::ranges::is_partitioned(fields, &FieldDefinition::key));
        for (const FieldDefinition& field : fields) {
            CHECK((!field.key || field.required));
            CHECK((field.type == FieldType::Word) == !field.words.empty());
            CHECK(findField(kind, field.name) == &field);
        }
        CHECK(findField(kind, "nothing") == nullptr);
    }
}

TEST_CASE("names, numbers of papers, phones and accounts are personal, nothing else", "[core]")
{
    std::set<std::string_view> personal;
    for (const EntityKind kind : allKinds())
        for (const FieldDefinition& field : fieldsOf(kind))
            if (field.personal)
                personal.insert(field.name);
    CHECK(personal == std::set<std::string_view>{"head_name", "phone", "bank", "name", "id_no"});
    CHECK_FALSE(findField(EntityKind::Unit, "name")->personal);
}

TEST_CASE("fields and statuses hold the same words", "[core]")
{
    std::set<std::string_view> formal, watch, levels;
    for (int value = 0; value <= static_cast<int>(FormalStatus::NeverRegistered); ++value)
        formal.insert(toString(static_cast<FormalStatus>(value)));
    for (int value = 0; value <= static_cast<int>(Watch::Sudden); ++value)
        watch.insert(toString(static_cast<Watch>(value)));
    for (std::size_t level = 0; level < levelCount; ++level)
        levels.insert(toString(static_cast<Level>(level)));
    CHECK(wordsOf(EntityKind::Household, "formal_status") == formal);
    CHECK(wordsOf(EntityKind::Unit, "formal_status") == formal);
    CHECK(wordsOf(EntityKind::Household, "watch") == watch);
    CHECK(wordsOf(EntityKind::Unit, "level") == levels);
}
