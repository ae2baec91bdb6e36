"""Makes a set of reports in a folder: so many PDFs over all producers, so many flattened texts, a truth beside each."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pymupdf

from . import document, flatten, producers, truth, webtext
from .model import Report
from .producers import Job
from .style import CHOICES, FLAT, vary

TEXT_FORMS = ("tsv", "spaces", "lines", "markdown", "shattered", "pieces", "pdftotext", "pdftotext-layout", *(f for f in webtext.FORMS if f != "distinct"))


def make(folder: Path, seed: int, pdfs: int, texts: int, names: list[str] | None = None, switches: list[str] | None = None) -> int:
    """Answers how many files were made."""
    folder.mkdir(parents=True, exist_ok=True)
    names = names or list(producers.PRODUCERS)
    made = 0
    for producer in names:
        jobs = []
        for i in range(names.index(producer), pdfs, len(names)):
            report = invent(seed, i, f"{producer}-{seed}-{i:03}", producer, switches)
            jobs.append(Job(report, folder / f"{report.name}.pdf"))
        if not jobs:
            continue
        failed = set(producers.print_all(producer, jobs))
        for job in jobs:
            if job.report.name not in failed:
                truth.write(job.report, folder, job.pdf.name, producer, wrapped(job))
                made += 1
    for i in range(texts):
        made += text(folder, seed, i, TEXT_FORMS[i % len(TEXT_FORMS)], switches)
    return made


def invent(seed: int, i: int, name: str, producer: str, switches: list[str] | None) -> Report:
    rng = random.Random(f"{seed}:{i}:{producer}")
    return document.report(name, seed, vary(rng, tuple(switches) if switches else None, unusual(rng, producer, switches)))


def unusual(rng: random.Random, producer: str, switches: list[str] | None) -> dict:
    """What is thrown seldom, or depends on the producer."""
    wanted: dict = {}
    chances = {"layer": 0.12, "rotated": 0.08, "order": 0.3 if producer in producers.DRAWN else 0}
    if producer in TEXT_FORMS:
        chances = {"illegible": 0.05}
    for name, chance in chances.items():
        if switches is not None and name not in switches:
            continue
        if rng.random() < (chance if switches is None else chance and 0.9):
            wanted[name] = rng.choice(CHOICES[name])
    if producer == "reportlab" and (wanted.get("layer") == "digitsLeftOut" or str(wanted.get("layer", "")).endswith("ToUnicode")):
        del wanted["layer"]  # its font is known by name and has no such map
    if wanted.get("layer") == "scan" and rng.random() < 0.6:
        del wanted["layer"]
    return wanted


def wrapped(job: Job) -> dict:
    """Says so where the producer has broken numbers over two lines: no switch, but worth a row in the table."""
    style = job.report.style
    if style.layer or style.numbers == "spaced":
        return {}
    with pymupdf.open(job.pdf) as document:
        words = {w[4] for page in document for w in page.get_text("words")}
    numbers = {p.text for p in job.report.printed.get("applications", {}).get("newReceived", {}).values() if len(p.text) > 2}
    return {"numbersWrap": True} if len(numbers - words) > len(numbers) / 2 else {}


def text(folder: Path, seed: int, i: int, form: str, switches: list[str] | None) -> int:
    rng = random.Random(f"{seed}:text:{i}")
    allowed = FLAT if not form.startswith("pdftotext") else None
    if switches:
        allowed = tuple(s for s in switches if allowed is None or s in allowed)
    style = vary(rng, allowed, unusual(rng, form, switches) if not form.startswith("pdftotext") else None)
    if style.numbers == "spaced" and form not in ("tsv", "lines", "markdown", "shattered", "pieces"):
        style = replace(style, numbers="plain")  # there a space parts two cells
    report = document.report(f"txt-{form}-{seed}-{i:03}", seed, style)
    encoding = rng.choice(("utf8", "utf8", "bom", "utf16", "gb18030"))
    if form.startswith("pdftotext"):
        producer = rng.choice(("weasyprint", "reportlab-ttf", "mupdf", "docx"))
        pdf = folder / f"{report.name}.pdf"
        if producers.print_all(producer, [Job(report, pdf)]):
            return 0
        content = flatten.pdftotext(pdf, form.endswith("layout"))
        pdf.unlink()
    else:
        content = webtext.form(form, report) if form in webtext.FORMS else flatten.form(form, report)
    path = folder / f"{report.name}.txt"
    flatten.write(content, path, encoding)
    truth.write(report, folder, path.name, f"txt-{form}", {"encoding": encoding})
    return 1
