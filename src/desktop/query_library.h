// SPDX-License-Identifier: MIT
#pragma once

#include "session/kept_queries.h"

#include <QWidget>

class QLineEdit;
class QTreeWidget;

namespace guatu::desktop
{

class Texts;

/// The queries that are ready: those of the rule book (常用) and those kept (已保存).
class QueryLibrary : public QWidget
{
    Q_OBJECT

public:
    QueryLibrary(const Texts& texts, QWidget* parent = nullptr);

    void showKept(const std::vector<session::KeptQuery>& kept);
    [[nodiscard]] QTreeWidget* tree() const { return m_tree; }

signals:
    void chosen(const QString& text);
    /// A kept query is to go.
    void dropAsked(const std::string& name);

private:
    void fill();

    const Texts& m_texts;
    std::vector<session::KeptQuery> m_kept;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
};

} // namespace guatu::desktop
