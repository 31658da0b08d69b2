// Who said what, who stands where, and what an annotator notes in any script.
import assert from "node:assert/strict";

import { documentOf, held, inEachBrowser, itemsOf, open, place, select } from "./desk.mjs";

const wordsAt = (document, [start, end]) => Array.from(document.text).slice(start, end).join("");
const newest = (items) => items.reduce((a, b) => (Number(b.id.slice(1)) > Number(a.id.slice(1)) ? b : a));

inEachBrowser((story, browser) => {
    story("a statement is made of a selection, then its source and cue, by keys", async (app) => {
        await open(app);
        await select(app, "pay");
        await app.press("q");
        await select(app, "She");
        await app.press("w");
        await select(app, "declined");
        await app.press("c");
        const document = await documentOf(app);
        const statement = itemsOf(document).get(await held(app));
        assert.deepEqual(statement.content.map((part) => wordsAt(document, part)), ["pay"]);
        assert.equal(wordsAt(document, statement.source), "She");
        assert.equal(wordsAt(document, statement.cue), "declined");
        assert.deepEqual([statement.origin, statement.decision], ["human", "accepted"]);
        await select(app, "outside");
        await app.press("+");
        const { content } = itemsOf(await documentOf(app)).get(statement.id);
        assert.deepEqual(content.map((part) => wordsAt(document, part)), ["outside", "pay"]);
    });

    story("a statement is made with the mouse alone", async (app) => {
        await open(app);
        await select(app, "half of the");
        await app.click("button", "statement", { region: "Selection" });
        await select(app, "nurses");
        await app.click("button", "who", { region: "Selection" });
        await select(app, "carries");
        await app.click("button", "cue", { region: "Selection" });
        const document = await documentOf(app);
        const statement = newest(document.attributions);
        assert.deepEqual(statement.content.map((part) => wordsAt(document, part)),
            ["half of the"]);
        assert.equal(wordsAt(document, statement.source), "nurses");
        assert.equal(wordsAt(document, statement.cue), "carries");
        await app.click("button", "Statements");
        await app.click("button", "change", { region: "Standpoint" });
        await app.type("Okafor");
        await app.press("Enter");
        assert.equal(newest((await documentOf(app)).attributions).holder, "Tomás Okafor");
    });

    story("a stance is made of a selection: holder, target, side", async (app) => {
        await open(app);
        await select(app, "It carries nurses, bakers");
        await app.press("s");
        await app.type("Helena");
        await app.press("Enter");
        await app.type("Keep the night ferry, whatever it costs!");
        await app.press("Enter");
        await app.type("f");
        let document = await documentOf(app);
        const { id, ...stance } = newest(document.stances);
        const target = document.targets.find(({ text }) => text === "Keep the night ferry, whatever it costs!");
        assert.equal(stance.holder, "Helena Brandt");
        assert.equal(stance.target, target.id);
        assert.equal(stance.polarity, "favor");
        assert.equal(wordsAt(document, [stance.evidence].flat(Infinity)), "It carries nurses, bakers");
        const polarities = { a: "against", n: "neutral", u: "unclear", f: "favor" };
        for (const [key, polarity] of Object.entries(polarities)) {
            await app.press(key);
            document = await documentOf(app);
            assert.equal(itemsOf(document).get(id).polarity, polarity);
        }
    });

    story("a stance is made with the mouse, on an entity, by somebody who is named nowhere", async (app) => {
        await open(app);
        await select(app, "half of the");
        await app.click("button", "stance", { region: "Selection" });
        await app.type("night-shift nurses");
        await app.click("button", "Somebody else: “night-shift nurses”");
        await app.click("button", "Helena Brandt", { region: "New stance" });
        await app.click("button", "against", { region: "New stance" });
        const document = await documentOf(app);
        const stance = newest(document.stances);
        assert.deepEqual([stance.holder, stance.polarity], ["night-shift nurses", "against"]);
        const brandt = document.clusters.find(({ canonical }) => canonical === "Helena Brandt");
        assert.ok(JSON.stringify(stance).includes(`"${brandt.id}"`), "about her, not about a new target");
        await app.click("button", "unclear", { region: "Selection" });
        assert.equal(newest((await documentOf(app)).stances).polarity, "unclear");
    });

    story("a note takes é, 日本, an emoji and lines", async (app) => {
        await open(app);
        const id = await held(app);
        const noteOn = async () => itemsOf(await documentOf(app)).get(id).note ?? "";
        await app.press("t");
        await app.type("Vérifié à 日本 🚢 👩‍👧: oui");
        await app.press("Enter");
        await app.type("ligne 2");
        await app.press("Control+Enter");
        assert.equal(await noteOn(), "Vérifié à 日本 🚢 👩‍👧: oui\nligne 2");
        await app.press("t", "Control+End", "Backspace", "Backspace");
        await app.type("🚢é");
        await app.press("Control+Enter");
        assert.equal(await noteOn(), "Vérifié à 日本 🚢 👩‍👧: oui\nligne🚢é");
        await app.press("t");
        await app.type("not this");
        await app.press("Escape");
        assert.equal(await noteOn(), "Vérifié à 日本 🚢 👩‍👧: oui\nligne🚢é", "Escape leaves it as it was");
        assert.equal(await held(app), id, "letters in a note are no commands");
    });

    story("an input method composes before it writes", async (app) => {
        await open(app);
        const id = await held(app);
        await app.press("t");
        await app.type("see ");
        await app.compose(["に", "にほ", "にほん", "日本"]);
        await app.type("!");
        await app.press("Control+Enter");
        assert.equal(itemsOf(await documentOf(app)).get(id).note, "see 日本!");
    });

    story("what is copied in a field is pasted in a field", async (app) => {
        await open(app);
        const id = await held(app);
        await app.press("t");
        await app.type("twice 🚢 ");
        await app.press("Control+a", "Control+c", "End", "Control+v", "Control+Enter");
        assert.equal(itemsOf(await documentOf(app)).get(id).note, "twice 🚢 twice 🚢");
    });
});
