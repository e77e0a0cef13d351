// SPDX-License-Identifier: MIT
#include "session/trip/trip_file.h"

#include "core/error.h"
#include "exchange/whole_file.h"
#include "trips/json_form.h"

#include <fstream>
#include <iterator>

namespace guatu::session
{

trips::Trip readTrip(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in)
        throw inputError({"trips.unreadable", {{"file", file.string()}}});
    return trips::tripFromJson(text, file.filename().string());
}

void writeTrip(const std::filesystem::path& file, const trips::Trip& trip, bool overwrite)
{
    writeText(file, trips::tripJson(trip), overwrite);
}

void writeText(const std::filesystem::path& file, const std::string& text, bool overwrite)
{
    exchange::WholeFile whole(file, overwrite);
    std::ofstream out(whole.path(), std::ios::binary);
    out << text;
    out.close();
    if (!out)
        throw inputError({"trips.unwritable", {{"file", file.string()}}});
    whole.keep();
}

} // namespace guatu::session
