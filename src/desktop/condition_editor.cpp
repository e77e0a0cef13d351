// SPDX-License-Identifier: MIT
#include "desktop/condition_editor.h"

#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>

#include <algorithm>

namespace guatu::desktop
{

using namespace campaign::query;

namespace
{

/// Behind the operators: the value is not known.
constexpr int missingOperator = -1;

void searchable(QComboBox* box)
{
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->setMaxVisibleItems(16);
}

QByteArray bytes(const std::string& text)
{
    return QByteArray::fromStdString(text);
}

Date toDate(QDate day)
{
    return *Date::fromYmd(day.year(), day.month(), day.day());
}

} // namespace

ConditionEditor::ConditionEditor(const Texts& texts, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_texts(texts),
      m_fields(new QComboBox),
      m_operators(new QComboBox),
      m_units(new QComboBox),
      m_pages(new QStackedWidget),
      m_words(new QListWidget),
      m_text(new QLineEdit),
      m_date(new QDateEdit),
      m_days(new QSpinBox),
      m_unitWord(makeLabel("quiet")),
      m_done(new QPushButton)
{
    setLook(this, "onMapBox");
    setFixedWidth(300);
    searchable(m_fields);
    searchable(m_units);
    m_words->setMinimumHeight(120);
    m_words->setMaximumHeight(220);
    m_date->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_date->setCalendarPopup(true);
    m_days->setRange(0, 3650);
    auto* number = new QWidget;
    auto* numberLayout = new QHBoxLayout(number);
    numberLayout->setContentsMargins(0, 0, 0, 0);
    numberLayout->addWidget(m_text, 1);
    numberLayout->addWidget(m_unitWord);
    for (QWidget* page :
         std::initializer_list<QWidget*>{m_words, number, m_date, m_days, m_units, new QWidget})
        m_pages->addWidget(page);
    setLook(m_done, "primary");
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_done);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_fields);
    layout->addWidget(m_operators);
    layout->addWidget(m_pages);
    layout->addLayout(buttons);

    connect(m_fields, &QComboBox::currentIndexChanged, this, &ConditionEditor::showField);
    connect(m_operators, &QComboBox::currentIndexChanged, this, &ConditionEditor::showOperator);
    connect(m_done, &QPushButton::clicked, this, &ConditionEditor::finish);
    connect(m_text, &QLineEdit::returnPressed, this, &ConditionEditor::finish);
    connect(m_words, &QListWidget::itemDoubleClicked, this, [this](QListWidgetItem* item) {
        item->setCheckState(Qt::Checked);
        finish();
    });
    texts.keep(this, [this] {
        m_done->setText(m_texts("desktop.query.done"));
        m_fields->setAccessibleName(m_texts("desktop.query.field"));
        m_operators->setAccessibleName(m_texts("desktop.query.operator"));
    });
}

bool ConditionEditor::canEdit(const Expression& condition)
{
    return condition.kind == Expression::Kind::Compare ||
           condition.kind == Expression::Kind::Missing;
}

void ConditionEditor::edit(std::shared_ptr<const Vocabulary> vocabulary, Entity entity,
                           const Expression* start, const UnitColumns& units, RowIndex unit,
                           QPoint at)
{
    m_vocabulary = std::move(vocabulary);
    m_entity = entity;
    fillUnits(units, unit);
    fillFields(start);
    showField();
    if (start) {
        const int op = start->kind == Expression::Kind::Missing ? missingOperator
                                                                : static_cast<int>(start->op);
        m_operators->setCurrentIndex(std::max(0, m_operators->findData(op)));
        showOperator();
        showValues(*start);
    }
    adjustSize();
    move(at);
    QFrame::show();
    m_fields->setFocus();
    m_fields->lineEdit()->selectAll();
}

void ConditionEditor::fillFields(const Expression* start)
{
    const QSignalBlocker quiet(m_fields);
    m_fields->clear();
    for (const Field& each : m_vocabulary->fields(m_entity))
        m_fields->addItem(m_texts(each.title), bytes(each.id));
    m_fields->setCurrentIndex(start ? std::max(0, m_fields->findData(bytes(start->field))) : 0);
}

void ConditionEditor::fillUnits(const UnitColumns& units, RowIndex unit)
{
    m_units->clear();
    for (std::size_t row = 0; row < units.size(); ++row)
        if (units.level[row] <= Level::Village)
            m_units->addItem(toQString(m_vocabulary->unitPath(units.code[row])),
                             bytes(units.code[row].str()));
    if (unit != noRow)
        m_units->setCurrentIndex(std::max(
            0, m_units->findData(bytes(units.code[static_cast<std::size_t>(unit)].str()))));
}

const Field* ConditionEditor::field() const
{
    return m_vocabulary
               ? m_vocabulary->field(m_entity, m_fields->currentData().toByteArray().toStdString())
               : nullptr;
}

