// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/look_keeper.h"
#include "desktop/style_subject.h"

#include <QWidget>

#include <filesystem>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace guatu::desktop
{

class StyleBox;
class StyleClassList;
class StyleFigureBox;
class StyleLabelBox;
class StyleMethodBox;
class StyleScaleBox;
class StyleSymbolBox;

/// How a layer is drawn, to be changed. The map follows at once; the workspace when it is saved.
class StylePanel : public QWidget
{
    Q_OBJECT

public:
    StylePanel(const Texts& texts, Workbench& workbench, LookKeeper& keeper,
               QWidget* parent = nullptr);

    /// Shows a layer, once it is settled what becomes of changes to another. False when the user
    /// stays with these.
    bool open(const std::string& layer);
    /// The map is drawn by this now.
    void setDrawn(const std::shared_ptr<const MapDefinition>& drawn, ColourVariant colours);
    /// Asks what becomes of unsaved changes: saves them, gives them up, or returns false.
    [[nodiscard]] bool mayLeave();
    /// Writes the look into a file, or takes that of a file; what goes wrong is said in the panel.
    void saveTo(const std::filesystem::path& file);
    void loadFrom(const std::filesystem::path& file);

    // What tests press.
    [[nodiscard]] QComboBox* layers() const { return m_layers; }
    [[nodiscard]] StyleMethodBox& method() const { return *m_method; }
    [[nodiscard]] StyleClassList& classes() const { return *m_classes; }
    [[nodiscard]] StyleSymbolBox& symbol() const { return *m_symbol; }
    [[nodiscard]] StyleFigureBox& figure() const { return *m_figure; }
    [[nodiscard]] StyleLabelBox& labels() const { return *m_labels; }
    [[nodiscard]] StyleScaleBox& scales() const { return *m_scales; }
    [[nodiscard]] QPushButton* saveButton() const { return m_save; }
    [[nodiscard]] QPushButton* resetButton() const { return m_reset; }
    [[nodiscard]] QToolButton* undoButton() const { return m_undo; }
    [[nodiscard]] QLabel* mistake() const { return m_mistake; }

public slots:
    /// Leaves, when the user agrees; `closeAsked` follows.
    void leave();

signals:
    void closeAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildFooter(QVBoxLayout* layout);
    void connectParts();
    void addSection(QVBoxLayout* rows, std::string_view title, QWidget* content);
    void take(StyleBox* box);
    void fillLayers();
    void present();
    void presentState();
    void showMistake(const Message& why);
    void copyToLayer();
    void askSaveFile();
    void askLoadFile();
    [[nodiscard]] std::shared_ptr<const FeatureTable> tableOf(const Layer& layer) const;

    const Texts& m_texts;
    Workbench& m_workbench;
    LookKeeper& m_keeper;
    std::shared_ptr<const MapDefinition> m_drawn;
    ColourVariant m_colours = ColourVariant::Standard;
    StyleSubject m_subject;
    QComboBox* m_layers;
    QToolButton *m_close, *m_undo, *m_redo, *m_more;
    QLabel *m_state, *m_mistake;
    StyleMethodBox* m_method;
    StyleClassList* m_classes;
    StyleSymbolBox* m_symbol;
    StyleFigureBox* m_figure;
    StyleLabelBox* m_labels;
    StyleScaleBox* m_scales;
    QWidget *m_body, *m_figureSection = nullptr;
    QPushButton *m_save, *m_reset;
};

} // namespace guatu::desktop
