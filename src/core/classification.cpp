// SPDX-License-Identifier: MIT
#include "core/classification.h"

#include "core/definition_reader.h"

#include <algorithm>

namespace guatu
{
namespace
{

ClassMethod methodOf(const JsonNode& node)
{
    return static_cast<ClassMethod>(std::ranges::find(classMethodWords, node.text()) -
                                    classMethodWords.begin());
}

/// Thresholds need breaks, and these must ascend.
void checkBreaks(const JsonNode& node, const Classification& classification)
{
    if (classification.method != ClassMethod::Thresholds)
        return;
    const std::vector<JsonNode> breaks = node["breaks"].items();
    for (std::size_t i = 1; i < breaks.size(); ++i) {
        if (!(breaks[i].number() > breaks[i - 1].number()))
            throw breaks[i].error("definition.not_ascending");
    }
}

} // namespace

template <>
Classification readAs(const JsonNode& node)
{
    Classification result;
    result.method = methodOf(node["method"]);
    take(node, "field", result.field);
    take(node, "classes", result.classes);
    take(node, "breaks", result.breaks);
    if (const auto op = node.find("break_op"))
        result.breakBelongsAbove = op->text() == ">=";
    take(node, "ramp", result.ramp);
    take(node, "colours", result.colours);
    take(node, "symbol", result.symbol);
    take(node, "unit_word", result.unitWord);
    take(node, "zero", result.zero);
    take(node, "unknown", result.unknown);
    checkBreaks(node, result);
    return result;
}

} // namespace guatu
