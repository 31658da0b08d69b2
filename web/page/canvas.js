// Runs as soon as there is a canvas, before the program is read and unpacked: the graphics process
// makes the context meanwhile. web/platform finds it there, and says so if there is none. The canvas
// stays hidden until the first frame is drawn, because a context without alpha is black until then.
document.getElementById("canvas").getContext("webgl2", {
    alpha: false, antialias: false, depth: false, stencil: false,
});
