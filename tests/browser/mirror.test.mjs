// As those work who do not see the canvas: what is there has a role and a name, can be worked, and the
// keyboard can leave.
import assert from "node:assert/strict";

import { documentOf, held, inEachBrowser, itemsOf, mentionsOf, open } from "./desk.mjs";

inEachBrowser((story) => {
    story("everything on the page has a role, a name and a place", async (app) => {
        const canvas = await app.evaluate(() => {
            const element = document.getElementById("canvas");
            return { role: element.getAttribute("role"), name: element.getAttribute("aria-label"),
                     owns: element.getAttribute("aria-owns"), focused: document.activeElement === element };
        });
        assert.deepEqual(canvas, { role: "application", name: "Standpoint", owns: "mirror", focused: true });
        await app.activate("button", "Try the sample article");
        await app.find("document");
        const nameless = await app.evaluate(() => Array.from(document.querySelectorAll("#mirror [role]"))
            .filter((element) => element.getAttribute("role") !== "paragraph" && !element.getAttribute("aria-label"))
            .map((element) => element.outerHTML));
        assert.deepEqual(nameless, []);
        for (const name of ["Paste article", "Commands", "Export", "Light or dark", "Articles panel",
                            "Inspector panel", "Entities", "Statements", "Stances", "Guide"]) {
            const { width, height, x, y } = (await app.findAll("button", name))[0] ?? (await app.find("tab", name));
            assert.ok(width >= 20 && height >= 20 && x >= 0 && y >= 0 && x + width <= 1280, `${name} has its place`);
        }
        for (const name of ["Filter documents", "Filter entities"]) await app.find("textbox", name);
    });

    story("the article is read line by line, and its marks are worked", async (app) => {
        await open(app);
        const document = await documentOf(app);
        const { text } = document;
        const words = (string) => string.split(/\s+/).filter(Boolean);
        const read = (await app.findAll("paragraph")).flatMap((line) => words(line.text));
        assert.ok(read.length > 100);
        assert.deepEqual(read, words(text.replace("Saint-Aurèle every", "Saint- Aurèle every")).slice(0, read.length));
        const [okafor] = mentionsOf(document, "Tomás Okafor");
        await app.activate("mark", `Tomás Okafor, ${okafor.type}, suggested`);
        assert.equal(await held(app), okafor.id);
        assert.match(await app.announced(), /^mention: .*Tomás Okafor/);
        await app.press("Enter");
        assert.equal(itemsOf(await documentOf(app)).get(okafor.id).decision, "accepted");
        const mark = await app.find("mark", `Tomás Okafor, ${okafor.type}`);
        assert.ok(!mark.on, "its mark no longer says “suggested”");
        await app.press("Control+z");
        assert.match(await app.announced(), /^Undone: /, "what was done is said");

        await app.activate("button", "note");
        const field = await app.evaluate(() => document.activeElement.tagName);
        assert.equal(field, "TEXTAREA", "a field has a real one behind it");
        await app.press("Escape");
        assert.equal(await app.evaluate(() => document.activeElement.id), "canvas");
    });

    story("the browser keeps its keys, and the keyboard can leave the page", async (app) => {
        await open(app);
        await app.evaluate(() => {
            window.prevented = {};
            window.addEventListener("keydown", (event) => {
                const chord = (event.ctrlKey ? "Control+" : "") + (event.shiftKey ? "Shift+" : "") + event.key;
                window.prevented[chord] = event.defaultPrevented;
                event.preventDefault();  // so that no browser acts on it here
            });
        });
        const prevented = (chord) => app.evaluate((name) => window.prevented[name], chord);
        for (const chord of ["F5", "F6", "F12", "Control+l", "Control+t", "Control+w", "Control+r", "Control+="]) {
            await app.press(chord);
            assert.equal(await prevented(chord), false, `${chord} is the browser's`);
        }
        await app.press("Tab");
        assert.equal(await prevented("Tab"), true, "Tab goes to the next item");
        await app.press("Escape");
        assert.equal(await held(app), null, "Escape lets go of it");
        await app.press("Escape", "Tab");
        assert.equal(await prevented("Tab"), false, "after an Escape with nothing to let go it leaves the canvas");
        await app.press("Control+k");
        assert.equal(await prevented("Control+k"), true);
    });
});
