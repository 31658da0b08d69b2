// The worker: this same program in a second thread, made from a Blob URL (a page opened from disk may
// have no other kind) and from the module that the page compiled. The boot script (web/page/boot.js)
// hands over both, as options of createStandpoint: `glueText` and `wasmModule`.
//
// Where a worker cannot be made the jobs run in the page, a little later, with the same answers.
mergeInto(LibraryManager.library, {
    $worker__deps: ['$page'],
    $worker__postset: "Module['runJob'] = worker.run; worker.jobs = new Map();",
    $worker: {
        thread: null,
        ready: false,
        blocked: false,
        jobs: null,     // job -> its message, in order, as long as there is no answer
        sent: null,     // the job that the thread has, and its message with it
        current: null,  // in the thread that works: the job, and the way back

        // What the thread runs; its source is sent there.
        threadMain: function(createStandpoint) {
            let module;
            const unusable = (error) => postMessage({unusable: String(error)});
            onmessageerror = () => unusable('a message did not arrive whole');
            onmessage = ({data}) => {
                if (module) {
                    const deliver = (answer) => postMessage(answer, answer.result ? [answer.result.buffer] : []);
                    module.then((made) => made.runJob(data.job, data.bytes, deliver)).catch(unusable);
                    return;
                }
                module = createStandpoint({
                    noInitialRun: true,
                    instantiateWasm: (imports, done) => {
                        WebAssembly.instantiate(data.wasm, imports)
                            .then((instance) => done(instance))
                            .catch(unusable);
                        return {};
                    },
                });
                module.then(() => postMessage({ready: true})).catch(unusable);
            };
        },

        run: function(job, bytes, deliver) {
            worker.current = {job, deliver: (answer) => deliver(Object.assign({job}, answer))};
            try {
                const pointer = _malloc(bytes.length + 1);
                if (!pointer) throw new Error('out of memory');
                HEAPU8.set(bytes, pointer);
                _sp_worker_job(pointer, bytes.length);
                _free(pointer);
            } catch (error) {
                worker.current.deliver({failed: error.message || String(error), broken: true});
            }
        },

        post: function(job, bytes) {
            worker.jobs.set(job, bytes);
            if (worker.blocked) worker.runHere(job);
            else if (!worker.thread) worker.start();
            else worker.sendNext();
        },

        // One at a time, because the message goes along uncopied, and only once the thread works: until
        // then the page may have to do it itself.
        sendNext: function() {
            if (!worker.ready || worker.sent !== null || worker.jobs.size === 0) return;
            const [job, bytes] = worker.jobs.entries().next().value;
            worker.sent = job;
            worker.thread.postMessage({job, bytes}, [bytes.buffer]);
        },

        runHere: function(job) {
            setTimeout(() => {
                if (worker.jobs.has(job)) worker.run(job, worker.jobs.get(job), worker.receive);
            });
        },

        start: function() {
            try {
                const source = `(${worker.threadMain})((${Module['glueText']})());`;
                const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
                const thread = new Worker(url);
                worker.thread = thread;
                thread.onmessage = ({data}) => {
                    if (thread !== worker.thread) return;
                    if (data.ready) {
                        worker.ready = true;
                        URL.revokeObjectURL(url);
                        worker.sendNext();
                    } else if (data.unusable) {
                        worker.broke(data.unusable);
                    } else {
                        worker.receive(data);
                    }
                };
                thread.onerror = (event) => {
                    event.preventDefault();
                    if (thread === worker.thread) worker.broke(event.message || 'unknown');
                };
                thread.postMessage({wasm: Module['wasmModule']});
            } catch (error) {
                worker.broke(String(error));
            }
        },

        // Before it was ready: there can be none here, so work in the page. Later: the jobs are lost.
        broke: function(reason) {
            const neverWorked = !worker.ready;
            worker.stop();
            if (neverWorked) {
                worker.blocked = true;
                for (const job of worker.jobs.keys()) worker.runHere(job);
            } else {
                for (const job of Array.from(worker.jobs.keys())) worker.receive({job, failed: reason});
            }
        },

        stop: function() {
            if (worker.thread) worker.thread.terminate();
            worker.thread = null;
            worker.ready = false;
            worker.sent = null;
        },

        receive: function(answer) {
            if (!worker.jobs.has(answer.job)) return;  // cancelled
            if (answer.progress !== undefined) {
                page.call(_sp_worker_has_progressed, answer.job, answer.progress);
                return;
            }
            worker.jobs.delete(answer.job);
            worker.sent = null;
            if (answer.broken && worker.thread) {
                // It trapped: nothing in that thread can be trusted. What waits goes to a new one.
                worker.stop();
                if (worker.jobs.size > 0) worker.start();
            }
            worker.sendNext();
            if (answer.result) page.call(_sp_worker_has_result, answer.result, answer.job);
            else page.call(_sp_worker_has_failed, answer.failed, answer.job);
        },
    },

    sp_worker_post__deps: ['$worker'],
    sp_worker_post: function(job, message, size) {
        worker.post(job, HEAPU8.slice(message, message + size));
    },

    sp_worker_cancel__deps: ['$worker'],
    sp_worker_cancel: function() {
        if (worker.jobs.size === 0) return;
        worker.jobs.clear();
        worker.stop();
    },

    sp_worker_progress__deps: ['$worker'],
    sp_worker_progress: function(done) {
        worker.current.deliver({progress: done});
    },

    sp_worker_result__deps: ['$worker'],
    sp_worker_result: function(message, size) {
        worker.current.deliver({result: HEAPU8.slice(message, message + size)});
    },

    sp_worker_failed__deps: ['$worker'],
    sp_worker_failed: function(reason, size) {
        worker.current.deliver({failed: page.text(reason, size)});
    },
});
