"""Prints web pages through one start of headless Firefox, spoken to by its remote protocol (Marionette): JSON with its length before it."""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

PORT = 2829
PATIENCE = 60  # seconds for the browser to start


class Firefox:
    """A running browser; use it as a context."""

    def __enter__(self) -> "Firefox":
        program = shutil.which("firefox-esr") or shutil.which("firefox")
        if not program:
            raise FileNotFoundError("firefox")
        self.profile = tempfile.TemporaryDirectory(prefix="typeset-firefox-")
        (Path(self.profile.name) / "user.js").write_text(f'user_pref("marionette.port", {PORT});\n')
        self.process = subprocess.Popen([program, "--headless", "--no-remote", "--profile", self.profile.name, "--marionette"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.socket = self._connect()
        self.stream, self.count = self.socket.makefile("rb"), 0
        self._receive()  # says what it is
        self.call("WebDriver:NewSession", {"capabilities": {}})
        return self

    def __exit__(self, *_) -> None:
        self.socket.close()
        self.process.kill()
        self.process.wait(20)
        self.profile.cleanup()

    @staticmethod
    def _connect() -> socket.socket:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return socket.create_connection(("127.0.0.1", PORT))
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.3)

    def _receive(self):
        length = b""
        while (byte := self.stream.read(1)) != b":":
            if not byte:
                raise EOFError("the browser went away")
            length += byte
        return json.loads(self.stream.read(int(length)))

    def call(self, name: str, parameters: dict):
        self.count += 1
        message = json.dumps([0, self.count, name, parameters]).encode()
        self.socket.sendall(f"{len(message)}:".encode() + message)
        _, _, error, result = self._receive()
        if error:
            raise RuntimeError(f"{name}: {error}")
        return result

    def print(self, html: Path, pdf: Path, landscape: bool) -> None:
        self.call("WebDriver:Navigate", {"url": html.resolve().as_uri()})
        width, height = (29.7, 21.0) if landscape else (21.0, 29.7)
        result = self.call("WebDriver:Print", {
            "page": {"width": width, "height": height}, "margin": {"top": 2.5, "bottom": 2.5, "left": 2.2, "right": 2.2},
            "background": True, "shrinkToFit": False, "orientation": "portrait"})
        pdf.write_bytes(base64.b64decode(result["value"]))
