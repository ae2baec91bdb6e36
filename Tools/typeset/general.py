"""For comparison: a general table extractor, and its rows matched with the form by the likeness of their labels."""

from __future__ import annotations

import concurrent.futures
import difflib
import logging
import multiprocessing
import os
import re
import sys
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Callable

from . import form

PLACEHOLDERS = {"/", "-", "—", "无"}
LIMIT = 60  # seconds for one file
LIKE = 0.6  # labels less alike than this are not taken for the form's


def pdfplumber(pdf: Path) -> list[list[list[str | None]]]:
    import pdfplumber as library

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

    with library.open(pdf) as document:
        return [table for page in document.pages for table in page.extract_tables()]


def pymupdf(pdf: Path) -> list[list[list[str | None]]]:
    import pymupdf as library

    with library.open(pdf) as document:
        return [table.extract() for page in document for table in page.find_tables().tables]


EXTRACTORS: dict[str, Callable] = {"pdfplumber": pdfplumber, "PyMuPDF": pymupdf}


def records(name: str, folder: Path, truths: list[dict]) -> dict[str, dict | None]:
    """What one extractor makes of many files by their names, each in a process of its own: none where it fails or takes too long."""
    multiprocessing.set_forkserver_preload([__name__, "pdfplumber", "pymupdf"])
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        return dict(zip([t["name"] for t in truths], threads.map(lambda t: _apart(name, folder / t["file"], t), truths)))


def _apart(name: str, pdf: Path, truth: dict) -> dict | None:
    context = multiprocessing.get_context("forkserver")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_extract, args=(name, pdf, truth, sender), daemon=True)
    process.start()
    sender.close()
    try:
        return receiver.recv() if receiver.poll(LIMIT) else print(f"{pdf.name}: {name}: no end after {LIMIT} s", file=sys.stderr)
    except EOFError:
        return print(f"{pdf.name}: {name}: failed", file=sys.stderr)
    finally:
        process.kill()
        process.join()


def _extract(name: str, pdf: Path, truth: dict, sender) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library says of itself
    sender.send(record(EXTRACTORS[name](pdf), truth))


def record(tables: list, truth: dict) -> dict:
    """A record like the program's, as far as a general extractor gets: cells, no findings."""
    rows = [[clean(cell) for cell in row] for table in tables for row in table]
    forms = {
        "article20": {r: (text, [c for c, _ in item.columns]) for item in form.ARTICLE20[truth["template"]] for r, text in item.rows},
        "applications": {r: (text, [c for c, _ in form.APPLICATION_COLUMNS]) for r, _, text in form.APPLICATION_ROWS[truth["applicationsTemplate"]]},
    }
    found: dict = {}
    for row in rows:
        last = max((i for i, text in enumerate(row) if text and re.search("[\u4e00-\u9fff]", text) and text not in PLACEHOLDERS), default=None)
        numbers = [t for t in row if t is not None]
        if last is None:
            if len(numbers) == 15 and any(numbers):
                _review(numbers, found)
            continue
        values = [t for t in row[last + 1 :] if t is not None]
        best = max(((difflib.SequenceMatcher(None, row[last], text).ratio(), table, r) for table, labels in forms.items() for r, (text, _) in labels.items()))
        ratio, table, r = best
        columns = forms[table][r][1]
        if ratio >= LIKE and len(values) == len(columns) and r not in found.get(table, {}):
            found.setdefault(table, {})[r] = {c: cell(v) for c, v in zip(columns, values)}
    return {"findings": [], "report": {"tables": [
        {"id": t, "rows": [{"id": r, "cells": cells} for r, cells in rows.items()]} for t, rows in found.items()]}}


def _review(numbers: list[str], found: dict) -> None:
    cells = found.setdefault("reviewAndLitigation", {})
    for i, (row, _) in enumerate(form.REVIEW_ROWS):
        cells[row] = {c: cell(v) for (c, _), v in zip(form.REVIEW_COLUMNS, numbers[5 * i : 5 * i + 5])}


def clean(text: str | None) -> str | None:
    return None if text is None else re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def cell(text: str) -> dict:
    if not text:
        return {"state": "blank", "text": "", "value": None}
    if text in PLACEHOLDERS:
        return {"state": "placeholder", "text": text, "value": None}
    match = re.fullmatch(r"([-+增减]?)(\d[\d,]*(?:\.\d+)?)(?:元|万元)?(?:\([^()]*\))?", text)
    if not match:
        return {"state": "unread", "text": text, "value": None}
    value = Decimal(match[2].replace(",", ""))
    return {"state": "number", "text": text, "value": -value if match[1] in ("-", "减") else value}
