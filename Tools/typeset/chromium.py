"""Prints many HTML files through one start of headless Chromium, spoken to over its debugging pipe."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path


class Chromium:
    """A running browser; use it as a context."""

    def __enter__(self) -> "Chromium":
        program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if not program:
            raise FileNotFoundError("chromium")
        self.profile = tempfile.TemporaryDirectory(prefix="typeset-chromium-")
        to_browser, self.write_end = os.pipe()
        self.read_end, from_browser = os.pipe()

        def connect() -> None:  # the browser reads commands from 3 and answers on 4
            held = os.dup(from_browser)
            os.dup2(to_browser, 3)
            os.dup2(held, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe",
             f"--user-data-dir={self.profile.name}", "about:blank"],
            preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.buffer, self.count = b"", 0
        target = self.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        self.session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        self.call("Page.enable", session=self.session)
        return self

    def __exit__(self, *_) -> None:
        try:
            self.call("Browser.close")
        except (OSError, RuntimeError, EOFError):
            self.process.kill()
        self.process.wait(20)
        os.close(self.write_end)
        os.close(self.read_end)
        self.profile.cleanup()

    def _receive(self) -> dict:
        while b"\0" not in self.buffer:
            data = os.read(self.read_end, 1 << 20)
            if not data:
                raise EOFError("the browser went away")
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method: str, parameters: dict | None = None, session: str | None = None) -> dict:
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters or {}} | ({"sessionId": session} if session else {})
        os.write(self.write_end, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def print(self, html: Path, pdf: Path, landscape: bool, header: str, footer: str, font: str) -> None:
        self.call("Page.navigate", {"url": html.resolve().as_uri()}, self.session)
        while self._receive().get("method") != "Page.loadEventFired":
            pass
        small = f'<div style="width:100%;text-align:center;font-size:9px;font-family:{font}">'
        result = self.call("Page.printToPDF", {
            "landscape": landscape, "preferCSSPageSize": True, "printBackground": True, "displayHeaderFooter": bool(header or footer),
            "headerTemplate": f"{small}{header}</div>", "footerTemplate": f"{small}{footer}</div>"}, self.session)
        pdf.write_bytes(base64.b64decode(result["data"]))
