export const id = 169;
export const ids = [169];
export const modules = {

/***/ 5169:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L9: () => (/* binding */ findPlan),
/* harmony export */   S2: () => (/* binding */ storeOptions),
/* harmony export */   m3: () => (/* binding */ readPlan),
/* harmony export */   o$: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _wavefront_beads__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(209);
/* harmony import */ var _wavefront_errors__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5569);
/* harmony import */ var _wavefront_plans__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4480);





/** What `ready` and `graph` show: the plan or the store that was named, else the store, else a plan found. */
async function readSource(options, cwd) {
    const place = { cwd, top: await findTop(cwd) };
    const from = await findPlan(options, place);
    if (from === undefined)
        return readStore(options.store, place);
    if (from.endsWith('.jsonl'))
        return readStore(from, place);
    const { title, tasks, notes } = await readPlan(from, options, place.top);
    return { title, tasks, notes, attempts: new Map() };
}
/** The plan to read, as a full path, or nothing when it is the store's turn. */
async function findPlan({ from, store }, { cwd, top }) {
    if (from !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, from);
    if (store !== 'auto' || (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, '.beads'))))
        return undefined;
    for (const path of _wavefront_plans__WEBPACK_IMPORTED_MODULE_4__/* .planPaths */ .AC)
        if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, path)))
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, path);
    throw new _wavefront_errors__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo({
        what: 'there are no tasks here: no store in .beads/ and no plan',
        fix: `name a plan with --from FILE, or put one at ${_wavefront_plans__WEBPACK_IMPORTED_MODULE_4__/* .planPaths */ .AC.join(', ')}`,
    });
}
async function readPlan(path, { tag }, top) {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(top, path);
    const shown = inside.startsWith('..') ? path : inside;
    const text = await readText(path, shown);
    const texts = await readLongTexts(path);
    return (0,_wavefront_errors__WEBPACK_IMPORTED_MODULE_3__/* .unwrap */ .oA)((0,_wavefront_plans__WEBPACK_IMPORTED_MODULE_4__/* .parsePlan */ .vS)({ path: shown, text, texts }, tag === undefined ? {} : { tag }));
}
async function readStore(store, place) {
    const options = storeOptions(store, place);
    const opened = await (0,_wavefront_beads__WEBPACK_IMPORTED_MODULE_2__/* .openStore */ .Ch)(options);
    const title = options.file === undefined ? 'Tasks' : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(store);
    return { title, ...(await opened.store.read()) };
}
/** A kind of store, or a JSONL file by name. */
function storeOptions(store, { cwd, top }) {
    if (store === 'auto' || store === 'embedded' || store === 'bd')
        return { dir: top, kind: store };
    return { dir: top, kind: 'embedded', file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, store) };
}
/** The nearest folder upwards with a store or a repository; else where we are. */
async function findTop(cwd) {
    for (let dir = cwd;; dir = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(dir)) {
        if ((await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, '.beads'))) || (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, '.git'))))
            return dir;
        if (dir === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(dir))
            return cwd;
    }
}
async function readText(path, shown) {
    try {
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).isDirectory())
            throw new Error('it is a directory');
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (cause) {
        const why = cause instanceof Error ? cause.message.split(',', 1)[0] : String(cause);
        throw new _wavefront_errors__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo({
            what: `the plan cannot be read (${why})`,
            where: shown,
            fix: 'name a file with --from FILE',
        }, { cause });
    }
}
/** TaskMaster keeps longer texts of its tasks in a folder beside the list. */
async function readLongTexts(plan) {
    const docs = (0,_wavefront_plans__WEBPACK_IMPORTED_MODULE_4__/* .longTextsFolder */ .J_)(plan);
    const texts = new Map();
    if (docs === undefined || !(await exists(docs)))
        return texts;
    for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(docs, { recursive: true, withFileTypes: true })) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name);
        const isText = entry.isFile() && /\.(md|txt)$/.test(entry.name);
        if (isText)
            texts.set((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(docs, path), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'));
    }
    return texts;
}
async function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);
}


/***/ }),

/***/ 4480:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J_: () => (/* reexport */ longTextsFolder),
  vS: () => (/* reexport */ parsePlan),
  AC: () => (/* reexport */ planPaths),
  gF: () => (/* reexport */ storeTasks)
});

// UNUSED EXPORTS: planJsonSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
;// CONCATENATED MODULE: ./packages/plans/src/declared-path.ts
/**
 * A path or glob below the repository's root: no way out of it, and not git's own folder.
 * Kept to what every dialect of regular expressions knows, because the JSON Schema has it too.
 */
const declaredPath = /^(?!\/|[A-Za-z]:)(?!.*\\)(?!(?:.*\/)?(?:\.\.|\.[gG][iI][tT])(?:\/|$)).{1,1024}$/;
const declaredPathWords = 'a path or glob relative to the repository, such as "src/login.ts" or "src/login/**", with "/" between folders, without "..", a leading "/" or ".git"';
function isDeclaredPath(path) {
    return declaredPath.test(path) && !/\p{Cc}/u.test(path);
}

;// CONCATENATED MODULE: ./packages/plans/src/limits.ts
/** Enough for any plan that people can follow, and few enough to keep in memory. */
const maxTasks = 10_000;
/** In characters. What a worker reads must fit into a prompt. */
const maxText = 65_536;
const maxFile = 16 * 1024 * 1024;

;// CONCATENATED MODULE: ./packages/plans/src/slug.ts
/** In a store the name is put before each id, and both are part of a branch's name. */
const maxSlug = 32;
/** What a plan's name must look like. */
const slugPattern = /^[a-z](?:-?[a-z0-9])*$/;
/** The words of a text as a name; nothing when there is no Latin letter in it. */
function toSlug(text) {
    const words = plain(text)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^[^a-z]+|-+$/g, '');
    if (words === '')
        return undefined;
    return words.length <= maxSlug ? words : shorten(words);
}
/** The same text always gives the same four letters. It tells names apart that begin alike. */
function fingerprint(text) {
    let hash = 0x811c9dc5;
    for (const letter of text)
        hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    return (hash >>> 0).toString(36).padStart(7, '0').slice(-4);
}
function plain(text) {
    return text.normalize('NFKD').replace(/\p{Mark}+/gu, '');
}
function shorten(words) {
    const cut = words.slice(0, maxSlug - 4);
    const end = cut.lastIndexOf('-');
    return `${cut.slice(0, end > maxSlug / 2 ? end : maxSlug - 5)}-${fingerprint(words)}`;
}

;// CONCATENATED MODULE: ./packages/plans/src/texts.ts
/** Stores keep 500 letters of a title, people read 80. */
const maxTitle = 200;
/**
 * Foreign text as one line: a title becomes the subject of a commit and a row on a terminal, where
 * a line break or an escape code would be more than text.
 */
