// SPDX-License-Identifier: MIT
#include "commands.h"

#include "process_memory.h"
#include "render/map_picture.h"
#include "support/gui.h"
#include "support/map_scene.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace guatu::bench
{
namespace
{

constexpr double bound = 400; // ms for a whole prefecture with 100,000 households

render::MapView viewOf(const render::MapScene& scene, double part)
{
    const Box whole = scene.tables.front()->geometry.box();
    render::MapView view = render::MapView::fitting(whole, 1600, 1000);
    view.metresPerPixel *= part;
    return view;
}

/// Processor time of the best of some drawings: a busy machine only ever adds.
double best(const render::MapScene& scene, const render::MapView& view)
{
    double least = std::numeric_limits<double>::infinity();
    for (int run = 0; run < 5; ++run) {
        const double before = processorMilliseconds();
        (void)render::drawMap(scene, view);
        least = std::min(least, processorMilliseconds() - before);
    }
    return least;
}

void measure(std::size_t households)
{
    needGui();
    render::MapScene scene = test::prefectureScene(households);
    // All layers at every scale, so that the whole prefecture shows all it has.
    auto definition = *scene.definition;
    for (Layer& layer : definition.layers)
        layer.maxScale = 1e12;
    scene.definition = std::make_shared<const MapDefinition>(std::move(definition));

    const render::MapView whole = viewOf(scene, 1);
    const double first = milliseconds([&] { (void)render::drawMap(scene, whole); });
    fmt::print("1600x1000, {} villages, {} households, processor time\n",
               scene.tables.front()->size(), households);
    fmt::print("{:<40}{:>9.1f} ms\n", "whole prefecture, first (prepares)", first);
    fmt::print("{:<40}{:>9.1f} ms  bound {:.0f}\n", "whole prefecture, again", best(scene, whole),
               bound);
    fmt::print("{:<40}{:>9.1f} ms\n", "a county (1/3)", best(scene, viewOf(scene, 1.0 / 3)));
    fmt::print("{:<40}{:>9.1f} ms\n", "a township (1/10)", best(scene, viewOf(scene, 0.1)));
    fmt::print("{:<40}{:>9.1f} ms\n", "a village (1/30)", best(scene, viewOf(scene, 1.0 / 30)));
    fmt::print("{:<40}{:>9.1f} ms\n", "hit test, whole prefecture", milliseconds([&] {
                   (void)render::hitTest(scene, whole, {800, 500});
               }));
    fmt::print("{:<40}{:>9.1f} ms\n", "legend, whole prefecture",
               milliseconds([&] { (void)render::legend(scene, whole.scaleDenominator()); }));
}

} // namespace

void addRender(CLI::App& program)
{
    auto* command = program.add_subcommand("render", "Draws a made-up prefecture.");
    auto households = std::make_shared<std::size_t>(100000);
    command->add_option("--households", *households, "How many households");
    command->callback([households] { measure(*households); });
}

} // namespace guatu::bench
