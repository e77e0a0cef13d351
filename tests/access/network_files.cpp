// SPDX-License-Identifier: MIT
#include "access/network_files.h"

#include "support/source_folder.h"

#include <cctype>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace guatu::test
{

std::vector<std::vector<double>> numbersOf(const std::string& file)
{
    std::ifstream in(sourceFolder() / "tests/data/network" / file);
    if (!in)
        throw std::runtime_error(file + " is missing");
    std::vector<std::vector<double>> rows;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || std::isdigit(static_cast<unsigned char>(line.front())) == 0)
            continue;
        std::istringstream fields(line);
        std::vector<double> row;
        for (std::string field; std::getline(fields, field, ',');)
            row.push_back(std::stod(field));
        rows.push_back(row);
    }
    return rows;
}

access::LinkTable referenceNetwork()
{
    access::LinkTable links;
    for (const auto& row : numbersOf("n5.nodes.csv"))
        links.nodes.push_back({row[1], row[2]});
    for (const auto& row : numbersOf("n5.links.csv")) {
        const auto time = static_cast<access::Time>(row[3]);
        links.from.push_back(static_cast<std::uint32_t>(row[1]));
        links.to.push_back(static_cast<std::uint32_t>(row[2]));
        links.forward.push_back(row[4] != 0 ? time : access::never);
        links.backward.push_back(row[5] != 0 ? time : access::never);
    }
    return links;
}

std::vector<access::TurnBan> referenceBans()
{
    std::vector<access::TurnBan> bans;
    for (const auto& row : numbersOf("n5.turns.csv"))
        bans.push_back({static_cast<std::uint32_t>(row[0]), static_cast<std::uint32_t>(row[1]),
                        static_cast<std::uint32_t>(row[2])});
    return bans;
}

} // namespace guatu::test