function toOneLine(text) {
    return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
/** In place of a title that could not be read, in a plan that is refused anyway. */
const unreadTitle = '…';
/** A title and, where it had to be cut, the whole text for the description. */
function toTitle(text) {
    const whole = toOneLine(text);
    if (whole.length <= maxTitle)
        return { title: whole };
    const cut = whole.slice(0, maxTitle - 1);
    const end = cut.lastIndexOf(' ');
    return { title: `${cut.slice(0, end > maxTitle / 2 ? end : undefined)}…`, whole };
}
/** A brief without its empty parts. */
function toBrief(parts) {
    const brief = {};
    for (const part of ['description', 'details', 'acceptance', 'notes']) {
        const text = trimLines(parts[part] ?? '');
        if (text)
            brief[part] = text;
    }
    return brief;
}
function joinTexts(...texts) {
    return texts
        .map((text) => trimLines(text ?? ''))
        .filter((text) => text !== '')
        .join('\n\n');
}
/** Without blank lines around it; the first line keeps its indent. */
function trimLines(text) {
    return text.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
}
/** A text in a message: its quotes and control characters escaped, and not more of it than helps. */
function quote(text) {
    const shown = text.length > 60 ? `${text.slice(0, 60)}… (${text.length} characters)` : text;
    return JSON.stringify(shown);
}
/** `1, 2, 3 and 4 more`. */
function listSome(items, shown = 5) {
    const more = items.length - shown;
    const first = items.slice(0, shown).map(toOneLine).join(', ');
    return more > 0 ? `${first} and ${more} more` : first;
}

;// CONCATENATED MODULE: ./packages/plans/src/json/plan-schema.ts





const textWords = `as a text of at most ${maxText} characters`;
const planWords = {
    $schema: 'the address of the JSON Schema, as a text',
    name: 'a name of at most 32 lower case letters, digits and single dashes, beginning with a letter',
    title: `what the whole plan is for, in at most ${maxTitle} characters`,
    tasks: `a list of 1 to ${maxTasks} tasks, each an object with an "id" and a "title"`,
};
const taskWords = {
    id: 'an id that is unique in the plan, such as "login-form" or "1.2"',
    title: `what is to be done, in at most ${maxTitle} characters`,
    description: `what is wanted and why, ${textWords}`,
    details: `how it may be done, ${textWords}`,
    acceptance: `how to tell that it is done, ${textWords}`,
    notes: `what else helps, ${textWords}`,
    depends_on: 'a list of the ids of the tasks that must be finished before',
    files: `a list of at most 1000 files that the task will touch, each ${declaredPathWords}`,
    priority: 'a whole number from 0 (most urgent) to 4; 2 if left out',
    minutes: 'the expected minutes, as a number above 0',
    parent: 'the id of the task or epic that it belongs to',
    kind: '"task", or "epic" for one that only groups others; what is a parent is an epic if left out',
    done: 'true for what is finished already, or false',
};
const title = schemas/* string */.YjP().regex(/\S/).max(maxTitle);
const plan_schema_text = schemas/* string */.YjP().max(maxText);
/** The pattern is for editors and agents: the parser itself says more about an id that is not safe. */
const id = schemas/* string */.YjP().meta({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$' });
const path = schemas/* string */.YjP().regex(declaredPath, { abort: true }).refine(isDeclaredPath);
const taskSchema = schemas/* strictObject */.rej({
    id: id.describe(taskWords.id),
    title: title.describe(taskWords.title),
    description: plan_schema_text.describe(taskWords.description).optional(),
    details: plan_schema_text.describe(taskWords.details).optional(),
    acceptance: plan_schema_text.describe(taskWords.acceptance).optional(),
    notes: plan_schema_text.describe(taskWords.notes).optional(),
    depends_on: schemas/* array */.YOg(id).max(maxTasks).describe(taskWords.depends_on).optional(),
    files: schemas/* array */.YOg(path).max(1000).describe(taskWords.files).optional(),
    priority: schemas/* int */.Whr().min(0).max(4).describe(taskWords.priority).optional(),
    minutes: schemas/* number */.aig().positive().describe(taskWords.minutes).optional(),
    parent: id.describe(taskWords.parent).optional(),
    kind: schemas/* enum */.k5n(['task', 'epic']).describe(taskWords.kind).optional(),
    done: schemas/* boolean */.zMY().describe(taskWords.done).optional(),
});
const planSchema = schemas/* strictObject */.rej({
    $schema: schemas/* string */.YjP().describe(planWords.$schema).optional(),
    name: schemas/* string */.YjP().max(maxSlug).regex(slugPattern).describe(planWords.name).optional(),
    title: title.describe(planWords.title),
    tasks: schemas/* array */.YOg(taskSchema).min(1).max(maxTasks).describe(planWords.tasks),
});
/** The schema that docs/plan.schema.json publishes, for editors and for agents. */
function planJsonSchema() {
    const { $schema, ...schema } = z.toJSONSchema(planSchema, {
        io: 'input',
        target: 'draft-2020-12',
    });
    return { $schema, title: 'A plan: tasks and what they depend on', ...schema };
}

// EXTERNAL MODULE: ./packages/errors/src/index.ts + 3 modules
var src = __webpack_require__(5569);
;// CONCATENATED MODULE: ./packages/plans/src/markdown/groups.ts
/** The groups that have tasks, in order. Boxes before the first heading are a group, too. */
function readGroups(sections) {
    const level = groupLevel(sections);
    const groups = [];
    let isInside = false;
    for (const section of sections) {
        const depth = section.heading?.level ?? 0;
        const last = groups.at(-1);
        if (depth > level && last && isInside)
            groups[groups.length - 1] = extend(last, section);
        else {
            groups.push(toGroup(section));
            isInside = depth >= level;
        }
    }
    return groups.filter(({ items }) => items.length > 0);
}
/** The highest level, below the title, that has numbered headings; else OpenSpec's own. */
function groupLevel(sections) {
    const levels = sections.flatMap(({ heading }) => heading && heading.level > 1 && numberOf(heading) !== undefined ? [heading.level] : []);
    return levels.length > 0 ? levels.reduce((a, b) => Math.min(a, b)) : 2;
}
/** `1. Database` → `1`. A heading such as "2024 in review" has no number. */
function numberOf({ text }) {
    return /^(\d{1,6})[.):](?:[ \t]|$)/.exec(text)?.[1];
}
function toGroup({ heading, items, prose }) {
    const number = heading && numberOf(heading);
    return {
        ...(number === undefined ? {} : { number }),
        title: heading?.text.replace(/^\d{1,6}[.):][ \t]*/, '') ?? '',
        at: heading?.at ?? items[0]?.box.at ?? 1,
        prose: heading ? prose : [],
        items,
    };
}
function extend(group, { heading, items, prose }) {
    return {
        ...group,
        prose: [...group.prose, ...(heading ? [heading.raw.trim()] : []), ...prose],
        items: [...group.items, ...items],
    };
}

;// CONCATENATED MODULE: ./packages/plans/src/taskmaster/choose-tag.ts


/** TaskMaster's default tag; a file from before there were tags is read as if it had this one. */
const mainTag = 'master';
function chooseTag(document, wanted) {
    const tags = findTags(document.value);
    const chosen = wanted === undefined ? defaultTag(tags) : tags.find(({ tag }) => tag === wanted);
    if (chosen)
        return (0,src/* parsed */.Yz)({ ...chosen, notes: wanted === undefined ? passedOver(chosen, tags) : [] });
    const names = tags.map(({ tag }) => tag);
    if (wanted === undefined || names.length === 0)
        return (0,src/* refused */.J5)([noTasks(document)]);
    return (0,src/* refused */.J5)([
        {
            what: `there is no tag ${quote(wanted)}${(0,src/* suggest */.ZA)(wanted, names)}`,
            where: document.path,
            fix: `choose one of ${listSome(names, 20)}`,
        },
    ]);
}
/** Does the value hold TaskMaster's lists, each under its tag? */
function hasTags(value) {
    return findTags(value).some(({ keys }) => keys.length === 2);
}
function findTags(value) {
    if (typeof value !== 'object' || value === null)
        return [];
    const flat = listIn(value);
    if (flat)
        return [{ tag: mainTag, tasks: flat, keys: ['tasks'] }];
    return Object.entries(value).flatMap(([tag, inside]) => {
        const tasks = listIn(inside);
        return tasks ? [{ tag, tasks, keys: [tag, 'tasks'] }] : [];
    });
}
function listIn(value) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'tasks'))
        return undefined;
    const tasks = Reflect.get(value, 'tasks');
    return Array.isArray(tasks) ? tasks : undefined;
}
/** TaskMaster writes an empty main list into every new file, so it wins only when there is work in it. */
function defaultTag(tags) {
    const filled = tags.filter(({ tasks }) => tasks.length > 0);
    return filled.find(({ tag }) => tag === mainTag) ?? filled[0] ?? tags[0];
}
function passedOver(chosen, tags) {
    const others = tags.filter((tag) => tag !== chosen && tag.tasks.length > 0).map(({ tag }) => tag);
    if (others.length === 0)
        return [];
    return [`The tag ${quote(chosen.tag)} is read; the file also has ${listSome(others)}.`];
}
function noTasks(document) {
    return {
        what: 'there is no list of tasks in this file',
        where: document.where([]),
        fix: 'write {"master": {"tasks": […]}} or {"tasks": […]}',
    };
}

;// CONCATENATED MODULE: ./packages/plans/src/detect-format.ts


