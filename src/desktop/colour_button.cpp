// SPDX-License-Identifier: MIT
#include "desktop/colour_button.h"

#include "core/colour_ramp.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QColorDialog>
#include <QFrame>
#include <QGridLayout>
#include <QPainter>
#include <QPushButton>

namespace guatu::desktop
{
namespace
{

constexpr int columns = 5, swatchWidth = 28, swatchHeight = 16;

/// Beside the ramps: hues apart from each other, and greys.
constexpr Colour otherColours[]{{0x7F, 0xA6, 0xC9}, {0xD9, 0xB2, 0x6F}, {0x9C, 0x8C, 0xC2},
                                {0x7F, 0xB8, 0xA4}, {0xC9, 0x8F, 0x7A}, {0xB8, 0xB0, 0x5E},
                                {0xC4, 0x8F, 0xB0}, {0x6F, 0x8F, 0xB8}, {0xA9, 0x8F, 0x6F},
                                {0x8F, 0xA3, 0xAD}, {0xFF, 0xFF, 0xFF}, {0xC8, 0xCC, 0xD0},
                                {0x8A, 0x93, 0x9D}, {0x57, 0x51, 0x4A}, {0x1B, 0x24, 0x30}};

QIcon swatch(Colour colour, double ratio)
{
    QPixmap picture(QSize(swatchWidth, swatchHeight) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    const QRectF box(0.5, 0.5, swatchWidth - 1, swatchHeight - 1);
    if (colour.a < 255) // the lower half shows what shines through
        painter.fillRect(box.adjusted(0, swatchHeight / 2.0, 0, 0), QColor(0xA3, 0xAC, 0xB6));
    painter.setPen(QColor(0x8A, 0x93, 0x9D));
    painter.setBrush(toQColor(colour));
    painter.drawRect(box);
    return picture;
}

std::vector<Colour> paletteColours()
{
    std::vector<Colour> colours;
    for (const ColourRamp& ramp : colourRamps())
        for (const Colour colour : sampled(ramp.stops, columns))
            colours.push_back(colour);
    colours.insert(colours.end(), std::begin(otherColours), std::end(otherColours));
    return colours;
}

} // namespace

QColor toQColor(Colour colour)
{
    return {colour.r, colour.g, colour.b, colour.a};
}

Colour toColour(const QColor& colour)
{
    const auto part = [](int value) { return static_cast<std::uint8_t>(value); };
    return {part(colour.red()), part(colour.green()), part(colour.blue()), part(colour.alpha())};
}

ColourButton::ColourButton(const Texts& texts, QWidget* parent)
    : QToolButton(parent), m_texts(texts)
{
    setLook(this, "smallToggle");
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({swatchWidth, swatchHeight});
    setFixedHeight(28);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setColour({});
    connect(this, &QToolButton::clicked, this, &ColourButton::openPalette);
}

void ColourButton::setColour(Colour colour)
{
    m_colour = colour;
    setIcon(swatch(colour, devicePixelRatioF()));
    QString text = toQColor(colour).name().toUpper();
    if (colour.a < 255)
        text += QStringLiteral("  %1 %").arg(qRound(colour.a / 2.55));
    setText(text);
}

void ColourButton::choose(Colour colour)
{
    colour.a = m_colour.a;
    setColour(colour);
    emit picked(colour);
}

void ColourButton::openPalette()
{
    auto* popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    setLook(popup, "onMapBox");
    auto* layout = new QVBoxLayout(popup);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    auto* grid = new QGridLayout;
    grid->setSpacing(2);
    int index = 0;
    for (const Colour colour : paletteColours()) {
        auto* button = new QToolButton;
        setLook(button, "plain");
        button->setIcon(swatch(colour, devicePixelRatioF()));
        button->setIconSize({swatchWidth, swatchHeight});
        button->setAccessibleName(toQColor(colour).name());
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, popup, colour] {
            popup->close();
            choose(colour);
        });
        grid->addWidget(button, index / columns, index % columns);
        ++index;
    }
    layout->addLayout(grid);
    auto* other = new QPushButton(m_texts("desktop.style.other_colour"));
    setLook(other, "smallButton");
    connect(other, &QPushButton::clicked, this, [this, popup] {
        popup->close();
        openDialog();
    });
    layout->addWidget(other);
    popup->adjustSize();
    popup->move(mapToGlobal(QPoint(0, height())));
    popup->show();
    grid->itemAt(0)->widget()->setFocus();
}

void ColourButton::openDialog()
{
    auto* dialog = new QColorDialog(toQColor(m_colour), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(QColorDialog::DontUseNativeDialog | QColorDialog::ShowAlphaChannel);
    dialog->setWindowTitle(accessibleName());
    const Colour before = m_colour;
    connect(dialog, &QColorDialog::currentColorChanged, this, [this](const QColor& colour) {
        setColour(toColour(colour));
        emit tried(m_colour);
    });
    connect(dialog, &QColorDialog::rejected, this, [this, before] {
        setColour(before);
        emit tried(before);
    });
    connect(dialog, &QDialog::finished, this, &ColourButton::tryEnded);
    dialog->open();
}

} // namespace guatu::desktop
