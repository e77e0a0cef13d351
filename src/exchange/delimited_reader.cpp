// SPDX-License-Identifier: MIT
#include "exchange/delimited_reader.h"

#include "core/error.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace guatu::exchange
{
namespace
{

constexpr std::size_t pieceBytes = 1U << 20U;
constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

std::string readPiece(std::ifstream& stream)
{
    std::string piece(pieceBytes, '\0');
    stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    piece.resize(static_cast<std::size_t>(stream.gcount()));
    return piece;
}

bool isAscii(std::string_view bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return static_cast<signed char>(c) > 0; });
}

} // namespace

std::string& FieldSplitter::field(std::vector<std::string>& cells)
{
    if (cells.size() <= m_count)
        cells.emplace_back();
    if (!m_open) {
        cells[m_count].clear();
        m_open = true;
    }
    return cells[m_count];
}

void FieldSplitter::append(std::string& to, std::string_view text)
{
    m_fieldTooLong = m_fieldTooLong || to.size() + text.size() > maxFieldBytes;
    if (!m_fieldTooLong)
        to.append(text);
}

void FieldSplitter::endField()
{
    ++m_count;
    m_open = false;
    m_state = State::FieldStart;
}

bool FieldSplitter::take(std::string_view text, std::size_t& at, bool last,
                         std::vector<std::string>& cells)
{
    if (!m_rowOpen)
        m_count = 0;
    m_rowOpen = true;
    const std::array<char, 3> stops{m_separator, '\n', '\r'};
    while (at < text.size() && !m_fieldTooLong && !tooManyColumns()) {
        const char c = text[at];
        if (m_state == State::AfterReturn) { // the row ended with the return; take its line feed
            m_state = State::FieldStart;
            at += c == '\n' ? 1 : 0;
            continue;
        }
        std::string& cell = field(cells);
        if (m_state == State::Quoted) {
            const std::size_t quote = std::min(text.find('"', at), text.size());
            append(cell, text.substr(at, quote - at));
            at = quote;
            if (at < text.size()) {
                m_state = State::QuoteInQuoted;
                ++at;
            }
            continue;
        }
        if (c == '"' && m_state != State::Plain) {
            if (m_state == State::QuoteInQuoted)
                append(cell, "\"");
            m_state = State::Quoted;
            ++at;
        } else if (c == m_separator) {
            endField();
            ++at;
        } else if (c == '\n' || c == '\r') {
            endField();
            m_state = c == '\r' ? State::AfterReturn : State::FieldStart;
            m_rowOpen = false;
            ++at;
            return true;
        } else {
            const std::size_t stop =
                std::min(text.find_first_of(std::string_view(stops.data(), 3), at), text.size());
            const std::string_view run = text.substr(at, stop - at);
            append(cell, run);
            m_strayQuotes += m_state == State::QuoteInQuoted ? 1 : 0;
            m_strayQuotes += static_cast<std::size_t>(std::ranges::count(run, '"'));
            m_state = State::Plain;
            at = stop;
        }
    }
    if (last && at >= text.size() && (m_open || m_count > 0)) {
        m_quoteOpen = m_state == State::Quoted;
        field(cells);
        endField();
        m_rowOpen = false;
        return true;
    }
    return false;
}

