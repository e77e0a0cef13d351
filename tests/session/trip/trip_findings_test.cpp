// SPDX-License-Identifier: MIT
#include "session/trip/trip_findings.h"

#include "core/error.h"
#include "exchange/table_writer.h"
#include "session/new_workspace.h"
#include "session/trip/trip_export.h"
#include "session/trip/trip_file.h"
#include "session/trip/trip_return.h"
#include "support/catch.h"
#include "support/temporary_folder.h"
#include "trips/reasons.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <fstream>
#include <map>

using namespace guatu;
using namespace guatu::test;
using namespace guatu::session;
using Catch::Matchers::Contains;

namespace
{

const std::string group = "532329102201001", village = "532329102202";

RecordBatch units()
{
    return {.kind = EntityKind::Unit,
            .fields = {"code", "name"},
            .cells = {"532300000000", "楚雄彝族自治州", "532329000000", "武定县", "532329102000",
                      "高桥镇", "532329102201", "小河村委会", group, "一组", village,
                      "大河村委会"}};
}

/// Households that meet all criteria.
std::vector<RecordBatch> households()
{
    const std::int64_t yes = 1;
    std::vector<RecordBatch> batches{
        {.kind = EntityKind::Household,
         .fields = {"hh_code", "origin_unit", "group", "formal_status", "persons", "income_pc",
                    "income_basis", "livelihood_mode", "livelihood_ok", "food", "clothing",
                    "house_grade", "w_quantity", "w_quality", "w_access", "w_assurance",
                    "house_occupied"}},
        {.kind = EntityKind::Person,
         .fields = {"p_code", "hh_code", "birth_year", "medins", "critins", "medaid_scope",
                    "dropout", "work_months"}}};
    for (const char* code : {"H1", "H2"}) {
        for (const Value& cell :
             std::vector<Value>{code, "532329102201", group, "unexited", yes, 6000.0, "actual",
                                "job", yes, yes, yes, "A", yes, yes, yes, yes, yes})
            batches[0].cells.push_back(cell);
        for (const Value& cell :
             std::vector<Value>{"P" + std::string(code), code, std::int64_t{1970}, yes, yes, yes,
                                "no", std::int64_t{8}})
            batches[1].cells.push_back(cell);
    }
    return batches;
}

/// A workspace with two cleared households in one hamlet, and a trip of one team to the hamlet on
/// 6 May and to a village without households the same day.
class Field
{
public:
    Field() : m_file((m_folder / "w.sqlite").string())
    {
        makeWorkspace();
        trips::Problem& problem = trip.problem;
        problem.name = "武定县";
        problem.days = {*Date::fromIso("2020-05-06")};
        problem.places = {{.name = "武定县", .lon = 102.40, .lat = 25.53},
                          {.name = "小河", .lon = 102.11, .lat = 25.75},
                          {.name = "大河", .lon = 102.15, .lat = 25.70}};
        problem.roads = {{.name = "car",
                          .seconds = {0, 3600, 3600, 3600, 0, 600, 3600, 600, 0},
                          .metres = {0, 30000, 30000, 30000, 0, 5000, 30000, 5000, 0}}};
        problem.bases = {{.place = 0, .teamsPerNight = 1}};
        problem.teams = {
            {.id = "1", .name = "1 组", .days = {{.day = 0, .begin = 8 * 3600, .end = 18 * 3600}}}};
        problem.stops = {{.id = group,
                          .name = "小河村委会一组",
                          .purpose = "2 户",
                          .subjects = {"H1", "H2"},
                          .place = 1,
                          .visit = 1800},
                         {.id = village, .name = "大河村委会", .place = 2, .visit = 1800}};
        trip.plan = planOf(problem, {{.from = 0, .to = 0, .stops = {0, 1}}});
    }

