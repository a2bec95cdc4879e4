export const id = 392;
export const ids = [392];
export const modules = {

/***/ 5392:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  liveView: () => (/* binding */ liveView),
  renderTable: () => (/* binding */ renderTable)
});

// EXTERNAL MODULE: ./node_modules/cli-table3/index.js
var cli_table3 = __webpack_require__(5832);
var cli_table3_default = /*#__PURE__*/__webpack_require__.n(cli_table3);
// EXTERNAL MODULE: ./node_modules/cli-truncate/index.js + 3 modules
var cli_truncate = __webpack_require__(8506);
// EXTERNAL MODULE: ./node_modules/log-update/index.js + 13 modules
var log_update = __webpack_require__(2991);
// EXTERNAL MODULE: ./node_modules/yoctocolors/base.js
var base = __webpack_require__(4632);
// EXTERNAL MODULE: ./packages/cli/src/output/one-line.ts
var one_line = __webpack_require__(4073);
;// CONCATENATED MODULE: ./packages/cli/src/output/state.ts

const nothingYet = {
    ...{ wave: 0, total: 0, done: 0, idWidth: 0 },
    rows: new Map(),
    phase: '',
};
function advance(state, event) {
    switch (event.is) {
        case 'prepared':
            return begin(state, event.wave);
        case 'task-started': {
            const { id, title, at, attempt } = event;
            const lastLine = attempt > 1 ? `attempt ${attempt}` : '';
            return withRow(state, id, { title, state: 'working', startedAt: at, lastLine });
        }
        case 'task-said':
            return changeRow(state, event.id, { lastLine: event.line });
        case 'task-checked':
            return changeRow(state, event.id, { state: 'checking', lastLine: 'running the checks' });
        case 'task-ended': {
            const lastLine = event.outcome === 'done' ? 'waits to be merged' : (0,one_line/* firstLine */.T)(event.reason);
            return changeRow(state, event.id, { state: event.outcome, finishedAt: event.at, lastLine });
        }
        case 'base-merged':
            return state;
        case 'merging':
            return { ...state, phase: `merging ${count(event.ids)}` };
        case 'task-merged': {
            const { length } = event.resolutions;
            const lastLine = length === 0 ? 'merged cleanly' : `merged, ${length} conflicts resolved`;
            return changeRow(state, event.id, { state: 'merged', lastLine });
        }
        case 'task-requeued':
            return changeRow(state, event.id, { state: 'requeued', lastLine: event.why });
        case 'verifying':
            return { ...state, phase: `checking ${count(event.ids)} merged together` };
        case 'verified':
            return { ...state, phase: event.green ? 'the checks passed' : 'the checks failed' };
        case 'flaky':
            return { ...state, phase: 'the checks are flaky' };
        case 'landed': {
            const landed = event.ends.filter(({ end }) => end === 'landed').length;
            const ended = event.ends.reduce((now, { id, end, reason }) => changeRow(now, id, { state: end, ...(reason ? { lastLine: (0,one_line/* firstLine */.T)(reason) } : {}) }), state);
            return { ...ended, done: state.done + landed, phase: '' };
        }
    }
}
function begin(state, wave) {
    const tasks = wave.graph.tasks.filter(({ kind }) => kind === 'task');
    const isSameWave = wave.wave === state.wave;
    const rows = new Map(isSameWave ? state.rows : atWork(state.rows));
    for (const { task } of wave.tasks) {
        if (!rows.has(task.id)) {
            rows.set(task.id, { title: task.title, state: 'waiting', lastLine: '' });
        }
    }
    const done = tasks.filter(({ state: at }) => at === 'closed').length;
    const idWidth = Math.min(40, Math.max(0, ...tasks.map(({ id }) => id.length)));
    return { wave: wave.wave, total: tasks.length, done, idWidth, rows, phase: '' };
}
/** In a rolling run, workers outlast the landing that begins the next batch. */
function atWork(rows) {
    return [...rows].filter(([, { state }]) => state === 'working' || state === 'checking');
}
function withRow(state, id, row) {
    return { ...state, rows: new Map(state.rows).set(id, row) };
}
function changeRow(state, id, change) {
    const row = state.rows.get(id);
    return row ? withRow(state, id, { ...row, ...change }) : state;
}
function count(ids) {
    return ids.length === 1 ? '1 task' : `${ids.length} tasks`;
}

