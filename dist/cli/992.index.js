export const id = 992;
export const ids = [992];
export const modules = {

/***/ 377:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* reexport */ commandChecks)
});

// EXTERNAL MODULE: ./packages/commands/src/index.ts + 6 modules
var src = __webpack_require__(5010);
;// CONCATENATED MODULE: ./packages/checks/src/command-checks.ts

/** One command as the project's checks: exit code 0 is green. */
function commandChecks({ line, env, timeoutSeconds }) {
    return {
        async run({ dir, log, signal, onLine }) {
            const end = await (0,src/* runCommand */.d1)({
                line,
                cwd: dir,
                env,
                log,
                signal,
                onLine,
                ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
            });
            return (0,src/* toWorkEnd */.Wt)('the checks', end);
        },
    };
}

;// CONCATENATED MODULE: ./packages/checks/src/index.ts



/***/ }),

/***/ 992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mergeOneFile: () => (/* binding */ mergeOneFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _wavefront_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5569);
/* harmony import */ var _wavefront_git__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(654);
/* harmony import */ var _wavefront_report__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7948);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3067);
/* harmony import */ var _merge_merger_options_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3628);






/** `wavefront merge-file`: three versions of one file, up the same ladder as the tasks' commits. */
async function mergeOneFile(files, options) {
    const { ours, base, theirs } = files;
    const path = options.path ?? ours;
    const merged = await (0,_wavefront_git__WEBPACK_IMPORTED_MODULE_2__/* .mergeFile */ .nD)({ path, base: await read(base), ours: await read(ours), theirs: await read(theirs) }, (0,_merge_merger_options_js__WEBPACK_IMPORTED_MODULE_5__/* .ladderOptions */ .H)(options));
    if (merged.is === 'requeued') {
        if (options.write)
            await (0,_wavefront_git__WEBPACK_IMPORTED_MODULE_2__/* .markConflicts */ .dj)(files);
        if (options.json)
            print(JSON.stringify({ is: merged.is, path, why: merged.why }, null, 2));
        process.stderr.write(`${path}: not merged: ${merged.why}\n`);
        return notMerged;
    }
    const { content, decisions } = merged;
    if (options.write)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(ours, content);
    if (options.json)
        print(renderJson(path, content, decisions));
    else if (!options.write)
        process.stdout.write(content);
    const gaveWay = decisions.filter((decision) => decision.gaveWay !== undefined);
    tell(path, gaveWay);
    return gaveWay.length > 0 ? _exit_codes_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .h.notDone : _exit_codes_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .h.done;
}
/** As `exitCodes.badInput`: there is nothing to go on with. */
const notMerged = 2;
async function read(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file);
    }
    catch (cause) {
        throw new _wavefront_errors__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
            what: 'this file cannot be read',
            where: file,
            fix: 'give three files that are there: OURS BASE THEIRS; where there was none before, an empty one as BASE',
        }, { cause });
    }
}
function renderJson(path, content, decisions) {
    const text = content.toString('utf8');
    const isText = Buffer.compare(Buffer.from(text, 'utf8'), content) === 0;
    const body = isText ? { content: text } : { content_base64: content.toString('base64') };
    const all = decisions.map(({ step, line, gaveWay }) => ({
        ...{ step, line: line ?? null },
        gave_way: gaveWay ?? null,
    }));
    return JSON.stringify({ is: 'merged', path, ...body, decisions: all }, null, 2);
}
function print(text) {
    process.stdout.write(`${text}\n`);
}
/** On standard error: git shows it when it runs this as a merge driver. */
function tell(path, gaveWay) {
    if (gaveWay.length === 0)
        return;
    const places = gaveWay.map(({ gaveWay: given, ...decision }) => ({
        ...{ path, ...decision },
        ...(given && { gaveWay: { ...given, commit: given.of } }),
    }));
    const { isTTY, columns } = process.stderr;
    const colour = isTTY === true && process.env.NO_COLOR === undefined;
    process.stderr.write(`${(0,_wavefront_report__WEBPACK_IMPORTED_MODULE_3__/* .renderPlaces */ .DJ)(places, { colour, width: columns ?? 100 })}\n`);
}


/***/ }),

/***/ 3628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ ladderOptions),
/* harmony export */   J: () => (/* binding */ mergerOptions)
/* harmony export */ });
/* harmony import */ var _wavefront_checks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(377);
/* harmony import */ var _wavefront_commands__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5010);
/* harmony import */ var _wavefront_git__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(654);



