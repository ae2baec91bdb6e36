"""Typesets Tests/Fixtures/layouts: a small set over all producers and switches, for tests that need no producer; and
Tests/Fixtures/typeset-twice, one faulty report by three of them.

    python3 -m typeset.fixtures [--out Tests/Fixtures/layouts]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import flatten, planted, producers
from .samples import ROOT, SANS, SERIF, Sample, typeset
from .style import Style

FOLDER = ROOT / "Tests" / "Fixtures" / "layouts"
SEED = "layouts"


def case(name: str, producer: str, encoding: str = "", **switches) -> Sample:
    return Sample(name, producer, "", "", Style(**{"font": SANS, "size": 9} | switches), encoding=encoding)


CASES = (
    # How tables are laid out
    case("vertical-group-chromium", "chromium", vertical="vertical", rules="shaded", pageNumbers="— n —", runningHeader=True),
    case("rows-break-inside-docx", "docx", font=SERIF, breakRows=True, narrowLabels=True, valign="top", vertical="vertical"),
    case("stacked-headers-libreoffice", "libreoffice", font=SERIF, headers="stacked", valign="bottom", pageNumbers="-n-"),
    case("no-rules-weasyprint", "weasyprint", rules="none", align="right", headers="spaced", pageNumbers="n / m"),
    case("narrow-wkhtmltopdf", "wkhtmltopdf", narrow=True, size=8, repeatHeader=True, spacer=120, numbers="thousands"),
    case("split-groups-reportlab", "reportlab", groups="split", valign="bottom", breakRows=True, narrowLabels=True, vertical="vertical"),
    case("column-by-column-reportlab", "reportlab", order="columns", zeros="blank", vertical="stacked"),
    case("shuffled-text-reportlab", "reportlab", order="shuffled", rules="horizontal", runningHeader=True, pageNumbers="— n —"),
    case("landscape-reportlab", "reportlab", landscape=True, repeatHeader=True, size=10.5, headers="spaced"),
    case("page-on-its-side-reportlab", "reportlab", rotated="sideways", zeros="mixed"),
    case("page-turned-upright-reportlab", "reportlab", rotated="upright", groups="split"),
    case("broken-between-rows-reportlab", "reportlab", breakTable="row", reviewSplit=True, pageNumbers="-n-", runningHeader=True),
    case("broken-in-label-reportlab", "reportlab", breakTable="label", repeatHeader=True, groups="split", zeros="blank"),
    case("seal-docx", "docx", font=SERIF, stamp="seal", severalTables=True),
    # How values are written
    case("blank-totals-mupdf", "mupdf", font=SERIF, zeros="blankCounts", blankTotals=True),
    case("signs-reportlab", "reportlab", change="words", amount="wan", remark=True, zeros="—"),
    case("fullwidth-spaced-reportlab", "reportlab", numbers="spaced", change="plus", amount="yuan"),
    # How forms and sections are printed
    case("misprints-reportlab", "reportlab", labels="misprint", lostHeaderLine=True, extraRow="documents", contents="list"),
    case("short-labels-reportlab", "reportlab", labels="short", normative=True, heading="apart", wording=True),
    case("definitions-reportlab", "reportlab", labels="definitions", prompt=True, contents="preamble", size=8),
    case("punctuation-reportlab", "reportlab", labels="punctuation", yearInHeader=True, numbering="two", lostProblems=True),
    case("radicals-reportlab-ttf", "reportlab-ttf", radicals="kangxi", heading="cut", extraColumn=True),
    case("mixed-forms-reportlab", "reportlab", form="mixed", extraRow="invented", labels="spaces"),
    case("missing-column-reportlab", "reportlab", missingColumn="research", heading="space"),
    case("missing-table-reportlab", "reportlab", missingTable="reviewAndLitigation", numbering="wrong"),
    case("two-false-cells-reportlab", "reportlab", mutated="two", subheadings="一是"),
    # Text layers that lie
    case("doubled-text-reportlab", "reportlab", layer="doubled"),
    case("white-digits-reportlab", "reportlab", layer="white"),
    case("clipped-digits-reportlab", "reportlab", layer="clipped"),
    case("outside-the-page-reportlab", "reportlab", layer="outside"),
    case("invisible-wrong-reportlab", "reportlab", layer="invisibleWrong"),
    case("no-tounicode-mupdf", "mupdf", font=SERIF, layer="noToUnicode"),
    case("wrong-tounicode-reportlab-ttf", "reportlab-ttf", layer="wrongToUnicode"),
    case("digits-left-out-weasyprint", "weasyprint", layer="digitsLeftOut", rules="none"),
    case("digits-left-out-docx", "docx", layer="digitsLeftOut"),
    case("wrong-tounicode-no-rules-weasyprint", "weasyprint", layer="wrongToUnicode", rules="none"),
    # Flattened text
    case("tabs-broken-label", "tsv", breakTable="label", zeros="blank", headers="spaced"),
    case("spaces-blank", "spaces", encoding="gb18030", zeros="mixed"),
    case("lines", "lines", encoding="bom", labels="punctuation"),
    case("markdown", "markdown", form="mixed", zeros="blank"),
    case("shattered", "shattered", encoding="utf16"),
)


def twice(folder: Path) -> None:
    """A report with a broken sum, a stale year and no statement of fees, by three producers."""
    folder.mkdir(parents=True, exist_ok=True)

    def report():
        case = planted.clean("typeset-twice", 1, "2021", "small", 2023)
        for rule in ("A002", "S009", "Y001"):
            next(f for f in planted.FAULTS if f.rule == rule).plant(case)
        return case.report()

    for producer in ("reportlab", "weasyprint"):
        producers.print_all(producer, [producers.Job(report(), folder / f"{producer}.pdf")])
    flatten.write(flatten.form("tsv", report()), folder / "tabs.txt", "utf8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="typeset.fixtures", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=FOLDER)
    folder = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    made = typeset(CASES, folder, SEED)
    twice(folder.parent / "typeset-twice")
    for name, size in made:
        print(f"{name}: {size // 1024} KiB", file=sys.stderr)
    print(f"{len(made)} files, {sum(size for _, size in made) // 1024} KiB", file=sys.stderr)


if __name__ == "__main__":
    main()
