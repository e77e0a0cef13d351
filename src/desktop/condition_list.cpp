// SPDX-License-Identifier: MIT
#include "desktop/condition_list.h"

#include "desktop/condition_editor.h"
#include "desktop/icons.h"
#include "desktop/near_editor.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace guatu::desktop
{

using namespace campaign::query;

namespace
{

/// What is asked for most, as buttons; the rest stands in a menu.
const std::array<Noun, 4> usualNouns{Noun{Entity::Household, {}, {}},
                                     Noun{Entity::Unit, Level::Village, {}},
                                     Noun{Entity::Site, {}, {}}, Noun{Entity::Problem, {}, {}}};

QLabel* piece(const char* look, const std::string& text)
{
    auto* label = makeLabel(look);
    label->setText(toQString(text));
    return label;
}

} // namespace

ConditionList::ConditionList(const Texts& texts, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_find(makeLabel("section")),
      m_onlyText(makeLabel("quiet")),
      m_nouns(new QButtonGroup(this)),
      m_join(new QButtonGroup(this)),
      m_more(new QToolButton),
      m_rows(new QVBoxLayout),
      m_add(new QPushButton),
      m_near(new QPushButton),
      m_all(new QPushButton),
      m_any(new QPushButton),
      m_editor(new ConditionEditor(texts, this)),
      m_nearEditor(new NearEditor(texts, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    buildNouns(layout);
    m_rows->setSpacing(6);
    layout->addLayout(m_rows);
    m_onlyText->setWordWrap(true);
    layout->addWidget(m_onlyText);
    for (QPushButton* button : {m_add, m_near})
        setLook(button, "smallButton");
    for (QPushButton* button : {m_all, m_any}) {
        setLook(button, "segment");
        button->setCheckable(true);
        m_join->addButton(button);
    }
    m_all->setChecked(true);
    m_near->setMenu(new QMenu(m_near));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_add);
    buttons->addWidget(m_near);
    buttons->addStretch();
    layout->addLayout(buttons);
    auto* join = new QHBoxLayout;
    join->setSpacing(0);
    join->addWidget(m_all);
    join->addWidget(m_any);
    join->addStretch();
    layout->addLayout(join);

    connect(m_join, &QButtonGroup::buttonClicked, this, [this] { setAny(m_any->isChecked()); });
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_now.reset();
        if (m_vocabulary && m_units)
            m_editor->edit(m_vocabulary, m_query.noun.entity, nullptr, *m_units, m_unit,
                           m_add->mapToGlobal(QPoint(0, m_add->height() + 4)));
    });
    connect(m_editor, &ConditionEditor::chosen, this, &ConditionList::take);
    connect(m_nearEditor, &NearEditor::chosen, this, &ConditionList::take);
    texts.keep(this, [this] {
        m_find->setText(m_texts("desktop.query.find"));
        m_add->setText(m_texts("desktop.query.add"));
        m_near->setText(m_texts("desktop.query.near"));
        m_all->setText(m_texts("desktop.query.all"));
        m_any->setText(m_texts("desktop.query.any"));
        m_onlyText->setText(m_texts("desktop.query.only_text"));
        fillNouns();
        fillRows();
    });
}

void ConditionList::buildNouns(QVBoxLayout* layout)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(0);
    line->addWidget(m_find);
    line->addSpacing(8);
    for (int i = 0; i < static_cast<int>(usualNouns.size()); ++i) {
        auto* button = new QPushButton;
        setLook(button, "segment");
        button->setCheckable(true);
        m_nouns->addButton(button, i);
        line->addWidget(button);
    }
    setLook(m_more, "segment");
    m_more->setCheckable(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_nouns->addButton(m_more, static_cast<int>(usualNouns.size()));
    line->addWidget(m_more);
    line->addStretch();
    layout->addLayout(line);
    connect(m_nouns, &QButtonGroup::idClicked, this, [this](int id) {
        if (id < static_cast<int>(usualNouns.size()))
            setNoun(usualNouns[static_cast<std::size_t>(id)]);
    });
}

void ConditionList::setVocabulary(std::shared_ptr<const Vocabulary> vocabulary)
{
    m_vocabulary = std::move(vocabulary);
    fillNouns();
    fillRows();
}

void ConditionList::setUnits(const UnitColumns* units, RowIndex unit)
{
    m_units = units;
    m_unit = unit;
}

