// Extraction of one text by the core module, as extract.cpp does it natively: processor time.
//
// usage: node extract.mjs CORE_FOLDER FILE RUNS
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, file, runs] = process.argv.slice(2);
const { load } = await import(pathToFileURL(resolve(folder, "standpoint-core.mjs")));
const core = await load();
const text = readFileSync(file, "utf8");
const timed = (work) => {
    const before = performance.now();
    work();
    return performance.now() - before;
};
// The first call reads the model, the second does not.
const first = timed(() => core.entities("Oslo"));
console.log(`model\t${first - timed(() => core.entities("Oslo"))}`);
core.extractJson(text);  // compiled in two stages: the first run is of the slow one
for (let run = 0; run < runs; ++run) {
    const before = process.cpuUsage();
    core.extractJson(text);
    const { user, system } = process.cpuUsage(before);
    console.log(`extract\t${(user + system) / 1000}`);
}
