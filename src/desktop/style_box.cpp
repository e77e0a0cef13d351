// SPDX-License-Identifier: MIT
#include "desktop/style_box.h"

#include "desktop/colour_button.h"
#include "desktop/size_edit.h"
#include "desktop/texts.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace guatu::desktop
{

StyleBox::StyleBox(const Texts& texts, QWidget* parent) : QWidget(parent), m_texts(texts) {}

void StyleBox::editStyle(const std::function<void(Style&)>& edit, const std::string& gesture)
{
    emit edited([edit](LayerLook& look) { edit(look.style); }, gesture);
}

void StyleBox::wire(ColourButton* button, const std::string& gesture,
                    const std::function<LookEdit(Colour)>& editOf)
{
    connect(button, &ColourButton::picked, this,
            [this, editOf](Colour colour) { emit edited(editOf(colour), {}); });
    connect(button, &ColourButton::tried, this,
            [this, editOf, gesture](Colour colour) { emit edited(editOf(colour), gesture); });
    connect(button, &ColourButton::tryEnded, this, &StyleBox::gestureEnded);
}

void StyleBox::wire(SizeEdit* size, const std::string& gesture,
                    const std::function<LookEdit(double)>& editOf)
{
    connect(size, &SizeEdit::edited, this,
            [this, editOf](double value) { emit edited(editOf(value), {}); });
    connect(size, &SizeEdit::dragged, this,
            [this, editOf, gesture](double value) { emit edited(editOf(value), gesture); });
    connect(size, &SizeEdit::dragEnded, this, &StyleBox::gestureEnded);
}

void fillCombo(QComboBox* box, const std::vector<ComboChoice>& choices, const QVariant& current)
{
    const QSignalBlocker quiet(box);
    box->clear();
    for (const ComboChoice& choice : choices)
        box->addItem(choice.title, choice.value);
    box->setCurrentIndex(box->findData(current));
}

} // namespace guatu::desktop
