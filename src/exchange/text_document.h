// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace guatu::exchange
{

struct DocumentParagraph {
    bool isHeading = false;
    std::string text;
};

/// Writes a text for Word and its like (WordprocessingML, ECMA-376) as offices set it: the title in
/// 黑体 in the middle, headings in 黑体, the rest in 仿宋 of 16 points, indented by two characters.
/// The file appears whole or not at all. Throws Error(Input) when it exists and may not be
/// overwritten, or cannot be written.
void writeTextDocument(const std::filesystem::path& file, const std::string& title,
                       const std::vector<DocumentParagraph>& paragraphs, bool overwrite);

} // namespace guatu::exchange