void ConditionEditor::showField()
{
    const Field* const now = field();
    if (!now)
        return;
    {
        const QSignalBlocker quiet(m_operators);
        m_operators->clear();
        for (const Operator op : operatorsOf(*now))
            m_operators->addItem(toQString(operatorText(op, *m_vocabulary, m_texts.language())),
                                 static_cast<int>(op));
        m_operators->addItem(m_texts("desktop.query.missing"), missingOperator);
    }
    m_words->clear();
    const auto word = [this](const std::string& code, const QString& title) {
        auto* item = new QListWidgetItem(title, m_words);
        item->setData(Qt::UserRole, bytes(code));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    };
    for (const FieldValueTitle& value : now->values)
        word(value.code, m_texts(value.title));
    if (now->type == FieldType::Flag && now->values.empty()) {
        word("yes", m_texts("desktop.query.yes"));
        word("no", m_texts("desktop.query.no"));
    }
    m_text->clear();
    m_unitWord->setText(now->unit.empty() ? QString() : toQString(now->unit));
    showOperator();
}

void ConditionEditor::showOperator()
{
    const Field* const now = field();
    if (!now)
        return;
    const int op = m_operators->currentData().toInt();
    const Page page = [&] {
        if (op == missingOperator)
            return NoPage;
        if (op == static_cast<int>(Operator::WithinDays))
            return DaysPage;
        switch (now->type) {
        case FieldType::Word:
        case FieldType::Flag:
            return WordPage;
        case FieldType::Date:
            return DatePage;
        case FieldType::Unit:
            return UnitPage;
        case FieldType::Number:
        case FieldType::Text:
            break;
        }
        return TextPage;
    }();
    m_pages->setCurrentIndex(page);
    m_pages->setVisible(page != NoPage);
    m_pages->setMaximumHeight(page == WordPage ? 220 : 34);
    adjustSize();
}

void ConditionEditor::showValues(const Expression& start)
{
    for (const Operand& value : start.values) {
        if (const auto* number = std::get_if<double>(&value)) {
            m_text->setText(QString::number(*number, 'g', 10));
            m_days->setValue(static_cast<int>(*number));
        } else if (const auto* word = std::get_if<std::string>(&value)) {
            m_text->setText(toQString(*word));
            for (int row = 0; row < m_words->count(); ++row)
                if (m_words->item(row)->data(Qt::UserRole).toByteArray() == bytes(*word))
                    m_words->item(row)->setCheckState(Qt::Checked);
        } else if (const auto* day = std::get_if<DayValue>(&value)) {
            if (day->day)
                m_date->setDate(QDate(day->day->year(), day->day->month(), day->day->day()));
        } else if (const auto* unit = std::get_if<UnitCode>(&value)) {
            m_units->setCurrentIndex(std::max(0, m_units->findData(bytes(unit->str()))));
        }
    }
}

std::vector<Operand> ConditionEditor::values(bool& isComplete) const
{
    std::vector<Operand> found;
    isComplete = true;
    switch (m_pages->currentIndex()) {
    case WordPage:
        for (int row = 0; row < m_words->count(); ++row)
            if (m_words->item(row)->checkState() == Qt::Checked)
                found.emplace_back(
                    m_words->item(row)->data(Qt::UserRole).toByteArray().toStdString());
        if (found.empty() && m_words->currentItem())
            found.emplace_back(
                m_words->currentItem()->data(Qt::UserRole).toByteArray().toStdString());
        break;
    case TextPage:
        if (field()->type == FieldType::Number) {
            bool isNumber = false;
            const double number = m_text->text().remove(',').toDouble(&isNumber);
            if (isNumber)
                found.emplace_back(number);
        } else if (!m_text->text().trimmed().isEmpty()) {
            found.emplace_back(m_text->text().trimmed().toStdString());
        }
        break;
    case DatePage:
        found.emplace_back(DayValue{toDate(m_date->date()), 0});
        break;
    case DaysPage:
        found.emplace_back(static_cast<double>(m_days->value()));
        break;
    case UnitPage:
        if (const auto code = UnitCode::parse(m_units->currentData().toByteArray().toStdString()))
            found.emplace_back(*code);
        break;
    default:
        return found;
    }
    isComplete = !found.empty();
    return found;
}

void ConditionEditor::finish()
{
    const Field* const now = field();
    if (!now)
        return;
    bool isComplete = false;
    std::vector<Operand> chosenValues = values(isComplete);
    if (!isComplete) {
        m_pages->currentWidget()->setFocus();
        return;
    }
    const int op = m_operators->currentData().toInt();
    if (op == missingOperator) {
        Expression missing;
        missing.kind = Expression::Kind::Missing;
        missing.field = now->id;
        close();
        emit chosen(missing);
        return;
    }
    Operator which = static_cast<Operator>(op);
    if (chosenValues.size() > 1 && which == Operator::Equal)
        which = Operator::In;
    if (chosenValues.size() > 1 && which != Operator::In)
        chosenValues.resize(1);
    const Expression condition = compare(now->id, which, std::move(chosenValues));
    close();
    emit chosen(condition);
}

} // namespace guatu::desktop
