export const id = 948;
export const ids = [948];
export const modules = {

/***/ 7948:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u5: () => (/* reexport */ figures),
  O1: () => (/* reexport */ listFigures),
  bu: () => (/* reexport */ outcome),
  oW: () => (/* reexport */ renderGraphDot),
  l6: () => (/* reexport */ renderGraphJson),
  SF: () => (/* reexport */ renderGraphMermaid),
  ii: () => (/* reexport */ renderGraphText),
  K2: () => (/* reexport */ renderHtml),
  Gc: () => (/* reexport */ renderMarkdown),
  BI: () => (/* reexport */ renderMergeJson),
  Oy: () => (/* reexport */ renderMergeText),
  DJ: () => (/* reexport */ renderPlaces),
  yk: () => (/* reexport */ renderRunJson),
  SK: () => (/* reexport */ viewGraph)
});

// UNUSED EXPORTS: endOfAttempt, endOfRun, findReviewPoints, isManifest, mergeJson, renderComment, renderLandingSummary, renderPullRequest, renderTaskSummary, renderWaveSummary, runJson, stateOfTask, statusDescription, stepOfConflict, wordStep

;// CONCATENATED MODULE: ./packages/report/src/amounts.ts
/** What is shown where there is nothing to measure. */
const amounts_nothing = '–';
/** `0.4 s`, `12 s`, `1 m 12 s`, `2 h 5 m`. */
function amounts_formatSeconds(seconds) {
    if (seconds === undefined || !Number.isFinite(seconds))
        return amounts_nothing;
    if (seconds < 9.95)
        return `${trim(Math.max(0, seconds).toFixed(1))} s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    if (whole < 3600)
        return pair(whole, 'm', 's');
    return pair(Math.round(whole / 60), 'h', 'm');
}
function formatPercent(share) {
    return share === undefined ? amounts_nothing : `${Math.round(share * 100)} %`;
}
/** `1.62 ×` */
function formatTimes(ratio) {
    return ratio === undefined ? amounts_nothing : `${ratio.toFixed(2)} ×`;
}
/** `1 task`, `2 tasks`. */
function amounts_count(amount, thing, things = `${thing}s`) {
    return `${amount} ${amount === 1 ? thing : things}`;
}
/** `2026-03-01 09:30:05 UTC` */
function formatDate(date) {
    return isMoment(date) ? `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC` : amounts_nothing;
}
function secondsBetween(start, end) {
    const seconds = (end.getTime() - start.getTime()) / 1000;
    return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}
/** Undefined where the whole is nothing: there is no share of it. */
function ratio(part, whole) {
    return whole > 0 ? part / whole : undefined;
}
function isMoment(date) {
    return !Number.isNaN(date.getTime());
}
function pair(amount, large, small) {
    const rest = amount % 60;
    return `${Math.floor(amount / 60)} ${large}${rest > 0 ? ` ${rest} ${small}` : ''}`;
}
function trim(decimal) {
    return decimal.replace(/\.0$/, '');
}

;// CONCATENATED MODULE: ./packages/report/src/figure-list.ts

function listFigures(figures, jobs) {
    const { tasks } = figures;
    return [
        {
            label: 'Tasks landed',
            value: `${tasks.landed} of ${tasks.total}`,
            note: tasksLeft(figures),
        },
        {
            label: 'Wall clock',
            value: amounts_formatSeconds(figures.wallSeconds),
            note: amounts_count(figures.waves, 'wave'),
        },
        {
            label: 'Work',
            value: amounts_formatSeconds(figures.workSeconds),
            note: `${amounts_count(figures.attempts, 'attempt')} in sum`,
        },
        {
            label: 'Speed-up',
            value: formatTimes(figures.speedUp),
            note: 'against one after another',
        },
        {
            label: 'Efficiency',
            value: formatPercent(figures.efficiency),
            note: `of ${amounts_count(jobs, 'worker')}`,
        },
        {
            label: 'Distance from the bound',
            value: formatTimes(figures.distance),
            note: '1 is as fast as can be',
        },
        {
            label: 'Failed attempts',
            value: String(figures.attemptsFailed),
            note: `of ${figures.attempts}`,
        },
        {
            label: 'Conflict rate',
            value: formatPercent(figures.conflictRate),
            note: 'of the merged tasks',
        },
        {
            label: 'Conflicts resolved',
            value: formatPercent(figures.shareResolved),
            note: `${figures.conflictsResolved} of ${figures.conflicts}`,
        },
        {
            label: 'Lines that gave way',
            value: String(figures.linesGaveWay),
            note: figures.linesGaveWay > 0 ? 'read them below' : 'nothing was overwritten',
        },
    ];
}
function tasksLeft({ tasks }) {
    const parts = [
        tasks.doneBefore > 0 ? `${tasks.doneBefore} done before` : '',
        tasks.failed > 0 ? `${tasks.failed} failed` : '',
        tasks.open > 0 ? `${tasks.open} open` : '',
    ];
    return parts.filter((part) => part !== '').join(', ') || 'none left';
}

;// CONCATENATED MODULE: ./packages/report/src/figures.ts

function figures(report) {
    const attempts = report.tasks.flatMap((task) => task.attempts);
    const conflicts = report.landings.flatMap((landing) => landing.conflicts);
    const workSeconds = attempts.reduce((sum, attempt) => sum + attemptSeconds(attempt), 0);
    const wallSeconds = secondsBetween(report.startedAt, report.finishedAt);
    const speedUp = ratio(workSeconds, wallSeconds);
    const resolved = conflicts.filter((conflict) => conflict.step !== 'requeued').length;
    return {
        tasks: countTasks(report),
        waves: countWaves(report),
        attempts: attempts.length,
        attemptsFailed: attempts.filter((attempt) => isFailure[attempt.end]).length,
        workSeconds,
        wallSeconds,
        speedUp,
        efficiency: speedUp === undefined ? undefined : ratio(speedUp, report.jobs),
        conflicts: conflicts.length,
        conflictsResolved: resolved,
        conflictRate: conflictRate(report, conflicts),
        shareResolved: ratio(resolved, conflicts.length),
        linesGaveWay: conflicts.reduce((sum, { gaveWay }) => sum + (gaveWay?.lines.length ?? 0), 0),
        distance: ratio(wallSeconds, report.bound),
    };
}
function attemptSeconds(attempt) {
    return secondsBetween(attempt.startedAt, attempt.finishedAt);
}
/** A conflict puts a task back and Ctrl-C stops it, but neither says that its work was bad. */
const isFailure = {
    landed: false,
    failed: true,
    'timed-out': true,
    'no-changes': true,
    rejected: true,
    ejected: true,
    requeued: false,
    'set-aside': false,
    interrupted: false,
};
function countTasks({ tasks }) {
    const inState = (state) => tasks.filter((task) => task.state === state).length;
    return {
        landed: inState('landed'),
        doneBefore: inState('done-before'),
        open: inState('open'),
        failed: inState('failed'),
        total: tasks.length,
    };
}
function countWaves({ tasks, landings }) {
    const attempts = tasks.flatMap((task) => task.attempts);
    return new Set([...attempts, ...landings].map(({ wave }) => wave)).size;
}
/** A task that was put back met a conflict too, whether or not it landed later. */
function conflictRate({ tasks, landings }, conflicts) {
    const putBack = tasks.filter(({ attempts }) => attempts.some(({ end }) => end === 'requeued'));
    const met = new Set([...putBack.map(({ id }) => id), ...conflicts.map(({ task }) => task)]);
    const merged = new Set([...met, ...landings.flatMap(({ landed }) => landed)]);
    return ratio(met.size, merged.size);
}

// EXTERNAL MODULE: ./packages/tasks/src/index.ts + 12 modules
var src = __webpack_require__(6607);
;// CONCATENATED MODULE: ./packages/report/src/graph/graph-view.ts

/**
 * The tasks, and of the epics those that something waits for: they stand where the last of their
 * tasks is done. What an epic waits for, its tasks are shown to wait for.
 */
function viewGraph(graph, options = {}) {
    const byLevel = (0,src/* levels */.yr)(graph);
    const critical = (0,src/* criticalPath */.vC)(graph);
    const levelOf = new Map(byLevel.flatMap((ids, level) => ids.map((id) => [id, level])));
    const ready = new Set((0,src/* readiness */.xz)(graph).ready);
    const isCritical = new Set(critical.tasks);
    const shown = shownTasks(graph);
    return {
        ...(options.title !== undefined && { title: options.title }),
        nodes: [...shown.values()].map((task) => ({
            id: task.id,
            title: task.title,
            kind: task.kind === 'epic' ? 'epic' : 'task',
            state: graph_view_stateOf(task, ready),
            ...withLevel(levelOf.get(task.id)),
            critical: isCritical.has(task.id),
        })),
        edges: edgesOf(graph, shown),
        levels: byLevel,
        criticalPath: { ids: critical.tasks, minutes: critical.minutes },
        notes: options.notes ?? [],
    };
}
function shownTasks({ tasks }) {
    const awaited = new Set(tasks.flatMap(({ dependencies }) => dependencies.map(({ on }) => on)));
    const shown = tasks.filter(({ id, kind }) => kind === 'task' || (kind === 'epic' && awaited.has(id)));
    return new Map(shown.map((task) => [task.id, task]));
}
function graph_view_stateOf(task, ready) {
    return ready.has(task.id) ? 'ready' : task.state;
}
function withLevel(level) {
    return level === undefined ? {} : { level };
}
function edgesOf(graph, shown) {
    const edges = [...shown.values()].flatMap((task) => {
        const around = (0,src/* above */.G1)(graph, task);
        const epic = around.find(({ id }) => shown.has(id));
        const awaited = [task, ...around].flatMap(({ dependencies }) => dependencies.map(({ on }) => on));
        return [
            ...[...new Set(awaited)]
                .filter((on) => shown.has(on))
                .map((on) => ({ from: on, to: task.id })),
            ...(epic ? [{ from: task.id, to: epic.id }] : []),
        ];
    });
    return edges.filter(({ from, to }) => from !== to);
}

;// CONCATENATED MODULE: ./packages/report/src/escape/clean.ts
const esc = String.fromCharCode(0x1b);
const bell = String.fromCharCode(0x07);
const c1csi = String.fromCharCode(0x9b);
/** Terminal commands: titles and links up to their end (or the line's), colours and movements, the rest. */
const commands = new RegExp([
    `${esc}[\\]PX^_][^${bell}${esc}\\n]*(?:${bell}|${esc}\\\\)?`,
    `(?:${esc}\\[|${c1csi})[0-?]*[ -/]*[@-~]`,
    `${esc}[ -/]*[0-~]?`,
].join('|'), 'g');
/** Emoji and several scripts need the two joiners; nothing else that is invisible is needed. */
const invisible = /(?![\n\t])\p{Cc}|(?![\u200c\u200d])\p{Cf}/gu;
/**
 * Text as it is safe to show anywhere: no terminal commands, no control characters, nothing
 * that reorders or hides what is read, no half characters.
 */
function clean_clean(text) {
    return text
        .replace(commands, '')
        .replace(/\r\n?|\u2028|\u2029/g, '\n')
        .replace(invisible, '')
        .replace(/\p{Cs}/gu, '\ufffd');
}
function clean_cleanLine(text) {
    return clean_clean(text).replace(/\s+/g, ' ').trim();
}

;// CONCATENATED MODULE: ./packages/report/src/escape/dot.ts

/** A quoted string of Graphviz; each part is a line of its own. */
function quote(...parts) {
    const lines = parts.map((part) => clean_cleanLine(part).replace(/["\\]/g, '\\$&'));
    return `"${lines.filter((line) => line !== '').join('\\n')}"`;
}

;// CONCATENATED MODULE: ./packages/report/src/graph/render-graph-dot.ts

const fill = {
    ready: '#e9f4ee',
    open: '#ffffff',
    paused: '#faf2de',
    closed: '#f0f1f2',
};
/** A digraph for Graphviz; the critical path has thick borders, epics are ellipses. */
function renderGraphDot({ title, nodes, edges }) {
    const number = new Map(nodes.map(({ id }, i) => [id, i + 1]));
    return [
        `digraph ${quote(title ?? 'tasks')} {`,
        '  rankdir=LR',
        '  node [shape=box style="rounded,filled" fontname="Helvetica" color="#8a9096"]',
        ...nodes.map((node, i) => `  n${i + 1} [${attributes(node).join(' ')}]`),
        ...edges
            .filter(({ from, to }) => number.has(from) && number.has(to))
            .map(({ from, to }) => `  n${number.get(from)} -> n${number.get(to)}`),
        '}',
        '',
    ].join('\n');
}
function attributes({ id, title, kind, state, critical }) {
    return [
        `label=${quote(id, title)}`,
        `fillcolor="${fill[state]}"`,
        ...(critical ? ['penwidth=3', 'color="#4b57a8"'] : []),
        ...(kind === 'epic' ? ['shape=ellipse'] : []),
    ];
}

;// CONCATENATED MODULE: ./packages/report/src/escape/json.ts
/** JSON that can be shown on a terminal: what is invisible or a command is written as `\\u…`. */
function printJson(value) {
    return JSON.stringify(value, undefined, 2).replace(unprintable, escapeUnits);
}
const unprintable = /(?!\n)\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu;
function escapeUnits(sign) {
    return sign
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('');
}

;// CONCATENATED MODULE: ./packages/report/src/graph/render-graph-json.ts

function renderGraphJson(view) {
    return `${printJson(toJson(view))}\n`;
}
function toJson({ title, nodes, edges, levels, criticalPath, notes }) {
    return {
        ...(title !== undefined && { title }),
        tasks: nodes.map(({ id, title, kind, state, level, critical }) => ({
            id,
            title,
            kind,
            state,
            level: level ?? null,
            critical,
        })),
        edges: edges.map(({ from, to }) => ({ from, to })),
        levels,
        critical_path: { tasks: criticalPath.ids, minutes: criticalPath.minutes },
        notes,
    };
}

;// CONCATENATED MODULE: ./packages/report/src/escape/mermaid.ts

/**
 * Text for a label. Mermaid's parsers trip over different signs in each kind of diagram and
 * version, so every sign of ASCII is given by number, but for dots and dashes inside words.
 */
function label(text, length = 60) {
    return mermaid_shorten(clean_cleanLine(text), length).replace(inWordOrSign, (match, sign) => sign === undefined ? match : `#${sign.charCodeAt(0)};`);
}
const inWordOrSign = /(?<=\w)[-._](?=\w)|([!-/:-@[-`{-~])/g;
function mermaid_shorten(text, length) {
    const signs = [...text];
    return signs.length > length ? `${signs.slice(0, length - 1).join('')}…` : text;
}

;// CONCATENATED MODULE: ./packages/report/src/layout/graph.ts
function successors({ size, arrows }) {
    const after = Array.from({ length: size }, () => []);
    for (const { from, to } of arrows)
        after[from]?.push(to);
    return after;
}
/** The same arrows without those that lead nowhere, back to where they begin, or there twice. */
function graph_tidy({ size, arrows }) {
    const isNode = (node) => Number.isInteger(node) && node >= 0 && node < size;
    const known = new Map(arrows
        .filter(({ from, to }) => isNode(from) && isNode(to) && from !== to)
        .map((arrow) => [arrow.from * size + arrow.to, arrow]));
    return { size, arrows: [...known.values()] };
}

;// CONCATENATED MODULE: ./packages/report/src/layout/rank.ts

/**
 * The column of each node: one more than the last of those it comes after. In a circle some node
 * has to be first; it is the one with the smallest number.
 */
function rank_rank(graph) {
    const after = successors(graph);
    const waitsFor = new Array(graph.size).fill(0);
    for (const { to } of graph.arrows)
        waitsFor[to] = (waitsFor[to] ?? 0) + 1;
    const ranks = new Array(graph.size).fill(0);
    const isPlaced = new Array(graph.size).fill(false);
    const queue = [...ranks.keys()].filter((node) => waitsFor[node] === 0);
    let next = 0;
    for (let first = 0; first <= graph.size; first++) {
        for (; next < queue.length; next++) {
            const node = queue[next];
            if (isPlaced[node])
                continue;
            isPlaced[node] = true;
            for (const to of after[node] ?? []) {
                if (isPlaced[to])
                    continue;
                ranks[to] = Math.max(ranks[to], ranks[node] + 1);
                waitsFor[to] = waitsFor[to] - 1;
                if (waitsFor[to] === 0)
                    queue.push(to);
            }
        }
        if (first < graph.size && !isPlaced[first])
            queue.push(first);
    }
    return ranks;
}

;// CONCATENATED MODULE: ./packages/report/src/layout/reduce.ts


/**
 * The arrows that the others do not imply: what follows from a longer way is left out. Looks from
 * each node no further than its own last successor. Arrows of a circle all stay.
 */
function reduce(graph) {
    const ranks = rank_rank(graph);
    const rankOf = (node) => ranks[node];
    const isForward = ({ from, to }) => rankOf(from) < rankOf(to);
    const after = successors({ ...graph, arrows: graph.arrows.filter(isForward) });
    const implied = after.map((targets) => findImplied(targets, after, rankOf));
    return graph.arrows.filter((arrow) => !isForward(arrow) || !implied[arrow.from]?.has(arrow.to));
}
function findImplied(targets, after, rankOf) {
    const last = Math.max(...targets.map(rankOf));
    const seen = new Set();
    const queue = targets.flatMap((target) => after[target] ?? []);
    for (const node of queue) {
        if (seen.has(node) || rankOf(node) > last)
            continue;
        seen.add(node);
        queue.push(...(after[node] ?? []));
    }
    return seen;
}

;// CONCATENATED MODULE: ./packages/report/src/graph/fit-edges.ts


/**
 * At most so many edges. First go those that follow from others, then those that reach over the
 * most levels: what is left still shows how each wave leads to the next.
 */
function fitEdges(view, most) {
    if (view.edges.length <= most)
        return { edges: view.edges, notes: [] };
    const needed = reduceEdges(view);
    const implied = view.edges.length - needed.length;
    const notes = implied > 0 ? [`${implied} edges that follow from others are not drawn.`] : [];
    if (needed.length <= most)
        return { edges: needed, notes };
    const level = new Map(view.nodes.map((node) => [node.id, node.level ?? -1]));
    const reach = ({ from, to }) => (level.get(to) ?? 0) - (level.get(from) ?? 0);
    const shortest = new Set(needed.toSorted((a, b) => reach(a) - reach(b)).slice(0, most));
    return {
        edges: needed.filter((edge) => shortest.has(edge)),
        notes: [...notes, `${needed.length - most} more edges are too many to draw.`],
    };
}
function reduceEdges({ nodes, edges }) {
    const index = new Map(nodes.map(({ id }, i) => [id, i]));
    const arrows = edges.map(({ from, to }) => ({
        from: index.get(from) ?? -1,
        to: index.get(to) ?? -1,
    }));
    return reduce(graph_tidy({ size: nodes.length, arrows })).map(({ from, to }) => ({
        from: nodes[from]?.id ?? '',
        to: nodes[to]?.id ?? '',
    }));
}

;// CONCATENATED MODULE: ./packages/report/src/graph/flowchart.ts


/** What GitHub draws at most. */
const mostEdges = 500;
/** Mermaid refuses a longer text; some room is left for what stands around it. */
const mostSigns = 48_000;
/** Tried in turn until the text is short enough. */
const labelLengths = [60, 30, 15];
/** Nodes are numbered, because an id like `end` is a word of Mermaid's language. */
function flowchart_renderFlowchart(chart, most = mostSigns) {
    const { nodes, edges } = chart;
    const fitted = fitEdges({ nodes: nodes.map(asNode), edges }, mostEdges);
    const texts = labelLengths.map((length) => render({ ...chart, edges: fitted.edges }, length));
    const text = texts.find(({ length }) => length <= most) ?? texts.at(-1) ?? '';
    const comments = fitted.notes.map((note) => `  %% ${note}\n`);
    return `flowchart LR\n${comments.join('')}${text}`;
}
function render({ nodes, edges, classes }, labelLength) {
    const number = new Map(nodes.map(({ id }, i) => [id, `n${i + 1}`]));
    const used = Object.entries(classes).filter(([name]) => nodes.some((node) => node.class === name));
    return [
        ...nodes.map((node, i) => `  n${i + 1}["${label(node.text, labelLength)}"]:::${node.class}`),
        ...edges.flatMap(({ from, to }) => drawEdge(number.get(from), number.get(to))),
        ...used.map(([name, style]) => `  classDef ${name} ${style}`),
    ].join('\n');
}
function asNode({ id, text, level }) {
    return {
        id,
        title: text,
        kind: 'task',
        state: 'open',
        ...(level !== undefined && { level }),
        critical: false,
    };
}
function drawEdge(from, to) {
    return from === undefined || to === undefined ? [] : [`  ${from} --> ${to}`];
}

;// CONCATENATED MODULE: ./packages/report/src/graph/render-graph-mermaid.ts

const classes = {
    ready: 'fill:#e9f4ee,stroke:#2c7a57,color:#1d1f21',
    open: 'fill:#ffffff,stroke:#8a9096,color:#1d1f21',
    paused: 'fill:#faf2de,stroke:#96690d,color:#1d1f21',
    closed: 'fill:#f0f1f2,stroke:#c3c6c9,color:#6f767d',
    readyCritical: 'fill:#e9f4ee,stroke:#2c7a57,stroke-width:3px,color:#1d1f21',
    openCritical: 'fill:#ffffff,stroke:#4b57a8,stroke-width:3px,color:#1d1f21',
    pausedCritical: 'fill:#faf2de,stroke:#96690d,stroke-width:3px,color:#1d1f21',
};
/** A Mermaid flowchart; the critical path has thick borders. */
function renderGraphMermaid({ nodes, edges }) {
    const chart = nodes.map((node) => ({
        id: node.id,
        text: node.title === '' ? node.id : `${node.id} · ${node.title}`,
        class: classOf(node),
        ...(node.level !== undefined && { level: node.level }),
    }));
    return `${flowchart_renderFlowchart({ nodes: chart, edges, classes })}\n`;
}
function classOf({ state, critical }) {
    return critical && state !== 'closed' ? `${state}Critical` : state;
}

;// CONCATENATED MODULE: ./packages/report/src/graph/render-graph-text.ts


/** Above so many unfinished tasks only their ids are shown. */
const roomForTitles = 40;
/** The graph for a terminal: a paragraph a level, `*` on the critical path. */
function renderGraphText(view, width = 100) {
    const nodes = new Map(view.nodes.map((node) => [node.id, node]));
    const open = view.levels.reduce((sum, ids) => sum + ids.length, 0);
    const paragraphs = view.levels.map((ids, level) => {
        const shown = ids.map((id) => nodes.get(id) ?? stranger(id, level));
        const head = `Level ${level + 1}: ${amounts_count(ids.length, 'task')}`;
        return [head, ...(open > roomForTitles ? inLines(shown, width) : inRows(shown, width))].join('\n');
    });
    return [summary(view), ...paragraphs, legend(view), ...view.notes.map(clean_cleanLine)]
        .filter((part) => part !== '')
        .join('\n\n')
        .concat('\n');
}
function summary({ title, nodes, levels, criticalPath }) {
    const tasks = nodes.filter(({ kind }) => kind === 'task');
    const states = Object.keys(wordOf).flatMap((state) => {
        const amount = tasks.filter((task) => task.state === state).length;
        return amount > 0 ? [`${amount} ${wordOf[state]}`] : [];
    });
    const path = criticalPath.ids.map(clean_cleanLine).join(' → ');
    return [
        ...(title === undefined ? [] : [clean_cleanLine(title)]),
        [amounts_count(tasks.length, 'task'), ...states].join(', '),
        levels.length === 0
            ? 'Nothing is left to do.'
            : `${amounts_count(levels.length, 'level')}; critical path of ${amounts_count(criticalPath.ids.length, 'task')}, ${amounts_count(criticalPath.minutes, 'minute')}: ${render_graph_text_shorten(path, 400)}`,
    ].join('\n');
}
const wordOf = {
    ready: 'ready',
    open: 'waiting',
    paused: 'paused',
    closed: 'done',
};
const render_graph_text_markOf = { ready: '▸', open: ' ', paused: '‖', closed: '✓' };
function legend({ levels }) {
    return levels.length === 0 ? '' : '* critical path   ▸ ready   ‖ paused';
}
function inRows(nodes, width) {
    const longest = Math.min(24, Math.max(...nodes.map(({ id }) => clean_cleanLine(id).length)));
    return nodes.map((node) => {
        const row = `  ${marks(node)} ${clean_cleanLine(node.id).padEnd(longest)}  ${clean_cleanLine(node.title)}`;
        return render_graph_text_shorten(row, width).trimEnd();
    });
}
function inLines(nodes, width) {
    const words = nodes.map((node) => `${marks(node)}${render_graph_text_shorten(clean_cleanLine(node.id), width - 8)}`);
    const cell = Math.max(...words.map(({ length }) => length)) + 1;
    const perLine = Math.max(1, Math.floor((width - 1) / cell));
    return words.flatMap((_, i) => {
        if (i % perLine > 0)
            return [];
        const line = words.slice(i, i + perLine).map((word) => word.padEnd(cell));
        return [` ${line.join('')}`.trimEnd()];
    });
}
function marks({ critical, state }) {
    return `${critical ? '*' : ' '}${render_graph_text_markOf[state]}`;
}
function render_graph_text_shorten(text, length) {
    const signs = [...text];
    return signs.length > length ? `${signs.slice(0, length - 1).join('')}…` : text;
}
function stranger(id, level) {
    return { id, title: '', kind: 'task', state: 'open', level, critical: false };
}

;// CONCATENATED MODULE: ./packages/report/src/attention.ts
function attention(report) {
    const conflicts = listConflicts(report);
    return {
        stuck: report.tasks.filter((task) => task.stuck !== undefined || task.state === 'failed'),
        gaveWay: conflicts.filter(attention_hasLostLines),
        requeued: conflicts.filter(({ step }) => step === 'requeued'),
        flaky: report.landings.flatMap(({ flaky = [] }) => flaky),
    };
}
function listConflicts({ landings }) {
    return landings.flatMap(({ wave, conflicts }) => conflicts.map((conflict) => ({ ...conflict, wave })));
}
function attention_hasLostLines(conflict) {
    return conflict.gaveWay !== undefined;
}
/** `src/a.ts:12` */
function attention_placeOf({ path, line }) {
    return line === undefined ? path : `${path}:${line}`;
}
/** Why the last attempt of a task did not do it, in the words of its log. */
function lastReason({ attempts }) {
    return attempts.findLast(({ reason }) => reason !== undefined)?.reason;
}
/** Attempts that did not land, with what their logs say. */
function failures({ attempts }) {
    return attempts.filter(({ end }) => end !== 'landed');
}

;// CONCATENATED MODULE: ./packages/report/src/escape/html.ts

/** Markup that is known to be safe: only `html` makes it, and `html` escapes all other text. */
class Markup {
    #text;
    constructor(text) {
        this.#text = text;
    }
    static of(strings, values) {
        return new Markup(strings.map((part, i) => part + html_render(values[i])).join(''));
    }
    toString() {
        return this.#text;
    }
}
/** A template whose values are escaped, unless they come from such a template themselves. */
function html(strings, ...values) {
    return Markup.of(strings, values);
}
function html_render(value) {
    if (value === undefined || value === false)
        return '';
    if (value instanceof Markup)
        return value.toString();
    if (typeof value === 'number')
        return String(value);
    if (typeof value === 'string')
        return escapeHtml(value);
    return value.map(html_render).join('');
}
function escapeHtml(text) {
    return clean_clean(text).replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

;// CONCATENATED MODULE: ./packages/report/src/wording.ts

/** The run in one sentence. */
function outcome(end, { tasks, wallSeconds }) {
    const before = tasks.doneBefore > 0 ? `, ${tasks.doneBefore} done before` : '';
    const landed = `${tasks.landed} of ${amounts_count(tasks.total, 'task')} landed`;
    return `${endOfRun[end]}: ${landed} in ${amounts_formatSeconds(wallSeconds)}${before}.`;
}
const endOfRun = {
    complete: 'Everything is done',
    stuck: 'Nothing can go on by itself',
    waiting: 'The run waits for somebody',
    stopped: 'The run was stopped before the end',
};
const toneOfRun = {
    complete: 'good',
    stuck: 'bad',
    waiting: 'wait',
    stopped: 'wait',
};
const stateOfTask = {
    landed: 'landed',
    'done-before': 'done before',
    open: 'open',
    failed: 'failed',
};
const toneOfTask = {
    landed: 'good',
    'done-before': 'past',
    open: 'wait',
    failed: 'bad',
};
const endOfAttempt = {
    landed: 'landed',
    failed: 'failed',
    'timed-out': 'ran out of time',
    'no-changes': 'changed nothing',
    rejected: 'rejected',
    requeued: 'put back because it conflicts',
    'set-aside': 'set aside for a person because it conflicts',
    ejected: 'taken out because the merged tree is red with it',
    interrupted: 'interrupted',
};
const toneOfAttempt = {
    landed: 'good',
    failed: 'bad',
    'timed-out': 'bad',
    'no-changes': 'bad',
    rejected: 'bad',
    requeued: 'wait',
    'set-aside': 'wait',
    ejected: 'bad',
    interrupted: 'wait',
};
/** How a conflict was settled, in words for people who do not know the ladder. */
function wording_wordStep({ step, gaveWay }) {
    const isMadeAnew = step === 'lock-file' && gaveWay === undefined;
    return isMadeAnew ? 'the lock file is made anew' : stepOfConflict[step];
}
const stepOfConflict = {
    'json-by-key': 'merged key by key',
    'lock-set': 'the entries of both kept',
    'lock-file': 'the incoming lock file stands, for it is never merged line by line',
    union: 'the lines of both kept, as .gitattributes asks',
    'driver-ignored': 'the merge driver in .gitattributes is not run',
    resolver: 'merged by the installed resolver',
    'both-inserted': 'both insertions kept',
    'same-but-white-space': 'the same change, but for white space',
    'side-by-side': 'both changes kept, which touch each other',
    'token-by-token': 'merged token by token',
    'task-lines': 'the incoming lines stand',
    'task-file': 'the incoming file stands',
    'modified-file': 'the modified file stays',
    requeued: 'not settled: the task is done again',
};
const checksOfLanding = {
    passed: 'checks passed',
    failed: 'checks failed',
    none: 'no checks',
};
const toneOfChecks = {
    passed: 'good',
    failed: 'bad',
    none: 'past',
};
const wording_markOf = { good: '✓', past: '•', wait: '○', bad: '✗' };

;// CONCATENATED MODULE: ./packages/report/src/escape/reveal.ts
/**
 * A line of somebody's file as it is, for people who compare: what would command a terminal, reorder
 * or hide is not dropped but shown as a sign of its own (`␛`, `⟨U+202E⟩`).
 */
function revealLine(text) {
    return text.replace(unseen, (sign) => {
        const code = sign.codePointAt(0) ?? 0;
        if (code < 0x20)
            return String.fromCharCode(0x2400 + code);
        if (code === 0x7f)
            return '\u2421';
        return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
    });
}
/** Tabs are seen, and emoji and several scripts need the two joiners. */
const unseen = /(?!\t)\p{Cc}|(?![\u200c\u200d])\p{Cf}|[\p{Zl}\p{Zp}\p{Cs}]/gu;

;// CONCATENATED MODULE: ./packages/report/src/shorten.ts
/** At most so many signs, with an ellipsis where some had to go. */
function shorten_shorten(text, most) {
    // Twice as many units hold at least as many signs; the rest of a huge text is not looked at.
    const signs = [...text.slice(0, most * 2 + 2)];
    if (signs.length <= most && text.length <= most * 2 + 2)
        return text;
    return `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

;// CONCATENATED MODULE: ./packages/report/src/versions/align-lines.ts
/** Aligns along a longest common subsequence; takes time and room by the product of the lengths. */
function alignLines(gaveWay, kept) {
    const common = commonLengths(gaveWay, kept);
    const rows = [];
    let gone = [];
    let come = [];
    const pairUp = () => {
        rows.push(...pairs(gone, come));
        gone = [];
        come = [];
    };
    let [i, j] = [0, 0];
    while (i < gaveWay.length || j < kept.length) {
        const [left, right] = [gaveWay[i], kept[j]];
        if (left !== undefined && left === right) {
            pairUp();
            rows.push({ is: 'same', line: left });
            i++;
            j++;
        }
        else if (right === undefined ||
            (left !== undefined && common(i + 1, j) >= common(i, j + 1))) {
            gone.push(left ?? '');
            i++;
        }
        else {
            come.push(right);
            j++;
        }
    }
    pairUp();
    return rows;
}
function pairs(gone, come) {
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => {
        const [gaveWay, kept] = [gone[i], come[i]];
        return {
            is: 'changed',
            ...(gaveWay === undefined ? {} : { gaveWay }),
            ...(kept === undefined ? {} : { kept }),
        };
    });
}
/** How many lines the rests of both have in common, from any two places on. */
function commonLengths(a, b) {
    const width = b.length + 1;
    const lengths = new Uint32Array((a.length + 1) * width);
    const at = (i, j) => lengths[i * width + j] ?? 0;
    for (let i = a.length - 1; i >= 0; i--) {
        for (let j = b.length - 1; j >= 0; j--) {
            lengths[i * width + j] =
                a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    return at;
}

;// CONCATENATED MODULE: ./packages/report/src/versions/compare-versions.ts



function compare_versions_compareVersions({ lines, kept }, room) {
    const above = Math.max(0, commonStart(lines, kept) - context);
    const below = Math.max(0, commonEnd(lines, kept, above) - context);
    const gaveWay = lines.slice(above, lines.length - below);
    const stands = kept.slice(above, kept.length - below);
    const aligned = alignLines(gaveWay.slice(0, room.lines), stands.slice(0, room.lines));
    const rows = takeWhatFits(aligned.map((row) => clip(row, room.signs)), room);
    const shown = (side) => rows.filter((row) => compare_versions_lineOf(row, side) !== undefined);
    return {
        same: { above, below },
        rows,
        left: {
            gaveWay: gaveWay.length - shown('gaveWay').length,
            kept: stands.length - shown('kept').length,
        },
    };
}
/** The line of one version in a row, if that version has one there. */
function compare_versions_lineOf(row, side) {
    return row.is === 'same' ? row.line : row[side];
}
/** Of what is the same in both, so many lines are shown beside what is not. */
const context = 3;
function commonStart(a, b) {
    const most = Math.min(a.length, b.length);
    let length = 0;
    while (length < most && a[length] === b[length])
        length++;
    return length;
}
/** Not counting the lines that are left out above. */
function commonEnd(a, b, above) {
    const most = Math.min(a.length, b.length) - above;
    let length = 0;
    while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length])
        length++;
    return length;
}
function takeWhatFits(rows, room) {
    const { total, sizeOf = (line) => line.length } = room;
    let left = total;
    const end = rows.findIndex((row) => {
        for (const side of ['gaveWay', 'kept'])
            left -= sizeOf(compare_versions_lineOf(row, side) ?? '') + 1;
        return left < 0;
    });
    return end < 0 ? [...rows] : rows.slice(0, end);
}
/** Of two long lines that begin alike, the part where they differ is shown. */
function clip(row, most) {
    if (row.is === 'same')
        return { is: 'same', line: clipLine(row.line, 0, most) };
    const { gaveWay, kept } = row;
    const start = startOfDifference(gaveWay ?? '', kept ?? '', most);
    return {
        is: 'changed',
        ...(gaveWay === undefined ? {} : { gaveWay: clipLine(gaveWay, start, most) }),
        ...(kept === undefined ? {} : { kept: clipLine(kept, start, most) }),
    };
}
function startOfDifference(a, b, most) {
    const end = Math.min(a.length, b.length);
    let same = 0;
    while (same < end && a[same] === b[same])
        same++;
    if (Math.max(a.length, b.length) <= most || same <= most / 2)
        return 0;
    const start = same - Math.floor(most / 4);
    return /^[\udc00-\udfff]/.test(a.slice(start)) ? start - 1 : start;
}
function clipLine(line, start, most) {
    // Only so much of a huge line is looked at: each unit becomes at least one sign.
    const part = line.slice(start, start + most * 2 + 2);
    const rest = start + part.length < line.length ? '…' : '';
    return shorten_shorten(`${start > 0 ? '…' : ''}${revealLine(part)}${rest}`, most);
}

;// CONCATENATED MODULE: ./packages/report/src/versions/describe-left-out.ts

/** What is missing beside two versions, and where it can be found; a sentence each. */
function describe_left_out_describeLeftOut({ same, left }) {
    const alike = same.above + same.below;
    const are = left.kept === 1 ? 'stands' : 'stand';
    return [
        ...(alike > 0 ? [`Not shown: ${amounts_count(alike, 'line')} around it, the same in both.`] : []),
        ...(left.gaveWay > 0
            ? [`${amounts_count(left.gaveWay, 'more line')} gave way: the commit named above has all of them.`]
            : []),
        ...(left.kept > 0
            ? [`${amounts_count(left.kept, 'more line')} ${are} now: the merged file has all of them.`]
            : []),
    ];
}

;// CONCATENATED MODULE: ./packages/report/src/html/section.ts


function renderSection({ id, title, note, body }) {
    return html `
<section id="${id}">
<header><h2>${title}</h2>${note !== undefined && html `<p>${note}</p>`}</header>
${body}
</section>`;
}
/** A word in its colour, with a mark for those who do not see colours. */
function toned(tone, word) {
    return html `<span class="word ${tone}" data-mark="${wording_markOf[tone]}">${word}</span>`;
}
function renderLegend(entries) {
    return html `<p class="legend">${entries.map(([tone, word]) => html `<span class="${tone}">${word}</span>`)}</p>`;
}
/** A parser drops the first line break of `pre`; ours comes first, so that none of the text is lost. */
function renderLines(lines) {
    return html `<pre>
${lines}</pre>`;
}
function section_shortCommit(commit) {
    return html `<code title="${commit}">${commit.slice(0, 10)}</code>`;
}

;// CONCATENATED MODULE: ./packages/report/src/html/versions.ts




/** Both versions in two columns, a line beside its like, in at most so many signs. */
function renderVersions({ gaveWay, task, wave }, total) {
    const { lines, kept, commit, task: writer } = gaveWay;
    const author = writer !== undefined && html `, written by <code>${writer}</code>`;
    const comparison = compare_versions_compareVersions(gaveWay, { lines: 200, signs: 500, total });
    const sides = { hasGaveWay: lines.length > 0, hasKept: kept.length > 0 };
    return html `<table class="versions">
<thead><tr><th>Gave way${author}, still in ${section_shortCommit(commit)}</th><th>Stands now, written by <code>${task}</code> in wave ${wave}</th></tr></thead>
<tbody>${renderEmpty(sides)}${comparison.rows.map(renderRow)}</tbody></table>${describe_left_out_describeLeftOut(comparison).map((note) => html `<p class="soft">${note}</p>`)}`;
}
function renderRow(row) {
    if (row.is === 'same') {
        return html `
<tr><td>${row.line}</td><td>${row.line}</td></tr>`;
    }
    return html `
<tr>${renderCell(row.gaveWay, 'bad', '−')}${renderCell(row.kept, 'good', '+')}</tr>`;
}
function renderCell(line, tone, mark) {
    if (line === undefined)
        return html `<td class="past"></td>`;
    return html `<td class="${tone}" data-mark="${mark}">${line}</td>`;
}
/** A version without lines is said to be empty, or its column would look like one left out. */
function renderEmpty(sides) {
    if (sides.hasGaveWay && sides.hasKept)
        return html ``;
    const cell = (has) => html `<td class="soft">${!has && '(nothing)'}</td>`;
    return html `
<tr>${cell(sides.hasGaveWay)}${cell(sides.hasKept)}</tr>`;
}

;// CONCATENATED MODULE: ./packages/report/src/html/conflicts.ts





/** What all versions of a page may take, in signs, shared out evenly. */
const roomForVersions = 2_000_000;
/** Lines that gave way come first, with both versions: a person should agree with each. */
function renderConflicts(conflicts) {
    const lost = conflicts.filter(attention_hasLostLines);
    const rest = conflicts.filter((conflict) => !attention_hasLostLines(conflict));
    const total = Math.min(60_000, roomForVersions / lost.length);
    return html `${lost.length > 0 && html `<div class="card">${lost.map((conflict) => renderLost(conflict, total))}</div>`}${rest.length > 0 && renderTable(rest)}`;
}
function renderLost(conflict, total) {
    const { lines, task } = conflict.gaveWay;
    const whose = task !== undefined && html ` of <code>${task}</code>`;
    return html `
<div class="item"><details><summary><code>${attention_placeOf(conflict)}</code>: ${amounts_count(lines.length, 'line')}${whose} gave way to <code>${conflict.task}</code> (${wording_wordStep(conflict)})</summary>
${renderVersions(conflict, total)}</details></div>`;
}
function renderTable(conflicts) {
    return html `<div class="card scroll"><table>
<thead><tr><th>Where</th><th>Task</th><th class="number">Wave</th><th>How it was settled</th></tr></thead>
<tbody>${conflicts.map((conflict) => html `
<tr><td><code>${attention_placeOf(conflict)}</code></td><td><code>${conflict.task}</code></td><td class="number">${conflict.wave}</td><td>${wording_wordStep(conflict)}</td></tr>`)}
</tbody></table></div>`;
}

;// CONCATENATED MODULE: ./packages/report/src/tail.ts
const mostLines = 30;
const tail_mostSigns = 4000;
/** The end of a log: what went wrong is said there. */
function tail(text) {
    const end = text.trimEnd().slice(-tail_mostSigns);
    const lines = end.split('\n');
    const kept = lines.slice(-mostLines);
    const isCut = kept.length < lines.length || end.length < text.trimEnd().length;
    return isCut ? `…\n${kept.join('\n')}` : end;
}

;// CONCATENATED MODULE: ./packages/report/src/html/tasks.ts







function renderTasks(tasks) {
    return html `<div class="card scroll"><table>
<thead><tr><th>Task</th><th>What</th><th>Result</th><th class="number">Wave</th><th class="number">Attempts</th><th class="number">Time</th><th>Waited for</th></tr></thead>
<tbody>${tasks.map(renderTask)}
</tbody></table></div>`;
}
function renderTask(task, index) {
    const seconds = task.attempts.reduce((sum, attempt) => sum + attemptSeconds(attempt), 0);
    return html `
<tr id="task-${index + 1}"><td><code>${task.id}</code></td><td class="name">${task.title}${failures(task).map(renderFailure)}</td><td>${toned(toneOfTask[task.state], stateOfTask[task.state])}</td><td class="number">${task.attempts.at(-1)?.wave ?? '–'}</td><td class="number">${task.attempts.length || '–'}</td><td class="number">${task.attempts.length > 0 ? amounts_formatSeconds(seconds) : '–'}</td><td class="soft">${listIds(task.dependsOn)}</td></tr>`;
}
function renderFailure(attempt) {
    const { end, reason, log, kept } = attempt;
    const summary = html `Attempt ${attempt.attempt} ${toned(toneOfAttempt[end], endOfAttempt[end])}`;
    if (reason === undefined && log === undefined)
        return html `<p class="soft">${summary}</p>`;
    return html `<details><summary>${summary}</summary>${reason !== undefined && renderLines(tail(reason))}${log !== undefined && html `<p class="soft">Log: <code>${log}</code></p>`}${kept !== undefined && html `<p class="soft">Its directory: <code>${kept}</code></p>`}</details>`;
}
function listIds(ids) {
    return ids.map((id, i) => html `${i > 0 && ', '}<code>${id}</code>`);
}

;// CONCATENATED MODULE: ./packages/report/src/html/flaky.ts




/** Checks that were red and then green, with what they said. */
function renderFlaky(flaky) {
    return html `<div class="card">${flaky.map(renderFlake)}</div>`;
}
function renderFlake({ tasks, reason }) {
    const on = tasks.length > 0 ? listIds(tasks) : 'the branch as it was';
    return html `
<div class="item"><details><summary>Red on ${on}, then green: the checks are flaky, and nobody is to blame.</summary>${renderLines(tail(reason))}</details></div>`;
}

;// CONCATENATED MODULE: ./packages/report/src/layout/columns.ts



function cutIntoColumns(graph, tallest) {
    const tidied = graph_tidy(graph);
    const column = splitTall(linkedRanks(tidied), tallest);
    const at = (node) => column.get(node) ?? 0;
    const columns = [];
    const put = (slot, place) => {
        while (columns.length <= place)
            columns.push([]);
        columns[place]?.push(slot);
    };
    for (const [node, place] of column)
        put(node, place);
    const joints = new Map();
    const joint = (from, place) => {
        const key = `${from} ${place}`;
        const slot = joints.get(key) ?? graph.size + joints.size;
        if (!joints.has(key))
            put(slot, place);
        joints.set(key, slot);
        return slot;
    };
    const ways = reduce(tidied)
        .filter(({ from, to }) => at(from) < at(to))
        .map(({ from, to }) => {
        const passed = Array.from({ length: at(to) - at(from) - 1 }, (_, i) => at(from) + 1 + i);
        return [from, ...passed.map((place) => joint(from, place)), to];
    });
    return { columns, steps: stepsOf(ways), ways };
}
function linkedRanks(graph) {
    const linked = new Set(graph.arrows.flatMap(({ from, to }) => [from, to]));
    return new Map([...rank_rank(graph).entries()].filter(([node]) => linked.has(node)));
}
/** A rank with too many nodes becomes several columns; nodes of one rank never depend on each other. */
function splitTall(ranks, tallest) {
    const members = [];
    for (const [node, at] of ranks) {
        while (members.length <= at)
            members.push([]);
        members[at]?.push(node);
    }
    const column = new Map();
    let first = 0;
    for (const nodes of members) {
        const parts = Math.ceil(nodes.length / tallest);
        const perPart = Math.ceil(nodes.length / parts);
        for (const [i, node] of nodes.entries())
            column.set(node, first + Math.floor(i / perPart));
        first += parts;
    }
    return column;
}
function stepsOf(ways) {
    const steps = new Map();
    for (const way of ways) {
        for (const [i, to] of way.entries()) {
            const from = way[i - 1];
            if (from !== undefined)
                steps.set(`${from} ${to}`, { from, to });
        }
    }
    return [...steps.values()];
}

;// CONCATENATED MODULE: ./packages/report/src/layout/level-out.ts
/**
 * The middles nearest to the wishes (in the sum of squares) that keep the order and overlap
 * nowhere. Things that push each other form a block, which stands where its members wish on
 * average; blocks that touch become one.
 */
function levelOut(wishes) {
    const offsets = [];
    let room = 0;
    for (const wish of wishes) {
        offsets.push(room + wish.room / 2);
        room += wish.room;
    }
    const blocks = [];
    for (const [i, { middle }] of wishes.entries()) {
        let block = { sum: middle - offsets[i], size: 1 };
        for (let last = blocks.at(-1); last && mean(last) >= mean(block); last = blocks.at(-1)) {
            block = { sum: block.sum + last.sum, size: block.size + last.size };
            blocks.pop();
        }
        blocks.push(block);
    }
    const starts = blocks.flatMap((block) => new Array(block.size).fill(mean(block)));
    return starts.map((start, i) => start + offsets[i]);
}
function mean({ sum, size }) {
    return sum / size;
}

;// CONCATENATED MODULE: ./packages/report/src/layout/order.ts
const sweeps = 12;
/**
 * Puts each column in an order with few crossings: back and forth, every slot goes to the mean
 * place of its neighbours in the column before. The best order seen wins.
 */
function untangle(columns, steps) {
    const before = neighbours(steps, ({ from, to }) => [to, from]);
    const after = neighbours(steps, ({ from, to }) => [from, to]);
    let order = columns;
    let best = columns;
    let fewest = countCrossings(columns, after);
    for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
        order =
            sweep % 2 === 0 ? sortAlong(order, before) : sortAlong(order.toReversed(), after).toReversed();
        const crossings = countCrossings(order, after);
        if (crossings < fewest) {
            best = order;
            fewest = crossings;
        }
    }
    return best;
}
/** How often two arrows between neighbouring columns cross each other. */
function countCrossings(order, after) {
    const place = placesOf(order);
    return order.reduce((sum, column, i) => {
        const ends = column.map((slot) => (after.get(slot) ?? []).map((to) => place.get(to) ?? 0));
        return sum + countInversions(ends, order[i + 1]?.length ?? 0);
    }, 0);
}
/** Counts as it goes how many earlier ends are below each end, with a Fenwick tree over places. */
function countInversions(groups, size) {
    const tree = new Int32Array(size + 1);
    let seen = 0;
    let inversions = 0;
    for (const ends of groups) {
        for (const end of ends)
            inversions += seen - countUpTo(tree, end);
        for (const end of ends) {
            for (let i = end + 1; i <= size; i += i & -i)
                tree[i] = (tree[i] ?? 0) + 1;
        }
        seen += ends.length;
    }
    return inversions;
}
function countUpTo(tree, end) {
    let sum = 0;
    for (let i = end + 1; i > 0; i -= i & -i)
        sum += tree[i] ?? 0;
    return sum;
}
function sortAlong(order, towards) {
    const place = new Map();
    return order.map((column) => {
        const weight = new Map(column.map((slot, i) => [slot, meanPlace(towards.get(slot), place) ?? i]));
        const sorted = column.toSorted((a, b) => (weight.get(a) ?? 0) - (weight.get(b) ?? 0));
        for (const [i, slot] of sorted.entries())
            place.set(slot, i);
        return sorted;
    });
}
function meanPlace(slots, place) {
    if (slots === undefined)
        return undefined;
    return slots.reduce((sum, slot) => sum + (place.get(slot) ?? 0), 0) / slots.length;
}
function neighbours(steps, ends) {
    const found = new Map();
    for (const step of steps) {
        const [slot, other] = ends(step);
        const others = found.get(slot);
        if (others)
            others.push(other);
        else
            found.set(slot, [other]);
    }
    return found;
}
function placesOf(order) {
    return new Map(order.flatMap((column) => column.map((slot, i) => [slot, i])));
}

;// CONCATENATED MODULE: ./packages/report/src/layout/lay-out.ts



/** Boxes in columns from left to right, each arrow pointing to the right, few crossings. */
function layOut(graph, sizes) {
    const { columns, steps, ways } = cutIntoColumns(graph, sizes.tallest);
    const order = untangle(columns, steps);
    const room = (slot) => (slot < graph.size ? sizes.height + sizes.space : sizes.space);
    const middles = findMiddles(order, steps, room);
    const bottom = highest([...middles].map(([slot, middle]) => middle + room(slot) / 2));
    const places = new Map();
    const left = (column) => column * (sizes.width + sizes.gap);
    for (const [i, column] of order.entries()) {
        for (const slot of column)
            places.set(slot, { x: left(i), y: middles.get(slot) ?? 0 });
    }
    const loners = [...new Array(graph.size).keys()].filter((node) => !places.has(node));
    for (const [node, { column, row }] of stack(loners, sizes.tallest)) {
        places.set(node, { x: left(column), y: bottom + (row + 0.5) * room(node) });
    }
    return draw(graph.size, places, ways, sizes);
}
/** Nodes without any arrow have no place of their own: below the others they are in nobody's way. */
function stack(nodes, tallest) {
    const rows = Math.ceil(nodes.length / Math.max(1, Math.ceil(nodes.length / tallest)));
    return new Map(nodes.map((node, i) => [node, { column: Math.floor(i / rows), row: i % rows }]));
}
function draw(size, places, ways, { width, height, space }) {
    const at = (slot) => places.get(slot) ?? { x: 0, y: 0 };
    const boxes = Array.from({ length: size }, (_, i) => ({ x: at(i).x, y: at(i).y - height / 2 }));
    const all = [...places.values()];
    return {
        width: highest(all.map(({ x }) => x + width)),
        height: highest([...all.map(({ y }) => y), ...boxes.map(({ y }) => y + height)]) + space / 2,
        boxes,
        lines: ways.map((way) => ({
            from: way[0],
            to: way.at(-1),
            points: way.flatMap((slot, i) => [
                ...(i > 0 ? [at(slot)] : []),
                ...(i < way.length - 1 ? [{ x: at(slot).x + width, y: at(slot).y }] : []),
            ]),
        })),
    };
}
const rounds = 6;
/** Back and forth, every slot moves to the mean height of its neighbours, as far as there is room. */
function findMiddles(order, steps, room) {
    const before = neighbours(steps, ({ from, to }) => [to, from]);
    const after = neighbours(steps, ({ from, to }) => [from, to]);
    const middles = new Map();
    const settle = (column, towards) => {
        const wishes = column.map((slot) => ({
            middle: wish(slot, towards, middles),
            room: room(slot),
        }));
        for (const [i, middle] of levelOut(wishes).entries())
            middles.set(column[i], middle);
    };
    for (const column of order)
        settle(column, new Map());
    for (let round = 0; round < rounds; round++) {
        for (const column of order)
            settle(column, before);
        for (const column of order.toReversed())
            settle(column, after);
    }
    return startAtTop(order, middles, room);
}
function wish(slot, towards, middles) {
    const others = towards.get(slot);
    if (others === undefined)
        return middles.get(slot) ?? 0;
    return others.reduce((sum, other) => sum + (middles.get(other) ?? 0), 0) / others.length;
}
function startAtTop(order, middles, room) {
    const tops = order.flat().map((slot) => (middles.get(slot) ?? 0) - room(slot) / 2);
    const top = tops.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
    return new Map([...middles].map(([slot, middle]) => [slot, Math.round((middle - top) * 10) / 10]));
}
/** At least 0. A loop, because a call cannot take as many arguments as a large graph has slots. */
function highest(amounts) {
    return amounts.reduce((most, each) => Math.max(most, each), 0);
}

;// CONCATENATED MODULE: ./packages/report/src/html/fit-text.ts

const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uff00-\uff60]/u;
/** As much of a line as fits into so many pixels, and nothing where not even three signs would. */
function fitText(text, pixels, pixelsPerSign) {
    const signs = [...clean_cleanLine(text)];
    const width = (sign) => (isWide(sign) ? 2 : 1) * pixelsPerSign;
    if (signs.reduce((sum, sign) => sum + width(sign), 0) <= pixels)
        return signs.join('');
    let fitting = 0;
    let used = pixelsPerSign;
    for (const sign of signs) {
        used += width(sign);
        if (used > pixels)
            break;
        fitting++;
    }
    return fitting < 3 ? '' : `${signs.slice(0, fitting).join('').trimEnd()}…`;
}
/** Signs that take the room of two. */
function isWide(sign) {
    return wide.test(sign);
}

;// CONCATENATED MODULE: ./packages/report/src/html/graph.ts




/** Above so many tasks a box shows only its id. */
const graph_roomForTitles = 60;
const large = { width: 196, height: 46, gap: 48, space: 12, tallest: 14 };
const small = { width: 112, height: 22, gap: 44, space: 7, tallest: 30 };
/** The tasks in columns from left to right, each behind all that it waited for. */
function renderGraph(tasks) {
    const sizes = tasks.length > graph_roomForTitles ? small : large;
    const layout = layOut({ size: tasks.length, arrows: arrowsOf(tasks) }, sizes);
    const width = layout.width + 2;
    const height = Math.ceil(layout.height) + 2;
    return html `
<svg width="${width}" height="${height}" viewBox="-1 -1 ${width} ${height}" role="group" aria-label="Graph of the tasks">
<g>${layout.lines.map(renderLine)}</g>
${tasks.map((task, i) => renderBox(task, i, layout.boxes[i] ?? { x: 0, y: 0 }, sizes))}
</svg>`;
}
function arrowsOf(tasks) {
    const index = new Map(tasks.map(({ id }, i) => [id, i]));
    return tasks.flatMap(({ dependsOn }, to) => dependsOn.flatMap((id) => {
        const from = index.get(id);
        return from === undefined ? [] : [{ from, to }];
    }));
}
function renderLine({ points }) {
    const steps = points.map(({ x, y }, i) => {
        const last = points[i - 1];
        if (last === undefined)
            return `M${x} ${y}`;
        if (last.y === y)
            return `H${x}`;
        const half = (last.x + x) / 2;
        return `C${half} ${last.y} ${half} ${y} ${x} ${y}`;
    });
    return html `<path class="thread" d="${steps.join('')}"/>`;
}
/** A drawing of its own, so that a title with unusually wide letters ends at its box. */
function renderBox(task, index, at, sizes) {
    const { width, height } = sizes;
    const tone = toneOfTask[task.state];
    const name = `${task.id}: ${task.title} (${stateOfTask[task.state]})`;
    return html `
<a href="#task-${index + 1}" aria-label="${name}"><svg class="${tone}" x="${at.x}" y="${at.y}" width="${width}" height="${height}"><title>${name}</title>
<rect class="box" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="5"/><rect class="stripe" width="3" height="${height}" rx="1.5"/>
${sizes === large ? renderLargeText(task, width) : renderSmallText(task, width)}</svg></a>`;
}
function renderLargeText(task, width) {
    return html `<text class="id" x="13" y="19" font-size="11.5">${fitText(task.id, width - 40, 7)}</text>${renderMark(task, width - 18, 19)}<text x="13" y="36" font-size="12.5">${fitText(task.title, width - 22, 6.6)}</text>`;
}
function renderSmallText(task, width) {
    return html `<text class="id" x="10" y="15" font-size="10.5">${fitText(task.id, width - 30, 6.4)}</text>${renderMark(task, width - 16, 15)}`;
}
function renderMark({ state }, x, y) {
    return html `<text class="mark" x="${x}" y="${y}" font-size="11">${wording_markOf[toneOfTask[state]]}</text>`;
}

;// CONCATENATED MODULE: ./packages/report/src/html/header.ts



function renderHeader({ report, outcome, figures, sections }) {
    return html `
<header>
<p class="eyebrow">Wavefront report</p>
<h1>${report.title}</h1>
<p class="outcome ${toneOfRun[report.end]}">${outcome}</p>
<p class="facts">${facts(report).map((fact) => html `<span>${fact}</span>`)}</p>
<dl class="tiles">${figures.map(renderTile)}</dl>
<nav aria-label="Contents">${sections.map(({ id, title }) => html `<a href="#${id}">${title}</a>`)}</nav>
</header>`;
}
function facts(report) {
    return [
        html `<code>${report.branch}</code> from <code>${report.base}</code>`,
        report.schedule === 'waves' ? 'in waves' : 'rolling schedule',
        amounts_count(report.jobs, 'worker'),
        `started ${formatDate(report.startedAt)}`,
    ];
}
function renderTile({ label, value, note }) {
    return html `
<div><dt>${label}</dt><dd class="value">${value}</dd><dd class="note">${note}</dd></div>`;
}

;// CONCATENATED MODULE: ./packages/report/src/html/landings.ts





/** What was merged: each batch with its tasks, its commit and what the checks said. */
function renderLandings(landings) {
    return html `<div class="card scroll"><table>
<thead><tr><th>Wave</th><th>Landed</th><th>Commit</th><th>Checks</th><th class="number">Conflicts</th><th class="number">Time</th></tr></thead>
<tbody>${landings.map(renderLanding)}
</tbody></table></div>`;
}
function renderLanding(landing) {
    const { wave, landed, commit, checks, conflicts, startedAt, finishedAt } = landing;
    return html `
<tr><td>${wave}</td><td class="name">${landed.length > 0 ? listIds(landed) : html `<span class="soft">nothing</span>`}</td><td class="tight">${commit === undefined ? '–' : section_shortCommit(commit)}</td><td>${toned(toneOfChecks[checks], checksOfLanding[checks])}</td><td class="number">${conflicts.length}</td><td class="number">${amounts_formatSeconds(secondsBetween(startedAt, finishedAt))}</td></tr>`;
}

;// CONCATENATED MODULE: ./packages/report/src/html/stuck.ts





/** What does not go on by itself, why, and what to do about it. */
function renderStuck(tasks) {
    return html `<div class="card">${tasks.map(renderStuckTask)}</div>`;
}
function renderStuckTask(task) {
    const reason = lastReason(task);
    return html `
<div class="item"><h3><code>${task.id}</code> ${task.title} ${toned(toneOfTask[task.state], stateOfTask[task.state])}</h3>
${task.stuck && html `<dl><dt>Why</dt><dd>${task.stuck.why}</dd><dt>What to do</dt><dd>${task.stuck.remedy}</dd></dl>`}
${reason !== undefined && html `<details><summary>What the last attempt said</summary>${renderLines(tail(reason))}</details>`}</div>`;
}

;// CONCATENATED MODULE: ./packages/report/src/html/style.ts

const style = html `<style>
:root {
  color-scheme: light dark;
  --page: #f6f6f3; --card: #ffffff; --sunk: #f1f1ed;
  --ink: #1d1f21; --soft: #62676d; --rule: #e2e2dc; --thread: #b9bcb9;
  --good: #2c7a57; --past: #6f767d; --wait: #96690d; --bad: #b0413a; --merge: #4b57a8;
  --good-tint: #e9f4ee; --past-tint: #f0f1f2; --wait-tint: #faf2de; --bad-tint: #fbebe9;
  --on-tone: #ffffff;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #131518; --card: #1b1e22; --sunk: #16181b;
    --ink: #e6e7e8; --soft: #9aa1a8; --rule: #2c3036; --thread: #4d535a;
    --good: #6cc29a; --past: #949ba3; --wait: #dcb35c; --bad: #ee8a80; --merge: #9aa5f0;
    --good-tint: #1c2d26; --past-tint: #23272b; --wait-tint: #2e2818; --bad-tint: #35211f;
    --on-tone: #131518;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.55 var(--sans); }
main { max-width: 1160px; margin: 0 auto; padding: 56px 28px 80px; }
h1 { margin: 6px 0 12px; font-size: 32px; line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; overflow-wrap: anywhere; }
h2 { margin: 0; font-size: 18px; line-height: 1.3; font-weight: 640; letter-spacing: -0.005em; }
h3 { margin: 0; font-size: 15px; font-weight: 600; overflow-wrap: anywhere; }
p { margin: 0; }
a { color: inherit; }
code, pre { font-family: var(--mono); font-size: 0.87em; font-variant-ligatures: none; }
code { overflow-wrap: anywhere; }
.eyebrow { color: var(--soft); font-size: 13px; letter-spacing: 0.04em; }
.outcome { font-size: 17px; font-weight: 500; }
.outcome::before { content: ""; display: inline-block; width: 10px; height: 10px; margin-right: 10px; border-radius: 50%; background: var(--tone); }
.facts { margin-top: 8px; color: var(--soft); overflow-wrap: anywhere; }
.facts span:not(:last-child)::after { content: "·"; margin: 0 8px; color: var(--thread); }
.soft { color: var(--soft); }
.good { --tone: var(--good); --tint: var(--good-tint); }
.past { --tone: var(--past); --tint: var(--past-tint); }
.wait { --tone: var(--wait); --tint: var(--wait-tint); }
.bad { --tone: var(--bad); --tint: var(--bad-tint); }
.merge { --tone: var(--merge); --tint: var(--sunk); }
.word { color: var(--tone); font-weight: 550; white-space: nowrap; }
.word::before { content: attr(data-mark); display: inline-block; width: 1.35em; font-weight: 400; }
nav { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 28px 0 0; padding-bottom: 12px; border-bottom: 1px solid var(--rule); font-size: 14px; }
nav a { color: var(--soft); text-decoration: none; }
nav a:hover { color: var(--ink); text-decoration: underline; text-underline-offset: 4px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(196px, 1fr)); margin: 28px 0 0; padding: 0; border: 1px solid var(--rule); border-radius: 10px; background: var(--card); overflow: hidden; }
.tiles div { display: flex; flex-direction: column; padding: 16px 20px 15px; box-shadow: 1px 1px 0 var(--rule); }
.tiles dt { color: var(--soft); font-size: 13px; }
.tiles dd { margin: 0; }
.tiles .value { font-size: 24px; line-height: 1.35; font-weight: 600; letter-spacing: -0.015em; font-variant-numeric: tabular-nums; white-space: nowrap; }
.tiles .note { color: var(--soft); font-size: 12.5px; }
section { margin-top: 44px; scroll-margin-top: 16px; }
section > header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 2px 24px; margin-bottom: 12px; }
section > header p { color: var(--soft); font-size: 13.5px; }
.card { border: 1px solid var(--rule); border-radius: 10px; background: var(--card); }
.scroll { overflow-x: auto; overscroll-behavior-x: contain; }
.picture { padding: 20px; }
.picture svg { display: block; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 10px; color: var(--soft); font-size: 12.5px; }
.legend span::before { content: ""; display: inline-block; width: 10px; height: 10px; margin-right: 7px; border-radius: 3px; background: var(--tone); }
svg text { font-family: var(--sans); fill: var(--ink); }
svg .id { font-family: var(--mono); font-weight: 600; }
svg .mark { fill: var(--tone); }
svg .thread { fill: none; stroke: var(--thread); stroke-width: 1.25; }
svg .box { fill: var(--tint); stroke: var(--rule); }
svg .stripe { fill: var(--tone); }
svg a:hover .box, svg a:focus-visible .box { stroke: var(--tone); }
svg .bar { fill: var(--tone); }
svg .bar-text { font-family: var(--mono); fill: var(--on-tone); font-size: 11px; }
svg .tick { stroke: var(--rule); }
svg .wave { stroke: var(--thread); stroke-dasharray: 2 3; }
svg .axis { fill: var(--soft); font-size: 11.5px; font-variant-numeric: tabular-nums; }
svg .lane { fill: var(--soft); font-size: 12px; }
table { width: 100%; border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
th { padding: 11px 16px 9px; border-bottom: 1px solid var(--rule); color: var(--soft); font-size: 12.5px; font-weight: 500; text-align: left; white-space: nowrap; }
td { padding: 10px 16px; border-bottom: 1px solid var(--rule); vertical-align: top; overflow-wrap: anywhere; }
tbody tr:last-child td { border-bottom: 0; }
tr:target td { background: var(--sunk); }
.number { text-align: right; white-space: nowrap; }
.name { width: 45%; min-width: 220px; }
.tight { white-space: nowrap; }
.item { padding: 18px 20px; }
.item + .item { border-top: 1px solid var(--rule); }
.item p { margin-top: 6px; }
.item h3 .word { margin-left: 8px; }
.item dl + details { margin-top: 10px; }
.item dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 16px; margin: 10px 0 0; }
.item dt { color: var(--soft); }
.item dd { margin: 0; overflow-wrap: anywhere; }
details summary { color: var(--soft); cursor: pointer; overflow-wrap: anywhere; }
details summary:hover { color: var(--ink); }
summary .word { margin-left: 2px; }
pre { margin: 8px 0 0; padding: 12px 14px; border-radius: 6px; background: var(--sunk); line-height: 1.5; overflow-x: auto; tab-size: 4; }
.versions { margin-top: 12px; table-layout: fixed; border: 1px solid var(--rule); }
.versions th { padding: 8px 14px; white-space: normal; overflow-wrap: anywhere; }
.versions td { position: relative; height: 22px; padding: 1px 14px 1px 28px; border: 0; background: var(--tint, var(--sunk)); font-family: var(--mono); font-size: 12.5px; font-variant-ligatures: none; white-space: pre-wrap; tab-size: 4; }
.versions td + td, .versions th + th { border-left: 1px solid var(--rule); }
.versions td[data-mark]::before { content: attr(data-mark); position: absolute; left: 11px; color: var(--tone); }
.card + .card { margin-top: 16px; }
.empty { padding: 18px 20px; color: var(--soft); }
footer { margin-top: 48px; color: var(--soft); font-size: 13px; }
@media (max-width: 640px) {
  main { padding: 32px 16px 56px; }
  h1 { font-size: 25px; }
  .tiles { grid-template-columns: repeat(2, 1fr); }
  .tiles div { padding: 12px 14px; }
  .tiles .value { font-size: 19px; }
}
@media print {
  :root { color-scheme: light; --page: #ffffff; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  nav { display: none; }
  .card, .tiles { break-inside: auto; }
  .scroll { overflow: visible; }
  .picture svg { max-width: 100%; height: auto; }
  tr, .item, .tiles div { break-inside: avoid; }
  section > header { break-after: avoid; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
</style>`;

;// CONCATENATED MODULE: ./packages/report/src/layout/ticks.ts
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200];
const day = 86_400;
/** Moments at round distances from 0 to `seconds`, at most `most` of them. */
function ticks(seconds, most) {
    const fits = (step) => seconds / step < most;
    const step = steps.find(fits) ?? Math.ceil(seconds / day / Math.max(1, most - 1)) * day;
    return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, i) => i * step);
}

