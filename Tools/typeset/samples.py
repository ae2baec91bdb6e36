"""Typesets SampleReports: small reports that each show one thing, with the truth beside each.

    python3 -m typeset.samples [--out SampleReports]
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path

from . import document, flatten, producers, published, truth
from .producers import Job
from .style import Style

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "SampleReports"
SEED = "samples"
SERIF, SANS = "AR PL UMing CN", "WenQuanYi Zen Hei"


@dataclass(frozen=True)
class Sample:
    name: str
    producer: str  # or the form of a flattened text
    shows: str
    chinese: str
    style: Style = field(default_factory=Style)
    figures: str = ""  # of a published report; else invented
    encoding: str = ""  # of a text
    scale: str = "medium"  # of invented numbers


SAMPLES = (
    Sample("clean-2019-form", "docx", "The form of 2019 and 2020, all sums right; figures of Luojiang's finance bureau, 2020.",
           "2019年格式，数据勾稽全部正确。", Style(font=SERIF, pageNumbers="— n —"), "luojiang-finance-2020"),
    Sample("clean-2021-form", "docx", "The form in use since 2021, all sums right; figures of Suqian, 2023.",
           "2021年格式，数据勾稽全部正确。", Style(font=SERIF, size=9, pageNumbers="— n —"), "suqian-2023"),
    Sample("blank-cells", "chromium", "Zero cells and most totals are left empty; figures of Shanghai's general office, 2019.",
           "零值单元格和大部分总计留空。",
           Style(font=SANS, size=9, zeros="blankCounts", blankTotals=True, amount="yuan", vertical="vertical", pageNumbers="-n-"), "shanghai-office-2019"),
    Sample("slash-placeholders", "weasyprint", "Every zero is printed as a slash.", "零值一律填“/”。",
           Style(font=SANS, size=9, zeros="/", headers="spaced", runningHeader=True)),
    Sample("broken-sum", "docx", "One number of the applications table is wrong, so that its row and its column do not add up.",
           "申请表中有一个数字填错，所在行、列均不平。", Style(font=SERIF, size=9, mutated="one", pageNumbers="— n —")),
    Sample("broken-sum-review", "mupdf", "The reviews do not add up to their total.", "行政复议一组数字与总计不符。",
           Style(font=SANS, mutated="review", pageNumbers="n / m", vertical="stacked")),
    Sample("missing-section", "wkhtmltopdf", "The sixth section is left out.", "缺少第六部分“其他需要报告的事项”。",
           Style(font=SANS, size=9, missingSection=6, pageNumbers="-n-")),
    Sample("missing-row", "mupdf", "The applications table lacks one of its rows.", "申请表缺少一行。",
           Style(font=SERIF, size=9, missingRow="rejected.reconfirmation", groups="split")),
    Sample("across-pages", "docx", "A label is cut by a page break; the review table has its header on one page and its numbers on the next.",
           "标签被分页切断，复议诉讼表的表头与数字分在两页。",
           Style(font=SERIF, size=9, breakTable="label", reviewSplit=True, pageNumbers="— n —", valign="top")),
    Sample("mixed-forms", "docx", "The article 20 table of 2021 beside the applications table of 2019; figures of Hongze, 2024.",
           "新版第二十条表与旧版申请表混用。", Style(font=SERIF, size=9, rules="shaded", severalTables=True, vertical="vertical"), "hongze-2024"),
    Sample("stale-form", "reportlab-ttf", "A report on 2023 in the form of 2019.", "2023年度报告仍使用2019年格式。",
           Style(font=SANS, size=9, form="stale", change="plus", pageNumbers="-n-")),
    Sample("unembedded-font", "reportlab", "The font is not in the file: reading it needs poppler-data.", "字体未嵌入，读取需要 poppler-data。",
           Style(size=9, vertical="vertical", pageNumbers="— n —", normative=True)),
    Sample("text-says-none", "mupdf", "The text says that no application was received, the table counts some.", "正文称未收到申请，表中却有数据。",
           Style(font=SERIF, size=9, narrative="contradiction", contents="preamble", prompt=True)),
    Sample("kangxi-radicals", "mupdf", "Kangxi radicals stand in place of many characters, as some producers write them.", "康熙部首字符代替常用汉字。",
           Style(font=SANS, size=9, radicals="kangxi", extraRow="documents", runningHeader=True)),
    Sample("page-on-its-side", "docx", "The page with the applications table is shown on its side.", "申请表所在页面为横置。",
           Style(font=SERIF, size=9, rotated="sideways", numbers="fullwidth")),
    Sample("scan", "reportlab", "Pages are pictures without any text.", "整页为图片，没有文字层。", Style(size=9, layer="scan")),
    Sample("tabs", "tsv", "Flattened text, tab-separated, a label cut by a page break.", "制表符分隔的文本，标签被分页切断。",
           Style(breakTable="label", headers="spaced"), encoding="utf8"),
    Sample("gb18030", "spaces", "Flattened text aligned by spaces, in GB18030.", "以空格对齐的文本，GB18030 编码。", Style(), encoding="gb18030"),
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="typeset.samples", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=FOLDER)
    folder = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    for name, size in typeset(SAMPLES, folder, SEED):
        print(f"{name}: {size // 1024} KiB", file=sys.stderr)
    (folder / "README.md").write_text(readme(), encoding="utf-8")


def typeset(samples: tuple[Sample, ...], folder: Path, seed: str) -> list[tuple[str, int]]:
    """Prints all samples, one start a producer. Answers names and sizes of the files."""
    made = []
    by_producer: dict[str, list[Job]] = {}
    for sample in samples:
        figures = published.published(sample.figures) if sample.figures else None
        report = document.report(sample.name, seed, sample.style, figures, sample.scale)
        if sample.producer in producers.PRODUCERS:
            by_producer.setdefault(sample.producer, []).append(Job(report, folder / f"{sample.name}.pdf"))
            continue
        path = folder / f"{sample.name}.txt"
        flatten.write(flatten.form(sample.producer, report), path, sample.encoding or "utf8")
        truth.write(report, folder, path.name, f"txt-{sample.producer}", {"encoding": sample.encoding})
        made.append((path.name, path.stat().st_size))
    for producer, jobs in by_producer.items():
        if failed := producers.print_all(producer, jobs):
            sys.exit(f"{producer} did not print {', '.join(failed)}")
        for job in jobs:
            truth.write(job.report, folder, job.pdf.name, producer)
            made.append((job.pdf.name, job.pdf.stat().st_size))
    return sorted(made)


def readme() -> str:
    lines = [
        "# Sample reports", "",
        "Small annual reports that each show one thing. `NAME.truth.json` says what stands in every cell. Bodies, narratives and most figures",
        "are invented; where figures are those of a published report, it is said. All of this folder is made by `python3 -m typeset.samples`",
        "(run in `Tools/`); nothing here is to be edited by hand.", "",
        "每个文件展示一种情形；数据和文字除注明外均为虚构。", "",
        "| file | shows | 说明 |", "|---|---|---|",
    ]
    for s in SAMPLES:
        file = f"{s.name}.{'pdf' if s.producer in producers.PRODUCERS else 'txt'}"
        lines.append(f"| [{file}]({file}) | {s.shows} | {s.chinese} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
