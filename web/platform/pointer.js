// Mouse, pen and the first finger, in CSS pixels.
mergeInto(LibraryManager.library, {
    $pointer__deps: ['$page', '$keyboard'],
    $pointer: {
        buttons: 0,  // as the last event told, PointerEvent.buttons

        kind: function(event) {
            return event.pointerType === 'touch' ? 1 : event.pointerType === 'pen' ? 2 : 0;
        },

        // A second button pressed while the first is down comes as a move: so the set is compared.
        update: function(event, buttons, x, y) {
            const number = {1: 0, 2: 2, 4: 1, 8: 3, 16: 4};
            const changed = pointer.buttons ^ buttons;
            pointer.buttons = buttons;
            for (const bit of [1, 2, 4, 8, 16])
                if (changed & bit)
                    page.call(_sp_pointer_button, number[bit], buttons & bit ? 1 : 0, x, y, pointer.kind(event));
        },

        listen: function() {
            const canvas = page.canvas;
            const on = (type, listener, options) => canvas.addEventListener(type, (event) => {
                if (event.isPrimary === false) return;
                listener(event);
            }, options);

            on('pointerdown', (event) => {
                keyboard.finishComposition();
                canvas.setPointerCapture(event.pointerId);
                pointer.update(event, event.buttons, event.offsetX, event.offsetY);
                keyboard.takeFocus();
            });
            on('pointermove', (event) => {
                page.call(_sp_pointer_move, event.offsetX, event.offsetY, pointer.kind(event));
                pointer.update(event, event.buttons, event.offsetX, event.offsetY);
            });
            on('pointerup', (event) => {
                pointer.update(event, event.buttons, event.offsetX, event.offsetY);
                if (pointer.kind(event) === 1) page.call(_sp_pointer_left);
            });
            // The browser took the gesture over: let go where nothing can be hit.
            on('pointercancel', (event) => {
                pointer.update(event, 0, -1e6, -1e6);
                page.call(_sp_pointer_left);
            });
            on('pointerleave', () => page.call(_sp_pointer_left));
            on('wheel', (event) => {
                if (event.ctrlKey) return;  // the browser's zoom
                event.preventDefault();
                page.call(_sp_wheel, event.deltaX, event.deltaY, event.deltaMode, event.shiftKey ? 1 : 0);
            }, {passive: false});
            // The focus is ours to give (keyboard.js), and the right button is the program's.
            on('mousedown', (event) => event.preventDefault());
            on('contextmenu', (event) => event.preventDefault());
        },
    },
});
