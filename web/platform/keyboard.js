// Keys, the hidden field through which text is typed, and the clipboard.
//
// The field has the focus only while ImGui edits text; otherwise the canvas has it. Copy, cut and
// paste come as events of the document, because reading the clipboard otherwise prompts (and
// in Firefox swallows key releases).
mergeInto(LibraryManager.library, {
    $keyboard__deps: ['$page', '$files'],
    $keyboard: {
        agent: null,
        text: false,       // ImGui edits text
        composing: false,  // an input method, a dead key
        place: '',
        answer: null,      // what sp_copy said
        pending: null,     // what execCommand('copy') is to copy

        create: function() {
            const agent = document.createElement('textarea');
            agent.setAttribute('autocapitalize', 'off');
            agent.setAttribute('autocomplete', 'off');
            agent.setAttribute('autocorrect', 'off');
            agent.setAttribute('spellcheck', 'false');
            agent.setAttribute('aria-label', 'Text');
            agent.tabIndex = -1;
            // 16px: below that iOS zooms in. Behind the canvas's pointer events, invisible, but a real field.
            agent.style.cssText = 'position:fixed;left:0;top:0;width:1px;height:1em;font-size:16px;padding:0;' +
                'border:0;outline:none;resize:none;opacity:0;overflow:hidden;pointer-events:none;';
            keyboard.agent = document.body.appendChild(agent);
        },

        target: function() {
            return keyboard.text ? keyboard.agent : page.canvas;
        },

        takeFocus: function() {
            if (document.activeElement !== keyboard.target()) keyboard.target().focus({preventScroll: true});
        },

        // Elements of somebody else's (a message, the browser's own) keep their keys.
        isOurs: function(element) {
            return element === document.body || element === page.canvas || element === keyboard.agent;
        },

        finishComposition: function() {
            if (keyboard.composing) keyboard.agent.blur();
        },

        send: function(f, event) {
            // 229 marks keys that an input method took; Safari's Enter that ends a composition comes
            // after compositionend and is told only by it.
            const composing = event.isComposing || keyboard.composing || event.keyCode === 229;
            const flags = (event.ctrlKey ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.altKey ? 4 : 0) |
                (event.metaKey ? 8 : 0) | (event.getModifierState('AltGraph') ? 16 : 0) |
                (event.repeat ? 32 : 0) | (composing ? 64 : 0);
            return page.call(f, event.key, event.code, flags);
        },

        listen: function() {
            window.addEventListener('keydown', (event) => {
                if (!keyboard.isOurs(event.target)) return;
                if (keyboard.send(_sp_key_down, event)) event.preventDefault();
            });
            window.addEventListener('keyup', (event) => keyboard.send(_sp_key_up, event));

            const agent = keyboard.agent;
            const changed = () => page.call(_sp_typed, agent.value, keyboard.composing ? 1 : 0);
            agent.addEventListener('compositionstart', () => { keyboard.composing = true; });
            agent.addEventListener('compositionend', () => {
                keyboard.composing = false;
                changed();
            });
            agent.addEventListener('input', changed);

            for (const type of ['copy', 'cut'])
                document.addEventListener(type, (event) => keyboard.copy(event, type === 'cut'));
            document.addEventListener('paste', (event) => keyboard.paste(event));
            keyboard.takeFocus();
        },

        copy: function(event, cut) {
            keyboard.answer = keyboard.pending;
            if (keyboard.answer === null) {
                if (!keyboard.isOurs(document.activeElement)) return;
                page.call(_sp_copy, cut ? 1 : 0);
            }
            if (keyboard.answer === null) return;
            event.clipboardData.setData('text/plain', keyboard.answer);
            event.preventDefault();
        },

        paste: function(event) {
            if (!keyboard.isOurs(document.activeElement)) return;
            event.preventDefault();
            const text = event.clipboardData.getData('text/plain');
            if (text) page.call(_sp_paste, text);
            else files.open(Array.from(event.clipboardData.files));
        },

        write: function(text) {
            const byEvent = () => {
                keyboard.pending = text;
                document.execCommand('copy');
                keyboard.pending = null;
            };
            if (navigator.clipboard) navigator.clipboard.writeText(text).catch(byEvent);
            else byEvent();  // a page that is not a secure context
        },
    },

    sp_keyboard_focus__deps: ['$keyboard'],
    sp_keyboard_focus: function(text, x, y, height) {
        const changed = keyboard.text !== (text !== 0);
        keyboard.text = text !== 0;
        // Moving the field while an input method works in it would end the composition in Safari.
        const place = `${Math.round(x)} ${Math.round(y)} ${Math.round(height)}`;
        if (keyboard.text && !keyboard.composing && keyboard.place !== place) {
            keyboard.place = place;
            keyboard.agent.style.left = `${Math.round(x)}px`;
            keyboard.agent.style.top = `${Math.round(y)}px`;
            keyboard.agent.style.height = `${Math.round(height)}px`;
        }
        if (changed || document.activeElement === document.body) keyboard.takeFocus();
    },

    sp_keyboard_clear__deps: ['$keyboard'],
    sp_keyboard_clear: function() {
        keyboard.agent.value = '';
    },

    sp_keyboard_copy__deps: ['$keyboard'],
    sp_keyboard_copy: function(text, size) {
        keyboard.answer = page.text(text, size);
    },

    sp_keyboard_write_clipboard__deps: ['$keyboard'],
    sp_keyboard_write_clipboard: function(text, size) {
        keyboard.write(page.text(text, size));
    },
});
