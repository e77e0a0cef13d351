// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace guatu::sample
{

// The figures of the plan 楚贫组发〔2020〕8号 and of the reports around it. What the plan leaves
// open (counties, townships, villages, the ten unnamed sites) is invented so that it adds up.

struct Count {
    int households = 0, persons = 0;
};

inline constexpr Count registeredStock{88733, 333825};
inline constexpr Count remainingStock{2903, 8331};
inline constexpr Count monitoredStock{4700, 16266};
inline constexpr Count marginalStock{7569, 23774};
inline constexpr int trackedHouseholds = registeredStock.households + marginalStock.households;

inline constexpr int poorVillages = 644;
inline constexpr int poorTowns = 25;

struct CountyPlan {
    std::string_view code;
    bool poor;
    std::string_view exitedOn; ///< empty: not exited, or never poor
    int agriPersons;           ///< end of 2014
    Count remaining;
    double publishedKm2;
    int sites; ///< relocation sites
};

/// Sums: 1,810,000 agricultural population; 2,903 households, 8,331 persons; 143 sites.
inline constexpr std::array<CountyPlan, 10> countyPlans{{
    {"532301000000", false, "", 265000, {118, 336}, 4482, 14},
    {"532322000000", true, "2019-04-30", 124000, {274, 781}, 4045, 12},
    {"532323000000", true, "2018-09-29", 166000, {176, 508}, 1494, 9},
    {"532324000000", true, "2019-04-30", 182000, {312, 884}, 2343, 14},
    {"532325000000", true, "2018-09-29", 156000, {228, 655}, 1803, 10},
    {"532326000000", true, "2019-04-30", 212000, {386, 1094}, 4146, 16},
    {"532327000000", true, "2019-04-30", 84000, {133, 379}, 2189, 9},
    {"532328000000", false, "", 166000, {121, 350}, 1803, 9},
    {"532329000000", true, "", 215000, {1047, 3012}, 3322, 36},
    {"532331000000", false, "", 240000, {108, 332}, 3631, 14},
}};

inline constexpr std::string_view wuding = "532329000000";
inline constexpr Count wudingMonitored{912, 3156};
inline constexpr Count wudingMarginal{1463, 4595};
inline constexpr int wudingUnlocated = 48; ///< of the households left, monitored and marginal

struct TownPlan {
    std::string_view code;
    int remainingPersons; ///< about; the last one takes what is over
};

/// Wuding: three townships with 300 persons or more.
inline constexpr std::array<TownPlan, 11> wudingTowns{{
    {"532329102000", 520}, // 高桥镇
    {"532329101000", 430}, // 狮山镇
    {"532329104000", 340}, // 插甸镇
    {"532329103000", 270},
    {"532329203000", 250},
    {"532329105000", 230},
    {"532329107000", 215},
    {"532329106000", 205},
    {"532329207000", 200},
    {"532329208000", 190},
    {"532329202000", 162},
}};

struct VillagePlan {
    std::string_view code;
    int agriPersons;
    Count remaining;
    bool hit;    ///< by the county's rule: over 3 % or 50 persons and more
    bool listed; ///< on the county's official list
};

/// Villages of Wuding whose figures are fixed: ten are hit, ten are listed, nine are both.
inline constexpr std::array<VillagePlan, 12> wudingVillages{{
    {"532329102214", 1402, {47, 146}, true, true},  // 小河, 10.41 %
    {"532329102206", 1730, {19, 58}, true, true},   // 勒外
    {"532329102205", 1180, {15, 44}, true, true},   // 唐家, 3.73 %
    {"532329101210", 1960, {18, 55}, true, true},   // 古柏
    {"532329101221", 1040, {13, 38}, true, true},   // 滑坡, 3.65 %
    {"532329104208", 1870, {18, 52}, true, false},  // 康照: hit, not listed
    {"532329104209", 2210, {21, 61}, true, true},   // 水城
    {"532329203209", 1690, {17, 50}, true, true},   // 阿过咪: exactly 50 persons
    {"532329207208", 960, {12, 36}, true, true},    // 拉务, 3.75 %
    {"532329106202", 1000, {11, 31}, true, true},   // 支卧, 3.10 %
    {"532329102208", 1200, {12, 36}, false, true},  // 马鞍: listed, exactly 3.00 %
    {"532329202203", 1750, {17, 49}, false, false}, // 鲁期: one person short
}};
inline constexpr std::string_view xiaohe = "532329102214";
inline constexpr std::string_view liftedVillage = "532329202203"; ///< listed until April

inline constexpr Count wudingRelocated{2220, 8957};
inline constexpr Count hongtutian{268, 1082};
inline constexpr std::string_view hongtutianHost = "532329101009";
inline constexpr Count xihe{312, 1256};
inline constexpr int xiheRegistered = 38;
inline constexpr std::string_view xiheHost = "532329101207";

/// Households of the other nine sites of Wuding with 100 and more, and of the largest below.
inline constexpr std::array<int, 10> wudingLargeSites{148, 141, 133, 126, 121,
                                                      117, 112, 106, 100, 99};

} // namespace guatu::sample
