// SPDX-License-Identifier: MIT
#pragma once

#include "access/standard.h"
#include "access/travel.h"
#include "desktop/icons.h"
#include "session/gap_case.h"

#include <QColor>
#include <QString>

namespace guatu::desktop
{

class Texts;

/// Brown of everything that is a gap; darker for words on white.
inline const QColor gapColour{0x8C, 0x51, 0x0A};

/// 32.5 分钟, 2.86 公里: a figure in the measure of a standard.
[[nodiscard]] QString gapFigure(const access::Standard& standard, double figure,
                                const Texts& texts);
/// 步行 30 分钟以内.
[[nodiscard]] QString gapLimit(const access::Standard& standard, const access::Travel& travel,
                               const Texts& texts);
/// 38 户 115 人; 至少 when the size of some household is not known.
[[nodiscard]] QString gapCountText(const session::GapCount& count, const Texts& texts);
[[nodiscard]] std::string_view verdictTitle(CriterionResult verdict);
/// The pictogram of a service, plain or crossed out.
[[nodiscard]] QIcon serviceIcon(const std::string& service, bool missing);

} // namespace guatu::desktop
