// SPDX-License-Identifier: MIT
#include "desktop/search_box.h"

#include "desktop/icons.h"
#include "desktop/search_hit_model.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>

namespace guatu::desktop
{
namespace
{

constexpr int popupWidth = 400, mostRows = 8, rowHeight = 48;

} // namespace

SearchBox::SearchBox(const Texts& texts, Workbench& workbench, QWidget* parent)
    : QLineEdit(parent),
      m_workbench(workbench),
      m_popup(new QListView(this)),
      m_model(new SearchHitModel(texts, this))
{
    setTextMargins(22, 0, 0, 0); // room for the glass
    setClearButtonEnabled(true);
    m_popup->setWindowFlags(Qt::ToolTip);
    m_popup->setModel(m_model);
    m_popup->setItemDelegate(new SearchHitDelegate(m_popup));
    m_popup->setFocusPolicy(Qt::NoFocus);
    m_popup->setFocusProxy(this);
    m_popup->setMouseTracking(true);
    m_popup->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_popup->setStyleSheet(QStringLiteral("QListView { border: 1px solid #98A4B1; }"));
    installEventFilter(this);
    texts.keep(this, [this, &texts] {
        setPlaceholderText(texts("desktop.search.placeholder"));
        setAccessibleName(texts("desktop.search.placeholder"));
    });
    connect(this, &QLineEdit::textEdited, this, &SearchBox::find);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& now) {
        if (now.isEmpty())
            m_popup->hide();
    });
    connect(m_popup, &QListView::clicked, this,
            [this](const QModelIndex& index) { choose(index.row()); });
    connect(&workbench, &Workbench::opened, this, [this] { setEnabled(true); });
    connect(&workbench, &Workbench::closed, this, [this] {
        clear();
        setEnabled(false);
    });
    setEnabled(false);
}

void SearchBox::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    icon(Icon::Search).paint(&painter, QRect(9, (height() - 16) / 2, 16, 16));
}

void SearchBox::find(const QString& query)
{
    if (query.trimmed().isEmpty() || !m_workbench.isOpen()) {
        m_popup->hide();
        return;
    }
    m_model->show(m_workbench.search().find(query.toStdString()), m_workbench.units(), query);
    m_popup->setCurrentIndex(m_model->hits().empty() ? QModelIndex() : m_model->index(0));
    placePopup();
    m_popup->show();
}

void SearchBox::placePopup()
{
    const int rows = std::min(mostRows, m_model->rowCount());
    m_popup->setGeometry(QRect(mapToGlobal(QPoint(0, height() + 2)),
                               QSize(std::max(width(), popupWidth), rows * rowHeight + 2)));
}

void SearchBox::choose(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_model->hits().size())
        return;
    const session::SearchHit hit = m_model->hits()[static_cast<std::size_t>(row)];
    m_popup->hide();
    setText(toQString(hit.name));
    selectAll();
    emit chosen(hit);
}

bool SearchBox::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut)
        m_popup->hide();
    if (event->type() != QEvent::KeyPress)
        return QLineEdit::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int now = m_popup->currentIndex().row();
    switch (key->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        if (!m_popup->isVisible())
            find(text());
        const int next = now + (key->key() == Qt::Key_Down ? 1 : -1);
        if (next >= 0 && next < m_model->rowCount())
            m_popup->setCurrentIndex(m_model->index(next));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_popup->isVisible())
            find(text());
        choose(std::max(0, m_popup->currentIndex().row()));
        return true;
    case Qt::Key_Escape:
        m_popup->hide();
        return true;
    default:
        return QLineEdit::eventFilter(watched, event);
    }
}

} // namespace guatu::desktop
