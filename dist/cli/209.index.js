export const id = 209;
export const ids = [209];
export const modules = {

/***/ 209:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ch: () => (/* reexport */ open_store_openStore)
});

// UNUSED EXPORTS: installBd, openDoltClone

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./packages/errors/src/index.ts + 3 modules
var src = __webpack_require__(5569);
;// CONCATENATED MODULE: ./packages/beads/src/bd/environment.ts
/** What bd may know: where things are, its own settings, and how its pushes authenticate. */
const allowed = [
    /^(PATH|HOME|USER|LOGNAME|USERPROFILE|SYSTEMROOT|PATHEXT|APPDATA|LOCALAPPDATA)$/i,
    /^(TMPDIR|TMP|TEMP|TZ|LANG|LC_.*|XDG_.*)$/,
    /^(BEADS|BD)_/,
    /^GIT_(ASKPASS|SSH|SSH_COMMAND|TERMINAL_PROMPT|CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+))$/,
    /^GIT_(AUTHOR|COMMITTER)_(NAME|EMAIL|DATE)$/,
    /^SSH_(AUTH_SOCK|ASKPASS)$/,
];
function bdEnvironment(env) {
    const kept = {};
    for (const [name, value] of Object.entries(env)) {
        if (value !== undefined && allowed.some((pattern) => pattern.test(name)))
            kept[name] = value;
    }
    return {
        ...kept,
        BD_DISABLE_METRICS: '1',
        BD_JSON_ENVELOPE: '0',
        BD_NON_INTERACTIVE: '1',
        BEADS_NO_DAEMON: '1',
    };
}

;// CONCATENATED MODULE: ./packages/beads/src/bd/failures.ts

