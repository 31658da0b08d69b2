// Fetches the build of a browser that the driver in package-lock.json is made for into .cache/browsers,
// unless it is there, and prints the path of its program. For systems whose packages have no browser.
//
// usage: node fetch_browser.mjs chromium|firefox
import { fileURLToPath } from "node:url";

const browser = { chromium: "chrome", firefox: "firefox" }[process.argv[2]];
const cacheDir = fileURLToPath(new URL("../../.cache/browsers", import.meta.url));
try {
    const { computeExecutablePath, getInstalledBrowsers, install } = await import("@puppeteer/browsers");
    const { PUPPETEER_REVISIONS } = await import("puppeteer-core/internal/revisions.js");
    const buildId = PUPPETEER_REVISIONS[browser];
    const there = (await getInstalledBrowsers({ cacheDir })).some((b) => b.browser === browser && b.buildId === buildId);
    if (!there) await install({ browser, buildId, cacheDir });
    console.log(computeExecutablePath({ browser, buildId, cacheDir }));
} catch (error) {
    console.error(`No ${process.argv[2]} is installed, and none could be fetched (${error.message}): install one, ` +
        `or name it in ${process.argv[2].toUpperCase()}.`);
    process.exitCode = 1;
}
