#!/usr/bin/env python3
"""`standpoint evaluate` against the reference script, on the dev corpus and systems made from it.

usage: score_equals_reference.py STANDPOINT
Needs the news corpus and the script beside it ($STANDPOINT_DATA, or ../shared/data beside the
checkout); without them it says so and exits with 77, which ctest shows as skipped.
"""
import copy
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("STANDPOINT_DATA", ROOT.parent / "shared" / "data"))
GOLD = DATA / "news" / "dev.jsonl"
REFERENCE = DATA.parent / "tools" / "score.py"
TYPES = ["PER", "ORG", "GPE", "LOC", "FAC", "NORP", "DATE", "MONEY"]
DECISIONS = ["suggested", "accepted", "rejected"]


def load(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def moved(span, length, chance):
    """The span, or one that begins or ends a little elsewhere."""
    begin, end = span
    if chance.random() < 0.5:
        begin = max(0, begin + chance.randint(-8, 3))
    else:
        end = min(length, end + chance.randint(-3, 8))
    return [begin, end] if begin < end else span


def items(document):
    for name in ("entities", "attributions", "stances"):
        yield from document[name]


def reject_some(document, chance):
    for item in items(document):
        if chance.random() < 0.3:
            item["decision"] = chance.choice(DECISIONS)


def move_spans(document, chance):
    length = len(document["text"])
    for item in document["entities"]:
        if chance.random() < 0.3:
            item["start"], item["end"] = moved([item["start"], item["end"]], length, chance)
            del item["text"]
    for item in document["attributions"]:
        for part in ("source", "cue"):
            if item[part] and chance.random() < 0.3:
                item[part] = chance.choice([None, moved(item[part], length, chance)])
        if len(item["content"]) == 1 and chance.random() < 0.3:
            item["content"] = moved(item["content"][0], length, chance)
    for item in document["stances"]:
        if chance.random() < 0.4:
            item["evidence"] = [moved(item["evidence"], length, chance)]


def change_names(document, chance):
    names = [entity["canonical"] for entity in document["entities"]] + ["the Police", "-", " Nobody "]
    for item in document["attributions"] + document["stances"]:
        draw = chance.random()
        if draw < 0.2:
            item["holder"] = chance.choice(names)
        elif draw < 0.4:
            item["holder"] = "The " + item["holder"].upper()
    for item in document["stances"]:
        if chance.random() < 0.3:
            item["target"] = "@" + chance.choice(names)
    for target in document["targets"]:
        if chance.random() < 0.3:
            target["text"] = "the " + target["text"].swapcase()


def change_labels(document, chance):
    for item in document["entities"]:
        if chance.random() < 0.3:
            item["type"] = chance.choice(TYPES)
        if chance.random() < 0.1:
            item["label"] = item.pop("type")
    for item in document["stances"]:
        if chance.random() < 0.4:
            item["polarity"] = chance.choice(["favor", "against", "neutral", "unclear"])


def reorder_and_double(document, chance):
    for name in ("entities", "attributions", "stances"):
        extra = [copy.deepcopy(item) for item in document[name] if chance.random() < 0.2]
        document[name] += extra
        chance.shuffle(document[name])


def drop_some(document, chance):
    for name in ("entities", "attributions", "stances"):
        document[name] = [item for item in document[name] if chance.random() < 0.7]


CHANGES = [reject_some, move_spans, change_names, change_labels, reorder_and_double, drop_some]


def systems(gold):
    yield "gold itself", gold
    yield "nothing", []
    for change in CHANGES:
        chance = random.Random(change.__name__)
        system = copy.deepcopy(gold)
        for document in system:
            change(document, chance)
        yield change.__name__, system
    for seed in range(4):
        chance = random.Random(seed)
        system = [copy.deepcopy(document) for document in gold if chance.random() < 0.9]
        for document in system:
            for change in CHANGES:
                change(document, chance)
        yield f"everything, seed {seed}", system


def output(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command} exited with {done.returncode}:\n{done.stderr}")
    return done.stdout


def differences(standpoint, gold, system, options):
    """The lines of the reference that are not ours, in JSON and as a table."""
    wanted = json.loads(output(sys.executable, str(REFERENCE), gold, system, "--json", *options))
    ours = json.loads(output(standpoint, "evaluate", gold, system, "--json", *options))
    wrong = [f"{name}: {ours.get(name)}, should be {row}"
             for name, row in wanted.items() if ours.get(name) != row]
    table = output(sys.executable, str(REFERENCE), gold, system, *options).splitlines()
    our_table = output(standpoint, "evaluate", gold, system, *options).splitlines()
    if our_table[:len(table)] != table:
        wrong.append("the table differs")
    return wrong


def main(standpoint):
    for needed in (GOLD, REFERENCE):
        if not needed.exists():
            print(f"skipped: there is no {needed}")
            return 77
    gold = load(GOLD)
    failures = count = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "system.jsonl")
        extracted = os.path.join(folder, "extracted.jsonl")
        output(standpoint, "extract", "--fresh", "--keep-targets", "-o", extracted, str(GOLD))
        cases = list(systems(gold)) + [("extracted", load(extracted))]
        for name, system in cases:
            with open(path, "w", encoding="utf-8") as file:
                for document in system:
                    file.write(json.dumps(document, ensure_ascii=False) + "\n")
            for sides in ((str(GOLD), path), (path, str(GOLD))):
                for options in ([], ["--plo"]):
                    count += 1
                    for wrong in differences(standpoint, *sides, options):
                        failures += 1
                        print(f"{name} {options}: {wrong}")
    print(f"{count} comparisons, {failures} differences")
    return 1 if failures or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
