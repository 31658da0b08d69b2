// Deciding on what is proposed, by keys and by mouse, and taking all of it back.
import assert from "node:assert/strict";

import { article, documentOf, held, inEachBrowser, itemsOf, mentionsOf, open, place, select } from "./desk.mjs";

const decisionOn = async (app, id) => itemsOf(await documentOf(app)).get(id)?.decision;

inEachBrowser((story) => {
    story("Enter accepts, x rejects, and the next that waits comes to hand", async (app) => {
        await open(app);
        const [first, second] = (await documentOf(app)).entities.map(({ id }) => id);
        assert.equal(await held(app), first);
        const began = Date.now();
        await app.press("Enter");
        const decided = itemsOf(await documentOf(app)).get(first);
        assert.equal(decided.decision, "accepted");
        assert.equal(decided.annotator, "annotator-1");
        const time = Date.parse(decided.time);
        assert.ok(time >= began - 1000 && time <= Date.now() + 1000, `decided now, not ${decided.time}`);
        assert.equal(await held(app), second);
        await app.press("x");
        assert.equal(await decisionOn(app, second), "rejected");

        const before = await app.snapshot();
        const third = await held(app);
        assert.ok(third && third !== second);
        await app.press("Tab");
        const fourth = await held(app);
        assert.notEqual(fourth, third);
        await app.press("Shift+Tab");
        assert.equal(await held(app), third);
        await app.press("ArrowLeft");
        assert.equal(await held(app), second, "the arrow goes to what is decided, too");
        assert.equal(await app.snapshot(), before, "going about changes nothing");
        await app.press("Enter");
        assert.equal(await decisionOn(app, second), "accepted", "a decision can be turned");
    });

    story("a click takes an item in hand, and buttons decide on it", async (app) => {
        await open(app);
        const document = await documentOf(app);
        const [okafor] = mentionsOf(document, "Tomás Okafor");
        const { left, right, y } = await place(app, "Tomás Okafor");
        await app.clickAt((left + right) / 2, y);
        assert.equal(await held(app), okafor.id);
        await app.click("button", "accept", { region: "Selection" });
        assert.equal(await decisionOn(app, okafor.id), "accepted");
        const next = await held(app);
        assert.ok(next && next !== okafor.id, "the next is in hand");
        assert.equal(await decisionOn(app, next), "suggested");
        await app.click("button", "reject", { region: "Selection" });
        assert.equal(await decisionOn(app, next), "rejected");

        const brandt = await place(app, "Brandt");
        await app.clickAt(brandt.right - 10, brandt.y);
        const mention = await held(app);
        assert.equal(itemsOf(document).get(mention).text, "Helena Brandt");
        await app.click("button", "accept", { region: "Standpoint" });  // the inspector's
        assert.equal(await decisionOn(app, mention), "accepted");
        await app.click("button", "Entities");
        const [entity] = await app.findAll("button", "Helena Brandt");
        await app.clickAt(entity.x + entity.width / 2, entity.y + entity.height / 2);
        assert.equal(itemsOf(document).get(await held(app)).canonical, "Helena Brandt",
            "an entity of the list leads to its first mention");
    });

    story("every occurrence is labelled at once, after a look, and is one step to undo", async (app) => {
        await open(app);
        const before = await app.snapshot();
        const places = article.match(/\bferry\b/g).length;
        await select(app, "ferry has");
        await app.press("Escape");
        const { left, right, y } = await place(app, "ferry has");
        await app.clickAt((left * 2 + right) / 3, y, { count: 2 });
        await app.press("e");
        const shown = async () => (await app.outline()).split("\n").filter((line) => line.includes("“…")).length;
        assert.equal(await shown(), places, "each is shown with the words around it");
        await app.click("button", "FAC", { region: "Every occurrence" });
        await app.press("Enter");
        const labelled = mentionsOf(await documentOf(app), "ferry");
        assert.equal(labelled.length, places);
        assert.ok(labelled.every(({ type, decision }) => type === "FAC" && decision === "accepted"));
        const after = await app.snapshot();
        await app.press("Control+z");
        assert.equal(await app.snapshot(), before);
        await app.press("Control+y");
        assert.equal(await app.snapshot(), after);
        await app.press("Control+z");

        // Some may be left out.
        await app.clickAt((left * 2 + right) / 3, y, { count: 2 });
        await app.press("e");
        const line = (await app.outline()).split("\n").find((text) => text.includes("“…"));
        const [, role, name] = line.match(/^\s*(\w+) “(.*)”/);
        await app.click(role, name);
        await app.click("button", `Label ${places - 1} places`);
        assert.equal(mentionsOf(await documentOf(app), "ferry").length, places - 1);
    });

    story("undo goes back to the empty page, redo all the way forth, byte for byte", async (app) => {
        const history = [await app.snapshot()];
        await open(app);
        const steps = [
            () => app.press("Enter"),
            () => app.press("x"),
            () => app.press("5"),
            () => app.press("]"),
            () => app.press("!"),
            () => app.press("Delete"),
            async () => { await select(app, "coast guard"); await app.press("2"); },
            async () => { await select(app, "Tuesday"); await app.press("q"); },
            async () => { await select(app, "March"); await app.press("w"); },
            async () => { await app.press("Shift+T"); await app.type("Buy a new ferry"); await app.press("Enter"); },
            async () => { await app.press("Shift+A", "Enter"); },
        ];
        history.push(await app.snapshot());
        for (const [number, step] of steps.entries()) {
            await step();
            const now = await app.snapshot();
            assert.notEqual(now, history.at(-1), `step ${number} changes something`);
            history.push(now);
        }
        const last = history.length - 1;
        for (let at = last - 1; at > 0; --at) {
            await app.press("Control+z");
            assert.equal(await app.snapshot(), history[at], `undone to state ${at}`);
        }
        // The article and its proposals were not made by a key.
        for (let more = 0; more < 3 && !/nothing to undo/i.test(await app.announced()); ++more)
            await app.press("Control+z");
        assert.equal(await app.snapshot(), history[0], "undone to the empty page");
        for (let more = 0; more < 3 && await app.snapshot() !== history[1]; ++more)
            await app.press("Control+y");
        for (let at = 1; at < last; ++at) {
            assert.equal(await app.snapshot(), history[at], `redone to state ${at}`);
            await app.press("Control+Shift+Z");
        }
        assert.equal(await app.snapshot(), history[last]);
        await app.press("Control+Shift+Z");
        assert.match(await app.announced(), /nothing to redo/i);
    });

    story("the palette finds every command, and says why one cannot be used", async (app) => {
        await open(app);
        await app.press("Control+k");
        await app.type("light dark");
        const before = await app.findAll("button", "Light or dark", "Choose");
        assert.equal(before.length, 1);
        await app.press("Escape", "Control+k");
        await app.type("nextund");
        const first = await held(app);
        await app.press("Enter");
        assert.notEqual(await held(app), first);
        await app.press("Control+k");
        await app.type("redo");
        await app.press("Enter");
        assert.match(await app.announced(), /nothing to redo/i);
    });

    story("what has little confidence is folded away, and unfolded, by keys and by the slider", async (app) => {
        await open(app);
        const before = await app.snapshot();
        await app.press("Shift+F");
        const drawn = (await app.findAll("mark")).length;  // all of them
        await app.press("Shift+F");
        while (!/ 9\d %/.test(await app.announced())) await app.press(")");
        const folded = Number((await app.announced()).match(/: (\d+) suggestion/)[1]);
        assert.ok(folded > 0 && (await app.findAll("mark")).length < drawn);

        await app.click("button", `show ${folded} more below 90 %`);
        assert.equal((await app.findAll("mark")).length, drawn);
        await app.press("Shift+F");
        assert.ok((await app.findAll("mark")).length < drawn);

        const { x, y, width, height } = await app.find("button", "Fold below");
        await app.drag({ x: x + width * 0.9, y: y + height / 2 }, { x: x - 10, y: y + height / 2 });
        assert.equal((await app.findAll("mark")).length, drawn);
        assert.equal(await app.snapshot(), before, "folding changes nothing");
    });
});
