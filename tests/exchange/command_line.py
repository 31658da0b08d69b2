#!/usr/bin/env python3
"""The `standpoint` command as a program: what comes out, what is said on standard error, and the
exit codes (0 all good, 1 some records bad, 2 usage).

usage: command_line.py STANDPOINT
"""
import json
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import unittest

STANDPOINT = sys.argv.pop(1)
ARTICLE = ("Harbour toll divides the city\n"
           "Mayor Anna Ruiz said on Monday that the city would scrap the harbour toll.\n"
           "\u201cWe oppose the toll,\u201d Ruiz told reporters in Lisbon.\n"
           "Opposition leader Bo Lind supports the harbour toll.\n")


def run(*words, stdin="", limit_mb=None):
    def limit():
        if limit_mb:
            resource.setrlimit(resource.RLIMIT_AS, (limit_mb << 20, limit_mb << 20))
    data = stdin if isinstance(stdin, bytes) else stdin.encode()
    done = subprocess.run([STANDPOINT, *map(str, words)], input=data, capture_output=True,
                          check=False, preexec_fn=limit)
    return done.returncode, done.stdout.decode(), done.stderr.decode(errors="replace")


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, content):
        path = pathlib.Path(self.folder.name, name)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def test_help_version_and_usage(self):
        for words in (["--help"], ["extract", "--help"], ["evaluate", "-h"], ["convert", "--help"],
                      ["train", "--help"]):
            code, out, err = run(*words)
            self.assertEqual((code, err), (0, ""))
            self.assertIn("usage: standpoint", out)
        self.assertTrue(run("--version")[1].startswith("standpoint "))
        for words in ([], ["nonsense"], ["extract", "--nonsense"], ["extract", "--codebook"],
                      ["extract", "--keep-targets"], ["extract", "--fresh=yes"], ["evaluate", "one"],
                      ["train"], ["train", "folder"], ["train", "--config"],
                      ["convert"], ["convert", "--to", "xml"],
                      ["convert", "--to", "jsonl", "--from", "xml"]):
            code, out, err = run(*words)
            self.assertEqual((code, out), (2, ""), words)
            self.assertRegex(err, r"^standpoint[^\n]*: [^\n]+\. See standpoint[^\n]* --help\.\n$")

    def test_plain_text_is_one_document_named_as_its_file(self):
        path = self.file("harbour.v2.txt", "\ufeff" + ARTICLE.replace("\n", "\r\n"))
        code, out, err = run("extract", path)
        self.assertEqual((code, err), (0, ""))
        (document,) = lines(out)
        self.assertEqual(document["id"], "harbour.v2")
        self.assertEqual(document["text"], ARTICLE)
        self.assertEqual((document["newlines"], document["bom"]), ("crlf", True))
        mentions = {document["text"][m["start"]:m["end"]] for m in document["entities"]}
        self.assertIn("Anna Ruiz", mentions)
        for item in document["entities"] + document["attributions"] + document["stances"]:
            self.assertEqual(item["decision"], "suggested")
            self.assertNotIn("time", item)

    def test_standard_input_by_content(self):
        from_text = lines(run("extract", stdin=ARTICLE)[1])
        self.assertEqual(from_text[0]["id"], "stdin")
        record = json.dumps({"id": "stdin", "text": ARTICLE})
        self.assertEqual(lines(run("extract", "-", stdin=record)[1]), from_text)
        self.assertEqual(run("extract", stdin=""), (0, "", ""))

    def test_same_bytes_every_time_and_extraction_is_stable(self):
        first = run("extract", stdin=ARTICLE)[1]
        self.assertEqual(run("extract", stdin=ARTICLE)[1], first)
        self.assertEqual(run("extract", stdin=first)[1], first)

    def test_decisions_stay_and_fresh_drops_them(self):
        record = {"id": "a", "text": ARTICLE, "title": "Toll", "licence": "CC0",
                  "targets": [{"id": "P1", "text": "Keep the harbour toll"}],
                  "entities": [{"start": 0, "end": 7, "type": "LAW", "canonical": "Harbour"},
                               {"start": 8, "end": 12, "type": "LAW", "origin": "model",
                                "decision": "suggested"}]}
        kept = lines(run("extract", stdin=json.dumps(record))[1])[0]
        laws = [m for m in kept["entities"] if m["type"] == "LAW"]
        self.assertEqual([m["text"] for m in laws], ["Harbour"])
        fresh = lines(run("extract", "--fresh", stdin=json.dumps(record))[1])[0]
        self.assertNotIn("LAW", {m["type"] for m in fresh["entities"]})
        self.assertEqual((fresh["title"], fresh["licence"]), ("Toll", "CC0"))
        self.assertNotIn("Keep the harbour toll", [t["text"] for t in fresh["targets"]])
        targets = lines(run("extract", "--fresh", "--keep-targets",
                            stdin=json.dumps(record))[1])[0]["targets"]
        self.assertEqual((targets[0]["id"], targets[0]["text"]), ("P1", "Keep the harbour toll"))

    def test_names_only_proposes_the_same_entities_and_nothing_else(self):
        everything = lines(run("extract", stdin=ARTICLE)[1])[0]
        names = lines(run("extract", "--names-only", stdin=ARTICLE)[1])[0]
        spans = [[(m["start"], m["end"], m["type"], m["canonical"], m["score"])
                  for m in document["entities"]] for document in (everything, names)]
        self.assertTrue(spans[0])
        self.assertEqual(spans[0], spans[1])
        self.assertTrue(everything["attributions"] and everything["targets"])
        self.assertEqual([names[part] for part in ("attributions", "targets", "stances")], [[], [], []])

    def test_bad_records_are_reported_by_file_and_line_and_the_rest_is_done(self):
        good = json.dumps({"id": "g", "text": "It rains."})
        path = self.file("in.jsonl", "\n".join(
            [good, "{broken", '{"id":"x"}', '{"version":7,"text":"a"}',
             '{"id":"y","text":"a","entities":[{}]}', "", good]) + "\n")
        code, out, err = run("extract", path, self.file("missing.txt", "") / "none")
        self.assertEqual(code, 1)
        self.assertEqual([d["id"] for d in lines(out)], ["g", "y", "g"])
        said = err.splitlines()
        self.assertEqual(len(said), 5)
        for line, number in zip(said, (2, 3, 4, 5)):
            self.assertTrue(line.startswith(f"standpoint: {path}:{number}: "), line)
        self.assertIn("newer Standpoint", said[2])
        self.assertIn("document y: entities[0]: ", said[3])

    def test_what_is_no_text_is_refused(self):
        for content in (b"PK\x03\x04\0\0", b"\xff\xfeM\0", b"caf\xe9 au lait\n"):
            code, out, err = run("extract", self.file("x", content))
            self.assertEqual((code, out), (1, ""))
            self.assertRegex(err, r"^standpoint: \S+: The (text|file) is not [^\n]+\n$")
        code, out, err = run("extract", self.folder.name)
        self.assertEqual((code, out), (1, ""))

    def test_codebook(self):
        book = self.file("book.json", json.dumps(
            {"format": "standpoint-codebook", "version": 1,
             "targets": [{"key": "toll", "text": "Keep the harbour toll",
                          "keywords": ["toll"]}]}))
        code, out, err = run("extract", "--codebook", book, stdin=ARTICLE)
        self.assertEqual((code, err), (0, ""))
        self.assertIn("toll", [t["id"] for t in lines(out)[0]["targets"]])
        bad = self.file("bad.json", '{"format":"standpoint-codebook","version":2}')
        code, out, err = run("extract", "--codebook", bad, stdin=ARTICLE)
        self.assertEqual((code, out), (1, ""))
        self.assertIn("newer Standpoint", err)
        self.assertEqual(run("extract", book)[0], 1)

    def test_convert_there_and_back(self):
        records = run("extract", stdin=ARTICLE)[1]
        source = self.file("a.jsonl", records)
        project = pathlib.Path(self.folder.name, "p.json")
        code, out, err = run("convert", "--to", "project", "-o", project, source, source)
        self.assertEqual((code, out), (0, ""))
        self.assertIn("stdin-2", err)
        held = json.loads(project.read_text(encoding="utf-8"))
        self.assertEqual((held["format"], held["id"]), ("standpoint-project", "p"))
        self.assertEqual([d["id"] for d in held["documents"]], ["stdin", "stdin-2"])
        code, out, err = run("convert", "--to=jsonl", project)
        self.assertEqual(code, 0)
        self.assertEqual(out.splitlines()[0] + "\n", records)
        self.assertIn("codebook", err)
        # A project converted to a project is the same project.
        self.assertEqual(run("convert", "--to", "project", project)[1],
                         project.read_text(encoding="utf-8"))
        # In place: the input is read to its end before it is replaced.
        self.assertEqual(run("convert", "--to", "jsonl", "-o", source, source)[0], 0)
        self.assertEqual(source.read_text(encoding="utf-8"), records)
        self.assertEqual(sorted(p.name for p in pathlib.Path(self.folder.name).iterdir()),
                         ["a.jsonl", "p.json"])

    def test_convert_takes_the_form_that_it_is_told(self):
        code, out, _ = run("convert", "--to", "jsonl", "--from", "text", stdin='{"id":"a"}')
        self.assertEqual((code, lines(out)[0]["text"]), (0, '{"id":"a"}'))

    def test_evaluate(self):
        gold = self.file("gold.jsonl", json.dumps(
            {"id": "a", "text": "Ana went", "entities": [{"start": 0, "end": 3, "type": "PER"}]}))
        code, out, err = run("evaluate", "--json", gold, gold)
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(json.loads(out)["PER"],
                         {"p": 100.0, "r": 100.0, "f": 100.0, "gold": 1, "system": 1})
        self.assertEqual(json.loads(out)["entity name"],
                         {"p": 100.0, "r": 100.0, "f": 100.0, "gold": 1, "system": 1})
        named = {"start": 0, "end": 3, "type": "PER", "canonical": "Ana Orsk"}
        pair = [{"id": "a", "text": "Ana went", "entities": [named]},
                {"id": "b", "text": "Ana came", "entities": [named]}]
        two = self.file("two.jsonl", "".join(json.dumps(record) + "\n" for record in pair))
        for options, entities in (([], 2), (["--across"], 1)):
            code, out, err = run("evaluate", "--json", *options, two, two)
            self.assertEqual((code, err), (0, ""))
            self.assertEqual(json.loads(out)["entity CEAF-e"],
                             {"p": 100.0, "r": 100.0, "f": 100.0, "gold": entities,
                              "system": entities})
        other = self.file("other.jsonl", json.dumps({"id": "a", "text": "Ana goes"}))
        code, out, err = run("evaluate", gold, other)
        self.assertEqual(code, 1)
        self.assertIn("The text differs from gold", err)
        self.assertIn("mention span                         P   0.0 R   0.0 F1   0.0  gold 1 system 0",
                      out)

    def recipe(self, name="recipe.json", **changes):
        """A recipe with a corpus of columns, one of records, and lists, all of our own making."""
        columns, records = [], []
        for person in ("Velm Orsk", "Tarn Ubbel", "Quist Hollen"):
            for town in ("Grenmouth", "Oddavik"):
                first, last = person.split()
                columns += [f"{first}\tB-PER", f"{last}\tI-PER", "left\tO", f"{town}\tB-LOC", ""]
                text = f"The baker {person} came to {town}."
                records.append(json.dumps({"id": person + town, "text": text, "entities": [
                    {"start": 10, "end": 10 + len(person), "type": "PER"},
                    {"start": len(text) - 1 - len(town), "end": len(text) - 1, "type": "GPE"}]}))
        self.file("towns.txt", "# towns\nGrenmouth\nOddavik\n")
        self.file("plain.txt", "the baker came\nthe miller came\n")
        self.file("a.iob", "\n".join(columns))
        self.file("b.jsonl", "\n".join(records) + "\n")
        recipe = {"lists": [{"name": "town", "files": ["towns.txt"]}],
                  "clusters": {"file": "plain.txt", "count": 2, "least": 1},
                  "train": [{"name": "a", "file": "a.iob",
                             "labels": {"PER": "PER", "LOC": ["GPE", "LOC"]}},
                            {"name": "b", "file": "b.jsonl"}],
                  "dev": [{"name": "b", "file": "b.jsonl"}],
                  "plan": {"epochs": 3, "folds": 2, "vote epochs": 1}}
        return self.file(name, json.dumps({**recipe, **changes}))

    def test_train_makes_the_same_model_twice(self):
        recipe = self.recipe()
        models = [pathlib.Path(self.folder.name, name) for name in ("one.model", "two.model")]
        for model in models:
            code, out, err = run("train", "--config", recipe, "-o", model)
            self.assertEqual((code, err), (0, ""))
            self.assertRegex(out, r"\blist town +2\n")
            # The pattern is learned: the last measure is of a model that has it right.
            self.assertEqual(re.findall(r" b, three ([0-9.]+)", out)[-1], "100.0")
        made = models[0].read_bytes()
        self.assertTrue(made.startswith(b"SPMODEL\n"))
        self.assertIn(recipe.read_bytes(), made)
        self.assertEqual(made, models[1].read_bytes())
        other = self.recipe(plan={"epochs": 3, "folds": 2, "vote epochs": 1, "seed": 2})
        self.assertEqual(run("train", "--config", other, "-o", models[1])[0], 0)
        self.assertNotEqual(made, models[1].read_bytes())

    def test_train_reports_its_measures(self):
        report = pathlib.Path(self.folder.name, "measures.md")
        self.assertEqual(run("train", "--config", self.recipe(), "--report", report)[0], 0)
        rows = report.read_text().splitlines()
        columns = rows[0].count("|")
        table = rows[:rows.index("")]
        self.assertTrue(all(row.count("|") == columns for row in table), table)
        for start in ("| one look, 1 of 8 texts |", "| one look, without list |", "| whole: two looks |"):
            self.assertEqual(sum(row.startswith(start) for row in table), 1, start)
        self.assertIn("| b | ten | 100.0 | 100.0 | 100.0 |", rows)
        self.assertIn("calibration error", rows[-1])

    def test_train_seeks_its_files_in_the_folders_first(self):
        recipe = self.recipe(clusters={}, dev=[])
        elsewhere = pathlib.Path(self.folder.name, "elsewhere")
        elsewhere.mkdir()
        (elsewhere / "towns.txt").write_text("Hexmoor\n", encoding="utf-8")
        code, out, err = run("train", "--config", recipe, elsewhere)
        self.assertEqual((code, err), (0, ""))
        self.assertRegex(out, r"\blist town +1\n")

    def test_train_one_stage_and_leave_the_others(self):
        bank = self.file("a.tsv", "The\tDET\tDT\t2\tdet\nbaker\tNOUN\tNN\t3\tnsubj\n"
                                  "left\tVERB\tVBD\t0\troot\n.\tPUNCT\t.\t3\tpunct\n" * 3)
        parts = {"train": bank.name, "dev": bank.name, "epochs": 4, "least count": 1}
        recipe = self.recipe(parts=parts)
        model = pathlib.Path(self.folder.name, "stages.model")
        code, out, err = run("train", "--config", recipe, "-o", model)
        self.assertEqual((code, err), (0, ""))
        self.assertRegex(out, r"parts  4 .* right 100\.0")
        whole = model.read_bytes()
        for stage in ("parts", "names"):
            code, out, err = run("train", "--config", recipe, "--only", stage, "-o", model)
            self.assertEqual((code, err, model.read_bytes()), (0, "", whole))
            self.assertEqual("parts  1" in out, stage == "parts")
        report = pathlib.Path(self.folder.name, "parts.md")
        dated = run("train", "--config", recipe, "--only", "parts", "-o", model, "--report", report,
                    "--date", "2020-02-29")
        self.assertEqual(dated[0], 0)
        self.assertIn(b"2020-02-29", model.read_bytes())
        self.assertIn("| our 24, our tokens | 12 | 100.0 |", report.read_text())
        # Other word tables take away what the parts of speech stand on.
        self.file("towns.txt", "Hexmoor\n")
        before = model.read_bytes()
        code, _, err = run("train", "--config", recipe, "--only", "names", "-o", model)
        self.assertEqual((code, model.read_bytes()), (1, before))
        self.assertIn("were trained with other word tables", err)

    def test_train_refuses_a_stage_it_cannot_make(self):
        recipe, model = self.recipe(), pathlib.Path(self.folder.name, "no.model")
        for arguments in (["--only", "letters", "-o", model], ["--only", "parts"]):
            self.assertEqual(run("train", "--config", recipe, *arguments)[0], 2)
        code, _, err = run("train", "--config", recipe, "--only", "parts", "-o", model)
        self.assertEqual(code, 1)
        self.assertIn("no.model: ", err)
        bad = self.file("bad.tsv", "The\tDET\n")
        code, _, err = run("train", "--config", self.recipe(parts={"train": bad.name}), "-o", model)
        self.assertEqual(code, 1)
        self.assertIn("bad.tsv: Line 1 lacks a column.", err)
        self.assertFalse(model.exists())

    def test_train_without_what_it_needs_makes_no_model(self):
        model = pathlib.Path(self.folder.name, "none.model")
        recipes = [(pathlib.Path(self.folder.name, "missing.json"), "missing.json: "),
                   (self.file("list.json", "[]"), "A recipe is a JSON object."),
                   (self.file("broken.json", "{"), "broken.json: ")]
        for said, changes in (
                ("At most 20 lists fit.", {"lists": [{"name": str(i)} for i in range(21)]}),
                ("At most 256 clusters fit.", {"clusters": {"file": "plain.txt", "count": 257}}),
                ("lost.txt: ", {"lists": [{"name": "x", "files": ["lost.txt"]}]}),
                ("lost.txt: ", {"clusters": {"file": "lost.txt", "count": 2}}),
                ("lost.iob: ", {"train": [{"name": "x", "file": "lost.iob"}]}),
                ("lost.jsonl: ", {"train": [{"name": "x", "file": "lost.jsonl"}]})):
            recipes.append((self.recipe(f"{len(recipes)}.json", **changes), said))
        for recipe, said in recipes:
            code, _, err = run("train", "--config", recipe, "-o", model)
            self.assertEqual(code, 1, said)
            self.assertIn(said, err)
            self.assertFalse(model.exists())

    def test_train_reports_bad_lines_and_goes_on(self):
        recipe = self.recipe(train=[{"name": "x", "file": "bad.iob"}], dev=[])
        bad = self.file("bad.iob", "Velm\tB-PER\nlost\nOrsk\tI-PER\n\n")
        model = pathlib.Path(self.folder.name, "some.model")
        code, _, err = run("train", "--config", recipe, "-o", model)
        self.assertEqual(code, 1)
        self.assertEqual(err, f"standpoint: {bad}:2: The line has no tag; it was passed over.\n")
        self.assertTrue(model.exists())

    @unittest.skipIf(b"__asan_init" in pathlib.Path(STANDPOINT).read_bytes(),
                     "the sanitizers reserve an address space of their own")
    def test_lines_are_streamed_in_bounded_memory(self):
        record = json.dumps({"id": "a", "text": ARTICLE * 20}) + "\n"
        count = 16000
        limit_mb = 40
        self.assertGreater(len(record) * count, limit_mb << 20)
        code, out, err = run("convert", "--to", "jsonl", stdin=record * count, limit_mb=limit_mb)
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(out.count("\n"), count)

    def test_nothing_is_left_behind_when_writing_fails(self):
        code, _, err = run("convert", "--to", "jsonl", "-o", "/nonexistent/x.jsonl", stdin=ARTICLE)
        self.assertEqual(code, 1)
        self.assertIn("cannot be written", err)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([STANDPOINT, "extract"], input=ARTICLE.encode(), stdout=full,
                                  stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 1)


if __name__ == "__main__":
    unittest.main()
