// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/encoding.h"
#include "exchange/row_source.h"

#include <filesystem>
#include <fstream>

namespace guatu::exchange
{

/// What a text table may hold before it is refused as not being one.
inline constexpr std::size_t maxFieldBytes = 1'000'000;
inline constexpr std::size_t maxColumns = 4'000;

/// Cuts decoded text into fields. Separators inside quotes, doubled quotes and line breaks
/// inside quotes are text; a quote inside an unquoted field is a character like any other.
class FieldSplitter
{
public:
    explicit FieldSplitter(char separator) : m_separator(separator) {}

    /// Takes text from `text`, starting at `at`, until a row is complete (true) or the text is
    /// used up (false). `last` says that nothing follows.
    bool take(std::string_view text, std::size_t& at, bool last, std::vector<std::string>& cells);

    /// How many fields of `cells` belong to the row; the rest are left from earlier rows.
    [[nodiscard]] std::size_t count() const { return m_count; }
    /// A quote was opened and not closed where the field grew too long or the text ended.
    [[nodiscard]] bool quoteOpen() const { return m_state == State::Quoted || m_quoteOpen; }
    /// Quotes met so far that neither open nor close a field: signs of a wrong separator.
    [[nodiscard]] std::size_t strayQuotes() const { return m_strayQuotes; }
    /// The field under construction is longer, or the row wider, than a table's can be.
    [[nodiscard]] bool fieldTooLong() const { return m_fieldTooLong; }
    [[nodiscard]] bool tooManyColumns() const { return m_count > maxColumns; }

private:
    enum class State { FieldStart, Plain, Quoted, QuoteInQuoted, AfterReturn };

    std::string& field(std::vector<std::string>& cells);
    void endField();
    void append(std::string& to, std::string_view text);

    char m_separator;
    State m_state = State::FieldStart;
    std::size_t m_count = 0; ///< complete fields of the row
    bool m_open = false;     ///< the field under construction has been cleared
    bool m_rowOpen = false;  ///< the row under construction has begun
    bool m_fieldTooLong = false;
    bool m_quoteOpen = false;
    std::size_t m_strayQuotes = 0;
};

/// The separator, of comma, semicolon and tab, that cuts the first lines into the most columns
/// without leaving quotes inside them.
[[nodiscard]] char guessSeparator(std::string_view text);

/// Text tables: CSV, TSV and what offices call so. Read in pieces, decoded on the way.
class DelimitedReader final : public RowSource
{
public:
    /// `encoding` empty: recognised. Throws Error(Input) when the file is empty, is no text, or
    /// is not in the encoding that was given.
    DelimitedReader(std::filesystem::path file, std::optional<Encoding> encoding);

    [[nodiscard]] const SourceInfo& info() const override { return m_info; }
    bool next(SourceRow& row) override;
    void rewind() override;

private:
    void recognise(std::optional<Encoding> wanted);
    bool fill();
    void checkDeclared(std::string_view text) const;

    std::filesystem::path m_file;
    std::ifstream m_stream;
    SourceInfo m_info;
    Encoding m_encoding = Encoding::Utf8;
    bool m_declared = false;
    std::size_t m_skip = 0;
    std::optional<Decoder> m_decoder;
    FieldSplitter m_splitter{','};
    char m_separator = ',';
    std::string m_text;
    std::size_t m_at = 0;
    bool m_atEnd = false;
    std::size_t m_row = 0;
};

} // namespace guatu::exchange