function ladderOptions({ keepInserts = false, resolver }) {
    return {
        keepInserts,
        ...(resolver === undefined ? {} : { resolve: (0,_wavefront_git__WEBPACK_IMPORTED_MODULE_2__/* .createResolver */ .Tw)({ command: resolver }) }),
    };
}
/** The same for whole merges, which can also make lock files anew. */
function mergerOptions(repository, options, { log, signal }) {
    const { lockCommand, checksTimeout } = options;
    if (lockCommand === undefined)
        return ladderOptions(options);
    const regenerate = (0,_wavefront_git__WEBPACK_IMPORTED_MODULE_2__/* .createRegenerate */ .jQ)(repository, {
        commands: lockCommand,
        async run(line, dir) {
            const env = (0,_wavefront_commands__WEBPACK_IMPORTED_MODULE_1__/* .childEnvironment */ .Qc)(process.env);
            const command = (0,_wavefront_checks__WEBPACK_IMPORTED_MODULE_0__/* .commandChecks */ .N)({ line, env, timeoutSeconds: checksTimeout * 60 });
            return (await command.run({ dir, log, signal, onLine: () => { } })).is === 'succeeded';
        },
    });
    return { ...ladderOptions(options), regenerate };
}


/***/ }),

/***/ 5010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qc: () => (/* reexport */ childEnvironment),
  d1: () => (/* reexport */ runCommand),
  Wt: () => (/* reexport */ toWorkEnd)
});

