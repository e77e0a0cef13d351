// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/import.h"
#include "store/workspace.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guatu::session
{

/// How a file is brought into a workspace.
struct ImportJob {
    /// Kind, sheet, encoding, datum or CRS, mapping, as-of date. The area that points must lie in
    /// is set by the job: the box of the workspace's units, except for units and boundaries.
    exchange::ImportOptions read{};
    bool dryRun = false;        ///< everything is tried, nothing is kept
    bool acceptPartial = false; ///< keep the good rows although others were refused
    std::string who{};          ///< for the change log; empty is the login name
    std::string datasetName{};  ///< empty is the file's name
    std::string sourceOrganisation{};
    std::string secrecy = "internal"; ///< public, internal, secret
};

/// What became of a file.
struct ImportReport {
    exchange::ImportPreview preview; ///< with the mapping that was used
    bool savedMapping = false;       ///< the mapping came from an earlier import of the same layout
    std::size_t rows = 0;            ///< in the file
    std::size_t accepted = 0;        ///< well-formed rows
    std::size_t refused = 0;         ///< rows not taken, by the reader or by the workspace
    store::WriteCounts counts{};     ///< what was written, or would have been
    std::size_t missing = 0;         ///< in the workspace but not in the file
    std::vector<std::string> firstMissing;  ///< at most 20 of their keys
    std::vector<exchange::RowIssue> issues; ///< of the file, then by row; both sources together
    bool dryRun = false;
    bool committed = false;   ///< the workspace has changed
    std::size_t reopened = 0; ///< signatures of the closure workflow that the data took back
};

/// The units of a snapshot as importers match them.
[[nodiscard]] std::vector<exchange::KnownUnit> knownUnits(const UnitColumns& units);

/// Looks at a file as an import into the workspace would, with the mapping saved for its layout
/// unless the job brings one. Changes nothing.
[[nodiscard]] exchange::ImportPreview previewImport(const std::filesystem::path& workspace,
                                                    const std::filesystem::path& file,
                                                    const ImportJob& job);

/// Imports a file: whole or not at all, unless the job accepts partial files. Refused rows are in
/// the report, not thrown. Chains of signatures that the new data no longer bear out are taken
/// back, in a change of their own. The mapping is saved for the layout after a successful import.
/// Throws Error when file or workspace as a whole are unusable, Cancelled on a stop request; the
/// workspace is then as it was.
[[nodiscard]] ImportReport importFile(const std::filesystem::path& workspace,
                                      const std::filesystem::path& file, const ImportJob& job,
                                      const Progress& progress = {});

} // namespace guatu::session
