// The accessibility mirror's elements: transparent, over the canvas, out of the mouse's way. They are
// read by screen readers and found by browser tests; a click on one (no mouse can, but they do) goes
// to the program. See mirror.hpp for the form of a patch.
mergeInto(LibraryManager.library, {
    $mirror__deps: ['$page'],
    $mirror: {
        root: null,
        elements: null,

        create: function() {
            mirror.elements = new Map();
            mirror.root = document.getElementById('mirror');
            mirror.root.style.cssText = 'position:fixed;inset:0;overflow:hidden;pointer-events:none;' +
                'color:transparent;font:10px sans-serif;white-space:pre;user-select:none;-webkit-user-select:none;';
            page.canvas.setAttribute('aria-owns', 'mirror');
            const activate = (element) => {
                if (element.dataset.id) page.call(_sp_mirror_click, element.dataset.id);
            };
            mirror.root.addEventListener('click', (event) => activate(event.target));
            mirror.root.addEventListener('keydown', (event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                activate(event.target);
            });
        },

        apply: function(patch) {
            for (const record of patch.split('\x1e')) {
                const fields = record.split('\x1f');
                if (fields[0] === '+') mirror.put(fields);
                else if (fields[0] === '-') mirror.remove(fields[1]);
            }
        },

        remove: function(id) {
            mirror.elements.get(id).remove();
            mirror.elements.delete(id);
        },

        put: function([, id, parent, previous, role, name, text, x, y, width, height, state]) {
            let element = mirror.elements.get(id);
            if (!element) {
                element = document.createElement('div');
                element.tabIndex = -1;
                element.id = `mirror-${id}`;
                element.dataset.id = id;
                element.style.cssText = 'position:fixed;overflow:hidden;outline:none;';
                element.appendChild(document.createTextNode(''));
                mirror.elements.set(id, element);
            }
            const owner = parent ? mirror.elements.get(parent) : mirror.root;
            const before = previous ? mirror.elements.get(previous).nextSibling
                                    : parent ? owner.firstChild.nextSibling : owner.firstChild;
            if (before !== element) owner.insertBefore(element, before);

            if (element.firstChild.data !== text) element.firstChild.data = text;
            mirror.attribute(element, 'role', role);
            mirror.attribute(element, 'aria-label', name);
            mirror.attribute(element, 'aria-disabled', state.includes('d') ? 'true' : '');
            mirror.attribute(element, 'aria-modal', state.includes('m') ? 'true' : '');
            mirror.attribute(element, 'aria-expanded',
                             state.includes('o') ? 'true' : state.includes('c') ? 'false' : '');
            mirror.pressed(element, role, state.includes('p'));
            element.style.left = `${x}px`;
            element.style.top = `${y}px`;
            element.style.width = `${width}px`;
            element.style.height = `${height}px`;
            if (state.includes('f')) page.canvas.setAttribute('aria-activedescendant', element.id);
        },

        attribute: function(element, name, value) {
            if (!value) element.removeAttribute(name);
            else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
        },

        pressed: function(element, role, pressed) {
            const checkable = ['checkbox', 'radio', 'switch', 'menuitemcheckbox', 'menuitemradio'];
            const selectable = ['option', 'tab', 'row', 'gridcell', 'cell', 'treeitem', 'listitem'];
            if (checkable.includes(role)) element.setAttribute('aria-checked', pressed ? 'true' : 'false');
            else if (selectable.includes(role)) element.setAttribute('aria-selected', pressed ? 'true' : 'false');
            else if (role === 'button') mirror.attribute(element, 'aria-pressed', pressed ? 'true' : '');
            else mirror.attribute(element, 'aria-current', pressed ? 'true' : '');
        },
    },

    sp_mirror_apply__deps: ['$mirror'],
    sp_mirror_apply: function(patch, size) {
        mirror.apply(page.text(patch, size));
    },
});
