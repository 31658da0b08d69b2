// Starts the program: checks what the browser can do, unpacks the WebAssembly, and hands over to
// Emscripten's glue. The packer fills in the two parts in {{ }}: `packed` is the WebAssembly in gzip and
// base64.
//
// What the glue, and through it web/platform, finds in `Module`:
//   canvas      the canvas element
//   wasmModule  the compiled module, which can be posted to a worker
//   glueText    the source of a function expression that returns `createStandpoint`: with it a
//               worker makes its own instance, (glueText)()({instantiateWasm, noInitialRun: true})
// Nothing of this is global but window.__test (web/platform/page.js).
(() => {
    "use strict";

    function glue() {
{{glue}}
        return createStandpoint;
    }

    function explain(title, ...paragraphs) {
        const message = document.getElementById("message");
        message.replaceChildren(...[title, ...paragraphs].map((text, i) =>
            Object.assign(document.createElement(i ? "p" : "h1"), { textContent: text })));
        message.hidden = false;
    }

    function missing() {
        if (typeof WebAssembly !== "object") return "WebAssembly";
        if (typeof DecompressionStream !== "function") return "the Compression Streams API";
        // Whether a context can be made is seen when the program makes its own: each costs 30 ms.
        if (typeof WebGL2RenderingContext !== "function") return "WebGL 2";
        return null;
    }

    function decode(base64) {
        if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);  // 1 ms instead of 15
        const text = atob(base64);
        const bytes = new Uint8Array(text.length);
        for (let i = 0; i < bytes.length; ++i) bytes[i] = text.charCodeAt(i);
        return bytes;
    }

    // Compiles while it unpacks.
    function compile() {
        const unpacked = new Response(decode({{packed}})).body.pipeThrough(new DecompressionStream("gzip"));
        return WebAssembly.compileStreaming(
            new Response(unpacked, { headers: { "Content-Type": "application/wasm" } }));
    }

    async function start() {
        const lacks = missing();
        if (lacks) {
            explain("Standpoint cannot start in this browser", `It needs ${lacks}, which this browser ` +
                "does not offer or has switched off.", "A current Chrome, Edge, Firefox or Safari has " +
                "it. If yours is current, check that hardware acceleration is not disabled.");
            return;
        }
        const wasmModule = await compile();
        await glue()({
            canvas: document.getElementById("canvas"),
            wasmModule,
            glueText: `(${glue})`,
            instantiateWasm(imports, done) {
                WebAssembly.instantiate(wasmModule, imports).then((instance) => done(instance, wasmModule));
                return {};
            },
            onAbort: (reason) => stopped(reason),
        });
    }

    function stopped(reason) {
        explain("Standpoint has stopped", "Something went wrong inside the page. Reload it to go on.",
            String(reason));
    }

    start().catch(stopped);
})();
