// SPDX-License-Identifier: MIT
#include "support/source_folder.h"
#include <cstdlib>

#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

// What tests need to know of their surroundings stands in the environment, so that a caller may
// choose otherwise.
int main(int argc, char** argv)
{
    setenv("QT_QPA_PLATFORM", "offscreen", 0);
    setenv("GUATU_DATA", guatu::test::sourceFolder().c_str(), 0);
    setenv("GUATU_TEST_SAMPLE", GUATU_TEST_SAMPLE_FOLDER, 0);
    return Catch::Session().run(argc, argv);
}
