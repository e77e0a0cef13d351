// SPDX-License-Identifier: MIT
#include "exchange/lexicon.h"

#include "core/definition.h"
#include "core/error.h"
#include "core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace guatu::exchange
{
namespace
{

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 9> placeFields{"county", "town", "village", "group", "lon",
                                                      "lat",    "x",    "y",       "wkt"};
constexpr std::array<std::string_view, 6> householdHelpers{
    classField, riskClearedField, waterHardField, memberNameField, "relation", "p_code"};

std::string readText(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw inputError({"import.cannot_open", {{"file", file.string()}}});
    std::ostringstream text;
    text << stream.rdbuf();
    return std::move(text).str();
}

[[noreturn]] void fail(std::string_view file, const std::string& pointer, std::string_view id)
{
    throw inputError({std::string(id), {{"file", std::string(file)}, {"pointer", pointer}}});
}

/// A JSON file of this folder with the way to the place that is being read.
struct Reader {
    std::string_view file;

    [[nodiscard]] Json parse(std::string_view text) const
    {
        try {
            return Json::parse(text);
        } catch (const Json::exception&) {
            fail(file, "/", "import.lexicon_no_json");
        }
    }
    [[nodiscard]] const Json& object(const Json& parent, const std::string& name) const
    {
        const auto found = parent.find(name);
        if (found == parent.end() || !found->is_object())
            fail(file, "/" + name, "import.lexicon_no_object");
        return *found;
    }
    /// The texts of an array, folded as headers are.
    [[nodiscard]] std::vector<std::string> texts(const Json& array,
                                                 const std::string& pointer) const
    {
        if (!array.is_array())
            fail(file, pointer, "import.lexicon_no_texts");
        std::vector<std::string> result;
        for (const Json& text : array) {
            if (!text.is_string() || foldHeader(text.get_ref<const std::string&>()).empty())
                fail(file, pointer, "import.lexicon_no_texts");
            result.push_back(foldHeader(text.get_ref<const std::string&>()));
        }
        return result;
    }
};

std::span<const std::string_view> wordsOf(EntityKind kind, std::string_view field)
{
    constexpr static std::array<std::string_view, 7> classes{
        "unexited", "returned", "exited", "monitored", "marginal", "sudden", "ordinary"};
    if (field == classField)
        return classes;
    const FieldDefinition* definition = findField(kind, field);
    return definition == nullptr ? std::span<const std::string_view>{} : definition->words;
}

bool isCoded(EntityKind kind, std::string_view field)
{
    const FieldDefinition* definition = findField(kind, field);
    return definition != nullptr && definition->coded;
}

/// Fills `table` with the words of one code list and checks that each means one code. An open
/// list has no `codes`.
void addWords(const Reader& reader, const Json& lists, const std::string& pointer,
              std::span<const std::string_view> codes, WordTable& table)
{
    for (const std::string_view code : codes)
        table.emplace(foldHeader(code), code);
    for (const auto& [code, texts] : lists.items()) {
        if (!codes.empty() && std::ranges::find(codes, code) == codes.end())
            fail(reader.file, pointer + "/" + code, "import.lexicon_no_code");
        for (const std::string& word : reader.texts(texts, pointer + "/" + code))
            if (table.emplace(word, code).first->second != code)
                fail(reader.file, pointer + "/" + code + "/" + word, "import.lexicon_twice");
    }
}

} // namespace

bool isPlaceField(std::string_view field)
{
    return std::ranges::find(placeFields, field) != placeFields.end();
}

bool isMappable(EntityKind kind, std::string_view field)
{
    if (findField(kind, field) != nullptr || isPlaceField(field))
        return true;
    if (kind == EntityKind::Boundary)
        return field == unitNameField;
    return kind == EntityKind::Household &&
           std::ranges::find(householdHelpers, field) != householdHelpers.end();
}

bool isPersonal(EntityKind kind, std::string_view field)
{
    const FieldDefinition* definition = findField(kind, field);
    return field == memberNameField || (definition != nullptr && definition->personal);
}

Lexicon Lexicon::load()
{
    const std::filesystem::path folder = dataRoot() / "data" / "import";
    return parse(readText(folder / "headers.json"), readText(folder / "words.json"));
}

Lexicon Lexicon::parse(std::string_view headersJson, std::string_view wordsJson)
{
    Lexicon lexicon;
    const Reader headers{"headers.json"};
    const Json root = headers.parse(headersJson);
    const Json& place = headers.object(root, "place");
    const Json& kinds = headers.object(root, "kinds");
    for (std::size_t index = 0; index < entityKindCount; ++index) {
        const auto kind = static_cast<EntityKind>(index);
        const std::string name(toString(kind));
        auto& meanings = lexicon.m_meanings.emplace_back();
        const auto add = [&](const Json& fields, const std::string& pointer) {
            for (const auto& [field, aliases] : fields.items()) {
                const std::string at = pointer + "/" + field;
                if (!isMappable(kind, field))
                    fail(headers.file, at, "import.lexicon_no_field");
                std::size_t rank = 0;
                if (aliases.is_array() && !aliases.empty() && aliases.front().is_string())
                    lexicon.m_titles.emplace(name + "." + field, aliases.front());
                for (const std::string& alias : headers.texts(aliases, at))
                    if (meanings.emplace(alias, Meaning{field, ++rank}).first->second.field !=
                        field)
                        fail(headers.file, at + "/" + alias, "import.lexicon_twice");
            }
        };
        add(headers.object(kinds, name), "/kinds/" + name);
        for (const FieldDefinition& field : fieldsOf(kind)) // unless listed, the best name of all
            meanings.emplace(field.name, Meaning{std::string(field.name), 0});
        for (const auto& [field, aliases] : place.items())
            for (const std::string& alias : headers.texts(aliases, "/place/" + field))
                meanings.emplace(alias, Meaning{field, 1});
        for (const std::string_view field : placeFields)
            meanings.emplace(field, Meaning{std::string(field), 0});
        for (const auto& [alias, meaning] : meanings)
            lexicon.m_known.insert(alias);
    }

    const Reader words{"words.json"};
    const Json wordRoot = words.parse(wordsJson);
    for (const auto& [list, codes] : words.object(wordRoot, "words").items()) {
        const auto parts = split(list, '.');
        const auto kind = entityKindFromString(parts.front());
        if (!kind || parts.size() != 2 || !codes.is_object() ||
            (wordsOf(*kind, parts[1]).empty() && !isCoded(*kind, parts[1])))
            fail(words.file, "/words/" + list, "import.lexicon_no_field");
        addWords(words, codes, "/words/" + list, wordsOf(*kind, parts[1]), lexicon.m_words[list]);
    }
    WordTable flags;
    constexpr std::array<std::string_view, 2> answers{"yes", "no"};
    addWords(words, words.object(wordRoot, "flag"), "/flag", answers, flags);
    for (const auto& [word, answer] : flags)
        lexicon.m_flags.emplace(word, answer == "yes");
    for (const std::string& word : words.texts(wordRoot.value("missing", Json()), "/missing"))
        lexicon.m_missing.insert(word);
    for (const std::string& word : words.texts(wordRoot.value("subtotal", Json()), "/subtotal"))
        lexicon.m_subtotals.insert(word);
    lexicon.m_remarks = words.texts(wordRoot.value("remark", Json()), "/remark");
    return lexicon;
}

const Lexicon::Meaning* Lexicon::meaning(EntityKind kind, const std::string& folded) const
{
    const auto& meanings = m_meanings[static_cast<std::size_t>(kind)];
    const auto found = meanings.find(folded);
    return found == meanings.end() ? nullptr : &found->second;
}

const Lexicon::Meaning* Lexicon::meaningOfCutName(EntityKind kind, const std::string& folded) const
{
    const Meaning* result = nullptr;
    for (const auto& [alias, meaning] : m_meanings[static_cast<std::size_t>(kind)]) {
        if (!alias.starts_with(folded))
            continue;
        if (result != nullptr && result->field != meaning.field)
            return nullptr;
        if (result == nullptr || meaning.rank < result->rank)
            result = &meaning;
    }
    return result;
}

std::string Lexicon::title(EntityKind kind, std::string_view field) const
{
    const auto found = m_titles.find(std::string(toString(kind)) + "." + std::string(field));
    return found == m_titles.end() ? std::string(field) : found->second;
}

const WordTable& Lexicon::words(EntityKind kind, std::string_view field) const
{
    const auto found = m_words.find(std::string(toString(kind)) + "." + std::string(field));
    return found == m_words.end() ? m_none : found->second;
}

std::optional<bool> Lexicon::flag(std::string_view cell) const
{
    const auto found = m_flags.find(foldHeader(cell));
    return found == m_flags.end() ? std::nullopt : std::optional(found->second);
}

bool Lexicon::isMissing(std::string_view cell) const
{
    constexpr std::size_t longest = 32; // no word for "not known" is longer, or begins with a digit
    if (cell.size() > longest || (!cell.empty() && cell.front() >= '0' && cell.front() <= '9'))
        return false;
    return guatu::isMissing(cell) || m_missing.contains(foldHeader(cell));
}

bool Lexicon::isSubtotal(std::string_view cell) const
{
    return cell.size() < 64 && m_subtotals.contains(foldHeader(cell));
}

bool Lexicon::isRemark(std::string_view cell) const
{
    const std::string folded = foldHeader(cell.substr(0, 64));
    return std::ranges::any_of(m_remarks, [&](const std::string& word) {
        return folded.starts_with(word) &&
               (folded.size() == word.size() || folded[word.size()] == ':');
    });
}

} // namespace guatu::exchange
