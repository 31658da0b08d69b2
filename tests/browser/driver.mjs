// Opens the page from disk in a real browser and works it as a person would: real mouse, real keys,
// the real clipboard. Things are found by role and name in the page's accessibility mirror.
//
//   const app = await launch("chromium", "dist/standpoint.html");
//   await app.click("button", "Add document");
//   await app.type("é");
//   const state = await app.describe();
//   await app.close();
//
// Chromium is driven by playwright-core, Firefox (which Playwright cannot drive unpatched) by
// puppeteer-core over WebDriver BiDi. Firefox has no WebGL without a display, so it gets an X server of
// its own unless there is one. Both render in software.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const browsers = ["chromium", "firefox"];

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

export async function until(what, condition, seconds = 15) {
    const end = Date.now() + seconds * 1000;
    for (;;) {
        const value = await condition();
        if (value) return value;
        if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain for ${what}`);
        await sleep(20);
    }
}

// options: width, height, scale (device pixels per CSS pixel), dark, ready (false: do not wait for the
// page to draw).
export async function launch(browser, file, options = {}) {
    const settings = { width: 1280, height: 800, scale: 1, dark: false, ready: true, ...options };
    const url = pathToFileURL(resolve(file)).href;
    const app = await (browser === "firefox" ? launchFirefox : launchChromium)(url, settings);
    try {
        if (settings.ready) await app.ready();
    } catch (error) {
        await app.close();
        throw error;
    }
    return app;
}

async function launchChromium(url, { width, height, scale, dark }) {
    const { chromium } = await import("playwright-core");
    const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: ["--no-sandbox", "--enable-unsafe-swiftshader"],
    });
    const context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: scale,
        colorScheme: dark ? "dark" : "light",
        acceptDownloads: true,
    });
    return new ChromiumApp(await context.newPage(), url, () => browser.close()).load();
}

async function launchFirefox(url, { width, height, scale, dark }) {
    const { default: puppeteer } = await import("puppeteer-core");
    const display = process.env.DISPLAY ? null : await startXServer();
    const downloads = await mkdtemp(join(tmpdir(), "standpoint-downloads-"));
    const browser = await puppeteer.launch({
        browser: "firefox",
        executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
        headless: false,
        defaultViewport: { width, height, deviceScaleFactor: scale },
        env: {
            ...process.env,
            DISPLAY: display?.name ?? process.env.DISPLAY,
            LIBGL_ALWAYS_SOFTWARE: "1",
        },
        extraPrefsFirefox: {
            "remote.prefs.recommended": false,  // they would let file:// pages read their siblings
            "webgl.force-enabled": true,
            "ui.systemUsesDarkTheme": dark ? 1 : 0,
            "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
            "browser.download.folderList": 2,
            "browser.download.dir": downloads,
            "browser.download.useDownloadDir": true,
            "browser.download.always_ask_before_handling_new_types": false,
            "browser.download.alwaysOpenPanel": false,
            "browser.shell.checkDefaultBrowser": false,
            "browser.startup.homepage_override.mstone": "ignore",
            "browser.aboutwelcome.enabled": false,
            "browser.tabs.firefox-view": false,
            "datareporting.policy.dataSubmissionEnabled": false,
            "toolkit.telemetry.reportingpolicy.firstRun": false,
            "app.update.enabled": false,
        },
    });
    const app = new FirefoxApp(await browser.newPage(), url, async () => {
        await browser.close();
        display?.stop();
        await rm(downloads, { recursive: true, force: true });
    });
    app.downloads = downloads;
    return app.load();
}

// The server chooses a free display and says which.
async function startXServer() {
    const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1920x1400x24", "-nolisten", "tcp"],
        { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    const number = await new Promise((done, failed) => {
        server.stdio[3].once("data", (data) => done(String(data).trim()));
        server.once("error", failed);
        server.once("exit", (code) => failed(new Error(`Xvfb ended with ${code}`)));
    });
    return { name: `:${number}`, stop: () => server.kill() };
}

// Runs in the page: the mirror's elements with this role and, if given, this name, and if given
// within a region of that name.
function findInMirror([role, name, region]) {
    const inside = region === null ? "#mirror" : `#mirror [aria-label="${region}"]`;
    return Array.from(document.querySelectorAll(`${inside} [role="${role}"]`))
        .filter((element) => name === null || element.getAttribute("aria-label") === name)
        .map((element) => {
            const box = element.getBoundingClientRect();
            const state = (attribute) => element.getAttribute(attribute) === "true";
            return {
                id: element.dataset.id,
                role: element.getAttribute("role"),
                name: element.getAttribute("aria-label") ?? "",
                text: element.textContent,
                x: box.x, y: box.y, width: box.width, height: box.height,
                on: ["aria-checked", "aria-selected", "aria-pressed", "aria-current"].some(state),
                expanded: state("aria-expanded"),
                enabled: !state("aria-disabled"),
            };
        });
}

class App {
    constructor(page, url, close) {
        this.page = page;
        this.url = url;
        this.closeBrowser = close;
    }

    close() { return this.closeBrowser(); }

    async load() {
        this.errors = [];  // what went wrong in the page: a test should find none
        this.page.on("pageerror", (error) => this.errors.push(String(error)));
        this.page.on("console", (message) => {
            if (message.type() === "error") this.errors.push(message.text());
        });
        await this.page.goto(this.url);
        await this.page.bringToFront();
        return this;
    }

    // The page anew in the same browser, with nothing of what was done before.
    async restart() {
        const old = this.page;
        this.page = await this.newPage();
        await old.close();
        await this.load();
        await this.ready();
    }

    // --- Reading ---

    evaluate(f, argument) { return this.page.evaluate(f, argument); }

    async ready() {
        await until("the page to draw", () => this.evaluate(() =>
            Boolean(window.__test?.webgl2 && window.__test.frames() > 0)));
        await this.settled();
    }

    // Until no frame follows any more: everything done so far is to be seen, in the mirror too. A
    // frame that is due later (when a message goes, say) is not waited for.
    settled() {
        return this.evaluate(async () => {
            const test = window.__test;
            const refreshed = () => new Promise((done) => requestAnimationFrame(done));
            const end = performance.now() + 20000;
            for (let before = -1; !test.idle() && test.frames() !== before;) {
                if (performance.now() > end) throw new Error("The page does not come to rest");
                before = test.frames();
                await refreshed();
                await refreshed();
            }
        });
    }

    // The project as the page would save it, byte for byte.
    async snapshot() {
        await this.settled();
        return this.evaluate(() => window.__test.describe());
    }

    async describe() { return JSON.parse(await this.snapshot()); }

    frames() { return this.evaluate(() => window.__test.frames()); }

    // What was last said to screen readers.
    announced() {
        return this.evaluate(() => document.querySelector('[role="status"]').textContent.trim());
    }

    async findAll(role, name = null, region = null) {
        await this.settled();
        return this.evaluate(findInMirror, [role, name, region]);
    }

    // The one thing of this role and name (in that region); waits until there is one.
    async find(role, name = null, region = null) {
        const found = await until(`${role} “${name ?? "of any name"}”`, async () => {
            const all = await this.findAll(role, name, region);
            return all.length > 0 && all;
        });
        if (found.length > 1) throw new Error(`There are ${found.length} of ${role} “${name}”`);
        return found[0];
    }

    // All that can be found, as lines: for error messages and for finding out names.
    async outline() {
        await this.settled();
        return this.evaluate(() => {
            const lines = [];
            const visit = (element, depth) => {
                for (const child of element.children) {
                    lines.push(`${"  ".repeat(depth)}${child.getAttribute("role")} ` +
                        `“${child.getAttribute("aria-label") ?? ""}” ${child.firstChild.data}`.trimEnd());
                    visit(child, depth + 1);
                }
            };
            visit(document.getElementById("mirror"), 0);
            return lines.join("\n");
        });
    }

    async screenshot(path) {
        await this.settled();
        await this.page.screenshot({ path });
    }

    // --- Mouse ---

    // options: region, and those of clickAt.
    async click(role, name, options = {}) {
        const { x, y, width, height } = await this.find(role, name, options.region);
        await this.clickAt(x + width / 2, y + height / 2, options);
    }

    async clickAt(x, y, { button = "left", count = 1, modifier = null } = {}) {
        if (modifier) await this.page.keyboard.down(modifier);
        await this.page.mouse.move(x, y);
        await this.multiClick(x, y, button, count);
        if (modifier) await this.page.keyboard.up(modifier);
        await this.settled();
    }

    async drag(from, to) {
        await this.page.mouse.move(from.x, from.y);
        await this.page.mouse.down();
        await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
        await this.page.mouse.move(to.x, to.y);
        await this.page.mouse.up();
        await this.settled();
    }

    async move(x, y) {
        await this.page.mouse.move(x, y);
        await this.settled();
    }

    // As a screen reader would: through the element, not the mouse.
    async activate(role, name) {
        const { id } = await this.find(role, name);
        await this.evaluate((wanted) => document.getElementById(`mirror-${wanted}`).click(), id);
        await this.settled();
    }

    // --- Keys ---

    // Chords, one after the other, such as "a", "Enter", "Control+Shift+ArrowLeft".
    async press(...chords) {
        for (const chord of chords) {
            const keys = chord === "+" ? ["+"] : chord.split("+");
            for (const key of keys) await this.page.keyboard.down(key);
            for (const key of keys.reverse()) await this.page.keyboard.up(key);
        }
        await this.settled();
    }

    // Character by character; those that no key has (é, 日, an emoji) as an input method gives them.
    async type(text) {
        await this.page.keyboard.type(text);
        await this.settled();
    }

    // --- Clipboard: through another page, with real keys ---

    async putOnClipboard(text) {
        await this.withField(async (field) => {
            await field.evaluate((value) => {
                const area = document.querySelector("textarea");
                area.value = value;
                area.focus();
                area.select();
            }, text);
            await chord(field, "c");
        });
    }

    async takeFromClipboard() {
        return this.withField(async (field) => {
            await field.evaluate(() => document.querySelector("textarea").focus());
            await chord(field, "v");
            return field.evaluate(() => document.querySelector("textarea").value);
        });
    }

    async withField(use) {
        const field = await this.newPage();
        await field.goto("data:text/html,<textarea></textarea>");
        await field.bringToFront();
        const result = await use(field);
        await field.close();
        await this.page.bringToFront();
        return result;
    }

    async paste(text) {
        await this.putOnClipboard(text);
        await this.press("Control+v");
    }

    // --- Files ---

    // Drops files, [{name, text}], on the middle of the page. (No driver can drag from outside, so the
    // events are made by hand.)
    async drop(files) {
        await this.evaluate((list) => {
            const transfer = new DataTransfer();
            for (const { name, text } of list) transfer.items.add(new File([text], name));
            for (const type of ["dragover", "drop"])
                document.getElementById("canvas").dispatchEvent(new DragEvent(type,
                    { bubbles: true, cancelable: true, dataTransfer: transfer }));
        }, files);
        await sleep(50);
        await this.settled();
    }
}

async function chord(page, letter) {
    await page.keyboard.down("Control");
    await page.keyboard.press(letter);
    await page.keyboard.up("Control");
}

class ChromiumApp extends App {
    // Pickers are caught from a moment after somebody first listens; a quick page opens its own before.
    load() {
        this.page.on("filechooser", () => {});
        return super.load();
    }

    newPage() { return this.page.context().newPage(); }

    async multiClick(x, y, button, count) { await this.page.mouse.click(x, y, { button, clickCount: count }); }

    // What `action` downloads: {name, bytes}.
    async download(action) {
        const [download] = await Promise.all([this.page.waitForEvent("download"), action()]);
        return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    }

    // Chooses files in the picker that `action` opens.
    async choose(paths, action) {
        const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), action()]);
        await chooser.setFiles(paths);
        await sleep(50);
        await this.settled();
    }

    async resize(width, height) {
        await this.page.setViewportSize({ width, height });
        await this.settled();
    }

    async setDark(dark) {
        await this.page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
        await this.settled();
    }

    // Composes `steps` with an input method and commits the last.
    async compose(steps) {
        const session = await this.page.context().newCDPSession(this.page);
        for (const text of steps)
            await session.send("Input.imeSetComposition",
                { text, selectionStart: text.length, selectionEnd: text.length });
        await this.settled();
        await session.send("Input.insertText", { text: steps[steps.length - 1] });
        await this.settled();
    }
}

