// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"
#include "exchange/file_format.h"
#include "exchange/gdal_errors.h"

#include <gdal_priv.h>

#include <memory>
#include <vector>

namespace guatu::exchange
{

/// Files in GDAL's memory under names of our choice: for repairs that must not be made beside
/// the user's file, and for files whose names mislead GDAL. Gone with the object.
class MemoryCopy
{
public:
    /// Copies the first of `extensions` from `file` itself, the others from the files beside it.
    /// Throws Error(Input) when one is too large for memory.
    MemoryCopy(const std::filesystem::path& file, const std::vector<std::string>& extensions);
    ~MemoryCopy();
    MemoryCopy(const MemoryCopy&) = delete;
    MemoryCopy& operator=(const MemoryCopy&) = delete;

    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_folder;
    std::string m_path;
};

/// A dataset opened for reading only. Drivers are chosen by format, never by GDAL's guess, so no
/// driver sees a file it was not meant for.
struct OpenedDataset {
    std::unique_ptr<MemoryCopy> copy{};
    GDALDatasetUniquePtr dataset{};
    std::string format{}; ///< the driver's name
    std::vector<Message> notes{};
};

[[nodiscard]] OpenedDataset openDataset(const std::filesystem::path& file,
                                        const RecognisedFile& recognised);

/// GDAL's refusal of a whole file, in our words.
[[nodiscard]] Error brokenFile(const std::string& file, const std::string& format,
                               const GdalErrors& errors);

/// The file beside `file` with another extension, in any case of letters; empty when absent.
[[nodiscard]] std::filesystem::path sidecar(const std::filesystem::path& file,
                                            std::string_view extension);

} // namespace guatu::exchange