/** A list in brackets begins with a value; a link or a badge, as in a README, does not. */
function looksLikeJson(path, text) {
    return /\.json$/i.test(path) || /^\s*(?:\{|\[\s*(?:[{\]"\d]|$))/.test(text);
}
function jsonFormat({ path, value }) {
    if (typeof value !== 'object' || value === null)
        return 'json';
    if (hasTags(value) || /(?:^|[\\/])\.taskmaster[\\/]/.test(path))
        return 'taskmaster';
    if (['$schema', 'title', 'name'].some((key) => Object.hasOwn(value, key)))
        return 'json';
    return Object.hasOwn(value, 'metadata') || hasForeignTasks(value) ? 'taskmaster' : 'json';
}
function markdownFormat({ path, sections }) {
    const groups = readGroups(sections);
    const isOpenSpec = /(?:^|[\\/])openspec[\\/]/.test(path) ||
        groups.some(({ number }) => number !== undefined) ||
        groups.some(({ title, items }) => title !== '' && items.some(hasGroupNumber));
    return isOpenSpec ? 'openspec' : 'markdown';
}
/** TaskMaster's list from before there were tags, told by the fields that ours does not have. */
function hasForeignTasks(value) {
    const tasks = Object.hasOwn(value, 'tasks') ? Reflect.get(value, 'tasks') : undefined;
    if (!Array.isArray(tasks))
        return false;
    return tasks.some((task) => typeof task === 'object' &&
        task !== null &&
        ['status', 'dependencies', 'subtasks', 'testStrategy'].some((key) => Object.hasOwn(task, key)));
}
function hasGroupNumber({ box }) {
    return /^\d+\.\d/.test(box.text);
}

// EXTERNAL MODULE: ./packages/tasks/src/index.ts + 12 modules
var tasks_src = __webpack_require__(6607);
;// CONCATENATED MODULE: ./packages/plans/src/store-tasks.ts

/**
 * The plan's tasks as a store takes them, below one epic for the plan: many plans share a store,
 * and each of them has a task "1". A plan that `parsePlan` returned always gives safe ids.
 */
function storeTasks({ name, title, tasks }) {
    const id = (own) => (0,tasks_src/* taskId */.BS)(storeId(name, own));
    const epic = {
        id: (0,tasks_src/* taskId */.BS)(name),
        title,
        kind: 'epic',
        state: tasks.every((task) => task.state === 'closed') ? 'closed' : 'open',
        priority: 2,
        dependencies: [],
        files: [],
        brief: {},
    };
    const below = tasks.map((task) => ({
        ...task,
        id: id(task.id),
        parent: task.parent === undefined ? epic.id : id(task.parent),
        dependencies: task.dependencies.map(({ on, until }) => ({ on: id(on), until })),
    }));
    return [epic, ...below];
}
/** `1.2` of the plan "login" → `login-1.2`; `login-form` stays. */
function storeId(name, id) {
    return id.startsWith(`${name}-`) ? id : `${name}-${id}`;
}

;// CONCATENATED MODULE: ./packages/plans/src/check-plan.ts



/** What no format allows. */
function findUnusable({ name, tasks }) {
    if (tasks.length > maxTasks) {
        return [
            problem(tasks[maxTasks], {
                what: `the plan has ${tasks.length} tasks`,
                fix: `split it into plans of at most ${maxTasks} tasks`,
            }),
        ];
    }
    return [...tasks.flatMap(untitled), ...tasks.flatMap(longTexts), ...unsafeIds(name, tasks)];
}
function untitled(task) {
    if (task.title !== '')
        return [];
    return [
        problem(task, { what: `task "${task.id}" has no title`, fix: 'write what is to be done' }),
    ];
}
function longTexts(task) {
    return Object.entries(task.brief)
        .filter(([, text]) => text.length > maxText)
        .map(([part, text]) => problem(task, {
        what: `the ${part} of task "${task.id}" has ${text.length} characters`,
        fix: `shorten it to ${maxText}, or put it into a file of the repository and name that`,
    }));
}
/** In a store the plan's name is put before its ids, which may make safe ones too long, or equal. */
function unsafeIds(name, tasks) {
    const first = new Map();
    return tasks
        .filter(({ id }) => (0,tasks_src/* isTaskId */.XJ)(id))
        .flatMap((task) => {
        const id = storeId(name, task.id);
        const other = first.get(id) ?? task;
        first.set(id, other);
        if (!(0,tasks_src/* isTaskId */.XJ)(id))
            return [tooLong(task, name)];
        return other.id === task.id ? [] : [sameInStore(task, other, id)];
    });
}
function tooLong(task, name) {
    const room = 128 - name.length - 1;
    const what = `task id "${task.id.slice(0, 60)}…" is too long for a plan named "${name}"`;
    return problem(task, { what, fix: `shorten it to ${room} characters` });
}
function sameInStore(task, other, id) {
    const what = `tasks "${other.id}" and "${task.id}" are both "${id}" in a store`;
    return problem(task, { what, fix: 'give one of them another id' });
}
function problem(task, { what, fix }) {
    return task?.source === undefined ? { what, fix } : { what, fix, where: task.source };
}

;// CONCATENATED MODULE: ./packages/plans/src/draft.ts



/**
 * What keeps a draft from being a plan. Who has to mend the file anyway is told the faults of its
 * graph at once; otherwise they are for whoever builds the graph.
 */
function findProblems(draft) {
    const problems = [...draft.problems, ...findUnusable(draft.plan)];
    const isGraphWanted = problems.length > 0 && draft.plan.tasks.length <= maxTasks;
    return isGraphWanted ? [...problems, ...graphProblems(draft)] : problems;
}
function graphProblems(draft) {
    const graph = (0,tasks_src/* buildGraph */.ZG)([...draft.plan.tasks, ...standIns(draft)]);
    return graph.ok ? [] : graph.problems;
}
/** For tasks that may be there for all we know, or whose id is reported already: they are not unknown. */
function standIns({ plan: { tasks }, hasGap = false }) {
    const known = new Set(tasks.map(({ id }) => id));
    const named = new Set(tasks.flatMap(references));
    return [...named].filter((id) => !known.has(id) && (hasGap || !(0,tasks_src/* isTaskId */.XJ)(id))).map(standIn);
}
function references({ dependencies, parent }) {
    return [...dependencies.map(({ on }) => on), ...(parent === undefined ? [] : [parent])];
}
function standIn(id) {
    return {
        id,
        title: id,
        kind: 'task',
        state: 'open',
        priority: 2,
        dependencies: [],
        files: [],
        brief: {},
    };
}

;// CONCATENATED MODULE: ./packages/plans/src/ids.ts

/** Checks ids as they are read and collects what is wrong with them, each with its place. */
class IdReader {
    problems = [];
    #refused = new Set();
    /** The id as it is; when it is not safe, the plan is refused at the end, so that all are reported. */
    read(text, where) {
        const id = (0,tasks_src/* parseTaskId */.ik)(text);
        if (id.ok)
            return id.value;
        const isKnown = this.#refused.has(`${where} ${text}`);
        if (!isKnown)
            this.problems.push(...id.problems.map((problem) => ({ ...problem, where })));
        this.#refused.add(`${where} ${text}`);
        return text;
    }
}

;// CONCATENATED MODULE: ./packages/plans/src/plan-name.ts

/** File and folder names that say nothing about what is planned. */
const vague = /^(tasks?|plans?|to-?do|docs|wavefront|taskmaster|changes)$/;
/** The first of these texts that makes a name. */
function firstSlug(...texts) {
    for (const text of texts) {
        const slug = text === undefined ? undefined : toSlug(text);
        if (slug !== undefined)
            return slug;
    }
    return 'plan';
}
/** What a path calls its plan: `changes/2025-01-11-add-login/tasks.md` and `add-login.tasks.md` are "add-login". */
function nameInPath(path) {
    const [file = '', ...folders] = path.split(/[\\/]+/).reverse();
    const stem = file.replace(/(\.tasks)?\.[a-z]+$/i, '');
    const telling = [stem, ...folders].find((part) => !vague.test(toSlug(part) ?? 'tasks'));
    return (telling ?? stem).replace(/^[\d_.-]+/, '');
}
/** `add-login` → `Add login`. */
function titleInPath(path) {
    const words = nameInPath(path)
        .replace(/[-_.\s]+/g, ' ')
        .trim() || 'Plan';
    return words.charAt(0).toUpperCase() + words.slice(1);
}

;// CONCATENATED MODULE: ./packages/plans/src/settle-epics.ts

/**
 * Makes the states of epics and of their tasks agree, which in files kept by hand they often do not.
 * What is below a finished or paused epic is finished or paused too. An open epic whose tasks are
 * all finished is finished: nothing else would ever close it, nor start what waits for it.
 */
function settleEpics(tasks) {
    const lowered = spreadDown(tasks);
    const raised = finishUp(tasks.map((task) => lowered.get(task.id) ?? task));
    return {
        tasks: tasks.map((task) => raised.get(task.id) ?? lowered.get(task.id) ?? task),
        notes: [
            ...sentence('Counted as finished or paused like the epic above', [...lowered.keys()]),
            ...sentence('Counted as finished, because all tasks below are', [...raised.keys()]),
        ],
    };
}
function spreadDown(tasks) {
    const children = groupByParent(tasks);
    const changed = new Map();
    const queue = tasks.filter((task) => task.kind === 'epic' && task.state !== 'open');
    for (const epic of queue) {
        for (const child of children.get(epic.id) ?? []) {
            if (child.state !== 'open' || changed.has(child.id))
                continue;
            const why = epic.why ?? (epic.state === 'closed' ? 'finished' : 'paused');
            const settled = { ...child, state: epic.state, why };
            changed.set(child.id, settled);
            if (child.kind === 'epic')
                queue.push(settled);
        }
    }
    return changed;
}
function finishUp(tasks) {
    const children = groupByParent(tasks);
    const byId = new Map(tasks.map((task) => [task.id, task]));
    const changed = new Map();
    const isClosed = (task) => task.state === 'closed' || changed.has(task.id);
    const queue = tasks.filter((task) => task.kind === 'epic');
    for (const epic of queue) {
        const below = children.get(epic.id) ?? [];
        if (epic.state !== 'open' || isClosed(epic) || !below.every(isClosed))
            continue;
        if (below.length === 0)
            continue;
        changed.set(epic.id, { ...epic, state: 'closed' });
        const above = epic.parent === undefined ? undefined : byId.get(epic.parent);
        if (above?.kind === 'epic')
            queue.push(above);
    }
    return changed;
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
function sentence(what, ids) {
    return ids.length === 0 ? [] : [`${what}: ${listSome(ids)}.`];
}

;// CONCATENATED MODULE: ./packages/plans/src/json/read-fields.ts
/** Of an object that is not as its schema wants it, the fields that are. */
function readFields(schema, value) {
    const shape = schema.shape;
    const isGood = ([key, field]) => Object.hasOwn(shape, key) && shape[key].safeParse(field).success;
    const good = Object.entries(Object(value)).filter(isGood);
    return Object.fromEntries(good);
}
/** The list at a key, unless it is none or longer than anybody should go through. */
function readList(value, key, most) {
    const list = Object.hasOwn(Object(value), key) ? Reflect.get(Object(value), key) : [];
    return Array.isArray(list) && list.length <= most ? list : [];
}

;// CONCATENATED MODULE: ./packages/plans/src/json/schema-problems.ts


/** What a schema has against a document, as problems with lines. */
function schemaProblems(document, issues, wordsAt) {
    return issues.flatMap((issue) => issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(document, issue.path, key, wordsAt))
        : [wrongValue(document, issue, wordsAt)]);
}
function unknownKey(document, path, key, wordsAt) {
    const known = Object.keys(wordsAt(path));
    return {
        what: `unknown key ${quote(key)}${(0,src/* suggest */.ZA)(key, known)}`,
        where: document.where([...path, key]),
        fix: `write one of ${known.join(', ')}, or remove it`,
    };
}
function wrongValue(document, issue, wordsAt) {
    const value = valueAt(document.value, issue.path);
    const { name, words } = fieldAt(issue.path, wordsAt);
    const meant = issue.code === 'invalid_value' && typeof value === 'string'
        ? (0,src/* suggest */.ZA)(value, issue.values.map(String))
        : '';
    return {
        what: value === undefined ? `${name} is missing` : `${name} is ${show(value)}${meant}`,
        where: document.where(issue.path),
        fix: `write ${words}`,
    };
}
/** `["tasks", 3, "files", 0]` is `"files[0]"`, in the words of "files". */
function fieldAt(path, wordsAt) {
    const at = path.findLastIndex((key) => typeof key === 'string');
    const key = at < 0 ? undefined : String(path[at]);
    if (key === undefined) {
        const keys = Object.keys(wordsAt(path)).join(', ');
        return { name: 'the file', words: `an object, in braces, with the keys ${keys}` };
    }
    const inside = path.slice(at + 1).map((index) => `[${String(index)}]`);
    const words = wordsAt(path.slice(0, at))[key];
    return { name: `"${key}${inside.join('')}"`, words: words ?? 'another value' };
}
function valueAt(root, path) {
    let value = root;
    for (const key of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
            return undefined;
        value = Reflect.get(value, key);
    }
    return value;
}
function show(value) {
    if (Array.isArray(value))
        return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
    if (typeof value === 'object' && value !== null)
        return 'an object';
    return typeof value === 'string' ? quote(value) : JSON.stringify(value);
}

;// CONCATENATED MODULE: ./packages/plans/src/json/read-written.ts




function readWritten(document) {
    const result = planSchema.safeParse(document.value);
    if (result.success)
        return { ...result.data, problems: [] };
    const wordsAt = (path) => (path.length === 0 ? planWords : taskWords);
    const { name, title } = readFields(planSchema, document.value);
    return {
        name,
        title,
        tasks: readList(document.value, 'tasks', maxTasks).map(readTask),
        problems: schemaProblems(document, result.error.issues, wordsAt),
    };
}
/** An id that is a number is a fault, but it is clear which task others mean by it. */
function readTask(value) {
    const id = Reflect.get(Object(value), 'id');
    return readFields(taskSchema, typeof id === 'number' ? { ...Object(value), id: `${id}` } : value);
}

;// CONCATENATED MODULE: ./packages/plans/src/json/parse-json-plan.ts





/** Our own format: see docs/plans.md. */
function parseJsonPlan(document) {
    const { name, title, tasks: written, problems } = readWritten(document);
    const ids = new IdReader();
    const parents = new Set(written.map((task) => task.parent));
    const read = written.flatMap((task, i) => toTask(task, { document, i, ids, parents }));
    const { tasks, notes } = settleEpics(read);
    return {
        plan: {
            name: name ?? firstSlug(title, nameInPath(document.path)),
            title: toOneLine(title ?? unreadTitle),
            tasks,
            notes,
        },
        problems: [...problems, ...ids.problems, ...emptyEpics(read, parents)],
    };
}
/** Nothing can be said of a task without an id. */
function toTask(task, { document, i, ids, parents }) {
    if (task.id === undefined)
        return [];
    const readId = (text, ...keys) => ids.read(text, document.where(['tasks', i, ...keys]));
    const read = {
        id: readId(task.id, 'id'),
        title: toOneLine(task.title ?? unreadTitle),
        kind: task.kind ?? (parents.has(task.id) ? 'epic' : 'task'),
        state: task.done ? 'closed' : 'open',
        priority: task.priority ?? 2,
        dependencies: (task.depends_on ?? []).map((on, n) => ({
            on: readId(on, 'depends_on', n),
            until: 'closed',
        })),
        ...(task.parent === undefined ? {} : { parent: readId(task.parent, 'parent') }),
        files: task.files ?? [],
        ...(task.minutes === undefined ? {} : { minutes: task.minutes }),
        brief: toBrief(task),
        source: document.where(['tasks', i]),
    };
    return [read];
}
/** An epic is closed with the last of its tasks, so one without tasks would stay open for ever. */
function emptyEpics(tasks, parents) {
    return tasks
        .filter((task) => task.kind === 'epic' && task.state === 'open' && !parents.has(task.id))
        .map(({ id, source }) => ({
        what: `the epic "${id}" has no tasks`,
        ...(source === undefined ? {} : { where: source }),
        fix: `write "parent": "${id}" in its tasks, or "kind": "task" if it is work itself`,
    }));
}

;// CONCATENATED MODULE: ./packages/plans/src/json/scan-json.ts
const maxDepth = 64;
const maxValues = 1_000_000;
/**
 * `JSON.parse` forgets where things are, and for most mistakes does not say where they are either.
 * This reads the text once for its places alone; the values are still those of `JSON.parse`.
 */
function scanJson(text) {
    const scanner = new Scanner(text);
    try {
        scanner.readDocument();
    }
    catch (error) {
        if (error instanceof Fault)
            return { ok: false, fault: error.fault };
        throw error;
    }
    return { ok: true, offsets: scanner.offsets };
}
/** One more step of a JSON pointer. */
function pointer(parent, key) {
    return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
class Fault extends Error {
    fault;
    constructor(fault) {
        super(fault.what);
        this.fault = fault;
    }
}
class Scanner {
    offsets = new Map();
    #text;
    #at = 0;
    #depth = 0;
    constructor(text) {
        this.#text = text;
    }
    readDocument() {
        this.#readValue('');
        if (this.#peek() !== '')
            this.#expected('the end of the file', 'remove what follows');
    }
    #readValue(path) {
        const first = this.#peek();
        if (this.offsets.size >= maxValues)
            this.#fail('has too many values', 'split it into several');
        this.offsets.set(path, this.#at);
        if (first === '{')
            this.#within('}', () => this.#readMember(path));
        else if (first === '[')
            this.#readElements(path);
        else if (first === '"')
            this.#readString();
        else
            this.#readWord();
    }
    #readElements(path) {
        let index = 0;
        this.#within(']', () => this.#readValue(pointer(path, index++)));
    }
    #readMember(parent) {
        if (this.#peek() !== '"')
            this.#expected('a key in double quotes', 'write it as "key": value');
        const at = this.#at;
        const key = JSON.parse(this.#readString());
        const path = pointer(parent, String(key));
        if (this.offsets.has(path)) {
            this.#at = at;
            this.#fail(`has the key ${JSON.stringify(key)} twice in one object`, 'keep one of the two');
        }
        if (this.#peek() !== ':')
            this.#expected('":"', 'write a ":" between a key and its value');
        this.#at++;
        this.#readValue(path);
    }
    /** From the bracket that is next to the one that ends it, with commas between the items. */
    #within(end, readItem) {
        if (++this.#depth > maxDepth) {
            this.#fail(`is nested more than ${maxDepth} levels deep`, 'write a flatter list of tasks');
        }
        this.#at++;
        if (this.#peek() !== end) {
            readItem();
            while (this.#peek() === ',') {
                this.#at++;
                if (this.#peek() === end)
                    this.#expected('another value', 'remove the "," before it');
                readItem();
            }
        }
        if (this.#peek() !== end) {
            this.#expected(`"," or "${end}"`, `write a "," before it, or the "${end}" that is missing`);
        }
        this.#at++;
        this.#depth--;
    }
    #readString() {
        const start = this.#at++;
        for (;;) {
            this.#match(/[ !#-[\]-\uffff]*/y);
            if (this.#text[this.#at] === '"')
                return this.#text.slice(start, ++this.#at);
            if (this.#match(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y) !== '')
                continue;
            if (this.#text[this.#at] === '\\')
                this.#expected('an escape', 'write "\\\\" for a backslash');
            this.#expected('the end of a text', 'close it with a double quote; write "\\n" for a new line');
        }
    }
    #readWord() {
        const word = this.#match(/true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y);
        if (word === '')
            this.#expected('a value', 'write a text in double quotes, a number, [ or {');
    }
    /** The next character that is no white space, or nothing at the end. */
    #peek() {
        this.#match(/[ \t\n\r]*/y);
        return this.#text[this.#at] ?? '';
    }
    #match(pattern) {
        pattern.lastIndex = this.#at;
        const found = pattern.exec(this.#text)?.[0] ?? '';
        this.#at += found.length;
        return found;
    }
    #expected(expected, fix) {
        const character = this.#text.codePointAt(this.#at);
        const seen = character === undefined ? 'it ends' : JSON.stringify(String.fromCodePoint(character));
        this.#fail(`is no JSON: expected ${expected}, but here ${seen === 'it ends' ? '' : 'is '}${seen}`, fix);
    }
    #fail(what, fix) {
        throw new Fault({ at: this.#at, what, fix });
    }
}

;// CONCATENATED MODULE: ./packages/plans/src/json/read-json.ts


function readJson(path, text) {
    const scan = scanJson(text);
    const starts = lineStarts(text);
    if (!scan.ok) {
        const { at, what, fix } = scan.fault;
        const line = lineAt(starts, at);
        const column = at - (starts[line - 1] ?? 0) + 1;
        return (0,src/* refused */.J5)([{ what: `the file ${what}`, where: `${path}:${line}:${column}`, fix }]);
    }
    const where = (keys) => `${path}:${lineAt(starts, nearestOffset(scan.offsets, keys))}`;
    return (0,src/* parsed */.Yz)({ path, value: JSON.parse(text), where });
}
function nearestOffset(offsets, keys) {
    let path = '';
    let found = offsets.get(path) ?? 0;
    for (const key of keys) {
        path = pointer(path, key);
        found = offsets.get(path) ?? found;
    }
    return found;
}
function lineStarts(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
/** The last line that begins at or before the offset, by halving. */
function lineAt(starts, offset) {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle;
    }
    return low + 1;
}

;// CONCATENATED MODULE: ./packages/plans/src/markdown/comments.ts
/** What of a line is not inside `<!-- … -->`; a comment that code quotes is none. */
function withoutComments(raw, at, open) {
    let shown = '';
    let rest = raw;
    let block = open;
    for (;;) {
        const mark = block ? '-->' : '<!--';
        const found = rest.indexOf(mark);
        if (!block)
            shown += found < 0 ? rest : rest.slice(0, found);
        if (found < 0)
            return { shown, block };
        if (block)
            block = undefined;
        else if (isInCode(shown))
            shown += mark;
        else
            block = { is: 'comment', at, mark };
        rest = rest.slice(found + mark.length);
    }
}
function isInCode(before) {
    return before.split('`').length % 2 === 0;
}

;// CONCATENATED MODULE: ./packages/plans/src/markdown/line-problems.ts


/**
 * The box that `- [] x`, `-[ ] x`, `- [x]y` and `- [-] x` are meant as, though Markdown shows none.
 * A box without a text is one of them.
 */
function readNearBox(line) {
    const { at, indent, raw } = line;
    if (line.is === 'box' ? line.text !== '' : line.is !== 'bullet' && line.is !== 'text')
        return;
    const [, marker, tick, text] = /^([-*+]|\d{1,9}[.)])[ \t]*\[[ \t]*([xX~/-]?)[ \t]*\](?![([:])(.*)$/.exec(raw.trim()) ?? [];
    if (marker === undefined)
        return;
    const ticked = tick === 'x' || tick === 'X';
    return { is: 'box', at, indent, raw, marker, ticked, text: text?.trim() || unreadTitle };
}
function nearlyABox(where, raw) {
    const fix = 'write "- [ ] what to do", or "- [x] what to do" when it is done';
    return { what: `${quote(raw.trim())} is nearly a task`, where, fix };
}
function line_problems_tooLong(where, length) {
    const fix = `keep lines below ${maxText} characters`;
    return { what: `the line has ${length} characters`, where, fix };
}
function neverClosed(path, { is, at, mark }) {
    const end = is === 'comment' ? '-->' : mark;
    const what = is === 'comment' ? 'a comment' : 'a block of code';
    return {
        what: `${what} begins here and never ends`,
        where: `${path}:${at}`,
        fix: `write ${end} below it`,
    };
}

;// CONCATENATED MODULE: ./packages/plans/src/markdown/lines.ts



function readLines(path, text) {
    const lines = [];
    const problems = [];
    let open;
    for (const [i, whole] of text.split(/\r\n|\n|\r/).entries()) {
        const at = i + 1;
        if (whole.length > maxText)
            problems.push(line_problems_tooLong(`${path}:${at}`, whole.length));
        const raw = whole.slice(0, maxText);
        if (open?.is === 'fence') {
            lines.push({ is: 'code', at, indent: indentOf(raw), raw });
            if (closesFence(raw, open.mark))
                open = undefined;
        }
        else {
            const { shown, block } = withoutComments(raw, at, open);
            const line = classify(shown, at);
            const meant = readNearBox(line);
            lines.push(meant ?? line);
            if (meant)
                problems.push(nearlyABox(`${path}:${at}`, line.raw));
            open = block ?? (line.is === 'fence' ? { is: 'fence', at, mark: fenceMark(raw) } : undefined);
        }
    }
    if (open)
        problems.push(neverClosed(path, open));
    return { lines, problems, hasGap: open !== undefined };
}
/** The width of the white space in front. */
function indentOf(raw) {
    let columns = 0;
    for (const letter of raw) {
        if (letter === ' ')
            columns++;
        else if (letter === '\t')
            columns += 4 - (columns % 4);
        else
            break;
    }
    return columns;
}
function classify(raw, at) {
    const place = { at, indent: indentOf(raw), raw };
    const text = raw.trim();
    if (text === '')
        return { ...place, is: 'blank' };
    const [, hashes, title] = /^(#{1,6})(?:[ \t]+(.*))?$/.exec(text) ?? [];
    if (hashes !== undefined && place.indent < 4) {
        const plain = (title ?? '').replace(/(?:^|[ \t])#+$/, '').trim();
        return { ...place, is: 'heading', level: hashes.length, text: plain };
    }
    const [, marker, tick, label] = /^([-*+]|\d{1,9}[.)])[ \t]+\[([ xX])\](?:[ \t]+(.*))?$/.exec(text) ?? [];
    if (marker !== undefined) {
        return { ...place, is: 'box', marker, ticked: tick !== ' ', text: label ?? '' };
    }
    if (fenceMark(raw) !== '')
        return { ...place, is: 'fence' };
    if (text.startsWith('>'))
        return { ...place, is: 'quote' };
    return { ...place, is: /^([-*+]|\d{1,9}[.)])([ \t]|$)/.test(text) ? 'bullet' : 'text' };
}
function fenceMark(raw) {
    return /^(`{3,}(?=[^`]*$)|~{3,})/.exec(raw.trim())?.[1] ?? '';
}
function closesFence(raw, mark) {
    const text = raw.trim();
    return text.length >= mark.length && text === mark.charAt(0).repeat(text.length);
}

;// CONCATENATED MODULE: ./packages/plans/src/markdown/outline.ts
function outline(lines) {
    const sections = [new Open()];
    for (const line of lines) {
        if (line.is === 'heading')
            sections.push(new Open(line));
        else
            sections.at(-1)?.add(line);
    }
    return sections;
}
/** The lines under a box as text, without the indent that all of them have. */
function dedent(lines) {
    const indents = lines.filter(({ is }) => is !== 'blank').map(({ indent }) => indent);
    const common = indents.reduce((least, indent) => Math.min(least, indent), Number.MAX_SAFE_INTEGER);
    return lines.map(({ raw }) => stripIndent(raw, common)).join('\n');
}
/** A section that is still being read. */
class Open {
    heading;
    items = [];
    prose = [];
    #item;
    #afterBlank = false;
    constructor(heading) {
        if (heading)
            this.heading = heading;
    }
    add(line) {
        const item = this.#item && this.#belongs(line, this.#item) ? this.#item : undefined;
        if (item)
            this.#addTo(item, line);
        else if (line.is === 'box')
            this.#begin(line);
        else if (line.is !== 'blank') {
            this.#item = undefined;
            this.prose.push(line.raw.trim());
        }
        this.#afterBlank = line.is === 'blank';
    }
    /**
     * What is indented belongs to the box above, boxes included: those are its steps. So does a
     * paragraph that goes on, or code that follows at once, without an indent.
     */
    #belongs(line, { box }) {
        if (line.is === 'blank' || line.is === 'code' || line.indent >= box.indent + 2)
            return true;
        return !this.#afterBlank && (line.is === 'text' || line.is === 'fence');
    }
    #begin(box) {
        this.#item = { box, wrapped: [], below: [] };
        this.items.push(this.#item);
    }
    #addTo(item, line) {
        const goesOn = line.is === 'text' && item.below.length === 0;
        if (goesOn)
            item.wrapped.push(line.raw.trim());
        else
            item.below.push(line);
    }
}
/** Tabs that remain stay tabs: in code they may mean something. */
function stripIndent(raw, columns) {
    let at = 0;
    for (let width = 0; width < columns; at++) {
        if (raw[at] === '\t')
            width += 4 - (width % 4);
        else if (raw[at] === ' ')
            width++;
        else
            break;
    }
    return raw.slice(at).trimEnd();
}

;// CONCATENATED MODULE: ./packages/plans/src/markdown/document.ts




function readMarkdown(path, text) {
    const { lines, problems, hasGap } = readLines(path, text);
    const sections = outline(lines);
    const count = sections.reduce((sum, { items }) => sum + items.length, 0);
    if (count === 0)
        return (0,src/* refused */.J5)(problems.length > 0 ? problems : [document_noTasks(path)]);
    if (count > maxTasks)
        return (0,src/* refused */.J5)([...problems, tooMany(path, count)]);
    const title = titleOf(sections);
    return (0,src/* parsed */.Yz)({ path, sections, problems, hasGap, ...(title === undefined ? {} : { title }) });
}
/** How much text belongs to no task. */
function proseNote(sections) {
    const lines = sections.flatMap(({ prose }) => prose).length;
    if (lines === 0)
        return [];
    return [`${lines} ${lines === 1 ? 'line' : 'lines'} of text outside the tasks went to no worker.`];
}
function titleOf(sections) {
    const heading = sections.find((section) => section.heading?.level === 1)?.heading?.text ?? '';
    const told = heading.replace(/^(?:implementation )?(?:tasks?|to-?do)(?: list)?(?:$|[ \t]*[:–—-])/i, '');
    return told.trim() === '' ? undefined : told.trim();
}
function tooMany(path, count) {
    const fix = `split the file into plans of at most ${maxTasks} tasks`;
    return { what: `the file has ${count} tasks`, where: path, fix };
}
function document_noTasks(path) {
    return {
        what: 'there is no task in this file',
        where: `${path}:1`,
        fix: 'write each task as a line "- [ ] what to do"',
    };
}

;// CONCATENATED MODULE: ./packages/plans/src/markdown/box-task.ts


function box_task_toTask({ id, label, read }, ids, parent) {
    const { depends, files, priority, minutes } = read.attributes;
    return {
        id: ids.read(id, read.source),
        kind: 'task',
        state: read.item.box.ticked ? 'closed' : 'open',
        priority: priority ?? 2,
        dependencies: [...new Set(depends)].map((on) => ({
            on: ids.read(on, read.source),
            until: 'closed',
        })),
        ...(parent === undefined ? {} : { parent }),
        files,
        ...(minutes === undefined ? {} : { minutes }),
        ...inWords(read, label),
        source: read.source,
    };
}
/**
 * The title is the box's line, and the description what its paragraph goes on with and what
 * follows, up to the first box. From there on it is the steps. Of a title that was cut, the
 * description has all.
 */
function inWords({ wrapped, item }, label) {
    const { title, whole } = toTitle(label);
    const paragraph = [...(whole === undefined ? [] : [whole]), ...wrapped].join(' ');
    const firstStep = item.below.findIndex((line) => line.is === 'box');
    const split = firstStep < 0 ? item.below.length : firstStep;
    const brief = toBrief({
        description: joinTexts(paragraph, dedent(item.below.slice(0, split))),
        details: dedent(item.below.slice(split)),
    });
    return { title, brief };
}

;// CONCATENATED MODULE: ./packages/plans/src/markdown/attribute-value.ts

function readValue(key, value) {
    switch (key) {
        case 'id':
            return value === ''
                ? { fix: 'write an id, such as (id: login-form)' }
                : { id: unquote(value) };
        case 'depends': {
            const depends = splitList(value);
            return depends.length > 0 ? { depends } : { fix: 'write ids, such as (depends: api, form)' };
        }
        case 'files': {
            const files = splitList(value);
            const good = files.length > 0 && files.every(isDeclaredPath);
            return good ? { files } : { fix: `write ${declaredPathWords}, with commas between several` };
        }
        case 'priority':
            return /^[0-4]$/.test(value)
                ? { priority: Number(value) }
                : { fix: 'write a whole number from 0 (most urgent) to 4' };
        case 'minutes':
            return /^\d{1,6}(\.\d{1,3})?$/.test(value) && Number(value) > 0
                ? { minutes: Number(value) }
                : { fix: 'write the expected minutes as a number above 0' };
    }
}
/** At commas, but not at those in braces: `src/{a,b}.ts` is one path. */
function splitList(value) {
    const parts = value.match(/(?:[^,{}]|\{[^{}]*\}|[{}])+/g) ?? [];
    return parts.map(unquote).filter((part) => part !== '');
}
function unquote(text) {
    return text.trim().replace(/^([`"'])(.*)\1$/, '$2');
}

;// CONCATENATED MODULE: ./packages/plans/src/markdown/attributes.ts



const keys = {
    id: 'id',
    depends: 'depends',
    'depends on': 'depends',
    depends_on: 'depends',
    after: 'depends',
    files: 'files',
    priority: 'priority',
    minutes: 'minutes',
};
/** `Add a form (id: form) (depends: api, schema)`. Parentheses with any other word are text. */
function readAttributes(line) {
    let text = line.trim();
    let attributes = { depends: [], files: [] };
    const faults = [];
    for (let last = lastGroup(text); last; last = lastGroup(text)) {
        const read = readGroup(last);
        if (read === undefined)
            break;
        if (read.is === 'fault')
            faults.push(read.fault);
        else
            attributes = merge(attributes, read.attributes);
        text = last.before;
    }
    return { text, attributes, faults };
}
/** Those of all lines of one task: lists add up, and of two ids the first is meant. */
function joinAttributes(all) {
    const joined = { depends: [], files: [] };
    for (const one of [...all].reverse())
        Object.assign(joined, one);
    return {
        ...joined,
        depends: all.flatMap(({ depends }) => depends),
        files: all.flatMap(({ files }) => files),
    };
}
function lastGroup(text) {
    if (!text.endsWith(')'))
        return undefined;
    let depth = 0;
    for (let at = text.length - 1; at >= 0; at--) {
        if (text[at] === ')')
            depth++;
        else if (text[at] === '(' && --depth === 0) {
            const [, word, value] = /^([A-Za-z_ ]{2,12}):(.*)$/s.exec(text.slice(at + 1, -1)) ?? [];
            if (word === undefined || value === undefined)
                return undefined;
            return {
                before: text.slice(0, at).trimEnd(),
                word: word.trim().toLowerCase(),
                value: value.trim(),
            };
        }
    }
    return undefined;
}
/** Nothing, when it is text. */
function readGroup({ word, value }) {
    const key = Object.hasOwn(keys, word) ? keys[word] : undefined;
    if (key === undefined) {
        const fault = misspelt(word);
        return fault && { is: 'fault', fault };
    }
    const read = readValue(key, value);
    if (!('fix' in read))
        return { is: 'attribute', attributes: read };
    return { is: 'fault', fault: { what: `"${key}" is ${quote(value)}`, fix: read.fix } };
}
/** `(depend: a)` would be lost without a word; `(see: a)` is none of our business. */
function misspelt(word) {
    const meant = word.length < 4 ? undefined : (0,src/* nearest */.pA)(word, Object.keys(keys));
    if (meant === undefined)
        return undefined;
    return { what: `"(${word}: …)" is no attribute`, fix: `write "(${meant}: …)", or other words` };
}
function merge(known, more) {
    return {
        ...known,
        ...more,
        depends: [...(more.depends ?? []), ...known.depends],
        files: [...(more.files ?? []), ...known.files],
    };
}

;// CONCATENATED MODULE: ./packages/plans/src/markdown/read-item.ts

function readItem(item, path) {
    const source = `${path}:${item.box.at}`;
    const first = readAttributes(item.box.text);
    const wrapped = item.wrapped.map(readAttributes);
    const lines = [first, ...wrapped];
    return {
        item,
        text: first.text,
        wrapped: wrapped.map(({ text }) => text).filter((text) => text !== ''),
        attributes: joinAttributes(lines.map(({ attributes }) => attributes)),
        source,
        problems: lines.flatMap(({ faults }) => faults.map((fault) => ({ ...fault, where: source }))),
    };
}

;// CONCATENATED MODULE: ./packages/plans/src/markdown/number-items.ts

/** Numbers stay as they are written; whatever has none gets the next that nothing in the file has. */
function numberGroups(groups, path) {
    const taken = new Set(groups.flatMap(({ number }) => number ?? []));
    const ids = groups.map(({ number }, i) => number ?? claim(taken, (n) => `${n}`, i + 1));
    const read = groups.map((group, i) => group.items.map((item) => readNumber(readItem(item, path), ids[i] ?? '')));
    for (const { id } of read.flat())
        if (id !== undefined)
            taken.add(id);
    return groups.map((group, i) => {
        const id = ids[i] ?? '';
        const items = (read[i] ?? []).map((item, n) => ({
            ...item,
            id: item.id ?? claim(taken, (k) => `${id}.${k}`, n + 1),
        }));
        return { id, group, items };
    });
}
/** `1.2 Text` and `1.2. Text` are task 1.2; `2. Text` in group 1 is, too; `3 retries` is just text. */
function readNumber(read, group) {
    const full = /^\*{0,2}(\d+(?:\.\d+)+)[.):]?\*{0,2}(?:[ \t]+(.*))?$/.exec(read.text);
    const short = /^\*{0,2}(\d+)[.):]\*{0,2}[ \t]+(.*)$/.exec(read.text);
    const number = full?.[1] ?? (short ? `${group}.${short[1]}` : undefined);
    const label = full ? (full[2] ?? '') : (short?.[2] ?? read.text);
    return { id: read.attributes.id ?? number, label, read };
}
function claim(taken, name, from) {
    let n = from;
    while (taken.has(name(n)))
        n++;
    taken.add(name(n));
    return name(n);
}

;// CONCATENATED MODULE: ./packages/plans/src/markdown/parse-openspec.ts






/**
 * OpenSpec's `tasks.md`. Each group becomes an epic that waits for the group before it, and what
 * blocks an epic blocks its tasks: that says "groups in order, tasks side by side" with one
 * dependency a group instead of one for every pair of tasks.
 */
function parseOpenSpec(document) {
    const ids = new IdReader();
    const groups = numberGroups(readGroups(document.sections), document.path);
    const tasks = groups.flatMap((group, i) => {
        const epic = toEpic(group, { path: document.path, ids, previous: groups[i - 1] });
        return [epic, ...group.items.map((item) => box_task_toTask(item, ids, epic.id))];
    });
    const faults = groups.flatMap(({ items }) => items.flatMap(({ read }) => read.problems));
    const { title } = toTitle(document.title ?? titleInPath(document.path));
    const name = firstSlug(nameInPath(document.path), title);
    return {
        plan: { name, title, tasks, notes: [] },
        problems: [...document.problems, ...faults, ...ids.problems],
        hasGap: document.hasGap,
    };
}
function toEpic({ id, group, items }, { path, ids, previous }) {
    const source = `${path}:${group.at}`;
    const { title, whole } = toTitle(group.title || `Group ${id}`);
    return {
        id: ids.read(id, source),
        title,
        kind: 'epic',
        state: items.every(({ read }) => read.item.box.ticked) ? 'closed' : 'open',
        priority: 2,
        dependencies: previous ? [{ on: ids.read(previous.id, source), until: 'closed' }] : [],
        files: [],
        brief: toBrief({ description: [whole, ...group.prose].join('\n') }),
        source,
    };
}

;// CONCATENATED MODULE: ./packages/plans/src/markdown/label-items.ts


/**
 * An id is what `(id: …)` says; else the word or number that the line begins with (`api: …`,
 * `2. …`), if no other task begins with the same or a task depends on it; else the title's own
 * words, so that ids stay when tasks are added above. "fix: a" beside "fix: b" are no ids.
 */
function labelItems(items) {
    const wanted = new Set(items.flatMap(({ attributes }) => attributes.depends));
    const candidates = items.map(readLabel);
    const count = countOf(candidates.map(({ id }) => id));
    const isMeant = (id) => wanted.has(id) || (count.get(id) === 1 && (0,tasks_src/* isTaskId */.XJ)(id));
    const chosen = candidates.map(({ id, label, read }) => {
        const said = read.attributes.id;
        if (said !== undefined)
            return { id: said, label: read.text, read };
        return id !== undefined && isMeant(id) ? { id, label, read } : { label: read.text, read };
    });
    const taken = new Map(chosen.flatMap(({ id }) => (id === undefined ? [] : [[id, 1]])));
    return chosen.map(({ id, ...rest }) => ({ id: id ?? label_items_claim(taken, rest.label), ...rest }));
}
function readLabel(read) {
    const label = labels.map((pattern) => pattern.exec(read.text)).find((found) => found !== null);
    const [, id, text] = label ?? [];
    if (id !== undefined && text !== undefined)
        return { id, label: text, read };
    const [, number] = /^(\d+)/.exec(read.item.box.marker) ?? [];
    return number === undefined ? { label: read.text, read } : { id: number, label: read.text, read };
}
/** `1.2. text`, `1.2 text` and `word: text`. */
const labels = [
    /^(\d[\d.]*)[.):][ \t]+(.*)$/,
    /^(\d+(?:\.\d+)+)[ \t]+(.*)$/,
    /^`?([^\s:`]+)`?:[ \t]+(.*)$/,
];
function countOf(ids) {
    const count = new Map();
    for (const id of ids)
        if (id !== undefined)
            count.set(id, (count.get(id) ?? 0) + 1);
    return count;
}
/** The title's words; the second of the same words gets a number. */
function label_items_claim(taken, title) {
    const slug = toSlug(title) ?? `task-${fingerprint(title)}`;
    let n = taken.get(slug) ?? 0;
    while (n > 0 && taken.has(`${slug}-${n + 1}`))
        n++;
    taken.set(slug, n + 1);
    const id = n === 0 ? slug : `${slug}-${n + 1}`;
    if (n > 0)
        taken.set(id, 1);
    return id;
}

;// CONCATENATED MODULE: ./packages/plans/src/markdown/parse-task-list.ts







/** Any Markdown with boxes: tasks side by side, but for what `(depends: …)` says. */
function parseTaskList(document) {
    const { path, title, sections } = document;
    const ids = new IdReader();
    const items = sections.flatMap((section) => section.items.map((item) => readItem(item, path)));
    const tasks = labelItems(items).map((item) => box_task_toTask(item, ids));
    const faults = items.flatMap((item) => item.problems);
    return {
        plan: {
            name: firstSlug(title, nameInPath(path)),
            title: toTitle(title ?? titleInPath(path)).title,
            tasks,
            notes: proseNote(sections),
        },
        problems: [...document.problems, ...faults, ...ids.problems],
        hasGap: document.hasGap,
    };
}

;// CONCATENATED MODULE: ./packages/plans/src/taskmaster/flatten.ts
/**
 * Tasks, each followed by its subtasks. Subtask 2 of task 5 is "5.2", whether it says 2 or "5.2".
 * Of an entry without an id, and of those below, nothing can be said.
 */
function flatten(entries, keys, parent) {
    return entries.flatMap((entry, i) => {
        if (entry.id === undefined)
            return [];
        const id = fullId(entry.id, parent);
        const at = [...keys, i];
        const own = { id, entry, keys: at, ...(parent === undefined ? {} : { parent }) };
        return [own, ...flatten(entry.subtasks ?? [], [...at, 'subtasks'], id)];
    });
}
/**
 * The ids that an entry waits for. Between subtasks a bare number is a sibling if there is one;
 * everything else is an id of the whole file.
 */
function dependencyIds({ entry, parent }, known) {
    return (entry.dependencies ?? []).map((on) => {
        const text = String(on).trim();
        const sibling = fullId(text, parent);
        return !text.includes('.') && known.has(sibling) ? sibling : text;
    });
}
function fullId(id, parent) {
    const own = String(id).trim();
    return parent === undefined || own.startsWith(`${parent}.`) ? own : `${parent}.${own}`;
}

;// CONCATENATED MODULE: ./packages/plans/src/taskmaster/status.ts
const statuses = [
    'pending',
    'in-progress',
    'done',
    'completed',
    'cancelled',
    'review',
    'deferred',
    'blocked',
];
const states = {
    pending: { state: 'open' },
    /** A file is no lock: whoever marked it may be long gone, and a note says that we go on. */
    'in-progress': { state: 'open' },
    done: { state: 'closed' },
    completed: { state: 'closed' },
    cancelled: { state: 'closed', why: 'cancelled' },
    review: { state: 'paused', why: 'in review' },
    deferred: { state: 'paused', why: 'deferred' },
    blocked: { state: 'paused', why: 'blocked' },
};
function stateOf(status) {
    return states[status ?? 'pending'];
}
const priorities = { critical: 0, high: 1, medium: 2, low: 3 };
function priorityOf(priority) {
    return priorities[priority ?? 'medium'];
}

;// CONCATENATED MODULE: ./packages/plans/src/taskmaster/links.ts



function readLinks(flat) {
    const entries = new Map(flat.map((one) => [one.id, one]));
    const of = new Map();
    const lost = [];
    const circular = [];
    for (const one of flat) {
        const kept = [];
        for (const on of new Set(dependencyIds(one, entries))) {
            const other = entries.get(on);
            if (isFinished(one) && !other)
                lost.push(`${one.id} on ${on}`);
            else if (one.parent === on || other?.parent === one.id)
                circular.push(`${one.id} on ${on}`);
            else
                kept.push(on);
        }
        of.set(one, kept);
    }
    return { of, notes: [...lostNote(lost), ...circularNote(circular)] };
}
function isFinished({ entry }) {
    return stateOf(entry.status).state === 'closed';
}
function lostNote(links) {
    if (links.length === 0)
        return [];
    return [`Finished tasks depend on some that are gone, which does not matter: ${listSome(links)}.`];
}
function circularNote(links) {
    if (links.length === 0)
        return [];
    return [
        `An epic and its own tasks cannot wait for each other, so this is left out: ${listSome(links)}.`,
    ];
}

;// CONCATENATED MODULE: ./packages/plans/src/taskmaster/long-texts.ts

/** Where TaskMaster's users keep longer texts: `docs/task-<id>/` beside the folder of the plan. */
function longTextsFolder(planPath) {
    const path = planPath.replaceAll('\\', '/');
    return path.endsWith('.taskmaster/tasks/tasks.json')
        ? path.replace(/tasks\/tasks\.json$/, 'docs')
        : undefined;
}
/**
 * The files of a task lie in a folder `task-<id>`, or are named `task-<id>.md` or `.txt`. They become
 * details, and `acceptance-criteria.md` acceptance; other kinds of file (`task.xml`) say it all again.
 */
function longTextsById(texts) {
    const byId = new Map();
    const seen = new Set();
    for (const [path, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const id = ownerOf(path);
        const content = text.trim();
        if (id === undefined || content === '' || seen.has(`${id} ${content}`))
            continue;
        seen.add(`${id} ${content}`);
        const before = byId.get(id) ?? { details: '', acceptance: '' };
        const part = /acceptance[^/]*$/i.test(path) ? 'acceptance' : 'details';
        byId.set(id, { ...before, [part]: joinTexts(before[part], content) });
    }
    return byId;
}
function ownerOf(path) {
    if (!/\.(md|txt)$/i.test(path))
        return undefined;
    return /(?:^|\/)task-([^/]+?)(?:\/|\.(?:md|txt)$)/i.exec(path.replaceAll('\\', '/'))?.[1];
}

;// CONCATENATED MODULE: ./packages/plans/src/taskmaster/taskmaster-schema.ts




const entryWords = {
    id: 'a number, or an id in quotes',
    title: 'what is to be done, as a text',
    description: `a text of at most ${maxText} characters`,
    details: `a text of at most ${maxText} characters`,
    testStrategy: `a text of at most ${maxText} characters`,
    status: `one of ${statuses.join(', ')}`,
    priority: 'one of critical, high, medium, low',
    dependencies: 'a list of ids',
    subtasks: `a list of at most ${maxTasks} tasks, each an object with an "id" and a "title"`,
    tasks: `a list of 1 to ${maxTasks} tasks, each an object with an "id" and a "title"`,
};
const taskmaster_schema_text = schemas/* string */.YjP().max(maxText).nullish();
const taskmaster_schema_id = schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* string */.YjP().min(1)]);
/** TaskMaster adds fields with every release, so what we do not know is let pass. */
const entrySchema = schemas/* object */.Ikc({
    id: taskmaster_schema_id,
    title: schemas/* string */.YjP().regex(/\S/).max(maxText),
    description: taskmaster_schema_text,
    details: taskmaster_schema_text,
    testStrategy: taskmaster_schema_text,
    status: schemas/* enum */.k5n(statuses).nullish(),
    priority: schemas/* enum */.k5n(['critical', 'high', 'medium', 'low']).nullish(),
    dependencies: schemas/* array */.YOg(taskmaster_schema_id).max(maxTasks).nullish(),
    get subtasks() {
        return schemas/* array */.YOg(entrySchema).max(maxTasks).nullish();
    },
});
const entriesSchema = schemas/* array */.YOg(entrySchema).min(1).max(maxTasks);
/** Of an entry that is not as it should be, what is. */
function readEntry(value) {
    const subtasks = readList(value, 'subtasks', maxTasks).map(readEntry);
    return { ...readFields(entrySchema, value), subtasks };
}

;// CONCATENATED MODULE: ./packages/plans/src/taskmaster/parse-taskmaster.ts












/** TaskMaster's `tasks.json`: a task with subtasks becomes an epic, its subtasks the epic's tasks. */
function parseTaskMaster(document, { texts = new Map(), tag }) {
    const chosen = chooseTag(document, tag);
    if (!chosen.ok)
        return chosen;
    const { entries, problems } = readEntries(document, chosen.value);
    const flat = flatten(entries, chosen.value.keys);
    const context = { document, chosen: chosen.value, longTexts: longTextsById(texts) };
    const draft = toDraft(flat, context);
    return (0,src/* parsed */.Yz)({ ...draft, problems: [...problems, ...draft.problems] });
}
function readEntries(document, { tasks, keys }) {
    const result = entriesSchema.safeParse(tasks);
    if (result.success)
        return { entries: result.data, problems: [] };
    const issues = result.error.issues.map((issue) => ({ ...issue, path: [...keys, ...issue.path] }));
    const problems = schemaProblems(document, issues, () => entryWords);
    return { entries: tasks.map(readEntry), problems };
}
function toDraft(flat, context) {
    const { tag, notes } = context.chosen;
    const ids = new IdReader();
    const links = readLinks(flat);
    const settled = settleEpics(flat.map((one) => parse_taskmaster_toTask(one, { ...context, ids, links })));
    return {
        plan: {
            name: tag === 'master' ? 'tasks' : firstSlug(tag, nameInPath(context.document.path)),
            title: `TaskMaster: ${toOneLine(tag)}`,
            tasks: settled.tasks,
            notes: [...notes, ...inProgress(flat), ...links.notes, ...settled.notes],
        },
        problems: ids.problems,
    };
}
function parse_taskmaster_toTask(one, { document, ids, links, longTexts }) {
    const { id, entry, parent, keys } = one;
    const { title, whole } = toTitle(entry.title ?? unreadTitle);
    const longer = longTexts.get(id);
    const where = document.where([...keys, 'dependencies']);
    return {
        id: ids.read(id, document.where([...keys, 'id'])),
        title,
        kind: entry.subtasks?.length ? 'epic' : 'task',
        ...stateOf(entry.status),
        priority: priorityOf(entry.priority),
        dependencies: (links.of.get(one) ?? []).map((on) => ({ on: ids.read(on, where), until: 'closed' })),
        ...(parent === undefined
            ? {}
            : { parent: ids.read(parent, document.where([...keys.slice(0, -2), 'id'])) }),
        files: [],
        brief: toBrief({
            description: joinTexts(whole, entry.description),
            details: joinTexts(entry.details, longer?.details),
            acceptance: joinTexts(entry.testStrategy, longer?.acceptance),
        }),
        source: document.where(keys),
    };
}
function inProgress(flat) {
    const ids = flat.filter(({ entry }) => entry.status === 'in-progress').map(({ id }) => id);
    return ids.length === 0
        ? []
        : [`In progress in the file, but a file is no lock, so open here: ${listSome(ids)}.`];
}

;// CONCATENATED MODULE: ./packages/plans/src/parse-plan.ts











/** A file of another kind has as many faults as lines. */
const maxProblems = 100;
/** A plan from text in any of the four formats, or all that is wrong with it. */
function parsePlan(file, options = {}) {
    const text = file.text.replace(/^\uFEFF/, '');
    const unreadable = findUnreadable(file.path, text);
    if (unreadable)
        return (0,src/* refused */.J5)([unreadable]);
    const isJson = options.format
        ? options.format === 'json' || options.format === 'taskmaster'
        : looksLikeJson(file.path, text);
    const draft = isJson
        ? readAsJson({ ...file, text }, options)
        : readAsMarkdown({ ...file, text }, options);
    if (!draft.ok)
        return draft;
    const problems = findProblems(draft.value);
    return problems.length > 0 ? (0,src/* refused */.J5)(firstOf(problems, file.path)) : (0,src/* parsed */.Yz)(draft.value.plan);
}
function readAsJson({ path, text, texts }, { format, tag }) {
    const document = readJson(path, text);
    if (!document.ok)
        return document;
    if ((format ?? jsonFormat(document.value)) === 'taskmaster') {
        return parseTaskMaster(document.value, { tag, texts });
    }
    return tag === undefined ? (0,src/* parsed */.Yz)(parseJsonPlan(document.value)) : (0,src/* refused */.J5)([noTags(path, tag)]);
}
function readAsMarkdown({ path, text }, { format, tag }) {
    if (tag !== undefined)
        return (0,src/* refused */.J5)([noTags(path, tag)]);
    const document = readMarkdown(path, text);
    if (!document.ok)
        return document;
    const isOpenSpec = (format ?? markdownFormat(document.value)) === 'openspec';
    return (0,src/* parsed */.Yz)(isOpenSpec ? parseOpenSpec(document.value) : parseTaskList(document.value));
}
function findUnreadable(path, text) {
    const see = 'write a plan in one of the formats of docs/plans.md';
    if (text.trim() === '')
        return { what: 'the file is empty', where: path, fix: see };
    if (/\.jsonl$/i.test(path)) {
        return { what: 'this is a task store, not a plan', where: path, fix: 'give it as the store' };
    }
    if (text.length > maxFile) {
        const fix = `split it into plans of at most ${maxFile} characters`;
        return { what: `the file has ${text.length} characters`, where: path, fix };
    }
    const nul = text.indexOf('\0');
    if (nul < 0)
        return undefined;
    const line = text.slice(0, nul).split('\n').length;
    return {
        what: 'there is a NUL character, so it is no text',
        where: `${path}:${line}`,
        fix: 'save it as UTF-8 text',
    };
}
function noTags(path, tag) {
    const what = `the tag ${quote(tag)} was asked for, but only TaskMaster files have tags`;
    return { what, where: path, fix: 'leave the tag out' };
}
function firstOf(problems, path) {
    const more = problems.length - maxProblems;
    if (more <= 0)
        return problems;
    const rest = { what: `there are ${more} more problems`, where: path, fix: 'correct these first' };
    return [...problems.slice(0, maxProblems), rest];
}

;// CONCATENATED MODULE: ./packages/plans/src/plan.ts
/** Where a plan is looked for when nobody names one, in this order. */
const planPaths = [
    '.taskmaster/tasks/tasks.json',
    'tasks/tasks.json',
    'plan.json',
    'tasks.md',
];

;// CONCATENATED MODULE: ./packages/plans/src/index.ts







/***/ })

};
