// SPDX-License-Identifier: MIT
#include "desktop/gap_words.h"

#include "desktop/position_text.h"
#include "desktop/texts.h"
#include "desktop/words.h"

#include <cmath>
#include <map>

namespace guatu::desktop
{

QString gapFigure(const access::Standard& standard, double figure, const Texts& texts)
{
    if (standard.measure() == access::Measure::Minutes)
        return texts(
            "desktop.gaps.minutes",
            {{"figure", QString::number(figure, 'f', figure < 100 ? 1 : 0).toStdString()}});
    return toQString(lengthText(figure));
}

QString gapLimit(const access::Standard& standard, const access::Travel& travel, const Texts& texts)
{
    const std::string limit =
        QString::number(standard.limit(), 'f',
                        standard.limit() == std::floor(standard.limit()) ? 0 : 1)
            .toStdString();
    switch (standard.measure()) {
    case access::Measure::Minutes: {
        const access::Means* means = travel.find(standard.means);
        return texts("desktop.gaps.limit_minutes",
                     {{"means", means ? means->title.in(texts.language()) : standard.means},
                      {"limit", limit}});
    }
    case access::Measure::RoadMetres:
        return texts("desktop.gaps.limit_road_metres", {{"limit", limit}});
    case access::Measure::Metres:
        return texts("desktop.gaps.limit_metres", {{"limit", limit}});
    case access::Measure::Hardened:
        return texts("desktop.gaps.limit_hardened", {{"limit", limit}});
    case access::Measure::None:
        break;
    }
    return texts("desktop.gaps.limit_recorded");
}

QString gapCountText(const session::GapCount& count, const Texts& texts)
{
    return texts(count.unknownSizes > 0 ? "desktop.gaps.count_at_least" : "desktop.count.both",
                 {{"households", number(count.households).toStdString()},
                  {"persons", number(count.persons).toStdString()}});
}

std::string_view verdictTitle(CriterionResult verdict)
{
    switch (verdict) {
    case CriterionResult::Met:
        return "desktop.gaps.met";
    case CriterionResult::Unmet:
        return "desktop.gaps.gap";
    case CriterionResult::Exempt:
        return "desktop.gaps.exempt";
    case CriterionResult::Unknown:
        break;
    }
    return "desktop.gaps.unknown";
}

QIcon serviceIcon(const std::string& service, bool missing)
{
    static const std::map<std::string, QString> symbols{
        {"water", "water"},  {"clinic", "clinic"},     {"school", "school"},
        {"road", "road"},    {"power", "transformer"}, {"broadband", "base-station"},
        {"market", "market"}};
    const auto found = symbols.find(service);
    const QString name = found == symbols.end() ? QStringLiteral("office") : found->second;
    const QIcon crossed = missing ? symbolIcon("gap-" + name) : QIcon();
    return crossed.isNull() ? symbolIcon(name) : crossed;
}

} // namespace guatu::desktop
