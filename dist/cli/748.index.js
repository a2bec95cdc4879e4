export const id = 748;
export const ids = [748];
export const modules = {

/***/ 6748:
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
  yk: () => (/* reexport */ renderRunJson),
  SK: () => (/* reexport */ viewGraph)
});

// UNUSED EXPORTS: endOfAttempt, endOfRun, runJson, stateOfTask, stepOfConflict

;// CONCATENATED MODULE: ./packages/report/src/amounts.ts
/** What is shown where there is nothing to measure. */
const nothing = '–';
/** `0.4 s`, `12 s`, `1 m 12 s`, `2 h 5 m`. */
function formatSeconds(seconds) {
    if (seconds === undefined || !Number.isFinite(seconds))
        return nothing;
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
    return share === undefined ? nothing : `${Math.round(share * 100)} %`;
}
/** `1.62 ×` */
function formatTimes(ratio) {
    return ratio === undefined ? nothing : `${ratio.toFixed(2)} ×`;
}
/** `1 task`, `2 tasks`. */
function count(amount, thing, things = `${thing}s`) {
    return `${amount} ${amount === 1 ? thing : things}`;
}
/** `2026-03-01 09:30:05 UTC` */
function formatDate(date) {
    return isMoment(date) ? `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC` : nothing;
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
            value: formatSeconds(figures.wallSeconds),
            note: count(figures.waves, 'wave'),
        },
        {
            label: 'Work',
            value: formatSeconds(figures.workSeconds),
            note: `${count(figures.attempts, 'attempt')} in sum`,
        },
        {
            label: 'Speed-up',
            value: formatTimes(figures.speedUp),
            note: 'against one after another',
        },
        {
            label: 'Efficiency',
            value: formatPercent(figures.efficiency),
            note: `of ${count(jobs, 'worker')}`,
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
            state: stateOf(task, ready),
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
function stateOf(task, ready) {
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
function clean(text) {
    return text
        .replace(commands, '')
        .replace(/\r\n?|\u2028|\u2029/g, '\n')
        .replace(invisible, '')
        .replace(/\p{Cs}/gu, '\ufffd');
}
function cleanLine(text) {
    return clean(text).replace(/\s+/g, ' ').trim();
}

;// CONCATENATED MODULE: ./packages/report/src/escape/dot.ts

/** A quoted string of Graphviz; each part is a line of its own. */
function quote(...parts) {
    const lines = parts.map((part) => cleanLine(part).replace(/["\\]/g, '\\$&'));
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
    return shorten(cleanLine(text), length).replace(inWordOrSign, (match, sign) => sign === undefined ? match : `#${sign.charCodeAt(0)};`);
}
const inWordOrSign = /(?<=\w)[-._](?=\w)|([!-/:-@[-`{-~])/g;
function shorten(text, length) {
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
function tidy({ size, arrows }) {
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
function rank(graph) {
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
    const ranks = rank(graph);
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
    return reduce(tidy({ size: nodes.length, arrows })).map(({ from, to }) => ({
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
function renderFlowchart(chart) {
    const { nodes, edges } = chart;
    const fitted = fitEdges({ nodes: nodes.map(asNode), edges }, mostEdges);
    const texts = labelLengths.map((length) => render({ ...chart, edges: fitted.edges }, length));
    const text = texts.find(({ length }) => length <= mostSigns) ?? texts.at(-1) ?? '';
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
    return `${renderFlowchart({ nodes: chart, edges, classes })}\n`;
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
        const head = `Level ${level + 1}: ${count(ids.length, 'task')}`;
        return [head, ...(open > roomForTitles ? inLines(shown, width) : inRows(shown, width))].join('\n');
    });
    return [summary(view), ...paragraphs, legend(view), ...view.notes.map(cleanLine)]
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
    const path = criticalPath.ids.map(cleanLine).join(' → ');
    return [
        ...(title === undefined ? [] : [cleanLine(title)]),
        [count(tasks.length, 'task'), ...states].join(', '),
        levels.length === 0
            ? 'Nothing is left to do.'
            : `${count(levels.length, 'level')}; critical path of ${count(criticalPath.ids.length, 'task')}, ${count(criticalPath.minutes, 'minute')}: ${render_graph_text_shorten(path, 400)}`,
    ].join('\n');
}
const wordOf = {
    ready: 'ready',
    open: 'waiting',
    paused: 'paused',
    closed: 'done',
};
const markOf = { ready: '▸', open: ' ', paused: '‖', closed: '✓' };
function legend({ levels }) {
    return levels.length === 0 ? '' : '* critical path   ▸ ready   ‖ paused';
}
function inRows(nodes, width) {
    const longest = Math.min(24, Math.max(...nodes.map(({ id }) => cleanLine(id).length)));
    return nodes.map((node) => {
        const row = `  ${marks(node)} ${cleanLine(node.id).padEnd(longest)}  ${cleanLine(node.title)}`;
        return render_graph_text_shorten(row, width).trimEnd();
    });
}
function inLines(nodes, width) {
    const words = nodes.map((node) => `${marks(node)}${render_graph_text_shorten(cleanLine(node.id), width - 8)}`);
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
    return `${critical ? '*' : ' '}${markOf[state]}`;
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
        gaveWay: conflicts.filter(hasLostLines),
        requeued: conflicts.filter(({ step }) => step === 'requeued'),
    };
}
function listConflicts({ landings }) {
    return landings.flatMap(({ wave, conflicts }) => conflicts.map((conflict) => ({ ...conflict, wave })));
}
function hasLostLines(conflict) {
    return conflict.gaveWay !== undefined;
}
/** `src/a.ts:12` */
function placeOf({ path, line }) {
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
    return clean(text).replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

;// CONCATENATED MODULE: ./packages/report/src/wording.ts

/** The run in one sentence. */
function outcome(end, { tasks, wallSeconds }) {
    const before = tasks.doneBefore > 0 ? `, ${tasks.doneBefore} done before` : '';
    const landed = `${tasks.landed} of ${count(tasks.total, 'task')} landed`;
    return `${endOfRun[end]}: ${landed} in ${formatSeconds(wallSeconds)}${before}.`;
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
    ejected: 'bad',
    interrupted: 'wait',
};
const stepOfConflict = {
    'both-inserted': 'both insertions kept',
    'same-but-white-space': 'the same change, but for white space',
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
function shortCommit(commit) {
    return html `<code title="${commit}">${commit.slice(0, 10)}</code>`;
}

;// CONCATENATED MODULE: ./packages/report/src/html/conflicts.ts





/** Up to so many overwritten places are shown unfolded. */
const roomForOpen = 8;
/** Lines that gave way come first, with both versions: a person should agree with each. */
function renderConflicts(conflicts) {
    const lost = conflicts.filter(hasLostLines);
    const rest = conflicts.filter((conflict) => !hasLostLines(conflict));
    const open = lost.length <= roomForOpen;
    return html `${lost.length > 0 && html `<div class="card">${lost.map((conflict) => renderLost(conflict, open))}</div>`}${rest.length > 0 && renderTable(rest)}`;
}
function renderLost(conflict, open) {
    const { lines, kept, commit, task } = conflict.gaveWay;
    const whose = task !== undefined && html ` of <code>${task}</code>`;
    const author = task !== undefined && html `, written by <code>${task}</code>`;
    return html `
<div class="item"><details${open && html ` open`}><summary><code>${placeOf(conflict)}</code>: ${count(lines.length, 'line')}${whose} gave way to <code>${conflict.task}</code> (${stepOfConflict[conflict.step]})</summary>
<div class="versions"><div class="bad"><h4>Gave way${author}, still in ${shortCommit(commit)}</h4>${renderVersion(lines)}</div><div class="good"><h4>Stands now, written by <code>${conflict.task}</code> in wave ${conflict.wave}</h4>${renderVersion(kept)}</div></div></details></div>`;
}
function renderVersion(lines) {
    return lines.length > 0 ? renderLines(lines.join('\n')) : html `<pre class="soft">(nothing)</pre>`;
}
function renderTable(conflicts) {
    return html `<div class="card scroll"><table>
<thead><tr><th>Where</th><th>Task</th><th class="number">Wave</th><th>How it was settled</th></tr></thead>
<tbody>${conflicts.map((conflict) => html `
<tr><td><code>${placeOf(conflict)}</code></td><td><code>${conflict.task}</code></td><td class="number">${conflict.wave}</td><td>${stepOfConflict[conflict.step]}</td></tr>`)}
</tbody></table></div>`;
}

;// CONCATENATED MODULE: ./packages/report/src/layout/columns.ts



function cutIntoColumns(graph, tallest) {
    const tidied = tidy(graph);
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
    return new Map([...rank(graph).entries()].filter(([node]) => linked.has(node)));
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
    const signs = [...cleanLine(text)];
    const width = (sign) => (wide.test(sign) ? 2 : 1) * pixelsPerSign;
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
        count(report.jobs, 'worker'),
        `started ${formatDate(report.startedAt)}`,
    ];
}
function renderTile({ label, value, note }) {
    return html `
<div><dt>${label}</dt><dd class="value">${value}</dd><dd class="note">${note}</dd></div>`;
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
<tr id="task-${index + 1}"><td><code>${task.id}</code></td><td class="name">${task.title}${failures(task).map(renderFailure)}</td><td>${toned(toneOfTask[task.state], stateOfTask[task.state])}</td><td class="number">${task.attempts.at(-1)?.wave ?? '–'}</td><td class="number">${task.attempts.length || '–'}</td><td class="number">${task.attempts.length > 0 ? formatSeconds(seconds) : '–'}</td><td class="soft">${listIds(task.dependsOn)}</td></tr>`;
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
<tr><td>${wave}</td><td class="name">${landed.length > 0 ? listIds(landed) : html `<span class="soft">nothing</span>`}</td><td class="tight">${commit === undefined ? '–' : shortCommit(commit)}</td><td>${toned(toneOfChecks[checks], checksOfLanding[checks])}</td><td class="number">${conflicts.length}</td><td class="number">${formatSeconds(secondsBetween(startedAt, finishedAt))}</td></tr>`;
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
.versions { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr)); gap: 16px; margin-top: 12px; }
.versions > div { min-width: 0; }
.versions h4 { margin: 0; color: var(--soft); font-size: 13px; font-weight: 500; overflow-wrap: anywhere; }
.versions pre { border-left: 3px solid var(--tone); border-radius: 0 6px 6px 0; }
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
            title: `${task.id}: ${task.title} (${endOfAttempt[attempt.end]} after ${formatSeconds(seconds)}, wave ${attempt.wave}${again})`,
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
    return `Wave ${landing.wave}, ${count(landing.landed.length, 'task')} landed${landed} (${checksOfLanding[landing.checks]}, ${formatSeconds(seconds)})`;
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
        return html `<path class="tick" d="M${x} ${timeline_top - 6}V${bottom}"/><text class="axis" x="${x}" y="${bottom + 18}" text-anchor="middle">${formatSeconds(at)}</text>`;
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
    const { stuck } = attention(report);
    const conflicts = listConflicts(report);
    const { tasks, landings } = report;
    return [
        ...(stuck.length > 0
            ? [
                {
                    id: 'stuck',
                    title: 'Needs a person',
                    note: count(stuck.length, 'task'),
                    body: renderStuck(stuck),
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
            note: count(conflicts.length, 'place'),
            body: conflicts.length > 0
                ? renderConflicts(conflicts)
                : empty('No two tasks changed the same place.'),
        },
        {
            id: 'merged',
            title: 'What was merged',
            note: count(landings.length, 'landing'),
            body: landings.length > 0 ? renderLandings(landings) : empty('Nothing.'),
        },
        {
            id: 'tasks',
            title: 'Tasks',
            note: count(tasks.length, 'task'),
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
function words(text) {
    return cleanLine(text)
        .replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
        .replace(/[\\`*_[\]|~$#!]/g, '\\$&')
        .replace(/^([-+=:]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
        .replace(seams, `$&${gap}`);
}
/** An id, a path or the like. Backticks where that is safe, and where it is not, the same look. */
function code(text) {
    const line = cleanLine(text);
    const isTame = /^[A-Za-z0-9./][\w./ -]*(?::\d+)?$/.test(line) && !/\bgh-\d|www\./i.test(line);
    return isTame ? `\`${line}\`` : `<code>${words(line)}</code>`;
}
/** Lines as they are, in a fence that they cannot close. */
function fence(text, language = '') {
    const body = clean(text);
    const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
    const ticks = '`'.repeat(longest + 1);
    return `${ticks}${language}\n${body}\n${ticks}`;
}
/** A table of cells that are already Markdown. */
function table(head, rows) {
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
    return fence(renderFlowchart({ nodes, edges, classes: graph_classes }), 'mermaid');
}

;// CONCATENATED MODULE: ./packages/report/src/markdown/landings.ts




function landings_renderLandings({ landings }) {
    if (landings.length === 0)
        return 'Nothing was merged.';
    return table(['Wave', 'Landed', 'Commit', 'Checks', 'Conflicts', 'Time'], landings.map(({ wave, landed, commit, checks, conflicts, startedAt, finishedAt }) => [
        String(wave),
        landed.length > 0 ? landed.map(code).join(', ') : 'nothing',
        commit === undefined ? nothing : code(commit.slice(0, 10)),
        checksOfLanding[checks],
        String(conflicts.length),
        formatSeconds(secondsBetween(startedAt, finishedAt)),
    ]));
}
function landings_renderConflicts(report) {
    const conflicts = listConflicts(report);
    if (conflicts.length === 0)
        return 'No two tasks changed the same place.';
    return table(['Where', 'Task', 'Wave', 'How it was settled'], conflicts.map((conflict) => [
        code(placeOf(conflict)),
        code(conflict.task),
        String(conflict.wave),
        stepOfConflict[conflict.step],
    ]));
}

;// CONCATENATED MODULE: ./packages/report/src/markdown/read-first.ts





/** What a person has to look at: tasks that are stuck, lines that gave way, conflicts put back. */
function renderReadFirst(report) {
    const found = attention(report);
    const parts = [stuckPart(found), gaveWayPart(found), requeuedPart(found)].flat();
    return parts.length > 0 ? parts.join('\n\n') : 'Nothing needs a second look.';
}
function stuckPart({ stuck }) {
    return stuck.length > 0 ? ['### Tasks that do not go on', ...stuck.map(read_first_renderStuck)] : [];
}
function read_first_renderStuck(task) {
    const reason = lastReason(task);
    return [
        `**${code(task.id)} ${words(task.title)}** (${stateOfTask[task.state]})`,
        ...(task.stuck
            ? [`Why: ${words(task.stuck.why)}`, `What to do: ${words(task.stuck.remedy)}`]
            : []),
        ...(reason === undefined ? [] : [folded('What the last attempt said', fence(tail(reason)))]),
    ].join('\n\n');
}
function gaveWayPart({ gaveWay }) {
    if (gaveWay.length === 0)
        return [];
    return ['### Lines that gave way', ...gaveWay.map(renderGaveWay)];
}
function renderGaveWay(conflict) {
    const { lines, kept, commit, task } = conflict.gaveWay;
    const whose = task === undefined ? '' : ` of ${code(task)}`;
    const author = task === undefined ? '' : `, written by ${code(task)}`;
    return [
        `${code(placeOf(conflict))}: ${count(lines.length, 'line')}${whose} gave way to ${code(conflict.task)} (${stepOfConflict[conflict.step]}).`,
        folded('Both versions', `Gave way${author}, still in ${code(commit)}:\n\n${version(lines)}\n\nStands now, written by ${code(conflict.task)}:\n\n${version(kept)}`),
    ].join('\n\n');
}
function version(lines) {
    return lines.length > 0 ? fence(lines.join('\n')) : '*(nothing)*';
}
function requeuedPart({ requeued }) {
    if (requeued.length === 0)
        return [];
    return ['### Conflicts that put a task back', requeued.map(renderRequeued).join('\n')];
}
function renderRequeued(conflict) {
    return `- ${code(conflict.task)} at ${code(placeOf(conflict))} in wave ${conflict.wave}`;
}
function folded(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

;// CONCATENATED MODULE: ./packages/report/src/markdown/tasks.ts




function tasks_renderTasks(tasks) {
    return table(['Task', 'What', 'Result', 'Attempts', 'Time', 'Wave'], tasks.map((task) => [
        code(task.id),
        words(task.title),
        `${wording_markOf[toneOfTask[task.state]]} ${stateOfTask[task.state]}`,
        task.attempts.length > 0 ? String(task.attempts.length) : nothing,
        task.attempts.length > 0 ? formatSeconds(timeOf(task)) : nothing,
        String(task.attempts.at(-1)?.wave ?? nothing),
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
    return fence(lines.join('\n'), 'mermaid');
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
        `# ${words(report.title)}`,
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
    return `${code(branch)} from ${code(base)}, ${how}, with ${count(jobs, 'worker')}, started ${formatDate(startedAt)}.`;
}
function renderFigures(numbers, jobs) {
    return table(['Figure', 'Value', ''], listFigures(numbers, jobs).map(({ label, value, note }) => [label, value, note]));
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
    };
}
function conflictJson({ task, path, line, step, gaveWay }) {
    return {
        task,
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
function iso(date) {
    return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

;// CONCATENATED MODULE: ./packages/report/src/index.ts













/***/ })

};
