// The page as the tests see it, whichever browser it is in: what can be read, and the mouse, the keys, the
// clipboard and the files of a person. chromium.mjs and firefox.mjs do what each does in its own way.
import { until, sleep } from "./waiting.mjs";

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

export class App {
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
