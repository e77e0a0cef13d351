// SPDX-License-Identifier: MIT
#include "briefing/figure_check.h"
#include "briefing/slide_pages.h"
#include "briefing/writer.h"
#include "core/error.h"
#include "exchange/file_set.h"
#include "exchange/whole_file.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace guatu::briefing
{
namespace
{

namespace fs = std::filesystem;

std::string extensionOf(const fs::path& file)
{
    std::string extension = file.extension().string();
    for (char& c : extension)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return extension;
}

bool isPicture(const std::string& extension)
{
    return extension == ".png" || extension == ".tif" || extension == ".tiff";
}

/// NAME-03.png: the third of several.
fs::path numbered(const fs::path& file, std::size_t index, std::size_t count)
{
    if (count == 1)
        return file;
    std::string number = std::to_string(index + 1);
    number.insert(0, std::to_string(count).size() - number.size(), '0');
    fs::path named = file;
    return named.replace_filename(file.stem().string() + "-" + number + file.extension().string());
}

/// An error of a file that is made elsewhere, with the name that it would have had.
Error named(const Error& error, const fs::path& file)
{
    Message message = error.message();
    for (auto& [key, value] : message.parameters)
        if (key == "file")
            value = file.string();
    return Error(error.kind(), std::move(message));
}

} // namespace

void writeSvg(const Page& page, const fs::path& file, bool overwrite, const PaintOptions& options)
{
    constexpr int dpi = 300;
    constexpr std::size_t mostPoints = 20000;
    PaintOptions painted = options;
    painted.mostVectorPoints = std::min(painted.mostVectorPoints, mostPoints);
    (void)exchange::WholeFile(file, overwrite);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setResolution(dpi);
        const double width = page.width / 25.4 * dpi;
        const double height = page.height / 25.4 * dpi;
        generator.setSize(QSize(qRound(width), qRound(height)));
        generator.setViewBox(QRectF(0, 0, width, height));
        generator.setTitle(QString::fromStdString(page.title));
        QPainter painter;
        if (!painter.begin(&generator))
            throw Error(ErrorKind::Internal, {"briefing.pdf_broken", {{"what", "QSvgGenerator"}}});
        paintPage(painter, page, dpi, painted);
    }
    writeWhole(file, bytes, overwrite);
}

void writeImage(const Page& page, const fs::path& file, double dpi, bool overwrite,
                const PaintOptions& options)
{
    exchange::WholeFile whole(file, overwrite);
    // Three bytes a pixel: a wall map at 300 dpi is 139 million of them.
    QImage image(qRound(page.width / 25.4 * dpi), qRound(page.height / 25.4 * dpi),
                 QImage::Format_RGB888);
    if (image.isNull())
        throw inputError({"briefing.picture_too_large", {{"file", file.string()}}});
    image.fill(Qt::white);
    const int dotsPerMetre = static_cast<int>(std::lround(dpi / 0.0254));
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    {
        PaintOptions here = options;
        here.mapDpi = dpi;
        here.mapsAsPictures = true;
        QPainter painter(&image);
        paintPage(painter, page, dpi, here);
    }
    const bool isPng = extensionOf(file) == ".png";
    QImageWriter writer(QString::fromStdString(whole.path().string()), isPng ? "png" : "tiff");
    if (isPng)
        writer.setQuality(80); // deflate at level 2: quick, and a tenth larger
    else
        writer.setCompression(1);
    if (!writer.write(image))
        throw inputError({"table.not_written", {{"file", file.string()}}});
    whole.keep();
}

std::vector<fs::path> writeDocument(const Document& document, const fs::path& file, double dpi,
                                    bool overwrite, const PaintOptions& options,
                                    const Progress& progress)
{
    const std::string extension = extensionOf(file);
    if (extension == ".pdf") {
        writePdf(document, file, overwrite, options, progress);
        return {file};
    }
    if (extension == ".pptx") {
        (void)exchange::WholeFile(file, overwrite);
        requireAgreement(document);
        exchange::writeSlides(file, document.title, slidesOf(document, options, progress),
                              overwrite);
        return {file};
    }
    if (extension != ".svg" && !isPicture(extension))
        throw inputError({"briefing.bad_format", {{"file", file.string()}}});
    requireAgreement(document);
    PaintOptions stoppable = options;
    stoppable.stop = progress.stop;
    const auto write = [&](std::size_t i, const fs::path& to, bool over) {
        progress.checkpoint();
        progress.report({Message{"briefing.progress.paint"}, i, document.pages.size()});
        if (extension == ".svg")
            writeSvg(document.pages[i], to, over, stoppable);
        else
            writeImage(document.pages[i], to, dpi, over, stoppable);
    };
    if (document.pages.size() == 1) {
        write(0, file, overwrite);
        return {file};
    }
    // All or none: what is in the way of one is said before any is written, and they get their
    // places together.
    exchange::FileSet set(file.parent_path(), overwrite);
    std::vector<fs::path> files;
    for (std::size_t i = 0; i < document.pages.size(); ++i)
        files.push_back(numbered(file, i, document.pages.size()));
    std::vector<fs::path> making;
    for (const fs::path& each : files)
        making.push_back(set.path(each.filename().string()));
    for (std::size_t i = 0; i < files.size(); ++i)
        try {
            write(i, making[i], true);
        } catch (const Error& error) {
            throw named(error, files[i]);
        }
    (void)set.keep();
    return files;
}

std::string namesOf(const std::vector<fs::path>& files)
{
    return files.size() == 1 ? files.front().string()
                             : files.front().string() + " … " + files.back().string();
}

} // namespace guatu::briefing