class FirefoxApp extends App {
    newPage() { return this.page.browser().newPage(); }

    async multiClick(x, y, button, count) { await this.page.mouse.click(x, y, { button, count }); }

    async download(action) {
        const before = new Set(await readdir(this.downloads));
        await action();
        const name = await until("the download", async () => {
            const all = await readdir(this.downloads);
            if (all.some((file) => file.endsWith(".part"))) return null;
            return all.find((file) => !before.has(file));
        });
        return { name, bytes: await readFile(join(this.downloads, name)) };
    }

    // The picker cannot be answered over BiDi, so the files go to the field that it would fill.
    async choose(paths) {
        const field = await this.page.$('input[type="file"]');
        await field.uploadFile(...[].concat(paths));
        await sleep(50);
        await this.settled();
    }

    async resize(width, height) {
        await this.page.setViewport({ width, height });
        await this.settled();
    }

    // BiDi has no input methods: the events that one sends, by hand.
    async compose(steps) {
        await this.evaluate((list) => {
            const field = document.activeElement, before = field.value;
            const send = (type, data) => field.dispatchEvent(new CompositionEvent(type, { data, bubbles: true }));
            send("compositionstart", "");
            for (const text of list) {
                send("compositionupdate", text);
                field.value = before + text;
                field.dispatchEvent(new InputEvent("input", { data: text, isComposing: true, bubbles: true }));
            }
            send("compositionend", list[list.length - 1]);
        }, steps);
        await this.settled();
    }
}
