// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace guatu::render
{

/// A long name on two lines, parted by '\n', where a reader would part it: behind 州, 县, 市, 区,
/// 乡, 镇, 街道, 村委会 or 村民委员会, before a bracket, at a blank, else in the middle between Han
/// characters; lines as equal as that allows. Never leaves a line of one character, nor parts a
/// Latin word or number. Unchanged when it is not wider than `mostEm` ems or mostEm is 0.
[[nodiscard]] QString nameLines(const QString& name, double mostEm);

} // namespace guatu::render
