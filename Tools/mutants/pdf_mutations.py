"""The bytes of a PDF and a source of chance → damaged bytes, as disks, transfers and bad programs make them."""

from __future__ import annotations

import random
import re
import zlib

OBJECT = re.compile(rb"(?m)^\d+ \d+ obj\b.*?\bendobj", re.S)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.S)
NUMBER = re.compile(rb"(?<![\w.])\d+(?![\w.])")
# What a content stream that shows text has, and pictures and fonts have not.
SHOWS_TEXT = re.compile(rb"\bT[jJ]\b")


def flipped_bits(data: bytes, rng: random.Random, _: list[bytes]) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 16, 64))):
        out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
    return bytes(out)


def truncated(data: bytes, rng: random.Random, _: list[bytes]) -> bytes:
    # Half of the time only a little is missing: a transfer that broke off at the end.
    share = rng.random() if rng.random() < 0.5 else 1 - rng.random() * 0.1
    return data[: int(len(data) * share)]


def without_a_piece(data: bytes, rng: random.Random, _: list[bytes]) -> bytes:
    start = rng.randrange(len(data))
    return data[:start] + data[start + rng.choice((1, 7, 64, 512, 4096)):]


def overwritten(data: bytes, rng: random.Random, _: list[bytes]) -> bytes:
    start, length = rng.randrange(len(data)), rng.choice((4, 64, 512, 4096))
    filling = rng.choice((b"\0", b"\xff", b" ")) * length if rng.random() < 0.7 else rng.randbytes(length)
    return (data[:start] + filling + data[start + length:])[: len(data)]


def spliced_objects(data: bytes, rng: random.Random, others: list[bytes]) -> bytes:
    """An object takes the place of another, or stands beside it under the same number."""
    foreign = OBJECT.findall(rng.choice(others)) if rng.random() < 0.5 else OBJECT.findall(data)
    own = list(OBJECT.finditer(data))
    if not own or not foreign:
        return flipped_bits(data, rng, others)
    target, source = rng.choice(own), rng.choice(foreign)
    number = target.group().split(b" ", 1)[0] if rng.random() < 0.7 else source.split(b" ", 1)[0]
    source = number + b" " + source.split(b" ", 1)[1]
    end = target.start() if rng.random() < 0.3 else target.end()
    return data[: target.start()] + source + b"\n" + data[end:]


def swapped_streams(data: bytes, rng: random.Random, others: list[bytes]) -> bytes:
    streams = list(STREAM.finditer(data))
    if len(streams) < 2:
        return flipped_bits(data, rng, others)
    first, second = sorted(rng.sample(streams, 2), key=lambda match: match.start())
    return b"".join((data[: first.start(1)], second.group(1), data[first.end(1): second.start(1)], first.group(1),
                     data[second.end(1):]))


def changed_numbers(data: bytes, rng: random.Random, others: list[bytes]) -> bytes:
    """Numbers outside streams: lengths, offsets, boxes, counts, references."""
    holes = [match.span(1) for match in STREAM.finditer(data)]
    numbers = [m for m in NUMBER.finditer(data) if not any(a <= m.start() < b for a, b in holes)]
    if not numbers:
        return flipped_bits(data, rng, others)
    out = data
    for match in sorted(rng.sample(numbers, min(len(numbers), rng.choice((1, 1, 2, 5)))), key=lambda m: -m.start()):
        value = rng.choice((b"0", b"-1", b"2147483647", b"99999999999999999999", b"%d" % rng.randrange(1000)))
        out = out[: match.start()] + value + out[match.end():]
    return out


def changed_content(data: bytes, rng: random.Random, others: list[bytes]) -> bytes:
    """Lines of a page's own description: taken out, exchanged, doubled, a digit changed, a byte flipped."""
    pages = []
    for match in STREAM.finditer(data):
        try:
            content = zlib.decompress(match.group(1))
        except zlib.error:
            content = match.group(1)
        if SHOWS_TEXT.search(content):
            pages.append((match, content, content is not match.group(1)))
    if not pages:
        return flipped_bits(data, rng, others)
    match, content, is_packed = rng.choice(pages)
    lines = content.split(b"\n")
    for _ in range(rng.choice((1, 1, 3, 10))):
        i, j = rng.randrange(len(lines)), rng.randrange(len(lines))
        kind = rng.randrange(5)
        if kind == 0:
            lines[i] = b""
        elif kind == 1:
            lines[i], lines[j] = lines[j], lines[i]
        elif kind == 2:
            lines[i] = lines[i] + b"\n" + lines[j]
        elif kind == 3 and (digits := list(re.finditer(rb"\d", lines[i]))):
            at = rng.choice(digits).start()
            lines[i] = lines[i][:at] + b"%d" % rng.randrange(10) + lines[i][at + 1:]
        elif lines[i]:
            lines[i] = flipped_bits(lines[i], rng, others)
    content = b"\n".join(lines)
    return data[: match.start(1)] + (zlib.compress(content) if is_packed else content) + data[match.end(1):]


def changed_line_ends(data: bytes, rng: random.Random, _: list[bytes]) -> bytes:
    """A transfer that took it for a text."""
    return data.replace(b"\n", b"\r\n") if rng.random() < 0.5 else bytes(byte & 0x7F for byte in data)


def surrounded(data: bytes, rng: random.Random, _: list[bytes]) -> bytes:
    """Junk before, behind, or the whole twice."""
    junk = rng.randbytes(rng.choice((1, 100, 1000, 5000)))
    return rng.choice((junk + data, data + junk, data + data, b"\n" * 1000 + data))


MUTATIONS = (flipped_bits, flipped_bits, truncated, without_a_piece, overwritten, spliced_objects, swapped_streams,
             changed_numbers, changed_content, changed_content, changed_line_ends, surrounded)
