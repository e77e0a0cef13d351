// SPDX-License-Identifier: MIT
#include "cli/left_out.h"

namespace guatu::cli
{

void tellLeftOut(const std::vector<briefing::LeftOut>& all, const Console& console)
{
    for (const briefing::LeftOut& one : all)
        console.complain(
            Message{"cli.book.left_out",
                    {{"unit", one.unit}, {"code", one.code}, {"why", console.text(one.why)}}});
}

} // namespace guatu::cli