    [[nodiscard]] std::filesystem::path path(const std::string& name) const
    {
        return m_folder / name;
    }
    [[nodiscard]] std::filesystem::path write(const std::string& name,
                                              const std::string& text) const
    {
        std::ofstream(path(name), std::ios::binary) << text;
        return path(name);
    }
    /// A filled sheet: its header, then these lines.
    [[nodiscard]] std::filesystem::path sheet(const std::string& lines) const
    {
        return write("back.csv",
                     "编码,对象,走访,走访日期,与台账一致,发现情况,未走访原因,照片\n" + lines);
    }
    [[nodiscard]] TripReturn bring(const std::filesystem::path& file, ReturnJob job = {}) const
    {
        return importFindings(m_file, trip, file, job);
    }
    [[nodiscard]] std::string bytes() const
    {
        std::ifstream in(m_file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    /// Subject, day, whether it agrees and finding of each visit, by subject.
    [[nodiscard]] std::map<std::string, std::string> visits() const
    {
        const auto view = openWorkspace(m_file);
        const Snapshot& snapshot = view->snapshot;
        std::map<std::string, std::string> made;
        for (std::size_t v = 0; v < snapshot.visits.size(); ++v) {
            const auto row = static_cast<std::size_t>(snapshot.visits.subject[v]);
            const std::string subject = snapshot.visits.subjectType[v] == SubjectType::Household
                                            ? std::string(snapshot.households.code[row])
                                            : snapshot.units.code[row].str();
            const Flag agrees = snapshot.visits.agrees[v];
            made[subject] = snapshot.visits.on[v].iso() + "|" +
                            (agrees == Flag::Yes  ? "yes"
                             : agrees == Flag::No ? "no"
                                                  : "-") +
                            "|" + snapshot.visits.finding[v];
        }
        return made;
    }
    [[nodiscard]] const std::string& file() const { return m_file; }

    trips::Trip trip;

private:
    void makeWorkspace() const
    {
        createWorkspace(m_file, "chuxiong-2020-100days");
        auto workspace = store::Workspace::open(m_file, store::Workspace::Mode::Write);
        auto change = workspace.beginChange({"planner", "test"},
                                            {.name = "台账", .asOf = *Date::fromIso("2020-05-01")});
        std::vector<store::WriteIssue> issues;
        (void)change.write(units(), issues);
        for (const RecordBatch& batch : households())
            (void)change.write(batch, issues);
        REQUIRE(issues.empty());
        change.commit();
    }

    TemporaryFolder m_folder;
    std::string m_file;
};

} // namespace

TEST_CASE("a sheet that comes back as it went out changes nothing", "[session][trip]")
{
    const Field field;
    const std::string before = field.bytes();
    for (const Language language : {Language::Chinese, Language::English}) {
        for (const char* name : {"out.xlsx", "out.csv", "out.gpkg"}) {
            const auto format = *exchange::tableFormatOf(name);
            const std::vector<Table> tables{tripFindingsTable(field.trip, true)};
            exchange::writeTables({.file = field.path(name), .format = format, .overwrite = true},
                                  tables, language);
            const TripReturn made = field.bring(field.path(name));
            INFO(name);
            CHECK(made.read.rows == 3);
            CHECK(made.read.findings.empty());
            CHECK(made.read.issues.empty());
            CHECK_FALSE(made.committed);
        }
        for (const bool forField : {false, true}) {
            const auto gpx = field.write("out.gpx", tripGpx(field.trip, {}, forField, language));
            const TripReturn made = field.bring(gpx);
            CHECK(made.read.rows == 2);
            CHECK(made.read.findings.empty());
            CHECK(made.read.issues.empty());
        }
    }
    CHECK(field.bytes() == before);
}

TEST_CASE("what was filled in becomes visits, exactly that, and verifies the households",
          "[session][trip]")
{
    const Field field;
    const TripReturn made = field.bring(field.sheet(group + ",H1,是,2020-05-07,是,,,\n" + group +
                                                    ",H2,是,,否,房屋漏雨,,IMG_1.jpg\n" + village +
                                                    ",,,,,,道路塌方,\n"));
    CHECK(made.read.issues.empty());
    CHECK(made.committed);
    CHECK(made.counts.added == 2);
    CHECK(made.realBefore == 0);
    CHECK(made.realAfter == 1);
    CHECK(field.visits() ==
          std::map<std::string, std::string>{{"H1", "2020-05-07|yes|"},
                                             {"H2", "2020-05-06|no|房屋漏雨；照片 IMG_1.jpg"}});

    const Table done = tripDoneTable(field.trip, made.read.findings);
    REQUIRE(done.size() == 2);
    CHECK(std::get<Word>(done.row(0)[6]).code == "yes");
    CHECK(std::get<std::int64_t>(done.row(0)[9]) == 2);
    CHECK(std::get<std::int64_t>(done.row(0)[10]) == 1);
    CHECK(std::get<std::int64_t>(done.row(0)[11]) == 1);
    CHECK(std::get<Word>(done.row(1)[6]).code == "no");
    CHECK(std::get<std::string>(done.row(1)[13]) == "道路塌方");

    const auto view = openWorkspace(field.file());
    const Table open = tripDifferenceTable(*view, field.trip);
    REQUIRE(open.size() == 1);
    CHECK(std::get<std::string>(open.row(0)[0]) == "H2");
}

TEST_CASE("rows in another order, left out or for a whole stop are taken as they are meant",
          "[session][trip]")
{
    const Field field;
    const auto made = field.bring(
        field.sheet(village + ",,1,2020/5/6,,村委会无人,,\n\n" + group + ",,√,20200508,是,,,\n"));
    CHECK(made.read.issues.empty());
    CHECK(field.visits() == std::map<std::string, std::string>{{village, "2020-05-06|-|村委会无人"},
                                                               {"H1", "2020-05-08|yes|"},
                                                               {"H2", "2020-05-08|yes|"}});
    CHECK(made.realAfter == 2);
}

TEST_CASE("a file that comes back again is known, and a correction corrects", "[session][trip]")
{
    const Field field;
    (void)field.bring(field.sheet(group + ",H1,是,2020-05-06,是,,,\n"));
    const std::string before = field.bytes();
    const TripReturn again = field.bring(field.sheet(group + ",H1,是,2020-05-06,是,,,\n"));
    CHECK(again.counts.unchanged == 1);
    CHECK_FALSE(again.committed);
    CHECK(field.bytes() == before);
    const TripReturn corrected = field.bring(field.sheet(group + ",H1,是,2020-05-07,否,缺水,,\n"));
    CHECK(corrected.counts.changed == 1);
    CHECK(corrected.realAfter == 0);
    CHECK(field.visits() == std::map<std::string, std::string>{{"H1", "2020-05-07|no|缺水"}});
}

TEST_CASE("what cannot be is refused with its row, and nothing of the file is kept",
          "[session][trip]")
{
    const Field field;
    const std::string before = field.bytes(), good = group + ",H1,是,2020-05-06,是,,,\n";
    const auto refusedRow = [&](const std::string& lines) {
        const TripReturn made = field.bring(field.sheet(lines));
        CHECK_FALSE(made.committed);
        REQUIRE(made.read.issues.size() == 1);
        CHECK(!text(made.read.issues[0].reason, Language::Chinese).empty());
        CHECK(!text(made.read.issues[0].remedy, Language::Chinese).empty());
        return made.read.issues[0].row;
    };
    CHECK(refusedRow(good + "999,,是,,,,,\n") == 3);
    CHECK(refusedRow(good + group + ",H9,是,,,,,\n") == 3);
    CHECK(refusedRow(group + ",H2,大概,,,,,\n" + good) == 2);
    CHECK(refusedRow(group + ",H2,是,2020-13-40,,,,\n" + good) == 2);
    CHECK(refusedRow(group + ",H2,是,2002-05-06,,,,\n" + good) == 2);
    CHECK(refusedRow(good + group + ",H1,是,,否,,,\n") == 3);
    CHECK(refusedRow(group + ",H2,否,2020-05-06,,,,\n" + good) == 2);
    CHECK(refusedRow(group + ",H2,是,,,,下雨,\n" + good) == 2);
    CHECK(field.bytes() == before);
    CHECK_THROWS_AS(field.bring(field.write("other.csv", "甲,乙\n1,2\n")), Error);

    // The good rows of such a file, when that is what is asked for.
    const TripReturn partial = field.bring(field.sheet(good + "999,,是,,,,,\n"),
                                           {.dryRun = false, .acceptPartial = true, .who = {}});
    CHECK(partial.committed);
    CHECK(field.visits().size() == 1);
}

TEST_CASE("a trial keeps nothing", "[session][trip]")
{
    const Field field;
    const std::string before = field.bytes();
    const TripReturn made = field.bring(field.sheet(group + ",H1,是,,是,,,\n"),
                                        {.dryRun = true, .acceptPartial = false, .who = {}});
    CHECK(made.counts.added == 1);
    CHECK_FALSE(made.committed);
    CHECK(field.bytes() == before);
}

TEST_CASE("a GeoPackage edited by another program brings its edits and the photo's position",
          "[session][trip]")
{
    const Field field;
    const auto file = field.path("field.gpkg");
    const std::vector<Table> tables{tripFindingsTable(field.trip, true),
                                    tripRouteTable(field.trip, {})};
    exchange::writeTables({.file = file, .format = exchange::TableFormat::GeoPackage}, tables,
                          Language::Chinese);
    {
        GDALAllRegister();
        const std::unique_ptr<GDALDataset> data(GDALDataset::Open(
            file.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr));
        REQUIRE(data);
        OGRLayer* routes = data->GetLayerByName("routes");
        REQUIRE(routes != nullptr);
        CHECK(routes->GetFeatureCount() == 1);
        OGRLayer* layer = data->GetLayerByName("findings");
        REQUIRE(layer != nullptr);
        for (auto& feature : *layer)
            if (std::string_view(feature->GetFieldAsString("subject")) == "H2") {
                feature->SetField("visited", "是");
                feature->SetField("agrees", "yes");
                feature->SetField("photo", "DCIM/1.jpg");
                OGRPoint moved(102.1234, 25.7654);
                feature->SetGeometry(&moved);
                REQUIRE(layer->SetFeature(feature.get()) == OGRERR_NONE);
            }
    }
    const TripReturn made = field.bring(file);
    CHECK(made.read.issues.empty());
    CHECK(field.visits() == std::map<std::string, std::string>{
                                {"H2", "2020-05-06|yes|照片 DCIM/1.jpg (102.12340, 25.76540)"}});
}

TEST_CASE("a GPX with notes brings them to their stops", "[session][trip]")
{
    const Field field;
    std::string gpx = tripGpx(field.trip, {}, false, Language::Chinese);
    // The second stop as a phone leaves it: another time and words behind those that went out.
    const auto at = gpx.find("<wpt", gpx.find("<wpt") + 1);
    const auto time = gpx.find("<time>", at);
    gpx.replace(time, gpx.find("</time>", time) - time, "<time>2020-05-06T23:30:00Z");
    gpx.insert(gpx.find("</desc>", at), "\n水窖已修好");
    // A note of its own near the hamlet, with a photo, and one that is near nothing.
    gpx.insert(gpx.find("<rte>"),
               "<wpt lat=\"25.7510000\" lon=\"102.1100000\"><time>2020-05-06T03:00:00Z</time>"
               "<name>滑坡</name><link href=\"p/7.jpg\"/></wpt>"
               "<wpt lat=\"25.0\" lon=\"101.0\"><name>加油站</name></wpt>");
    const TripReturn made = field.bring(field.write("back.gpx", gpx));
    REQUIRE(made.read.issues.size() == 1);
    CHECK(made.read.issues[0].severity == exchange::RowIssue::Severity::Warning);
    CHECK(made.committed);
    const auto visits = field.visits();
    // 23:30 of Greenwich is half past seven of the next morning in Beijing.
    CHECK(visits.at(village) == "2020-05-07|-|水窖已修好");
    CHECK_THAT(visits.at("H1"), Contains("2020-05-06|-|滑坡；照片 p/7.jpg (102.11000, 25.75100)"));
}
