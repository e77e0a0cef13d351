// SPDX-License-Identifier: MIT
#include "desktop/background_job.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <QSignalSpy>

#include <atomic>
#include <condition_variable>

using namespace guatu;
using namespace guatu::desktop;

TEST_CASE("the result of the newest work arrives, that of older work does not", "[desktop]")
{
    test::application();
    BackgroundJob job;
    QSignalSpy ended(&job, &BackgroundJob::ended);
    std::string arrived;
    for (const char* name : {"first", "second", "third"}) {
        job.start([&arrived, name](const Progress&) -> BackgroundJob::Finish {
            return [&arrived, name] { arrived += name; };
        });
    }
    REQUIRE(ended.wait());
    CHECK(arrived == "third");
    CHECK_FALSE(job.isRunning());
}

TEST_CASE("work that is asked to stop leaves nothing behind", "[desktop]")
{
    test::application();
    BackgroundJob job;
    QSignalSpy cancelled(&job, &BackgroundJob::cancelled);
    bool arrived = false;
    job.start([&arrived](const Progress& progress) -> BackgroundJob::Finish {
        std::mutex mutex;
        std::condition_variable_any stopped;
        std::unique_lock lock(mutex);
        stopped.wait(lock, progress.stop, [] { return false; });
        progress.checkpoint();
        return [&arrived] { arrived = true; };
    });
    job.cancel();
    REQUIRE(cancelled.wait());
    CHECK_FALSE(arrived);
}

TEST_CASE("an error on the way becomes a message, whatever threw it", "[desktop]")
{
    test::application();
    BackgroundJob job;
    QString said;
    QObject::connect(&job, &BackgroundJob::failed,
                     [&](const Message& why) { said = QString::fromStdString(why.id); });
    QSignalSpy ended(&job, &BackgroundJob::ended);
    job.start([](const Progress&) -> BackgroundJob::Finish { throw storeError({"store.locked"}); });
    REQUIRE(ended.wait());
    CHECK(said == "store.locked");
    job.start(
        [](const Progress&) -> BackgroundJob::Finish { throw std::runtime_error("out of luck"); });
    REQUIRE(ended.wait());
    CHECK(said == "desktop.unexpected");
}

TEST_CASE("progress is shown as it goes", "[desktop]")
{
    test::application();
    BackgroundJob job;
    std::uint64_t last = 0;
    QObject::connect(&job, &BackgroundJob::progressed,
                     [&](const ProgressStep& step) { last = step.done; });
    QSignalSpy ended(&job, &BackgroundJob::ended);
    job.start([](const Progress& progress) -> BackgroundJob::Finish {
        for (std::uint64_t i = 1; i <= 1000; ++i)
            progress.report({{"desktop.working"}, i, 1000});
        return {};
    });
    REQUIRE(ended.wait());
    CHECK(last == 1000);
}
