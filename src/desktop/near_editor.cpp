// SPDX-License-Identifier: MIT
#include "desktop/near_editor.h"

#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace guatu::desktop
{

using namespace campaign::query;

namespace
{

constexpr double usualMetres = 2000;

Expression working()
{
    return compare("state", Operator::Equal, {Operand(std::string("working"))});
}

} // namespace

NearEditor::NearEditor(const Texts& texts, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_texts(texts),
      m_place(new QComboBox),
      m_none(new QComboBox),
      m_distance(new QLineEdit),
      m_working(new QCheckBox),
      m_done(new QPushButton)
{
    setLook(this, "onMapBox");
    setFixedWidth(300);
    m_none->addItems({QString(), QString()});
    m_distance->setValidator(new QDoubleValidator(0.001, 500, 3, m_distance));
    setLook(m_done, "primary");
    auto* unit = makeLabel("small");
    auto* line = new QHBoxLayout;
    line->addWidget(m_distance, 1);
    line->addWidget(unit);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_done);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_place);
    layout->addLayout(line);
    layout->addWidget(m_none);
    layout->addWidget(m_working);
    layout->addLayout(buttons);
    connect(m_done, &QPushButton::clicked, this, &NearEditor::finish);
    connect(m_distance, &QLineEdit::returnPressed, this, &NearEditor::finish);
    texts.keep(this, [this, unit] {
        unit->setText(m_texts("desktop.query.kilometres"));
        m_none->setItemText(0, m_texts("desktop.query.none_within"));
        m_none->setItemText(1, m_texts("desktop.query.some_within"));
        m_working->setText(m_texts("desktop.query.working_only"));
        m_done->setText(m_texts("desktop.query.done"));
    });
}

const Expression* NearEditor::nearOf(const Expression& condition)
{
    const Expression* inner =
        condition.kind == Expression::Kind::Not ? &condition.children.front() : &condition;
    return inner->kind == Expression::Kind::Near && inner->target.units.empty() ? inner : nullptr;
}

Expression NearEditor::nothingNear(const Noun& noun)
{
    Target target;
    target.noun = noun;
    if (noun.entity == Entity::Facility)
        target.filter.push_back(working());
    return negated(near(std::move(target), usualMetres));
}

std::vector<NounTitle> NearEditor::places(const Vocabulary& vocabulary)
{
    std::vector<NounTitle> found;
    for (const NounTitle& each : vocabulary.nouns())
        if (each.noun.entity == Entity::Facility || each.noun.entity == Entity::Site ||
            each.noun.entity == Entity::Road)
            found.push_back(each);
    return found;
}

void NearEditor::edit(std::shared_ptr<const Vocabulary> vocabulary, const Expression& start,
                      QPoint at)
{
    const Expression* const inner = nearOf(start);
    if (!inner)
        return;
    m_start = *inner;
    m_places = places(*vocabulary);
    m_place->clear();
    for (const NounTitle& each : m_places)
        m_place->addItem(m_texts(each.title));
    const auto now = std::ranges::find(m_places, inner->target.noun, &NounTitle::noun);
    m_place->setCurrentIndex(now == m_places.end() ? 0 : static_cast<int>(now - m_places.begin()));
    m_distance->setText(QString::number(inner->metres / 1000));
    m_none->setCurrentIndex(start.kind == Expression::Kind::Not ? 0 : 1);
    m_working->setChecked(!inner->target.filter.empty());
    move(at);
    QFrame::show();
    m_distance->setFocus();
    m_distance->selectAll();
}

void NearEditor::finish()
{
    bool isNumber = false;
    const double kilometres = m_distance->text().toDouble(&isNumber);
    if (!isNumber || kilometres <= 0 || m_place->currentIndex() < 0) {
        m_distance->setFocus();
        return;
    }
    Target target;
    target.noun = m_places[static_cast<std::size_t>(m_place->currentIndex())].noun;
    if (m_working->isChecked()) {
        const bool same = target.noun == m_start.target.noun && !m_start.target.filter.empty();
        if (same)
            target.filter = m_start.target.filter;
        else if (target.noun.entity == Entity::Facility)
            target.filter.push_back(working());
    }
    const Expression condition = near(std::move(target), kilometres * 1000);
    close();
    emit chosen(m_none->currentIndex() == 0 ? negated(condition) : condition);
}

} // namespace guatu::desktop
