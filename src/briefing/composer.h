// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/material.h"
#include "briefing/page_template.h"
#include "briefing/spot.h"
#include "core/table.h"

namespace guatu::briefing
{

/// What the parts of compose share: one page of a template for a unit.
struct Composition {
    const PageTemplate& design;
    const Material& material;
    RowIndex unit;
    const Spot* spot = nullptr;  ///< of the unit, that the page is about
    Page page{};                 ///< under construction
    std::vector<Page> more{};    ///< what tables need behind it
    double scaleDenominator = 0; ///< of the first map
    std::string subject{};       ///< of the first map

    [[nodiscard]] const Snapshot& snapshot() const { return material.day.snapshot(); }
    [[nodiscard]] Language language() const { return material.options.language; }
    [[nodiscard]] const std::string& unitName() const
    {
        return snapshot().units.name[static_cast<std::size_t>(unit)];
    }
    [[nodiscard]] std::string unitCode() const;
    /// What the page is about.
    [[nodiscard]] const std::string& subjectName() const { return spot ? spot->name : unitName(); }
    /// A size in the hand, as large as this page wants it.
    [[nodiscard]] double sized(double mm) const { return mm * design.enlarge; }
    [[nodiscard]] TextStyle style(double points, bool bold = false, bool serif = false) const
    {
        return {points * design.enlarge, serif, bold};
    }
    /// Binds a figure that stands on the page.
    void bind(std::string quantity, double value, std::string shown, std::string place,
              bool isTotal = false);
    /// A text of the catalogue.
    [[nodiscard]] std::string words(const Message& message) const
    {
        return text(message, language());
    }
};

/// A page of the composition's paper without anything on it.
[[nodiscard]] Page emptyPage(const Composition& c);

/// A text of the template, its words filled in; figures among them are bound.
[[nodiscard]] std::string filledText(Composition& c, const LocalText& text,
                                     const std::string& place);

// Each adds what a frame of its kind holds.
void addText(Composition& c, const Frame& frame);
void addFigures(Composition& c, const Frame& frame);
void addFurniture(Composition& c, const Frame& frame);
void addMap(Composition& c, const Frame& frame);
void addInset(Composition& c, const Frame& frame);
void addLegend(Composition& c, const Frame& frame);
void addTable(Composition& c, const Frame& frame);
/// A table that is masked already, where a frame says; it flows on behind the page.
void addRows(Composition& c, const Frame& frame, const Table& table);
void addChart(Composition& c, const Frame& frame);
void addPicture(Composition& c, const Frame& frame);

/// The table that a frame asks for. Throws Error(Input) when the audience may not see it.
[[nodiscard]] Table tableFor(const Composition& c, const std::string& kind);

/// 2020 年 5 月 6 日.
[[nodiscard]] std::string longDate(Date date, Language language);
/// 2000国家大地坐标系，高斯-克吕格 3° 带，中央经线 102°E.
[[nodiscard]] std::string crsWords(const std::string& crs, Language language);

} // namespace guatu::briefing
