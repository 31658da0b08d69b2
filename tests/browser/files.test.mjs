// What was done leaves the page as files, or by the clipboard, and comes back the same.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { until } from "./driver.mjs";
import { documentOf, inEachBrowser, open, select } from "./desk.mjs";

// Decisions, labels, a statement and a note: something of everything to carry.
async function work(app) {
    await open(app);
    await app.press("Enter", "x", "Enter", "3");
    await select(app, "coast guard");
    await app.press("2", "t");
    await app.type("Rüdiger’s 🚢");
    await app.press("Control+Enter");
    await select(app, "declined");
    await app.press("q");
}

// Would closing the page ask?
const asks = (app) => app.evaluate(() => {
    const event = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
});

const arrived = (app) => until("the document", async () => (await app.describe()).documents.length > 0);

inEachBrowser((story) => {
    story("the exported JSONL, read back, is what was on the screen", async (app) => {
        await work(app);
        const document = await documentOf(app);
        await app.click("button", "Export", { region: "Standpoint" });
        const { name, bytes } = await app.download(() => app.click("button", "Download"));
        assert.equal(name, "standpoint.jsonl");
        const text = bytes.toString("utf8");
        assert.equal(text.split("\n").length, 2, "one line for one article");
        assert.deepEqual(JSON.parse(text), document);

        await app.restart();
        await app.drop([{ name, text }]);
        await arrived(app);
        assert.deepEqual(await documentOf(app), document);
        await app.press("Control+e");
        const again = await app.download(() => app.press("Enter"));
        assert.ok(again.bytes.equals(bytes), "and exported again it is the same to the byte");
    });

    story("what nobody has decided on, and what was rejected, can be left out", async (app) => {
        await work(app);
        await app.press("Control+e");
        for (const words of ["With suggestions that nobody has decided on", "With rejections (negative examples)"])
            await clickNamed(app, words);
        const { bytes } = await app.download(() => app.press("Enter"));
        const { entities, attributions, stances } = JSON.parse(bytes);
        const decisions = new Set([...entities, ...attributions, ...stances].map(({ decision }) => decision));
        assert.deepEqual([...decisions], ["accepted"]);
        assert.equal(attributions.length, 1);
    });

    story("the project is saved, and opened by drop and by the picker; unsaved work asks", async (app) => {
        assert.equal(await asks(app), false, "an empty page closes without a question");
        await work(app);
        assert.equal(await asks(app), true);
        const saved = await app.snapshot();
        const { name, bytes } = await app.download(() => app.press("Control+s"));
        assert.equal(name, "standpoint.standpoint.json");
        assert.equal(bytes.toString("utf8").trimEnd(), saved.trimEnd());
        assert.equal(await asks(app), false, "it is saved");
        await app.press("!");
        assert.equal(await asks(app), true, "and changed again");
        await app.press("Control+z");
        assert.equal(await asks(app), false, "and back at what was saved");

        await app.restart();
        await app.drop([{ name, text: bytes.toString("utf8") }]);
        await arrived(app);
        assert.equal(await app.snapshot(), saved);
        assert.equal(await asks(app), false);

        await app.restart();
        const folder = await mkdtemp(join(tmpdir(), "standpoint-"));
        const path = join(folder, name);
        await writeFile(path, bytes);
        await app.choose(path, () => app.press("Control+o"));
        await arrived(app);
        assert.equal(await app.snapshot(), saved);
        await rm(folder, { recursive: true });
    });

    story("the export is copied, and pasted into another page", async (app) => {
        await work(app);
        const document = await documentOf(app);
        await app.press("Control+e");
        await app.click("button", "Copy", { region: "Export" });
        const copied = await app.takeFromClipboard();
        assert.deepEqual(JSON.parse(copied), document);
        await app.restart();
        await app.press("Control+v");
        await arrived(app);
        assert.deepEqual(await documentOf(app), document);
    });

    story("a file that cannot be read is refused in a sentence, and changes nothing", async (app) => {
        await open(app);
        const before = await app.snapshot();
        const broken = {
            "cut.json": '{"format":"standpoint-project","version":1,"documents":[{"id":"a"',
            "new.json": '{"format":"standpoint-project","version":99,"documents":[]}',
            "noise.bin": "\u0000\u0001\u0002 not text \u0000",
            "empty.txt": " \n\n ",
            "lines.jsonl": '{"id":"a","text":\n{"id":"b","text":3}\n',
        };
        for (const [name, text] of Object.entries(broken)) {
            const said = await app.announced();
            await app.drop([{ name, text }]);
            const sentence = await until(`a word about ${name}`, async () => {
                const now = await app.announced();
                return now !== said && now;
            });
            assert.match(sentence, /^[^\n]{10,300}\.$/, `one sentence about ${name}`);
            assert.equal(await app.snapshot(), before, `${name} changed nothing`);
        }
    });

    story("several files at once are several articles; a document with a fault says what it is", async (app) => {
        await app.drop([
            { name: "one.txt", text: "A first report\n\nAda Byron said the tide was late.\n" },
            { name: "two.txt", text: "A second report\n\nThe tide, Charles Babbage said, was early.\n" },
        ]);
        await until("both", async () => (await app.describe()).documents.length === 2);
        assert.deepEqual((await app.describe()).documents.map(({ id }) => id).sort(), ["one", "two"]);
        await app.press("<");
        await app.find("document", "A first report");
        await app.press(">");
        await app.find("document", "A second report");

        const before = await app.snapshot();
        const text = '{"id":"c","text":"Ada came.","entities":[{"start":0,"end":3,"type":"PER"},{"start":5,"end":99,"type":"PER"}]}\n';
        await app.drop([{ name: "half.jsonl", text }]);
        await app.find("button", "Add them");
        assert.equal(await app.snapshot(), before, "nothing is taken in unasked");
        await app.click("button", "Add them");
        await until("the third", async () => (await app.describe()).documents.length === 3);
        assert.equal((await documentOf(app, 2)).entities.length, 1);
    });
});

// A thing of any role, by name.
async function clickNamed(app, name) {
    const box = await app.evaluate((wanted) => {
        const { x, y, width, height } = document
            .querySelector(`#mirror [aria-label="${wanted}"]`).getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
    }, name);
    await app.clickAt(box.x, box.y);
}
