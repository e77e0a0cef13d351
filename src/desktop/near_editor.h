// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/flat_query.h"

#include <QFrame>

#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace guatu::desktop
{

class Texts;

/// A small window for a distance: nothing of a kind, or something of it, within so many kilometres.
class NearEditor : public QFrame
{
    Q_OBJECT

public:
    using Expression = campaign::query::Expression;

    NearEditor(const Texts& texts, QWidget* parent = nullptr);

    /// Opens to change a distance condition, or its negation.
    void edit(std::shared_ptr<const campaign::query::Vocabulary> vocabulary,
              const Expression& start, QPoint at);

    /// The distance condition within a negation or by itself; null for any other.
    [[nodiscard]] static const Expression* nearOf(const Expression& condition);
    /// Nothing of a kind that works within 2 km.
    [[nodiscard]] static Expression nothingNear(const campaign::query::Noun& noun);
    /// The kinds of places that distances are asked to.
    [[nodiscard]] static std::vector<campaign::query::NounTitle>
    places(const campaign::query::Vocabulary& vocabulary);

signals:
    void chosen(const guatu::campaign::query::Expression& condition);

private:
    void finish();

    const Texts& m_texts;
    Expression m_start;
    std::vector<campaign::query::NounTitle> m_places;
    QComboBox *m_place, *m_none;
    QLineEdit* m_distance;
    QCheckBox* m_working;
    QPushButton* m_done;
};

} // namespace guatu::desktop
