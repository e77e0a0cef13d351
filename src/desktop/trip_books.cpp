// SPDX-License-Identifier: MIT
#include "desktop/trip_books.h"

#include "briefing/packet/trip_packet.h"
#include "briefing/writer.h"
#include "core/error.h"
#include "core/file_name.h"
#include "desktop/print_document.h"
#include "desktop/texts.h"
#include "desktop/trip_keeper.h"
#include "session/kept_looks.h"
#include "store/household_heads.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>

namespace guatu::desktop
{

/// A trip with its workspace, for a worker.
class TripBooks::Source
{
public:
    Source(briefing::ViewPointer view, trips::Trip trip, TripOutWish wish, Language language)
        : m_view(std::move(view)),
          m_trip(std::move(trip)),
          m_wish(std::move(wish)),
          m_language(language)
    {
    }

    /// Calls `take` with the document of each day that is wanted.
    void each(const std::function<void(const briefing::Document&)>& take) const
    {
        const auto days = briefing::packetDays(m_trip, m_wish.part);
        if (days.empty())
            throw inputError({"desktop.trip.out.nothing"});
        const briefing::MaterialOptions options{
            .audience = m_wish.part.forField ? Audience::Field : Audience::Briefing,
            .language = m_language};
        const briefing::Material material =
            briefing::materialOf(m_view, {},
                                 session::drawnWith(session::keptLooks(m_view->file),
                                                    loadMapDefinition(dataRoot()), m_view->tables)
                                     .definition,
                                 options);
        briefing::PacketContent content = briefing::packetContent(m_view, m_trip);
        content.heads = heads();
        for (const std::size_t day : days)
            take(packetDocument(material, content, day));
    }

private:
    [[nodiscard]] std::map<std::string, std::string> heads() const
    {
        if (!m_wish.withNames)
            return {};
        std::vector<std::string> codes;
        for (const trips::Stop& stop : m_trip.problem.stops)
            codes.insert(codes.end(), stop.subjects.begin(), stop.subjects.end());
        return store::householdHeads(m_view->file, codes);
    }

    briefing::ViewPointer m_view;
    trips::Trip m_trip;
    TripOutWish m_wish;
    Language m_language;
};

TripBooks::TripBooks(const Texts& texts, TripKeeper& keeper, QWidget* window)
    : QObject(window), m_texts(texts), m_keeper(keeper), m_window(window)
{
    connect(&m_job, &BackgroundJob::failed, this, &TripBooks::failed);
}

std::shared_ptr<TripBooks::Source> TripBooks::source(const TripOutWish& wish) const
{
    return std::make_shared<Source>(m_keeper.workbench().sharedView(), m_keeper.draft()->trip(),
                                    wish, m_texts.language());
}

void TripBooks::ask()
{
    if (!m_keeper.draft())
        return;
    auto* dialog =
        new TripOutDialog(m_texts, *m_keeper.draft(), TripOutDialog::What::RouteBooks, m_window);
    m_dialog = dialog;
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const TripOutWish wish = dialog->wish();
        wish.withNames ? askNames(wish) : askWhere(wish);
    });
    dialog->open();
}

void TripBooks::askNames(const TripOutWish& wish)
{
    auto* question = new QMessageBox(QMessageBox::Warning, m_texts("desktop.trip.books"),
                                     m_texts("desktop.trip.out.names_question"),
                                     QMessageBox::NoButton, m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->addButton(m_texts("desktop.cancel"), QMessageBox::RejectRole);
    const auto* with =
        question->addButton(m_texts("desktop.trip.out.with_names"), QMessageBox::AcceptRole);
    m_question = question;
    connect(with, &QAbstractButton::clicked, this, [this, wish] { askWhere(wish); });
    question->open();
}

void TripBooks::askWhere(const TripOutWish& wish)
{
    if (wish.toPrinter) {
        const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setPageSize(QPageSize(QPageSize::A4));
        printer->setDocName(m_texts("desktop.trip.books"));
        QPrintDialog dialog(printer.get(), m_window);
        if (dialog.exec() == QDialog::Accepted)
            print(wish, printer);
        return;
    }
    auto* dialog = new QFileDialog(m_window, m_texts("desktop.trip.out.folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, wish](const QString& folder) { save(wish, toPath(folder)); });
    dialog->open();
}

void TripBooks::save(const TripOutWish& wish, const std::filesystem::path& folder)
{
    if (!m_keeper.draft())
        return;
    m_job.start(
        [this, folder, source = source(wish)](const Progress& progress) -> BackgroundJob::Finish {
            std::size_t books = 0, pages = 0;
            source->each([&](const briefing::Document& document) {
                writePdf(document, folder / (legalFileName(document.title) + ".pdf"), true, {},
                         progress);
                ++books;
                pages += document.pages.size();
            });
            return [this, folder, books, pages] {
                emit saved({"desktop.trip.out.books_done",
                            {{"folder", folder.string()},
                             {"count", std::to_string(books)},
                             {"pages", std::to_string(pages)}}});
            };
        });
}

void TripBooks::print(const TripOutWish& wish, const std::shared_ptr<QPrinter>& printer)
{
    if (!m_keeper.draft())
        return;
    m_job.start(
        [this, printer, source = source(wish)](const Progress& progress) -> BackgroundJob::Finish {
            briefing::Document all;
            all.title = printer->docName().toStdString();
            source->each([&](const briefing::Document& document) {
                all.language = document.language;
                all.subject = document.subject;
                all.pages.insert(all.pages.end(), document.pages.begin(), document.pages.end());
            });
            printDocument(*printer, all, progress);
            return [this, pages = all.pages.size()] {
                emit saved({"desktop.trip.out.printed", {{"pages", std::to_string(pages)}}});
            };
        });
}

} // namespace guatu::desktop
