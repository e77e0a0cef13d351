// SPDX-License-Identifier: MIT
#include "core/definition.h"

#include "core/error.h"
#include "support/catch.h"
#include "support/source_folder.h"

#include <cstdlib>
#include <optional>

using namespace guatu;

namespace
{

/// GUATU_DATA for the time of a test; null takes it away.
class DataVariable
{
public:
    explicit DataVariable(const char* value)
    {
        if (const char* before = std::getenv("GUATU_DATA"))
            m_before = before;
        set(value);
    }
    ~DataVariable() { set(m_before ? m_before->c_str() : nullptr); }
    DataVariable(const DataVariable&) = delete;
    DataVariable& operator=(const DataVariable&) = delete;

private:
    static void set(const char* value)
    {
        if (value == nullptr)
            unsetenv("GUATU_DATA");
        else
            setenv("GUATU_DATA", value, 1);
    }
    std::optional<std::string> m_before;
};

} // namespace

TEST_CASE("the data folder is the one the environment names", "[core]")
{
    const DataVariable variable(guatu::test::sourceFolder().c_str());
    CHECK(dataRoot() == guatu::test::sourceFolder());
}

TEST_CASE("a data folder that the environment names and that is none is refused", "[core]")
{
    const DataVariable variable("/nowhere");
    CHECK_THROWS_AS(dataRoot(), Error);
}

TEST_CASE("without a word from the environment the data folder is found", "[core]")
{
    const DataVariable variable(nullptr);
    CHECK(std::filesystem::is_directory(dataRoot() / "data" / "profiles"));
}

TEST_CASE("a text without an English version is shown in Chinese", "[core]")
{
    CHECK(LocalText{"村", "village"}.in(Language::English) == "village");
    CHECK(LocalText{"村", "village"}.in(Language::Chinese) == "村");
    CHECK(LocalText{"村", ""}.in(Language::English) == "村");
}
