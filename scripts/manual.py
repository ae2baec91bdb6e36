#!/usr/bin/env python3
"""Writes manual pages from what `gongkai --experimental-dump-help` says, on standard input: gongkai.1 and one a subcommand.

    manual.py FOLDER VERSION
"""
import json
import pathlib
import sys


def escape(text):
    return text.replace("\\", "\\e").replace("-", "\\-").replace("\n.", "\n\\&.").replace("\n'", "\n\\&'")


def option(argument):
    names = [("-" if n["kind"] == "short" else "--") + n["name"] for n in argument.get("names", [])]
    if argument["kind"] == "positional":
        names = ["<" + argument.get("valueName", "value") + ">"]
    head = ", ".join(f"\\fB{escape(n)}\\fR" for n in names)
    if argument["kind"] == "option":
        head += f" \\fI{escape(argument.get('valueName', 'value'))}\\fR"
    text = escape(argument.get("abstract", ""))
    if argument.get("allValues"):
        text += escape(" (" + ", ".join(argument["allValues"]) + ")")
    if argument.get("defaultValue"):
        text += escape(f"; default: {argument['defaultValue']}")
    return f".TP\n{head}\n{text}\n"


def page(command, version, parent=None):
    name = f"{parent}-{command['commandName']}" if parent else command["commandName"]
    call = f"{parent} {command['commandName']}" if parent else command["commandName"]
    arguments = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]
    subcommands = [s for s in command.get("subcommands", []) if s.get("shouldDisplay", True) and s["commandName"] != "help"]
    lines = [f".TH {name.upper()} 1 \"\" \"{version}\" \"gongkai\"\n", ".SH NAME\n",
             f"{escape(name)} \\- {escape(command.get('abstract', ''))}\n", ".SH SYNOPSIS\n", f".B {escape(call)}\n"]
    if subcommands:
        lines.append("\\fIsubcommand\\fR\n")
    else:
        lines.append(" ".join(
            [f"[\\fIoptions\\fR]"] + [f"<{escape(a.get('valueName', 'value'))}>{'...' if a.get('isRepeating') else ''}"
                                     for a in arguments if a["kind"] == "positional"]) + "\n")
    if subcommands:
        lines.append(".SH SUBCOMMANDS\n")
        lines += [f".TP\n.BR {escape(name + '-' + s['commandName'])} (1)\n{escape(s.get('abstract', ''))}\n" for s in subcommands]
    if arguments:
        lines.append(".SH OPTIONS\n")
        lines += [option(a) for a in arguments]
    lines.append(".SH EXIT STATUS\n"
                 ".TP\n0\nevery input was read; no finding at or above the severity of \\-\\-fail\\-on\n"
                 ".TP\n1\nevery input was read; at least one such finding\n"
                 ".TP\n2\nat least one input could not be read\n"
                 ".TP\n64\nwrong usage, or a path that does not exist\n"
                 ".TP\n71\nno worker process could be started\n"
                 ".TP\n74\nthe result could not be written\n"
                 ".TP\n130, 141, 143\nbroken off: by Ctrl-C, by the reader of standard output, by a request to end\n")
    return name, "".join(lines), subcommands


def main():
    folder, version = pathlib.Path(sys.argv[1]), sys.argv[2]
    command = json.load(sys.stdin)["command"]
    name, text, subcommands = page(command, version)
    (folder / f"{name}.1").write_text(text, encoding="utf-8")
    for subcommand in subcommands:
        sub, text, _ = page(subcommand, version, name)
        (folder / f"{sub}.1").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
