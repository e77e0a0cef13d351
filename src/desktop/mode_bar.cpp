// SPDX-License-Identifier: MIT
#include "desktop/mode_bar.h"

#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QPushButton>

namespace guatu::desktop
{

ModeBar::ModeBar(const Texts& texts, QWidget* parent)
    : QWidget(parent), m_buttons(new QButtonGroup(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const auto add = [&](Mode mode, std::string_view title) {
        auto* button = new QPushButton;
        setLook(button, "mode");
        button->setCheckable(true);
        m_buttons->addButton(button, static_cast<int>(mode));
        layout->addWidget(button);
        texts.keep(button, [button, title, &texts] { button->setText(texts(title)); });
    };
    add(Mode::Map, "desktop.mode.map");
    add(Mode::Query, "desktop.mode.query");
    add(Mode::Gaps, "desktop.mode.gaps");
    add(Mode::Trip, "desktop.mode.trip");
    add(Mode::Briefing, "desktop.mode.briefing");
    setMode(Mode::Map);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            emit modeChanged(static_cast<Mode>(id));
    });
}

void ModeBar::setMode(Mode mode)
{
    m_buttons->button(static_cast<int>(mode))->setChecked(true);
}

Mode ModeBar::mode() const
{
    return static_cast<Mode>(m_buttons->checkedId());
}

QAbstractButton* ModeBar::button(Mode mode) const
{
    return m_buttons->button(static_cast<int>(mode));
}

} // namespace guatu::desktop
