"""Web pages → PDFs by Qt's text documents; run by the system's Python. Takes a list of jobs (JSON)."""

import json
import sys

from PyQt5.QtGui import QFont, QPageLayout, QPageSize, QTextDocument
from PyQt5.QtPrintSupport import QPrinter
from PyQt5.QtWidgets import QApplication

application = QApplication(sys.argv[:1])
with open(sys.argv[1], encoding="utf-8") as listing:
    jobs = json.load(listing)
for job in jobs:
    document = QTextDocument()
    document.setDefaultFont(QFont(job["font"], int(job["size"])))
    with open(job["html"], encoding="utf-8") as page:
        document.setHtml(page.read())
    printer = QPrinter(QPrinter.HighResolution)
    printer.setOutputFormat(QPrinter.PdfFormat)
    printer.setOutputFileName(job["pdf"])
    printer.setPageSize(QPageSize(QPageSize.A4))
    printer.setPageOrientation(QPageLayout.Landscape if job["landscape"] else QPageLayout.Portrait)
    printer.setPageMargins(22, 25, 22, 25, QPrinter.Millimeter)
    document.print_(printer)
