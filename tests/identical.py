#!/usr/bin/env python3
"""The extraction gives the same bytes natively and in WebAssembly, and the same entities alone.

usage: identical.py STANDPOINT CORE_FOLDER

Both read the same texts: the sample article, texts made here (every sentence form with every script
and oddity, seeded), and, where the team's data lies beside the checkout, its news articles.
"""
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT.parent / "shared" / "data" / "news" / "dev.jsonl"
MODULE_RUN = """
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [folder, texts] = process.argv.slice(2);
const { load } = await import(pathToFileURL(folder + "/standpoint-core.mjs"));
const core = await load();
// Not the canonical name: which capitals speak for their countries is seen in statements only.
const alone = ({ start, end, text, type, score }) => [start, end, text, type, score];
for (const line of readFileSync(texts, "utf8").trimEnd().split("\\n")) {
    const { text } = JSON.parse(line);
    const record = core.extractJson(text);
    console.log(record);
    if (JSON.stringify(core.entities(text).map(alone)) !== JSON.stringify(JSON.parse(record).entities.filter(({ entity }) => entity).map(alone)))
        throw new Error(`entities() and extract() differ on ${line}`);
}
"""

NAMES = ["Ana Petrov", "Mayor Lindqvist", "J. R. Smith", "the Harbour Council", "U.S. Senator O’Neil",
         "Зеленский", "岸田", "محمد", "NATO", "Sund Lines Ltd.", "Élodie d’Arc", "👩🏽‍🚀", "Αθήνα"]
CUES = ["said", "warned", "denied", "told reporters", "argued", "refused to say", "welcomed"]
THINGS = ["the toll", "a ban on exports", "the 3.5 % tax", "sending “heavy” weapons", "talks on May 4",
          "the plan’s second stage", "https://example.org/a?b=c", "a $2m fine…", "peace\u00a0talks"]
FORMS = ["{n} {c} that {t} must go.", "“We oppose {t},” {n} {c}.", "According to {n}, {t} was backed by {m}.",
         "{n} {c}: “{t} is good. {m} is wrong.”", "\"{t}\", {c} {n}, who supports {m}.", "{n} ({m}) {c} — {t}",
         "{m}: {n} {c} {t}\n\n", "KYIV, {n} — {m} {c} {t}.\n"]


def made_texts():
    chance = random.Random(20260314)
    for length in [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 200] * 92:
        yield " ".join(chance.choice(FORMS).format(n=chance.choice(NAMES), m=chance.choice(NAMES),
                                                   c=chance.choice(CUES), t=chance.choice(THINGS))
                       for _ in range(length))


def texts():
    yield (ROOT / "assets" / "sample-article.txt").read_text()
    yield from made_texts()
    if NEWS.exists():
        for line in NEWS.read_text().splitlines():
            yield json.loads(line)["text"]


def main():
    standpoint, core = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder, "texts.jsonl")
        runner = Path(folder, "run.mjs")
        lines.write_text("".join(json.dumps({"id": "document", "text": text}) + "\n" for text in texts()))
        runner.write_text(MODULE_RUN)
        native = subprocess.run([standpoint, "extract", lines], check=True, capture_output=True).stdout
        wasm = subprocess.run(["node", runner, Path(core).resolve(), lines], check=True,
                              capture_output=True).stdout
    ours, theirs = native.splitlines(), wasm.splitlines()
    proposals = sum(len(json.loads(line)["entities"]) for line in ours)
    differing = [i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b]
    print(f"{len(ours)} texts, {len(native):,} bytes, {proposals:,} mentions")
    if len(ours) != len(theirs) or differing:
        print(f"{len(ours)} native and {len(theirs)} WebAssembly records; differing: {differing[:10]}")
        return 1
    return 0 if proposals else 1


if __name__ == "__main__":
    sys.exit(main())