const install = 'install Beads 1.3 (https://github.com/gastownhall/beads#installation), or name the binary of one';
function notInstalled(binary, cause) {
    return new src/* UserError */.yo({ what: `"${binary}" cannot be run: is Beads installed?`, fix: install }, { cause });
}
function tooSlow(command, timeoutMs) {
    return new src/* UserError */.yo({
        what: `"${command}" did not end within ${timeoutMs / 1000} seconds and was stopped`,
        fix: 'see whether another bd holds its database, then run again, with a longer time limit if it needs one',
    });
}
function tooMuchOutput(command, limit) {
    return new src/* UserError */.yo({
        what: `"${command}" printed more than ${limit / 1024 / 1024} MiB`,
        fix: 'prune old closed issues from the store',
    });
}
function notJson(command, output) {
    const shown = output.trim() === '' ? 'nothing' : JSON.stringify(output.slice(0, 200));
    return new src/* UserError */.yo({
        what: `"${command}" ended well, but printed ${shown} instead of JSON`,
        fix: 'run the command by hand in the repository; `bd doctor` checks the store',
    });
}
/** A failed call in our words where its reason is known; bd's own words are always in it. */
function explainFailure(command, call) {
    const said = whatItSaid(call);
    const cause = new Error(`exit code ${call.code}: ${said}`);
    const what = `"${command}" failed: ${said}`;
    const known = remedies.find(({ pattern }) => pattern.test(said));
    const fix = known?.fix ?? 'run the command by hand in the repository; `bd doctor` checks the store';
    return new src/* UserError */.yo({ what, fix }, { cause });
}
const remedies = [
    {
        pattern: /no beads database found/i,
        fix: 'get the store with `bd bootstrap`, or begin one with `bd init`, in the repository',
    },
    {
        pattern: /schema.*(newer|skew|ahead)|(newer|forward).*schema/i,
        fix: 'the store is newer than this bd: install the version of bd that wrote it',
    },
    {
        pattern: /prefix mismatch|does not match.*prefix|invalid.*prefix/i,
        fix: "give the tasks ids with the store's prefix, or keep them in a JSONL file of their own and name that as the store",
    },
    {
        pattern: /read-?only/i,
        fix: 'give yourself write permission to `.beads`, or run as its owner',
    },
    {
        pattern: /no space left/i,
        fix: 'free some space and run the same command again',
    },
    {
        pattern: /database is locked|lock timeout|another process/i,
        fix: 'wait until the other bd has finished and run again',
    },
];
/** An error object on stdout or stderr, else the last lines of stderr. */
function whatItSaid({ stdout, stderr, code }) {
    for (const text of [stdout, stderr]) {
        const error = errorIn(text);
        if (error !== undefined)
            return error;
    }
    const lines = stderr
        .trim()
        .split('\n')
        .filter((line) => !/^warning:/i.test(line));
    return lines.slice(-5).join(' ').trim() || `exit code ${code} and not a word`;
}
function errorIn(text) {
    try {
        const value = JSON.parse(text);
        if (typeof value !== 'object' || value === null || !('error' in value))
            return undefined;
        return String(value.error);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/beads/src/bd/bd.ts



/** One `bd`, called in one repository. */
class bd_Bd {
    #options;
    constructor(options) {
        this.#options = options;
    }
    with(global) {
        return new bd_Bd({ ...this.#options, global });
    }
    withEnvironment(more) {
        const { env } = this.#options;
        return new bd_Bd({ ...this.#options, env: { ...env, ...more } });
    }
    /** What it printed, or an error that says what to do. Its stderr is noise unless it fails. */
    async run(args, input = '') {
        // No argument can hold a NUL, whatever somebody's text holds.
        const all = [...(this.#options.global ?? []), ...args].map((arg) => arg.replaceAll('\0', ''));
        const result = await execute(all, input, this.#options);
        if (result.is === 'done')
            return result.stdout;
        const command = `${this.#options.binary} ${args[0]}`;
        switch (result.is) {
            case 'missing':
                throw notInstalled(this.#options.binary, result.cause);
            case 'slow':
                throw tooSlow(command, this.#options.timeoutMs);
            case 'loud':
                throw tooMuchOutput(command, outputLimit);
            case 'failed':
                throw explainFailure(command, result);
        }
    }
}
const outputLimit = 512 * 1024 * 1024;
function execute(args, input, options) {
    const { binary, dir, env, timeoutMs } = options;
    const child = (0,external_node_child_process_.spawn)(binary, args, { cwd: dir, env: bdEnvironment(env), windowsHide: true });
    const out = collect(child.stdout, () => child.kill('SIGKILL'));
    const err = collect(child.stderr, () => child.kill('SIGKILL'));
    let isSlow = false;
    const timer = setTimeout(() => {
        isSlow = true;
        child.kill('SIGKILL');
    }, timeoutMs);
    // A bd that ends without reading its input breaks the pipe; its exit code says what went wrong.
    child.stdin.on('error', () => { });
    child.stdin.end(input);
    return new Promise((resolve, reject) => {
        child.on('error', (cause) => {
            clearTimeout(timer);
            const isMissing = cause.code === 'ENOENT' || cause.code === 'EACCES';
            if (isMissing)
                resolve({ is: 'missing', cause });
            else
                reject(cause);
        });
        child.on('close', (code, signal) => {
            clearTimeout(timer);
            if (isSlow)
                resolve({ is: 'slow' });
            else if (out.isFull() || err.isFull())
                resolve({ is: 'loud' });
            else if (code === 0)
                resolve({ is: 'done', stdout: out.text() });
            else
                resolve({ is: 'failed', code: code ?? signal ?? 1, stdout: out.text(), stderr: err.text() });
        });
    });
}
function collect(stream, whenFull) {
    const chunks = [];
    let size = 0;
    stream.on('data', (chunk) => {
        size += chunk.length;
        if (size > outputLimit)
            whenFull();
        else
            chunks.push(chunk);
    });
    return { isFull: () => size > outputLimit, text: () => Buffer.concat(chunks).toString() };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
;// CONCATENATED MODULE: ./packages/beads/src/issues/journal.ts

const mark = '[wavefront] ';
const reasonLimit = 4096;
const attemptSchema = schemas/* object */.Ikc({
    wave: schemas/* int */.Whr().min(1),
    attempt: schemas/* int */.Whr().min(1),
    end: schemas/* enum */.k5n([
        'failed',
        'timed-out',
        'no-changes',
        'rejected',
        'landed',
        'requeued',
        'set-aside',
        'ejected',
    ]),
    at: schemas/* string */.YjP(),
    seconds: schemas/* number */.aig(),
    commit: schemas/* string */.YjP().exactOptional(),
    url: schemas/* string */.YjP().exactOptional(),
    reason: schemas/* string */.YjP().exactOptional(),
});
const filesSchema = schemas/* object */.Ikc({ files: schemas/* array */.YOg(schemas/* string */.YjP()) });
const pauseSchema = schemas/* object */.Ikc({ paused: schemas/* string */.YjP() });
function parseJournal(notes) {
    const attempts = new Map();
    const files = [];
    const text = [];
    let paused;
    if (!notes.includes(mark))
        return { attempts: [], files, text: notes.trim() };
    for (const line of notes.split('\n')) {
        const value = readEntry(line);
        const attempt = attemptSchema.safeParse(value);
        const declared = filesSchema.safeParse(value);
        const pause = pauseSchema.safeParse(value);
        if (attempt.success)
            keepFirst(attempts, attempt.data);
        else if (declared.success)
            files.push(...declared.data.files);
        else if (pause.success)
            paused = pause.data.paused;
        else
            text.push(line);
    }
    return {
        attempts: [...attempts.values()].sort(byAge),
        files,
        ...(paused === undefined ? {} : { paused }),
        text: text.join('\n').trim(),
    };
}
/** The notes' line for an attempt. Hostile text in its reason stays inside one JSON string. */
function renderAttempt(attempt) {
    const { wave, attempt: number, end, at, seconds, commit, url, reason } = attempt;
    const known = { wave, attempt: number, end, at, seconds, commit, url };
    return entry(reason === undefined ? known : { ...known, reason: cleanReason(reason) });
}
/** Notes with one more attempt below what is there. */
function appendAttempt(notes, attempt) {
    const line = renderAttempt(attempt);
    return notes === '' ? line : `${notes.replace(/\n$/, '')}\n${line}`;
}
function renderFiles(files) {
    return entry({ files });
}
function renderPause(why) {
    return entry({ paused: why });
}
/** Somebody's text with every line that would pass for one of ours quoted. */
function asPlainNotes(text) {
    return text.replaceAll(/^(?=\[wavefront\] )/gm, '> ');
}
function isSameAttempt(a, b) {
    return a.wave === b.wave && a.attempt === b.attempt;
}
function readEntry(line) {
    if (!line.startsWith(mark))
        return undefined;
    try {
        return JSON.parse(line.slice(mark.length));
    }
    catch {
        return undefined;
    }
}
function entry(value) {
    return mark + JSON.stringify(value);
}
/** No control characters but tab and line feed, no halves of characters, and at most 4 KiB: the end of it. */
function cleanReason(reason) {
    const clean = reason
        .replaceAll('\r\n', '\n')
        .replaceAll(/(?![\n\t])[\p{Cc}\p{Cs}\u2028\u2029]/gu, '');
    const bytes = Buffer.byteLength(clean);
    if (bytes <= reasonLimit)
        return clean;
    const end = Buffer.from(clean).subarray(bytes - reasonLimit + Buffer.byteLength('…'));
    return `…${end.toString().replace(/^\uFFFD+/, '')}`;
}
function keepFirst(attempts, attempt) {
    const key = `${attempt.wave}/${attempt.attempt}`;
    if (!attempts.has(key))
        attempts.set(key, attempt);
}
function byAge(a, b) {
    return a.wave - b.wave || a.attempt - b.attempt;
}

;// CONCATENATED MODULE: ./packages/beads/src/issues/new-issue.ts

function newIssue(task, writing) {
    const at = writing.now.toISOString();
    const dependencies = edgesOf(task, writing);
    return {
        id: task.id,
        title: task.title,
        ...textsOf(task, writing),
        status: statuses[task.state],
        priority: priorityOf(task),
        issue_type: task.kind === 'epic' ? 'epic' : 'task',
        ...(task.externalRef === undefined ? {} : { external_ref: task.externalRef }),
        ...(task.minutes === undefined ? {} : { estimated_minutes: minutesOf(task.minutes) }),
        created_at: at,
        // Classic bd takes issues with the same words for one issue unless their creators differ.
        created_by: writing.dialect === 'classic' ? `wavefront/${task.id}` : 'wavefront',
        updated_at: at,
        ...(task.state === 'closed' ? { closed_at: at, close_reason: task.why ?? 'Closed' } : {}),
        ...(hasMetadata(writing) && task.files.length > 0 ? { metadata: { files: task.files } } : {}),
        ...(dependencies.length > 0 ? { dependencies } : {}),
    };
}
/** Classic bd has no metadata, so there the files are a line of the notes. */
function hasMetadata({ dialect }) {
    return dialect === 'dolt';
}
/** The texts that the task has, under the names of an issue's fields. */
function textsOf(task, writing) {
    const { description, details, acceptance, notes } = task.brief;
    const ownNotes = notes ? [asPlainNotes(notes)] : [];
    const files = !hasMetadata(writing) && task.files.length > 0 ? [renderFiles(task.files)] : [];
    const pause = task.state === 'paused' ? [renderPause(task.why ?? 'deferred')] : [];
    const allNotes = [...ownNotes, ...files, ...pause].join('\n');
    return {
        ...(description ? { description } : {}),
        ...(details ? { design: details } : {}),
        ...(acceptance ? { acceptance_criteria: acceptance } : {}),
        ...(allNotes ? { notes: allNotes } : {}),
    };
}
function edgesOf(task, { now }) {
    const edge = (on, type) => ({
        issue_id: task.id,
        depends_on_id: on,
        type,
        created_at: now.toISOString(),
        created_by: 'wavefront',
    });
    const blockers = task.dependencies.map(({ on, until }) => {
        const { type, gate } = edgeTypes[until];
        return gate ? { ...edge(on, type), metadata: JSON.stringify({ gate }) } : edge(on, type);
    });
    return task.parent === undefined ? blockers : [edge(task.parent, 'parent-child'), ...blockers];
}
/** Bd knows the priorities 0 to 4. */
function priorityOf(task) {
    return Math.min(4, Math.max(0, Math.round(task.priority)));
}
function minutesOf(minutes) {
    return Math.max(1, Math.round(minutes));
}
const statuses = {
    open: 'open',
    closed: 'closed',
    paused: 'deferred',
};
const edgeTypes = {
    closed: { type: 'blocks' },
    failed: { type: 'conditional-blocks' },
    'children-closed': { type: 'waits-for', gate: 'all-children' },
    'any-child-closed': { type: 'waits-for', gate: 'any-children' },
};

;// CONCATENATED MODULE: ./packages/beads/src/issues/issue.ts

const issue_text = schemas/* string */.YjP().nullish();
const edge = schemas/* object */.Ikc({
    depends_on_id: schemas/* string */.YjP(),
    type: issue_text,
    metadata: schemas/* unknown */.L5J().optional(),
});
/** The fields of an issue that matter to us. Bd's others are nobody's business here, and are kept. */
const issueSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP().min(1),
    title: issue_text,
    description: issue_text,
    design: issue_text,
    acceptance_criteria: issue_text,
    notes: issue_text,
    status: issue_text,
    priority: schemas/* number */.aig().nullish(),
    issue_type: issue_text,
    assignee: issue_text,
    estimated_minutes: schemas/* number */.aig().nullish(),
    external_ref: issue_text,
    created_at: issue_text,
    updated_at: issue_text,
    close_reason: issue_text,
    defer_until: issue_text,
    metadata: schemas/* unknown */.L5J().optional(),
    pinned: schemas/* boolean */.zMY().nullish(),
    ephemeral: schemas/* boolean */.zMY().nullish(),
    is_template: schemas/* boolean */.zMY().nullish(),
    /** Early writers named the parent here instead of in an edge. */
    parent_id: issue_text,
    dependencies: schemas/* array */.YOg(edge).nullish(),
});
function statusOf(issue) {
    return issue.status || 'open';
}
function isTombstone(issue) {
    return issue.status === 'tombstone';
}
/** Neither closed nor deleted. */
function isLeft(issue) {
    return statusOf(issue) !== 'closed' && !isTombstone(issue);
}
/** The issues that this one names as its parent, the first first. */
function parentsOf(issue) {
    if (!issue.dependencies?.length)
        return issue.parent_id ? [issue.parent_id] : [];
    const edges = (issue.dependencies ?? []).filter((edge) => edge.type === 'parent-child');
    if (edges.length > 0)
        return [...new Set(edges.map((edge) => edge.depends_on_id))];
    return issue.parent_id ? [issue.parent_id] : [];
}

;// CONCATENATED MODULE: ./packages/beads/src/issues/parse-issues.ts


const conflictMarker = /^(<{7}|={7}|>{7}|\|{7})( |$)/;
/** The issues of a JSONL text, or every broken line at once. */
function parseIssues(text, file) {
    const issues = [];
    const problems = [];
    for (const [index, raw] of splitLines(text).entries()) {
        const line = parseLine(raw);
        if (line.is === 'issue')
            issues.push({ issue: line.issue, number: index + 1 });
        if (line.is === 'broken') {
            problems.push({ what: line.what, where: `${file}:${index + 1}`, fix: line.fix });
        }
    }
    return problems.length > 0 ? (0,src/* refused */.J5)(problems) : (0,src/* parsed */.Yz)(issues);
}
function splitLines(text) {
    return text.replace(/^\uFEFF/, '').split(/\r?\n/);
}
function parseLine(raw) {
    if (raw.trim() === '')
        return { is: 'skipped' };
    if (conflictMarker.test(raw))
        return unresolved;
    const read = readJson(raw);
    if (!read.ok)
        return { is: 'broken', what: `not a JSON line: ${read.why}`, fix: repair };
    if (isOtherRecord(read.value))
        return { is: 'skipped' };
    const result = issueSchema.safeParse(read.value);
    if (!result.success)
        return { is: 'broken', what: describe(result.error), fix: repair };
    return { is: 'issue', issue: result.data };
}
const repair = 'repair the line so that it is one JSON object per issue, or restore the file from git';
const unresolved = {
    is: 'broken',
    what: 'a merge conflict is not resolved',
    fix: 'keep the lines of both sides, one per issue, and delete the conflict markers',
};
function readJson(text) {
    try {
        return { ok: true, value: JSON.parse(text) };
    }
    catch (error) {
        return { ok: false, why: error.message };
    }
}
/** Bd exports memories and the like between the issues, marked by `_type`. */
function isOtherRecord(value) {
    if (typeof value !== 'object' || value === null || !('_type' in value))
        return false;
    return value._type !== 'issue';
}
function describe(error) {
    const [issue] = error.issues;
    const field = issue?.path.join('.') ?? '';
    return field ? `the field "${field}" is wrong: ${issue?.message}` : 'not an issue';
}

// EXTERNAL MODULE: ./packages/tasks/src/index.ts + 12 modules
var tasks_src = __webpack_require__(6607);
;// CONCATENATED MODULE: ./packages/beads/src/issues/requests.ts



/** Fails, before anything is written, if a change is for a task that the store does not have. */
function refuseUnknown(changes, stored, where) {
    const known = new Set(stored.tasks.map((task) => task.id));
    const asked = new Set([...changes.close, ...changes.record].map(({ id }) => id));
    const unknown = [...asked].filter((id) => !known.has(id));
    if (unknown.length > 0)
        throw new src/* UserError */.yo(unknown.map((id) => missing(id, where)));
}
function missing(id, where) {
    return {
        what: `the store has no task "${id}"`,
        where,
        fix: 'see whether it was renamed or deleted since the run began, and run again',
    };
}
/** What of the changes is not so yet. */
function remaining(changes, stored) {
    const closed = new Set(stored.tasks.filter((task) => task.state === 'closed').map((task) => task.id));
    return {
        close: firstOfEach(changes.close.filter(({ id }) => !closed.has(id))),
        record: changes.record.filter(({ id, attempt }, place) => {
            const isThere = stored.attempts.get(id)?.some((one) => isSameAttempt(one, attempt));
            const isAgain = changes.record
                .slice(0, place)
                .some((one) => one.id === id && isSameAttempt(one.attempt, attempt));
            return !isThere && !isAgain;
        }),
    };
}
function firstOfEach(closes) {
    return [...new Map([...closes].reverse().map((close) => [close.id, close])).values()].reverse();
}
/** The store said that all went well; believe it only when what was asked can be read in it. */
function insistOn(changes, stored, where) {
    const { close, record } = remaining(changes, stored);
    const fix = 'run again: what is done is kept; if it happens twice, look at the store by hand';
    const problems = [
        ...close.map(({ id }) => ({ what: `task "${id}" was closed, but is not closed`, where, fix })),
        ...record.map(({ id, attempt }) => ({
            what: `attempt ${attempt.attempt} of task "${id}" was recorded, but is not there`,
            where,
            fix,
        })),
    ];
    if (problems.length > 0)
        throw new src/* UserError */.yo(problems);
}
/** Faulty tasks are refused before any of them is stored. References may lead to what is there already. */
function refuseFaulty(tasks, stored) {
    const added = new Set(tasks.map((task) => task.id));
    (0,src/* unwrap */.oA)((0,tasks_src/* buildGraph */.ZG)([...stored.tasks.filter((task) => !added.has(task.id)), ...tasks]));
}

;// CONCATENATED MODULE: ./packages/beads/src/issues/declared-files.ts
/** The paths and globs in an issue's metadata, `{"files": […]}`, which some writers keep as a string. */
function declaredFiles(metadata) {
    const value = typeof metadata === 'string' ? tryParse(metadata) : metadata;
    if (typeof value !== 'object' || value === null || !('files' in value))
        return [];
    if (!Array.isArray(value.files))
        return [];
    return value.files.filter((file) => typeof file === 'string' && file !== '');
}
function tryParse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/beads/src/issues/gate.ts

function readGate(edge, dialect) {
    const { gate = 'all-children', spawner_id, also_blocks } = readMetadata(edge.metadata);
    if (dialect === 'dolt') {
        return {
            opens: gate === 'any-children' ? 'any-child-closed' : 'children-closed',
            spawner: edge.depends_on_id,
            alsoBlocks: also_blocks === true || also_blocks === 'true',
        };
    }
    return {
        opens: classicGates.get(gate) ?? 'always',
        spawner: typeof spawner_id === 'string' ? spawner_id : edge.depends_on_id,
        alsoBlocks: false,
    };
}
const classicGates = new Map([
    [null, 'children-closed'],
    ['all-children', 'children-closed'],
    ['any-children', 'any-child-closed'],
]);
/** An edge's metadata is a string that holds JSON. */
function readMetadata(metadata) {
    try {
        const value = typeof metadata === 'string' ? JSON.parse(metadata) : metadata;
        return typeof value === 'object' && value !== null ? { ...value } : {};
    }
    catch {
        return {};
    }
}
/** Is the gate closed at this moment? The kinds of bd differ in what a pinned child and no child mean. */
function standsInTheWay(gate, { children, isThere, dialect }) {
    const statuses = children.map(statusOf);
    const isDone = (status) => status === 'closed' || status === 'tombstone';
    if (dialect === 'classic') {
        return gate.opens === 'children-closed' ? !statuses.every(isDone) : !statuses.some(isDone);
    }
    const living = statuses.filter((status) => status !== 'tombstone');
    const active = living.some((status) => status !== 'closed' && status !== 'pinned');
    if (!isThere || !active)
        return false;
    return gate.opens === 'children-closed' || !living.includes('closed');
}

;// CONCATENATED MODULE: ./packages/beads/src/issues/revision.ts





/** Nothing when the issue already says so. What the task does not mention stays as it is, but for its edges. */
function revise(issue, task, writing) {
    const fields = changedFields(issue, task, writing);
    const edges = changedEdges(issue, edgesOf(task, writing), writing);
    const closes = task.state === 'closed';
    const movesFiles = hasMetadata(writing) &&
        task.files.length > 0 &&
        !sameItems(declaredFiles(issue.metadata), task.files);
    const isNothing = Object.keys(fields).length + edges.addEdges.length + edges.dropEdges.length === 0 &&
        !closes &&
        !movesFiles;
    if (isNothing)
        return undefined;
    return { fields, closes, ...edges, ...(movesFiles ? { files: task.files } : {}) };
}
function changedFields(issue, task, writing) {
    const { notes: _, ...texts } = textsOf(task, writing);
    const { status, paused } = revisedPause(issue, task);
    const wanted = {
        title: task.title,
        ...texts,
        notes: revisedNotes(issue.notes ?? '', paused, { task, writing }),
        status,
        priority: priorityOf(task),
        ...(task.minutes === undefined ? {} : { estimated_minutes: minutesOf(task.minutes) }),
    };
    const now = { ...issue, notes: issue.notes ?? '', status: statusOf(issue) };
    return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => now[name] !== value));
}
/**
 * A plan takes up again what a plan has paused. What a person has deferred, claimed or blocked
 * stays so, and so does what a person has taken up although the plan had paused it.
 */
function revisedPause(issue, task) {
    const status = statusOf(issue);
    const { paused } = parseJournal(issue.notes ?? '');
    const isMarked = paused !== undefined;
    if (task.state === 'paused' && (isMarked || status === 'open')) {
        return { status: isMarked ? status : 'deferred', paused: task.why ?? 'deferred' };
    }
    if (task.state === 'open' && isMarked) {
        const isOurs = status === 'deferred' && !issue.defer_until;
        return { status: isOurs ? 'open' : status };
    }
    return { status, paused };
}
/** The notes with the task's text and files, and the attempts that were recorded in them. */
function revisedNotes(notes, paused, { task, writing }) {
    const journal = parseJournal(notes);
    const text = task.brief.notes ? asPlainNotes(task.brief.notes) : journal.text;
    const files = hasMetadata(writing) || task.files.length === 0 ? journal.files : task.files;
    const isSame = text === journal.text && sameItems(files, journal.files) && paused === journal.paused;
    if (isSame)
        return notes;
    const lines = [
        ...(files.length > 0 ? [renderFiles(files)] : []),
        ...(paused === undefined ? [] : [renderPause(paused)]),
        ...journal.attempts.map(renderAttempt),
    ];
    return [...(text ? [text] : []), ...lines].join('\n');
}
function changedEdges(issue, wanted, { dialect }) {
    const keyOf = (edge) => {
        const gate = edge.type === 'waits-for' ? readGate({ metadata: undefined, ...edge }, dialect).opens : '';
        return `${edge.type} ${gate} ${edge.depends_on_id}`;
    };
    const current = ownEdges(issue);
    const has = new Set(current.map(keyOf));
    const wants = new Set(wanted.map(keyOf));
    return {
        addEdges: wanted.filter((edge) => !has.has(keyOf(edge))),
        dropEdges: current.filter((edge) => !wants.has(keyOf(edge))),
    };
}
/** The edges that a task can express; all others are left alone. */
function ownEdges(issue) {
    const parents = parentsOf(issue).map((id) => ({
        depends_on_id: id,
        type: 'parent-child',
        metadata: undefined,
    }));
    const blockers = (issue.dependencies ?? []).filter((edge) => blocking.has(edge.type ?? ''));
    return [...parents, ...blockers];
}
const blocking = new Set(['blocks', 'conditional-blocks', 'waits-for']);
function sameItems(a, b) {
    return a.length === b.length && a.every((item, place) => item === b[place]);
}

;// CONCATENATED MODULE: ./packages/beads/src/issues/issue-index.ts


function indexIssues(issues) {
    const living = new Map(issues.filter((one) => !isTombstone(one)).map((one) => [one.id, one]));
    const children = groupByParent(issues);
    const known = new Map();
    const parents = (issue) => {
        const found = known.get(issue) ??
            parentsOf(issue)
                .map((id) => living.get(id))
                .filter(isParent);
        known.set(issue, found);
        return found;
    };
    return {
        find: (id) => living.get(id),
        children: (id) => children.get(id) ?? [],
        parents,
        areKin: (one, other) => isAbove(one, other, parents) || isAbove(other, one, parents),
    };
}
function isAbove(upper, lower, parents) {
    if (parents(lower).length === 0)
        return false;
    const seen = new Set();
    const queue = [lower];
    for (const issue of queue) {
        for (const parent of parents(issue)) {
            if (parent.id === upper.id)
                return true;
            if (!seen.has(parent.id))
                queue.push(parent);
            seen.add(parent.id);
        }
    }
    return false;
}
function groupByParent(issues) {
    const children = new Map();
    for (const issue of issues) {
        for (const parent of parentsOf(issue)) {
            const siblings = children.get(parent);
            if (siblings)
                siblings.push(issue);
            else
                children.set(parent, [issue]);
        }
    }
    return children;
}
function isParent(issue) {
    return issue !== undefined && (0,tasks_src/* isTaskId */.XJ)(issue.id);
}

;// CONCATENATED MODULE: ./packages/beads/src/issues/accepted-edges.ts


/**
 * A file may hold edges that bd refuses to import, so reading it without bd leaves them out too.
 * The cases: the target is not there; Dolt keeps one edge between two issues, that to a parent or
 * else the first; Dolt takes no blocking edge between an issue and its own ancestor, since neither
 * could be closed first (older files tie each task to its epic like that); in classic bd an
 * epic's parent is an epic.
 */
function acceptEdges(issues, dialect) {
    const index = indexIssues(issues);
    const waitingForKin = [];
    const accepted = issues.map((issue) => {
        const edges = issue.dependencies ?? [];
        if (edges.length === 0)
            return issue;
        const kept = acceptedOf(edges, { issue, index }, dialect);
        if (kept.length === edges.length)
            return issue;
        if (isLeft(issue) && edges.some((edge) => isBetweenKin(edge, { issue, index }))) {
            waitingForKin.push(issue.id);
        }
        return { ...issue, dependencies: kept };
    });
    return { issues: accepted, waitingForKin: dialect === 'dolt' ? waitingForKin : [] };
}
function acceptedOf(edges, origin, dialect) {
    if (dialect === 'classic')
        return edges.filter((edge) => classicTakes(edge, origin));
    return onePerTarget(edges.filter((edge) => doltTakes(edge, origin)));
}
function doltTakes(edge, origin) {
    return origin.index.find(edge.depends_on_id) !== undefined && !isBetweenKin(edge, origin);
}
function isBetweenKin(edge, { issue, index }) {
    const isBlocking = edge.type === 'blocks' || edge.type === 'conditional-blocks';
    const target = isBlocking ? index.find(edge.depends_on_id) : undefined;
    return target !== undefined && index.areKin(issue, target);
}
function classicTakes(edge, { issue, index }) {
    const target = index.find(edge.depends_on_id);
    if (!target)
        return false;
    const isUpsideDown = issue.issue_type === 'epic' && target.issue_type !== 'epic';
    return edge.type !== 'parent-child' || !isUpsideDown;
}
function onePerTarget(edges) {
    if (edges.length < 2)
        return edges;
    const byTarget = new Map();
    for (const edge of edges) {
        const isFirst = !byTarget.has(edge.depends_on_id);
        if (isFirst || edge.type === 'parent-child')
            byTarget.set(edge.depends_on_id, edge);
    }
    return [...byTarget.values()];
}

;// CONCATENATED MODULE: ./packages/beads/src/issues/dependencies.ts



/** What an issue itself waits for. Edges to what is not there, deleted, external or pinned never block. */
function waitingOf(issue, index, dialect) {
    // A pinned issue is never blocked in the Dolt dialect.
    if (dialect === 'dolt' && statusOf(issue) === 'pinned')
        return { dependencies: [] };
    if (!issue.dependencies?.length)
        return nothing;
    const found = new Map();
    let held;
    for (const edge of issue.dependencies ?? []) {
        const one = waitingFor(edge, { index, dialect });
        for (const dependency of one.dependencies) {
            const selfish = dependency.on === issue.id && dependency.until !== 'children-closed';
            if (!selfish)
                found.set(`${dependency.until} ${dependency.on}`, dependency);
        }
        held ??= one.held;
    }
    const dependencies = [...found.values()];
    return held === undefined ? { dependencies } : { dependencies, held };
}
const nothing = { dependencies: [] };
function waitingFor(edge, store) {
    switch (edge.type) {
        case 'blocks':
            return until('closed', edge, store);
        case 'conditional-blocks':
            return until(store.dialect === 'dolt' ? 'closed' : 'failed', edge, store);
        case 'waits-for':
            return waitingAtGate(edge, store);
        default:
            return nothing;
    }
}
function until(condition, edge, store) {
    const target = store.index.find(edge.depends_on_id);
    if (!target || !(0,tasks_src/* isTaskId */.XJ)(target.id))
        return nothing;
    const blocks = store.dialect === 'dolt' ? blocksInDolt(target) : blocksInClassic(target, condition);
    return blocks ? { dependencies: [{ on: target.id, until: condition }] } : nothing;
}
function blocksInDolt(target) {
    return statusOf(target) !== 'pinned';
}
/** Classic bd lists the statuses that block, so those of a project's own never do. */
function blocksInClassic(target, condition) {
    const status = statusOf(target);
    if (status === 'hooked')
        return condition === 'closed';
    return ['open', 'in_progress', 'blocked', 'deferred', 'closed'].includes(status);
}
function waitingAtGate(edge, store) {
    const { index, dialect } = store;
    const gate = readGate(edge, dialect);
    const also = gate.alsoBlocks ? until('closed', edge, store) : nothing;
    if (gate.opens === 'always')
        return also;
    const children = index.children(gate.spawner);
    const target = index.find(gate.spawner);
    if (target && (0,tasks_src/* isTaskId */.XJ)(target.id) && children.length > 0 && children.every(isPlainChild)) {
        return { dependencies: [{ on: target.id, until: gate.opens }, ...also.dependencies] };
    }
    if (!standsInTheWay(gate, { children, isThere: target !== undefined, dialect }))
        return also;
    return { ...also, held: `waits for the children of ${gate.spawner}` };
}
/** One that the graph, too, counts as a child of its parent and as done only when it is closed. */
function isPlainChild(child) {
    const parents = (child.dependencies ?? []).filter((edge) => edge.type === 'parent-child');
    const status = statusOf(child);
    return parents.length === 1 && status !== 'pinned' && status !== 'tombstone' && (0,tasks_src/* isTaskId */.XJ)(child.id);
}

;// CONCATENATED MODULE: ./packages/beads/src/issues/duplicates.ts

/**
 * One line per id, as an import into bd would leave it: classic keeps the first line, Dolt the one
 * that was updated last; the edges of all that count are joined.
 */
function joinDuplicates(lines, dialect) {
    const byId = new Map();
    for (const line of lines) {
        const first = byId.get(line.issue.id);
        byId.set(line.issue.id, first ? duplicates_join(first, line, dialect) : line);
    }
    return [...byId.values()];
}
/** The ids of more than one line, with the lines' numbers, unless all of them are finished. */
function sharedIds(lines) {
    const first = new Map();
    const shared = new Map();
    for (const line of lines) {
        const { id } = line.issue;
        const before = first.get(id);
        if (before)
            shared.set(id, [...(shared.get(id) ?? [before]), line]);
        else
            first.set(id, line);
    }
    return [...shared]
        .filter(([, same]) => same.some(({ issue }) => isLeft(issue)))
        .map(([id, same]) => `${id} (lines ${same.map(({ number }) => number).join(' and ')})`);
}
function duplicates_join(first, next, dialect) {
    if (dialect === 'classic')
        return withEdges(first, next);
    const newer = updatedAt(next.issue) - updatedAt(first.issue);
    if (newer < 0)
        return first;
    return newer > 0 ? withEdges(next, first) : withEdges(first, next);
}
function withEdges(line, other) {
    const dependencies = [...(line.issue.dependencies ?? []), ...(other.issue.dependencies ?? [])];
    return { ...line, issue: { ...line.issue, dependencies } };
}
function updatedAt(issue) {
    return Date.parse(issue.updated_at ?? '') || 0;
}

;// CONCATENATED MODULE: ./packages/beads/src/issues/status.ts

/** How an issue stands by its own fields, whatever it depends on. */
function standing(issue, now) {
    const status = statusOf(issue);
    if (status === 'closed')
        return status_closed(issue);
    if (status === 'pinned' || issue.pinned)
        return { state: 'paused', why: 'pinned' };
    if (status !== 'open')
        return { state: 'paused', why: inWords(issue, status) };
    if (isDeferred(issue, now)) {
        return { state: 'paused', why: `deferred until ${issue.defer_until}` };
    }
    return { state: 'open' };
}
/** `defer_until` hides an issue until then, and in the Dolt dialect its children with it. */
function isDeferred(issue, now) {
    return Date.parse(issue.defer_until ?? '') > now.getTime();
}
/** What bd looks for in a close reason to tell failure from success. */
const failureWords = /failed|rejected|wontfix|won't fix|cancell?ed|abandoned|blocked|error|timeout|aborted/i;
function status_closed(issue) {
    const why = issue.close_reason;
    if (!why)
        return { state: 'closed' };
    return failureWords.test(why) ? { state: 'closed', why, failed: true } : { state: 'closed', why };
}
function inWords(issue, status) {
    if (status === 'in_progress') {
        return issue.assignee ? `claimed by ${issue.assignee}` : 'in progress';
    }
    if (status === 'blocked')
        return 'blocked by hand';
    return status === 'deferred' || status === 'hooked' ? status : `its status is "${status}"`;
}
/** Bd's own bookkeeping: never work for anybody. */
const internalTypes = new Set([
    'agent',
    'convoy',
    'event',
    'gate',
    'merge-request',
    'message',
    'molecule',
    'rig',
    'role',
    'slot',
]);
function kindOf(issue) {
    if (issue.ephemeral || issue.is_template)
        return 'internal';
    if (issue.issue_type === 'epic')
        return 'epic';
    return internalTypes.has(issue.issue_type ?? '') ? 'internal' : 'task';
}

;// CONCATENATED MODULE: ./packages/beads/src/issues/inherited.ts


/**
 * Why an issue is held by what is above it, where a graph with one parent per task cannot say it.
 * The cases: Dolt hides the children of a deferred parent (not their children); blockage comes
 * down from every parent, not from the first alone; in classic bd even a closed parent hands it
 * down; and what holds a parent in such a way holds its children too.
 */
function heldFromAbove(family) {
    const isBlocked = blockedNow(family);
    const blocked = memoize(undefined, (issue) => {
        for (const [place, parent] of family.index.parents(issue).entries()) {
            if (!handsDown(parent, family.dialect))
                continue;
            const above = family.waitingOf(parent).held ?? blocked(parent);
            if (above !== undefined)
                return above;
            const isSaid = place === 0 && statusOf(parent) !== 'closed';
            if (!isSaid && isBlocked(parent))
                return `its parent ${parent.id} is blocked`;
        }
        return undefined;
    });
    return (issue) => deferredAbove(issue, family) ?? blocked(issue);
}
function deferredAbove(issue, { index, dialect, now }) {
    if (dialect === 'classic')
        return undefined;
    const parent = index.parents(issue).find((one) => isDeferred(one, now));
    return parent && `its parent ${parent.id} is deferred until ${parent.defer_until}`;
}
/** Is the issue blocked at this moment, by itself or from above? */
function blockedNow(family) {
    const blocked = memoize(false, (issue) => {
        const { dependencies, held } = family.waitingOf(issue);
        if (held !== undefined)
            return true;
        if (dependencies.some((dependency) => !isSatisfied(dependency, family)))
            return true;
        const parents = family.index.parents(issue);
        return parents.some((one) => handsDown(one, family.dialect) && blocked(one));
    });
    return blocked;
}
function handsDown(parent, dialect) {
    const status = statusOf(parent);
    return dialect === 'classic' || (status !== 'closed' && status !== 'pinned');
}
function isSatisfied({ on, until }, { index, now }) {
    const target = index.find(on);
    if (!target)
        return true;
    const isClosed = (issue) => statusOf(issue) === 'closed';
    switch (until) {
        case 'closed':
            return isClosed(target);
        case 'failed':
            return standing(target, now).failed === true;
        case 'children-closed':
            return index.children(on).every(isClosed);
        case 'any-child-closed':
            return index.children(on).some(isClosed);
    }
}
/** Each issue is asked once; one that is met again while it is being asked, in a circle, says `meanwhile`. */
function memoize(meanwhile, ask) {
    const known = new Map();
    return (issue) => {
        if (known.has(issue.id))
            return known.get(issue.id);
        known.set(issue.id, meanwhile);
        const answer = ask(issue);
        known.set(issue.id, answer);
        return answer;
    };
}

;// CONCATENATED MODULE: ./packages/beads/src/issues/loose-edges.ts

/** Unfinished issues that a store makes wait for themselves or for what is not there: `a on b`. */
function looseEdges(issues) {
    const known = new Set(issues.map(({ id }) => id));
    return issues.filter(isLeft).flatMap((issue) => {
        const edges = issue.dependencies ?? [];
        const loose = edges.filter((edge) => isSelfish(edge, issue) || leadsNowhere(edge, known));
        return [...new Set(loose.map((edge) => `${issue.id} on ${edge.depends_on_id}`))];
    });
}
/** To wait for one's own children is no fault. */
function isSelfish({ type, depends_on_id: on }, { id }) {
    return on === id && (type === 'blocks' || type === 'conditional-blocks');
}
/** Deleted issues are there as tombstones, and those of other projects are nobody's to find. */
function leadsNowhere({ type, depends_on_id: on }, known) {
    return loose_edges_blocking.has(type ?? '') && !known.has(on) && !on.startsWith('external:');
}
const loose_edges_blocking = new Set(['blocks', 'conditional-blocks', 'waits-for']);

;// CONCATENATED MODULE: ./packages/beads/src/issues/passed-over.ts
/** A sentence for each kind. */
function notesOn(passedOver) {
    const { tombstones, unsafe, shared, loose, waitingForKin } = passedOver;
    return [
        ...when(tombstones, `${tombstones} deleted issues were passed over.`),
        ...when(unsafe, `${unsafe} closed issues were passed over: their ids are not safe as branch names.`),
        ...when(shared.length, `Lines that share an id are read as one issue: ${some(shared)}.`),
        ...when(loose.length, `A dependency on itself, or on an issue that is not there, blocks nothing: ${some(loose)}.`),
        ...when(waitingForKin.length, `A task and its own epic are not made to wait for each other, since neither could be done first: the blocking dependency between them is not counted (${some(waitingForKin)}).`),
    ];
}
function when(count, sentence) {
    return count > 0 ? [sentence] : [];
}
function some(names) {
    return names.slice(0, 5).join(', ') + (names.length > 5 ? ', …' : '');
}

;// CONCATENATED MODULE: ./packages/beads/src/issues/to-tasks.ts













/** A store's issues as tasks, so that what is ready among them is what bd calls ready. */
function toTasks(lines, reading) {
    const { single, ...seen } = asImported(lines, reading.dialect);
    const living = single.filter(({ issue }) => !isTombstone(issue));
    const unsafe = living.filter(({ issue }) => !(0,tasks_src/* isTaskId */.XJ)(issue.id));
    const problems = unsafe.filter(({ issue }) => statusOf(issue) !== 'closed');
    if (problems.length > 0)
        return (0,src/* refused */.J5)(problems.flatMap((line) => unsafeId(line, reading)));
    const family = familyOf(single, reading);
    const writer = { ...family, reading, heldFromAbove: heldFromAbove(family) };
    const tasks = [];
    const attempts = [];
    for (const line of living) {
        const { id } = line.issue;
        if (!(0,tasks_src/* isTaskId */.XJ)(id))
            continue;
        const journal = parseJournal(line.issue.notes ?? '');
        tasks.push(toTask(id, { line, journal, writer }));
        if (journal.attempts.length > 0)
            attempts.push([id, journal.attempts]);
    }
    const passedOver = {
        tombstones: single.length - living.length,
        unsafe: unsafe.length,
        ...seen,
    };
    return (0,src/* parsed */.Yz)({ tasks, attempts: new Map(attempts), notes: notesOn(passedOver) });
}
function asImported(lines, dialect) {
    const single = joinDuplicates(lines, dialect);
    const written = single.map(({ issue }) => issue);
    const { issues, waitingForKin } = acceptEdges(written, dialect);
    return {
        shared: sharedIds(lines),
        loose: looseEdges(written),
        waitingForKin,
        single: single.map((line, place) => {
            const issue = issues[place] ?? line.issue;
            return issue === line.issue ? line : { ...line, issue };
        }),
    };
}
function familyOf(lines, { dialect, now }) {
    const index = indexIssues(lines.map(({ issue }) => issue));
    const known = new Map();
    return {
        index,
        dialect,
        now,
        waitingOf: (issue) => {
            const waiting = known.get(issue.id) ?? waitingOf(issue, index, dialect);
            known.set(issue.id, waiting);
            return waiting;
        },
    };
}
function toTask(id, { line, journal, writer }) {
    const { issue } = line;
    const { source, now } = writer.reading;
    const waiting = writer.waitingOf(issue);
    const own = withReason(standing(issue, now), journal);
    const held = own.state === 'open' ? (waiting.held ?? writer.heldFromAbove(issue)) : undefined;
    const parent = parentOf(issue, writer);
    const minutes = issue.estimated_minutes;
    const declared = declaredFiles(issue.metadata);
    return {
        id,
        title: issue.title ?? '',
        kind: kindOf(issue),
        ...(held === undefined ? own : { state: 'paused', why: held }),
        priority: issue.priority ?? 0,
        dependencies: waiting.dependencies,
        ...(parent === undefined ? {} : { parent }),
        files: declared.length > 0 ? declared : journal.files,
        ...(minutes ? { minutes } : {}),
        brief: briefOf(issue, journal),
        ...(issue.external_ref ? { externalRef: issue.external_ref } : {}),
        ...(source ? { source: source(line) } : {}),
    };
}
/** A deferral has no reason of its own, but a plan's pause has one. */
function withReason(own, { paused }) {
    return own.why === 'deferred' && paused !== undefined ? { ...own, why: paused } : own;
}
/** In the Dolt dialect nothing comes down through a pinned issue. */
function parentOf(issue, { index, dialect }) {
    if (dialect === 'dolt' && statusOf(issue) === 'pinned')
        return undefined;
    return index.parents(issue)[0]?.id;
}
function briefOf(issue, journal) {
    return {
        ...(issue.description ? { description: issue.description } : {}),
        ...(issue.design ? { details: issue.design } : {}),
        ...(issue.acceptance_criteria ? { acceptance: issue.acceptance_criteria } : {}),
        ...(journal.text ? { notes: journal.text } : {}),
    };
}
function unsafeId(line, { source }) {
    const result = (0,tasks_src/* parseTaskId */.ik)(line.issue.id);
    if (result.ok)
        return [];
    return result.problems.map((problem) => (source ? { ...problem, where: source(line) } : problem));
}

;// CONCATENATED MODULE: ./packages/beads/src/bd/answer.ts


/** The value in what bd printed as JSON: out of its envelope, and never an error taken for an answer. */
function readAnswer(command, output) {
    let value;
    try {
        value = JSON.parse(output);
    }
    catch {
        throw notJson(command, output);
    }
    if (!isObject(value))
        return value;
    if ('error' in value && value.error) {
        const fix = 'run the command by hand in the repository; `bd doctor` checks the store';
        throw new src/* UserError */.yo({ what: `"${command}" said: ${String(value.error)}`, fix });
    }
    return 'data' in value && 'schema_version' in value ? value.data : value;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The ids of the issues in an answer that is an array of them, or a single one. */
function idsIn(answer) {
    const list = Array.isArray(answer) ? answer : [answer];
    return list.flatMap((one) => (isObject(one) && typeof one.id === 'string' ? [one.id] : []));
}

;// CONCATENATED MODULE: ./packages/beads/src/bd/bd-store.ts







/** A store behind a `bd`. Readiness is still ours: one export holds all that it needs. */
class BdStore {
    #options;
    constructor(options) {
        this.#options = options;
    }
    async read() {
        return this.#toTasks(await this.#export());
    }
    async apply(changes) {
        if (changes.close.length + changes.record.length === 0)
            return;
        const { flavour, name } = this.#options;
        const lines = await this.#export();
        const stored = this.#toTasks(lines);
        refuseUnknown(changes, stored, name);
        const { close, record } = remaining(changes, stored);
        if (close.length + record.length === 0)
            return;
        const issues = issuesById(lines);
        for (const [id, attempts] of byTask(record)) {
            await flavour.record(id, attempts, issues.get(id)?.notes ?? '');
        }
        if (close.length > 0)
            await flavour.close(close);
        await flavour.finish();
        insistOn(changes, await this.read(), name);
    }
    async add(tasks) {
        const { flavour, clock, name } = this.#options;
        const writing = { dialect: flavour.dialect, now: clock() };
        const lines = await this.#export();
        refuseFaulty(tasks, this.#toTasks(lines));
        const issues = issuesById(lines);
        const fresh = tasks.filter((task) => !issues.has(task.id));
        const revisions = tasks.flatMap((task) => {
            const issue = issues.get(task.id);
            const revision = issue && issue.status !== 'closed' && revise(issue, task, writing);
            return revision ? [{ task, issue, revision }] : [];
        });
        if (fresh.length + revisions.length === 0)
            return;
        if (fresh.length > 0)
            await flavour.import(toJsonl(fresh.map((task) => newIssue(task, writing))));
        for (const one of revisions)
            await this.#revise(one);
        await flavour.finish();
        const now = issuesById(await this.#export());
        refuseMissing(tasks.filter((task) => !now.has(task.id)), name);
    }
    async #revise({ task, issue, revision }) {
        const { bd, flavour } = this.#options;
        const flags = Object.entries(revision.fields).map(([field, value]) => `${flagOf(field)}=${value}`);
        if (flags.length > 0)
            await bd.run(['update', task.id, ...flags, '--json']);
        if (revision.files) {
            const metadata = isObject(issue.metadata) ? issue.metadata : {};
            await flavour.setFiles(task.id, { ...metadata, files: revision.files });
        }
        for (const edge of revision.dropEdges) {
            await bd.run(['dep', 'remove', task.id, edge.depends_on_id, '--json']);
        }
        for (const edge of revision.addEdges) {
            await bd.run(['dep', 'add', task.id, edge.depends_on_id, `--type=${edge.type}`, '--json']);
        }
        if (revision.closes)
            await flavour.close([{ id: task.id, reason: task.why ?? 'Closed' }]);
    }
    async #export() {
        const { flavour, name } = this.#options;
        return (0,src/* unwrap */.oA)(parseIssues(await flavour.export(), `${name} export`));
    }
    #toTasks(lines) {
        const { flavour, clock } = this.#options;
        return (0,src/* unwrap */.oA)(toTasks(lines, { dialect: flavour.dialect, now: clock() }));
    }
}
function byTask(record) {
    const attempts = new Map();
    for (const { id, attempt } of record)
        attempts.set(id, [...(attempts.get(id) ?? []), attempt]);
    return attempts;
}
function issuesById(lines) {
    return new Map(lines.map(({ issue }) => [issue.id, issue]));
}
function toJsonl(issues) {
    return issues.map((issue) => `${JSON.stringify(issue)}\n`).join('');
}
function flagOf(field) {
    const flag = flags.get(field);
    if (!flag)
        throw new TypeError(`bd update has no flag for ${field}`);
    return flag;
}
const flags = new Map([
    ['title', '--title'],
    ['description', '--description'],
    ['design', '--design'],
    ['acceptance_criteria', '--acceptance'],
    ['notes', '--notes'],
    ['status', '--status'],
    ['priority', '--priority'],
    ['estimated_minutes', '--estimate'],
]);
function refuseMissing(tasks, where) {
    if (tasks.length === 0)
        return;
    const fix = 'run again; if it happens twice, add the task by hand with `bd create`';
    throw new src/* UserError */.yo(tasks.map(({ id }) => ({ what: `task "${id}" was added, but is not there`, where, fix })));
}

;// CONCATENATED MODULE: ./packages/beads/src/embedded/issues-file.ts



/** A JSONL file as it is now. `name` is what errors call it. */
async function readIssuesFile(path, name, { orEmpty = false } = {}) {
    const text = decode(await readBytes(path, name, orEmpty), name);
    return { text, lines: (0,src/* unwrap */.oA)(parseIssues(text, name)) };
}
async function readBytes(path, name, orEmpty) {
    try {
        return await (0,promises_.readFile)(path);
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' && orEmpty)
            return new Uint8Array();
        const what = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
        const fix = 'name the JSONL file of a Beads store that you may read';
        throw new src/* UserError */.yo({ what, where: name, fix }, { cause: error });
    }
}
/** Bytes that are not UTF-8 would not survive being written back. */
function decode(bytes, name) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (error) {
        const fix = 'convert it to UTF-8, or restore it from git';
        throw new src/* UserError */.yo({ what: 'it is not UTF-8 text', where: name, fix }, { cause: error });
    }
}

;// CONCATENATED MODULE: ./packages/beads/src/bd/classic.ts







/**
 * Bd up to 0.50: a SQLite database beside a JSONL file. Its automatic flush drops the comments of
 * the issues that it writes, so our writes do without it and end with a full one.
 */
function classicFlavour(bd, beadsDir) {
    const quiet = (args, input) => bd.run(['--no-auto-flush', ...args], input);
    return {
        dialect: 'classic',
        export: () => exportIssues(bd, beadsDir),
        record: async (id, attempts, notes) => {
            const all = attempts.reduce(appendAttempt, notes);
            await quiet(['update', id, `--notes=${all}`, '--json']);
        },
        close: async (closes) => {
            const closed = [];
            for (const { reason, ids } of byReason(closes)) {
                const answer = await quiet(['close', ...ids, '--force', `--reason=${reason}`, '--json']);
                closed.push(...idsIn(readAnswer('bd close', answer)));
            }
            return closed;
        },
        import: async (jsonl) => {
            await importing(bd, beadsDir).run(['--no-auto-flush', 'import'], jsonl);
        },
        setFiles: async () => { },
        finish: async () => {
            await bd.run(['sync', '--flush-only']);
        },
    };
}
/**
 * An import takes ids of the store's own prefix only, and no setting allows others: `allowed_prefixes`
 * passes the first of two checks. With several repositories there is no check. So for this one call
 * bd believes in a second one, in a place without a JSONL file, from which it would read first.
 */
function importing(bd, beadsDir) {
    return bd.withEnvironment({ BD_REPOS_PRIMARY: beadsDir });
}
/**
 * Bd's reading commands cannot take in a JSONL file that is newer than the database: they warn and
 * answer from the old one. So the file is compared and, if need be, imported first.
 */
async function exportIssues(bd, beadsDir) {
    const file = await findJsonl(beadsDir);
    const written = file ? (await readIssuesFile(file.path, file.name)).lines : [];
    const exported = await bd.run(['export']);
    if (!file || !isBehind(parse(exported), written))
        return withHidden(bd, exported);
    await importing(bd, beadsDir).run(['--no-auto-flush', 'import', '-i', file.path]);
    return withHidden(bd, await bd.run(['export']));
}
async function findJsonl(beadsDir) {
    for (const name of ['issues.jsonl', 'beads.jsonl']) {
        const path = (0,external_node_path_.join)(beadsDir, name);
        const stats = await (0,promises_.stat)(path).catch(() => undefined);
        if (stats)
            return { path, name: `.beads/${name}` };
    }
    return undefined;
}
function isBehind(database, file) {
    const known = new Map(database.map(({ issue }) => [issue.id, Date.parse(issue.updated_at ?? '')]));
    return file.some(({ issue }) => {
        const at = known.get(issue.id);
        return at === undefined || at < Date.parse(issue.updated_at ?? '');
    });
}
/** What an export leaves out: ephemeral issues, which block others all the same, and deferrals. */
async function withHidden(bd, exported) {
    const lines = exported.split('\n').filter((line) => line !== '');
    const ids = new Set(parse(exported).map(({ issue }) => issue.id));
    const hidden = hasLooseEnds(exported, ids) ? await list(bd, []) : [];
    const deferrals = await readDeferrals(bd);
    return [...lines, ...hidden.filter(({ id }) => !ids.has(id)).map((one) => JSON.stringify(one))]
        .map((line) => withDeferral(line, deferrals))
        .join('\n');
}
function hasLooseEnds(exported, ids) {
    const targets = parse(exported).flatMap(({ issue }) => issue.dependencies ?? []);
    return targets.some(({ depends_on_id: id }) => !ids.has(id) && !id.startsWith('external:'));
}
/** A list tells which issues are deferred, but only `show` tells until when. */
async function readDeferrals(bd) {
    const deferred = await list(bd, ['--deferred']);
    if (deferred.length === 0)
        return new Map();
    const ids = deferred.map(({ id }) => id);
    const shown = listed(readAnswer('bd show', await bd.run(['show', ...ids, '--json'])));
    return new Map(shown.map((one) => [one.id, one.defer_until]));
}
function withDeferral(line, deferrals) {
    if (deferrals.size === 0)
        return line;
    const issue = JSON.parse(line);
    const until = deferrals.get(issue.id);
    return until === undefined ? line : JSON.stringify({ ...issue, defer_until: until });
}
async function list(bd, flags) {
    const args = ['list', '--all', '--limit', '0', ...flags, '--json'];
    return listed(readAnswer('bd list', await bd.run(args)));
}
function listed(answer) {
    const all = Array.isArray(answer) ? answer : [];
    return all.filter((one) => isObject(one) && typeof one.id === 'string');
}
function parse(jsonl) {
    return (0,src/* unwrap */.oA)(parseIssues(jsonl, 'bd export'));
}
/** Neighbours with the same reason, so that each call closes as many as it can. */
function byReason(closes) {
    const groups = [];
    for (const { id, reason } of closes) {
        const last = groups.at(-1);
        if (last?.reason === reason)
            last.ids.push(id);
        else
            groups.push({ reason, ids: [id] });
    }
    return groups;
}

;// CONCATENATED MODULE: ./packages/beads/src/bd/dolt.ts


/** Bd since 0.63: a Dolt database, written field by field. */
function doltFlavour(bd) {
    return {
        dialect: 'dolt',
        export: () => bd.run(['export', '--all', '--readonly']),
        record: async (id, attempts) => {
            const lines = attempts.map(renderAttempt).join('\n');
            await bd.run(['update', id, `--append-notes=${lines}`, '--json']);
        },
        close: async (closes) => {
            const reasons = closes.map(({ reason }) => `--reason=${reason}`);
            const ids = closes.map(({ id }) => id);
            const answer = await bd.run(['close', ...ids, '--force', ...reasons, '--json']);
            return idsIn(readAnswer('bd close', answer));
        },
        import: async (jsonl) => {
            readAnswer('bd import', await bd.run(['import', '-', '--json'], jsonl));
        },
        setFiles: async (id, metadata) => {
            await bd.run(['update', id, `--metadata=${JSON.stringify(metadata)}`, '--json']);
        },
        finish: async () => { },
    };
}

;// CONCATENATED MODULE: ./packages/beads/src/bd/version.ts



async function version_readVersion(bd) {
    const command = 'bd version';
    const answer = readAnswer(command, await bd.run(['version', '--json']));
    return isObject(answer) && typeof answer.version === 'string' ? answer.version : '';
}
/** Which kind of bd a version is, or why it cannot work and what to install instead. */
function version_judgeVersion(version) {
    const [, major, minor] = /^v?(\d+)\.(\d+)\.\d+/.exec(version) ?? [];
    if (major === undefined || minor === undefined)
        return unfit(version, 'its version is not known');
    const release = Number(major) * 1000 + Number(minor);
    if (release < 44)
        return unfit(version, 'it is older than 0.44, whose answers we rely on');
    if (release < 51)
        return (0,src/* parsed */.Yz)({ kind: 'classic', version, hasDaemon: release < 50 });
    if (release < 63)
        return unfit(version, 'the versions 0.51 to 0.62 lose or hide what is written');
    if (release < 2000)
        return (0,src/* parsed */.Yz)({ kind: 'dolt', version });
    return unfit(version, 'it is newer than this Wavefront knows');
}
function unfit(version, why) {
    const fix = `${install}; 0.63 to 1.x (Dolt) and 0.44 to 0.50 (JSONL) work`;
    return (0,src/* refused */.J5)([{ what: `bd ${version || '(unknown version)'} cannot be used: ${why}`, fix }]);
}

;// CONCATENATED MODULE: ./packages/beads/src/embedded/disk.ts

const realDisk = { create, rename: promises_.rename };
async function create(path, bytes, mode) {
    const file = await (0,promises_.open)(path, 'wx', mode);
    try {
        await file.writeFile(bytes);
        // The umask may have taken bits away that the old file has.
        await file.chmod(mode);
        await file.sync();
    }
    finally {
        await file.close();
    }
}

// EXTERNAL MODULE: ./packages/locks/src/index.ts + 2 modules
var locks_src = __webpack_require__(7833);
// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(9547);
;// CONCATENATED MODULE: ./packages/beads/src/embedded/edit-line.ts

/** A line of JSON with some values set. Every other character of it stays as it is. */
function editLine(line, edits) {
    const isSpaced = /^\s*\{\s*"[^"]*":\s/.test(line);
    return edits.reduce((text, { path, value }) => {
        const changes = (0,main.modify)(text, path, value, {});
        return (0,main.applyEdits)(text, isSpaced ? changes : changes.map(withoutSpace));
    }, line);
}
/** A new property is written as `"key": value`, but bd's lines have no spaces. */
function withoutSpace(change) {
    return { ...change, content: change.content.replace(/^(,?"[^"]*":) /, '$1') };
}

;// CONCATENATED MODULE: ./packages/beads/src/embedded/line-edits.ts

function closingEdits(reason, now) {
    const at = now.toISOString();
    return [
        edit('status', 'closed'),
        edit('updated_at', at),
        edit('closed_at', at),
        edit('close_reason', reason),
    ];
}
function recordingEdits(line, attempt, now) {
    const { notes } = JSON.parse(line);
    return [edit('notes', appendAttempt(notes ?? '', attempt)), edit('updated_at', now.toISOString())];
}
function revisingEdits(line, revision, how) {
    const { fields, files, closes } = revision;
    const metadata = files ? [filesEdit(line, files)] : [];
    const edges = edgeEdits(line, revision);
    return [
        ...Object.entries(fields).map(([name, value]) => edit(name, value)),
        ...metadata,
        ...edges,
        ...(closes
            ? closingEdits(how.task.why ?? 'Closed', how.now)
            : [edit('updated_at', how.now.toISOString())]),
    ];
}
/** Metadata that is a string stays one. */
function filesEdit(line, files) {
    const { metadata } = JSON.parse(line);
    if (typeof metadata === 'string')
        return edit('metadata', JSON.stringify({ ...parseObject(metadata), files }));
    if (typeof metadata === 'object' && metadata !== null)
        return { path: ['metadata', 'files'], value: files };
    return edit('metadata', { files });
}
function edgeEdits(line, { addEdges, dropEdges }) {
    if (addEdges.length + dropEdges.length === 0)
        return [];
    const { dependencies, parent_id } = JSON.parse(line);
    const isDropped = (edge) => dropEdges.some((drop) => drop.type === edge.type && drop.depends_on_id === edge.depends_on_id);
    const kept = (dependencies ?? []).filter((edge) => !isDropped(edge));
    const edges = edit('dependencies', [...kept, ...addEdges]);
    return parent_id === undefined ? [edges] : [edges, edit('parent_id', undefined)];
}
function edit(field, value) {
    return { path: [field], value };
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/beads/src/embedded/replace-file.ts




/**
 * Puts a text in a file's place, all or nothing: whatever goes wrong, the old file is whole.
 * A link is written through, and the file's mode stays. One writer at a time.
 */
async function replaceFile(path, text, disk) {
    const target = await (0,promises_.realpath)(path).catch(() => path);
    const mode = await (0,promises_.stat)(target).then((stats) => stats.mode & 0o7777, () => 0o644);
    await removeDrafts(target);
    const draft = (0,external_node_path_.join)((0,external_node_path_.dirname)(target), `.${(0,external_node_path_.basename)(target)}.${(0,external_node_crypto_.randomUUID)()}.tmp`);
    try {
        await disk.create(draft, Buffer.from(text), mode);
        await disk.rename(draft, target);
    }
    catch (error) {
        await (0,promises_.rm)(draft, { force: true }).catch(() => { });
        throw explain(error, path);
    }
    await syncDirectory((0,external_node_path_.dirname)(target));
}
/** Those of writers that were killed. Best effort: they only lie about. */
async function removeDrafts(target) {
    const names = await (0,promises_.readdir)((0,external_node_path_.dirname)(target)).catch(() => []);
    const isDraft = (name) => name.startsWith(`.${(0,external_node_path_.basename)(target)}.`) && /\.[0-9a-f-]{36}\.tmp$/.test(name);
    for (const name of names.filter(isDraft))
        await (0,promises_.rm)((0,external_node_path_.join)((0,external_node_path_.dirname)(target), name), { force: true }).catch(() => { });
}
/** Best effort: not every system lets a directory be opened. */
async function syncDirectory(path) {
    const directory = await (0,promises_.open)(path, 'r').catch(() => undefined);
    await directory?.sync().catch(() => { });
    await directory?.close();
}
function explain(error, path) {
    const remedy = replace_file_remedies.get(error.code ?? '');
    if (!remedy)
        return error;
    const what = `the task store cannot be written: ${remedy.what}; the old file is untouched`;
    return new src/* UserError */.yo({ what, where: path, fix: remedy.fix }, { cause: error });
}
const readOnly = {
    what: 'no permission',
    fix: 'give yourself write permission to the file and its directory, or run as their owner',
};
const full = { what: 'the disk is full', fix: 'free some space and run the same command again' };
const replace_file_remedies = new Map([
    ['ENOSPC', full],
    ['EDQUOT', { ...full, what: 'your disk quota is used up' }],
    ['EACCES', readOnly],
    ['EPERM', readOnly],
    [
        'EROFS',
        { what: 'its file system is read-only', fix: 'work in a checkout on a writable file system' },
    ],
]);

;// CONCATENATED MODULE: ./packages/beads/src/embedded/same-id.ts

function groupById(lines, { dialect, now }) {
    const byId = new Map();
    for (const line of lines) {
        const before = byId.get(line.issue.id);
        if (before)
            before.push(line);
        else
            byId.set(line.issue.id, [line]);
    }
    const joined = joinDuplicates(lines, dialect);
    return new Map(joined.map(({ issue }) => {
        const same = byId.get(issue.id) ?? [];
        return [issue.id, { issue, lines: inTheirOrder(same, now) }];
    }));
}
/** The newest line counts, so lines that change together must stay as new and as old as each other. */
function inTheirOrder(lines, now) {
    const ages = [...new Set(lines.map(({ issue }) => updatedAt(issue)))].sort((a, b) => b - a);
    return lines.map((line) => {
        const place = ages.indexOf(updatedAt(line.issue));
        return { ...line, now: new Date(now.getTime() - place) };
    });
}

;// CONCATENATED MODULE: ./packages/beads/src/embedded/text-lines.ts
/** A text as lines that can be replaced one by one, with everything between them kept. */
class TextLines {
    #bom;
    #lines;
    #ends;
    constructor(text) {
        this.#bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
        const pieces = text.slice(this.#bom.length).split(/(\r?\n)/);
        this.#lines = pieces.filter((_, place) => place % 2 === 0);
        this.#ends = pieces.filter((_, place) => place % 2 === 1);
    }
    /** `number` counts from 1. */
    get(number) {
        const line = this.#lines[number - 1];
        if (line === undefined)
            throw new RangeError(`there is no line ${number}`);
        return line;
    }
    set(number, line) {
        this.get(number);
        this.#lines[number - 1] = line;
    }
    /** Below the last line, with its line end; a file without a final line end keeps none. */
    append(line) {
        const end = this.#ends.at(-1) ?? '\n';
        const isEmpty = this.#lines.length === 1 && this.#lines[0] === '';
        if (isEmpty) {
            this.#lines.unshift(line);
            this.#ends.push(end);
        }
        else if (this.#lines.at(-1) === '') {
            this.#lines.splice(-1, 0, line);
            this.#ends.push(end);
        }
        else {
            this.#lines.push(line);
            this.#ends.push(end);
        }
    }
    toString() {
        return this.#bom + this.#lines.map((line, place) => line + (this.#ends[place] ?? '')).join('');
    }
}

;// CONCATENATED MODULE: ./packages/beads/src/embedded/embedded-store.ts















/** A Beads JSONL file, read and written without bd. */
class EmbeddedStore {
    #options;
    constructor(options) {
        this.#options = options;
    }
    async read() {
        return this.#toTasks((await this.#readFile()).lines);
    }
    async apply(changes) {
        const { name, dialect } = this.#options;
        await this.#rewrite((file) => {
            const stored = this.#toTasks(file.lines);
            refuseUnknown(changes, stored, name);
            return applyToText(file, { changes: remaining(changes, stored), ...this.#writing(dialect) });
        });
        if (changes.close.length + changes.record.length > 0)
            insistOn(changes, await this.read(), name);
    }
    async add(tasks) {
        const { dialect } = this.#options;
        await this.#rewrite((file) => {
            refuseFaulty(tasks, this.#toTasks(file.lines));
            return addToText(file, { tasks, ...this.#writing(dialect) });
        });
    }
    #writing(dialect) {
        return { dialect, now: this.#options.clock() };
    }
    /** Reads inside the lock, so that whatever others have written meanwhile is kept. */
    async #rewrite(change) {
        const { path, disk, lockWaitMs, create } = this.#options;
        if (create)
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        else
            await this.#readFile();
        const lock = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), '.wavefront.lock');
        const options = { waitMs: lockWaitMs, busy: 'the task store is being written', fix: 'wait' };
        await (0,locks_src/* withLock */.k)(lock, options, async () => {
            const file = await this.#readFile();
            const text = change(file);
            if (text !== file.text)
                await replaceFile(path, text, disk);
        });
    }
    async #readFile() {
        const { path, name, create } = this.#options;
        return readIssuesFile(path, name, { orEmpty: create });
    }
    #toTasks(lines) {
        const { dialect, clock, name } = this.#options;
        const source = (line) => `${name}:${line.number}`;
        return (0,src/* unwrap */.oA)(toTasks(lines, { dialect, now: clock(), source }));
    }
}
function applyToText(file, { changes, ...writing }) {
    const text = new TextLines(file.text);
    const byId = groupById(file.lines, writing);
    const edit = ({ number }, edits) => text.set(number, editLine(text.get(number), edits(text.get(number))));
    for (const { id, attempt } of changes.record) {
        for (const line of linesOf(byId, id)) {
            if (!isTombstone(line.issue))
                edit(line, (old) => recordingEdits(old, attempt, line.now));
        }
    }
    for (const { id, reason } of changes.close) {
        for (const line of linesOf(byId, id)) {
            if (isLeft(line.issue))
                edit(line, () => closingEdits(reason, line.now));
        }
    }
    return text.toString();
}
function addToText(file, { tasks, ...writing }) {
    const text = new TextLines(file.text);
    const byId = groupById(file.lines, writing);
    for (const task of tasks) {
        const same = byId.get(task.id);
        if (!same)
            text.append(JSON.stringify(newIssue(task, writing)));
        else if (isLeft(same.issue))
            reviseLines(text, same.lines, { task, writing });
    }
    return text.toString();
}
function reviseLines(text, lines, { task, writing }) {
    for (const { issue, number, now } of lines.filter((line) => isLeft(line.issue))) {
        const revision = revise(issue, task, writing);
        if (!revision)
            continue;
        const edits = revisingEdits(text.get(number), revision, { task, now });
        text.set(number, editLine(text.get(number), edits));
    }
}
function linesOf(byId, id) {
    const same = byId.get(id);
    if (!same)
        throw new RangeError(`there is no line for ${id}`);
    return same.lines;
}

;// CONCATENATED MODULE: ./packages/beads/src/look-around.ts



async function lookAround(dir) {
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(dir, '.beads')).catch(ignoreMissing);
    if (!names)
        return { is: 'nothing' };
    const jsonl = ['issues.jsonl', 'beads.jsonl'].find((name) => names.includes(name));
    const backend = names.includes('metadata.json') ? await readBackend(dir) : undefined;
    const isDolt = backend === 'dolt' || names.some((name) => name === 'embeddeddolt' || name === 'dolt');
    const isSqlite = names.some((name) => name.endsWith('.db'));
    const is = isDolt ? 'dolt' : isSqlite ? 'sqlite' : 'jsonl';
    return jsonl === undefined ? { is } : { is, jsonl: `.beads/${jsonl}` };
}
function ignoreMissing(error) {
    if (error.code === 'ENOENT')
        return undefined;
    const fix = 'see that `.beads` is a directory that you may read';
    const what = `the task store cannot be read (${error.code})`;
    throw new src/* UserError */.yo({ what, where: '.beads', fix }, { cause: error });
}
const where = '.beads/metadata.json';
const knownSchema = 1;
async function readBackend(dir) {
    const metadata = parseMetadata(await (0,promises_.readFile)((0,external_node_path_.join)(dir, where), 'utf8'));
    const { backend, schema_version: schema } = metadata;
    if (typeof schema === 'number' && schema > knownSchema) {
        throw tooNew(`its schema is ${schema}, and the newest known is ${knownSchema}`);
    }
    if (backend === undefined || backend === 'dolt')
        return backend;
    if (backend === 'sqlite' || backend === 'jsonl')
        return backend;
    throw tooNew(`its backend is ${JSON.stringify(backend)}`);
}
function parseMetadata(text) {
    try {
        return { ...JSON.parse(text) };
    }
    catch (error) {
        const fix = 'restore the file from git, or make it anew with `bd doctor --fix`';
        throw new src/* UserError */.yo({ what: 'it is not JSON', where, fix }, { cause: error });
    }
}
function tooNew(why) {
    return new src/* UserError */.yo({
        what: `a store newer than this Wavefront knows: ${why}`,
        where,
        fix: 'use a newer Wavefront, or write the store to a file with `bd export -o issues.jsonl` and name that',
    });
}

;// CONCATENATED MODULE: ./packages/beads/src/open-store.ts











/** The repository's task store: whatever there is, unless the options say which. */
async function open_store_openStore(options) {
    const found = await lookAround(options.dir);
    const kind = options.kind ?? 'auto';
    if (options.file !== undefined)
        return openEmbedded(options, options.file);
    if (kind === 'embedded')
        return openEmbedded(options, embeddedName(options, found));
    if (kind === 'bd')
        return openBd(options, found);
    if (found.is === 'dolt')
        return openBd(options, found);
    if (found.is === 'sqlite') {
        const version = await tryVersion(options);
        if (version?.kind === 'classic')
            return openBd(options, found);
    }
    return openEmbedded(options, embeddedName(options, found));
}
function embeddedName(options, found) {
    if (found.is === 'dolt')
        throw doltIsNotEmbedded();
    if (found.jsonl !== undefined)
        return found.jsonl;
    if (options.create)
        return '.beads/issues.jsonl';
    throw noStore(found);
}
function openEmbedded(options, name) {
    const store = new EmbeddedStore({
        path: (0,external_node_path_.resolve)(options.dir, name),
        name,
        dialect: options.dialect ?? 'dolt',
        clock: options.clock ?? now,
        disk: options.disk ?? realDisk,
        lockWaitMs: options.lockWaitMs ?? 5_000,
        create: options.create ?? false,
    });
    return { kind: 'embedded', where: name, store };
}
async function openBd(options, found) {
    if (found.is === 'nothing')
        throw noStore(found);
    const bd = makeBd(options);
    const version = (0,src/* unwrap */.oA)(version_judgeVersion(await version_readVersion(bd)));
    refuseMismatch(version, found);
    const where = `bd ${version.version}`;
    const global = [
        ...(version.kind === 'classic' && version.hasDaemon ? ['--no-daemon'] : []),
        ...(options.actor ? [`--actor=${options.actor}`] : []),
    ];
    const ours = bd.with(global);
    const flavour = version.kind === 'dolt' ? doltFlavour(ours) : classicFlavour(ours, (0,external_node_path_.join)(options.dir, '.beads'));
    const clock = options.clock ?? now;
    return {
        kind: version.kind,
        where,
        store: new BdStore({ bd: ours, flavour, name: where, clock }),
    };
}
function makeBd({ bd = 'bd', dir, env = process.env, timeoutMs = 60_000 }) {
    return new bd_Bd({ binary: bd, dir, env, timeoutMs });
}
/** A bd that is missing, broken or of a strange version is none that could serve a JSONL store. */
async function tryVersion(options) {
    try {
        return (0,src/* unwrap */.oA)(version_judgeVersion(await version_readVersion(makeBd(options))));
    }
    catch (error) {
        if (error instanceof src/* UserError */.yo)
            return undefined;
        throw error;
    }
}
function refuseMismatch({ kind, version }, found) {
    if (kind === 'classic' && found.is === 'dolt') {
        const what = `the store is a Dolt database, which bd ${version} cannot read`;
        throw new src/* UserError */.yo({ what, where: '.beads', fix: install });
    }
    if (kind === 'dolt' && found.is === 'sqlite') {
        const what = `the store is a SQLite database beside a JSONL file, which bd ${version} cannot read`;
        const fix = 'move it to Dolt with `bd bootstrap`, or use it as it is, without bd: `store: embedded`';
        throw new src/* UserError */.yo({ what, where: '.beads', fix });
    }
}
function doltIsNotEmbedded() {
    return new src/* UserError */.yo({
        what: 'the store is a Dolt database, which only bd can read',
        where: '.beads',
        fix: `use it through bd (${install}), or write it to a file, \`bd export -o issues.jsonl\`, and name that`,
    });
}
function noStore(found) {
    const what = found.is === 'nothing' ? 'there is no task store here' : 'the task store has no issues yet';
    const fix = 'begin one with `bd init`, or give a plan file with `--from`, or name a JSONL file with `--store`';
    return new src/* UserError */.yo({ what, where: '.beads', fix });
}
function now() {
    return new Date();
}

;// CONCATENATED MODULE: ./packages/beads/src/dolt-clone.ts





async function openDoltClone(options) {
    const { dir, url, bd: binary, clock } = options;
    await mkdir(dir, { recursive: true });
    const env = { ...options.env, ...gitSettings(options) };
    prepareRepository(dir, url, env);
    const bd = new Bd({ binary, dir, env, timeoutMs: 300_000 });
    await bootstrap(bd);
    const { store } = await openStore({ dir, kind: 'bd', bd: binary, env, clock, timeoutMs: 300_000 });
    return { store, push: () => push(bd) };
}
/** Bd wants to be in a repository that has the server as its origin. */
function prepareRepository(dir, url, env) {
    const git = (...args) => spawnSync('git', args, { cwd: dir, env: { ...env }, encoding: 'utf8' });
    const { status, stderr } = [
        git('init', '--quiet', '--template=', '.'),
        git('remote', 'add', 'origin', url),
    ].find((end) => end.status !== 0) ?? { status: 0, stderr: '' };
    if (status !== 0)
        throw new Error(`git cannot name the server in ${dir}: ${stderr}`);
    git('config', 'beads.role', 'maintainer');
}
/** What `.beads/config.yaml` calls the server may be its other address, for people with a key. */
function gitSettings({ url, credentials }) {
    const { origin, host } = new URL(url);
    const settings = [
        ...Object.entries(credentials).filter(([key]) => key.startsWith('http.http')),
        [`url.${origin}/.insteadOf`, `git@${host}:`],
        [`url.${origin}/.insteadOf`, `ssh://git@${host}/`],
    ];
    const env = {
        GIT_CONFIG_COUNT: String(settings.length),
        GIT_TERMINAL_PROMPT: '0',
    };
    for (const [index, [key = '', value = '']] of settings.entries()) {
        env[`GIT_CONFIG_KEY_${index}`] = key;
        env[`GIT_CONFIG_VALUE_${index}`] = value;
    }
    return env;
}
/** One JSON object, and then progress for a terminal on the same stream. */
async function bootstrap(bd) {
    const said = await bd.run(['bootstrap', '--json', '--yes']);
    const action = /"action":\s*"(\w+)"/.exec(said)?.[1];
    if (action === 'sync' || action === 'none')
        return;
    throw new UserError({
        what: `the server has no Beads database to bootstrap from (bd would "${action ?? 'do nothing'}")`,
        where: 'refs/dolt/data',
        fix: 'push it once from the checkout where it was made: `bd dolt push`',
    });
}
async function push(bd) {
    try {
        await bd.run(['dolt', 'push']);
        return 'pushed';
    }
    catch (error) {
        if (/non-fast-forward|fetch first|rejected|behind/i.test(String(error.message)))
            return 'behind';
        throw error;
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./packages/beads/src/install/binary-version.ts




/** What a binary says it is. It is asked away from the checkout, whose files it would read. */
async function binary_version_binaryVersion(binary, env) {
    try {
        const bd = new Bd({ binary, dir: tmpdir(), env, timeoutMs: 30_000 });
        const is = await readVersion(bd);
        return { is, said: is === '' ? 'it does not say which version it is' : `it is ${is}` };
    }
    catch (error) {
        // One made for another machine fails with ENOEXEC or in its own words; either way it is not ours.
        const isAnswer = error instanceof UserError || (error instanceof Error && 'code' in error);
        if (!isAnswer)
            throw error;
        return { is: '', said: error.message };
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./packages/beads/src/install/install-failures.ts

/** What always helps: the project's own setup puts one on PATH, or no bd is needed. */
function otherwise(version) {
    return `put bd ${version} on PATH in .github/actions/wavefront-setup/action.yml (or on the runner), or write "store: embedded" in .github/wavefront.yml if the tasks are in a JSONL file`;
}
function install_failures_unknownMachine(version, machine) {
    return new UserError({
        what: `Beads releases no bd for ${machine}`,
        fix: `run on Linux or macOS with x64 or arm64, or ${otherwise(version)}`,
    });
}
function install_failures_noSuchRelease(url, version) {
    return new UserError({
        what: `there is no bd ${version} to download: ${url} is not there (HTTP 404)`,
        fix: `write a released version as bd_version (https://github.com/gastownhall/beads/releases), or ${otherwise(version)}`,
    });
}
function install_failures_unreachable({ url, version, why, cause }) {
    return new UserError({
        what: `bd ${version} could not be downloaded from ${url}: ${why}`,
        fix: `let this runner reach that address and run the job again, or ${otherwise(version)}`,
    }, { cause });
}
function install_failures_unverified({ url, checksums, version }, why) {
    return new UserError({
        what: `${url} was not installed: ${checksums} ${why}`,
        fix: `run the job again; if it stays so, something between this runner and GitHub changes the file, or the release is not whole: ${otherwise(version)}`,
    });
}
function install_failures_brokenRelease({ archive, version, machine }, why, cause) {
    return new UserError({
        what: `${archive} has no bd ${version} that runs on this machine (${machine}): ${why}`,
        fix: `write another bd_version, or ${otherwise(version)}`,
    }, { cause });
}

;// CONCATENATED MODULE: ./packages/beads/src/install/download.ts






async function download_downloadText(url, web) {
    return download(url, web, (response) => response.text());
}
/** The file's SHA-256. */
async function download_downloadFile(url, path, web) {
    return download(url, web, async (response) => {
        const hash = createHash('sha256');
        if (response.body === null)
            throw new Error('the answer is empty');
        const body = Readable.fromWeb(response.body);
        await pipeline(body, async function* (chunks) {
            for await (const chunk of chunks) {
                hash.update(chunk);
                yield chunk;
            }
        }, createWriteStream(path));
        return hash.digest('hex');
    });
}
/** The time limit is for the whole answer: a server may stop in the middle of it. */
async function download(url, web, read) {
    for (let turn = 0;; turn++) {
        const outcome = await attempt(url, web, read);
        if (outcome.is === 'done')
            return outcome.value;
        if (outcome.is === 'missing')
            throw noSuchRelease(url, web.version);
        const wait = outcome.again ? web.pausesMs[turn] : undefined;
        if (wait === undefined)
            throw unreachable({ url, ...web, why: outcome.why, cause: outcome.cause });
        web.log(`${url}: ${outcome.why}; trying again in ${wait / 1000} s`);
        await pause(wait);
    }
}
async function attempt(url, { fetch, timeoutMs }, read) {
    try {
        const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
        if (response.ok)
            return { is: 'done', value: await read(response) };
        await response.body?.cancel();
        if (response.status === 404)
            return { is: 'missing' };
        const again = response.status >= 500 || response.status === 429 || response.status === 408;
        return { is: 'failed', again, why: `HTTP ${response.status}` };
    }
    catch (cause) {
        return { is: 'failed', again: true, why: whyOf(cause, timeoutMs), cause };
    }
}
/** Node's fetch says only "fetch failed"; its cause says why. */
function whyOf(error, timeoutMs) {
    const { name, message, cause } = error;
    if (name === 'TimeoutError')
        return `no whole answer within ${timeoutMs / 1000} s`;
    if (typeof cause === 'object' && cause !== null && 'message' in cause)
        return `${cause.message}`;
    return message ?? String(error);
}

;// CONCATENATED MODULE: ./packages/beads/src/install/find-on-path.ts



/** The first `bd` on PATH that is of that version. A relative entry could lead into the checkout: passed over. */
async function find_on_path_findOnPath({ version, env, log }) {
    const folders = (env.PATH ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
    for (const folder of new Set(folders)) {
        const path = join(folder, 'bd');
        if (!(await isExecutable(path)))
            continue;
        const { is, said } = await binaryVersion(path, env);
        if (is === version)
            return path;
        log(`${path} is not used: bd ${version} is wanted, ${said}`);
    }
    return undefined;
}
async function isExecutable(path) {
    try {
        await access(path, constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./packages/beads/src/install/release.ts

const home = 'https://github.com/gastownhall/beads/releases/download';
const systems = { linux: 'linux', darwin: 'darwin' };
const processors = { x64: 'amd64', arm64: 'arm64' };
/** Beads' own names for what it releases. */
function release_releaseFor({ version, platform, arch, releases = home }) {
    const [system, processor] = [systems[platform], processors[arch]];
    const machine = `${platform}/${arch}`;
    if (system === undefined || processor === undefined)
        throw unknownMachine(version, machine);
    const archive = `beads_${version}_${system}_${processor}.tar.gz`;
    const folder = `${releases.replace(/\/+$/, '')}/v${version}`;
    return {
        machine,
        version,
        archive,
        url: `${folder}/${archive}`,
        checksums: `${folder}/checksums.txt`,
    };
}
/** The line `<sha256>  <file>`, or with a `*` for binary before the file. */
function release_checksumOf(checksums, archive) {
    for (const line of checksums.split('\n')) {
        const [, sum, file] = /^([0-9a-fA-F]{64})[ \t]+\*?(\S+)\s*$/.exec(line) ?? [];
        if (file === archive)
            return sum?.toLowerCase();
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/beads/src/install/tool-cache.ts




/** A folder without the marker beside it is half made; a binary that does not run is as good as none. */
async function tool_cache_findInCache(slot, env) {
    if (!(await exists(markerOf(slot))))
        return undefined;
    const path = join(folderOf(slot), 'bd');
    const { is } = await binaryVersion(path, env);
    return is === slot.version ? path : undefined;
}
/** Two jobs on one machine may do this at once: each writes a name of its own, and the last rename stands. */
async function tool_cache_keepInCache(binary, slot) {
    const folder = folderOf(slot);
    await mkdir(folder, { recursive: true });
    const draft = join(folder, `.bd-${randomUUID()}`);
    try {
        await copyFile(binary, draft);
        await chmod(draft, 0o755);
        await rename(draft, join(folder, 'bd'));
    }
    finally {
        await rm(draft, { force: true });
    }
    await writeFile(markerOf(slot), '');
    return join(folder, 'bd');
}
function folderOf({ cacheDir, version, arch }) {
    return join(cacheDir, 'bd', version, arch);
}
function markerOf(slot) {
    return `${folderOf(slot)}.complete`;
}
async function exists(path) {
    try {
        await stat(path);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./packages/beads/src/install/unpack.ts





/** Exactly the one file; whatever else the archive holds stays in it. */
async function unpack_unpackBinary(archive, dir, release) {
    const names = (await tar(['-tzf', archive], release)).split('\n');
    // Beads packs its archives for Linux and for macOS in two ways.
    const name = names.find((entry) => entry === 'bd' || entry === './bd');
    if (name === undefined)
        throw brokenRelease(release, 'there is no bd in it');
    await tar(['-xzf', archive, '-C', dir, name], release);
    const binary = join(dir, 'bd');
    if (!(await lstat(binary)).isFile())
        throw brokenRelease(release, 'its bd is not a file');
    await chmod(binary, 0o755);
    return binary;
}
async function tar(args, release) {
    try {
        const { stdout } = await promisify(execFile)('tar', args, { timeout: 120_000 });
        return stdout;
    }
    catch (cause) {
        throw brokenRelease(release, cause instanceof Error ? cause.message : String(cause), cause);
    }
}

;// CONCATENATED MODULE: ./packages/beads/src/install/install-bd.ts












/** A `bd` of exactly one version: the one on PATH, else the tool cache's, else the release's. */
async function installBd(options) {
    const { version, env, cacheDir, log } = options;
    refuseVersion(version);
    const found = await findOnPath({ version, env, log });
    if (found !== undefined)
        return tell(log, { path: found, is: 'found' });
    const { platform = process.platform, arch = process.arch, releases } = options;
    const slot = { cacheDir, version, arch };
    const cached = await findInCache(slot, env);
    if (cached !== undefined)
        return tell(log, { path: cached, is: 'cached' });
    const release = releaseFor({ version, platform, arch, ...(releases && { releases }) });
    return tell(log, { path: await fetchRelease(release, slot, options), is: 'downloaded' });
}
function refuseVersion(version) {
    if (!/^\d{1,5}\.\d{1,5}\.\d{1,5}$/.test(version)) {
        throw new UserError({
            what: `bd_version is "${version}", which is not an exact version`,
            fix: "write all three numbers, in quotes: bd_version: '1.3.0'",
        });
    }
    unwrap(judgeVersion(version));
}
function tell(log, installed) {
    log(`bd is ${installed.path} (${installed.is})`);
    return installed;
}
/** Nothing is unpacked that the release's own list of checksums does not vouch for. */
async function fetchRelease(release, slot, options) {
    const web = webOf(options);
    const expected = checksumOf(await downloadText(release.checksums, web), release.archive);
    if (expected === undefined)
        throw unverified(release, 'has no line for it');
    const dir = await mkdtemp(join(tmpdir(), 'wavefront-bd-'));
    try {
        const archive = join(dir, release.archive);
        const actual = await downloadFile(release.url, archive, web);
        if (actual !== expected)
            throw unverified(release, `says ${expected}, but it is ${actual}`);
        const binary = await unpackBinary(archive, dir, release);
        const version = await binaryVersion(binary, options.env);
        if (version.is !== slot.version)
            throw brokenRelease(release, version.said);
        return await keepInCache(binary, slot);
    }
    finally {
        await rm(dir, { recursive: true, force: true });
    }
}
function webOf(options) {
    return {
        fetch: options.fetch ?? globalThis.fetch,
        pausesMs: options.pausesMs ?? [1_000, 4_000, 10_000],
        timeoutMs: options.timeoutMs ?? 180_000,
        version: options.version,
        log: options.log,
    };
}

;// CONCATENATED MODULE: ./packages/beads/src/index.ts





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
