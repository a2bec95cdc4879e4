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
/* harmony import */ var _wavefront_git__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8334);
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


/***/ })

};
