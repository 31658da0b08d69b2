// Files in, by the picker or dropped, and out, as downloads. Nothing is kept here.
mergeInto(LibraryManager.library, {
    $files__deps: ['$page'],
    $files: {
        picker: null,
        dragging: false,

        listen: function() {
            files.picker = document.body.appendChild(document.createElement('input'));
            files.picker.type = 'file';
            files.picker.multiple = true;
            files.picker.hidden = true;
            files.picker.addEventListener('change', () => {
                const chosen = Array.from(files.picker.files);
                files.picker.value = '';  // so that the same file can be chosen again
                files.open(chosen);
            });
            window.addEventListener('dragover', (event) => {
                event.preventDefault();
                const types = Array.from(event.dataTransfer.types);
                const useful = types.includes('Files') || types.includes('text/plain');
                event.dataTransfer.dropEffect = useful ? 'copy' : 'none';
                files.setDragging(useful);
            });
            window.addEventListener('dragleave', (event) => {
                if (!event.relatedTarget) files.setDragging(false);
            });
            window.addEventListener('drop', (event) => {
                event.preventDefault();
                files.setDragging(false);
                files.dropped(event.dataTransfer);
            });
        },

        setDragging: function(dragging) {
            if (files.dragging === dragging) return;
            files.dragging = dragging;
            page.call(_sp_drag_over, dragging ? 1 : 0);
        },

        dropped: function(transfer) {
            const folders = new Set();
            for (const item of Array.from(transfer.items)) {
                const entry = item.webkitGetAsEntry && item.webkitGetAsEntry();
                if (entry && entry.isDirectory) folders.add(entry.name);
            }
            for (const name of folders)
                page.call(_sp_could_not_open, name, 'it is a folder; drop the files that are in it');
            const chosen = Array.from(transfer.files).filter((file) => !folders.has(file.name));
            const text = transfer.getData('text/plain');
            if (chosen.length === 0 && folders.size === 0 && text) page.call(_sp_paste, text);
            files.open(chosen);
        },

        // One after the other, in the order in which they were given.
        open: async function(chosen) {
            const megabyte = 1024 * 1024;
            const largest = 256;
            for (const file of chosen) {
                const refuse = (reason) => page.call(_sp_could_not_open, file.name, reason);
                if (file.size > largest * megabyte) {
                    refuse(`it has ${Math.ceil(file.size / megabyte)} MB; at most ${largest} MB can be opened`);
                    continue;
                }
                let bytes;
                try {
                    bytes = new Uint8Array(await file.arrayBuffer());
                } catch (error) {
                    refuse(`the browser could not read it (${error.message})`);
                    continue;
                }
                page.call(_sp_opened, file.name, bytes);
            }
        },
    },

    sp_files_pick__deps: ['$files'],
    sp_files_pick: function() {
        files.picker.click();
    },

    sp_files_download__deps: ['$page'],
    sp_files_download: function(name, nameSize, mime, mimeSize, bytes, size) {
        const blob = new Blob([HEAPU8.slice(bytes, bytes + size)], {type: page.text(mime, mimeSize)});
        const link = document.createElement('a');
        link.href = URL.createObjectURL(blob);
        link.download = page.text(name, nameSize);
        link.click();
        // The download reads the blob after the click; a minute is plenty.
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    },
});
