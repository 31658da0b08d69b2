// Runs all benchmarks, prints one table and fails over a limit. Started by run.sh.
//
// usage: node bench.mjs BUILD_FOLDER DIST_FOLDER [--quick] [--json FILE]
import { execFileSync } from "node:child_process";
import { mkdtempSync, openSync, closeSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { firstFrames, frames, proposals } from "./page.mjs";

const [build, dist, ...options] = process.argv.slice(2);
const quick = options.includes("--quick");
const json = options.includes("--json") ? options[options.indexOf("--json") + 1] : null;

// What this project promises of a 5 MB article with 50,000 mentions, on a machine with two slow cores.
// The quick form runs beside other work and on whatever machine there is: times may be that much longer.
// The page's own bound is without the model, which lies in it gzipped, as text.
const limits = { frame: 4, edit: 50, step: 50, firstFrame: 300, model: 30, pageBytes: 1_500_000 };
const tolerance = quick ? 3 : 1;

const article = { bytes: 5_000_000, mentions: 50_000 };
const excerpt = { bytes: quick ? 250_000 : 1_000_000, mentions: quick ? 2_500 : 10_000 };
const counts = quick ? { frames: 60, rounds: 2, starts: 3, extractions: 3 }
                     : { frames: 400, rounds: 12, starts: 7, extractions: 7 };

const folder = mkdtempSync(join(tmpdir(), "standpoint-bench-"));
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

function run(program, args) {
    const samples = {};
    for (const line of execFileSync(program, args.map(String), { encoding: "utf8" }).trimEnd().split("\n")) {
        const [name, value] = line.split("\t");
        (samples[name] ??= []).push(Number(value));
    }
    return samples;
}

function write(name, kind, { bytes, mentions }) {
    const path = join(folder, name);
    const file = openSync(path, "w");
    execFileSync(join(build, "bench_workload"), [kind, bytes, mentions].map(String), { stdio: ["ignore", file, "inherit"] });
    closeSync(file);
    return path;
}

function quantile(samples, share) {
    const sorted = [...samples].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

const rows = [];
function row(name, unit, values, { limit = null, slack = tolerance } = {}) {
    const over = limit !== null && Object.values(values).some((value) => value > limit * slack);
    rows.push({ name, unit, ...values, limit, over });
}
const times = (samples) => ({ median: quantile(samples, 0.5), p99: quantile(samples, 0.99) });

function frameRows(where, samples) {
    for (const [name, all] of Object.entries(samples)) {
        if (name === "scroll") row(`${where}: frame of a scroll`, "ms", times(all), { limit: limits.frame });
        else if (name.endsWith("a step")) row(`${where}: ${name}`, "ms", { median: quantile(all, 0.5), longest: Math.max(...all) }, { limit: limits.step });
        else row(`${where}: ${name}`, "ms", times(all), { limit: limits.edit });
    }
}

function extractionRows(where, milliseconds, { bytes: [bytes], tokens: [tokens] }) {
    const seconds = quantile(milliseconds, 0.5) / 1000;
    row(`${where}: extraction`, "MB/s", { median: bytes / 1e6 / seconds });
    row(`${where}: extraction`, "tokens/s", { median: tokens / seconds });
}

try {
    const page = join(dist, "standpoint.html");
    const project = write("bench.standpoint.json", "project", article);
    const long = write("long.txt", "text", article);
    const text = write("bench.txt", "text", excerpt);

    const native = run(join(build, "bench_frames"), [article.bytes, article.mentions, counts.frames, counts.rounds]);
    frameRows("native", native);
    frameRows("page", await proposals(page, long));
    frameRows("page", await frames(page, project, counts.frames, counts.rounds));
    row("page: first frame after opening the file", "ms", { median: quantile(await firstFrames(page, counts.starts), 0.5) },
        { limit: limits.firstFrame });
    const size = statSync(page).size;
    const model = gzipSync(readFileSync(here("../../assets/model/names.model")), { level: 9 }).length * 4 / 3;
    row("page: size of the one file", "bytes", { median: size });
    row("page: its size without the model", "bytes", { median: size - model }, { limit: limits.pageBytes, slack: 1 });

    const extraction = run(join(build, "bench_extract"), [text, counts.extractions]);
    extractionRows("native", extraction.extract, extraction);
    const inWasm = run(process.execPath, [here("extract.mjs"), join(dist, "core"), text, counts.extractions]);
    extractionRows("wasm", inWasm.extract, extraction);
    row("wasm: the model is read", "ms", { median: inWasm.model[0] }, { limit: limits.model });
} finally {
    rmSync(folder, { recursive: true, force: true });
}

const shown = (value) => value === undefined ? "" :
    value.toLocaleString("en-US", { maximumFractionDigits: value < 100 ? 2 : 0, minimumFractionDigits: value < 100 ? 2 : 0 });
const line = (...cells) => console.log(cells[0].padEnd(44) + cells.slice(1, 4).map((c) => c.padStart(12)).join("") + "  " + cells.slice(4).join("  "));
line("", "median", "99th/most", "limit", "");
for (const { name, unit, median, p99, longest, limit, over } of rows)
    line(name, shown(median), shown(p99 ?? longest), limit === null ? "" : shown(limit), unit, over ? "OVER" : "");
console.log(`An article of ${article.bytes / 1e6} MB with ${article.mentions} mentions; times are processor time, but for the ` +
    `first frame; ${cpus().length} processors, load ${loadavg()[0].toFixed(1)}` +
    (tolerance > 1 ? `; times up to ${tolerance} times the limit pass.` : "."));
if (json) writeFileSync(json, JSON.stringify({ article, excerpt, quick, tolerance, load: loadavg()[0], rows }, null, 1) + "\n");
if (rows.some(({ over }) => over)) process.exitCode = 1;