;// CONCATENATED MODULE: ./packages/commands/src/child-environment.ts
/** What any program needs to find its tools, its home and the network, and nothing that opens a door. */
const allowed = /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_.*|TZ|TERM|COLORTERM|NO_COLOR|FORCE_COLOR|TMPDIR|TMP|TEMP|XDG_.*|(HTTP|HTTPS|NO|ALL)_PROXY|(http|https|no|all)_proxy|SSL_CERT_(FILE|DIR)|NODE_EXTRA_CA_CERTS|JAVA_HOME|GOPATH|GOROOT|GOCACHE|GOMODCACHE|GOPROXY|GOFLAGS|CARGO_HOME|RUSTUP_HOME|PYENV_ROOT|VIRTUAL_ENV|NVM_DIR|VOLTA_HOME|PNPM_HOME|BUN_INSTALL|DENO_DIR|npm_config_cache)$/;
/** An allow-list of `from`, with what is named in `also`, and `add` on top. */
function childEnvironment(from, { also = [], add = {}, } = {}) {
    const named = new Set(also);
    const passed = Object.entries(from).filter((entry) => entry[1] !== undefined && (allowed.test(entry[0]) || named.has(entry[0])));
    return { ...Object.fromEntries(passed), ...add };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./packages/commands/src/line-reader.ts

/** A line longer than this is shown in pieces: a flood without line breaks must not fill the memory. */
const maxLine = 10_000;
/** Bytes in, whole lines out, whatever the chunks were. */
function createLineReader(onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let rest = '';
    const emit = (text) => {
        const lines = (rest + text).split(/\r?\n/);
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
        if (rest.length > maxLine) {
            onLine(rest);
            rest = '';
        }
    };
    return {
        push: (chunk) => emit(decoder.write(chunk)),
        end: () => {
            emit(decoder.end());
            if (rest !== '')
                onLine(rest);
            rest = '';
        },
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./packages/commands/src/log.ts


const defaultMaxBytes = 50 * 1024 * 1024;
/** A file that a command's output is appended to. Past its bound, or on a full disk, it stops with a note. */
function openLog(path, maxBytes = defaultMaxBytes) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    const file = (0,external_node_fs_.openSync)(path, 'a');
    let left = maxBytes;
    const stop = (note) => {
        left = 0;
        tryWrite(file, Buffer.from(`\n[wavefront: ${note}; the rest of the output is not kept]\n`));
    };
    return {
        write(chunk) {
            if (left <= 0)
                return;
            if (!tryWrite(file, chunk.subarray(0, left)))
                return stop('the log could not be written');
            left -= chunk.length;
            if (left <= 0)
                stop(`more than ${maxBytes} bytes`);
        },
        close: () => (0,external_node_fs_.closeSync)(file),
    };
}
function tryWrite(file, chunk) {
    try {
        (0,external_node_fs_.writeSync)(file, chunk);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./packages/commands/src/tail.ts

const maxLines = 120;
const maxCharacters = 4_000;
/** The end of a long output, fit to be shown to people and to be put into a prompt. */
function createTail() {
    const lines = [];
    return {
        add(line) {
            lines.push(clean(line).slice(0, maxCharacters));
            if (lines.length > maxLines)
                lines.shift();
        },
        text: () => lines.join('\n').slice(-maxCharacters).trim(),
    };
}
function clean(line) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    return (0,external_node_util_.stripVTControlCharacters)(line).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

;// CONCATENATED MODULE: ./packages/commands/src/run-command.ts




/**
 * Runs a command in a process group of its own and ends the whole group with it, so that nothing
 * it started outlives it. Resolves in every case; rejects only when there is no shell or directory.
 */
async function runCommand(command) {
    const tail = createTail();
    const log = openLog(command.log, command.maxLogBytes);
    const onLine = (line) => {
        tail.add(line);
        command.onLine?.(line);
    };
    try {
        return { ...(await supervise(command, log.write, onLine)), tail: tail.text() };
    }
    finally {
        log.close();
    }
}
function supervise(command, write, onLine) {
    if (command.signal.aborted)
        return Promise.resolve({ is: 'interrupted' });
    const child = (0,external_node_child_process_.spawn)('sh', ['-c', command.line], {
        cwd: command.cwd,
        env: { ...command.env },
        detached: true,
        stdio: ['pipe', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
        const lines = createLineReader(onLine);
        stream.on('data', (chunk) => {
            write(chunk);
            lines.push(chunk);
        });
        stream.on('end', lines.end);
    }
    child.stdin.on('error', () => { }); // it may end without reading its prompt
    child.stdin.end(command.stdin ?? '');
    return settle(child, command);
}
function settle(child, command) {
    const { signal, timeoutSeconds, graceSeconds = 5 } = command;
    return new Promise((resolve, reject) => {
        let because;
        const timers = [];
        const after = (seconds, act) => timers.push(setTimeout(act, seconds * 1000));
        const stop = (reason) => {
            because ??= reason;
            signalGroup(child, 'SIGTERM');
            after(graceSeconds, () => signalGroup(child, 'SIGKILL'));
        };
        const interrupt = () => stop({ is: 'interrupted' });
        // Whatever ends this process, the group must not be left behind.
        const leave = () => signalGroup(child, 'SIGKILL');
        process.once('exit', leave);
        const finish = () => {
            process.off('exit', leave);
            signal.removeEventListener('abort', interrupt);
            timers.forEach(clearTimeout);
            signalGroup(child, 'SIGKILL');
        };
        signal.addEventListener('abort', interrupt, { once: true });
        if (timeoutSeconds !== undefined) {
            after(timeoutSeconds, () => stop({ is: 'timed-out', seconds: timeoutSeconds }));
        }
        child.once('error', (error) => {
            finish();
            reject(error);
        });
        // A grandchild may hold the pipes open after the command itself has ended, even from a session of its own.
        child.once('exit', () => {
            after(because ? 0 : 0.5, () => {
                signalGroup(child, 'SIGKILL');
                after(0.5, () => letGo(child));
            });
        });
        child.once('close', (code, by) => {
            finish();
            resolve(because ?? (code === null ? { is: 'killed', by: by ?? '?' } : { is: 'exited', code }));
        });
    });
}
function letGo({ stdout, stderr }) {
    stdout?.destroy();
    stderr?.destroy();
}
function signalGroup(child, name) {
    if (child.pid === undefined)
        return;
    try {
        process.kill(-child.pid, name);
    }
    catch {
        // the group is gone already
    }
}

;// CONCATENATED MODULE: ./packages/commands/src/work-end.ts
/** How a command ended, in the words of the use cases; `name` is what people call it (`the agent`). */
function toWorkEnd(name, end) {
    switch (end.is) {
        case 'exited':
            if (end.code === 0)
                return { is: 'succeeded' };
            return { is: 'failed', why: exitOf(name, end.code), tail: end.tail };
        case 'killed':
            return { is: 'failed', why: `${name} was ended by ${end.by}`, tail: end.tail };
        case 'timed-out':
            return { is: 'timed-out', why: `${name} took longer than ${end.seconds} s`, tail: end.tail };
        case 'interrupted':
            return { is: 'interrupted' };
    }
}
function exitOf(name, code) {
    const hint = code === 127 ? ': a command was not found, so install it first (`setup`)' : '';
    return `${name} ended with exit code ${code}${hint}`;
}

;// CONCATENATED MODULE: ./packages/commands/src/index.ts





/***/ })

};