void ConditionList::fillNouns()
{
    m_more->menu()->clear();
    m_near->menu()->clear();
    m_near->setEnabled(m_vocabulary != nullptr);
    m_add->setEnabled(m_vocabulary != nullptr);
    if (!m_vocabulary)
        return;
    for (std::size_t i = 0; i < usualNouns.size(); ++i)
        m_nouns->button(static_cast<int>(i))
            ->setText(toQString(m_vocabulary->title(usualNouns[i], m_texts.language())));
    const bool isUsual = std::ranges::find(usualNouns, m_query.noun) != usualNouns.end();
    m_more->setText(isUsual ? m_texts("desktop.query.more")
                            : toQString(m_vocabulary->title(m_query.noun, m_texts.language())));
    for (const NounTitle& each : m_vocabulary->nouns())
        if (std::ranges::find(usualNouns, each.noun) == usualNouns.end() &&
            each.noun.entity != Entity::Person)
            m_more->menu()->addAction(m_texts(each.title), this,
                                      [this, noun = each.noun] { setNoun(noun); });
    for (const NounTitle& each : NearEditor::places(*m_vocabulary))
        m_near->menu()->addAction(
            m_texts("desktop.query.near_none", {{"place", each.title.in(m_texts.language())}}),
            this, [this, noun = each.noun] { addNothingNear(noun); });
    const auto at = std::ranges::find(usualNouns, m_query.noun);
    m_nouns->button(static_cast<int>(at - usualNouns.begin()))->setChecked(true);
}

void ConditionList::show(const std::optional<FlatQuery>& query)
{
    m_shown = query.has_value();
    if (query)
        m_query = *query;
    (m_query.any ? m_any : m_all)->setChecked(true);
    fillNouns();
    fillRows();
}

void ConditionList::fillRows()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_onlyText->setVisible(!m_shown);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_all, m_any})
        widget->setVisible(m_shown && m_query.conditions.size() > 1);
    if (!m_vocabulary || !m_shown)
        return;
    for (std::size_t at = 0; at < m_query.conditions.size(); ++at)
        m_rows->addWidget(makeRow(at));
}

QWidget* ConditionList::makeRow(std::size_t at)
{
    const Expression& condition = m_query.conditions[at];
    const ConditionPieces words =
        pieces(condition, m_query.noun, *m_vocabulary, m_texts.language());
    auto* row = new QFrame;
    setLook(row, "condition");
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(6, 4, 2, 4);
    layout->setSpacing(4);
    auto* edit = new QToolButton;
    setLook(edit, "conditionText");
    auto* texts = new QHBoxLayout(edit);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(4);
    texts->addWidget(piece("pieceField", words.subject));
    if (!words.relation.empty())
        texts->addWidget(piece("pieceRelation", words.relation));
    QString value = toQString(words.value);
    if (!words.detail.empty())
        value += QStringLiteral(" ") + toQString(words.detail);
    auto* valueLabel = makeLabel("pieceValue");
    valueLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    valueLabel->setText(value.trimmed());
    valueLabel->setVisible(!value.trimmed().isEmpty());
    texts->addWidget(valueLabel, 1);
    const QString whole =
        toQString(words.subject + ' ' + words.relation + ' ' + words.value + ' ' + words.detail)
            .simplified();
    edit->setToolTip(whole);
    edit->setAccessibleName(whole);
    edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    edit->setFixedHeight(24);
    auto* remove = new QToolButton;
    setLook(remove, "plain");
    remove->setIcon(icon(Icon::Close));
    remove->setIconSize({10, 10});
    remove->setToolTip(m_texts("desktop.query.remove"));
    layout->addWidget(edit, 1);
    layout->addWidget(remove);
    connect(edit, &QToolButton::clicked, this,
            [this, at, edit] { this->edit(at, edit->mapToGlobal(QPoint(0, edit->height() + 6))); });
    connect(remove, &QToolButton::clicked, this, [this, at] { this->remove(at); });
    return row;
}

void ConditionList::edit(std::size_t at, QPoint place)
{
    const Expression& condition = m_query.conditions[at];
    m_now = at;
    if (NearEditor::nearOf(condition))
        m_nearEditor->edit(m_vocabulary, condition, place);
    else if (ConditionEditor::canEdit(condition) && m_units)
        m_editor->edit(m_vocabulary, m_query.noun.entity, &condition, *m_units, m_unit, place);
    else
        emit textAsked();
}

void ConditionList::take(const Expression& condition)
{
    if (m_now && *m_now < m_query.conditions.size()) {
        m_query.conditions[*m_now] = condition;
        change();
    } else {
        add(condition);
    }
}

void ConditionList::addNothingNear(const Noun& noun)
{
    add(NearEditor::nothingNear(noun));
}

void ConditionList::add(const Expression& condition)
{
    if (!m_shown) { // a new list in place of what only the text could show
        m_query.conditions.clear();
        m_query.nearest.reset();
        m_shown = true;
    }
    m_query.conditions.push_back(condition);
    change();
}

void ConditionList::setNoun(const Noun& noun)
{
    if (noun == m_query.noun && m_shown)
        return;
    // Conditions speak of fields that other things do not have.
    if (noun.entity != m_query.noun.entity)
        m_query.conditions.clear();
    m_query.noun = noun;
    m_query.nearest.reset();
    m_shown = true;
    change();
}

void ConditionList::setAny(bool any)
{
    m_query.any = any;
    change();
}

void ConditionList::remove(std::size_t condition)
{
    m_query.conditions.erase(m_query.conditions.begin() + static_cast<std::ptrdiff_t>(condition));
    change();
}

void ConditionList::change()
{
    fillNouns();
    fillRows();
    emit changed();
}

} // namespace guatu::desktop
