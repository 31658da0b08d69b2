// The page rests when nothing happens, keeps its picture when the graphics are lost, stays at hand
// while a large article is read, and tells nobody anything.
import assert from "node:assert/strict";
import { createServer } from "node:http";

import { until } from "./driver.mjs";
import { article, documentOf, held, inEachBrowser, open, select } from "./desk.mjs";

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const atRest = (app) => until("rest", () => app.evaluate(() => window.__test.idle()), 30);

inEachBrowser((story) => {
    story("five seconds without a frame; then the graphics are lost, and the picture is the same", async (app) => {
        await open(app);
        await atRest(app);
        const frames = await app.frames();
        await sleep(5000);
        assert.equal(await app.frames(), frames, "frames in five seconds in which nothing happened");

        const before = await app.page.screenshot();
        await app.evaluate(() => window.__test.loseContext());
        await sleep(100);
        assert.equal(await app.frames(), frames, "nothing is drawn without graphics");
        await app.evaluate(() => window.__test.restoreContext());
        await until("a frame", async () => await app.frames() > frames);
        await atRest(app);
        const after = await app.page.screenshot();
        assert.ok(Buffer.from(after).equals(Buffer.from(before)), "the same picture to the pixel");
        const first = await held(app);
        await app.press("Enter");
        assert.notEqual(await held(app), first, "and the work goes on");
    });

    story("a book is scrolled while it is read, and the reading is cancelled", async (app) => {
        const parts = Math.ceil(8_000_000 / article.length);
        const book = Array.from({ length: parts }, (_, i) => `${article}\nPart ${i} ends here.\n`).join("\n");
        // Watched from inside, because it passes quickly.
        const seen = await app.evaluate(async (text) => {
            const canvas = document.getElementById("canvas");
            const frame = () => new Promise((done) => requestAnimationFrame(done));
            const find = (what) => document.querySelector(`#mirror ${what}`);
            const transfer = new DataTransfer();
            transfer.items.add(new File([text], "book.txt"));
            canvas.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
            while (!find('[role="paragraph"]') || !find('[aria-label="Cancel"]')) await frame();
            const before = { proposed: Boolean(find('[role="mark"]')), line: find('[role="paragraph"]').id,
                             frames: window.__test.frames() };
            for (let i = 0; i < 4; ++i) {
                canvas.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", code: "PageDown", bubbles: true }));
                await frame();
            }
            const { x, y, width, height } = find('[aria-label="Cancel"]').getBoundingClientRect();
            return { proposed: before.proposed, scrolled: find('[role="paragraph"]').id !== before.line,
                     frames: window.__test.frames() - before.frames, x: x + width / 2, y: y + height / 2 };
        }, book);
        await app.clickAt(seen.x, seen.y);
        assert.match(await app.announced(), /cancelled/);
        assert.equal(seen.proposed, false, "it can be read before anything is proposed");
        assert.ok(seen.scrolled && seen.frames >= 4, "it scrolls meanwhile");
        await sleep(500);
        assert.match(await app.announced(), /cancelled/, "nothing comes any more");
        await app.press("Home");
        await select(app, "coast guard");
        await app.press("2");
        assert.deepEqual((await documentOf(app)).entities.map(({ text }) => text), ["coast guard"], "the work goes on");
    });

    story("nothing leaves: a server that hostile text names hears nothing", async (app) => {
        const heard = [];
        const server = createServer((request, response) => { heard.push(request.url); response.end(); });
        await new Promise((done) => server.listen(0, "127.0.0.1", done));
        const url = `http://127.0.0.1:${server.address().port}`;
        const hostile = `Harbour <img src="${url}/headline.png" onerror="fetch('${url}/e')">\n\n` +
            `Mayor Ida Holm said: “See ${url}/said for more.” <script src="${url}/s.js"></script>\n` +
            `<link rel="stylesheet" href="${url}/l.css"><iframe src="${url}/f"></iframe>\n` +
            `<svg onload="fetch('${url}/svg')"></svg> ![](${url}/md.png) [a](javascript:fetch('${url}/js'))\n` +
            `Holm opposes the toll, she said on ${url}/toll.\n`;
        await open(app, hostile, "<img src=x>.txt");
        await app.press("Enter", "x", "t");
        await app.type(`<img src="${url}/n">`);
        await app.press("Control+Enter", "Shift+T");
        await app.type(`"><script src=${url}/t>`);
        await app.press("Enter", "Control+e", "Escape", "Control+k", "Escape", "?", "Escape");
        assert.ok((await app.snapshot()).includes(`${url}/t`));
        assert.deepEqual(app.errors, []);

        // That is no luck: the page may not connect, even if it wanted to.
        const policy = await app.evaluate(() =>
            document.querySelector('meta[http-equiv="Content-Security-Policy"]').content);
        assert.match(policy, /default-src 'none'/);
        const outcome = await app.evaluate(async (to) => {
            const settled = (promise) => promise.then(() => "sent", () => "refused");
            const image = new Promise((done, failed) =>
                Object.assign(new Image(), { onload: done, onerror: failed, src: `${to}/image` }));
            const socket = new Promise((done, failed) => {
                try {
                    Object.assign(new WebSocket(to.replace("http", "ws")), { onopen: done, onerror: failed });
                } catch (error) { failed(error); }
            });
            const script = new Promise((done, failed) => document.head.append(
                Object.assign(document.createElement("script"), { onload: done, onerror: failed, src: `${to}/script` })));
            return {
                fetch: await settled(fetch(`${to}/fetch`)),
                image: await settled(image),
                socket: await settled(socket),
                script: await settled(script),
                beacon: navigator.sendBeacon(`${to}/beacon`, "x") && "unknown",
                rtc: typeof RTCPeerConnection,
            };
        }, url);
        for (const way of ["fetch", "image", "socket", "script"]) assert.equal(outcome[way], "refused", way);
        assert.equal(outcome.rtc, "undefined");
        await sleep(300);
        server.close();
        assert.deepEqual(heard, []);
        app.errors.length = 0;  // the browser's complaints about what was just tried
    });
});
