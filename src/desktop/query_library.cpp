// SPDX-License-Identifier: MIT
#include "desktop/query_library.h"

#include "campaign/query/named_queries.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QTreeWidget>

namespace guatu::desktop
{
namespace
{

constexpr int textRole = Qt::UserRole;
constexpr int nameRole = Qt::UserRole + 1; ///< of kept queries

} // namespace

QueryLibrary::QueryLibrary(const Texts& texts, QWidget* parent)
    : QWidget(parent), m_texts(texts), m_search(new QLineEdit), m_tree(new QTreeWidget)
{
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(14);
    m_tree->setFont(interfaceFont(12));
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(12, 8, 12, 8);
    top->addWidget(m_search);
    layout->addLayout(top);
    layout->addWidget(m_tree);
    connect(m_search, &QLineEdit::textChanged, this, &QueryLibrary::fill);
    const auto choose = [this](const QTreeWidgetItem* item) {
        const QString text = item->data(0, textRole).toString();
        if (!text.isEmpty())
            emit chosen(text);
    };
    connect(m_tree, &QTreeWidget::itemClicked, this, choose);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QWidget::customContextMenuRequested, this, [this](QPoint at) {
        const QTreeWidgetItem* item = m_tree->itemAt(at);
        const QString name = item ? item->data(0, nameRole).toString() : QString();
        if (name.isEmpty())
            return;
        QMenu menu(this);
        menu.addAction(m_texts("desktop.library.drop"), this,
                       [this, name] { emit dropAsked(name.toStdString()); });
        menu.exec(m_tree->viewport()->mapToGlobal(at));
    });
    texts.keep(this, [this] {
        m_search->setPlaceholderText(m_texts("desktop.library.search"));
        m_tree->setAccessibleName(m_texts("desktop.library"));
        fill();
    });
}

void QueryLibrary::showKept(const std::vector<session::KeptQuery>& kept)
{
    m_kept = kept;
    fill();
}

void QueryLibrary::fill()
{
    const QString wanted = m_search->text().trimmed();
    m_tree->clear();
    const auto group = [this](std::string_view title) {
        auto* item = new QTreeWidgetItem(m_tree, {m_texts(title)});
        item->setFont(0, interfaceFont(12, true));
        item->setFlags(Qt::ItemIsEnabled);
        item->setSizeHint(0, {0, 28});
        return item;
    };
    const auto line = [&](QTreeWidgetItem* parent, const QString& title, const QString& about,
                          const QString& text) {
        if (!title.contains(wanted, Qt::CaseInsensitive) &&
            !about.contains(wanted, Qt::CaseInsensitive))
            return;
        auto* item = new QTreeWidgetItem(parent, {title});
        item->setData(0, textRole, text);
        item->setToolTip(0, about.isEmpty() ? text : about + '\n' + text);
        item->setSizeHint(0, {0, 26});
    };
    QTreeWidgetItem* kept = group("desktop.library.kept");
    for (const session::KeptQuery& query : m_kept)
        line(kept, toQString(query.name), {}, toQString(query.text));
    for (int row = 0; row < kept->childCount(); ++row)
        kept->child(row)->setData(0, nameRole, kept->child(row)->text(0));
    if (m_kept.empty()) {
        auto* none = new QTreeWidgetItem(kept, {m_texts("desktop.library.none_kept")});
        none->setForeground(0, colour::quiet);
        none->setFlags(Qt::ItemIsEnabled);
    }
    QTreeWidgetItem* usual = group("desktop.library.usual");
    for (const auto& query : campaign::query::namedQueries())
        line(usual, m_texts(query.title), m_texts(query.description), toQString(query.text));
    m_tree->expandAll();
}

} // namespace guatu::desktop
