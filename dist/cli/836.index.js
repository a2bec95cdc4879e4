export const id = 836;
export const ids = [836];
export const modules = {

/***/ 7836:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clean: () => (/* binding */ clean)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _wavefront_git__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(654);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3067);
/* harmony import */ var _run_run_lock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3489);





/** `wavefront clean`: removes worktrees, and on request reports and failed work, and says what. */
async function clean(options) {
    const repository = await (0,_wavefront_git__WEBPACK_IMPORTED_MODULE_2__/* .openRepository */ .h_)(process.cwd());
    const removed = options.dryRun
        ? await find(repository, options)
        : await (0,_run_run_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .whileAlone */ .r)(repository, () => remove(repository, options));
    const verb = options.dryRun ? 'would be removed' : 'removed';
    for (const what of removed)
        console.log(`${verb}: ${what}`);
    if (removed.length === 0)
        console.log('There is nothing to remove.');
    return _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .h.done;
}
async function find(repository, options) {
    const runs = runsOf(repository);
    const worktrees = await (0,_wavefront_git__WEBPACK_IMPORTED_MODULE_2__/* .findWorkspaces */ .gt)(repository, 'with-kept');
    return describe(repository, {
        worktrees,
        branches: options.branches ? await (0,_wavefront_git__WEBPACK_IMPORTED_MODULE_2__/* .findFailedBranches */ .HK)(repository) : [],
        runs: options.runs && (await exists(runs)) ? [runs] : [],
    });
}
async function remove(repository, options) {
    const found = await find(repository, options);
    await (0,_wavefront_git__WEBPACK_IMPORTED_MODULE_2__/* .removeWorkspaces */ .XE)(repository, 'with-kept');
    if (options.branches)
        await (0,_wavefront_git__WEBPACK_IMPORTED_MODULE_2__/* .deleteFailedBranches */ .tr)(repository);
    if (options.runs)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(runsOf(repository), { recursive: true, force: true });
    return found;
}
function describe({ top }, found) {
    return [
        ...found.worktrees.map((dir) => `the worktree ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(top, dir)}`),
        ...found.branches.map((branch) => `the branch ${branch}`),
        ...found.runs.map((dir) => `reports and logs in ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(top, dir)}`),
    ];
}
function runsOf({ top }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, '.wavefront', 'runs');
}
async function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);
}


/***/ }),

/***/ 3489:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ whileAlone)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _wavefront_errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5569);
/* harmony import */ var _wavefront_locks__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7833);




/**
 * Only one run, or one clean-up, at a time in a repository, whichever of its checkouts it is typed
 * in: they share their branches. A run that crashed does not count.
 */
async function whileAlone({ top, gitDir }, act) {
    await makeOwnFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, '.wavefront'));
    const options = {
        waitMs: 0,
        busy: 'another run is at work in this repository',
        fix: 'wait for it',
    };
    return (0,_wavefront_locks__WEBPACK_IMPORTED_MODULE_3__/* .withLock */ .k)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'wavefront.lock'), options, act);
}
/** What is in it is removed without asking, so it must be a folder of ours and lead nowhere else. */
async function makeOwnFolder(own) {
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(own).catch(() => undefined);
    if (stats && !stats.isDirectory()) {
        throw new _wavefront_errors__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: 'this is where Wavefront keeps its worktrees and reports, and it is no plain folder',
            where: own,
            fix: 'move it out of the way: mv .wavefront .wavefront-old',
        });
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(own, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, '.gitignore'), '*\n');
}


/***/ }),

/***/ 7833:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* reexport */ withLock)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./packages/errors/src/index.ts + 3 modules
var src = __webpack_require__(5569);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./packages/locks/src/owner.ts

function thisProcess() {
    return `${process.pid} ${(0,external_node_os_.hostname)()}\n`;
}
function parseOwner(text) {
    const [, pid, host] = /^(\d+) (\S+)\n$/.exec(text) ?? [];
    return pid && host ? { pid: Number(pid), host } : undefined;
}
/** Only a process of this machine can be known to be dead. */
function isDead({ pid, host }) {
    if (host !== (0,external_node_os_.hostname)())
        return false;
    try {
        process.kill(pid, 0);
        return false;
    }
    catch (error) {
        return error.code === 'ESRCH';
    }
}

;// CONCATENATED MODULE: ./packages/locks/src/with-lock.ts




/** Does something while no other process, and nobody else in this one, holds the lock. */
async function withLock(path, options, act) {
    await acquire(path, options);
    try {
        return await act();
    }
    finally {
        await (0,promises_.rm)(path, { force: true });
    }
}
async function acquire(path, options) {
    const deadline = Date.now() + options.waitMs;
    while (!(await tryCreate(path))) {
        const owner = await readOwner(path);
        if (owner && isDead(owner))
            await removeStale(path, owner);
        else if (Date.now() >= deadline)
            throw stillHeld(path, owner, options);
        else
            await (0,external_node_timers_promises_.setTimeout)(25);
    }
}
async function tryCreate(path) {
    try {
        const file = await (0,promises_.open)(path, 'wx');
        await sign(file).catch(async (error) => {
            // An empty lock would keep everybody out for good.
            await (0,promises_.rm)(path, { force: true });
            throw error;
        });
        return true;
    }
    catch (error) {
        const { code } = error;
        if (code === 'EEXIST')
            return false;
        throw new src/* UserError */.yo(cannotLock(path, code), { cause: error });
    }
}
async function sign(file) {
    await file.writeFile(thisProcess()).finally(() => file.close());
}
async function readOwner(path) {
    return parseOwner(await (0,promises_.readFile)(path, 'utf8').catch(() => ''));
}
/**
 * Two who find the same stale lock must not remove each other's new one. So whoever removes it
 * holds a second lock meanwhile, and looks again once it has that.
 */
async function removeStale(path, dead) {
    const guard = `${path}.takeover`;
    if (!(await tryCreate(guard))) {
        await forgetOldGuard(guard);
        await (0,external_node_timers_promises_.setTimeout)(25);
        return;
    }
    try {
        const owner = await readOwner(path);
        if (owner?.pid === dead.pid && owner.host === dead.host)
            await (0,promises_.rm)(path, { force: true });
    }
    finally {
        await (0,promises_.rm)(guard, { force: true });
    }
}
/** A guard is held for milliseconds: one that is seconds old is a crash's. */
async function forgetOldGuard(guard) {
    const stats = await (0,promises_.stat)(guard).catch(() => undefined);
    if (stats && Date.now() - stats.mtimeMs > 10_000)
        await (0,promises_.rm)(guard, { force: true });
}
function cannotLock(path, code = 'unknown error') {
    const fix = 'see that its folder exists, that you may write to it, and that its disk is not full';
    return { what: `no lock can be made here (${code})`, where: path, fix };
}
function stillHeld(path, owner, { busy, fix }) {
    const who = owner ? `process ${owner.pid} on ${owner.host}` : 'an unknown process';
    return new src/* UserError */.yo({
        what: `${busy} (${who})`,
        where: path,
        fix: `${fix}; if no such process runs any more, delete this file`,
    });
}

;// CONCATENATED MODULE: ./packages/locks/src/index.ts



/***/ })

};
