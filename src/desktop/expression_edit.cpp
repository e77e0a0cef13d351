// SPDX-License-Identifier: MIT
#include "desktop/expression_edit.h"

#include "desktop/counted_delegate.h"
#include "desktop/theme.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QScrollBar>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int mostLines = 8, rowHeight = 24;

} // namespace

ExpressionEdit::ExpressionEdit(QWidget* parent) : QPlainTextEdit(parent), m_list(new QListWidget)
{
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_list->setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint);
    m_list->setAttribute(Qt::WA_ShowWithoutActivating);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new CountedDelegate(m_list));
    m_list->setProperty("look", "offers");
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem*) { take(m_list->currentRow()); });
    connect(this, &QPlainTextEdit::textChanged, this, &ExpressionEdit::typed);
}

ExpressionEdit::~ExpressionEdit()
{
    delete m_list;
}

void ExpressionEdit::setExpression(const QString& text)
{
    if (text == toPlainText())
        return;
    const QSignalBlocker quiet(this);
    setPlainText(text);
    moveCursor(QTextCursor::End);
    clearMistake();
}

int ExpressionEdit::toCodeUnits(int characters) const
{
    const QString text = toPlainText();
    int units = 0;
    for (; characters > 0 && units < text.size(); --characters)
        units += text[units].isHighSurrogate() ? 2 : 1;
    return units;
}

void ExpressionEdit::markMistake(int position, int length)
{
    const int size = static_cast<int>(toPlainText().size());
    m_mistakeAt = std::min(toCodeUnits(position), size);
    m_mistakeLength = toCodeUnits(position + length) - m_mistakeAt;
    QTextEdit::ExtraSelection mark;
    mark.cursor = textCursor();
    const bool atEnd = m_mistakeLength == 0;
    mark.cursor.setPosition(atEnd ? std::max(0, m_mistakeAt - 1) : m_mistakeAt);
    mark.cursor.setPosition(std::min(size, m_mistakeAt + m_mistakeLength), QTextCursor::KeepAnchor);
    mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    mark.format.setUnderlineColor(colour::late);
    mark.format.setBackground(QColor(0xFB, 0xE4, 0xE2));
    setExtraSelections({mark});
}

void ExpressionEdit::clearMistake()
{
    setExtraSelections({});
}

void ExpressionEdit::repair(const QString& word)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(m_mistakeAt);
    cursor.setPosition(m_mistakeAt + m_mistakeLength, QTextCursor::KeepAnchor);
    cursor.insertText(word);
    setTextCursor(cursor);
}

void ExpressionEdit::offer()
{
    const QString text = toPlainText();
    const int cursor = static_cast<int>(text.left(textCursor().position()).toUcs4().size());
    m_now = m_offers ? m_offers(text, cursor) : std::vector<Offer>{};
    m_list->clear();
    for (const Offer& each : m_now) {
        auto* item = new QListWidgetItem(each.insert.trimmed(), m_list);
        item->setData(CountedDelegate::countRole, each.title);
        item->setData(Qt::ForegroundRole, colour::ink);
        item->setSizeHint({0, rowHeight});
    }
    if (m_now.empty()) {
        m_list->hide();
        return;
    }
    // In the middle of a word the first offer is meant; behind one Enter asks the query.
    m_list->setCurrentRow(m_now.front().from < cursor ? 0 : -1);
    const int lines = std::min<int>(mostLines, static_cast<int>(m_now.size()));
    m_list->resize(width(), lines * rowHeight + 4);
    m_list->move(mapToGlobal(QPoint(0, std::min(cursorRect().bottom() + 6, height()))));
    m_list->show();
}

void ExpressionEdit::take(int row)
{
    if (row < 0 || row >= static_cast<int>(m_now.size()))
        return;
    const Offer chosen = m_now[static_cast<std::size_t>(row)];
    m_list->hide();
    QTextCursor cursor = textCursor();
    const int end = cursor.position();
    cursor.setPosition(std::min(toCodeUnits(chosen.from), end));
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.insertText(chosen.insert);
    setTextCursor(cursor);
}

void ExpressionEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isOffering = m_list->isVisible();
    if (isOffering) {
        switch (event->key()) {
        case Qt::Key_Down:
        case Qt::Key_Up: {
            const int step = event->key() == Qt::Key_Down ? 1 : -1;
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return;
        }
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Tab:
            if (m_list->currentRow() >= 0) {
                take(m_list->currentRow());
                return;
            }
            m_list->hide();
            break;
        case Qt::Key_Escape:
            m_list->hide();
            return;
        default:
            break;
        }
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        offer();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit typed(); // a query is one sentence: Enter asks it
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    if (!event->text().isEmpty())
        offer();
    else
        m_list->hide();
}

void ExpressionEdit::focusOutEvent(QFocusEvent* event)
{
    m_list->hide();
    QPlainTextEdit::focusOutEvent(event);
}

} // namespace guatu::desktop
