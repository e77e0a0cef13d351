// SPDX-License-Identifier: MIT
#include "core/message.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace guatu
{
namespace detail
{
/// The files of data/i18n by name, put in by the build.
extern const std::vector<std::pair<std::string_view, std::string_view>> embeddedCatalogue;
} // namespace detail

namespace
{

using Catalogue = std::map<std::string, std::string, std::less<>>;

Catalogue read(std::string_view fileName)
{
    const auto file = std::ranges::find(detail::embeddedCatalogue, fileName,
                                        [](const auto& entry) { return entry.first; });
    return nlohmann::json::parse(file->second).get<Catalogue>();
}

const Catalogue& catalogue(Language language)
{
    static const Catalogue chinese = read("zh.json");
    static const Catalogue english = read("en.json");
    return language == Language::Chinese ? chinese : english;
}

const std::string* findParameter(const Message::Parameters& parameters, std::string_view name)
{
    const auto found =
        std::ranges::find(parameters, name, [](const auto& parameter) { return parameter.first; });
    return found == parameters.end() ? nullptr : &found->second;
}

} // namespace

std::string text(const Message& message, Language language)
{
    const std::string sentence = text(std::string_view(message.id), language);
    std::string result;
    std::size_t at = 0;
    while (at < sentence.size()) {
        const std::size_t open = sentence.find('{', at);
        const std::size_t close = sentence.find('}', open);
        if (close == std::string::npos)
            break;
        const auto name = std::string_view(sentence).substr(open + 1, close - open - 1);
        if (const std::string* value = findParameter(message.parameters, name)) {
            result.append(sentence, at, open - at).append(*value);
            at = close + 1;
        } else { // not ours: keep the brace, look on behind it
            result.append(sentence, at, open + 1 - at);
            at = open + 1;
        }
    }
    return result.append(sentence, at);
}

std::string text(std::string_view id, Language language)
{
    const Catalogue& sentences = catalogue(language);
    const auto found = sentences.find(id);
    return found == sentences.end() ? std::string(id) : found->second;
}

bool hasText(std::string_view id, Language language)
{
    return catalogue(language).contains(id);
}

std::vector<std::string_view> messageIds(Language language)
{
    const Catalogue& sentences = catalogue(language);
    std::vector<std::string_view> ids;
    ids.reserve(sentences.size());
    for (const auto& [id, sentence] : sentences)
        ids.push_back(id);
    return ids;
}

} // namespace guatu
