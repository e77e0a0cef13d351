// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace guatu::exchange
{

/// How the bytes of a text file or DBF are to be read. The names are those that
/// ImportOptions::encoding and reports use.
enum class Encoding { Utf8, Utf16Le, Utf16Be, Gb18030, Latin1 };

[[nodiscard]] std::string_view toString(Encoding encoding); // UTF-8 UTF-16LE UTF-16BE GB18030 ...
/// Reads the names people use: utf8, GBK, GB2312, cp936, latin1, ISO-8859-1, ...
[[nodiscard]] std::optional<Encoding> encodingFromString(std::string_view text);

/// What bytes look like, and whether that rests on evidence.
struct EncodingGuess {
    Encoding encoding = Encoding::Utf8;
    std::size_t bomBytes = 0; ///< bytes of the byte order mark to skip
    bool certain = true;      ///< false: no encoding fits well; Latin-1 is the last resort
};

/// Recognises text from its first bytes; `whole` when nothing follows them. GB18030 is told from
/// Latin-1 by its share of the 3,755 everyday characters of GB 2312. Binary data is null.
[[nodiscard]] std::optional<EncodingGuess> recogniseEncoding(std::string_view bytes, bool whole);

/// Turns bytes into UTF-8, piece by piece; characters may be cut between pieces.
class Decoder
{
public:
    explicit Decoder(Encoding encoding);
    ~Decoder();
    Decoder(Decoder&&) noexcept;
    Decoder& operator=(Decoder&&) noexcept;

    /// Appends the text of `bytes` to `out`; what is no character becomes U+FFFD.
    void decode(std::string_view bytes, bool last, std::string& out);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The whole of a short text.
[[nodiscard]] std::string toUtf8(std::string_view bytes, Encoding encoding);

} // namespace guatu::exchange
