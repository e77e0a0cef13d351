// SPDX-License-Identifier: MIT
#include "access/facility_choice.h"

#include <algorithm>
#include <cmath>

namespace guatu::access
{
namespace
{

/// Columns that hand-made snapshots may leave out.
template <class Column, class Value>
Value at(const Column& column, std::size_t row, Value otherwise)
{
    return row < column.size() ? static_cast<Value>(column[row]) : otherwise;
}

std::string gradeOf(const FacilityColumns& all, std::size_t row)
{
    return at(all.grade, row, std::string());
}

/// Whether something that is asked for is not recorded.
bool inDoubt(const FacilityColumns& all, std::size_t row, const Quality& quality)
{
    return (!quality.grades.empty() && gradeOf(all, row).empty()) ||
           (quality.staff && at(all.staff, row, -1) < 0) ||
           (quality.capacity && at(all.capacity, row, -1) < 0) ||
           (quality.areaM2 && std::isnan(at(all.area, row, std::nan(""))));
}

} // namespace

std::optional<Message> shortcoming(const FacilityColumns& all, std::size_t row,
                                   const Quality& quality)
{
    const auto less = [](const char* id, long long value, long long least) {
        return Message{id, {{"value", std::to_string(value)}, {"least", std::to_string(least)}}};
    };
    if (const std::string grade = gradeOf(all, row);
        !quality.grades.empty() && !grade.empty() &&
        std::ranges::find(quality.grades, grade) == quality.grades.end())
        return Message{"access.quality.grade", {{"value", grade}}};
    if (const int staff = at(all.staff, row, -1);
        quality.staff && staff >= 0 && staff < *quality.staff)
        return less("access.quality.staff", staff, *quality.staff);
    if (const int places = at(all.capacity, row, -1);
        quality.capacity && places >= 0 && places < *quality.capacity)
        return less("access.quality.capacity", places, *quality.capacity);
    if (const double area = at(all.area, row, std::nan(""));
        quality.areaM2 && area < *quality.areaM2)
        return less("access.quality.area", std::llround(area), std::llround(*quality.areaM2));
    return std::nullopt;
}

FacilityChoice chooseFacilities(const FacilityColumns& all, const Standard& standard)
{
    FacilityChoice found;
    for (std::size_t row = 0; row < all.size(); ++row) {
        if (std::ranges::find(standard.facilities, all.kind[row]) == standard.facilities.end())
            continue;
        const bool working = all.state[row] == "working";
        if (!working && !all.state[row].empty())
            continue;
        const bool poor = shortcoming(all, row, standard.quality).has_value();
        const bool placed = all.location.firstPoint(row).valid();
        if (!placed && !poor)
            found.unplaced.insert(all.unit[row]);
        if (!placed || (poor && !working))
            continue;
        auto& rows = poor                                              ? found.poor
                     : working && !inDoubt(all, row, standard.quality) ? found.serving
                                                                       : found.doubtful;
        rows.push_back(static_cast<RowIndex>(row));
    }
    return found;
}

} // namespace guatu::access
