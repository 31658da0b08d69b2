// Chromium, driven by playwright-core.
import { readFile } from "node:fs/promises";

import { App } from "./app.mjs";
import { sleep } from "./waiting.mjs";

export async function launchChromium(url, { width, height, scale, dark }) {
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