char guessSeparator(std::string_view text)
{
    constexpr std::array<char, 3> candidates{'\t', ';', ','}; // of equals: decimal commas
    constexpr std::size_t lines = 30;
    struct Score {
        bool several = false;
        std::size_t strays = 0, width = 0, alike = 0;

        bool operator>(const Score& other) const
        {
            return std::tuple(several, other.strays, width, alike) >
                   std::tuple(other.several, strays, other.width, other.alike);
        }
    };
    char best = ',';
    Score bestScore;
    for (const char candidate : candidates) {
        FieldSplitter splitter(candidate);
        std::vector<std::string> cells;
        std::vector<std::size_t> widths;
        std::size_t at = 0;
        while (widths.size() < lines && splitter.take(text, at, false, cells))
            widths.push_back(splitter.count());
        if (widths.empty())
            widths.push_back(splitter.count() + 1);
        // The width that more than half of the lines reach: titles above a table do not decide.
        std::ranges::sort(widths);
        const std::size_t width = widths[(widths.size() - 1) / 2];
        const auto alike = static_cast<std::size_t>(std::ranges::count(widths, width));
        const Score score{width > 1, splitter.strayQuotes(), width, alike};
        if (score.several && score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

DelimitedReader::DelimitedReader(std::filesystem::path file, std::optional<Encoding> encoding)
    : m_file(std::move(file)), m_stream(m_file, std::ios::binary), m_declared(encoding.has_value())
{
    if (!m_stream)
        throw inputError({"import.cannot_open", {{"file", m_file.filename().string()}}});
    recognise(encoding);
    m_info.format = "CSV";
    m_info.encoding = toString(m_encoding);
    rewind();
    fill();
    m_separator = guessSeparator(m_text);
    rewind();
}

void DelimitedReader::recognise(std::optional<Encoding> wanted)
{
    std::string piece = readPiece(m_stream);
    if (piece.empty())
        throw inputError({"import.file_empty", {{"file", m_file.filename().string()}}});
    bool whole = piece.size() < pieceBytes;
    const auto first = recogniseEncoding(piece, whole);
    if (!first)
        throw inputError({"import.not_text", {{"file", m_file.filename().string()}}});
    EncodingGuess guess = *first;
    if (guess.bomBytes == 0) // the first bytes that are not plain ASCII decide
        while (isAscii(piece) && !whole) {
            piece = readPiece(m_stream);
            whole = piece.size() < pieceBytes;
            if (!isAscii(piece))
                guess = recogniseEncoding(piece, whole).value_or(guess);
        }
    m_skip = first->bomBytes;
    m_encoding = wanted.value_or(guess.encoding);
    if (wanted && m_skip > 0 && *wanted != first->encoding)
        m_info.notes.push_back({"import.encoding_mark_overruled",
                                {{"found", std::string(toString(first->encoding))},
                                 {"used", std::string(toString(*wanted))}}});
    if (!wanted && !guess.certain)
        m_info.notes.push_back(
            {"import.encoding_unsure", {{"used", std::string(toString(m_encoding))}}});
}

void DelimitedReader::rewind()
{
    m_stream.clear();
    m_stream.seekg(static_cast<std::streamoff>(m_skip));
    m_decoder.emplace(m_encoding);
    m_splitter = FieldSplitter(m_separator);
    m_text.clear();
    m_at = 0;
    m_atEnd = false;
    m_row = 0;
}

bool DelimitedReader::fill()
{
    if (m_atEnd)
        return false;
    const std::string piece = readPiece(m_stream);
    m_atEnd = piece.size() < pieceBytes;
    m_text.clear();
    m_at = 0;
    m_decoder->decode(piece, m_atEnd, m_text);
    checkDeclared(m_text);
    return true;
}

void DelimitedReader::checkDeclared(std::string_view text) const
{
    const std::size_t bad = m_declared ? text.find(replacement) : std::string_view::npos;
    if (bad == std::string_view::npos)
        return;
    const auto lines = static_cast<std::size_t>(std::ranges::count(text.substr(0, bad), '\n'));
    throw inputError({"import.encoding_wrong",
                      {{"file", m_file.filename().string()},
                       {"row", std::to_string(m_row + lines + 1)},
                       {"encoding", m_info.encoding}}});
}

bool DelimitedReader::next(SourceRow& row)
{
    const std::size_t start = m_row + 1;
    for (;;) {
        const bool complete = m_splitter.take(m_text, m_at, m_atEnd, row.cells);
        if (m_splitter.fieldTooLong() || (complete && m_splitter.quoteOpen()))
            throw inputError(
                {m_splitter.quoteOpen() ? "import.quote_open" : "import.field_too_long",
                 {{"file", m_file.filename().string()},
                  {"row", std::to_string(start)},
                  {"limit", withThousands(static_cast<long long>(maxFieldBytes))}}});
        if (m_splitter.tooManyColumns())
            throw inputError({"import.too_many_columns",
                              {{"file", m_file.filename().string()},
                               {"row", std::to_string(start)},
                               {"limit", withThousands(static_cast<long long>(maxColumns))}}});
        if (complete)
            break;
        if (!fill())
            return false;
    }
    row.number = ++m_row;
    row.cells.resize(m_splitter.count());
    return true;
}

} // namespace guatu::exchange
