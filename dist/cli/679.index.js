export const id = 679;
export const ids = [679];
export const modules = {

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

// UNUSED EXPORTS: longestPaths, overlap

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
    const { ready, maxTasks, maxAttempts, attempts, busy = [] } = request;
    const taken = busy.map((id) => graph.find(id)).filter((task) => task !== undefined);
    const chosen = [];
    const held = [];
    for (const task of inOrder(graph, ready)) {
        const made = attempts.get(task.id) ?? 0;
        const rival = made < maxAttempts && chosen.length < maxTasks && findRival(task, taken);
        if (made >= maxAttempts) {
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
