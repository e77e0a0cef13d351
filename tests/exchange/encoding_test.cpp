// SPDX-License-Identifier: MIT
#include "exchange/encoding.h"

#include "exchange/dbf_encoding.h"
#include "fixtures.h"
#include "support/catch.h"

#include <rapidcheck.h>

using namespace guatu::exchange;
using guatu::test::encoded;
using guatu::test::TempFolder;

namespace
{

constexpr std::string_view ledger = "区划代码,名称\n"
                                    "532329102207,小河村民委员会\n"
                                    "532329102208,𠮷龙村民委员会\n"; // 𠮷: four bytes in GB18030

std::string previewedEncoding(const TempFolder& folder, const std::string& name,
                              std::string_view bytes)
{
    const guatu::exchange::ImportOptions options{.kind = guatu::EntityKind::Unit};
    return previewFile(folder.write(name, bytes), options, {}).encoding;
}

} // namespace

TEST_CASE("a ledger reads the same in every encoding offices save it in", "[exchange]")
{
    const TempFolder folder;
    const std::string plain(ledger);
    struct Saved {
        const char* encoding;
        std::string bytes;
    };
    const std::vector<Saved> files{{"UTF-8", plain},
                                   {"UTF-8", "\xEF\xBB\xBF" + plain},
                                   {"UTF-16LE", "\xFF\xFE" + encoded(ledger, "UTF-16LE")},
                                   {"UTF-16BE", "\xFE\xFF" + encoded(ledger, "UTF-16BE")},
                                   {"UTF-16LE", encoded(ledger, "UTF-16LE")},
                                   {"GB18030", encoded(ledger, "GB18030")}};
    for (const Saved& saved : files) {
        const auto file = folder.write("units.csv", saved.bytes);
        const auto preview = previewFile(file, {.kind = guatu::EntityKind::Unit}, {});
        CHECK(preview.encoding == saved.encoding);
        const auto imported = guatu::test::import(file, {.kind = guatu::EntityKind::Unit});
        REQUIRE(imported.records.size() == 2);
        CHECK(imported.records[0].at("name") == "小河村民委员会");
        CHECK(imported.records[1].at("name") == "𠮷龙村民委员会");
    }
}

TEST_CASE("a Latin-1 file is not called GBK", "[exchange]")
{
    const TempFolder folder;
    const std::string french = encoded("code,name\n1,Saint-Étienne-de-la-Vallée française\n"
                                       "2,Çà et là, Noël à Orléans\n3,Größe Österreich Übung\n",
                                       "ISO-8859-1");
    CHECK(previewedEncoding(folder, "french.csv", french) == "windows-1252");
    CHECK_FALSE(recogniseEncoding(french, true)->certain);
}

TEST_CASE("Chinese far behind plain figures still decides the encoding", "[exchange]")
{
    const TempFolder folder;
    std::string bytes = "code,name\n";
    while (bytes.size() < 3'000'000)
        bytes += "532329102207,Xiaohe\n";
    bytes += encoded("532329102208,大村村民委员会\n", "GBK");
    CHECK(previewedEncoding(folder, "late.csv", bytes) == "GB18030");
}

TEST_CASE("text decodes the same whole and in pieces", "[exchange]")
{
    CHECK(rc::check([] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("高桥镇", "a", "é", "𠮷", ",\r\n", "小"));
        std::string text;
        for (const std::string& piece : pieces)
            text += piece;
        const auto encoding =
            *rc::gen::element(Encoding::Utf8, Encoding::Gb18030, Encoding::Utf16Le);
        const std::string bytes = encoded(text, std::string(toString(encoding)).c_str());
        Decoder decoder(encoding);
        std::string decoded;
        for (std::size_t at = 0; at < bytes.size();) {
            const auto length = *rc::gen::inRange<std::size_t>(1, 6);
            const std::string_view piece = std::string_view(bytes).substr(at, length);
            at += piece.size();
            decoder.decode(piece, at == bytes.size(), decoded);
        }
        RC_ASSERT(decoded == text);
    }));
}

TEST_CASE("the text of a DBF outweighs what the file declares", "[exchange]")
{
    const std::vector<std::string> utf8{"行政村", "小河村民委", std::string("大村").substr(0, 5)};
    const std::vector<std::string> gbk{encoded("行政村", "GBK"), encoded("小河村民委员会", "GBK"),
                                       encoded("高桥", "GBK") + "\xD5"}; // cut in a character
    struct Declared {
        const char* codePage;
        unsigned char languageDriver;
        bool wrongForUtf8, wrongForGbk;
    };
    const std::vector<Declared> declarations{
        {"", 0x00, false, false},     {"", 0x4D, true, false},      {"", 0x57, true, true},
        {"UTF-8", 0x00, false, true}, {"UTF-8", 0x4D, false, true}, {"GBK", 0x00, true, false},
        {"936", 0x57, true, false},   {"ISO-8859-1", 0, true, true}};
    for (const Declared& declared : declarations) {
        CAPTURE(declared.codePage, int(declared.languageDriver));
        const DbfEncoding asUtf8 = recogniseDbf({declared.codePage, declared.languageDriver}, utf8);
        CHECK(asUtf8.encoding == Encoding::Utf8);
        CHECK(asUtf8.notes.size() == (declared.wrongForUtf8 ? 1 : 0));
        const DbfEncoding asGbk = recogniseDbf({declared.codePage, declared.languageDriver}, gbk);
        CHECK(asGbk.encoding == Encoding::Gb18030);
        CHECK(asGbk.notes.size() == (declared.wrongForGbk ? 1 : 0));
    }
    const std::vector<std::string> latin{encoded("Orléans", "ISO-8859-1")};
    CHECK(recogniseDbf({"", 0x57}, latin).encoding == Encoding::Latin1);
}
