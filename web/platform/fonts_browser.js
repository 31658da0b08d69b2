// Text drawn by the browser on a 2D canvas, for fonts_browser.cpp.
mergeInto(LibraryManager.library, {
    // A worker runs this script too, but has nothing to draw.
    $spPen: 'typeof document === "undefined" ? null : ' +
        'document.createElement("canvas").getContext("2d", { willReadFrequently: true })',

    // Measures a text in pixels of the canvas and keeps it for sp_draw_text. Writes the advance, and
    // how far the ink reaches left, right, above and below the pen with a margin of one.
    sp_measure_text__deps: ["$spPen"],
    sp_measure_text: function (text, size, font, measures) {
        spPen.font = UTF8ToString(font);
        spPen.text = UTF8ToString(text, size);
        const ink = spPen.measureText(spPen.text);
        HEAPF32.set([
            ink.width,
            Math.ceil(ink.actualBoundingBoxLeft) + 1,
            Math.ceil(ink.actualBoundingBoxRight) + 1,
            Math.ceil(ink.actualBoundingBoxAscent) + 1,
            Math.ceil(ink.actualBoundingBoxDescent) + 1,
        ], measures >> 2);
    },

    // Draws the measured text with the pen at (left, above). Returns whether it has colours of its
    // own, as emoji have; otherwise the pixels are white under the text's coverage.
    sp_draw_text__deps: ["$spPen"],
    sp_draw_text: function (left, above, width, height, pixels) {
        const font = spPen.font;
        spPen.canvas.width = width;  // clears the canvas, and forgets the font
        spPen.canvas.height = height;
        spPen.font = font;
        spPen.fillText(spPen.text, left, above);  // in black
        const data = spPen.getImageData(0, 0, width, height).data;
        let coloured = false;
        for (let i = 0; i < data.length && !coloured; i += 4)
            coloured = data[i + 3] > 127 && Math.max(data[i], data[i + 1], data[i + 2]) > 24;
        if (!coloured)
            for (let i = 0; i < data.length; i += 4) data[i] = data[i + 1] = data[i + 2] = 255;
        HEAPU8.set(data, pixels);
        return coloured;
    },
});