;// CONCATENATED MODULE: ./packages/cli/src/output/live.ts






const framesPerSecond = 8;
const elapsedWidth = 5;
/** A table of the wave that is redrawn in place, on a terminal. */
function liveView(stream) {
    const update = (0,log_update/* createLogUpdate */.SY)(stream, { showCursor: true });
    let state = nothingYet;
    const width = () => stream.columns ?? 80;
    const draw = () => update(renderTable(state, new Date(), width()));
    const timer = setInterval(draw, 1000 / framesPerSecond);
    timer.unref();
    return {
        progress(event) {
            state = advance(state, event);
            if (event.is === 'landed') {
                const ended = new Set(event.ends.map(({ id }) => id));
                if (ended.size > 0)
                    update.persist(renderRows(state, only(state.rows, ended), new Date(), width()));
                state = { ...state, rows: only(state.rows, ended, false) };
            }
            draw();
        },
        say(text) {
            update.clear();
            stream.write(`${text}\n`);
            draw();
        },
        pause() {
            draw();
            update.done();
        },
        end() {
            clearInterval(timer);
            if (state.rows.size > 0)
                draw();
            else
                update.clear();
            update.done();
        },
    };
}
const marks = {
    waiting: (0,base/* dim */.r3)('·  waits'),
    working: (0,base/* cyan */.Q_)('▸  works'),
    checking: (0,base/* cyan */.Q_)('▸  checks'),
    done: (0,base/* green */.wL)('●  done'),
    merged: (0,base/* green */.wL)('●  merged'),
    landed: (0,base/* green */.wL)('✔  landed'),
    failed: (0,base/* red */.wv)('✖  failed'),
    'timed-out': (0,base/* red */.wv)('✖  timed out'),
    'no-changes': (0,base/* red */.wv)('✖  no changes'),
    rejected: (0,base/* red */.wv)('✖  rejected'),
    requeued: (0,base/* yellow */.D9)('↻  requeued'),
    'set-aside': (0,base/* yellow */.D9)('↻  for a person'),
    ejected: (0,base/* red */.wv)('✖  ejected'),
    interrupted: (0,base/* yellow */.D9)('■  interrupted'),
};
function renderTable(state, now, columns) {
    const phase = state.phase === '' ? '' : (0,base/* dim */.r3)(` — ${state.phase}`);
    const heading = `${(0,base/* bold */.Cr)(`Wave ${state.wave}`)}  ${state.done} of ${state.total} tasks done${phase}`;
    return [truncate(heading, columns), renderRows(state, state.rows, now, columns)]
        .filter((part) => part !== '')
        .join('\n');
}
function renderRows({ idWidth }, rows, now, columns) {
    const table = new (cli_table3_default())({ chars: noLines, style: { 'padding-left': 0, 'padding-right': 2 } });
    for (const [id, row] of rows) {
        table.push([
            `  ${id.padEnd(idWidth)}`,
            marks[row.state],
            elapsed(row, now).padStart(elapsedWidth),
            (0,base/* dim */.r3)((0,one_line/* oneLine */.k)(row.lastLine)),
        ]);
    }
    const lines = table.toString().split('\n');
    return lines.map((line) => truncate(line, columns)).join('\n');
}
function truncate(line, columns) {
    return (0,cli_truncate/* default */.A)(line, Math.max(20, columns - 1));
}
function only(rows, keys, isIn = true) {
    return new Map([...rows].filter(([key]) => keys.has(key) === isIn));
}
function elapsed({ startedAt, finishedAt }, now) {
    if (!startedAt)
        return '';
    const seconds = Math.round(((finishedAt ?? now).getTime() - startedAt.getTime()) / 1000);
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
const noLines = {
    ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
    ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
    ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '' },
};


/***/ })

};
