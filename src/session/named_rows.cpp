// SPDX-License-Identifier: MIT
#include "session/named_rows.h"

#include "core/text.h"
#include "exchange/source_file.h"

#include <algorithm>
#include <charconv>

namespace guatu::session
{

NamedRows::NamedRows(const std::filesystem::path& file, const std::vector<std::string>& wanted)
    : m_file(file.string()), m_source(exchange::openSource(file, {}))
{
    exchange::SourceRow header;
    if (!m_source->next(header))
        throw inputError({"access.no_header", {{"file", m_file}}});
    for (std::string_view names : wanted) {
        const bool optional = names.starts_with('?');
        names.remove_prefix(optional ? 1 : 0);
        const auto words = split(names, '|');
        const auto found = std::ranges::find_if(header.cells, [&](const std::string& cell) {
            return std::ranges::find(words, std::string_view(foldHeader(cell))) != words.end();
        });
        if (found == header.cells.end() && !optional)
            throw inputError(
                {"access.no_column", {{"file", m_file}, {"column", std::string(words.front())}}});
        m_columns.push_back(found == header.cells.end()
                                ? none
                                : static_cast<std::size_t>(found - header.cells.begin()));
    }
}

std::string NamedRows::text(std::size_t wanted) const
{
    const std::size_t column = m_columns[wanted];
    return column < m_row.cells.size() ? std::string(trim(m_row.cells[column])) : std::string();
}

double NamedRows::number(std::size_t wanted, double least, double most) const
{
    const std::string cell = text(wanted);
    double value = 0;
    const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (failure != std::errc() || end != cell.data() + cell.size() || !(value >= least) ||
        !(value <= most))
        throw bad(cell);
    return value;
}

Error NamedRows::bad(const std::string& value) const
{
    return inputError(
        {"access.bad_value",
         {{"file", m_file}, {"row", std::to_string(m_row.number)}, {"value", value}}});
}

} // namespace guatu::session
