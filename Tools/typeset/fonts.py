"""Where the fonts of the styles are, for producers that want a file."""

from __future__ import annotations

import functools
import subprocess
from pathlib import Path


@functools.cache
def truetype(family: str) -> tuple[Path, int]:
    """A TrueType file and the index of the face in it: of the family if it is TrueType, else of one that is."""
    if family not in ("WenQuanYi Zen Hei", "AR PL UMing CN"):
        family = "AR PL UMing CN" if "Serif" in family else "WenQuanYi Zen Hei"
    answer = subprocess.run(["fc-match", "-f", "%{file}|%{index}", family], capture_output=True, text=True, check=True).stdout
    file, index = answer.rsplit("|", 1)
    return Path(file), int(index)
