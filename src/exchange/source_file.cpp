// SPDX-License-Identifier: MIT
#include "exchange/source_file.h"

#include "core/error.h"
#include "exchange/delimited_reader.h"
#include "exchange/gdal_source.h"

namespace guatu::exchange
{

std::unique_ptr<RowSource> openSource(const std::filesystem::path& file,
                                      const ImportOptions& options)
{
    const RecognisedFile recognised = recogniseFile(file);
    if (recognised.format != FileFormat::Delimited)
        return openGdalSource(file, recognised, options);
    std::optional<Encoding> encoding;
    if (!options.encoding.empty()) {
        encoding = encodingFromString(options.encoding);
        if (!encoding)
            throw inputError({"import.encoding_unknown", {{"encoding", options.encoding}}});
    }
    return std::make_unique<DelimitedReader>(file, encoding);
}

} // namespace guatu::exchange
