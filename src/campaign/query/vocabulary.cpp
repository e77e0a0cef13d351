// SPDX-License-Identifier: MIT
#include "campaign/query/vocabulary.h"

#include "campaign/criteria.h"
#include "campaign/query/field_words.h"
#include "campaign/query/query_files.h"
#include "campaign/query/relations.h"
#include "campaign/query/words.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace guatu::campaign::query
{
namespace
{

constexpr std::array<std::string_view, keywordCount> keywordNames{
    "where",  "and",      "or",      "not",     "has",       "no",         "at",
    "within", "of",       "any",     "inside",  "from",      "intersects", "count",
    "take",   "nearest",  "to",      "missing", "known",     "criterion",  "today",
    "yes",    "no_value", "visited", "since",   "since_end", "counter"};

constexpr std::array<std::string_view, entityCount> entityNames{
    "household", "person",  "unit",    "site", "facility", "road",
    "project",   "problem", "listing", "plan", "visit"};

constexpr std::array<std::pair<std::string_view, OperatorWord>, 10> operatorNames{
    {{"=", {Operator::Equal}},
     {"!=", {Operator::NotEqual}},
     {"<", {Operator::Less}},
     {"<=", {Operator::LessEqual}},
     {">", {Operator::Greater}},
     {">=", {Operator::GreaterEqual}},
     {"in", {Operator::In}},
     {"not_in", {Operator::In, true}},
     {"contains", {Operator::Contains}},
     {"within_days", {Operator::WithinDays}}}};

constexpr std::array<std::pair<std::string_view, FieldType>, 6> typeNames{
    {{"number", FieldType::Number},
     {"word", FieldType::Word},
     {"flag", FieldType::Flag},
     {"date", FieldType::Date},
     {"text", FieldType::Text},
     {"unit", FieldType::Unit}}};

Spellings spellings(const JsonNode& node)
{
    return {node["zh"].texts(), node["en"].texts()};
}

void addAll(PhraseTrie& phrases, const Spellings& words, std::uint32_t id)
{
    for (const std::string& word : words.zh)
        phrases.add(word, id);
    for (const std::string& word : words.en)
        phrases.add(word, id);
}

std::string optionalText(const JsonNode& node, std::string_view key)
{
    const auto found = node.find(key);
    return found ? found->text() : std::string{};
}

FieldType fieldType(const JsonNode& node)
{
    const std::string& word = node.text();
    const auto found =
        std::ranges::find(typeNames, word, [](const auto& pair) { return pair.first; });
    if (found == typeNames.end())
        throw std::logic_error("vocabulary: no type " + word);
    return found->second;
}

/// Reads the vocabulary of the language and joins the words of a profile and its data.
class Builder
{
public:
    Builder(const Snapshot& snapshot, const Profile& profile)
        : m_snapshot(snapshot), m_profile(profile), m_file(queryFile("vocabulary.json"))
    {
    }

    Vocabulary::Words build()
    {
        readKeywords();
        readOperators();
        readMeasures();
        readNouns();
        for (std::size_t entity = 0; entity < entityCount; ++entity) {
            readFields(static_cast<Entity>(entity));
            addCriteria(static_cast<Entity>(entity));
            indexFields(entity);
        }
        addUnits();
        return std::move(m_words);
    }

private:
    void readKeywords()
    {
        const JsonNode all = m_file.root()["keywords"];
        for (std::size_t k = 0; k < keywordCount; ++k) {
            m_words.keywordSpellings[k] = spellings(all[keywordNames[k]]);
            addAll(m_words.keywords[k], m_words.keywordSpellings[k], 0);
        }
    }

    void readOperators()
    {
        const JsonNode all = m_file.root()["operators"];
        for (std::uint32_t i = 0; i < operatorNames.size(); ++i) {
            m_words.operatorWords.push_back(operatorNames[i].second);
            m_words.operatorSpellings.push_back(spellings(all[operatorNames[i].first]));
            addAll(m_words.operators, m_words.operatorSpellings.back(), i);
        }
    }

    void readMeasures()
    {
        for (const auto& [name, node] : m_file.root()["measures"].members()) {
            const Spellings words = spellings(node);
            addAll(m_words.measures, words,
                   static_cast<std::uint32_t>(m_words.measureWords.size()));
            m_words.measureWords.push_back(
                {node["of"].text(), node["factor"].number(), words.title()});
        }
    }

    void addNoun(Noun noun, const Spellings& words)
    {
        const auto id = static_cast<std::uint32_t>(m_words.nouns.size());
        m_words.nouns.push_back({std::move(noun), words.title()});
        addAll(m_words.nounPhrases, words, id);
    }

    void readNouns()
    {
        for (const auto& [name, node] : m_file.root()["entities"].members()) {
            if (const auto level = levelFromString(name))
                addNoun({.entity = Entity::Unit, .level = level}, spellings(node));
            else
                addNoun({.entity = entityOf(name)}, spellings(node));
        }
        addKinds(Entity::Facility, "facility", "facility_kind");
        addKinds(Entity::Site, "site", "site_kind");
    }

    /// Kinds are nouns too: 卫生室, water points. Their first words are those of this file, where
    /// it has some, then the profile's.
    void addKinds(Entity entity, const std::string& name, const std::string& list)
    {
        const JsonNode own = m_file.root()["kinds"][name];
        for (const FieldValueTitle& kind : listed(list)) {
            if (kind.code == "other")
                continue;
            Spellings words;
            if (const auto more = own.find(kind.code))
                words = spellings(*more);
            words.zh.push_back(kind.title.zh);
            words.en.push_back(kind.code);
            words.en.push_back(kind.title.en);
            addNoun({.entity = entity, .kind = kind.code}, words);
        }
    }

    static Entity entityOf(std::string_view name)
    {
        return static_cast<Entity>(std::ranges::find(entityNames, name) - entityNames.begin());
    }

    /// A code list of the profile, else of this file.
    [[nodiscard]] std::vector<FieldValueTitle> listed(const std::string& list) const
    {
        std::vector<FieldValueTitle> values;
        if (const auto found = m_profile.codeLists.find(list); found != m_profile.codeLists.end())
            for (const auto& [code, title] : found->second)
                values.push_back({code, title});
        else if (const auto own = m_file.root()["words"].find(list))
            for (const auto& [code, words] : own->members())
                values.push_back({code, spellings(words).title()});
        return values;
    }

    void readFields(Entity entity)
    {
        const auto place = static_cast<std::size_t>(entity);
        for (const auto& [id, node] : m_file.root()["fields"][entityNames[place]].members()) {
            Field field{.id = id, .entity = entity, .type = fieldType(node["type"])};
            const Spellings words = spellings(node);
            field.title = words.title();
            field.unit = optionalText(node, "unit");
            field.future = liesAhead(id);
            if (node.has("list"))
                field.values = listed(node["list"].text());
            if (field.type == FieldType::Word)
                addFieldWords(m_snapshot, m_profile, field);
            const auto number = static_cast<std::uint32_t>(m_words.fields[place].size());
            addAll(m_words.fieldPhrases[place], words, number);
            m_words.fieldPhrases[place].add(id, number);
            m_words.fields[place].push_back(std::move(field));
        }
    }

    static bool judges(const std::string& set, const Criterion& criterion, Entity entity)
    {
        if (entity == Entity::Household)
            return set == householdSet;
        if (entity == Entity::Site)
            return criterion.grain == "site";
        return entity == Entity::Unit && set != householdSet && levelFromString(criterion.grain);
    }

    void addCriteria(Entity entity)
    {
        const auto place = static_cast<std::size_t>(entity);
        for (const auto& [set, criteria] : m_profile.criteria)
            for (const Criterion& criterion : criteria) {
                if (!judges(set, criterion, entity))
                    continue;
                Field field{.id = "criterion " + criterion.id,
                            .entity = entity,
                            .type = FieldType::Word,
                            .title = criterion.title,
                            .criterion = true,
                            .values = listed("criterion_result")};
                const auto number = static_cast<std::uint32_t>(m_words.fields[place].size());
                for (const std::string& word :
                     {criterion.id, criterion.title.zh, criterion.title.en})
                    m_words.fieldPhrases[place].add(word, number);
                m_words.fields[place].push_back(std::move(field));
            }
    }

    void indexFields(std::size_t place)
    {
        for (const Field& field : m_words.fields[place]) {
            PhraseTrie& phrases = m_words.valuePhrases[place].emplace_back();
            // Codes first, so that a code is never taken for another word's title.
            for (std::uint32_t i = 0; i < field.values.size(); ++i)
                phrases.add(field.values[i].code, i);
            for (std::uint32_t i = 0; i < field.values.size(); ++i) {
                phrases.add(field.values[i].title.zh, i);
                phrases.add(field.values[i].title.en, i);
            }
        }
    }

    void addUnits()
    {
        const UnitColumns& units = m_snapshot.units;
        for (std::uint32_t row = 0; row < units.size(); ++row) {
            m_words.units.push_back({units.code[row], units.name[row]});
            m_words.unitNames.add(units.name[row], row);
            for (const std::string& name : shortNames(units.name[row], units.level[row]))
                m_words.unitShortNames.add(name, row);
        }
    }

    const Snapshot& m_snapshot;
    const Profile& m_profile;
    JsonDocument m_file;
    Vocabulary::Words m_words;
};

} // namespace

const std::string& Vocabulary::Words::text(Keyword keyword, Language language) const
{
    const Spellings& words = keywordSpellings[static_cast<std::size_t>(keyword)];
    const bool chinese = words.en.empty() || (language == Language::Chinese && !words.zh.empty());
    return chinese ? words.zh.front() : words.en.front();
}

const std::string& Vocabulary::Words::text(OperatorWord word, Language language) const
{
    const auto place = std::ranges::find(operatorWords, word) - operatorWords.begin();
    const Spellings& words = operatorSpellings[static_cast<std::size_t>(place)];
    return language == Language::Chinese ? words.zh.front() : words.en.front();
}

const UnitName* Vocabulary::Words::unit(UnitCode code) const
{
    const auto found = std::ranges::lower_bound(units, code, {}, &UnitName::code);
    return found != units.end() && found->code == code ? &*found : nullptr;
}

Vocabulary::Vocabulary(const Snapshot& snapshot, const Profile& profile)
    : m_words(std::make_unique<const Words>(Builder(snapshot, profile).build()))
{
}
Vocabulary::~Vocabulary() = default;
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;

std::span<const Field> Vocabulary::fields(Entity entity) const
{
    return m_words->fields[static_cast<std::size_t>(entity)];
}

const Field* Vocabulary::field(Entity entity, std::string_view id) const
{
    const auto all = fields(entity);
    const auto found = std::ranges::find(all, id, &Field::id);
    return found == all.end() ? nullptr : &*found;
}

std::span<const NounTitle> Vocabulary::nouns() const
{
    return m_words->nouns;
}

std::string Vocabulary::title(const Noun& noun, Language language) const
{
    const auto found = std::ranges::find(m_words->nouns, noun, &NounTitle::noun);
    return found == m_words->nouns.end() ? std::string{} : found->title.in(language);
}

std::string Vocabulary::unitPath(UnitCode code) const
{
    const UnitName* unit = m_words->unit(code);
    if (unit == nullptr)
        return code.str();
    std::string path = unit->name;
    auto namesakes = m_words->unitNames.find(unit->name);
    std::vector<UnitCode> others;
    for (const std::uint32_t row : namesakes)
        if (m_words->units[row].code != code)
            others.push_back(m_words->units[row].code);
    for (auto above = code.parent(); above && !others.empty(); above = above->parent()) {
        const UnitName* holder = m_words->unit(*above);
        if (holder == nullptr || holder->name == unit->name)
            continue;
        path = holder->name + "/" + path;
        // Whom else does the longer path name?
        const auto same = m_words->unitNames.find(holder->name);
        std::erase_if(others, [&](UnitCode other) {
            return std::ranges::none_of(
                same, [&](std::uint32_t row) { return m_words->units[row].code.contains(other); });
        });
    }
    return others.empty() ? path : code.str();
}

} // namespace guatu::campaign::query
