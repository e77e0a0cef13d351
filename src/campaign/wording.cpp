// SPDX-License-Identifier: MIT
#include "campaign/wording.h"

#include <fmt/format.h>

namespace guatu::campaign
{

LocalText sentence(std::string_view id, const LocalParameters& parameters)
{
    const auto in = [&](Language language) {
        Message message{std::string(id)};
        for (const auto& [name, value] : parameters)
            message.parameters.emplace_back(name, value.in(language));
        return text(message, language);
    };
    return {in(Language::Chinese), in(Language::English)};
}

LocalText plain(std::string text)
{
    return {text, text};
}

LocalText listed(const std::vector<LocalText>& parts)
{
    LocalText whole;
    for (const LocalText& part : parts) {
        whole.zh += (whole.zh.empty() ? "" : "、") + part.zh;
        whole.en += (whole.en.empty() ? "" : ", ") + part.in(Language::English);
    }
    return whole;
}

LocalText titleOf(const Profile& profile, const std::string& list, std::string_view word)
{
    if (const auto found = profile.codeLists.find(list); found != profile.codeLists.end())
        for (const auto& [code, title] : found->second)
            if (code == word)
                return title;
    return plain(std::string(word));
}

std::string fixed(double number, int decimals)
{
    return fmt::format("{:.{}f}", number, decimals);
}

std::string shown(double number, int decimals)
{
    std::string digits = fixed(number, decimals);
    if (digits.find('.') != std::string::npos) {
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.back() == '.')
            digits.pop_back();
    }
    return digits == "-0" ? "0" : digits;
}

} // namespace guatu::campaign