;// CONCATENATED MODULE: ./packages/report/src/html/timeline.ts






const labels = 84;
const rowHeight = 30;
const barHeight = 22;
const timeline_top = 30;
/** Who worked when: a row a worker, and below them one for merging and checking. */
function renderTimeline(report) {
    const lanes = lanesOf(report);
    const bars = [...attemptBars(report, lanes), ...landingBars(report, lanes.length)];
    const scale = chooseScale(report, bars);
    const rows = [...lanes.map((lane) => `Worker ${lane}`), 'Merging'];
    const width = labels + scale.width + 24;
    const bottom = timeline_top + rows.length * rowHeight;
    return html `
<svg width="${width}" height="${bottom + 26}" viewBox="0 0 ${width} ${bottom + 26}" role="group" aria-label="Timeline of the run">
${renderAxis(scale, bottom)}
${report.schedule === 'waves' && renderWaves(report, scale, bottom)}
${rows.map((row, i) => html `<text class="lane" x="0" y="${timeline_top + i * rowHeight + 19}">${row}</text>`)}
${bars.map((bar) => renderBar(bar, scale))}
</svg>`;
}
function lanesOf({ tasks }) {
    const used = tasks.flatMap(({ attempts }) => attempts.map(({ lane }) => lane));
    return [...new Set(used)].sort((a, b) => a - b);
}
function attemptBars({ tasks, startedAt }, lanes) {
    return tasks.flatMap((task) => task.attempts.map((attempt) => {
        const seconds = attemptSeconds(attempt);
        const again = attempt.attempt > 1 ? `, attempt ${attempt.attempt}` : '';
        return {
            row: lanes.indexOf(attempt.lane),
            from: secondsBetween(startedAt, attempt.startedAt),
            seconds,
            text: task.id,
            title: `${task.id}: ${task.title} (${endOfAttempt[attempt.end]} after ${amounts_formatSeconds(seconds)}, wave ${attempt.wave}${again})`,
            tone: toneOfAttempt[attempt.end],
        };
    }));
}
function landingBars({ landings, startedAt }, row) {
    return landings.map((landing) => ({
        row,
        from: secondsBetween(startedAt, landing.startedAt),
        seconds: secondsBetween(landing.startedAt, landing.finishedAt),
        text: String(landing.landed.length),
        title: landingTitle(landing),
        tone: landing.checks === 'failed' ? 'bad' : 'merge',
    }));
}
function landingTitle(landing) {
    const seconds = secondsBetween(landing.startedAt, landing.finishedAt);
    const landed = landing.landed.length > 0 ? `: ${landing.landed.join(', ')}` : '';
    return `Wave ${landing.wave}, ${amounts_count(landing.landed.length, 'task')} landed${landed} (${checksOfLanding[landing.checks]}, ${amounts_formatSeconds(seconds)})`;
}
/** As wide as the page, or wider where the bars would otherwise be too narrow to tell apart. */
function chooseScale(report, bars) {
    const busiest = new Map();
    for (const { row } of bars)
        busiest.set(row, (busiest.get(row) ?? 0) + 1);
    const most = Math.max(1, ...busiest.values());
    const ends = bars.map(({ from, seconds }) => from + seconds);
    return {
        seconds: Math.max(0.1, secondsBetween(report.startedAt, report.finishedAt), ...ends),
        width: Math.min(6000, Math.max(954, most * 56)),
    };
}
function toX(at, { seconds, width }) {
    return labels + round((at / seconds) * width);
}
function renderAxis(scale, bottom) {
    return ticks(scale.seconds, Math.floor(scale.width / 90)).map((at) => {
        const x = toX(at, scale);
        return html `<path class="tick" d="M${x} ${timeline_top - 6}V${bottom}"/><text class="axis" x="${x}" y="${bottom + 18}" text-anchor="middle">${amounts_formatSeconds(at)}</text>`;
    });
}
/** Where each wave begins; a name that would run into the one before is left out. */
function renderWaves(report, scale, bottom) {
    let free = 0;
    return startsOfWaves(report).map(([wave, from]) => {
        const x = toX(from, scale);
        const isFree = x >= free;
        if (isFree)
            free = x + 56;
        return html `<path class="wave" d="M${x} 8V${bottom}"/>${isFree && html `<text class="axis" x="${x + 6}" y="16">Wave ${wave}</text>`}`;
    });
}
function startsOfWaves({ tasks, startedAt }) {
    const starts = new Map();
    for (const { wave, startedAt: at } of tasks.flatMap(({ attempts }) => attempts)) {
        const from = secondsBetween(startedAt, at);
        starts.set(wave, Math.min(from, starts.get(wave) ?? from));
    }
    return [...starts].sort(([, a], [, b]) => a - b);
}
function renderBar({ row, from, seconds, text, title, tone }, scale) {
    const x = toX(from, scale);
    const width = Math.max(2, round(toX(from + seconds, scale) - x - 1));
    const fitting = fitText(text, width - 10, 6.8);
    return html `
<svg class="${tone}" x="${x}" y="${timeline_top + row * rowHeight + 4}" width="${width}" height="${barHeight}" role="img"><title>${title}</title><rect class="bar" width="${width}" height="${barHeight}" rx="${Math.min(4, width / 2)}"/>${fitting !== '' && html `<text class="bar-text" x="6" y="15">${fitting}</text>`}</svg>`;
}
function round(pixels) {
    return Math.round(pixels * 10) / 10;
}

