// The recognisers that are measured, each behind the same two functions: `read` takes a text and gives
// what its makers call entities; `mentions` makes of these what Standpoint JSONL holds, with offsets in
// code points. Only `read` is timed, on a long text or, where `byParagraph` is set, on its paragraphs. One
// without `mentions` names no persons, organisations and places.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);

async function standpoint(dist) {
    const { load } = await import(pathToFileURL(resolve(dist, "core", "standpoint-core.mjs")));
    const { entities } = await load();
    return { read: entities, mentions: (text, found) => found };
}

async function compromise() {
    const { default: nlp } = await import("compromise");
    return {
        byParagraph: true,
        read(text) {
            const document = nlp(text);
            const terms = (view) => view.json({ offset: true, terms: false });
            return { PER: terms(document.people()), ORG: terms(document.organizations()), LOC: terms(document.places()) };
        },
        mentions(text, found) {
            const before = codePoints(text);
            return Object.entries(found).flatMap(([type, terms]) => terms.flatMap(({ offset }) => {
                const term = text.slice(offset.start, offset.start + offset.length);
                const name = bare(term);
                const start = offset.start + term.indexOf(name);
                return name ? [{ start: before[start], end: before[start + name.length], text: name, type }] : [];
            }));
        },
    };
}

// Its entities are dates, sums, addresses and the like.
async function wink() {
    const nlp = require("wink-nlp")(require("wink-eng-lite-web-model"));
    return { read: (text) => nlp.readDoc(text).entities().out(nlp.its.detail) };
}

// Terms of compromise keep the marks and the possessive at their edges; a fair count does without. The
// last full stop of an abbreviation stays.
function bare(term) {
    return term.replace(/^[\p{P}\p{S}\s]+/u, "").replace(/(?<!\.\p{L})[\p{P}\p{S}\s]+$/u, "").replace(/['’]s$/u, "");
}

// Code points before each UTF-16 unit of the text, and in all of it.
function codePoints(text) {
    const before = new Uint32Array(text.length + 1);
    for (let unit = 0; unit < text.length; ++unit) {
        const follows = (text.charCodeAt(unit) & 0xfc00) === 0xd800 && (text.charCodeAt(unit + 1) & 0xfc00) === 0xdc00;
        before[unit + 1] = before[unit] + (follows ? 0 : 1);
    }
    return before;
}

export const recognisers = { standpoint, compromise, "wink-nlp": wink };
