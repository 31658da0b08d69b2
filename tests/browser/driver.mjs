// Opens the page from disk in a real browser and works it as a person would: real mouse, real keys,
// the real clipboard. Things are found by role and name in the page's accessibility mirror.
//
//   const app = await launch("chromium", "dist/standpoint.html");
//   await app.click("button", "Add document");
//   await app.type("é");
//   const state = await app.describe();
//   await app.close();
//
// Both browsers render in software.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { launchChromium } from "./chromium.mjs";
import { launchFirefox } from "./firefox.mjs";

export { until } from "./waiting.mjs";

export const browsers = ["chromium", "firefox"];

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
