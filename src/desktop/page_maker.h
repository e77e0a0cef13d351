// SPDX-License-Identifier: MIT
#pragma once

#include "core/audience.h"
#include "core/date.h"
#include "desktop/background_job.h"

#include <QImage>
#include <QObject>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

class QPrinter;

namespace guatu::briefing
{
struct Material;
struct PageTemplate;
} // namespace guatu::briefing

namespace guatu::desktop
{

class Texts;
class Workbench;

/// What page is wanted, of the unit that is looked at.
struct PageWish {
    std::string design; ///< id of a template
    Audience audience = Audience::Briefing;
    std::optional<Date> compare{}; ///< of templates that compare two dates
    std::string approval{};        ///< 审图号
    friend bool operator==(const PageWish&, const PageWish&) = default;
};

/// Composes pages of the workspace beside the window: pictures of the first one, and files.
class PageMaker : public QObject
{
    Q_OBJECT

public:
    PageMaker(const Texts& texts, const Workbench& workbench, QObject* parent = nullptr);

    /// `previewed` follows, unless a newer wish comes.
    void preview(const PageWish& wish, int pixelsWide);
    /// PDF, slides, PNG, TIFF or SVG by the extension; `saved` or `failed` follows.
    void save(const PageWish& wish, const std::filesystem::path& file);
    /// As vectors at its true size; `saved` or `failed` follows.
    void print(const PageWish& wish, std::shared_ptr<QPrinter> printer);
    /// A book as one PDF or as slides, with a section for each unit of a level (`county`, `town`,
    /// `village`) or for each place: `listed` or `sites`.
    void saveBook(const PageWish& wish, const std::string& by, const std::filesystem::path& file);

    [[nodiscard]] BackgroundJob& writing() { return m_writing; }

signals:
    void previewed(const QImage& picture, const guatu::Message& about);
    void previewFailed(const guatu::Message& why);
    void saved(const guatu::Message& what);
    void failed(const guatu::Message& why);

private:
    class Source;

    [[nodiscard]] std::shared_ptr<Source> source() const;

    const Texts& m_texts;
    const Workbench& m_workbench;
    mutable std::shared_ptr<Source> m_source; ///< of the workspace and language at hand
    BackgroundJob m_previewing{this}, m_writing{this};
};

} // namespace guatu::desktop
