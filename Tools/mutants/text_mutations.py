"""The bytes of a flattened text and a source of chance → damaged bytes."""

from __future__ import annotations

import random

from . import pdf_mutations as raw


def _lines(data: bytes) -> list[bytes]:
    return data.split(b"\n")


def swapped_lines(data: bytes, rng: random.Random, _: list[bytes]) -> bytes:
    lines = _lines(data)
    for _ in range(rng.choice((1, 1, 3))):
        i = rng.randrange(len(lines))
        j = min(len(lines) - 1, i + 1) if rng.random() < 0.5 else rng.randrange(len(lines))
        lines[i], lines[j] = lines[j], lines[i]
    return b"\n".join(lines)


def lost_lines(data: bytes, rng: random.Random, _: list[bytes]) -> bytes:
    lines = _lines(data)
    start = rng.randrange(len(lines))
    del lines[start: start + rng.choice((1, 1, 2, 10))]
    return b"\n".join(lines)


def doubled_lines(data: bytes, rng: random.Random, _: list[bytes]) -> bytes:
    lines = _lines(data)
    start = rng.randrange(len(lines))
    piece = lines[start: start + rng.choice((1, 1, 5))]
    at = start if rng.random() < 0.7 else rng.randrange(len(lines))
    return b"\n".join(lines[:at] + piece + lines[at:])


def broken_lines(data: bytes, rng: random.Random, _: list[bytes]) -> bytes:
    """Breaks and joins where none should be."""
    lines = _lines(data)
    i = rng.randrange(len(lines))
    if rng.random() < 0.5 and len(lines[i]) > 1:
        at = rng.randrange(1, len(lines[i]))
        lines[i: i + 1] = [lines[i][:at], lines[i][at:]]
    else:
        lines[i: i + 2] = [b"".join(lines[i: i + 2])]
    return b"\n".join(lines)


def foreign_lines(data: bytes, rng: random.Random, others: list[bytes]) -> bytes:
    lines, foreign = _lines(data), _lines(rng.choice(others))
    at, start = rng.randrange(len(lines)), rng.randrange(len(foreign))
    return b"\n".join(lines[:at] + foreign[start: start + rng.choice((1, 5, 40))] + lines[at:])


def junk(data: bytes, rng: random.Random, _: list[bytes]) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + rng.randbytes(rng.choice((1, 3, 30, 300))) + data[at:]


def empty_lines(data: bytes, rng: random.Random, _: list[bytes]) -> bytes:
    lines = _lines(data)
    at = rng.randrange(len(lines))
    return b"\n".join(lines[:at] + [b" " * rng.randrange(3)] * rng.choice((1, 3, 500)) + lines[at:])


MUTATIONS = (swapped_lines, lost_lines, doubled_lines, broken_lines, foreign_lines, junk, empty_lines,
             raw.flipped_bits, raw.truncated, raw.without_a_piece, raw.overwritten, raw.changed_line_ends)
