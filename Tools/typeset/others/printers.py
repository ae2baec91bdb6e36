"""Reports → PDFs by programs that are seldom used for them, and by libraries that web sites print with."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from .. import layers, webpage
from ..fonts import truetype
from ..model import Paragraph, PageBreak, Report, Spacer
from ..producers import Job
from . import formatting, spreadsheet
from .firefox import Firefox

HERE = Path(__file__).resolve().parent
ITEXT = "/usr/share/java/itext5.jar"


def firefox(jobs: list[Job], work: Path) -> None:
    with Firefox() as browser:
        for job in jobs:
            browser.print(_page(job, work, "chromium"), job.pdf, job.report.style.landscape)
            layers.furniture(job.pdf, job.report)


def fop(jobs: list[Job], work: Path) -> None:
    settings = work / "fop.xconf"
    settings.write_text('<fop version="1.0"><renderers><renderer mime="application/pdf"><fonts><auto-detect/></fonts></renderer></renderers></fop>')
    for job in jobs:
        source = work / f"{job.report.name}.fo"
        source.write_text(formatting.source(job.report), encoding="utf-8")
        _run(["fop", "-c", str(settings), str(source), str(job.pdf)])
        layers.furniture(job.pdf, job.report)


def tcpdf(jobs: list[Job], work: Path) -> None:
    _listed(["php", "-d", "memory_limit=2G", str(HERE / "tcpdf.php")], jobs, work, "libreoffice")


def abiword(jobs: list[Job], work: Path) -> None:
    from .. import word

    for job in jobs:
        source = work / f"{job.report.name}.docx"
        word.write(job.report, source)
        _run(["xvfb-run", "-a", "abiword", "--to=pdf", f"--to-name={job.pdf}", str(source)])


def qt(jobs: list[Job], work: Path) -> None:
    _listed(["/usr/bin/python3", str(HERE / "qt_print.py")], jobs, work, "libreoffice", QT_QPA_PLATFORM="offscreen")


def webkit(jobs: list[Job], work: Path) -> None:
    _listed(["xvfb-run", "-a", "/usr/bin/python3", str(HERE / "webkit_print.py")], jobs, work, "weasyprint",
            WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS="1")


def itext(jobs: list[Job], work: Path) -> None:
    for job in jobs:
        (work / f"{job.report.name}.txt").write_text(_lines(job), encoding="utf-8")
    _run(["java", "-cp", ITEXT, str(HERE / "ITextTables.java"), *(str(work / f"{job.report.name}.txt") for job in jobs)])
    for job in jobs:
        layers.furniture(job.pdf, job.report)


def calc(jobs: list[Job], work: Path) -> None:
    out = work / "calc"
    out.mkdir()
    sources = []
    for job in jobs:
        sources.append(work / f"{job.report.name}.xlsx")
        spreadsheet.write(job.report, sources[-1])
    with tempfile.TemporaryDirectory(prefix="typeset-office-") as profile:
        _run(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}", "--convert-to", "pdf:calc_pdf_Export",
              "--outdir", str(out), *map(str, sources)])
    for source, job in zip(sources, jobs):
        made = out / f"{source.stem}.pdf"
        if made.exists():
            shutil.move(made, job.pdf)
            layers.furniture(job.pdf, job.report)


def _page(job: Job, work: Path, engine: str) -> Path:
    source = work / f"{job.report.name}.html"
    source.write_text(webpage.page(job.report, engine), encoding="utf-8")
    return source


def _listed(command: list[str], jobs: list[Job], work: Path, engine: str, **environment: str) -> None:
    """Web pages through a script that takes a list of them."""
    entries = [{"html": str(_page(job, work, engine)), "pdf": str(job.pdf), "landscape": job.report.style.landscape,
                "font": job.report.style.font, "size": job.report.style.size} for job in jobs]
    listing = work / "jobs.json"
    listing.write_text(json.dumps(entries), encoding="utf-8")
    _run([*command, str(listing)], PYTHONPATH="", **environment)
    for job in jobs:
        layers.furniture(job.pdf, job.report)


def _run(command: list[str], **environment: str) -> None:
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, timeout=900, env=os.environ | environment)


def _lines(job: Job) -> str:
    """The report as lines of tab-separated fields, for a program without a reader of anything else."""
    report, style = job.report, job.report.style
    file, index = truetype(style.font)
    lines = ["\t".join(map(str, ("report", job.pdf, file, index, style.size, style.landscape, style.narrow, style.align, style.valign, style.rules,
                                 style.breakRows, style.repeatHeader)))]
    for block in report.blocks:
        if isinstance(block, Paragraph):
            lines.append(f"text\t{block.role}\t{_escaped(block.text)}")
        elif isinstance(block, PageBreak):
            lines.append("break")
        elif isinstance(block, Spacer):
            lines.append(f"space\t{block.points}")
        else:
            lines.append("\t".join(map(str, ("table", block.header, len(block.rows), *block.widths))))
            for row in block.rows:
                for cell in row:
                    text = "\n".join(cell.text.replace("\n", "")) if cell.vertical else cell.text
                    lines.append(f"cell\t{cell.kind}\t{cell.colspan}\t{cell.rowspan}\t{_escaped(text)}")
            lines.append("end")
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", " ")
