// SPDX-License-Identifier: MIT
#pragma once

#include "session/query_run.h"

#include <QWidget>

#include <array>

class QLabel;
class QPushButton;

namespace guatu::desktop
{

class Texts;

/// Which rows of an answer are meant.
enum class AnswerPart { Hit, Miss, CannotTell };

/// How many meet a query, do not, and cannot be told: always three lines. Each opens its list.
class QueryResultView : public QWidget
{
    Q_OBJECT

public:
    QueryResultView(const Texts& texts, QWidget* parent = nullptr);

    void show(const session::PanelAnswer& answer, const QString& unitWord);
    using QWidget::show;
    void clear();
    /// The words of a line, for tests and screen readers.
    [[nodiscard]] QString line(AnswerPart part) const;

signals:
    void partAsked(guatu::desktop::AnswerPart part);

private:
    struct Line {
        QLabel* title;
        QPushButton* rows;
        QLabel *rowWord, *persons, *personWord;
    };
    void setLine(AnswerPart part, const campaign::query::Amount& amount, const QString& unitWord,
                 bool withPersons);

    const Texts& m_texts;
    QLabel *m_title, *m_time, *m_unlocated;
    std::array<Line, 3> m_lines{};
};

} // namespace guatu::desktop
