#!/usr/bin/env python3
"""Opens the web page of a run in a real browser and uses it: sorts, filters, searches, opens reports, presses keys.

    check.py GONGKAI FOLDER [PICTURES]

FOLDER holds reports; screenshots, wide and narrow, light and dark, go to PICTURES.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from browser import Browser

failures = []


def expect(condition, what):
    print(("ok    " if condition else "FAIL  ") + what)
    if not condition:
        failures.append(what)


def audit(gongkai, folder, *arguments):
    return subprocess.run([gongkai, "audit", "--no-progress", "--lang", "zh", *arguments, folder], capture_output=True,
                          check=False).stdout


def main():
    gongkai, folder = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    pictures = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else pathlib.Path(tempfile.mkdtemp())
    pictures.mkdir(parents=True, exist_ok=True)
    page = pathlib.Path(tempfile.mkdtemp()) / "report.html"
    audit(gongkai, folder, "--format", "html", "--output", str(page))
    folder_pages = page.parent / "pages"
    audit(gongkai, folder, "--format", "html", "--output", f"{folder_pages}/")
    pages = [page.as_uri()]
    batch = json.loads(audit(gongkai, folder, "--format", "json"))
    reports = batch["reports"]
    browser = Browser()
    try:
        use(browser, page.as_uri(), reports, pictures)
        expect(browser.complaints == [], f"no complaints on the console: {browser.complaints}")
        walk(browser, folder_pages, len(reports))
        expect(browser.complaints == [], f"no complaints of the folder either: {browser.complaints}")
        pages.append(folder_pages.as_uri())
        strangers = [url for url in browser.requests if not any(url.startswith(p) for p in pages)]
        expect(strangers == [], f"nothing is asked of the network: {strangers}")
    finally:
        browser.close()
    print(f"{len(failures)} failures; screenshots in {pictures}")
    sys.exit(1 if failures else 0)


def use(browser, url, reports, pictures):
    visible = "[...document.querySelectorAll('#list tbody tr')].filter(r => !r.hidden)"
    browser.open(url)
    expect(browser.run(f"{visible}.length") == len(reports), "every report is listed")
    errors = sum(f["severity"] == "error" for r in reports for f in r["findings"])
    expect(browser.run("document.querySelector('.figures .error b').textContent") == str(errors), "errors are counted")
    for width, dark in [(1400, False), (1400, True), (420, False), (420, True)]:
        browser.look(pictures / f"overview-{width}-{'dark' if dark else 'light'}.png", width, 1400, dark)
        expect(browser.run("document.documentElement.scrollWidth <= innerWidth"), f"nothing hangs over at {width}")

    browser.look(pictures / "overview.png")
    column = "[...document.querySelectorAll('#list tbody tr')].map(r => Number(r.cells[2].textContent))"
    browser.run("document.getElementById('language').click()")
    expect(browser.run("document.documentElement.lang") == "en", "speaks English")
    seen = browser.run("document.body.innerText")
    expect("By severity" in seen and "按规则" not in seen and "error" in seen, "all of it, and nothing twice")
    options = browser.run("[...document.getElementById('severity').options].map(o => o.textContent)")
    expect(options[:2] == ["all", "error"], "the choices too")
    browser.look(pictures / "overview-english.png", 1400, 1400)
    browser.run("document.getElementById('language').click()")
    expect("按规则" in browser.run("document.body.innerText"), "and Chinese again")
    pick = "[...document.querySelectorAll('[data-pick]')].find(a => a.dataset.pick === 'severity:error').click()"
    browser.run(pick)
    wrong = sum(any(f["severity"] == "error" for f in r["findings"]) for r in reports)
    expect(browser.run(f"{visible}.length") == wrong, "a bar leads to its reports")
    browser.run("for (const i of ['severity', 'rule']) { const f = document.getElementById(i); f.value = '';"
                " f.dispatchEvent(new Event('input')); }")
    browser.run("document.querySelectorAll('#list thead button')[2].click()")
    counts = browser.run(column)
    expect(counts == sorted(counts, reverse=True) and counts[0] > 0, "sorts by errors, most first")
    browser.run("document.querySelectorAll('#list thead button')[2].click()")
    expect(browser.run(column) == sorted(counts), "and the other way round")
    expect(browser.run("document.querySelectorAll('#list th')[2].ariaSort") == "ascending", "says how it is sorted")

    set_value = "(i, v) => {const f = document.getElementById(i); f.value = v; f.dispatchEvent(new Event('input'));}"
    browser.run(f"({set_value})('rule', 'A002')")
    wanted = sum(any(f["rule"] == "A002" for f in r["findings"]) for r in reports)
    expect(browser.run(f"{visible}.length") == wanted > 0, "filters by rule")
    browser.run(f"({set_value})('rule', '')")
    browser.run(f"({set_value})('severity', 'none')")
    clean = sum(not r["findings"] for r in reports)
    expect(browser.run(f"{visible}.length") == clean, "filters by severity")
    browser.run(f"({set_value})('severity', '')")
    browser.key("/", 191, "/")
    expect(browser.run("document.activeElement.id") == "search", "the slash key leads to the search")
    browser.run(f"({set_value})('search', 'broken-sum.pdf')")
    expect(browser.run(f"{visible}.length") == 1, "searches")
    expect(browser.run("document.getElementById('shown').textContent") == "1", "counts what is shown")

    browser.run(f"{visible}[0].querySelector('a').click()")
    browser.wait("document.querySelector('article:target')")
    shown = "getComputedStyle(document.querySelector('%s')).display"
    expect(browser.run(shown % "#overview") == "none", "a report takes the place of the list")
    expect(browser.run("[...document.querySelectorAll('article')].filter(a => a.offsetParent).length") == 1,
           "one report is shown")
    expect(browser.run("document.querySelector('article:target svg image').getBBox().width > 300"), "with its picture")
    browser.run("document.querySelector('article:target .finding').focus()")
    expect(browser.run("document.querySelectorAll('article:target td.hot').length") > 0, "a finding shows its cells")
    for width, dark in [(1400, False), (1400, True), (420, False), (420, True)]:
        browser.look(pictures / f"report-{width}-{'dark' if dark else 'light'}.png", width, 1400, dark)
        expect(browser.run("document.documentElement.scrollWidth <= innerWidth"),
               f"nothing of a report hangs over at {width}")
    browser.paper()
    expect(browser.run("[...document.querySelectorAll('article:target figure, article:target .scroll')]"
                       ".every(e => e.scrollWidth <= e.clientWidth + 1)"), "on paper nothing is cut off")
    expect(browser.run("[...document.querySelectorAll('article:target details, #language, .tools')]"
                       ".every(e => !e.offsetParent)"), "and nothing asks to be clicked")
    (pictures / "report.pdf").write_bytes(browser.pages())
    browser.paper("")
    before = browser.run("location.hash")
    browser.run("document.activeElement.blur()")
    browser.key("j", 74, "j")
    browser.wait(f"location.hash !== '{before}' && document.activeElement.tagName === 'H1'")
    expect(True, "the next report takes the focus")
    browser.key("Escape", 27)
    browser.wait("location.hash === '#overview'")
    expect(browser.run(shown % "#overview") != "none", "Escape leads back to the list")


def walk(browser, folder, count):
    """From the overview of a folder through all of its reports and back."""
    browser.open((folder / "index.html").as_uri())
    browser.run("document.getElementById('language').click()")
    browser.run("document.querySelector('#list a').click()")
    browser.wait("document.querySelector('main.one article')")
    seen = 1
    while browser.run("Boolean(document.querySelector('.trail [rel=next]'))"):
        before = browser.run("location.href")
        browser.key("j", 74, "j")
        browser.wait(f"location.href !== '{before}' && document.readyState === 'complete'")
        seen += 1
    expect(seen == count, "the next links lead through every report of a folder")
    expect(browser.run("document.documentElement.lang") == "en", "which stay in the language chosen")
    before = browser.run("location.href")
    browser.key("k", 75, "k")
    browser.wait(f"location.href !== '{before}' && document.readyState === 'complete'")
    expect(browser.run("location.href").endswith(f"{count - 1:05}.html"), "and back")
    browser.key("Escape", 27)
    browser.wait("document.getElementById('list')")
    expect(True, "and to the list")


if __name__ == "__main__":
    main()
