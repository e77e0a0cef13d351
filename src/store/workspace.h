// SPDX-License-Identifier: MIT
#pragma once

#include "core/profile.h"
#include "core/progress.h"
#include "core/record.h"
#include "core/snapshot.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace guatu::store
{

/// Who changes the workspace and why; goes to the change log.
struct ChangeReason {
    std::string who;
    std::string why;
};

/// What writing a batch did, in records.
struct WriteCounts {
    std::size_t added = 0, changed = 0, unchanged = 0;

    WriteCounts& operator+=(const WriteCounts& other)
    {
        added += other.added;
        changed += other.changed;
        unchanged += other.unchanged;
        return *this;
    }
};

/// A record that could not be written: its row in the batch, and why.
struct WriteIssue {
    std::size_t row;
    std::string field;
    Message message;
};

/// A query kept under a name. Its text is checked by the caller.
struct SavedQuery {
    std::string name; ///< unique in the workspace
    std::string entity;
    std::string text;
    std::string note{};

    friend bool operator==(const SavedQuery&, const SavedQuery&) = default;
};

/// What a workspace keeps as JSON by kind and name; the texts are checked by the caller.
enum class KeptKind { Look, Theme };
struct KeptDefinition {
    std::string name;
    std::string json;

    friend bool operator==(const KeptDefinition&, const KeptDefinition&) = default;
};

/// A step of the closure workflow (销号流程) on its way into the workspace.
struct Signature {
    SubjectType subjectType; ///< Household or Unit
    std::string subject;     ///< household code or unit code
    Level level;             ///< whose signature it is
    SignAction action;
    Date on;
    std::string role{}; ///< the office that signs, never a person's name
    std::string note{};
};

/// A state of the workspace kept under a name, as "4月调度".
struct FrozenSnapshot {
    std::string name;
    Date asOf;
    std::string frozenAt; ///< ISO time, UTC
    std::int64_t households = 0;
};

/// A road that is drawn, not imported.
struct NewRoad {
    std::string code;
    std::string name{}, roadClass{}, surface{}; ///< empty: not known
    GeometryColumn line{GeometryType::Line};
};

/// One change of the workspace: one transaction, all or nothing. Without commit() the
/// destructor rolls back, and the file is as it was; so does any Error that leaves a member.
class Change
{
public:
    Change(Change&&) noexcept;
    Change& operator=(Change&&) noexcept;
    ~Change();

    /// Adds or updates records by their key. References are resolved (units by code, sites and
    /// households by key); what cannot be resolved goes to `issues` and that row is not written.
    /// Personal fields go to the personal-data file.
    WriteCounts write(const RecordBatch& batch, std::vector<WriteIssue>& issues);

    /// Records of `kind` that were in the workspace before this change and that no batch of it
    /// has named: (key, name). For "missing" in import reports; nothing is deleted.
    [[nodiscard]] std::vector<std::string> keysNotWritten(EntityKind kind) const;

    void commit();

private:
    friend class Workspace;
    struct Impl;
    explicit Change(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// An open workspace file: one SQLite connection, for one thread at a time.
class Workspace
{
public:
    enum class Mode {
        Read,  ///< the file and its folder stay as they are; only a killed write is taken back
        Write, ///< takes changes; migrates an older file first
    };

    /// Makes a new workspace with the profile in it. Throws Error(Store) when the file exists
    /// or cannot be made; nothing is left behind then.
    static Workspace create(const std::filesystem::path& file, const Profile& profile,
                            std::string_view profileJson);

    /// Throws Error(Store): no such file, not a workspace, truncated, of a newer version, locked,
    /// read-only medium (Write), or of an older version opened for reading.
    static Workspace open(const std::filesystem::path& file, Mode mode);

    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;
    ~Workspace();

    [[nodiscard]] const std::filesystem::path& file() const;
    [[nodiscard]] Profile profile() const;

    /// The day the data are of: the latest as-of of its datasets, else the profile's start.
    [[nodiscard]] Date dataDate() const;

    /// Reads everything that holds on `asOf`, projected to the profile's metric CRS.
    [[nodiscard]] Snapshot snapshot(Date asOf, const Progress& progress = {}) const;

    /// The members of the households of a snapshot of this workspace, by household row, without
    /// personal data. Persons are not dated: they are those of today.
    [[nodiscard]] PersonColumns persons(const Snapshot& snapshot,
                                        const Progress& progress = {}) const;

    /// Begins a change; takes the write lock. Throws Error(Store) when another program has it.
    [[nodiscard]] Change beginChange(const ChangeReason& reason, const DatasetInfo& dataset);

    /// Adds signatures, all or none, each in the change log word by word. The order of the steps
    /// is the caller's business. Throws Error(Input) for a subject that the workspace has not.
    void sign(const ChangeReason& reason, std::span<const Signature> signatures);
    [[nodiscard]] bool hasSignatures() const; ///< of any date

    // Queries by name; saving one anew replaces it. removeQuery is false when there is none.
    [[nodiscard]] std::vector<SavedQuery> savedQueries() const;
    void saveQuery(const ChangeReason& reason, const SavedQuery& query);
    bool removeQuery(const ChangeReason& reason, const std::string& name);

    // Definitions by kind and name, in the order of names; as with queries.
    [[nodiscard]] std::vector<KeptDefinition> keptDefinitions(KeptKind kind) const;
    void keepDefinition(const ChangeReason& reason, KeptKind kind,
                        const KeptDefinition& definition);
    bool dropDefinition(const ChangeReason& reason, KeptKind kind, const std::string& name);

    // States by name, which later changes of the data do not touch. Throws Error(Input) when the
    // name is taken or, on reading, when there is none.
    void freeze(const ChangeReason& reason, Date asOf, const std::string& name,
                const Progress& progress = {});
    [[nodiscard]] std::vector<FrozenSnapshot> frozenSnapshots() const; ///< oldest first
    [[nodiscard]] Snapshot frozenSnapshot(const std::string& name) const;
    bool removeFrozen(const ChangeReason& reason, const std::string& name);

    /// Adds one road that was drawn; `line` holds its one feature in EPSG:4490. Throws Error(Input)
    /// when its code is taken.
    void addRoad(const ChangeReason& reason, const NewRoad& road);

    /// Takes back the last change that only edited roads (mends, a drawn road), whole: each road is
    /// again as the change log has it from before. Gives how many; 0 when there is no such change.
    /// Throws Error(Input) when a road was changed again since, as by an import.
    std::size_t undoRoads(const ChangeReason& reason);

    /// Saved column mapping of a layout (a fingerprint of its headers); empty when there is none.
    [[nodiscard]] std::string mapping(const std::string& layout, EntityKind kind) const;
    void saveMapping(const std::string& layout, EntityKind kind, const std::string& json);

private:
    struct Impl;
    explicit Workspace(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// The personal-data file beside a workspace: a.sqlite -> a.pii.sqlite.
[[nodiscard]] std::filesystem::path personalFileOf(const std::filesystem::path& workspace);

} // namespace guatu::store
