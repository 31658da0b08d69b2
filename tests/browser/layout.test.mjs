// The page in its sizes and themes. The screenshots in out/ are for looking at; what is tested is that
// everything stays inside the page and that nothing is empty.
import assert from "node:assert/strict";
import { join } from "node:path";

import { documentOf, held, inEachBrowser, open, out, place, select } from "./desk.mjs";

// Everything that can be found lies on the page.
async function inside(app) {
    const astray = await app.evaluate(() =>
        Array.from(document.querySelectorAll('#mirror [role="button"], #mirror [role="textbox"]'))
            .filter((element) => {
                const { left, right, top, bottom } = element.getBoundingClientRect();
                return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
            }).map((element) => element.getAttribute("aria-label")));
    assert.deepEqual(astray, []);
}

// Every part of the page, one after the other.
async function walk(app, prefix) {
    const take = async (name) => {
        await inside(app);
        await app.screenshot(join(out, `${prefix}-${name}.png`));
    };
    await take("welcome");
    await open(app);
    await take("article");

    // A statement, with arcs from its source over its cue.
    const document = await documentOf(app);
    const { content: [[start]] } = document.attributions.find(({ source, content }) => source && content[0][0] > 700);
    const words = Array.from(document.text).slice(start, start + 12).join("");
    const at = await place(app, words);
    await app.clickAt(at.left + 20, at.y);
    await take("statement");
    await app.press("ArrowLeft", "ArrowRight");  // by keys the palette goes
    await take("statement-by-key");

    await app.click("button", "Stances");
    const stance = (await app.findAll("button")).find(({ name }) => /: (favor|against)/.test(name));
    await app.clickAt(stance.x + stance.width / 2, stance.y + stance.height / 2);
    await take("stance");
    await app.click("button", "Guide");
    await take("guide");

    await select(app, "coast guard");
    await take("selection");
    await app.press("e");
    await take("occurrences");
    await app.press("Escape", "s");
    await take("picker");
    await app.press("Escape", "t");
    await app.type("日本: see the 2nd line. Vérifié 🚢");
    await take("note");
    await app.press("Escape", "Control+e");
    await take("export");
    await app.press("Escape", "Control+k");
    await take("commands");
    await app.press("Escape", "?");
    await take("keys");
    await app.press("Escape", "End");
    await take("end");
}

inEachBrowser((story, browser) => {
    story("at 1280 by 800, light", (app) => walk(app, `${browser}-1280-light`));

    story("at 1920 by 1080, dark", async (app) => {
        await app.resize(1920, 1080);
        await app.press("Shift+L");
        await walk(app, `${browser}-1920-dark`);
    });

    story("below 1000 pixels the sides are drawers", async (app) => {
        await app.resize(900, 700);
        await open(app);
        const isOpen = async (name) => (await app.findAll("textbox", name)).length === 1;
        assert.deepEqual([await isOpen("Filter documents"), await isOpen("Filter entities")], [false, false]);
        await app.screenshot(join(out, `${browser}-900-closed.png`));
        await app.click("button", "Articles panel");
        assert.deepEqual([await isOpen("Filter documents"), await isOpen("Filter entities")], [true, false]);
        await inside(app);
        await app.screenshot(join(out, `${browser}-900-articles.png`));
        await app.click("button", "Inspector panel");
        assert.deepEqual([await isOpen("Filter documents"), await isOpen("Filter entities")], [false, true],
            "one at a time");
        await inside(app);
        await app.screenshot(join(out, `${browser}-900-inspector.png`));
        await app.press("Escape");
        assert.deepEqual([await isOpen("Filter documents"), await isOpen("Filter entities")], [false, false]);
        await app.press("Shift+D");
        assert.equal(await isOpen("Filter documents"), true);
        await app.press("Shift+D");
        assert.equal(await isOpen("Filter documents"), false);
        await app.press("Tab", "Enter");
        assert.ok(await held(app), "and the article is worked as ever");
        await app.resize(1280, 800);
        assert.deepEqual([await isOpen("Filter documents"), await isOpen("Filter entities")], [true, true]);
    });

    story("columns are dragged wider and hidden; the article keeps its lines short", async (app) => {
        await open(app);
        const { x, y, width, height } = await app.find("button", "Inspector width");
        await app.drag({ x: x + width / 2, y: y + height / 2 }, { x: x + 60, y: y + height / 2 });
        assert.ok((await app.find("button", "Inspector width")).x > x + 40);
        await app.press("Shift+D", "Shift+I");
        assert.equal((await app.findAll("textbox")).length, 0);
        const characters = (await app.findAll("paragraph")).map(({ text }) => text.trim().length);
        assert.ok(Math.max(...characters) <= 75, `at most 75 characters a line, not ${Math.max(...characters)}`);
    });

    story("light and dark follow the system until they are chosen", async (app) => {
        if (!app.setDark) return;  // Firefox is told at its start
        const ground = async () => Buffer.from(await app.page.screenshot({ clip: { x: 300, y: 760, width: 2, height: 2 } })).toString("base64");
        const light = await ground();
        await app.setDark(true);
        const dark = await ground();
        assert.notEqual(dark, light);
        await app.press("Shift+L");
        assert.equal(await ground(), light);
        await app.setDark(false);
        assert.equal(await ground(), light);
    });
});
