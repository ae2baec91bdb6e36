"""Web pages → PDFs by WebKitGTK; run by the system's Python. Takes a list of jobs (JSON)."""

import json
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

with open(sys.argv[1], encoding="utf-8") as listing:
    jobs = json.load(listing)
view, window = WebKit2.WebView(), Gtk.Window()
window.add(view)
window.show_all()


def load(*_) -> bool:
    if not jobs:
        Gtk.main_quit()
    else:
        view.load_uri("file://" + jobs[0]["html"])
    return False


def loaded(_, event) -> None:
    if event == WebKit2.LoadEvent.FINISHED:
        GLib.timeout_add(150, send)


def send() -> bool:
    job = jobs.pop(0)
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, "file://" + job["pdf"])
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    setup = Gtk.PageSetup()
    setup.set_paper_size(Gtk.PaperSize.new("iso_a4"))
    setup.set_orientation(Gtk.PageOrientation.LANDSCAPE if job["landscape"] else Gtk.PageOrientation.PORTRAIT)
    for margin, millimetres in ((setup.set_top_margin, 25), (setup.set_bottom_margin, 25), (setup.set_left_margin, 22), (setup.set_right_margin, 22)):
        margin(millimetres, Gtk.Unit.MM)
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.set_page_setup(setup)
    operation.connect("finished", load)
    operation.print_()
    return False


view.connect("load-changed", loaded)
GLib.idle_add(load)
Gtk.main()