;// CONCATENATED MODULE: ./packages/report/src/html/render-html.ts
















/** The report as one file that needs nothing else: no script, no request, no font. */
function renderHtml(report) {
    const numbers = figures(report);
    const sections = listSections(report);
    const page = html `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${report.title} · Wavefront report</title>
${style}
</head>
<body>
<main>${renderHeader({
        report,
        outcome: outcome(report.end, numbers),
        figures: listFigures(numbers, report.jobs),
        sections,
    })}
${sections.map(renderSection)}
</main>
</body>
</html>
`;
    return page.toString();
}
function listSections(report) {
    const { stuck, flaky } = attention(report);
    const conflicts = listConflicts(report);
    const { tasks, landings } = report;
    return [
        ...(stuck.length > 0
            ? [
                {
                    id: 'stuck',
                    title: 'Needs a person',
                    note: amounts_count(stuck.length, 'task'),
                    body: renderStuck(stuck),
                },
            ]
            : []),
        ...(flaky.length > 0
            ? [
                {
                    id: 'flaky',
                    title: 'Flaky checks',
                    note: amounts_count(flaky.length, 'red run'),
                    body: renderFlaky(flaky),
                },
            ]
            : []),
        {
            id: 'graph',
            title: 'Task graph',
            note: 'Each task stands to the right of all that it waited for; what follows from other lines is not drawn.',
            body: tasks.length > 0 ? [picture(renderGraph(tasks)), graphLegend] : empty('No tasks.'),
        },
        {
            id: 'timeline',
            title: 'Timeline',
            note: 'The bars of the last row show how many tasks landed.',
            body: tasks.some(({ attempts }) => attempts.length > 0)
                ? [picture(renderTimeline(report)), timelineLegend]
                : empty('Nobody worked.'),
        },
        {
            id: 'conflicts',
            title: 'Conflicts',
            note: amounts_count(conflicts.length, 'place'),
            body: conflicts.length > 0
                ? renderConflicts(conflicts)
                : empty('No two tasks changed the same place.'),
        },
        {
            id: 'merged',
            title: 'What was merged',
            note: amounts_count(landings.length, 'landing'),
            body: landings.length > 0 ? renderLandings(landings) : empty('Nothing.'),
        },
        {
            id: 'tasks',
            title: 'Tasks',
            note: amounts_count(tasks.length, 'task'),
            body: tasks.length > 0 ? renderTasks(tasks) : empty('No tasks.'),
        },
    ];
}
const graphLegend = renderLegend([
    ['good', 'landed'],
    ['past', 'done before'],
    ['wait', 'open'],
    ['bad', 'failed'],
]);
const timelineLegend = renderLegend([
    ['good', 'landed'],
    ['wait', 'put back or interrupted'],
    ['bad', 'failed'],
    ['merge', 'merging and checking'],
]);
function picture(drawing) {
    return html `<div class="card scroll picture" tabindex="0">${drawing}</div>`;
}
function empty(text) {
    return html `<p class="card empty">${text}</p>`;
}

