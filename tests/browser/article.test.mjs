// An article comes in, is readable at once, and its words are selected and labelled.
import assert from "node:assert/strict";

import { article, documentOf, held, inEachBrowser, mentionsOf, open, place, proposed, select,
         selected } from "./desk.mjs";

inEachBrowser((story) => {
    story("a pasted article is readable at once, and proposals come", async (app) => {
        await app.paste(article);
        const document = await app.find("document", "Island ministers split over the night ferry");
        assert.ok(document.height > 400, "it fills its place");
        const lines = (await app.findAll("paragraph")).map(({ text }) => text.trim());
        assert.ok(lines.includes("By Zoë Marchetti"));
        await proposed(app);
        const { text, entities, attributions, stances, targets } = await documentOf(app);
        assert.equal(text, article, "to the letter: é, “, 日本, 🚢, Arabic");
        for (const [what, items] of Object.entries({ entities, attributions, stances, targets }))
            assert.ok(items.length > 0, `${what} are proposed`);
        for (const item of [...entities, ...attributions, ...stances]) {
            assert.equal(item.decision, "suggested");
            assert.ok(item.reasons[0].length > 0, "each says why");
        }
        const points = Array.from(text);
        for (const { start, end, text: words } of entities)
            assert.equal(points.slice(start, end).join(""), words, "offsets are code points");
        assert.equal(await held(app), entities[0].id, "the first is in hand");
    });

    story("words are dragged over and labelled by key and by the palette", async (app) => {
        await open(app);
        await select(app, "coast guard");
        assert.equal(await selected(app), "coast guard");
        await app.press("2");
        let [mention] = mentionsOf(await documentOf(app), "coast guard");
        assert.equal(mention.type, "ORG");
        assert.deepEqual([mention.origin, mention.decision], ["human", "accepted"]);
        assert.equal(await held(app), mention.id, "what was made is in hand");

        await app.press("Escape");  // or the buttons beside it would lie over the text
        await select(app, "nurses, bakers");
        await app.click("button", "GPE", { region: "Selection" });
        [mention] = mentionsOf(await documentOf(app), "nurses, bakers");
        assert.equal(mention.type, "GPE");
        assert.equal(await selected(app), "", "the selection is let go");

        await app.press("Escape");
        await select(app, "parliament");
        await app.click("button", "more", { region: "Selection" });
        await app.type("build");
        await app.press("Enter");
        [mention] = mentionsOf(await documentOf(app), "parliament");
        assert.equal(mention.type, "FAC");
    });

    story("a double click takes words and names, a third click sentences; Shift extends", async (app) => {
        await open(app);
        const double = async (words) => {
            const { left, right, y } = await place(app, words);
            await app.clickAt((left + right) / 2, y, { count: 2 });
            return selected(app);
        };
        assert.equal(await double("tourists"), "tourists");
        await app.press("Escape");
        await select(app, "Ministry of Transport");
        await app.press("2");
        assert.equal(await double("Transport"), "Ministry of Transport", "a name is taken whole");

        const nurses = await place(app, "nurses");
        await app.clickAt((nurses.left + nurses.right) / 2, nurses.y, { count: 3 });
        assert.equal(await selected(app),
            "It carries nurses, bakers and, in summer, half of the island’s tourists.");

        await app.clickAt(nurses.left, nurses.y);
        const bakers = await place(app, "bakers");
        await app.clickAt(bakers.right, bakers.y, { modifier: "Shift" });
        assert.equal(await selected(app), "nurses, bakers");
        const since = await place(app, "every night");
        await app.clickAt(since.left, since.y, { modifier: "Shift" });
        assert.equal(await selected(app), "every night since 1971. It carries ");
    });

    story("in caret mode words are selected and labelled without a mouse", async (app) => {
        await open(app);
        await app.press("v", "Control+Home", "Control+Shift+ArrowRight");
        assert.equal((await selected(app)).trim(), "Island");
        await app.press("3");
        assert.equal(mentionsOf(await documentOf(app), "Island")[0].type, "GPE");

        await app.press("Control+Home", "ArrowDown", "ArrowDown", "Home");
        await app.press(...Array(6).fill("Shift+ArrowRight"));
        assert.equal(await selected(app), "By Zoë");
        await app.press("Shift+ArrowLeft", "Shift+ArrowLeft");
        assert.equal(await selected(app), "By Z", "ë is one step");
        await app.press("Shift+End");
        assert.equal(await selected(app), "By Zoë Marchetti");
        await app.press("Escape");
        assert.equal(await selected(app), "");
        const before = await app.snapshot();
        await app.press("Escape", "ArrowRight");
        assert.notEqual(await held(app), null, "out of caret mode the arrows go from item to item");
        assert.equal(await app.snapshot(), before);
    });

    story("the edges of a mention grow and shrink by words", async (app) => {
        await open(app);
        await select(app, "bakers and");
        await app.press("2");
        const words = async () => {
            const id = await held(app);
            return (await documentOf(app)).entities.find((mention) => mention.id === id).text;
        };
        await app.press("[");
        assert.equal(await words(), "bakers");
        await app.press("Shift+{");
        assert.match(await words(), /^nurses, bakers$|^, bakers$/);
        await app.press("]");
        assert.match(await words(), /bakers and$/);
    });
});
