#!/usr/bin/env python3
"""Holds every #include to the arrows of DESIGN.md: who may know whom.

text <- model <- {edit, extract, exchange, agreement} <- {cli, web}; learn knows extract; within web,
platform knows nothing of the project, textview only its text, and panels nothing of the browser.
"""
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

CORE = {
    "core/text": [],
    "core/model": ["core/text"],
    "core/edit": ["core/text", "core/model"],
    "core/extract": ["core/text", "core/model"],
    "core/exchange": ["core/text", "core/model"],
    "core/agreement": ["core/text", "core/model"],
    "core/learn": ["core/text", "core/model", "core/extract"],
}
ALLOWED = {
    **CORE,
    "core/cli": list(CORE),
    "web/platform": [],
    "web/textview": ["core/text", "web/platform/fonts.hpp"],
    "web/panels": [*CORE, "web/textview", "web/app", "web/platform/fonts.hpp", "web/platform/host.hpp"],
    "web/app": [*CORE, "web/textview", "web/panels", "web/platform"],
    "web/page": ["web/app", "core/text"],
}
# Libraries that only the named rooms may use.
RESERVED = {
    "imgui": ["web/platform", "web/textview", "web/panels", "web/app"],
    "emscripten": ["web/platform"],
    "GLES3": ["web/platform", "web/textview"],
    "nlohmann": ["core/exchange", "core/cli"],
    "fstream": ["core/cli"],
    "iostream": ["core/cli"],
    "chrono": ["core/cli"],
    "random": [],
}
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.MULTILINE)


def faults_of(path):
    room = "/".join(path.split("/")[:2])
    for quote, target in INCLUDE.findall((ROOT / path).read_text()):
        if quote == '"' and not target.startswith((room + "/", *ALLOWED[room])):
            yield f"{path} includes {target}, which {room} may not know"
        library = re.split(r"[/._]", target)[0]
        if quote == "<" and room not in RESERVED.get(library, [room]):
            yield f"{path} includes <{target}>, which is not for {room}"


def main():
    files = subprocess.run(["git", "ls-files", "core/*.[ch]pp", "web/*.[ch]pp"], cwd=ROOT, check=True,
                           capture_output=True, text=True).stdout.split()
    faults = [fault for path in files for fault in faults_of(path)]
    print("\n".join(faults) or f"{len(files)} files, every include in order")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
