"""The producers: each turns reports into PDFs, many at one start where it can."""

from __future__ import annotations

import logging
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from . import layers, webpage
from .model import Report


@dataclass(frozen=True)
class Job:
    report: Report
    pdf: Path


def chromium(jobs: list[Job], work: Path) -> None:
    from .chromium import Chromium

    page, pages = '<span class="pageNumber"></span>', '<span class="totalPages"></span>'
    with Chromium() as browser:
        for job in jobs:
            source = work / f"{job.report.name}.html"
            source.write_text(webpage.page(job.report, "chromium"), encoding="utf-8")
            style = job.report.style
            header = webpage.running(job.report) if style.runningHeader else ""
            browser.print(source, job.pdf, style.landscape, header, webpage.footer(style, page, pages), style.font)


def weasyprint(jobs: list[Job], work: Path) -> None:
    import weasyprint as engine

    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    for job in jobs:
        engine.HTML(string=webpage.page(job.report, "weasyprint")).write_pdf(str(job.pdf))


def wkhtmltopdf(jobs: list[Job], work: Path) -> None:
    for job in jobs:
        source = work / f"{job.report.name}.html"
        source.write_text(webpage.page(job.report, "wkhtmltopdf"), encoding="utf-8")
        orientation = "Landscape" if job.report.style.landscape else "Portrait"
        subprocess.run(["wkhtmltopdf", "-q", "-s", "A4", "-O", orientation, "-T", "25mm", "-B", "25mm", "-L", "22mm", "-R", "22mm",
                        str(source), str(job.pdf)], stderr=subprocess.DEVNULL, check=False)
        layers.furniture(job.pdf, job.report)


def libreoffice(jobs: list[Job], work: Path) -> None:
    """Web pages through LibreOffice Writer."""
    sources = []
    for job in jobs:
        source = work / f"{job.report.name}.html"
        source.write_text(webpage.page(job.report, "libreoffice"), encoding="utf-8")
        sources.append(source)
    _office(sources, jobs, work, "--infilter=HTML (StarWriter)")
    for job in jobs:
        layers.furniture(job.pdf, job.report)


def docx(jobs: list[Job], work: Path) -> None:
    """Word documents through LibreOffice Writer."""
    from . import word

    sources = []
    for job in jobs:
        source = work / f"{job.report.name}.docx"
        word.write(job.report, source)
        sources.append(source)
    _office(sources, jobs, work)


def _office(sources: list[Path], jobs: list[Job], work: Path, *options: str) -> None:
    out = work / "office"
    out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="typeset-office-") as profile:
        for start in range(0, len(sources), 40):
            subprocess.run(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}", *options,
                            "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(out), *map(str, sources[start : start + 40])],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=900)
    for source, job in zip(sources, jobs):
        shutil.move(out / f"{source.stem}.pdf", job.pdf)


def reportlab(jobs: list[Job], work: Path) -> None:
    """A CJK font that is not embedded."""
    from . import reportlab_pdf

    for job in jobs:
        reportlab_pdf.write(job.report, job.pdf, embedded=False)


def reportlab_embedded(jobs: list[Job], work: Path) -> None:
    from . import reportlab_pdf

    for job in jobs:
        reportlab_pdf.write(job.report, job.pdf, embedded=True)


def mupdf(jobs: list[Job], work: Path) -> None:
    from . import mupdf_pdf

    for job in jobs:
        mupdf_pdf.write(job.report, job.pdf)


def fpdf(jobs: list[Job], work: Path) -> None:
    from . import fpdf_pdf

    for job in jobs:
        fpdf_pdf.write(job.report, job.pdf)


def typst(jobs: list[Job], work: Path) -> None:
    import typst as engine

    from . import typst_source

    for job in jobs:
        source = work / f"{job.report.name}.typ"
        source.write_text(typst_source.source(job.report), encoding="utf-8")
        engine.compile(str(source), output=str(job.pdf))


def cairo(jobs: list[Job], work: Path) -> None:
    """Word documents once more through another writer of PDF: fonts and text are written anew by cairo."""
    docx(jobs, work)
    for job in jobs:
        again = work / "again.pdf"
        subprocess.run(["pdftocairo", "-pdf", str(job.pdf), str(again)], check=True)
        shutil.move(again, job.pdf)


PRODUCERS: dict[str, Callable[[list[Job], Path], None]] = {
    "chromium": chromium,
    "docx": docx,
    "libreoffice": libreoffice,
    "weasyprint": weasyprint,
    "wkhtmltopdf": wkhtmltopdf,
    "reportlab": reportlab,
    "reportlab-ttf": reportlab_embedded,
    "mupdf": mupdf,
    "fpdf": fpdf,
    "typst": typst,
    "cairo": cairo,
}
DRAWN = ("reportlab", "reportlab-ttf", "mupdf", "fpdf")  # these choose the order of text


def print_all(producer: str, jobs: list[Job]) -> list[str]:
    """Prints the jobs and lays over each what its style asks for. Answers the names that the producer could not print."""
    failed = []
    with tempfile.TemporaryDirectory(prefix="typeset-") as folder:
        if producer in PRODUCERS:
            PRODUCERS[producer](jobs, Path(folder))
        else:
            from . import others

            others.print_all(producer, jobs, Path(folder))
    for job in jobs:
        if job.pdf.exists():
            layers.finish(job.pdf, job.report)
        else:
            failed.append(job.report.name)
    return failed
