export const id = 992;
export const ids = [992];
export const modules = {

/***/ 992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mergeOneFile: () => (/* binding */ mergeOneFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _wavefront_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5569);
/* harmony import */ var _wavefront_git__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4167);
/* harmony import */ var _wavefront_report__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7948);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3067);
/* harmony import */ var _merge_merger_options_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3628);






/** `wavefront merge-file`: three versions of one file, up the same ladder as the tasks' commits. */
async function mergeOneFile(files, options) {
    const { ours, base, theirs } = files;
    const path = options.path ?? ours;
    const merged = await (0,_wavefront_git__WEBPACK_IMPORTED_MODULE_2__/* .mergeFile */ .nD)({ path, base: await read(base), ours: await read(ours), theirs: await read(theirs) }, (0,_merge_merger_options_js__WEBPACK_IMPORTED_MODULE_5__/* .mergerOptions */ .J)(options));
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
/* harmony export */   J: () => (/* binding */ mergerOptions)
/* harmony export */ });
/* harmony import */ var _wavefront_git__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4167);

/** What `run`, `merge` and `merge-file` let a person say about the ladder. */
function mergerOptions({ keepInserts = false, resolver: command, }) {
    return { keepInserts, ...(command === undefined ? {} : { resolve: (0,_wavefront_git__WEBPACK_IMPORTED_MODULE_0__/* .createResolver */ .Tw)({ command }) }) };
}


/***/ })

};
