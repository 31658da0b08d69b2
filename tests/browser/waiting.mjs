// Waiting, for what takes as long as it takes.
export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

export async function until(what, condition, seconds = 15) {
    const end = Date.now() + seconds * 1000;
    for (;;) {
        const value = await condition();
        if (value) return value;
        if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain for ${what}`);
        await sleep(20);
    }
}
