// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/explain.h"
#include "desktop/texts.h"
#include "session/workspace_view.h"

#include <QAbstractItemModel>

#include <memory>

namespace guatu::desktop
{

/// The tree of reasons under one unit; each branch is made when it is opened.
class WhyModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit WhyModel(const Texts& texts, QObject* parent = nullptr);
    ~WhyModel() override;

    /// Starts anew with the branches of a unit; a null view empties the tree.
    void show(std::shared_ptr<const session::WorkspaceView> view, RowIndex unit);
    [[nodiscard]] const campaign::WhyNode& nodeAt(const QModelIndex& index) const;
    /// The status of a line, as a colour word of the profile or a criterion result.
    static constexpr int statusRole = Qt::UserRole + 7;
    /// The household of a line or of the line above it; noRow when there is none.
    [[nodiscard]] RowIndex householdOf(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Item;
    [[nodiscard]] Item* itemAt(const QModelIndex& index) const;
    [[nodiscard]] QString unitTitle(std::size_t unit) const;
    [[nodiscard]] QString title(const campaign::WhyNode& node) const;
    [[nodiscard]] QString count(const campaign::WhyNode& node) const;
    [[nodiscard]] std::int64_t openHouseholds(const campaign::WhyNode& node) const;
    void open(Item& item);

    const Texts& m_texts;
    std::shared_ptr<const session::WorkspaceView> m_view;
    std::unique_ptr<Item> m_root;
};

} // namespace guatu::desktop
