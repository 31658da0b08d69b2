// Our recogniser beside those that a page could have from npm: F1 and speed, on the same texts in one
// run. Started by run.sh.
//
// usage: node peers.mjs BUILD_FOLDER DIST_FOLDER [FILE] [--repeats N] [--tokens N] [--json FILE] [--limits]
//
// FILE is any Standpoint JSONL with entities, such as the dev part of a corpus; sample.jsonl, of our own
// writing, shows that everything runs and is too small to compare by.
//
// F1 is of PER, ORG and LOC (GPE, LOC and FAC are one), exact span and type, by `standpoint evaluate`.
// Speed is from a text to its entities: the documents, over and over, as one text of so many tokens (ours
// count); processor time, each in its own process, warmed up, in turns. compromise alone gets the
// paragraphs one by one: its time grows with the square of the text's length.
import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { recognisers } from "./recognisers.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: {
        repeats: { type: "string", default: "5" },
        tokens: { type: "string", default: "200000" },
        json: { type: "string" },
        limits: { type: "boolean", default: false },
    },
});
const [build, dist, file = here("sample.jsonl")] = positionals;
const folder = mkdtempSync(join(tmpdir(), "standpoint-peers-"));
const run = (program, ...args) => execFileSync(join(build, program), args.map(String), { encoding: "utf8", maxBuffer: 1 << 30 });

// What `bench_extract` prints under a name, in order.
function measured(name, text, runs) {
    return run("bench_extract", text, runs, "entities").split("\n").map((line) => line.split("\t"))
        .filter(([key]) => key === name).map(([, value]) => Number(value));
}

function writeLines(name, records) {
    const path = join(folder, name);
    writeFileSync(path, records.map((record) => JSON.stringify(record) + "\n").join(""));
    return path;
}

const { dependencies } = JSON.parse(readFileSync(here("package.json"), "utf8"));
const rows = [
    { name: "Standpoint, WebAssembly", uses: "standpoint" },
    { name: "Standpoint, native" },
    ...["compromise", "wink-nlp"].map((uses) => ({ name: `${uses} ${dependencies[uses]}`, uses })),
];
const [wasm, native, , wink] = rows;

const documents = readFileSync(file, "utf8").split("\n").filter(Boolean).map((line, i) => {
    const { id = String(i + 1), text, entities } = JSON.parse(line);
    return { id, text, entities };
});
// Offsets must mean the same to everybody, whether or not the text passes a door.
for (const { id, text } of documents)
    if (/^\ufeff|\r/.test(text)) throw new Error(`${file}: ${id} has CRs or a byte-order mark; convert it first.`);

async function score() {
    const gold = writeLines("gold.jsonl", documents);
    const texts = writeLines("texts.jsonl", documents.map(({ id, text }) => ({ id, text })));
    for (const row of rows) {
        const system = join(folder, "system.jsonl");
        if (row === native) {
            run("standpoint", "extract", "--names-only", "-o", system, texts);
        } else {
            const { read, mentions } = await recognisers[row.uses](dist);
            if (!mentions) continue;
            writeLines("system.jsonl", documents.map(({ id, text }) => ({ id, text, entities: mentions(text, read(text)) })));
        }
        const counts = JSON.parse(run("standpoint", "evaluate", "--json", "--plo", gold, system));
        row.score = { all: counts["mention exact+type"], PER: counts.PER, ORG: counts.ORG, LOC: counts.LOC };
    }
}

async function time() {
    const path = join(folder, "text.txt");
    const write = (texts) => writeFileSync(path, texts.join("\n\n"));
    const size = () => measured("tokens", path, 0)[0];
    write(documents.map(({ text }) => text));
    const count = Math.ceil(documents.length * Number(options.tokens) / size());
    write(Array.from({ length: count }, (_, i) => documents[i % documents.length].text));
    const tokens = size();

    const children = [];
    try {
        for (const row of rows) {
            row.rates = [];
            if (row === native) continue;
            row.child = fork(here("repeat.mjs"), [row.uses, dist, path]);
            children.push(row.child);
            await answer(row.child);
        }
        for (let round = 0; round < Number(options.repeats); ++round) {
            for (const { child, rates } of rows) {
                child?.send("run");
                const milliseconds = child ? await answer(child) : measured("entities", path, 2)[1];
                rates.push(tokens / milliseconds * 1000);
            }
        }
    } finally {
        for (const child of children) child.kill();
    }
    return tokens;
}

async function answer(child) {
    const [message] = await Promise.race([
        once(child, "message"),
        once(child, "exit").then(() => { throw new Error("A recogniser stopped before it had answered."); }),
    ]);
    return message;
}

let tokens;
try {
    await score();
    tokens = await time();
} finally {
    rmSync(folder, { recursive: true, force: true });
}
for (const row of rows) {
    row.rates.sort((a, b) => a - b);
    row.median = row.rates[Math.floor(row.rates.length / 2)];
}

const number = (value) => Math.round(value).toLocaleString("en-US");
const line = (name, ...cells) => console.log(name.padEnd(26) + cells.map((cell) => cell.padStart(7)).join(""));
console.log(`${documents.length} documents of ${basename(file)}; load ${loadavg()[0].toFixed(1)}\n`);
line("exact span and type", "P", "R", "F1", "PER", "ORG", "LOC");
for (const { name, score } of rows) {
    if (score) line(name, ...[score.all.p, score.all.r, score.all.f, score.PER?.f, score.ORG?.f, score.LOC?.f].map((share) => share?.toFixed(1) ?? "-"));
    else line(name, "  names no persons, organisations and places");
}
console.log(`\n${"tokens a second".padEnd(26)}${"median".padStart(12)}${"lowest".padStart(12)}${"highest".padStart(12)}`);
for (const { name, rates, median } of rows)
    console.log(name.padEnd(26) + [median, rates[0], rates.at(-1)].map((rate) => number(rate).padStart(12)).join(""));
console.log(`text in, entities out; ${number(tokens)} tokens, ${options.repeats} repeats, processor time`);

const limits = [
    ["WebAssembly, tokens a second", wasm.median, 1_000_000],
    ["WebAssembly, times wink-nlp", wasm.median / wink.median, 2],
    ["native, tokens a second", native.median, 2_000_000],
].map(([name, value, limit]) => ({ name, value, limit, under: value < limit }));
if (options.limits) {
    for (const { name, value, limit, under } of limits)
        if (under) console.log(`UNDER ${name}: ${value.toFixed(2)}, and ${limit} is promised`);
    if (limits.some(({ under }) => under)) process.exitCode = 1;
}
if (options.json) {
    const results = rows.map(({ name, score = null, median, rates }) => ({ name, score, tokensPerSecond: { median, all: rates } }));
    writeFileSync(options.json, JSON.stringify({ file: basename(file), documents: documents.length, tokens, load: loadavg()[0], results, limits }, null, 1) + "\n");
}
