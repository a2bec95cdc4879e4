export const id = 481;
export const ids = [481];
export const modules = {

/***/ 2481:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   graph: () => (/* binding */ graph)
/* harmony export */ });
/* harmony import */ var _wavefront_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5569);
/* harmony import */ var _wavefront_report__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7948);
/* harmony import */ var _wavefront_tasks__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6607);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3067);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5169);





const renderers = {
    text: _wavefront_report__WEBPACK_IMPORTED_MODULE_1__/* .renderGraphText */ .ii,
    mermaid: _wavefront_report__WEBPACK_IMPORTED_MODULE_1__/* .renderGraphMermaid */ .SF,
    json: _wavefront_report__WEBPACK_IMPORTED_MODULE_1__/* .renderGraphJson */ .l6,
    dot: _wavefront_report__WEBPACK_IMPORTED_MODULE_1__/* .renderGraphDot */ .oW,
};
/** `wavefront graph`: a plan or a store as levels, critical path and edges. */
async function graph(options) {
    const { title, tasks, notes } = await (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .readSource */ .o$)(options, process.cwd());
    const built = (0,_wavefront_errors__WEBPACK_IMPORTED_MODULE_0__/* .unwrap */ .oA)((0,_wavefront_tasks__WEBPACK_IMPORTED_MODULE_2__/* .buildGraph */ .ZG)(tasks));
    const view = (0,_wavefront_report__WEBPACK_IMPORTED_MODULE_1__/* .viewGraph */ .SK)(built, { title, notes: [...notes, ...circles(built)] });
    console.log(renderers[options.json ? 'json' : options.format](view).trimEnd());
    return _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .h.done;
}
function circles(graph) {
    const stuck = (0,_wavefront_tasks__WEBPACK_IMPORTED_MODULE_2__/* .deadlocked */ .nz)(graph);
    if (stuck.length === 0)
        return [];
    return [`These can never start, because they wait for what waits for them: ${stuck.join(', ')}.`];
}


/***/ })

};
