// The page itself: the canvas and what lies over it, its size, its frames, its scheme, and what
// happens when the graphics are lost or something breaks. See javascript.hpp for the whole list.
mergeInto(LibraryManager.library, {
    $page: {
        canvas: null,
        encoder: null,
        decoder: null,
        timer: 0,
        sizeObserver: null,
        ratio: 0,
        live: null,
        failed: false,
        unsaved: false,
        description: '',
        firstFrame: 0,

        // A string of the C++ side.
        text: function(pointer, size) {
            page.decoder = page.decoder || new TextDecoder('utf-8', {ignoreBOM: true});
            return page.decoder.decode(HEAPU8.subarray(pointer, pointer + size));
        },

        // Calls the C++ side. Strings and byte arrays become a pointer and a size, valid during the call.
        call: function(f, ...values) {
            if (page.failed) return 0;
            page.encoder = page.encoder || new TextEncoder();
            const pointers = [];
            const args = [];
            try {
                for (let value of values) {
                    if (typeof value === 'string') value = page.encoder.encode(value);
                    if (typeof value === 'number') {
                        args.push(value);
                        continue;
                    }
                    const pointer = _malloc(value.length + 1);
                    if (!pointer) throw new Error('out of memory');
                    pointers.push(pointer);
                    HEAPU8.set(value, pointer);
                    args.push(pointer, value.length);
                }
                return f(...args);
            } catch (error) {
                page.fail(error);
                throw error;
            } finally {
                pointers.forEach((pointer) => _free(pointer));
            }
        },

        // The program trapped: its memory can no longer be trusted, so nothing more is run.
        fail: function(error) {
            if (page.failed) return;
            page.failed = true;
            page.message('This page has stopped', 'Something went wrong inside it. Load it again to go on.',
                         String(error && error.message || error));
        },

        message: function(title, ...paragraphs) {
            const element = document.getElementById('message');
            const make = (tag, text) => Object.assign(document.createElement(tag), {textContent: text});
            element.replaceChildren(make('h1', title), ...paragraphs.map((text) => make('p', text)));
            element.hidden = false;
        },

        create: function() {
            page.canvas = document.getElementById('canvas');
            page.canvas.hidden = false;  // drawn in this task: there is no black frame (web/page/canvas.js)
            page.canvas.setAttribute('role', 'application');
            page.canvas.setAttribute('aria-label', document.title);

            page.live = document.body.appendChild(document.createElement('div'));
            page.live.setAttribute('role', 'status');
            page.live.setAttribute('aria-live', 'polite');
            page.live.style.cssText =
                'position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;';
            page.exposeTests(false);
        },

        // --- Size ---

        // The observer's device-pixel box is the only exact size at every zoom; a pixel more or less and
        // the whole canvas is resampled. Safari does not tell it, and device emulation in the developer
        // tools leaves it as it was; then the rounded product must do.
        observeSize: function() {
            page.sizeObserver = new ResizeObserver((entries) => {
                const {contentRect, devicePixelContentBoxSize} = entries[entries.length - 1];
                page.resize(contentRect, devicePixelContentBoxSize && devicePixelContentBoxSize[0]);
            });
            page.measure();
            page.watchPixelRatio();
        },

        // `box` may be absent. Nothing is drawn when nothing changes.
        resize: function(rect, box) {
            const ratio = window.devicePixelRatio;
            const exact = (size, told) => {
                const product = size * ratio;
                return told && Math.abs(told - product) < 2 ? told : Math.round(product);
            };
            const width = exact(rect.width, box && box.inlineSize);
            const height = exact(rect.height, box && box.blockSize);
            if (page.firstFrame && page.canvas.width === width && page.canvas.height === height &&
                page.ratio === ratio) return;
            page.canvas.width = width;
            page.canvas.height = height;
            page.ratio = ratio;
            page.call(_sp_resize, width, height, ratio);
            page.firstFrame = page.firstFrame || performance.now();
        },

        // Observing anew makes the observer report at once.
        measure: function() {
            page.sizeObserver.disconnect();
            try {
                page.sizeObserver.observe(page.canvas, {box: 'device-pixel-content-box'});
            } catch (_) {
                page.sizeObserver.observe(page.canvas);
            }
        },

        // Moving to another monitor changes the ratio, not the size. The query holds for one ratio, so
        // it is made anew each time.
        watchPixelRatio: function() {
            const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
            query.addEventListener('change', () => {
                page.measure();
                page.watchPixelRatio();
            }, {once: true});
        },

        // --- Events of the page ---

        listen: function() {
            page.canvas.addEventListener('webglcontextlost', (event) => {
                event.preventDefault();  // otherwise it never comes back
                page.call(_sp_graphics_lost);
            });
            page.canvas.addEventListener('webglcontextrestored', () => page.call(_sp_graphics_restored));
            window.matchMedia('(prefers-color-scheme: dark)')
                .addEventListener('change', () => page.call(_sp_scheme_changed));
            window.addEventListener('focus', () => page.call(_sp_window_focus, 1));
            window.addEventListener('blur', () => page.call(_sp_window_focus, 0));
            document.addEventListener('visibilitychange', () => {
                if (!document.hidden) page.call(_sp_wake);
            });
            page.exposeTests(true);
            page.observeSize();
            // At once: the observer first speaks with the next frame of the browser, 10 to 30 ms later. If it
            // knows better by a pixel, it says so before this is seen.
            page.resize(page.canvas.getBoundingClientRect());
        },

        askBeforeLeaving: function(event) {
            event.preventDefault();
            event.returnValue = '';
        },

        exposeTests: function(webgl2) {
            let extension = null;
            const loseContext = () => {
                extension = page.canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
                extension.loseContext();
            };
            window.__test = {
                webgl2,
                frames: () => page.call(_sp_frames),
                firstFrame: () => page.firstFrame,  // when it was drawn, in milliseconds since navigation
                idle: () => page.call(_sp_is_idle) !== 0,
                step: (n) => page.call(_sp_step, n),
                describe: () => {
                    page.call(_sp_describe);
                    return page.description;
                },
                worker: () => worker.thread !== null,  // there is one, and jobs run in it
                loseContext,
                restoreContext: () => extension.restoreContext(),
            };
        },
    },

    sp_page_create__deps: ['$page', '$keyboard', '$mirror'],
    sp_page_create: function() {
        page.create();
        keyboard.create();
        mirror.create();
    },

    sp_page_listen__deps: ['$page', '$pointer', '$keyboard', '$files', '$worker'],
    sp_page_listen: function() {
        pointer.listen();
        keyboard.listen();
        files.listen();
        page.listen();
    },

    sp_page_no_graphics__deps: ['$page'],
    sp_page_no_graphics: function() {
        page.message('This page cannot start in this browser',
                     'It draws with WebGL 2, which this browser does not offer here. Current versions of Firefox, ' +
                     'Chrome, Edge and Safari have it; if yours is current, look in its settings whether ' +
                     'hardware acceleration is switched off.');
    },

    sp_page_request_frame__deps: ['$page'],
    sp_page_request_frame: function() {
        clearTimeout(page.timer);
        requestAnimationFrame(() => page.call(_sp_frame));
    },

    sp_page_set_timer__deps: ['$page'],
    sp_page_set_timer: function(seconds) {
        clearTimeout(page.timer);
        page.timer = setTimeout(() => page.call(_sp_timer), Math.ceil(seconds * 1000));
    },

    sp_page_unix_time_ms: function() {
        return Date.now();
    },

    sp_page_is_dark: function() {
        return window.matchMedia('(prefers-color-scheme: dark)').matches ? 1 : 0;
    },

    sp_page_is_reduced_motion: function() {
        return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : 0;
    },

    sp_page_is_mac: function() {
        return navigator.platform.startsWith('Mac') || navigator.platform.startsWith('iP') ? 1 : 0;
    },

    sp_page_set_cursor__deps: ['$page'],
    sp_page_set_cursor: function(css, size) {
        page.canvas.style.cursor = page.text(css, size);
    },

    sp_page_set_title__deps: ['$page'],
    sp_page_set_title: function(title, size) {
        const text = page.text(title, size);
        if (document.title === text) return;
        document.title = text;
        page.canvas.setAttribute('aria-label', text);
    },

    sp_page_set_unsaved__deps: ['$page'],
    sp_page_set_unsaved: function(unsaved) {
        if (page.unsaved === (unsaved !== 0)) return;
        page.unsaved = unsaved !== 0;
        if (page.unsaved)
            window.addEventListener('beforeunload', page.askBeforeLeaving);
        else
            window.removeEventListener('beforeunload', page.askBeforeLeaving);
    },

    sp_page_announce__deps: ['$page'],
    sp_page_announce: function(sentence, size) {
        const text = page.text(sentence, size);
        // The same sentence again must be read again.
        page.live.textContent = page.live.textContent === text ? text + '\u00a0' : text;
    },

    sp_page_describe__deps: ['$page'],
    sp_page_describe: function(json, size) {
        page.description = page.text(json, size);
    },
});
