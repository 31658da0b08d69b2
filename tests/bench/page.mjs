// The workload of frames.cpp in the page itself, in Chromium, with real input. What the page's thread
// spends is read from the browser's own trace, where every event and every animation frame has its
// processor time: so what else the machine does, and the software that draws in the graphics card's
// place, do not count.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { launch, until } from "../browser/driver.mjs";

const edits = {
    next: "Tab",
    accept: "Enter",
    relabel: "3",
    undo: "Control+z",
    redo: "Control+y",
    reject: "x",
    label: "1",
};
const untimed = "-";

// What the trace calls the pieces of work of a page's thread; some lie within others.
const steps = ["ThreadControllerImpl::RunTask", "BlinkScheduler_PerformMicrotaskCheckpoint", "FireAnimationFrame",
    "EventDispatch"];

async function press(app, chord) {
    await app.page.keyboard.press(chord);
    await rest(app);
}

// Until no frame has come for a while. (A message on the screen keeps the page from being idle.)
function rest(app) {
    return app.evaluate(async () => {
        for (let seen = -1; seen !== window.__test.frames();) {
            seen = window.__test.frames();
            await new Promise((done) => setTimeout(done, 120));
        }
    });
}

// What comes from here on belongs to `name`.
const mark = (app, name) => app.evaluate((name) => { performance.mark(`bench:${name}`); }, name);

async function scroll(app, frames) {
    await app.page.mouse.move(640, 400);
    await rest(app);
    await mark(app, "scroll");
    for (let i = 0; i < frames; ++i) {
        const seen = await app.frames();
        await app.page.mouse.wheel(0, i < frames / 2 ? 100 : i < frames * 3 / 4 ? 800 : -4000);
        await until("a frame", async () => await app.frames() > seen);
    }
    await mark(app, untimed);
}

async function correct(app, rounds) {
    await press(app, "Home");
    for (let round = 0; round < rounds; ++round) {
        for (const [name, chord] of Object.entries(edits)) {
            if (name === "label")
                for (const before of ["v", "Control+ArrowRight", "Control+Shift+ArrowRight"]) await press(app, before);
            await mark(app, name);
            await press(app, chord);
            await mark(app, untimed);
        }
        await press(app, "v");
    }
}

// Opens the file and waits until the page says that all is there.
async function arrive(app, name, file, said) {
    await app.settled();
    await mark(app, name);
    const [chooser] = await Promise.all([app.page.waitForEvent("filechooser"), app.page.keyboard.press("Control+o")]);
    await chooser.setFiles([resolve(file)]);
    await until(said, async () => (await app.announced()).includes(said), 120);
    await rest(app);
    await mark(app, untimed);
}

// {name: samples in milliseconds}: of the scroll one for each frame, of an edit all that it caused, of
// what arrives one for everything that the page's thread did in one go.
function samplesOf(trace) {
    const all = trace.traceEvents;
    const page = all.find((event) => event.name.startsWith("bench:"));
    const events = all.filter((event) => event.pid === page.pid && event.tid === page.tid &&
        (event.name.startsWith("bench:") || (steps.includes(event.name) && event.tdur !== undefined))).sort((a, b) => a.ts - b.ts);
    const samples = {};
    let current = untimed;
    for (const event of events) {
        if (event.name.startsWith("bench:")) {
            current = event.name.slice("bench:".length);
            if (current !== untimed && current !== "scroll" && !current.endsWith("a step")) (samples[current] ??= []).push(0);
        } else if (current.endsWith("a step")) {
            (samples[current] ??= []).push(event.tdur / 1000);
        } else if (event.name !== "FireAnimationFrame" && event.name !== "EventDispatch") {
            continue;
        } else if (current === "scroll") {
            if (event.name === "FireAnimationFrame") (samples.scroll ??= []).push(event.tdur / 1000);
        } else if (current !== untimed) {
            samples[current][samples[current].length - 1] += event.tdur / 1000;
        }
    }
    return samples;
}

// {name: samples in milliseconds} of all that is done with one program's page.
async function traced(file, work) {
    const app = await launch("chromium", file);
    try {
        const browser = app.page.context().browser();
        await browser.startTracing(app.page, { categories: ["toplevel", "devtools.timeline", "blink.user_timing"] });
        await work(app);
        const samples = samplesOf(JSON.parse(await browser.stopTracing()));
        if (app.errors.length > 0) throw new Error(app.errors.join("\n"));
        return samples;
    } finally {
        await app.close();
    }
}

export const frames = (file, project, frameCount, rounds) => traced(file, async (app) => {
    await arrive(app, "open a project: a step", project, " opened: 1 article");
    await scroll(app, frameCount);
    await correct(app, rounds);
});

// Opens the text and waits for what is proposed in it.
export const proposals = (file, text) => traced(file, (app) =>
    arrive(app, "open an article: a step", text, " suggestions to review"));

// Milliseconds from the navigation to the first frame drawn, by the page's clock. Each in a fresh browser,
// so that none finds what another has left; and once that browser is at rest, because its own start goes on
// behind its first page (in Chromium 156 with 160 ms of processor time for its tool bar alone).
export async function firstFrames(file, runs) {
    const samples = [];
    for (let run = 0; run < runs; ++run) {
        const app = await launch("chromium", "/dev/null", { ready: false });
        await new Promise((done) => setTimeout(done, 1000));
        await app.page.goto(pathToFileURL(resolve(file)).href);
        await app.ready();
        samples.push(await app.evaluate(() => window.__test.firstFrame()));
        await app.close();
    }
    return samples;
}
