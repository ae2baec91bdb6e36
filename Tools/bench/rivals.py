"""The text of every page of every file on standard input, in one process: rivals.py pdfplumber|pymupdf < list-of-paths"""

import sys

paths = sys.stdin.read().splitlines()
characters = 0
if sys.argv[1] == "pdfplumber":
    import pdfplumber

    for path in paths:
        with pdfplumber.open(path) as document:
            characters += sum(len(page.extract_text()) for page in document.pages)
else:
    import pymupdf

    for path in paths:
        with pymupdf.open(path) as document:
            characters += sum(len(page.get_text()) for page in document)
print(characters)
