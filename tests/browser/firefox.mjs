// Firefox, driven by puppeteer-core over WebDriver BiDi (Playwright cannot drive it unpatched). It has no
// WebGL without a display, so it gets an X server of its own unless there is one.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { App } from "./app.mjs";
import { sleep, until } from "./waiting.mjs";

export async function launchFirefox(url, { width, height, scale, dark }) {
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
