// Standpoint's extraction core as an ES module, for Node, workers and pages. See README.md.

// The core does no input or output. What its C library imports for that answers "not supported".
function instantiate(module) {
    const imports = {};
    for (const { module: from, name } of WebAssembly.Module.imports(module)) {
        (imports[from] ??= {})[name] = () => 52;
    }
    const core = new WebAssembly.Instance(module, imports).exports;
    core._initialize?.();
    return core;
}

async function compile(source) {
    if (source instanceof WebAssembly.Module) return source;
    if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
    const url = source ?? new URL("./standpoint-core.wasm", import.meta.url);
    if (new URL(url).protocol === "file:") {
        const { readFile } = await import("node:fs/promises");
        return WebAssembly.compile(await readFile(url));
    }
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
    return WebAssembly.compile(await response.arrayBuffer());
}

// Loads the core once; its functions are synchronous from then on. `source` says where the
// WebAssembly is, if it is not beside this file: a URL, its bytes, or a compiled WebAssembly.Module.
export async function load(source) {
    const module = await compile(source);
    let core = instantiate(module);

    function place(text) {
        const bytes = new TextEncoder().encode(text);
        const address = core.sp_alloc(bytes.length || 1);
        if (!address) throw new RangeError(`No memory for a text of ${bytes.length} bytes.`);
        new Uint8Array(core.memory.buffer, address, bytes.length).set(bytes);
        return [address, bytes.length];
    }

    function call(name, ...texts) {
        try {
            const placed = texts.map(place);
            const result = core[name](...placed.flat());
            const words = new TextDecoder().decode(new Uint8Array(
                core.memory.buffer, core.sp_result_data(result), core.sp_result_size(result)));
            const failed = core.sp_result_failed(result);
            core.sp_result_free(result);
            for (const [address] of placed) core.sp_free(address);
            return failed ? JSON.stringify({ error: words }) : words;
        } catch (error) {
            core = instantiate(module);  // out of memory half-way: start from a clean one
            throw error;
        }
    }

    const extractJson = (text, codebook = "") =>
        call("sp_extract", text, typeof codebook === "string" ? codebook : JSON.stringify(codebook));

    return {
        // One Standpoint JSONL record as text, the same bytes as the native command prints.
        extractJson,
        // The same as an object.
        extract: (text, codebook) => JSON.parse(extractJson(text, codebook)),
        // The entities alone, in about half the time: a list of { start, end, text, type, canonical, score }.
        entities: (text) => JSON.parse(call("sp_entities", text)),
    };
}
