#!/usr/bin/env python3
"""Makes the products from what Emscripten linked, prints their sizes and holds them to a budget.

usage: pack.py BUILD_FOLDER DIST_FOLDER

DIST/standpoint.html  the whole program in one file, for opening from disk
DIST/site/            the same for static hosting: index.html and one script named by its content
DIST/core/            the extraction core alone, as an ES module

Both pages hold the whole program: the WebAssembly is part of it, packed with gzip and base64, so that
nothing has to be fetched and the Content-Security-Policy can forbid every connection. The policy
admits scripts and styles by their hashes alone. In one file the script stands in the page, after the
WebAssembly as a block of data: as a literal of the script it would be hashed and scanned at every
start. On a site both are app.<hash>.js, admitted by the same hash as its integrity attribute.
"""
import base64
import gzip
import hashlib
import os
import re
import shutil
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parent
MODEL = PAGE / "../../assets/model/names.model"
# Bytes of the file as it is, and when gzipped. A page is 1.5 MB and the model, packed and as text: at
# most 1.5 MB gzipped, a third more as text.
BUDGETS = {
    "names.model": (2_500_000, 1_500_000),
    "standpoint.html": (3_500_000, 2_650_000),
    "site": (3_500_000, 2_650_000),
    "core": (3_600_000, 2_000_000),
}


def digest(text):
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def fill(template, **parts):
    return re.sub(r"\{\{(\w+)\}\}", lambda match: parts[match.group(1)], template)


def policy(scripts, style):
    return "; ".join([
        "default-src 'none'",
        f"script-src {' '.join(map(repr, scripts))} 'wasm-unsafe-eval'",
        f"style-src '{style}'",
        "img-src data: blob:",
        "worker-src blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ])


def packed_wasm(build):
    wasm = gzip.compress((build / "standpoint_page.wasm").read_bytes(), 9, mtime=0)
    return base64.b64encode(wasm).decode()


def program(build, packed):
    """Boot script and glue; `packed` is the expression that gives the packed WebAssembly."""
    script = fill((PAGE / "boot.js").read_text(),
                  glue=(build / "standpoint_page.js").read_text(), packed=packed)
    for forbidden in ("</script", "<!--", "\r"):  # would end or change an inline script
        if forbidden in script:
            sys.exit(f"pack.py: the program's script contains {forbidden!r}")
    return script


def page(program_tags, script_digest):
    style = (PAGE / "shell.css").read_text()
    guard = (PAGE / "guard.js").read_text()
    canvas = (PAGE / "canvas.js").read_text()
    return fill((PAGE / "shell.html").read_text(), style=style, guard=guard, canvas=canvas,
                program=program_tags,
                policy=policy(scripts=[digest(guard), digest(canvas), script_digest],
                              style=digest(style)))


def write(path, text):
    """Replaces the file in one step, and only if it changes."""
    if path.exists() and path.read_text() == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text)
    os.replace(fresh, path)


def pack_pages(build, dist):
    wasm = packed_wasm(build)
    script = program(build, 'document.getElementById("wasm").textContent')
    tags = f'<script type="text/plain" id="wasm">{wasm}</script>\n<script>{script}</script>'
    write(dist / "standpoint.html", page(tags, digest(script)))

    script = program(build, f'"{wasm}"')
    script_digest = digest(script)
    name = f"app.{hashlib.sha256(script.encode()).hexdigest()[:16]}.js"
    site = dist / "site"
    write(site / name, script)
    tag = f'<script src="{name}" integrity="{script_digest}"></script>'
    write(site / "index.html", page(tag, script_digest))
    for stale in site.glob("app.*.js"):
        if stale.name != name:
            stale.unlink()


def pack_core(build, dist):
    core = dist / "core"
    core.mkdir(parents=True, exist_ok=True)
    for source, name in ((PAGE / "core_module.mjs", "standpoint-core.mjs"),
                         (PAGE / "core_module_README.md", "README.md"),
                         (build / "standpoint_core_module.wasm", "standpoint-core.wasm")):
        shutil.copyfile(source, core / name)


def report(dist):
    """Prints every file's size, and each product's against its budget; false if one is over."""
    within = True
    print(f"{'':34}{'raw':>12}{'gzipped':>12}")
    for product, (raw_budget, gzip_budget) in BUDGETS.items():
        root = MODEL if product == MODEL.name else dist / product
        files = sorted(f for f in root.rglob("*") if f.is_file()) if root.is_dir() else [root]
        raw = gzipped = 0
        for file in files:
            content = file.read_bytes()
            sizes = len(content), len(gzip.compress(content, 9))
            raw, gzipped = raw + sizes[0], gzipped + sizes[1]
            name = file.name if file == MODEL else str(file.relative_to(dist))
            print(f"{name:34}{sizes[0]:>12,}{sizes[1]:>12,}")
        over = raw > raw_budget or gzipped > gzip_budget
        within = within and not over
        print(f"  {product + (' OVER BUDGET' if over else ' within'):32}"
              f"{raw_budget:>12,}{gzip_budget:>12,}")
    return within


def main():
    build, dist = Path(sys.argv[1]), Path(sys.argv[2])
    pack_pages(build, dist)
    pack_core(build, dist)
    if not report(dist):
        sys.exit("pack.py: over budget")


if __name__ == "__main__":
    main()
