// SPDX-License-Identifier: MIT
#include "exchange/unit_matcher.h"

#include "core/text.h"

#include <algorithm>
#include <span>

namespace guatu::exchange
{
namespace
{

// Longest first: the first that fits is taken off.
constexpr std::string_view countySuffixes[]{"自治县", "县级市", "县", "市", "区"};
constexpr std::string_view townSuffixes[]{"街道办事处", "乡人民政府", "镇人民政府", "办事处",
                                          "街道",       "乡",         "镇"};
constexpr std::string_view villageSuffixes[]{
    "社区居民委员会", "村民委员会", "村居民委员会", "居民委员会", "社区居委会", "社区委员会",
    "行政村",         "村委会",     "居委会",       "委会",       "社区",       "村"};
constexpr std::string_view groupSuffixes[]{"村民小组", "居民小组", "自然村", "小组", "组", "村"};
constexpr std::string_view communityMarks[]{"社区", "居民委员会", "居委会"};

std::span<const std::string_view> suffixesOf(Level level)
{
    switch (level) {
    case Level::Prefecture:
        break;
    case Level::County:
        return countySuffixes;
    case Level::Town:
        return townSuffixes;
    case Level::Village:
        return villageSuffixes;
    case Level::Group:
        return groupSuffixes;
    }
    return {};
}

std::string keyOf(Level level, std::string_view name)
{
    return std::string(1, static_cast<char>('0' + static_cast<int>(level))).append(name);
}

bool isCommunity(std::string_view name)
{
    return std::ranges::any_of(communityMarks, [&](std::string_view mark) {
        return name.find(mark) != std::string_view::npos;
    });
}

bool isDigits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Whether a name can be compared with a unit's; a romanised one cannot.
bool isChinese(std::string_view name)
{
    return std::ranges::any_of(name, [](char c) { return static_cast<signed char>(c) < 0; });
}

std::size_t indexOf(Level level)
{
    return static_cast<std::size_t>(level) - 1; // paths begin with the county
}

std::string pathText(const KnownUnit& unit)
{
    std::string text;
    for (const std::string& name : unit.path)
        text += name;
    return text;
}

} // namespace

std::string coreName(std::string_view name, Level level)
{
    const std::string folded = foldWidth(name);
    std::string plain;
    for (const char32_t character : decodeUtf8(folded))
        if (character != U' ' && character != U'\t')
            plain += encodeUtf8(std::u32string(1, character));
    for (const std::string_view suffix : suffixesOf(level))
        if (plain.size() > suffix.size() && plain.ends_with(suffix))
            return plain.substr(0, plain.size() - suffix.size());
    return plain;
}

UnitMatcher::UnitMatcher(const std::vector<KnownUnit>& units) : m_units(&units)
{
    for (std::size_t index = 0; index < units.size(); ++index) {
        const KnownUnit& unit = units[index];
        m_byCode.emplace(unit.code, index);
        m_hasGroups = m_hasGroups || unit.level == Level::Group;
        if (unit.path.empty())
            continue;
        m_byName[keyOf(unit.level, coreName(unit.path.back(), unit.level))].push_back(index);
    }
}

bool UnitMatcher::fits(const KnownUnit& unit, std::string_view name, Level level) const
{
    const std::size_t index = indexOf(level);
    if (index >= unit.path.size())
        return false;
    const std::string& known = unit.path[index];
    // 大村 may be 大村 without a suffix or 大 with one: both are compared.
    const std::string knownCore = coreName(known, level);
    return known == name || knownCore == coreName(name, level) || knownCore == name;
}

UnitMatch UnitMatcher::oneOf(std::vector<std::size_t> candidates, std::string text) const
{
    UnitMatch match{UnitMatch::State::UnknownName, {}, std::move(text), {}};
    std::ranges::sort(candidates);
    const auto repeated = std::ranges::unique(candidates);
    candidates.erase(repeated.begin(), repeated.end());
    if (candidates.empty())
        return match;
    if (candidates.size() == 1) {
        match.state = UnitMatch::State::Found;
        match.code = (*m_units)[candidates.front()].code;
        return match;
    }
    match.state = UnitMatch::State::Ambiguous;
    constexpr std::size_t named = 5;
    for (std::size_t i = 0; i < std::min(named, candidates.size()); ++i) {
        const KnownUnit& unit = (*m_units)[candidates[i]];
        match.candidates += (i > 0 ? "、" : "") + pathText(unit) + " " + unit.code.str();
    }
    if (candidates.size() > named)
        match.candidates += " …";
    return match;
}

UnitMatch UnitMatcher::findByPath(const std::array<std::string_view, 4>& path) const
{
    std::size_t deepest = path.size();
    std::string text;
    for (std::size_t index = 0; index < path.size(); ++index)
        if (!path[index].empty()) {
            deepest = index;
            text += (text.empty() ? "" : "/") + std::string(path[index]);
        }
    if (deepest == path.size())
        return {};
    const auto level = static_cast<Level>(deepest + 1);
    const std::string_view name = path[deepest];
    std::vector<std::size_t> candidates;
    for (const std::string& core : {coreName(name, level), std::string(name)})
        if (const auto found = m_byName.find(keyOf(level, core)); found != m_byName.end())
            candidates.insert(candidates.end(), found->second.begin(), found->second.end());
    std::erase_if(candidates, [&](std::size_t candidate) {
        for (std::size_t index = 0; index < deepest; ++index)
            if (!path[index].empty() &&
                !fits((*m_units)[candidate], path[index], static_cast<Level>(index + 1)))
                return true;
        return false;
    });
    const auto prefer = [&](const auto& wanted) {
        if (std::ranges::any_of(candidates, wanted))
            std::erase_if(candidates, [&](std::size_t candidate) { return !wanted(candidate); });
    };
    prefer([&](std::size_t candidate) { return (*m_units)[candidate].path.back() == name; });
    // 小河社区 and 小河村 may stand side by side.
    if (level == Level::Village && coreName(name, level) != name)
        prefer([&](std::size_t candidate) {
            return isCommunity((*m_units)[candidate].path.back()) == isCommunity(name);
        });
    return oneOf(std::move(candidates), std::move(text));
}

UnitMatch UnitMatcher::matchName(std::string_view name) const
{
    std::array<std::string_view, 4> path{};
    const std::vector<std::string_view> parts = split(name, '/');
    UnitMatch best{UnitMatch::State::UnknownName, {}, std::string(name), {}};
    // The last part may be of any level; those before it are of the levels above.
    for (std::size_t level = 0; level < path.size(); ++level) {
        if (parts.size() > level + 1)
            continue;
        path = {};
        for (std::size_t i = 0; i < parts.size(); ++i)
            path[level + 1 - parts.size() + i] = trim(parts[i]);
        UnitMatch match = findByPath(path);
        if (match.state == UnitMatch::State::Found && best.state == UnitMatch::State::UnknownName)
            best = std::move(match);
        else if (match.state == UnitMatch::State::Ambiguous ||
                 match.state == UnitMatch::State::Found) {
            best.state = UnitMatch::State::Ambiguous;
            best.candidates += match.candidates;
        }
    }
    if (best.state != UnitMatch::State::UnknownName || parts.size() > 1)
        return best;
    // Names run together: 武定县高桥镇小河村委会.
    std::vector<std::size_t> candidates;
    for (std::size_t index = 0; index < m_units->size(); ++index) {
        const auto& names = (*m_units)[index].path;
        std::string tail;
        for (std::size_t depth = names.size(); depth-- > 0;) {
            tail = names[depth] + tail;
            if (depth + 1 < names.size() && tail == name)
                candidates.push_back(index);
        }
    }
    return oneOf(std::move(candidates), std::string(name));
}

UnitMatch UnitMatcher::find(const UnitWords& words) const
{
    const std::string_view code = trim(words.code);
    if (code.empty())
        return findByPath(words.path);
    if (!isDigits(code))
        return matchName(code);
    UnitMatch match{UnitMatch::State::BadCode, {}, std::string(code), {}};
    const auto parsed = UnitCode::parse(code);
    if (!parsed)
        return match;
    match.code = *parsed;
    const auto found = m_byCode.find(*parsed);
    match.state = found == m_byCode.end() ? UnitMatch::State::UnknownCode : UnitMatch::State::Found;
    if (found == m_byCode.end())
        return match;
    // A code of another year may be another village: the name of the code's own level must agree.
    const KnownUnit& unit = (*m_units)[found->second];
    for (std::size_t index = 0; index < unit.path.size(); ++index) {
        const std::string_view name = words.path[index];
        if (!isChinese(name) || fits(unit, name, static_cast<Level>(index + 1)))
            continue;
        match.state = UnitMatch::State::Contradiction;
        match.text = std::string(code) + " " + std::string(name);
        match.candidates = pathText(unit);
        break;
    }
    return match;
}

const UnitMatch& UnitMatcher::match(const UnitWords& words)
{
    std::string key(words.code);
    for (const std::string_view name : words.path)
        key.append("\x1F").append(name);
    const auto found = m_known.find(key);
    if (found != m_known.end())
        return found->second;
    return m_known.emplace(std::move(key), find(words)).first->second;
}

} // namespace guatu::exchange
