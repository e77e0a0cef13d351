// SPDX-License-Identifier: MIT
#include "desktop/page_maker.h"

#include "briefing/book.h"
#include "briefing/compose.h"
#include "briefing/paint_page.h"
#include "briefing/place_subjects.h"
#include "briefing/writer.h"
#include "core/text.h"
#include "desktop/print_document.h"
#include "desktop/texts.h"
#include "desktop/workbench.h"
#include "session/kept_looks.h"

#include <QPainter>

#include <cmath>
#include <mutex>

namespace guatu::desktop
{

namespace
{

/// The template of a wish, or what stands for it on slides.
briefing::PageTemplate designFor(const PageWish& wish, const std::filesystem::path& file)
{
    const briefing::PageTemplate design = briefing::pageTemplate(wish.design);
    return file.extension() == ".pptx" ? briefing::slideTemplate(design) : design;
}

} // namespace

/// A workspace at its date in one language, prepared for pages once and used by every worker.
class PageMaker::Source
{
public:
    Source(briefing::ViewPointer view, Language language)
        : m_view(std::move(view)), m_language(language)
    {
    }

    [[nodiscard]] bool isOf(const briefing::ViewPointer& view, Language language) const
    {
        return m_view == view && m_language == language;
    }

    /// What pages of a wish are made from; made anew only when it differs from the last one.
    std::shared_ptr<const briefing::Material> material(const PageWish& wish,
                                                       const Progress& progress)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_material && m_audience == wish.audience && m_compare == wish.compare &&
            m_approval == wish.approval)
            return m_material;
        briefing::ViewPointer before;
        if (wish.compare)
            before = session::openWorkspace(m_view->file, wish.compare, progress);
        briefing::MaterialOptions options{.audience = wish.audience, .language = m_language};
        options.approval = wish.approval;
        auto definition = session::drawnWith(session::keptLooks(m_view->file),
                                             loadMapDefinition(dataRoot()), m_view->tables)
                              .definition;
        auto material =
            briefing::materialOf(m_view, std::move(before), std::move(definition), options);
        m_audience = wish.audience;
        m_compare = wish.compare;
        m_approval = wish.approval;
        m_material = std::make_shared<const briefing::Material>(std::move(material));
        return m_material;
    }

    briefing::Document document(const PageWish& wish, RowIndex unit, const Progress& progress,
                                const std::filesystem::path& file = {})
    {
        const auto from = material(wish, progress);
        return briefing::documentOf(designFor(wish, file), *from, unit);
    }

private:
    briefing::ViewPointer m_view;
    Language m_language;
    std::mutex m_mutex;
    std::shared_ptr<const briefing::Material> m_material;
    Audience m_audience{};
    std::optional<Date> m_compare;
    std::string m_approval;
};

PageMaker::PageMaker(const Texts& texts, const Workbench& workbench, QObject* parent)
    : QObject(parent), m_texts(texts), m_workbench(workbench)
{
    connect(&m_previewing, &BackgroundJob::failed, this, &PageMaker::previewFailed);
    connect(&m_writing, &BackgroundJob::failed, this, &PageMaker::failed);
    connect(&workbench, &Workbench::closed, this, [this] {
        m_previewing.cancel();
        m_source.reset();
    });
}

std::shared_ptr<PageMaker::Source> PageMaker::source() const
{
    const auto& view = m_workbench.sharedView();
    if (!m_source || !m_source->isOf(view, m_texts.language()))
        m_source = std::make_shared<Source>(view, m_texts.language());
    return m_source;
}

void PageMaker::preview(const PageWish& wish, int pixelsWide)
{
    m_previewing.start([this, wish, pixelsWide, source = source(), unit = m_workbench.unit()](
                           const Progress& progress) -> BackgroundJob::Finish {
        const briefing::Document document = source->document(wish, unit, progress);
        const briefing::Page& page = document.pages.front();
        const double dpi = pixelsWide / page.width * 25.4;
        QImage picture(pixelsWide, static_cast<int>(std::lround(page.height * dpi / 25.4)),
                       QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        briefing::PaintOptions options;
        options.mapDpi = std::max(96.0, dpi);
        options.mapsAsPictures = true;
        options.stop = progress.stop;
        briefing::paintPage(painter, page, dpi, options);
        painter.end();
        const briefing::MapBlock* map = page.map();
        const Message about{
            "desktop.briefing.about",
            {{"pages", std::to_string(document.pages.size())},
             {"scale", map == nullptr ? std::string("-")
                                      : withThousands(std::llround(map->scaleDenominator))}}};
        return [this, picture, about] { emit previewed(picture, about); };
    });
}

void PageMaker::save(const PageWish& wish, const std::filesystem::path& file)
{
    m_writing.start([this, wish, file, source = source(),
                     unit = m_workbench.unit()](const Progress& progress) -> BackgroundJob::Finish {
        const briefing::Document document = source->document(wish, unit, progress, file);
        briefing::PaintOptions options;
        options.stop = progress.stop;
        const auto files =
            briefing::writeDocument(document, file, options.mapDpi, true, options, progress);
        return [this, names = briefing::namesOf(files), pages = document.pages.size()] {
            emit saved(
                {"desktop.briefing.saved", {{"file", names}, {"pages", std::to_string(pages)}}});
        };
    });
}

void PageMaker::print(const PageWish& wish, std::shared_ptr<QPrinter> printer)
{
    m_writing.start([this, wish, printer = std::move(printer), source = source(),
                     unit = m_workbench.unit()](const Progress& progress) -> BackgroundJob::Finish {
        const briefing::Document document = source->document(wish, unit, progress);
        printDocument(*printer, document, progress);
        return [this] { emit saved({"desktop.print.done"}); };
    });
}

void PageMaker::saveBook(const PageWish& wish, const std::string& by,
                         const std::filesystem::path& file)
{
    m_writing.start([this, wish, by, file, source = source(),
                     unit = m_workbench.unit()](const Progress& progress) -> BackgroundJob::Finish {
        const auto material = source->material(wish, progress);
        const auto level = levelFromString(by);
        PageWish section = wish;
        if (!level)
            section.design = briefing::usualPlaceTemplate;
        const briefing::PageTemplate design = designFor(section, file);
        const briefing::BookPlan plan{
            unit,
            level ? briefing::subjectsOf(
                        design, briefing::unitsBelow(material->day.snapshot(), unit, *level))
                  : briefing::subjectsEach(*material, unit,
                                           {.what = by, .slides = file.extension() == ".pptx"},
                                           progress),
            &design};
        const briefing::Book book = briefing::composeBook(*material, plan, progress);
        briefing::PaintOptions options;
        options.stop = progress.stop;
        (void)briefing::writeDocument(book.document, file, options.mapDpi, true, options, progress);
        const Message done{
            "desktop.briefing.saved",
            {{"file", file.string()}, {"pages", std::to_string(book.document.pages.size())}}};
        return [this, done, leftOut = book.leftOut] {
            emit saved(done);
            if (!leftOut.empty())
                emit failed({"cli.book.left_out",
                             {{"unit", leftOut.front().unit},
                              {"code", leftOut.front().code},
                              {"why", m_texts(leftOut.front().why).toStdString()}}});
        };
    });
}

} // namespace guatu::desktop
