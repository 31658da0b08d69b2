// One recogniser in a process of its own: warms up, then reads the text once for every message and
// answers with the milliseconds of processor time that it took.
//
// usage: fork of repeat.mjs RECOGNISER DIST_FOLDER FILE
import { readFileSync } from "node:fs";

import { recognisers } from "./recognisers.mjs";

const warm = 2000;  // milliseconds: WebAssembly and JavaScript are both compiled in stages
const [name, dist, file] = process.argv.slice(2);
const { read, byParagraph } = await recognisers[name](dist);
const text = readFileSync(file, "utf8");
const pieces = byParagraph ? text.split("\n\n") : [text];

function milliseconds() {
    const before = process.cpuUsage();
    for (const piece of pieces) read(piece);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
}

for (let spent = 0; spent < warm;) spent += milliseconds();
process.on("message", () => process.send(milliseconds()));
process.send("ready");
