// SPDX-License-Identifier: MIT
#include "render/name_lines.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace guatu::render
{
namespace
{

/// Ems: Han characters are one wide, Latin letters and digits about half.
double widthOf(QStringView text)
{
    double width = 0;
    for (const QChar c : text)
        width += c.isLowSurrogate() ? 0 : c.unicode() < 0x2E80 && !c.isHighSurrogate() ? 0.55 : 1;
    return width;
}

bool isWordPart(QChar c)
{
    return c.unicode() < 0x2E80 && !c.isHighSurrogate() && !c.isLowSurrogate() &&
           (c.isLetterOrNumber() || c == '-' || c == '.' || c == '\'');
}

/// Whether the name may be parted before this place at all.
bool mayPart(const QString& name, qsizetype at)
{
    const QChar before = name[at - 1];
    const QChar after = name[at];
    if (after.isLowSurrogate() || (isWordPart(before) && isWordPart(after)))
        return false;
    constexpr std::u16string_view opening = u"（(“《";
    constexpr std::u16string_view closing = u"）)”》，、。·";
    return opening.find(before.unicode()) == opening.npos &&
           closing.find(after.unicode()) == closing.npos;
}

/// How well a reader takes a new line here: 2 between parts of a name, 1 anywhere else.
int quality(const QString& name, qsizetype at)
{
    const QStringView head = QStringView(name).left(at);
    if (name[at] == u'（' || name[at] == '(' || name[at - 1] == ' ')
        return 2;
    constexpr std::array<QStringView, 10> ends{
        u"村民委员会", u"村委会", u"街道", u"自治州", u"自治县", u"县", u"市", u"乡", u"镇", u"区"};
    return std::any_of(ends.begin(), ends.end(),
                       [&](QStringView end) { return head.endsWith(end); })
               ? 2
               : 1;
}

} // namespace

QString nameLines(const QString& name, double mostEm)
{
    const double whole = widthOf(name);
    if (mostEm <= 0 || whole <= mostEm)
        return name;
    // A part of a name beats an equal cut unless that leaves one line three times the other.
    double best = 0;
    qsizetype place = 0;
    for (qsizetype at = 1; at < name.size(); ++at) {
        const double first = widthOf(QStringView(name).left(at).trimmed());
        const double second = widthOf(QStringView(name).mid(at).trimmed());
        if (!mayPart(name, at) || std::min(first, second) < 1.6)
            continue;
        const double balance = std::min(first, second) / std::max(first, second);
        const double worth = balance + (quality(name, at) == 2 && balance >= 1.0 / 3 ? 1 : 0);
        if (worth > best) {
            best = worth;
            place = at;
        }
    }
    if (place == 0)
        return name;
    return name.left(place).trimmed() + '\n' + name.mid(place).trimmed();
}

} // namespace guatu::render
