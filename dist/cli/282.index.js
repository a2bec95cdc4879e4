export const id = 282;
export const ids = [282];
export const modules = {

/***/ 7282:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findEpic: () => (/* binding */ findEpic),
/* harmony export */   ready: () => (/* binding */ ready)
/* harmony export */ });
/* harmony import */ var _wavefront_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5569);
/* harmony import */ var _wavefront_tasks__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6607);
/* harmony import */ var _wavefront_wave__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5209);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3067);
/* harmony import */ var _held_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2351);
/* harmony import */ var _output_one_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4073);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5169);







/** `wavefront ready`: the tasks that could run now, in the order in which they would. */
async function ready(options) {
    const source = await (0,_source_js__WEBPACK_IMPORTED_MODULE_5__/* .readSource */ .o$)(options, process.cwd());
    const graph = (0,_wavefront_errors__WEBPACK_IMPORTED_MODULE_0__/* .unwrap */ .oA)((0,_wavefront_tasks__WEBPACK_IMPORTED_MODULE_1__/* .buildGraph */ .ZG)(source.tasks));
    const under = options.epic === undefined ? undefined : findEpic(graph, options.epic);
    const standing = (0,_wavefront_tasks__WEBPACK_IMPORTED_MODULE_1__/* .readiness */ .xz)(graph, under === undefined ? {} : { under });
    const { chosen, held } = (0,_wavefront_tasks__WEBPACK_IMPORTED_MODULE_1__/* .selectWave */ .Ok)(graph, {
        ready: standing.ready,
        attempts: new Map([...source.attempts].map(([id, made]) => [id, made.length])),
        maxTasks: Number.MAX_SAFE_INTEGER,
        maxAttempts: _wavefront_wave__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G4.maxAttempts,
    });
    const answer = {
        state: stateOf(chosen, standing),
        ready: chosen.map((id) => describe(graph.find(id))),
        held: held.map((one) => ({ id: one.id, why: (0,_held_js__WEBPACK_IMPORTED_MODULE_6__/* .explainHeld */ .D)(one) })),
        waiting: standing.waiting,
        paused: standing.paused.map((id) => ({ id, why: graph.find(id)?.why ?? 'paused' })),
        deadlocked: (0,_wavefront_tasks__WEBPACK_IMPORTED_MODULE_1__/* .deadlocked */ .nz)(graph),
        notes: source.notes,
    };
    console.log(options.json ? JSON.stringify(answer, undefined, 2) : render(answer));
    return _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .h.done;
}
function findEpic(graph, id) {
    const found = (0,_wavefront_tasks__WEBPACK_IMPORTED_MODULE_1__/* .isTaskId */ .XJ)(id) ? graph.find(id) : undefined;
    if (found && (found.kind === 'epic' || graph.children(found.id).length > 0))
        return found.id;
    const known = graph.tasks.filter(({ kind }) => kind === 'epic').map((task) => task.id);
    throw new _wavefront_errors__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
        what: found
            ? `"${id}" is a task, and no epic`
            : `there is no epic "${id}"${(0,_wavefront_errors__WEBPACK_IMPORTED_MODULE_0__/* .suggest */ .ZA)(id, known)}`,
        where: '--epic',
        fix: known.length > 0 ? `write one of: ${known.slice(0, 20).join(', ')}` : 'leave --epic out',
    });
}
function describe({ id, title, priority }) {
    return { id, title, priority };
}
function stateOf(chosen, { ready, waiting, paused }) {
    if (chosen.length > 0)
        return 'ready';
    if (ready.length + waiting.length + paused.length === 0)
        return 'complete';
    return paused.length > 0 && ready.length === 0 ? 'waiting' : 'stuck';
}
const headings = {
    ready: 'Ready, in the order in which they would start:',
    complete: 'Everything is done.',
    stuck: 'Nothing can go on by itself.',
    waiting: 'Nothing is ready: the rest is in somebody’s hands.',
};
function render(answer) {
    const block = (title, lines) => lines.length === 0 ? [] : [`${title}\n${lines.map((line) => `  ${line}`).join('\n')}`];
    return [
        [
            headings[answer.state],
            ...answer.ready.map(({ id, title }) => `  ${id}  ${(0,_output_one_line_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .k)(title)}`),
        ].join('\n'),
        ...block('Held:', answer.held.map(({ id, why }) => `${id}: ${why}`)),
        ...block('Waiting:', answer.waiting.map((task) => `${task.id} for ${task.for.join(', ')}`)),
        ...block('Paused:', answer.paused.map(({ id, why }) => `${id}: ${why}`)),
        ...block('In a circle that never ends:', answer.deadlocked),
        ...block('Notes:', answer.notes),
    ].join('\n\n');
}


/***/ }),

/***/ 2351:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ explainHeld)
/* harmony export */ });
/** Why a ready task does not run now. */
function explainHeld({ because }) {
    switch (because.is) {
        case 'out-of-attempts':
            return `has failed ${because.attempts} times`;
        case 'set-aside':
            return 'its merge is left to a person';
        case 'same-files':
            return `declares the same files as ${because.as} (${because.files})`;
        case 'wave-full':
            return `the wave is full (${because.maxTasks} tasks)`;
    }
}


/***/ }),

/***/ 4073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ firstLine),
/* harmony export */   k: () => (/* binding */ oneLine)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);

/** Text of tasks and agents is not ours: no line breaks, no control sequences, no turned direction. */
function oneLine(text) {
    return ((0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
        .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
        .trim());
}
/** The first line of something longer, such as a reason that ends in a log. */
function firstLine(text = '') {
    return oneLine(text.split('\n', 1)[0] ?? '');
}


/***/ })

};
