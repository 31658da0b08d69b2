// What the tests of the page have in common: a page in each browser, and the ways in which an
// annotator gets hold of words and items.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { browsers, launch, until } from "./driver.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const out = here("out");  // screenshots
mkdirSync(out, { recursive: true });

export const article = readFileSync(here("fixtures/article.txt"), "utf8");
const file = process.env.STANDPOINT_PAGE ?? here("../../dist/standpoint.html");
const wanted = process.env.BROWSERS?.split(" ") ?? browsers;

// `define` gets a function `story(name, run)`, run(app) on a fresh page, once for each browser. A page
// in which anything went wrong fails its story.
export function inEachBrowser(define, options = {}) {
    for (const browser of wanted)
        describe(browser, () => {
            let app, used = false;
            before(async () => { app = await launch(browser, file, options); }, { timeout: 90_000 });
            after(() => app?.close());
            define((name, run) => test(name, { timeout: 120_000 }, async () => {
                if (used) await app.restart();
                used = true;
                try {
                    await run(app);
                    assert.deepEqual(app.errors, [], "the page's console is clean");
                } catch (error) {
                    await app.page.screenshot({ path: join(out, `failed-${browser}-${name.replace(/\W+/g, "-")}.png`) });
                    throw error;
                }
            }), browser);
        });
}

// --- Articles ---

export async function proposed(app) {
    await until("proposals", async () => /suggestions to review/.test(await app.announced()), 40);
    await app.settled();
}

// Brings the article in, and waits for the proposals and until the first is in hand.
export async function open(app, text = article, name = "ferry.txt") {
    await app.drop([{ name, text }]);
    await proposed(app);
    await until("the first in hand", () => held(app));
}

// The document that is there, as the project holds it.
export const documentOf = async (app, index = 0) => (await app.describe()).documents[index];

// Every item of a document that can be decided upon, by its id.
export function itemsOf(document) {
    const targets = document.targets.map((target) => ({ ...target, id: target.item }));
    return new Map([...document.entities, ...document.attributions, ...targets, ...document.stances]
        .map((item) => [item.id, item]));
}

export const mentionsOf = (document, words) => document.entities.filter(({ text }) => text === words);

// --- What is in hand ---

// The id of the mention or statement that is focused, as files have it; null if there is none on the
// screen.
export async function held(app) {
    const mark = (await app.findAll("mark")).find(({ on }) => on);
    if (!mark) return null;
    const code = Number(mark.id.match(/item-(\d+)/)[1]);
    return "meats"[Math.floor(code / 2 ** 32) - 1] + (code % 2 ** 32);
}

// What is selected, as Ctrl+C gives it; an empty string if nothing is.
export async function selected(app) {
    await app.evaluate(() => {
        window.copied = "";
        document.addEventListener("copy",
            (event) => { window.copied = event.clipboardData.getData("text/plain"); }, { once: true });
    });
    await app.press("Control+c");
    return app.evaluate(() => window.copied);
}

// --- Words on the screen ---

// Where words stand, in one line of what is to be seen of the article. The mirror knows lines; how far
// into the line the words are is measured with the reading face, which is right to a pixel.
export async function place(app, words) {
    await app.settled();
    const found = await app.evaluate((wanted) => {
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = '17px "Noto Serif"';
        pen.fontKerning = "none";  // as ImGui sets it
        pen.textRendering = "geometricPrecision";
        const measure = (text) => pen.measureText(text).width;
        for (const line of document.querySelectorAll('#mirror [role="paragraph"]')) {
            const text = line.textContent.trimEnd(), at = text.indexOf(wanted);
            if (at < 0) continue;
            const box = line.getBoundingClientRect(), scale = box.width / measure(text);
            const left = box.x + measure(text.slice(0, at)) * scale;
            return { left, right: left + measure(wanted) * scale, y: box.y + box.height / 2 };
        }
        return null;
    }, words);
    assert.ok(found, `“${words}” is in a line on the screen`);
    return found;
}

export async function select(app, words) {
    const { left, right, y } = await place(app, words);
    await app.drag({ x: left + 1, y }, { x: right - 1, y });
}
