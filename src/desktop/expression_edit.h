// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <QFrame>
#include <QPlainTextEdit>

#include <functional>
#include <vector>

class QListWidget;

namespace guatu::desktop
{

/// A word that may stand at the cursor.
struct Offer {
    QString insert; ///< replaces the characters from `from` up to the cursor
    QString title;  ///< what it is, at the right
    int from = 0;   ///< in characters
};

/// A text field for a query: offers words while one types, and marks the place of a mistake.
class ExpressionEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    using Offers = std::function<std::vector<Offer>(const QString& text, int cursor)>;

    explicit ExpressionEdit(QWidget* parent = nullptr);
    ~ExpressionEdit() override;

    void setOffers(Offers offers) { m_offers = std::move(offers); }
    /// Sets the text without saying that it was typed.
    void setExpression(const QString& text);
    [[nodiscard]] QString expression() const { return toPlainText(); }

    /// Marks characters; none at the end of the text marks the last one.
    void markMistake(int position, int length);
    void clearMistake();
    [[nodiscard]] bool hasMistake() const { return !extraSelections().isEmpty(); }
    /// Replaces the marked characters.
    void repair(const QString& word);
    [[nodiscard]] QListWidget* offerList() const { return m_list; }

signals:
    void typed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void offer();
    void take(int row);
    [[nodiscard]] int toCodeUnits(int characters) const;

    Offers m_offers;
    std::vector<Offer> m_now;
    QListWidget* m_list;
    int m_mistakeAt = 0, m_mistakeLength = 0; ///< in UTF-16 units
};

} // namespace guatu::desktop