;// CONCATENATED MODULE: ./packages/report/src/escape/markdown.ts

/** A space of no width: what stands on both sides of it is no longer one mention or reference. */
const gap = '&#8203;';
/** Where a mention, a reference or an address is taken apart. */
const seams = /@(?=\w)|#(?=\d)|\bgh-(?=\d)|:(?=\/\/)|\bwww\./gi;
/**
 * Somebody's text as plain words on one line, in a paragraph, a list or a table. GitHub looks for
 * mentions, references and closing keywords after Markdown has been rendered, so these cannot be
 * escaped and are taken apart instead.
 */
function markdown_words(text) {
    return clean_cleanLine(text)
        .replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
        .replace(/[\\`*_[\]|~$#!]/g, '\\$&')
        .replace(/^([-+=:]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
        .replace(seams, `$&${gap}`);
}
/** An id, a path or the like. Backticks where that is safe, and where it is not, the same look. */
function markdown_code(text) {
    const line = clean_cleanLine(text);
    const isTame = /^[A-Za-z0-9./][\w./ -]*(?::\d+)?$/.test(line) && !/\bgh-\d|www\./i.test(line);
    return isTame ? `\`${line}\`` : `<code>${markdown_words(line)}</code>`;
}
/** Lines as they are, in a fence that they cannot close. */
function markdown_fence(text, language = '') {
    const body = clean_clean(text);
    const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
    const ticks = '`'.repeat(longest + 1);
    return `${ticks}${language}\n${body}\n${ticks}`;
}
/** Markdown that is shown on demand. */
function markdown_fold(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
/** A table of cells that are already Markdown. */
function markdown_table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

;// CONCATENATED MODULE: ./packages/report/src/markdown/graph.ts



const graph_classes = {
    landed: 'fill:#e9f4ee,stroke:#2c7a57,color:#1d1f21',
    'done-before': 'fill:#f0f1f2,stroke:#8a9096,color:#1d1f21',
    open: 'fill:#faf2de,stroke:#96690d,color:#1d1f21',
    failed: 'fill:#fbebe9,stroke:#b0413a,color:#1d1f21',
};
function renderTaskGraph(tasks) {
    const edges = tasks.flatMap(({ id, dependsOn }) => dependsOn.map((from) => ({ from, to: id })));
    const nodes = tasks.map(({ id, title, state }) => ({
        id,
        text: `${wording_markOf[toneOfTask[state]]} ${id} · ${title}`,
        class: state,
    }));
    return markdown_fence(flowchart_renderFlowchart({ nodes, edges, classes: graph_classes }), 'mermaid');
}

;// CONCATENATED MODULE: ./packages/report/src/markdown/landings.ts




function landings_renderLandings({ landings }) {
    if (landings.length === 0)
        return 'Nothing was merged.';
    return markdown_table(['Wave', 'Landed', 'Commit', 'Checks', 'Conflicts', 'Time'], landings.map(({ wave, landed, commit, checks, conflicts, startedAt, finishedAt }) => [
        String(wave),
        landed.length > 0 ? landed.map(markdown_code).join(', ') : 'nothing',
        commit === undefined ? amounts_nothing : markdown_code(commit.slice(0, 10)),
        checksOfLanding[checks],
        String(conflicts.length),
        amounts_formatSeconds(secondsBetween(startedAt, finishedAt)),
    ]));
}
function landings_renderConflicts(report) {
    const conflicts = listConflicts(report);
    if (conflicts.length === 0)
        return 'No two tasks changed the same place.';
    return markdown_table(['Where', 'Task', 'Wave', 'How it was settled'], conflicts.map((conflict) => [
        markdown_code(attention_placeOf(conflict)),
        markdown_code(conflict.task),
        String(conflict.wave),
        wording_wordStep(conflict),
    ]));
}

;// CONCATENATED MODULE: ./packages/report/src/markdown/read-first.ts







/** What a person has to look at: tasks that are stuck, lines that gave way, conflicts put back. */
function renderReadFirst(report) {
    const found = attention(report);
    const parts = [read_first_stuckPart(found), read_first_gaveWayPart(found), requeuedPart(found), read_first_flakyPart(found)].flat();
    return parts.length > 0 ? parts.join('\n\n') : 'Nothing needs a second look.';
}
function read_first_stuckPart({ stuck }) {
    return stuck.length > 0 ? ['### Tasks that do not go on', ...stuck.map(read_first_renderStuck)] : [];
}
function read_first_renderStuck(task) {
    const reason = lastReason(task);
    return [
        `**${markdown_code(task.id)} ${markdown_words(task.title)}** (${stateOfTask[task.state]})`,
        ...(task.stuck
            ? [`Why: ${markdown_words(task.stuck.why)}`, `What to do: ${markdown_words(task.stuck.remedy)}`]
            : []),
        ...(reason === undefined ? [] : [markdown_fold('What the last attempt said', markdown_fence(tail(reason)))]),
    ].join('\n\n');
}
function read_first_gaveWayPart({ gaveWay }) {
    if (gaveWay.length === 0)
        return [];
    return ['### Lines that gave way', ...gaveWay.map(renderGaveWay)];
}
function renderGaveWay(conflict) {
    const { lines, task } = conflict.gaveWay;
    const whose = task === undefined ? '' : ` of ${markdown_code(task)}`;
    return [
        `${markdown_code(attention_placeOf(conflict))}: ${amounts_count(lines.length, 'line')}${whose} gave way to ${markdown_code(conflict.task)} (${wording_wordStep(conflict)}).`,
        markdown_fold('Both versions', versions(conflict)),
    ].join('\n\n');
}
/** One under the other, for this page is read on terminals too. */
function versions({ gaveWay, task }) {
    const author = gaveWay.task === undefined ? '' : `, written by ${markdown_code(gaveWay.task)}`;
    const comparison = compare_versions_compareVersions(gaveWay, { lines: 60, signs: 240, total: 12_000 });
    return [
        `Gave way${author}, still in ${markdown_code(gaveWay.commit)}:`,
        version(comparison, 'gaveWay'),
        `Stands now, written by ${markdown_code(task)}:`,
        version(comparison, 'kept'),
        ...describe_left_out_describeLeftOut(comparison),
    ].join('\n\n');
}
function version({ rows }, side) {
    const lines = rows.flatMap((row) => compare_versions_lineOf(row, side) ?? []);
    return lines.length > 0 ? markdown_fence(lines.join('\n')) : '*(nothing)*';
}
function requeuedPart({ requeued }) {
    if (requeued.length === 0)
        return [];
    return ['### Conflicts that put a task back', requeued.map(renderRequeued).join('\n')];
}
function renderRequeued(conflict) {
    return `- ${markdown_code(conflict.task)} at ${markdown_code(attention_placeOf(conflict))} in wave ${conflict.wave}`;
}
function read_first_flakyPart({ flaky }) {
    return flaky.length > 0 ? ['### Flaky checks', ...flaky.map(read_first_renderFlake)] : [];
}
function read_first_renderFlake({ tasks, reason }) {
    const on = tasks.length > 0 ? tasks.map(markdown_code).join(', ') : 'the branch as it was';
    return [
        `Red on ${on}, then green: the checks are flaky, and nobody is to blame.`,
        markdown_fold('What they said', markdown_fence(tail(reason))),
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./packages/report/src/markdown/tasks.ts




function tasks_renderTasks(tasks) {
    return markdown_table(['Task', 'What', 'Result', 'Attempts', 'Time', 'Wave'], tasks.map((task) => [
        markdown_code(task.id),
        markdown_words(task.title),
        `${wording_markOf[toneOfTask[task.state]]} ${stateOfTask[task.state]}`,
        task.attempts.length > 0 ? String(task.attempts.length) : amounts_nothing,
        task.attempts.length > 0 ? amounts_formatSeconds(timeOf(task)) : amounts_nothing,
        String(task.attempts.at(-1)?.wave ?? amounts_nothing),
    ]));
}
function timeOf({ attempts }) {
    return attempts.reduce((sum, attempt) => sum + attemptSeconds(attempt), 0);
}

;// CONCATENATED MODULE: ./packages/report/src/markdown/timeline.ts




/** Mermaid's own three looks of a bar. */
const lookOf = { good: 'done', past: 'done', wait: 'active', bad: 'crit' };
/** A Gantt chart of the attempts by worker, and of the landings. */
function timeline_renderTimeline(report) {
    const attempts = report.tasks.flatMap((task) => task.attempts.map((attempt) => ({ task, attempt })));
    const lanes = [...new Set(attempts.map(({ attempt }) => attempt.lane))].sort((a, b) => a - b);
    const lines = [
        'gantt',
        '  dateFormat x',
        `  axisFormat ${axisFormat(report)}`,
        ...lanes.flatMap((lane) => [
            `  section Worker ${lane}`,
            ...attempts
                .filter(({ attempt }) => attempt.lane === lane)
                .sort((a, b) => a.attempt.startedAt.getTime() - b.attempt.startedAt.getTime())
                .map(({ task, attempt }) => attemptBar(report, task, attempt)),
        ]),
        ...(report.landings.length > 0 ? ['  section Merging'] : []),
        ...report.landings.map((landing) => {
            const look = landing.checks === 'failed' ? 'crit' : 'active';
            return bar(report, `wave ${landing.wave}`, look, landing);
        }),
    ];
    return markdown_fence(lines.join('\n'), 'mermaid');
}
function attemptBar(report, { id }, attempt) {
    const tone = toneOfAttempt[attempt.end];
    return bar(report, `${wording_markOf[tone]} ${id}`, lookOf[tone], attempt);
}
/** A name that begins with a word of Mermaid's language is taken for it, hence always a sign first. */
function bar({ startedAt }, name, look, span) {
    const from = milliseconds(startedAt, span.startedAt);
    const to = Math.max(from + 1, milliseconds(startedAt, span.finishedAt));
    return `  ${label(name, 24)} :${look}, ${from}, ${to}`;
}
function milliseconds(start, at) {
    return Math.round(secondsBetween(start, at) * 1000);
}
function axisFormat({ startedAt, finishedAt }) {
    return secondsBetween(startedAt, finishedAt) < 3600 ? '%M:%S' : '%H:%M';
}

;// CONCATENATED MODULE: ./packages/report/src/markdown/render-markdown.ts










/** The report as Markdown, for GitHub and for a terminal alike. */
function renderMarkdown(report) {
    const numbers = figures(report);
    const parts = [
        `# ${markdown_words(report.title)}`,
        `**${outcome(report.end, numbers)}**`,
        render_markdown_facts(report),
        '## What to read first',
        renderReadFirst(report),
        '## Figures',
        renderFigures(numbers, report.jobs),
        '## Tasks',
        tasks_renderTasks(report.tasks),
        ...(report.tasks.length > 0 ? [renderTaskGraph(report.tasks)] : []),
        '## Timeline',
        numbers.attempts > 0 ? timeline_renderTimeline(report) : 'Nobody worked.',
        '## What was merged',
        landings_renderLandings(report),
        '## Conflicts',
        landings_renderConflicts(report),
    ];
    return `${parts.join('\n\n')}\n`;
}
function render_markdown_facts({ branch, base, schedule, jobs, startedAt }) {
    const how = schedule === 'waves' ? 'in waves' : 'on a rolling schedule';
    return `${markdown_code(branch)} from ${markdown_code(base)}, ${how}, with ${amounts_count(jobs, 'worker')}, started ${formatDate(startedAt)}.`;
}
function renderFigures(numbers, jobs) {
    return markdown_table(['Figure', 'Value', ''], listFigures(numbers, jobs).map(({ label, value, note }) => [label, value, note]));
}

;// CONCATENATED MODULE: ./packages/report/src/place-json.ts
/** One decision of a merge as JSON, with every line that gave way. */
function placeJson({ path, line, step, gaveWay }) {
    return {
        path,
        line: line ?? null,
        step,
        gave_way: gaveWay
            ? {
                lines: gaveWay.lines,
                kept: gaveWay.kept,
                commit: gaveWay.commit,
                task: gaveWay.task ?? null,
            }
            : null,
    };
}

;// CONCATENATED MODULE: ./packages/report/src/merge/render-merge-json.ts


/** What `wavefront merge --json` prints: everything, uncut. Keys are added over time, never renamed. */
function renderMergeJson(report) {
    return `${printJson(mergeJson(report))}\n`;
}
function mergeJson({ onto, tip, tree, branches, problem, flaky = [] }) {
    return {
        ...{ onto, tip, tree, branches: branches.map(branchJson) },
        problem: problem ?? null,
        flaky: flaky.map(({ branches: names, reason }) => ({ branches: names, reason })),
    };
}
function branchJson({ name, is, commit, why, paths, resolutions }) {
    return {
        name,
        is,
        commit: commit ?? null,
        why: why ?? null,
        paths: paths ?? [],
        resolutions: resolutions.map(placeJson),
    };
}

;// CONCATENATED MODULE: ./packages/report/src/merge/cells.ts

/** How many columns of a terminal a text takes, near enough: what joins or combines takes none. */
function countCells(text) {
    let cells = 0;
    for (const sign of text)
        cells += cellsOf(sign);
    return cells;
}
/** A text that takes exactly so many columns: cut with an ellipsis, or filled up. */
function fillCells(text, width) {
    const cut = cutCells(text, width);
    return cut + ' '.repeat(Math.max(0, width - countCells(cut)));
}
/** A text that takes at most so many columns. Tabs become spaces, for nobody knows where they end. */
function cutCells(text, width) {
    const plain = text.replaceAll('\t', '    ');
    if (countCells(plain) <= width)
        return plain;
    let cut = '';
    let room = width - 1;
    for (const sign of plain) {
        room -= cellsOf(sign);
        if (room < 0)
            break;
        cut += sign;
    }
    return `${cut}…`;
}
function cellsOf(sign) {
    if (/[\p{M}\u200c\u200d]/u.test(sign))
        return 0;
    return isWide(sign) ? 2 : 1;
}

;// CONCATENATED MODULE: ./packages/report/src/merge/one-line.ts


/** A name, a path or the like: one line for a terminal, whatever stands in it. */
function oneLine(text, most = 200) {
    return shorten_shorten(revealLine(text.slice(0, 5_000)), most);
}
function shortName(object) {
    return /^[0-9a-f]{40,64}$/.test(object) ? object.slice(0, 10) : oneLine(object, 10);
}

;// CONCATENATED MODULE: ./packages/report/src/merge/paint.ts
function createPaint(colour) {
    const style = (on, off) => (text) => colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
    return {
        bad: style(31, 39),
        good: style(32, 39),
        wait: style(33, 39),
        soft: style(2, 22),
        strong: style(1, 22),
    };
}

;// CONCATENATED MODULE: ./packages/report/src/merge/place-text.ts







/** `3 conflicts, 2 lines gave way` */
function countSettled(places) {
    if (places.length === 0)
        return 'no conflicts';
    const lines = places.reduce((sum, { gaveWay }) => sum + (gaveWay?.lines.length ?? 0), 0);
    const gone = lines > 0 ? amounts_count(lines, 'line') : 'no line';
    return `${amounts_count(places.length, 'conflict')}, ${gone} gave way`;
}
/** One conflict: where, how it was settled, and both versions where lines gave way. */
function renderPlace(place, look) {
    const { gaveWay } = place;
    const head = `${look.paint.strong(oneLine(attention_placeOf(place)))}  ${wording_wordStep(place)}`;
    if (gaveWay === undefined)
        return [head];
    const whose = gaveWay.task === undefined ? '' : ` of ${oneLine(gaveWay.task)}`;
    const lines = `${amounts_count(gaveWay.lines.length, 'line')}${whose} gave way`;
    const comparison = compare_versions_compareVersions(gaveWay, { lines: 60, signs: 400, total: 20_000 });
    const isWide = look.width >= 100;
    return [
        `${head}; ${lines}, still in ${shortName(gaveWay.commit)}`,
        ...(isWide ? sideBySide(comparison, look) : oneUnderTheOther(comparison, look)),
        ...describe_left_out_describeLeftOut(comparison).map((note) => `  ${look.paint.soft(note)}`),
    ];
}
const place_text_words = { gaveWay: 'Gave way', kept: 'Stands now' };
const place_text_marks = { gaveWay: '-', kept: '+' };
const tones = { gaveWay: 'bad', kept: 'good' };
function sideBySide({ rows }, { paint, width }) {
    const column = Math.floor((width - '  '.length - ' │ '.length) / 2);
    const head = `${fillCells(place_text_words.gaveWay, column)} │ ${place_text_words.kept}`;
    return [
        `  ${paint.soft(head)}`,
        ...rows.map((row) => {
            const cell = (side) => {
                const line = compare_versions_lineOf(row, side);
                return line === undefined ? '' : `${row.is === 'same' ? ' ' : place_text_marks[side]} ${line}`;
            };
            const tint = (side, text) => row.is === 'same' ? text : paint[tones[side]](text);
            const left = fillCells(cell('gaveWay'), column);
            const right = cutCells(cell('kept'), column).trimEnd();
            if (right === '')
                return `  ${tint('gaveWay', left)}${paint.soft(' │')}`;
            return `  ${tint('gaveWay', left)}${paint.soft(' │ ')}${tint('kept', right)}`;
        }),
    ];
}
function oneUnderTheOther(comparison, { paint, width }) {
    return ['gaveWay', 'kept'].flatMap((side) => {
        const lines = comparison.rows.flatMap((row) => {
            const line = compare_versions_lineOf(row, side);
            if (line === undefined)
                return [];
            if (row.is === 'same')
                return [`    ${cutCells(line, width - 4)}`];
            const text = cutCells(`${place_text_marks[side]} ${line}`, width - 2).trimEnd();
            return [`  ${paint[tones[side]](text)}`];
        });
        const head = `${place_text_words[side]}:${lines.length === 0 ? ' (nothing)' : ''}`;
        return [`  ${paint.soft(head)}`, ...lines];
    });
}

;// CONCATENATED MODULE: ./packages/report/src/merge/wording.ts

const wording_lookOf = {
    merged: { mark: wording_markOf.good, tone: 'good', words: 'merged' },
    requeued: { mark: wording_markOf.wait, tone: 'wait', words: 'put back, to be done again' },
    'set-aside': { mark: wording_markOf.wait, tone: 'wait', words: 'set aside for a person' },
    waiting: { mark: wording_markOf.wait, tone: 'wait', words: 'not merged' },
    ejected: { mark: wording_markOf.bad, tone: 'bad', words: 'taken out: the checks are red with it' },
};

;// CONCATENATED MODULE: ./packages/report/src/merge/render-merge-text.ts








/** What `wavefront merge` prints: each branch, each conflict, and the lines that gave way. */
function renderMergeText(report, { colour, width }) {
    const paint = createPaint(colour);
    const { branches, onto } = report;
    const column = Math.min(40, Math.max(0, ...branches.map(({ name }) => countCells(oneLine(name)))));
    const parts = [
        `Merging ${amounts_count(branches.length, 'branch', 'branches')} onto ${paint.strong(oneLine(onto))}`,
        ...branches.map((branch) => renderBranch(branch, { paint, width: Math.max(40, width), column })),
        ...flakyParts(report, paint),
        ...problemPart(report),
        ending(report, paint),
    ];
    return `${parts.join('\n\n')}\n`;
}
/** The same for a single file's conflicts. */
function renderPlaces(places, { colour, width }) {
    const look = { paint: createPaint(colour), width: Math.max(40, width) };
    return places.flatMap((place) => renderPlace(place, look)).join('\n');
}
function renderBranch(branch, { paint, width, column }) {
    const { mark, tone, words } = wording_lookOf[branch.is];
    const at = branch.commit === undefined ? '' : ` as ${shortName(branch.commit)}`;
    const settled = branch.resolutions.length > 0 ? `, ${countSettled(branch.resolutions)}` : '';
    return [
        `${paint[tone](mark)} ${paint.strong(fillCells(oneLine(branch.name), column))}  ${words}${at}${settled}`,
        ...indent(whyLines(branch)),
        ...indent(pathLines(branch)),
        ...indent(branch.resolutions.flatMap((place) => renderPlace(place, { paint, width: width - 4 }))),
    ].join('\n');
}
function whyLines({ why = '' }) {
    const [first = '', ...log] = why.trim().split(/\r?\n/);
    if (first === '')
        return [];
    const rest = log.length > 0 ? tail(log.join('\n')).split('\n') : [];
    return [first, ...rest.map((line) => `  ${line}`)].map((line) => oneLine(line, 1_000));
}
const mostPaths = 20;
function pathLines({ paths = [] }) {
    const left = paths.length - mostPaths;
    const shown = paths.slice(0, mostPaths).map((path) => oneLine(path));
    return left > 0 ? [...shown, `… and ${amounts_count(left, 'more file')}`] : shown;
}
function flakyParts({ flaky = [] }, paint) {
    return flaky.map(({ branches, reason }) => {
        const names = branches.map((name) => oneLine(name)).join(', ') || 'nothing merged';
        const head = `${paint.wait(wording_markOf.wait)} The checks are flaky: red and then green with ${names}`;
        return [head, ...indent(logLines(reason))].join('\n');
    });
}
function problemPart({ problem }) {
    if (problem === undefined)
        return [];
    const [first = '', ...log] = problem.trim().split(/\r?\n/);
    return [[oneLine(first, 1_000), ...indent(logLines(log.join('\n')))].join('\n')];
}
function logLines(log) {
    return log === ''
        ? []
        : tail(log)
            .split('\n')
            .map((line) => oneLine(line, 1_000));
}
function ending({ branches, onto, tip, tree }, paint) {
    const merged = branches.filter(({ is }) => is === 'merged');
    const settled = countSettled(merged.flatMap(({ resolutions }) => resolutions));
    const amount = `${merged.length} of ${amounts_count(branches.length, 'branch', 'branches')}`;
    return [
        `${amount} merged onto ${oneLine(onto)}: ${settled}.`,
        paint.soft(`Tip ${shortName(tip)}, tree ${shortName(tree)}.`),
    ].join('\n');
}
function indent(lines) {
    return lines.map((line) => `    ${line}`.trimEnd());
}

;// CONCATENATED MODULE: ./packages/report/src/run-json.ts



/**
 * What `wavefront run --json` prints: the whole report, in snake_case. Times are ISO 8601 in UTC,
 * durations in seconds, shares from 0 to 1; a figure that cannot be had (a share of nothing) is
 * null. Keys are added over time, never renamed.
 */
function renderRunJson(report) {
    return `${printJson(runJson(report))}\n`;
}
function runJson(report) {
    return {
        title: report.title,
        branch: report.branch,
        base: report.base,
        schedule: report.schedule,
        jobs: report.jobs,
        started_at: iso(report.startedAt),
        finished_at: iso(report.finishedAt),
        end: report.end,
        figures: figuresJson(report),
        tasks: report.tasks.map(taskJson),
        landings: report.landings.map(landingJson),
    };
}
function figuresJson(report) {
    const numbers = figures(report);
    const { landed, doneBefore, open, failed, total } = numbers.tasks;
    return {
        tasks: { landed, done_before: doneBefore, open, failed, total },
        waves: numbers.waves,
        attempts: numbers.attempts,
        attempts_failed: numbers.attemptsFailed,
        work_seconds: numbers.workSeconds,
        wall_seconds: numbers.wallSeconds,
        bound_seconds: report.bound,
        speed_up: numbers.speedUp ?? null,
        efficiency: numbers.efficiency ?? null,
        distance_from_bound: numbers.distance ?? null,
        conflicts: numbers.conflicts,
        conflicts_resolved: numbers.conflictsResolved,
        conflict_rate: numbers.conflictRate ?? null,
        share_resolved: numbers.shareResolved ?? null,
        lines_gave_way: numbers.linesGaveWay,
    };
}
function taskJson({ id, title, state, dependsOn, attempts, stuck }) {
    return {
        id,
        title,
        state,
        depends_on: dependsOn,
        attempts: attempts.map(attemptJson),
        stuck: stuck ? { why: stuck.why, remedy: stuck.remedy } : null,
    };
}
function attemptJson(attempt) {
    return {
        wave: attempt.wave,
        attempt: attempt.attempt,
        lane: attempt.lane,
        started_at: iso(attempt.startedAt),
        finished_at: iso(attempt.finishedAt),
        seconds: attemptSeconds(attempt),
        end: attempt.end,
        reason: attempt.reason ?? null,
        commit: attempt.commit ?? null,
        log: attempt.log ?? null,
        kept: attempt.kept ?? null,
    };
}
function landingJson(landing) {
    return {
        wave: landing.wave,
        started_at: iso(landing.startedAt),
        finished_at: iso(landing.finishedAt),
        landed: landing.landed,
        commit: landing.commit ?? null,
        checks: landing.checks,
        conflicts: landing.conflicts.map(conflictJson),
        flaky: (landing.flaky ?? []).map(({ tasks, tree, reason }) => ({ tasks, tree, reason })),
    };
}
function conflictJson({ task, ...place }) {
    return { task, ...placeJson(place) };
}
function iso(date) {
    return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

;// CONCATENATED MODULE: ./packages/report/src/status/markup.ts



/** Somebody's text as words on one line, of a length that leaves room for others. */
function markup_phrase(text, most = 120) {
    return words(shorten(firstWords(text), most));
}
/** An id, a path or a name, of a length that leaves room for others. */
function markup_name(text, most = 160) {
    return code(shorten(firstWords(text), most));
}
/** What is invisible goes before it is counted; of a huge text no more than is ever shown is read. */
function firstWords(text) {
    return cleanLine(text.slice(0, 5_000));
}
/** Commits stand bare: GitHub makes links of them, but not in code. */
function markup_shortCommit(commit) {
    return markup_isCommit(commit) ? commit.slice(0, 10) : markup_name(commit, 10);
}
function markup_isCommit(text) {
    return /^[0-9a-f]{10,}$/.test(text);
}
/** The text alone where the address is none of the web. */
function markup_link(text, url) {
    const target = url === undefined ? undefined : address(url);
    return target === undefined ? text : `[${text}](${target})`;
}
function address(url) {
    if (url.length > 500 || !URL.canParse(url))
        return undefined;
    const { protocol, href } = new URL(url);
    if (protocol !== 'https:' && protocol !== 'http:')
        return undefined;
    return href.replace(/[^\w./:?=%~+,;#-]/g, encodeURIComponent).replace(/[()*!']/g, percent);
}
function percent(sign) {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
/** The last lines of a log: what went wrong is said there. */
function markup_lastLines(text) {
    const lines = clean(text.slice(-20_000)).trimEnd().split('\n');
    const shown = lines.slice(-markup_mostLines).map((line) => shorten(line, markup_mostSigns));
    const isCut = text.length > 20_000 || shown.length < lines.length;
    return verbatim((isCut ? ['…', ...shown] : shown).join('\n'));
}
/** `… and 37 more` */
function markup_more(left, thing = '') {
    return `… and ${left} more${thing === '' ? '' : ` ${thing}${left === 1 ? '' : 's'}`}`;
}
const markup_mostLines = 30;
const markup_mostSigns = 200;
/** The marks by which we find our own text must not stand in what we quote. */
function verbatim(text) {
    return fence(text).replace(/<!(?=--\s*\/?\s*wavefront)/gi, '<!\u200b');
}

;// CONCATENATED MODULE: ./packages/report/src/status/page.ts


/** What GitHub takes as a comment or a pull request's text is 65,536 signs; an adapter adds its own marks. */
const page_mostOfBody = 65_000;
/** A summary may have 1 MiB, and a sign takes up to three bytes. */
const page_mostOfSummary = 340_000;
/**
 * A page of at most so many signs. By rank each part takes its share, and then, by rank again, what the
 * others left. Nothing is cut inside a row, so that no markup is left open.
 */
function page_renderPage(parts, most) {
    const wanted = parts.filter(({ rows }) => rows.length > 0);
    const byRank = wanted.toSorted((a, b) => a.rank - b.rank);
    const texts = new Map();
    let room = most - roomForOmitted;
    for (const isFirstRound of [true, false]) {
        for (const part of byRank) {
            const before = texts.get(part) ?? '';
            const mine = before === '' ? room : room + before.length + page_gap.length;
            const text = shrink(part, isFirstRound ? Math.min(part.share ?? mine, mine) : mine);
            room = mine - (text === '' ? 0 : text.length + page_gap.length);
            texts.set(part, text);
        }
    }
    const shown = wanted.map((part) => texts.get(part) ?? '').filter((text) => text !== '');
    const omitted = wanted.filter((part) => texts.get(part) === '').map((part) => part.name);
    const last = omitted.length > 0 ? [`*Left out for want of room: ${omitted.join(', ')}.*`] : [];
    return `${[...shown, ...last].join(page_gap)}\n`;
}
function page_paragraph(text, rank = 0) {
    return { name: 'a paragraph', rank, rows: [text], between: '\n' };
}
/** The rows of a table of cells that are already Markdown, and what stands above them. */
function page_tableRows(head, rows) {
    const [titles = '', rule = '', ...lines] = table(head, rows).split('\n');
    return { before: `${titles}\n${rule}\n`, rows: lines, between: '\n' };
}
/** The same part, shown on demand. */
function page_foldPart(summary, part) {
    return {
        ...part,
        before: `<details><summary>${summary}</summary>\n\n${part.before ?? ''}`,
        after: `${part.after ?? ''}\n\n</details>`,
    };
}
const page_gap = '\n\n';
const roomForOmitted = 400;
function shrink(part, most) {
    const { before = '', rows, between, after = '' } = part;
    const whole = `${before}${rows.join(between)}${after}`;
    if (whole.length <= most)
        return whole;
    const note = (left) => `${page_gap}${more(left)}`;
    const kept = choose(part, most - before.length - after.length - note(rows.length).length);
    if (kept.length === 0)
        return '';
    return `${before}${kept.join(between)}${note(rows.length - kept.length)}${after}`;
}
/** As many rows as there is room for, in their own order. */
function choose({ rows, between, urgency }, most) {
    const order = [...rows.keys()].sort((a, b) => (urgency?.[a] ?? 0) - (urgency?.[b] ?? 0) || a - b);
    const chosen = new Set();
    let room = most + between.length;
    for (const i of order) {
        room -= (rows[i] ?? '').length + between.length;
        if (room < 0)
            break;
        chosen.add(i);
    }
    return rows.filter((_, i) => chosen.has(i));
}

;// CONCATENATED MODULE: ./packages/report/src/escape/html-block.ts

/**
 * Text inside HTML that stands in Markdown. Nothing of it means anything to Markdown, to GitHub's
 * search for mentions and references, to a runner that reads it in a log, or to what looks for our
 * marks in a body. It must stay on its line: an empty line would end the block.
 */
function blockText(text) {
    return text.replace(telling, (sign) => `&#${sign.charCodeAt(0)};`);
}
/** An id, a path or the like, as `code` gives it to Markdown. */
function html_block_blockCode(text) {
    return `<code>${blockText(cleanLine(text))}</code>`;
}
/** The lines of a `pre`. A line of white space would end the block for Markdown, and gets a sign that is none. */
function html_block_blockLines(lines) {
    return lines
        .map(blockText)
        .map((line) => (line.trim() === '' ? `&#32;${line.slice(1)}` : line))
        .join('\n');
}
const telling = /[&<>`$@|\\]|#(?=[\d#])|:(?=:|\/\/)|~(?=~)|(?<=\bgh)-(?=\d)|(?<=\bwww)\./gi;

;// CONCATENATED MODULE: ./packages/report/src/status/versions.ts





/**
 * Both versions side by side. Fences cannot stand side by side, so it is a table of HTML: of tags
 * and attributes that GitHub keeps, and `diff` gives its colours to the lines that differ.
 */
function versions_versionsTable({ gaveWay, task }) {
    const comparison = compareVersions(gaveWay, room);
    const commit = blockCommit(gaveWay.commit);
    const author = gaveWay.task === undefined ? '' : `, written by ${blockName(gaveWay.task)}`;
    const versions = [
        `<td>${versions_version(gaveWay.lines, comparison, 'gaveWay')}</td>`,
        `<td>${versions_version(gaveWay.kept, comparison, 'kept')}</td>`,
    ];
    return [
        '<table>',
        `<tr><th align="left">Gave way${author}, still in ${commit}</th><th align="left">Stands now, from ${blockName(task)}</th></tr>`,
        `<tr valign="top">${versions.join('')}</tr>`,
        '</table>',
        ...describeLeftOut(comparison).map((note) => `\n${note}`),
    ].join('\n');
}
const room = {
    lines: 40,
    signs: 160,
    total: 6_000,
    sizeOf: (line) => blockText(line).length + '- '.length,
};
const versions_marks = { gaveWay: '- ', kept: '+ ' };
function versions_version(lines, { rows }, side) {
    if (lines.length === 0)
        return '<em>(nothing)</em>';
    const end = rows.findLastIndex((row) => lineOf(row, side) !== undefined) + 1;
    const marked = rows.slice(0, end).map((row) => {
        const line = lineOf(row, side);
        // An empty line where only the other version has one keeps both level.
        return line === undefined ? '' : `${row.is === 'same' ? '  ' : versions_marks[side]}${line}`;
    });
    return `<pre lang="diff">\n${blockLines(marked)}</pre>`;
}
function blockCommit(commit) {
    return isCommit(commit) ? commit.slice(0, 10) : blockCode(shorten(commit, 10));
}
function blockName(text) {
    return blockCode(shorten(text.slice(0, 5_000), 160));
}

;// CONCATENATED MODULE: ./packages/report/src/status/conflicts.ts








/** `3 conflicts, 1 not settled, 2 lines gave way` */
function conflicts_summarizeConflicts(conflicts) {
    if (conflicts.length === 0)
        return 'no conflicts';
    const open = conflicts.filter(({ step }) => step === 'requeued').length;
    const lines = countLines(conflicts);
    return [
        count(conflicts.length, 'conflict'),
        ...(open > 0 ? [`${open} not settled`] : []),
        `${lines > 0 ? count(lines, 'line') : 'no line'} gave way`,
    ].join(', ');
}
/** Every conflict and how it was settled, on demand. */
function conflicts_conflictTable(conflicts, rank) {
    const rows = conflicts.map((conflict) => [
        name(placeOf(conflict)),
        name(conflict.task),
        conflict.wave > 0 ? String(conflict.wave) : nothing,
        wordStep(conflict),
        String(conflict.gaveWay?.lines.length ?? 0),
    ]);
    return foldPart(conflicts_summarizeConflicts(conflicts), {
        ...{ name: 'conflicts', rank, share: 6_000 },
        ...tableRows(['Where', 'Task', 'Wave', 'How it was settled', 'Lines that gave way'], rows),
        urgency: conflicts.map((conflict) => (hasLostLines(conflict) ? 0 : 1)),
    });
}
/** Each place where lines gave way, with both versions on demand. */
function conflicts_gaveWayPart(conflicts, rank) {
    const rows = conflicts
        .filter(hasLostLines)
        .map((conflict) => `${settled(conflict)}\n\n${fold('Both versions', versionsTable(conflict))}`);
    return { name: 'lines that gave way', rank, rows, between: '\n\n' };
}
/** The same, all of it behind one summary. */
function conflicts_foldedGaveWayPart(conflicts, rank) {
    const lost = conflicts.filter(hasLostLines);
    const rows = lost.map((conflict) => `${settled(conflict)}\n\n${versionsTable(conflict)}`);
    const part = { name: 'lines that gave way', rank, rows, between: '\n\n' };
    return foldPart('Lines that gave way, and what stands in their place', part);
}
function settled(conflict) {
    const { gaveWay, task } = conflict;
    const whose = gaveWay.task === undefined ? '' : ` of ${name(gaveWay.task)}`;
    const lines = `${count(gaveWay.lines.length, 'line')}${whose}`;
    return `${name(placeOf(conflict))}: ${lines} gave way to ${name(task)} (${wordStep(conflict)}).`;
}

;// CONCATENATED MODULE: ./packages/report/src/status/flaky.ts



/** Checks that were red and then green, with what they said, on demand. */
function flaky_flakyPart({ flaky = [] }, rank) {
    const runs = flaky.length > 0 ? `${count(flaky.length, 'red run')} that another contradicts` : '';
    return foldPart(`The checks are flaky: ${runs}`, {
        ...{ name: 'flaky checks', rank, share: 6_000, between: '\n\n' },
        rows: flaky.map(({ reason }) => lastLines(reason)),
    });
}

;// CONCATENATED MODULE: ./packages/report/src/status/wording.ts

/** `{wave}` stands for the wave's number. */
const wording_headlineOf = {
    working: 'Wave {wave} is running',
    landed: 'Wave {wave} is done',
    complete: 'Complete',
    stuck: 'Nothing can go on by itself',
    waiting: 'Waiting for somebody',
    stopped: 'Stopped before the end',
    failed: 'Nothing of wave {wave} could land',
};
const wording_nextStepOf = {
    working: 'Nothing for you to do: when the agents are done, their work is merged, checked and landed.',
    landed: 'Nothing for you to do: the next wave starts by itself.',
    complete: 'Now it is yours: review the pull request and merge it.',
    'complete-without-pull-request': 'Nothing is left to do, and there is nothing to merge.',
    stuck: 'Each stuck task is listed below with what it needs. When that is done, start the next wave with “Run workflow” on the Actions page.',
    waiting: 'Somebody has to finish the paused tasks, or set them to open in the store. Then start the next wave with “Run workflow” on the Actions page.',
    stopped: 'To go on, start the next wave with “Run workflow” on the Actions page.',
    failed: 'Nothing has landed. Mend the cause, then start the wave again with “Run workflow” on the Actions page.',
};
/** The commit status has room for a few words. */
const wording_statusSuffixOf = {
    working: '',
    landed: '',
    complete: '',
    stuck: '; the rest is stuck and needs a person',
    waiting: '; waiting for somebody',
    stopped: '; stopped before the end',
    failed: '; the last wave could not land',
};
const wording_commitStateOf = {
    working: 'pending',
    landed: 'pending',
    complete: 'success',
    stuck: 'failure',
    waiting: 'pending',
    stopped: 'failure',
    failed: 'failure',
};
/** In the order in which tasks are counted. */
const wording_wordOfState = {
    landed: 'landed',
    closed: 'closed',
    working: 'working',
    ready: 'ready',
    held: 'held',
    waiting: 'waiting',
    paused: 'paused',
    failed: 'failed',
};
const wording_markOfState = {
    landed: wording_markOf.good,
    closed: wording_markOf.past,
    working: '▸',
    ready: wording_markOf.wait,
    held: wording_markOf.wait,
    waiting: wording_markOf.wait,
    paused: '‖',
    failed: wording_markOf.bad,
};
/** Where not all tasks have room, those of the lower number are shown. */
const wording_urgencyOf = {
    failed: 0,
    paused: 1,
    working: 2,
    held: 3,
    ready: 4,
    waiting: 5,
    landed: 6,
    closed: 7,
};
/** How an attempt ended, after the words "the last attempt". */
const wording_lastAttempt = {
    landed: 'landed and was reopened',
    failed: 'failed',
    'timed-out': 'ran out of time',
    'no-changes': 'changed nothing',
    rejected: 'was rejected',
    requeued: 'was put back because it conflicts',
    'set-aside': 'was set aside for a person because it conflicts',
    ejected: 'was taken out because the merged tree is red with it',
};
const wording_build = {
    passed: '✓ passed',
    failed: '✗ failed',
    none: 'no checks',
};
const wording_outcomeOf = {
    done: 'done',
    failed: 'failed',
    'timed-out': 'ran out of time',
    'no-changes': 'nothing changed',
    rejected: 'changes rejected',
};
const wording_toneOfOutcome = {
    done: 'good',
    failed: 'bad',
    'timed-out': 'bad',
    'no-changes': 'bad',
    rejected: 'bad',
};
const again = 'The task stays open and is tried again in the next wave while it has attempts left.';
const wording_afterOutcome = {
    done: 'Next, the commit is merged and checked together with the rest of the wave.',
    failed: again,
    'timed-out': again,
    'no-changes': again,
    rejected: again,
};

;// CONCATENATED MODULE: ./packages/report/src/status/status-description.ts


function statusDescription(report) {
    const isRed = report.phase === 'complete' && report.checks === 'failed';
    return {
        state: isRed ? 'failure' : commitStateOf[report.phase],
        description: `${status_description_countDone(report)}${isRed ? '; the checks failed' : statusSuffixOf[report.phase]}`,
    };
}
/** `7/12 tasks landed`; where some were closed by hand or before, they are `done`. */
function status_description_countDone(report) {
    const { done, total, inState } = tally(report);
    const how = inState.has('closed') ? 'done' : 'landed';
    return `${done}/${total} ${total === 1 ? 'task' : 'tasks'} ${how}`;
}

;// CONCATENATED MODULE: ./packages/report/src/status/header.ts







/** Where it stands, where to look, and what comes next. */
function header_headerParts(report) {
    return [
        paragraph(`### ${headline(report)}`),
        paragraph(places(report)),
        ...whyParts(report),
        paragraph(nextStep(report)),
    ];
}
function headline(report) {
    const words = headlineOf[report.phase].replace('{wave}', String(report.wave));
    return report.tasks.length > 0 ? `${words} · ${countDone(report)}` : words;
}
function places({ wave, phase, branch, base, runUrl, pullRequest }) {
    return [
        ...(headlineOf[phase].includes('{wave}') ? [] : [`Wave ${wave}`]),
        `${name(branch)} from ${name(base)}`,
        ...(runUrl === undefined ? [] : [link('latest run', runUrl)]),
        ...(pullRequest ? [`pull request ${link(`#${pullRequest.number}`, pullRequest.url)}`] : []),
    ].join(' · ');
}
/** The first line is a sentence; what follows it is a log. */
function whyParts({ why = '' }) {
    const [, first = '', log = ''] = /^([^\r\n]*)([\s\S]*)$/.exec(why.trim()) ?? [];
    return [
        ...(first === '' ? [] : [paragraph(`Why: ${phrase(first, 600)}`)]),
        ...(log.trim() === '' ? [] : [paragraph(lastLines(log.replace(/^[\r\n]+/, '')))]),
    ];
}
function nextStep({ phase, pullRequest }) {
    const isAlone = phase === 'complete' && pullRequest === undefined;
    return nextStepOf[isAlone ? 'complete-without-pull-request' : phase];
}
/** Counts, time, conflicts and checks in one line. */
function header_totalsPart(report) {
    if (report.tasks.length === 0)
        return paragraph('There are no tasks.');
    const parts = [
        countStates(report),
        describeWork(report),
        report.conflicts.length > 0 ? summarizeConflicts(report.conflicts) : '',
        report.checks === 'none' ? '' : `build ${build[report.checks]}`,
    ];
    return paragraph(`In all: ${parts.filter((part) => part !== '').join(' · ')}`);
}
function countStates(report) {
    const { inState } = tally(report);
    const states = Object.keys(wordOfState).filter((one) => inState.has(one));
    return states.map((state) => `${inState.get(state)} ${wordOfState[state]}`).join(', ');
}
function describeWork(report) {
    const { attempts, seconds, hasEarlierAttempts } = tally(report);
    if (attempts === 0)
        return '';
    const which = hasEarlierAttempts ? 'the last of each task ' : '';
    const time = seconds > 0 ? `, ${which}${formatSeconds(seconds)}` : '';
    return `${count(attempts, 'attempt')}${time}`;
}
function header_notesPart({ notes }, rank) {
    const rows = notes.map((note) => `- ${phrase(note, 300)}`);
    return { name: 'notes', rank, share: 3_000, before: '#### Notes\n\n', rows, between: '\n' };
}

;// CONCATENATED MODULE: ./packages/report/src/status/stuck.ts



/** The tasks that a person has to do something about. */
function stuck_findStuck({ tasks }) {
    return tasks
        .filter(({ stuck, state }) => stuck !== undefined || state === 'failed')
        .sort((a, b) => urgencyOf[a.state] - urgencyOf[b.state]);
}
function stuck_stuckPart(report, heading, rank) {
    return {
        ...{ name: 'stuck tasks', rank, share: 14_000, between: '\n' },
        before: `${heading}\n\n`,
        rows: stuck_findStuck(report).map(stuck_renderStuck),
    };
}
function stuck_renderStuck({ id, title, state, stuck, last }) {
    const why = stuck?.why ?? (last ? `the last attempt ${lastAttempt[last.end]}` : undefined);
    return [
        `- **${name(id)} ${phrase(title)}** (${wordOfState[state]})`,
        ...(why === undefined ? [] : [`  - Why: ${phrase(why, 500)}`]),
        ...(stuck === undefined ? [] : [`  - What to do: ${phrase(stuck.remedy, 500)}`]),
    ].join('\n');
}
/** What the last attempts of these tasks said, on demand. */
function stuck_reasonsPart(tasks, rank) {
    const rows = tasks.flatMap(({ id, last, attempts }) => {
        if (last?.reason === undefined || last.reason.trim() === '')
            return [];
        const which = attempts > 0 ? `, attempt ${attempts}` : '';
        return [`${name(id)}${which}, ${lastAttempt[last.end]}:\n\n${lastLines(last.reason)}`];
    });
    const part = { name: 'what the last attempts said', rank, rows, between: '\n\n' };
    return foldPart('What the last attempts said', part);
}

;// CONCATENATED MODULE: ./packages/report/src/status/task-list.ts


/** A short table of some tasks, with one thing said of each. */
function task_list_listTasks({ tasks, heading, column, cell }, rank) {
    const rows = tasks.map((task) => [
        link(name(task.id), task.url),
        phrase(task.title, 80),
        cell(task),
    ]);
    const part = { name: heading, rank, ...tableRows(['Task', 'What', column], rows) };
    return { ...part, before: `#### ${heading}\n\n${part.before ?? ''}` };
}

;// CONCATENATED MODULE: ./packages/report/src/status/landing-summary.ts









/** What merge-and-finalize says: what landed, what did not and why, and the conflicts. */
function renderLandingSummary(report) {
    const tried = report.tasks.filter(({ wave }) => wave === report.wave);
    const landed = tried.filter(({ state }) => state === 'landed');
    const failed = tried.filter(({ state, last }) => state !== 'landed' && last !== undefined);
    const conflicts = report.conflicts.filter(({ wave }) => wave === report.wave);
    const parts = [
        ...headerParts(report),
        listTasks({
            tasks: landed,
            heading: `${count(landed.length, 'task')} landed`,
            column: 'Commit',
            cell: ({ commit }) => (commit === undefined ? nothing : shortCommit(commit)),
        }, 1),
        listTasks({
            tasks: failed,
            heading: `${count(failed.length, 'task')} did not land`,
            column: 'How it ended',
            cell: ({ last }) => (last ? `the attempt ${lastAttempt[last.end]}` : nothing),
        }, 1),
        reasonsPart(failed, 4),
        stuckPart(report, '#### What is stuck', 2),
        flakyPart(report, 3),
        conflictTable(conflicts, 3),
        foldedGaveWayPart(conflicts, 3),
        totalsPart(report),
        notesPart(report, 5),
    ];
    return renderPage(parts, mostOfSummary);
}

;// CONCATENATED MODULE: ./packages/report/src/status/task-graph.ts





const task_graph_classes = {
    landed: 'fill:#e9f4ee,stroke:#2c7a57,color:#1d1f21',
    closed: 'fill:#f0f1f2,stroke:#8a9096,color:#1d1f21',
    working: 'fill:#e8eaf7,stroke:#4b57a8,stroke-width:3px,color:#1d1f21',
    ready: 'fill:#ffffff,stroke:#4b57a8,color:#1d1f21',
    held: 'fill:#ffffff,stroke:#8a9096,color:#1d1f21',
    waiting: 'fill:#ffffff,stroke:#8a9096,stroke-dasharray:4 3,color:#6f767d',
    paused: 'fill:#faf2de,stroke:#96690d,color:#1d1f21',
    failed: 'fill:#fbebe9,stroke:#b0413a,color:#1d1f21',
};
/** A drawing cannot be cut: what does not fit into so many signs is left out whole. */
const task_graph_mostSigns = 24_000;
/** The tasks and what they wait for, coloured by state. */
function task_graph_graphPart({ tasks }, partRank) {
    const edges = tasks.flatMap(({ id, dependsOn }) => dependsOn.map((from) => ({ from, to: id })));
    const nodes = placeNodes(tasks, edges);
    const chart = renderFlowchart({ nodes, edges, classes: task_graph_classes }, task_graph_mostSigns);
    const fits = tasks.length > 0 && chart.length <= task_graph_mostSigns;
    const rows = fits ? [fence(chart, 'mermaid')] : tooLarge(tasks.length);
    return { name: 'the graph', rank: partRank, rows, between: '\n' };
}
function tooLarge(size) {
    return size > 0 ? ['*The graph is too large to be drawn here.*'] : [];
}
function placeNodes(tasks, edges) {
    const index = new Map(tasks.map(({ id }, i) => [id, i]));
    const arrows = edges.map(({ from, to }) => ({
        from: index.get(from) ?? -1,
        to: index.get(to) ?? -1,
    }));
    const levels = rank(tidy({ size: tasks.length, arrows }));
    return tasks.map(({ id, title, state }, i) => ({
        id,
        text: `${markOfState[state]} ${id} · ${title.slice(0, 500)}`,
        class: state,
        level: levels[i] ?? 0,
    }));
}

;// CONCATENATED MODULE: ./packages/report/src/status/task-table.ts





/** More rows than this are shown on demand. */
const mostOpenRows = 30;
function task_table_taskTable(report, rank) {
    const { tasks } = report;
    const part = {
        ...{ name: 'the table of tasks', rank, share: 24_000 },
        ...tableRows(['Task', 'What', 'State', 'Attempts', 'Wave', 'Time', 'Note'], tasks.map((task) => task_table_renderRow(report, task))),
        urgency: tasks.map(({ state }) => urgencyOf[state]),
    };
    return tasks.length > mostOpenRows ? foldPart(`All ${tasks.length} tasks`, part) : part;
}
function task_table_renderRow(report, task) {
    const isWorking = task.state === 'working';
    const wave = isWorking ? report.wave : task.wave;
    const attempts = attemptsOf(task);
    return [
        link(name(task.id), task.url),
        phrase(task.title, 80),
        task_table_stateOf(task),
        attempts > 0 ? String(attempts) : nothing,
        String(wave ?? nothing),
        formatSeconds(isWorking ? undefined : task.seconds),
        task_table_noteOn(report, task),
    ];
}
function task_table_stateOf({ state }) {
    return `${markOfState[state]} ${wordOfState[state]}`;
}
/** Why it is not run now, or how it ended the last time, in a few words. */
function task_table_noteOn(report, task) {
    if (task.held !== undefined)
        return phrase(task.held);
    const awaited = task.state === 'waiting' ? unfinished(report, task) : [];
    if (awaited.length > 0)
        return `waits for ${listNames(awaited)}`;
    if (isDone(task) || task.last === undefined)
        return '';
    return `the last attempt ${lastAttempt[task.last.end]}`;
}
/** What is not among our tasks is in the store, and is waited for like any other. */
function unfinished({ tasks }, { dependsOn }) {
    const done = new Set(tasks.filter(isDone).map(({ id }) => id));
    return dependsOn.filter((id) => !done.has(id));
}
function listNames(ids) {
    const shown = ids.slice(0, 3).map((id) => name(id));
    const left = ids.length - shown.length;
    return `${shown.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}

;// CONCATENATED MODULE: ./packages/report/src/status/render-comment.ts







/** The one comment on an issue: where its work stands, and what a person has to do, if anything. */
function renderComment(report) {
    const unfinished = report.tasks.filter(({ state }) => state !== 'landed' && state !== 'closed');
    const parts = [
        ...headerParts(report),
        stuckPart(report, '#### What is stuck', 1),
        graphPart(report, 3),
        totalsPart(report),
        taskTable(report, 2),
        notesPart(report, 4),
        flakyPart(report, 4),
        conflictTable(report.conflicts, 5),
        foldedGaveWayPart(report.conflicts, 6),
        reasonsPart(unfinished, 7),
    ];
    return renderPage(parts, mostOfBody);
}

;// CONCATENATED MODULE: ./packages/report/src/status/read-first.ts






/** More entries than this are shown on demand. */
const mostOpenEntries = 15;
/** What a reviewer should look at before the rest. */
function read_first_readFirstParts(report) {
    const parts = [gaveWay(report), ...pointParts(report.review), flakyPart(report, 3), stuck(report)];
    const isQuiet = parts.every(({ rows }) => rows.length === 0);
    return [
        paragraph('### Read first'),
        ...(isQuiet ? [paragraph('Nothing needs a second look.')] : parts),
    ];
}
function gaveWay({ conflicts }) {
    const lines = countLines(conflicts);
    const part = { ...gaveWayPart(conflicts, 2), share: 16_000 };
    return { ...part, before: `#### ${title('Lines that gave way', lines)}\n\n` };
}
function stuck(report) {
    return { ...stuckPart(report, '#### Failed and stuck tasks', 1), share: 10_000 };
}
const titleOf = {
    undeclared: 'Files that no task declared',
    deletedTests: 'Deleted tests',
    newDependencies: 'New dependencies',
};
function pointParts({ undeclared, deletedTests, newDependencies }) {
    const dependencies = newDependencies.map((one) => `- ${name(one.name)} in ${name(one.file)}`);
    return [
        list('undeclared', undeclared.map(entry)),
        list('deletedTests', deletedTests.map(entry)),
        list('newDependencies', dependencies),
    ];
}
function list(point, rows) {
    const heading = `#### ${title(titleOf[point], rows.length)}\n\n`;
    const part = {
        ...{ name: titleOf[point].toLowerCase(), rank: 3, share: 5_000, rows },
        between: '\n',
    };
    if (rows.length <= mostOpenEntries)
        return { ...part, before: heading };
    const folded = foldPart('Show them', part);
    return { ...folded, before: `${heading}${folded.before ?? ''}` };
}
function title(text, amount) {
    return `${text} (${amount})`;
}
function entry(path) {
    return `- ${name(path)}`;
}

;// CONCATENATED MODULE: ./packages/report/src/status/title.ts

const most = 200;
/** What GitHub would make a mention or a reference of, also where a squashed commit takes the title over. */
const title_seams = /@(?=\w)|#(?=\d)|\bgh-(?=\d)|:(?=\/\/)/gi;
/** `🤖 Implement Issue #7: Rate limits`. A title is no Markdown: it is taken apart by a space of no width. */
function title_pullRequestTitle({ issue, branch }, issueNumber) {
    const number = issueNumber ?? issue?.number;
    if (number === undefined)
        return cut(`🤖 Implement ${plain(branch)}`);
    const title = plain(issue?.title ?? '');
    return cut(`🤖 Implement Issue #${number}${title === '' ? '' : `: ${title}`}`);
}
function plain(text) {
    return cleanLine(text.slice(0, 2000)).replace(title_seams, '$&\u200b');
}
/** Counted as the longer of both ways to count, and never through the middle of a character. */
function cut(title) {
    if (title.length <= most)
        return title;
    let kept = '';
    for (const sign of title) {
        if (kept.length + sign.length >= most)
            break;
        kept += sign;
    }
    return `${kept.replace(/[\s\u200b-\u200d]+$/u, '')}…`;
}

;// CONCATENATED MODULE: ./packages/report/src/status/render-pull-request.ts











/** What the one pull request of an issue says, anew after each wave. */
function renderPullRequest(report, { issueNumber = report.issue?.number } = {}) {
    const parts = [
        ...(issueNumber === undefined ? [] : [paragraph(tie(report, issueNumber))]),
        paragraph(renderTotals(report)),
        ...readFirstParts(report),
        reasonsPart(findStuck(report), 5),
        paragraph('### Tasks'),
        render_pull_request_taskTable(report),
        conflictTable(report.conflicts, 6),
        paragraph(footer(report)),
    ];
    return { title: pullRequestTitle(report, issueNumber), body: renderPage(parts, mostOfBody) };
}
/** Merged before the end, it must not close its issue. */
function tie({ phase }, issue) {
    return `${phase === 'complete' ? 'Closes' : 'Part of'} #${issue}`;
}
function renderTotals(report) {
    const { done, total, conflicts, requeued, linesGaveWay } = tally(report);
    const open = requeued > 0 ? `, ${requeued} of them not settled` : '';
    return table(['Tasks completed', 'Conflicts', 'Lines that gave way', 'Build'], [[`${done}/${total}`, `${conflicts}${open}`, String(linesGaveWay), build[report.checks]]]);
}
/** More rows than this are shown on demand. */
const render_pull_request_mostOpenRows = 50;
function render_pull_request_taskTable(report) {
    const { tasks } = report;
    const part = {
        ...{ name: 'the table of tasks', rank: 4 },
        ...tableRows(['Task', 'What', 'Commit', 'Result', 'Conflicts', 'Lines that gave way'], tasks.map((task) => render_pull_request_renderRow(report, task))),
        urgency: tasks.map(({ state }) => urgencyOf[state]),
    };
    if (tasks.length === 0)
        return paragraph('There are no tasks.');
    return tasks.length > render_pull_request_mostOpenRows ? foldPart(`All ${tasks.length} tasks`, part) : part;
}
function render_pull_request_renderRow({ conflicts }, task) {
    const own = conflicts.filter((conflict) => conflict.task === task.id);
    return [
        link(name(task.id), task.url),
        phrase(task.title, 80),
        task.commit === undefined ? nothing : shortCommit(task.commit),
        stateOf(task),
        own.length > 0 ? String(own.length) : nothing,
        own.length > 0 ? String(countLines(own)) : nothing,
    ];
}
function footer({ wave, runUrl }) {
    const where = runUrl === undefined ? '' : ` by ${link('this run', runUrl)}`;
    return `<sub>Written after wave ${wave}${where}, and anew after each wave. Lines that gave way are those that a merge did not keep.</sub>`;
}

;// CONCATENATED MODULE: ./packages/report/src/status/review/build-files.ts
/** What others need (`// indirect`) comes and goes with them. */
function listGoMod(text) {
    let isInBlock = false;
    return text.split('\n').flatMap((raw) => {
        const line = raw.trim();
        if (/^require\s*\($/.test(line))
            isInBlock = true;
        else if (line === ')')
            isInBlock = false;
        const [, name] = (isInBlock ? inBlock : alone).exec(line) ?? [];
        return name === undefined || line.endsWith('// indirect') ? [] : [name];
    });
}
const alone = /^require\s+([^\s()]+)\s+v\S+/;
const inBlock = /^([^\s()/][^\s()]*)\s+v\S+/;
function listGemfile(text) {
    return firstMatches(text, /^\s*(?:gem|\w+\.add_(?:runtime_|development_)?dependency)[\s(]\s*["']([^"']+)["']/);
}
/** `implementation("g:a:1")`, `testImplementation 'g:a:1'`, `api libs.okhttp`, `implementation(platform("g:a:1"))`. */
function listGradle(text) {
    return firstMatches(text, /^\s*(?:\w*(?:[iI]mplementation|[aA]pi|[cC]ompileOnly|[rR]untimeOnly|[pP]rocessor)|kapt|ksp|classpath)[\s(]\s*(?:(?:platform|enforcedPlatform)\s*\(\s*)?(?:["']([^"':]+:[^"':]+)[^"']*["']|(libs\.[\w.]+))/);
}
function firstMatches(text, pattern) {
    return text.split('\n').flatMap((line) => {
        const [, name, other] = pattern.exec(line) ?? [];
        return [name ?? other].filter((found) => found !== undefined);
    });
}
function listMaven(text) {
    const [, ...blocks] = text.split('<dependency>');
    return blocks.flatMap((block) => {
        const [dependency = ''] = block.split('</dependency>', 1);
        const group = between(dependency, '<groupId>', '</groupId>');
        const artifact = between(dependency, '<artifactId>', '</artifactId>');
        return artifact === undefined ? [] : [group === undefined ? artifact : `${group}:${artifact}`];
    });
}
function between(text, start, end) {
    const from = text.indexOf(start);
    const to = text.indexOf(end, from);
    return from < 0 || to < 0 ? undefined : text.slice(from + start.length, to).trim();
}

;// CONCATENATED MODULE: ./packages/report/src/status/review/package-json.ts
const sections = [
    'dependencies',
    'devDependencies',
    'peerDependencies',
    'optionalDependencies',
];
function listPackageJson(text) {
    const manifest = parseObject(text);
    return sections.flatMap((section) => Object.keys(asObject(manifest[section])));
}
function parseObject(text) {
    try {
        return asObject(JSON.parse(text));
    }
    catch {
        return {};
    }
}
function asObject(value) {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { ...value } : {};
}

;// CONCATENATED MODULE: ./packages/report/src/status/review/python.ts
/** A line a requirement; options, comments and other files are passed over. */
function listRequirements(text) {
    return text.split('\n').flatMap((line) => {
        const requirement = line.replace(/(?:^|\s)#(?!egg=).*$/, '').trim();
        const [, egg] = /#egg=([\w.-]+)/.exec(requirement) ?? [];
        if (egg !== undefined)
            return [normalize(egg)];
        return requirement === '' || requirement.startsWith('-') ? [] : nameOfRequirement(requirement);
    });
}
/** `Flask-Login[x] >= 1 ; python_version > "3"` → `flask-login`; an address is a name by itself. */
function nameOfRequirement(requirement) {
    if (/^[a-z+]+:\/\//i.test(requirement))
        return [requirement];
    const [, name] = /^([A-Za-z0-9][\w.-]*)/.exec(requirement) ?? [];
    return name === undefined ? [] : [normalize(name)];
}
/** `Foo_bar` and `foo-bar` are one package. */
function normalize(name) {
    return name.toLowerCase().replace(/[-_.]+/g, '-');
}

;// CONCATENATED MODULE: ./packages/report/src/status/review/toml.ts

function readLines(text) {
    let table = '';
    let list;
    return text.split('\n').map((raw) => {
        const line = raw.trim();
        const [, head] = list === undefined ? (tableHead.exec(line) ?? []) : [];
        if (head !== undefined) {
            table = head.replace(/["'\s]/g, '');
            return { is: 'head', table };
        }
        const [, name, value = ''] = list === undefined ? (toml_entry.exec(line) ?? []) : [];
        const key = list ?? name;
        if (key === undefined)
            return { is: 'other', table };
        if (list === undefined && !value.startsWith('['))
            return { is: 'entry', table, key };
        const inside = list === undefined ? value : line;
        list = endsList(inside) ? undefined : key;
        return { is: 'items', table, key, items: quoted(inside) };
    });
}
const tableHead = /^\[\[?([^[\]]+)\]\]?\s*(?:#.*)?$/;
const toml_entry = /^["']?([\w@/.-]+)["']?\s*=\s*(.*)$/;
const toml_text = /"([^"]*)"|'([^']*)'/g;
function endsList(line) {
    return line.replace(toml_text, '').replace(/#.*/, '').includes(']');
}
function quoted(line) {
    if (line.startsWith('#'))
        return [];
    const texts = [...line.replace(/\{[^}]*\}/g, '').matchAll(toml_text)];
    return texts.map(([, double, single]) => double ?? single ?? '');
}
function listPyproject(manifest) {
    return readLines(manifest).flatMap((line) => {
        if (line.is === 'items' && hasRequirements(line.table, line.key)) {
            return line.items.flatMap(nameOfRequirement);
        }
        const isPoetry = /^tool\.poetry\.(?:.+\.)?(?:dev-)?dependencies$/.test(line.table);
        return isPoetry && line.is === 'entry' && line.key !== 'python' ? [normalize(line.key)] : [];
    });
}
function hasRequirements(table, key) {
    if (table === 'project')
        return key === 'dependencies';
    if (table === 'build-system')
        return key === 'requires';
    if (table === 'tool.uv')
        return key === 'dev-dependencies';
    return table === 'project.optional-dependencies' || table === 'dependency-groups';
}
/** `[dependencies]` with a line each, of any target, and tables like `[dev-dependencies.serde]`. */
function listCargo(manifest) {
    return readLines(manifest).flatMap((line) => {
        const [, ofTable] = /(?:^|[.-])dependencies\.([^.]+)$/.exec(line.table) ?? [];
        if (ofTable !== undefined)
            return line.is === 'head' ? [ofTable] : [];
        const isEntry = line.is === 'entry' && /(?:^|[.-])dependencies$/.test(line.table);
        return isEntry ? [line.key.split('.')[0] ?? line.key] : [];
    });
}
/** Gradle's `libs.versions.toml`. */
function listVersionCatalog(manifest) {
    return readLines(manifest).flatMap((line) => line.is === 'entry' && line.table === 'libraries' ? [line.key] : []);
}

;// CONCATENATED MODULE: ./packages/report/src/status/review/manifests.ts




/** Does the file name what a project depends on? Only of these the texts are compared. */
function isManifest(path) {
    return readerOf(path) !== undefined;
}
/** The names in a manifest, as often as they stand there; none where it cannot be read. */
function manifests_listDependencies(path, text) {
    return readerOf(path)?.(text) ?? [];
}
const readers = [
    [/^package\.json$/, listPackageJson],
    [/^pyproject\.toml$/, listPyproject],
    [/^requirements[\w.-]*\.(?:txt|in)$/, listRequirements],
    [/^go\.mod$/, listGoMod],
    [/^Cargo\.toml$/, listCargo],
    [/^(?:Gemfile|gems\.rb|[\w.-]+\.gemspec)$/, listGemfile],
    [/^pom\.xml$/, listMaven],
    [/^[\w.-]+\.gradle(?:\.kts)?$/, listGradle],
    [/^[\w-]+\.versions\.toml$/, listVersionCatalog],
];
function readerOf(path) {
    const file = fileName(path);
    return readers.find(([pattern]) => pattern.test(file))?.[1];
}
/** A file that a package manager writes. */
function manifests_isLockFile(path) {
    const file = fileName(path);
    return lockFiles.has(file) || file.endsWith('.lock');
}
const lockFiles = new Set([
    'package-lock.json',
    'npm-shrinkwrap.json',
    'pnpm-lock.yaml',
    'bun.lockb',
    'go.sum',
    'go.work.sum',
    'gradle.lockfile',
    'packages.lock.json',
    'Package.resolved',
    '.terraform.lock.hcl',
]);
function fileName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./packages/report/src/status/review/test-files.ts
/** Does the path look like a test, in the habits of the common languages? */
function test_files_isTest(path) {
    const folders = path.split('/');
    const file = folders.pop() ?? '';
    return folders.some((folder) => testFolders.has(folder.toLowerCase())) || testName.test(file);
}
const testFolders = new Set(['test', 'tests', '__tests__', '__snapshots__', 'e2e', 'cypress']);
const testName = new RegExp([
    // JavaScript, Dart and the like: a.test.ts, a.spec.js, a.cy.ts
    String.raw `\.(?:test|spec|cy|e2e)\.[A-Za-z]+$`,
    // Go, Python, Ruby, Rust, Elixir, C: a_test.go, a_spec.rb, test_a.py
    String.raw `_(?:test|tests|spec|unittest)\.[A-Za-z]+$`,
    String.raw `^(?:test_.+|tests|conftest)\.(?:py|rs|rb|c|cc|cpp|exs)$`,
    // Java, Kotlin, Scala, C#, PHP, Swift: ATest.java, ASpec.scala
    String.raw `(?:Test|Tests|TestCase|Spec|IT)\.(?:java|kt|kts|scala|groovy|cs|fs|vb|php|swift|m|hs)$`,
    // Gherkin
    String.raw `\.feature$`,
].join('|'));

;// CONCATENATED MODULE: ./packages/report/src/status/review/find-review-points.ts



/** What a reviewer should read first, apart from conflicts. */
function findReviewPoints({ changes, declared }) {
    const deleted = changes.filter((change) => change.is === 'deleted');
    return {
        undeclared: changes.map(({ path }) => path).filter((path) => isUndeclared(path, declared)),
        deletedTests: deleted.map(({ path }) => path).filter(isTest),
        newDependencies: changes.flatMap(findNewDependencies),
    };
}
/** Where nothing is declared, nothing is told by it; lock files follow from others. */
function isUndeclared(path, declared) {
    if (declared.length === 0 || isLockFile(path))
        return false;
    return !declared.some((glob) => matchesGlob(glob, path));
}
function findNewDependencies({ path, before, after }) {
    if (after === undefined)
        return [];
    const old = new Set(before === undefined ? [] : listDependencies(path, before));
    const now = [...new Set(listDependencies(path, after))].sort();
    return now.filter((name) => !old.has(name)).map((name) => ({ file: path, name }));
}

;// CONCATENATED MODULE: ./packages/report/src/status/task-summary.ts





/** What a worker's leg says of its one task. */
function renderTaskSummary(task) {
    const { outcome, files, reason = '', commit } = task;
    const facts = [
        `**${markOf[toneOfOutcome[outcome]]} ${outcomeOf[outcome]}** in ${formatSeconds(task.seconds)}`,
        `wave ${task.wave}`,
        `attempt ${task.attempt}`,
        ...(commit === undefined ? [] : [`commit ${shortCommit(commit)}`]),
    ];
    const parts = [
        paragraph(`### ${name(task.id)} ${phrase(task.title)}`),
        paragraph(facts.join(' · ')),
        paragraph(afterOutcome[outcome]),
        ...(reason.trim() === '' ? [] : [paragraph(`What went wrong:\n\n${lastLines(reason)}`, 1)]),
        foldPart(`${count(files.length, 'file')} changed`, {
            ...{ name: 'changed files', rank: 2, between: '\n' },
            rows: files.map((file) => `- ${name(file)}`),
        }),
    ];
    return renderPage(parts, mostOfSummary);
}

;// CONCATENATED MODULE: ./packages/report/src/status/wave-summary.ts








/** What get-ready-tasks says: which tasks run now, which are held and why, and the graph. */
function renderWaveSummary(report, { maxParallel } = {}) {
    const running = report.tasks.filter(({ state }) => state === 'working');
    const held = report.tasks.filter((task) => task.state === 'held' || task.held !== undefined);
    const atOnce = maxParallel === undefined ? '' : `, at most ${maxParallel} at a time`;
    const parts = [
        ...headerParts(report),
        stuckPart(report, '#### What is stuck', 1),
        listTasks({
            tasks: running,
            heading: `${count(running.length, 'task')} in this wave${atOnce}`,
            column: 'Attempt',
            cell: (task) => String(attemptsOf(task)),
        }, 1),
        listTasks({
            tasks: held,
            heading: `${count(held.length, 'task')} held`,
            column: 'Why',
            cell: (task) => noteOn(report, task),
        }, 2),
        graphPart(report, 3),
        totalsPart(report),
        notesPart(report, 4),
    ];
    return renderPage(parts, mostOfSummary);
}

;// CONCATENATED MODULE: ./packages/report/src/index.ts























/***/ }),

/***/ 6607:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G1: () => (/* reexport */ above),
  be: () => (/* reexport */ blockersOf),
  ZG: () => (/* reexport */ buildGraph),
  vC: () => (/* reexport */ criticalPath),
  nz: () => (/* reexport */ deadlocked),
  z8: () => (/* reexport */ finishedEpics),
  XJ: () => (/* reexport */ isTaskId),
  Jo: () => (/* reexport */ isUnder),
  yr: () => (/* reexport */ levels),
  ik: () => (/* reexport */ parseTaskId),
  xz: () => (/* reexport */ readiness),
  Ok: () => (/* reexport */ selectWave),
  BS: () => (/* reexport */ taskId)
});

// UNUSED EXPORTS: longestPaths, matchesGlob, overlap

;// CONCATENATED MODULE: ./packages/tasks/src/blockers.ts
/**
 * The unfinished tasks that must be done before this one may start, with epics spelled out: what it
 * depends on and what the epics above it depend on. For pictures; readiness has its own rule.
 */
function blockersOf(graph, task) {
    const found = new Set();
    for (const one of [task, ...above(graph, task)]) {
        for (const { on, until } of one.dependencies) {
            const target = graph.find(on);
            if (!target)
                continue;
            const byChildren = until === 'children-closed' || until === 'any-child-closed';
            for (const work of byChildren ? workBelow(graph, target) : workOf(graph, target)) {
                if (work.state !== 'closed' && work !== task)
                    found.add(work.id);
            }
        }
    }
    return [...found];
}
/** The epics above a task, the nearest first. */
function above(graph, task) {
    const found = [];
    let at = task.parent === undefined ? undefined : graph.find(task.parent);
    while (at) {
        found.push(at);
        at = at.parent === undefined ? undefined : graph.find(at.parent);
    }
    return found;
}
function workOf(graph, task) {
    return task.kind === 'epic' ? workBelow(graph, task) : [task];
}
function workBelow(graph, epic) {
    return graph.children(epic.id).flatMap((child) => workOf(graph, child));
}

;// CONCATENATED MODULE: ./packages/tasks/src/finished-epics.ts
/**
 * The epics that closing `closing` finishes, innermost first: all their children are closed, and
 * one of them just now, so that an epic which a person left open on purpose stays open.
 */
function finishedEpics(graph, closing) {
    const closed = new Set(closing);
    const finished = [];
    const isClosed = (task) => task.state === 'closed' || closed.has(task.id);
    const queue = [...closing];
    for (const id of queue) {
        const parent = graph.find(id)?.parent;
        const epic = parent === undefined ? undefined : graph.find(parent);
        if (epic?.kind !== 'epic' || isClosed(epic) || !graph.children(epic.id).every(isClosed))
            continue;
        closed.add(epic.id);
        finished.push(epic.id);
        queue.push(epic.id);
    }
    return finished;
}

;// CONCATENATED MODULE: ./packages/tasks/src/network.ts
function buildNetwork(graph) {
    const tasks = graph.tasks.filter((task) => task.state !== 'closed');
    const arrows = drawArrows(graph, tasks);
    return { tasks, arrows, order: sort(arrows) };
}
function drawArrows(graph, tasks) {
    const index = new Map(tasks.map((task, i) => [task.id, i]));
    const arrows = Array.from({ length: tasks.length * 2 }, () => []);
    const draw = (from, to) => arrows[from]?.push(to);
    const end = (id, to) => {
        const i = index.get(id);
        if (i !== undefined)
            draw(i * 2 + 1, to);
    };
    for (const [i, task] of tasks.entries()) {
        const start = i * 2;
        draw(start, start + 1);
        for (const { on, until } of task.dependencies) {
            if (until === 'closed' || until === 'failed')
                end(on, start);
            else
                for (const child of graph.children(on))
                    end(child.id, start);
        }
        if (task.kind === 'epic')
            for (const child of graph.children(task.id))
                end(child.id, start + 1);
        const parent = task.parent === undefined ? undefined : index.get(task.parent);
        if (parent !== undefined)
            draw(parent * 2, start);
    }
    return arrows;
}
function sort(arrows) {
    const before = new Int32Array(arrows.length);
    for (const targets of arrows)
        for (const to of targets)
            before[to] = (before[to] ?? 0) + 1;
    const order = [...before.keys()].filter((event) => before[event] === 0);
    for (let next = 0; next < order.length; next++) {
        for (const to of arrows[order[next]] ?? []) {
            before[to] = (before[to] ?? 0) - 1;
            if (before[to] === 0)
                order.push(to);
        }
    }
    return order;
}

;// CONCATENATED MODULE: ./packages/tasks/src/order.ts

/** The unfinished tasks by the wave in which each could start at the earliest, in the graph's order. */
function levels(graph) {
    const network = buildNetwork(graph);
    const earliest = earliestStarts(network);
    const reached = new Set(network.order);
    const found = [];
    for (const [i, task] of network.tasks.entries()) {
        const level = earliest[i * 2];
        if (task.kind !== 'task' || !reached.has(i * 2))
            continue;
        while (found.length <= level)
            found.push([]);
        found[level]?.push(task.id);
    }
    return found.filter((level) => level.length > 0);
}
/** For each unfinished task the minutes that lie ahead from its start, itself included. */
function longestPaths(graph) {
    const network = buildNetwork(graph);
    const { ahead } = longestAhead(network, estimated);
    return new Map(network.tasks.map((task, i) => [task.id, ahead[i * 2]]));
}
/** The chain of unfinished tasks that no number of workers can shorten. */
function criticalPath(graph, minutes = estimated) {
    const network = buildNetwork(graph);
    const { ahead, next } = longestAhead(network, minutes);
    let event = -1;
    for (const candidate of network.order) {
        if (event < 0 || ahead[candidate] > ahead[event])
            event = candidate;
    }
    const length = event < 0 ? 0 : ahead[event];
    const tasks = [];
    for (; event >= 0; event = next[event]) {
        const task = network.tasks[event >> 1];
        if (event % 2 === 0 && task.kind === 'task')
            tasks.push(task.id);
    }
    return { tasks, minutes: length };
}
/** Unfinished tasks that can never start: they wait for something that waits for them. */
function deadlocked(graph) {
    const network = buildNetwork(graph);
    const reached = new Set(network.order);
    return network.tasks
        .filter((task, i) => task.kind === 'task' && !reached.has(i * 2))
        .map((task) => task.id);
}
/** How many tasks, one after another, come before each event at least. */
function earliestStarts(network) {
    const earliest = new Int32Array(network.arrows.length);
    for (const event of network.order) {
        const at = earliest[event];
        for (const to of network.arrows[event] ?? []) {
            earliest[to] = Math.max(earliest[to], at + duration(network, event, to, () => 1));
        }
    }
    return earliest;
}
function longestAhead(network, minutes) {
    const ahead = new Float64Array(network.arrows.length);
    const next = new Int32Array(network.arrows.length).fill(-1);
    for (const event of network.order.toReversed()) {
        for (const to of network.arrows[event] ?? []) {
            const via = ahead[to] + duration(network, event, to, minutes);
            if (next[event] < 0 || via > ahead[event]) {
                ahead[event] = via;
                next[event] = to;
            }
        }
    }
    return { ahead, next };
}
/** Only the arrow from a task's start to its end takes time, and only where the task is work. */
function duration(network, from, to, weight) {
    const task = network.tasks[from >> 1];
    return from % 2 === 0 && to === from + 1 && task.kind === 'task' ? weight(task) : 0;
}
function estimated(task) {
    return task.minutes ?? 1;
}

;// CONCATENATED MODULE: ./packages/tasks/src/readiness.ts
/**
 * A task is ready when it is open, all it depends on has happened, and the same holds for
 * everything above it: what blocks an epic blocks its tasks.
 */
function readiness(graph, options = {}) {
    const { landed = new Set(), under } = options;
    const isClosed = (task) => task.state === 'closed' || landed.has(task.id);
    const awaitedBy = memoize((task) => task.dependencies
        .filter((dependency) => !isSatisfied(graph, dependency, isClosed))
        .map((dependency) => dependency.on));
    const awaited = (task) => {
        for (const one of [task, ...openAbove(graph, task, isClosed)]) {
            const blockers = awaitedBy(one);
            if (blockers.length > 0)
                return blockers;
        }
        return [];
    };
    const ready = [];
    const waiting = [];
    const paused = [];
    for (const task of graph.tasks) {
        if (task.kind !== 'task' || isClosed(task))
            continue;
        if (under !== undefined && !isUnder(graph, task, under))
            continue;
        if (task.state === 'paused')
            paused.push(task.id);
        else {
            const blockers = awaited(task);
            if (blockers.length === 0)
                ready.push(task.id);
            else
                waiting.push({ id: task.id, for: [...new Set(blockers)] });
        }
    }
    return { ready, waiting, paused };
}
function isSatisfied(graph, { on, until }, isClosed) {
    const target = graph.find(on);
    if (!target)
        return true;
    const children = graph.children(on);
    switch (until) {
        case 'closed':
            return isClosed(target);
        case 'failed':
            return target.state === 'closed' && target.failed === true;
        case 'children-closed':
            return children.every(isClosed);
        case 'any-child-closed':
            return children.length === 0 || children.some(isClosed);
    }
}
function openAbove(graph, task, isClosed) {
    const found = [];
    let above = task.parent === undefined ? undefined : graph.find(task.parent);
    while (above && !isClosed(above)) {
        found.push(above);
        above = above.parent === undefined ? undefined : graph.find(above.parent);
    }
    return found;
}
/** Is the task below this epic, at any depth? */
function isUnder(graph, task, epic) {
    for (let above = task.parent; above !== undefined; above = graph.find(above)?.parent) {
        if (above === epic)
            return true;
    }
    return false;
}
function memoize(compute) {
    const known = new Map();
    return (task) => {
        const found = known.get(task.id);
        if (found !== undefined)
            return found;
        const result = compute(task);
        known.set(task.id, result);
        return result;
    };
}

;// CONCATENATED MODULE: ./packages/tasks/src/glob.ts
/** Past this many alternatives a glob counts as "anything". */
const maxAlternatives = 256;
function hasMagic(glob) {
    return /[*?[\]{}]/.test(glob);
}
/** `a/{b,c}` → `a/b`, `a/c`; nothing when there are too many. A brace without a comma or an end is a letter. */
function expandBraces(glob) {
    const found = /\{([^{}]*,[^{}]*)\}/.exec(glob);
    if (!found)
        return [glob];
    const before = glob.slice(0, found.index);
    const after = glob.slice(found.index + found[0].length);
    const expanded = [];
    for (const choice of found[1].split(',')) {
        const rest = expandBraces(before + choice + after);
        if (!rest || expanded.length + rest.length > maxAlternatives)
            return undefined;
        expanded.push(...rest);
    }
    return expanded;
}
/** Is there a path that both lists of segments match? `**` stands for any number of segments. */
function segmentsMeet(a, b) {
    return meets(a, b, {
        isMany: (segment) => segment === '**',
        meet: (one, other) => meets(toSigns(one), toSigns(other), {
            isMany: (sign) => sign.is === 'many',
            meet: signsMeet,
        }),
    });
}
/** Does a glob match a path, whose own letters all mean themselves? */
function segmentsMatch(glob, path) {
    return meets(glob, path, {
        isMany: (segment) => segment === '**',
        meet: (one, other) => meets(toSigns(one), [...other].map(toLetter), {
            isMany: (sign) => sign.is === 'many',
            meet: signsMeet,
        }),
    });
}
function toLetter(letter) {
    return { is: 'letter', letter };
}
/**
 * Is there a sequence that both patterns match? `reached[j]` says that, with the items of `a` read
 * so far, `b` can stand at j; a "many" may be left at once or take one more item of the other side.
 */
function meets(a, b, { isMany, meet }) {
    let reached = stepOver(b, isMany);
    for (const item of a) {
        const next = new Array(b.length + 1).fill(false);
        for (let j = 0; j <= b.length; j++) {
            const other = b[j];
            if (isMany(item))
                next[j] = Boolean(reached[j] || (j > 0 && next[j - 1]));
            else if (j > 0 && reached[j - 1] && meet(item, b[j - 1]))
                next[j] = true;
            if (other !== undefined && isMany(other) && reached[j] && !isMany(item))
                next[j] = true;
            if (j > 0 && next[j - 1] && isMany(b[j - 1]))
                next[j] = true;
        }
        reached = next;
    }
    return reached[b.length] === true;
}
function stepOver(b, isMany) {
    const reached = [true];
    for (const [j, item] of b.entries())
        reached.push(reached[j] === true && isMany(item));
    return reached;
}
function signsMeet(one, other) {
    if (one.is === 'letter') {
        if (other.is === 'letter')
            return one.letter === other.letter;
        return other.is === 'any' || (other.is === 'class' && other.matches(one.letter));
    }
    if (other.is === 'letter')
        return signsMeet(other, one);
    if (one.is === 'class' && other.is === 'class') {
        return `${one.text}${other.text}~`.split('').some((l) => one.matches(l) && other.matches(l));
    }
    return true;
}
function toSigns(segment) {
    const signs = [];
    for (let i = 0; i < segment.length; i++) {
        const letter = segment[i];
        const end = letter === '[' ? segment.indexOf(']', i + 2) : -1;
        if (letter === '*')
            signs.push({ is: 'many' });
        else if (letter === '?')
            signs.push({ is: 'any' });
        else if (end > 0) {
            signs.push(toClass(segment.slice(i + 1, end)));
            i = end;
        }
        else
            signs.push({ is: 'letter', letter });
    }
    return signs;
}
function toClass(inside) {
    const negated = /^[!^]/.test(inside);
    const text = negated ? inside.slice(1) : inside;
    const ranges = [...text.matchAll(/(.)-(.)|(.)/gu)].map(([all, from, to]) => [
        from ?? all,
        to ?? all,
    ]);
    const isIn = (letter) => ranges.some(([from, to]) => letter >= from && letter <= to);
    return { is: 'class', text, matches: (letter) => isIn(letter) !== negated };
}

;// CONCATENATED MODULE: ./packages/tasks/src/overlap.ts

/**
 * What two lists of declared files have in common, for people (`src/a.ts`, `src/** and src/*.ts`),
 * or nothing. A path also stands for everything below it. A glob that is too large to
 * expand overlaps with all: a wrong "yes" costs a wave, a wrong "no" costs a conflict.
 */
function overlap(a, b) {
    for (const one of a) {
        for (const other of b) {
            if (meet(one, other))
                return one === other ? one : `${one} and ${other}`;
        }
    }
    return undefined;
}
function meet(one, other) {
    if (!hasMagic(one) && !hasMagic(other))
        return isSameOrBelow(clean(one), clean(other));
    const left = expandBraces(clean(one));
    const right = expandBraces(clean(other));
    if (!left || !right)
        return true;
    return left.some((l) => right.some((r) => segmentsMeet(toSegments(l), toSegments(r))));
}
function isSameOrBelow(one, other) {
    return one === other || other.startsWith(`${one}/`) || one.startsWith(`${other}/`);
}
function clean(path) {
    return path.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
}
/** `src` and `packages/*` may be folders and stand for what is below them; `*.ts` is meant for files. */
function toSegments(glob) {
    const segments = glob.split('/').filter((segment) => segment !== '');
    const last = segments.at(-1) ?? '';
    return hasMagic(last) && last.includes('.') ? segments : [...segments, '**'];
}

;// CONCATENATED MODULE: ./packages/tasks/src/select-wave.ts


/**
 * Which ready tasks run now, and why the others do not. Longest remaining path first, so that
 * long chains start early, then the more urgent, then by id: the same answer every time.
 */
function selectWave(graph, request) {
    const { ready, maxTasks, maxAttempts, attempts, busy = [], setAside = [] } = request;
    const taken = busy.map((id) => graph.find(id)).filter((task) => task !== undefined);
    const chosen = [];
    const held = [];
    for (const task of inOrder(graph, ready)) {
        const made = attempts.get(task.id) ?? 0;
        const rival = made < maxAttempts && chosen.length < maxTasks && findRival(task, taken);
        if (setAside.includes(task.id)) {
            held.push({ id: task.id, because: { is: 'set-aside' } });
        }
        else if (made >= maxAttempts) {
            held.push({ id: task.id, because: { is: 'out-of-attempts', attempts: made } });
        }
        else if (chosen.length >= maxTasks) {
            held.push({ id: task.id, because: { is: 'wave-full', maxTasks } });
        }
        else if (rival) {
            held.push({ id: task.id, because: { is: 'same-files', ...rival } });
        }
        else {
            chosen.push(task.id);
            taken.push(task);
        }
    }
    return { chosen, held };
}
function findRival(task, taken) {
    if (task.files.length === 0)
        return undefined;
    for (const other of taken) {
        const files = overlap(task.files, other.files);
        if (files !== undefined)
            return { as: other.id, files };
    }
    return undefined;
}
function inOrder(graph, ready) {
    const ahead = longestPaths(graph);
    return ready
        .map((id) => graph.find(id))
        .filter((task) => task !== undefined)
        .sort((a, b) => (ahead.get(b.id) ?? 0) - (ahead.get(a.id) ?? 0) ||
        a.priority - b.priority ||
        compareIds(a.id, b.id));
}
const collator = new Intl.Collator('en', { numeric: true });
/** `t2` before `t10`. */
function compareIds(a, b) {
    return collator.compare(a, b) || (a < b ? -1 : 1);
}

// EXTERNAL MODULE: ./packages/errors/src/index.ts + 3 modules
var src = __webpack_require__(5569);
;// CONCATENATED MODULE: ./packages/tasks/src/cycles.ts
/** Enough to mend a file by; a knot of thousands would fill the screen with variants of one mistake. */
const shown = 20;
/**
 * Circles among `nodes`, each as its full path, at least one for every knot.
 * Depth first with an explicit stack, so that long chains do not overflow; linear but for the paths shown.
 */
function findCycles(nodes, next) {
    const cycles = [];
    const finished = new Set();
    for (const root of nodes) {
        if (!finished.has(root))
            visit(root, next, finished, cycles);
    }
    return cycles;
}
function visit(root, next, finished, cycles) {
    const path = [root];
    const onPath = new Map([[root, 0]]);
    const pending = [next(root).values()];
    while (path.length > 0) {
        const step = pending.at(-1).next();
        if (step.done) {
            pending.pop();
            const left = path.pop();
            onPath.delete(left);
            finished.add(left);
            continue;
        }
        const at = onPath.get(step.value);
        if (at !== undefined) {
            if (cycles.length < shown)
                cycles.push(path.slice(at));
        }
        else if (!finished.has(step.value)) {
            onPath.set(step.value, path.length);
            path.push(step.value);
            pending.push(next(step.value).values());
        }
    }
}

;// CONCATENATED MODULE: ./packages/tasks/src/validate.ts


/** Every fault of a list of tasks: duplicates, references that lead nowhere, circles. */
function findFaults(tasks) {
    const byId = new Map();
    const duplicates = [];
    for (const task of tasks) {
        const first = byId.get(task.id);
        if (first)
            duplicates.push(duplicate(task, first));
        else
            byId.set(task.id, task);
    }
    const known = { byId, hint: limitedHint(byId) };
    const own = tasks.flatMap((task) => referenceFaults(task, known));
    return [...duplicates, ...own, ...circles(byId)];
}
function duplicate(task, first) {
    const other = first.source ? ` (the first is at ${first.source})` : '';
    return problem(task, `task "${task.id}" is defined twice${other}`, 'give one of them another id, or remove it');
}
/** Comparing with every id is dear, and after a hundred hints nobody reads another. */
function limitedHint(byId) {
    let left = 100;
    return (id) => (left-- > 0 ? (0,src/* suggest */.ZA)(id, byId.keys()) : '');
}
function referenceFaults(task, { byId, hint }) {
    const faults = [];
    for (const on of new Set(task.dependencies.map((dependency) => dependency.on))) {
        if (on === task.id) {
            faults.push(problem(task, `task "${task.id}" depends on itself`, `remove "${on}" from its dependencies`));
        }
        else if (!byId.has(on)) {
            faults.push(problem(task, `task "${task.id}" depends on "${on}", which does not exist${hint(on)}`, `correct the id, remove the dependency, or add a task "${on}"`));
        }
    }
    if (task.parent !== undefined && !byId.has(task.parent)) {
        faults.push(problem(task, `task "${task.id}" has the parent "${task.parent}", which does not exist${hint(task.parent)}`, 'correct the id of the parent, or leave it out'));
    }
    return faults;
}
function circles(byId) {
    const waits = findCycles(byId.values(), (task) => blockers(task, byId));
    const nested = findCycles(byId.values(), (task) => parents(task, byId));
    return [
        ...waits.map((path) => problem(path[0], `tasks wait for each other in a circle: ${showPath(path)}`, 'remove one of these dependencies')),
        ...nested.map((path) => problem(path[0], `tasks are each other's parents: ${showPath(path)}`, 'give one of them another parent')),
    ];
}
/** A closed task waits for nothing, so a circle through it is none. */
function blockers(task, byId) {
    if (task.state === 'closed')
        return [];
    return task.dependencies.flatMap(({ on, until }) => {
        const other = byId.get(on);
        const waits = until === 'closed' || until === 'failed';
        return waits && other && other !== task && other.state !== 'closed' ? [other] : [];
    });
}
function parents(task, byId) {
    const parent = task.parent === undefined ? undefined : byId.get(task.parent);
    return parent ? [parent] : [];
}
function showPath(path) {
    return [...path, path[0]].map((task) => task.id).join(' → ');
}
function problem(task, what, fix) {
    return task.source ? { what, fix, where: task.source } : { what, fix };
}

;// CONCATENATED MODULE: ./packages/tasks/src/task-graph.ts


/** Tasks whose references all lead somewhere and nowhere in a circle. Made by `buildGraph` only. */
class TaskGraph {
    tasks;
    #byId;
    #children;
    constructor(tasks) {
        this.tasks = tasks;
        this.#byId = new Map(tasks.map((task) => [task.id, task]));
        this.#children = groupByParent(tasks);
    }
    find(id) {
        return this.#byId.get(id);
    }
    children(id) {
        return this.#children.get(id) ?? [];
    }
}
/** The graph, or every fault that the tasks have at once. */
function buildGraph(tasks) {
    const problems = findFaults(tasks);
    return problems.length > 0 ? (0,src/* refused */.J5)(problems) : (0,src/* parsed */.Yz)(new TaskGraph(tasks));
}
function groupByParent(tasks) {
    const children = new Map();
    for (const task of tasks) {
        if (task.parent === undefined)
            continue;
        const siblings = children.get(task.parent);
        if (siblings)
            siblings.push(task);
        else
            children.set(task.parent, [task]);
    }
    return children;
}

;// CONCATENATED MODULE: ./packages/tasks/src/task-id.ts

const safe = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
function isTaskId(text) {
    return safe.test(text) && !text.includes('..') && !text.endsWith('.') && !text.endsWith('.lock');
}
function parseTaskId(text) {
    if (isTaskId(text))
        return (0,src/* parsed */.Yz)(text);
    return (0,src/* refused */.J5)([
        {
            what: `task id ${quote(text)} is not safe as a branch name`,
            fix: 'use 1 to 128 letters, digits, ".", "_" and "-", beginning with a letter or digit, without ".." and not ending in "." or ".lock"',
        },
    ]);
}
/** An id that is known to be good, in our own code and tests. */
function taskId(text) {
    if (isTaskId(text))
        return text;
    throw new TypeError(`not a task id: ${quote(text)}`);
}
function quote(text) {
    const shown = text.length > 60 ? `${text.slice(0, 60)}… (${text.length} characters)` : text;
    return JSON.stringify(shown);
}

;// CONCATENATED MODULE: ./packages/tasks/src/index.ts











/***/ })

};
