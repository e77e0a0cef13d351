// SPDX-License-Identifier: MIT
#include "coverage_data.h"

#include "core/coverage_index.h"
#include "core/error.h"

#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <random>

namespace guatu::bench
{
namespace
{

constexpr std::size_t householdCount = 1000000, clinicCount = 1306;
constexpr Box prefecture{365000, 2705000, 540000, 2910000};

/// A grid of cells whose sides are broken lines that neighbours share.
GeometryColumn brokenGrid(std::size_t columns, std::size_t rows, std::size_t breaks,
                          std::mt19937_64& random)
{
    const std::size_t width = columns * breaks + 1, height = rows * breaks + 1;
    const double stepX = prefecture.width() / static_cast<double>(width - 1);
    const double stepY = prefecture.height() / static_cast<double>(height - 1);
    std::uniform_real_distribution<double> shake(-0.4, 0.4);
    std::vector<Point> lattice(width * height);
    for (std::size_t i = 0; i < lattice.size(); ++i)
        lattice[i] = {prefecture.minX + stepX * (static_cast<double>(i % width) + shake(random)),
                      prefecture.minY + stepY * (static_cast<double>(i / width) + shake(random))};
    GeometryColumn cells(GeometryType::Polygon);
    for (std::size_t cell = 0; cell < columns * rows; ++cell) {
        const std::size_t x = cell % columns * breaks, y = cell / columns * breaks;
        std::vector<Point> ring;
        const auto add = [&](std::size_t dx, std::size_t dy) {
            ring.push_back(lattice[(y + dy) * width + x + dx]);
        };
        for (std::size_t i = 0; i < breaks; ++i)
            add(i, 0);
        for (std::size_t i = 0; i < breaks; ++i)
            add(breaks, i);
        for (std::size_t i = breaks; i > 0; --i)
            add(i, breaks);
        for (std::size_t i = breaks; i > 0; --i)
            add(0, i);
        ring.push_back(ring.front());
        cells.addPart(ring);
        cells.endFeature();
    }
    return cells;
}

template <typename Number>
std::vector<Number> packed(const std::filesystem::path& folder, const std::string& name)
{
    const auto file = folder / (name + ".bin");
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    if (!stream)
        throw inputError({"cannot read " + file.string()});
    std::vector<Number> numbers(static_cast<std::size_t>(stream.tellg()) / sizeof(Number));
    stream.seekg(0);
    stream.read(reinterpret_cast<char*>(numbers.data()),
                static_cast<std::streamsize>(numbers.size() * sizeof(Number)));
    return numbers;
}

GeometryColumn packedPolygons(const std::filesystem::path& folder, const std::string& name)
{
    const auto vertices = packed<Point>(folder, name + "_xy");
    const auto starts = packed<std::uint32_t>(folder, name + "_ring_off");
    const auto owners = packed<std::uint32_t>(folder, name + "_ring_id");
    GeometryColumn areas(GeometryType::Polygon);
    for (std::size_t ring = 0; ring < owners.size(); ++ring) {
        areas.addPart(std::span(vertices).subspan(starts[ring], starts[ring + 1] - starts[ring]));
        if (ring + 1 == owners.size() || owners[ring + 1] != owners[ring])
            areas.endFeature();
    }
    return areas;
}

std::string villageCode(std::size_t village)
{
    return fmt::format("5323{:02}{:03}{:03}", 1 + village / 110, 100 + village / 11 % 10,
                       200 + village % 11);
}

void addUnits(UnitColumns& units, std::size_t villages)
{
    const auto add = [&](const std::string& digits) {
        const UnitCode code = *UnitCode::parse(digits);
        units.id.push_back(static_cast<std::int64_t>(units.size()) + 1);
        units.code.push_back(code);
        units.level.push_back(code.level());
        units.name.push_back("单位" + digits);
        units.parent.push_back(code.parent() ? findUnit(units, *code.parent()) : noRow);
        units.isPoor.push_back(Flag::No);
        units.isDeepPoor.push_back(Flag::No);
        units.formal.push_back(FormalStatus::Exited);
        units.areaGrade.push_back(AreaGrade::None);
        units.seat.addPoint({});
        units.area.endFeature();
        for (auto* numbers : {&units.households, &units.persons, &units.agriPersons})
            numbers->push_back(-1);
        units.statAsOf.emplace_back();
    };
    add("5323");
    for (std::size_t village = 0; village < villages; ++village) {
        const std::string code = villageCode(village);
        if (village % 110 == 0)
            add(code.substr(0, 6));
        if (village % 11 == 0)
            add(code.substr(0, 9));
        add(code);
    }
}

void addHousehold(HouseholdColumns& to, RowIndex village, Point place, std::mt19937_64& random)
{
    const auto flag = [&] { return random() % 20 == 0 ? Flag::No : Flag::Yes; };
    to.id.push_back(static_cast<std::int64_t>(to.size()) + 1);
    to.code.add(fmt::format("5323{:012}", to.size()));
    to.originUnit.push_back(village);
    to.currentUnit.push_back(village);
    to.group.push_back(noRow);
    to.site.push_back(noRow);
    to.formal.push_back(static_cast<FormalStatus>(1 + random() % 4));
    to.watch.push_back(Watch::None);
    to.watchActive.push_back(Flag::No);
    to.exitYear.push_back(0);
    to.persons.push_back(static_cast<std::int16_t>(1 + random() % 7));
    to.incomePerHead.push_back(static_cast<float>(2000 + random() % 20000));
    to.incomeBasis.push_back(IncomeBasis::Actual);
    to.livelihood.push_back(Livelihood::Job);
    to.houseGrade.push_back(HouseGrade::A);
    for (auto* flags : {&to.inScope, &to.livelihoodOk, &to.food, &to.clothing, &to.houseOccupied,
                        &to.waterQuantity, &to.waterQuality, &to.waterAccess, &to.waterAssurance})
        flags->push_back(flag());
    for (auto* flags : {&to.class4, &to.class4New, &to.dibao, &to.noLabour})
        flags->push_back(Flag::No);
    to.education.push_back(CriterionResult::Met);
    to.medical.push_back(CriterionResult::Met);
    to.cause.rows.push_back(0);
    to.watchFrom.push_back(noDate);
    to.since.push_back(noDate);
    to.dataset.push_back(noRow);
    to.openProblems.push_back(0);
    to.location.push_back(place);
    to.locationState.push_back(LocationState::Ok);
    to.locationSource.push_back(LocationSource::Gps);
}

} // namespace

QueryData madeData()
{
    std::mt19937_64 random(20200417);
    QueryData data;
    data.towns = brokenGrid(8, 13, 575, random);
    data.villages = brokenGrid(25, 44, 157, random);
    std::uniform_real_distribution<double> x(prefecture.minX, prefecture.maxX);
    std::uniform_real_distribution<double> y(prefecture.minY, prefecture.maxY);
    std::normal_distribution<double> spread(0, 150);
    std::vector<Point> hamlets(13000);
    for (Point& hamlet : hamlets)
        hamlet = {x(random), y(random)};
    const auto near = [&] {
        const Point hamlet = hamlets[random() % hamlets.size()];
        return Point{hamlet.x + spread(random), hamlet.y + spread(random)};
    };
    for (std::size_t row = 0; row < householdCount; ++row) {
        data.households.push_back(near());
        data.uncleared.push_back(static_cast<std::uint8_t>(random() % 2));
    }
    for (std::size_t i = 0; i < clinicCount; ++i)
        data.clinics.push_back(near());
    return data;
}

QueryData readData(const std::filesystem::path& folder)
{
    QueryData data;
    data.households = packed<Point>(folder, "hh_xy");
    for (const std::uint8_t status : packed<std::uint8_t>(folder, "hh_status"))
        data.uncleared.push_back(status < 4 ? 1 : 0); // 4: cleared
    data.towns = packedPolygons(folder, "towns");
    data.villages = packedPolygons(folder, "villages");
    const auto places = packed<Point>(folder, "fac_xy");
    const auto kinds = packed<std::uint8_t>(folder, "fac_type");
    for (std::size_t i = 0; i < places.size(); ++i)
        if (kinds[i] == 1) // clinic
            data.clinics.push_back(places[i]);
    return data;
}

Snapshot snapshotOf(const QueryData& data)
{
    Snapshot snapshot;
    snapshot.asOf = *Date::fromYmd(2020, 4, 17);
    addUnits(snapshot.units, data.villages.size());
    std::vector<RowIndex> villageRows;
    for (std::size_t row = 0; row < snapshot.units.size(); ++row)
        if (snapshot.units.level[row] == Level::Village)
            villageRows.push_back(static_cast<RowIndex>(row));
    const auto places = CoverageIndex(data.villages).locateAll(data.households);
    std::mt19937_64 random(1);
    for (std::size_t row = 0; row < places.size(); ++row)
        addHousehold(snapshot.households,
                     villageRows[static_cast<std::size_t>(std::max(places[row], 0))],
                     data.households[row], random);
    FacilityColumns& facilities = snapshot.facilities;
    for (const Point& clinic : data.clinics) {
        facilities.id.push_back(static_cast<std::int64_t>(facilities.size()) + 1);
        for (auto* texts : {&facilities.code, &facilities.name, &facilities.upkeepOwner})
            texts->emplace_back();
        facilities.kind.emplace_back("clinic");
        facilities.state.emplace_back("working");
        facilities.unit.push_back(noRow);
        facilities.staff.push_back(-1);
        facilities.capacity.push_back(-1);
        facilities.area.push_back(std::numeric_limits<float>::quiet_NaN());
        facilities.location.addPoint(clinic);
    }
    return snapshot;
}

} // namespace guatu::bench
