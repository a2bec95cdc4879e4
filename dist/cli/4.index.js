export const id = 4;
export const ids = [4];
export const modules = {

/***/ 5981:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ knownAgent)
/* harmony export */ });
const known = {
    opencode: { package: 'opencode-ai', secret: 'ANTHROPIC_API_KEY' },
    claude: { package: '@anthropic-ai/claude-code', secret: 'ANTHROPIC_API_KEY' },
    codex: { package: '@openai/codex', secret: 'OPENAI_API_KEY' },
    gemini: { package: '@google/gemini-cli', secret: 'GEMINI_API_KEY' },
};
/** By the program that a command line begins with. */
function knownAgent(line) {
    const [program = ''] = line.trim().split(/\s/, 1);
    return Object.hasOwn(known, program) ? known[program] : undefined;
}


/***/ }),

/***/ 9113:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ askProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);

/** What a program prints, or nothing when it fails or does not exist. */
function askProgram(program, args, { cwd, env } = {}) {
    const options = { timeout: 15_000, ...(cwd && { cwd }), ...(env && { env }) };
    return new Promise((resolve) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(program, [...args], options, (error, stdout) => {
            const said = stdout.trim();
            resolve(error || said === '' ? undefined : said);
        });
    });
}


/***/ }),

/***/ 1261:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M8: () => (/* binding */ parseRemote),
/* harmony export */   ir: () => (/* binding */ apiOf),
/* harmony export */   s3: () => (/* binding */ webOf),
/* harmony export */   vh: () => (/* binding */ isEnterpriseServer)
/* harmony export */ });
/** What a remote's address says: `https://…`, `ssh://…`, `git@host:…`. Nothing for a path or another form. */
function parseRemote(address) {
    const [, host = '', path = ''] = /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([A-Za-z0-9.-]+)(?::\d+)?\/(.+)$/.exec(address) ??
        /^(?:[A-Za-z0-9._-]+@)?([A-Za-z0-9.-]{2,}):(?!\/\/)(.+)$/.exec(address) ??
        [];
    const [, repository] = /^\/?([A-Za-z0-9_-]+\/[A-Za-z0-9._-]+?)(?:\.git)?\/?$/.exec(path) ?? [];
    if (host === '' || repository === undefined)
        return undefined;
    // GitHub takes ssh on port 443 as well, under a name of its own.
    const known = host.toLowerCase().replace(/^ssh\.github\.com$|^www\.github\.com$/, 'github.com');
    return { host: known, repository };
}
/** Where the API of a host is. */
function apiOf(host) {
    if (host === 'github.com' || host.endsWith('.ghe.com'))
        return `https://api.${host}`;
    return `https://${host}/api/v3`;
}
/** Where people look at what an API tells of. */
function webOf(api) {
    const { protocol, host } = new URL(api);
    return `${protocol}//${host.replace(/^api\.(github\.com|.+\.ghe\.com)$/, '$1')}`;
}
/** GitHub Enterprise Server lacks some things that GitHub has. */
function isEnterpriseServer(api) {
    return /^\/api\/v3\/?$/.test(new URL(api).pathname);
}


/***/ }),

/***/ 9956:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readOrigin)
/* harmony export */ });
/* harmony import */ var _ask_program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9113);
/* harmony import */ var _parse_remote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1261);


/** The repository that a checkout was cloned from. */
async function readOrigin(dir) {
    const address = await (0,_ask_program_js__WEBPACK_IMPORTED_MODULE_0__/* .askProgram */ .a)('git', ['remote', 'get-url', 'origin'], { cwd: dir });
    return address === undefined ? undefined : (0,_parse_remote_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRemote */ .M8)(address);
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


/***/ }),

/***/ 365:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eQ: () => (/* reexport */ configPath),
  X6: () => (/* reexport */ overrideConfig),
  o4: () => (/* reexport */ parseConfig)
});

// UNUSED EXPORTS: configJsonSchema, defaultProtectedPaths, describeConfig, renderConfigTable

// EXTERNAL MODULE: ./packages/wave/src/index.ts + 38 modules
var src = __webpack_require__(5209);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
;// CONCATENATED MODULE: ./packages/config/src/patterns.ts
/*
 * Nothing in the configuration may be an expression of GitHub's: some values are written where
 * GitHub would evaluate them. So that the JSON Schema says it too, each pattern excludes `${{`.
 */
/** Text of one line or several, not blank. */
const textPattern = /^(?![\s\S]*\$\{\{)(?=[\s\S]*\S)[^\0]*$/;
/** One line, not blank, without control characters. */
const linePattern = /^(?!.*\$\{\{)(?=.*\S)[^\p{Cc}\u2028\u2029]*$/u;
/** The runner's own variables hold the run's tokens and paths: they are nobody's to name. */
const envNamePattern = /^(?!(?:ACTIONS|GITHUB|INPUT|RUNNER)_)[A-Za-z_][A-Za-z0-9_]*$/;
/** A path from the repository's root. */
const globPattern = /^(?!.*\$\{\{)(?![/!\s])[^\p{Cc}\\]*[^\p{Cc}\\\s/]$/u;
/** No step up, none that stays, none that is empty. */
function isGlob(text) {
    return !text.split('/').some((part) => part === '' || part === '.' || part === '..');
}
/** Whether anything in it is what GitHub would evaluate. */
function hasExpression(value) {
    if (typeof value === 'string')
        return value.includes('${{');
    if (typeof value !== 'object' || value === null)
        return false;
    return Object.entries(value).some(([key, inner]) => hasExpression(key) || hasExpression(inner));
}

;// CONCATENATED MODULE: ./packages/config/src/protected-paths.ts
/** What decides about a repository rather than being its work: who reviews, what runs, what agents obey. */
const defaultProtectedPaths = [
    '.github/**',
    'CODEOWNERS',
    'docs/CODEOWNERS',
    'AGENTS.md',
    'CLAUDE.md',
    'CLAUDE.local.md',
    'GEMINI.md',
    '**/.opencode/**',
    'opencode.json',
    'opencode.jsonc',
    '**/.claude/**',
    '.mcp.json',
    '**/.codex/**',
    '**/.gemini/**',
    '**/.cursor/**',
    '.cursorrules',
    '.husky/**',
    '.githooks/**',
    'lefthook.yml',
    '.pre-commit-config.yaml',
];

;// CONCATENATED MODULE: ./packages/config/src/config-schema.ts




const line = schemas/* string */.YjP().trim().max(4000).regex(linePattern);
const commands = schemas/* union */.KCZ([
    schemas/* string */.YjP().max(20_000).regex(textPattern),
    schemas/* array */.YOg(schemas/* string */.YjP().max(20_000).regex(textPattern)).min(1).max(50),
]);
const envNames = schemas/* array */.YOg(schemas/* string */.YjP().max(200).regex(envNamePattern)).max(100);
const globs = schemas/* array */.YOg(schemas/* string */.YjP().max(500).regex(globPattern, { abort: true }).refine(isGlob))
    .max(500);
const whole = (least, most) => schemas/* int */.Whr().min(least).max(most);
const label = schemas/* string */.YjP().max(200).regex(linePattern);
const labels = schemas/* union */.KCZ([label, schemas/* array */.YOg(label).min(1).max(20)]);
const storeBranch = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/, { abort: true })
    .refine(isStoreBranch);
/** The keys of `.github/wavefront.yml`. What each is for stands in setting-words.ts. */
const config_schema_settingsShape = {
    agent: line.optional(),
    model: line.optional(),
    agent_env: envNames.default([]),
    agent_timeout: whole(1, 360).default(60),
    checks: commands.optional(),
    checks_env: envNames.default([]),
    checks_timeout: whole(1, 360).default(30),
    setup: commands.optional(),
    max_parallel: whole(1, 256).default(5),
    max_tasks: whole(1, 256).default(20),
    max_attempts: whole(1, 20).default(2),
    max_waves: whole(1, 1000).default(20),
    timeout_minutes: whole(5, 360).default(120),
    runs_on: schemas/* union */.KCZ([labels, schemas/* strictObject */.rej({ group: label, labels: labels.optional() })])
        .default('ubuntu-latest'),
    store: schemas/* enum */.k5n(['auto', 'embedded', 'bd']).default('auto'),
    store_branch: storeBranch.default((0,src/* branchName */.at)('beads-sync')),
    bd_version: schemas/* string */.YjP()
        .regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)
        .default('1.3.0'),
    update_base: schemas/* enum */.k5n(['each_wave', 'end', 'never']).default('each_wave'),
    conflicts: schemas/* enum */.k5n(['theirs', 'requeue', 'human', 'fail']).default('theirs'),
    max_overwritten_lines: whole(0, 1_000_000).optional(),
    overlap: schemas/* enum */.k5n(['merge', 'serialise']).default('merge'),
    keep_inserts: schemas/* boolean */.zMY().default(false),
    resolver: line.optional(),
    on_red: schemas/* enum */.k5n(['bisect', 'stop']).default('bisect'),
    protected_paths: globs.default([...defaultProtectedPaths]),
    allow_paths: globs.default([]),
    max_changed_files: whole(1, 100_000).default(300),
    max_deleted_files: whole(0, 100_000).default(50),
    max_file_kb: whole(1, 100_000).default(5000),
    ci_workflows: schemas/* array */.YOg(schemas/* string */.YjP()
        .max(200)
        .regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*\.ya?ml$/))
        .max(20)
        .default([]),
};
const config_schema_settingsSchema = schemas/* strictObject */.rej(config_schema_settingsShape);
function isStoreBranch(text) {
    return (0,src/* isBranchName */.Q8)(text);
}

;// CONCATENATED MODULE: ./packages/config/src/setting-words.ts
const commandsType = 'a command line, or a list of them';
const namesType = 'a list of names of environment variables, none of which begins with GITHUB_, ACTIONS_, RUNNER_ or INPUT_';
const globsType = 'a list of paths from the root of the repository, where * and ** stand for more';
const setting_words_settingWords = {
    agent: {
        type: 'a command line',
        what: 'The coding agent. It gets the prompt on its standard input.',
        example: 'agent: opencode run',
    },
    model: {
        type: 'a name on one line',
        what: "The model that the agent is asked to use; how it is named is the agent's matter.",
        example: 'model: anthropic/claude-sonnet-4-5',
    },
    agent_env: {
        type: namesType,
        what: "What the agent's process sees besides PATH, HOME, locale, proxies and the homes of tools.",
        example: 'agent_env: [ANTHROPIC_API_KEY]',
    },
    agent_timeout: {
        type: 'whole minutes from 1 to 360',
        what: 'How long an agent may work on one task.',
        example: 'agent_timeout: 60',
    },
    checks: {
        type: commandsType,
        what: 'What must succeed in each worker and on the merged whole. A list runs in order, each from the root, up to the first failure; so do the lines of one command.',
        example: 'checks: [npm run lint, npm test]',
    },
    checks_env: {
        type: namesType,
        what: 'What the checks see besides the same.',
        example: 'checks_env: [DATABASE_URL]',
    },
    checks_timeout: {
        type: 'whole minutes from 1 to 360',
        what: 'How long the checks may take, and the setup before them.',
        example: 'checks_timeout: 30',
    },
    setup: {
        type: commandsType,
        what: "What installs the project's own tools, before agents and checks.",
        example: 'setup: npm ci',
    },
    max_parallel: {
        type: 'a whole number from 1 to 256',
        what: 'How many workers run at once.',
        example: 'max_parallel: 5',
    },
    max_tasks: {
        type: 'a whole number from 1 to 256',
        what: 'How many tasks a wave has at most.',
        example: 'max_tasks: 20',
    },
    max_attempts: {
        type: 'a whole number from 1 to 20',
        what: 'How often a task is tried before it is left to a person.',
        example: 'max_attempts: 2',
    },
    max_waves: {
        type: 'a whole number from 1 to 1000',
        what: 'After how many waves an issue stops.',
        example: 'max_waves: 20',
    },
    timeout_minutes: {
        type: 'whole minutes from 5 to 360',
        what: "The limit of a worker's job, and of the integration. `agent_timeout` and `checks_timeout` must fit in it together, and `checks_timeout` twice where there is a `setup`.",
        example: 'timeout_minutes: 120',
    },
    runs_on: {
        type: 'a label, a list of labels, or a group with labels',
        what: 'Where workers and checks run.',
        example: 'runs_on: { group: builders, labels: [self-hosted, linux] }',
    },
    store: {
        type: 'auto, embedded or bd',
        what: "Who reads and writes the tasks: `bd`, Wavefront itself (a JSONL file), or whichever the repository's `.beads/` calls for.",
        example: 'store: auto',
    },
    store_branch: {
        type: 'the name of a branch, or none',
        what: 'Where a JSONL store is kept; new tasks on the base are taken in from there. `none` keeps it in the feature branch.',
        example: 'store_branch: beads-sync',
    },
    bd_version: {
        type: 'an exact version in quotes',
        what: 'The `bd` that is installed where one is needed.',
        example: "bd_version: '1.3.0'",
    },
    update_base: {
        type: 'each_wave, end or never',
        what: 'When what is new on the base branch is merged into the feature branch.',
        example: 'update_base: each_wave',
    },
    conflicts: {
        type: 'theirs, requeue, human or fail',
        what: "What happens where lines of one task would give way to another's: the later task's lines stay and the others are recorded (`theirs`), the later task is done again on the new base (`requeue`), its work is set aside for a person and the rest lands (`human`), or nothing lands (`fail`).",
        example: 'conflicts: theirs',
    },
    max_overwritten_lines: {
        type: 'a whole number from 0 to 1000000',
        what: 'With `conflicts: theirs`, a task for which more lines would give way is done again instead.',
        example: 'max_overwritten_lines: 50',
    },
    overlap: {
        type: 'merge or serialise',
        what: 'Of two tasks that have changed the same file, `serialise` does the later again on top of the other, whether or not they conflict.',
        example: 'overlap: merge',
    },
    keep_inserts: {
        type: 'true or false',
        what: 'Where lines give way, those that were only inserted beside them stay. Fewer lines are lost, but more files come out wrong: only with good checks.',
        example: 'keep_inserts: false',
    },
    resolver: {
        type: 'mergiraf, or the command line of a merge driver with %O, %A and %B',
        what: 'A merge driver that is installed on the runner and is asked where lines would give way; its merge is taken if it leaves out fewer. Where it is missing or fails, the merge goes on without it.',
        example: 'resolver: mergiraf',
    },
    on_red: {
        type: 'bisect or stop',
        what: 'When the checks fail on the merged whole: find out whose work it is and land the rest, or land nothing and leave it to a person.',
        example: 'on_red: bisect',
    },
    protected_paths: {
        type: globsType,
        what: 'What no task may change. A list of yours takes the place of this one; to open one path, use `allow_paths`.',
        example: "protected_paths: ['.github/**', 'infra/**']",
    },
    allow_paths: {
        type: globsType,
        what: 'Exceptions from `protected_paths`.',
        example: 'allow_paths: [.github/dependabot.yml]',
    },
    max_changed_files: {
        type: 'a whole number from 1 to 100000',
        what: 'A task that changes more files is rejected.',
        example: 'max_changed_files: 300',
    },
    max_deleted_files: {
        type: 'a whole number from 0 to 100000',
        what: 'A task that deletes more files is rejected.',
        example: 'max_deleted_files: 50',
    },
    max_file_kb: {
        type: 'whole kilobytes from 1 to 100000',
        what: 'A task that leaves a larger file behind is rejected.',
        example: 'max_file_kb: 5000',
    },
    ci_workflows: {
        type: 'a list of the names of files in .github/workflows, without the folder',
        what: 'Workflows to dispatch on the feature branch after a landing, because what the built-in token pushes starts none. Each needs `workflow_dispatch`.',
        example: 'ci_workflows: [ci.yml]',
    },
};

;// CONCATENATED MODULE: ./packages/config/src/describe-config.ts



/** Every key, in the order of the documentation. */
function describeConfig() {
    return settingKeys().map((key) => {
        const { type, what } = settingWords[key];
        return { key, type, default: written(settingsShape[key].parse(undefined)), what };
    });
}
/** The table of docs/configuration.md. */
function renderConfigTable() {
    const rows = describeConfig().map(({ key, type, default: value, what }) => `| \`${key}\` | ${cell(type)} | ${value === '' ? '' : `\`${value}\``} | ${cell(what)} |`);
    return ['| key | write | default | what it is |', '|---|---|---|---|', ...rows].join('\n');
}
/** The schema that docs/config.schema.json publishes, for editors. */
function configJsonSchema() {
    const described = Object.fromEntries(settingKeys().map((key) => {
        const { what, type, example } = settingWords[key];
        return [key, settingsShape[key].describe(`${what} Write ${type}: ${example}`)];
    }));
    const { $schema, ...schema } = z.toJSONSchema(settingsSchema.extend(described), {
        io: 'input',
        target: 'draft-2020-12',
    });
    return { $schema, title: 'The configuration of Wavefront: .github/wavefront.yml', ...schema };
}
function settingKeys() {
    return Object.keys(settingsShape);
}
function written(value) {
    if (value === undefined)
        return '';
    if (Array.isArray(value))
        return `[${value.join(', ')}]`;
    return String(value);
}
/** An asterisk of a glob is no emphasis, a bar no column. */
function cell(text) {
    return text.replace(/[|*]/g, '\\$&');
}

// EXTERNAL MODULE: ./packages/errors/src/index.ts + 3 modules
var errors_src = __webpack_require__(5569);
;// CONCATENATED MODULE: ./packages/config/src/commands.ts
/**
 * Several command lines as one script for `sh -c`, with the rules that people know from a `run:` step:
 * the first failure ends it. Each item of a list is a subshell on lines of its own, so that no `cd`,
 * `exit` or comment reaches the next; `&&` between them would switch `set -e` off inside.
 */
function joinCommands(commands) {
    const all = typeof commands === 'string' ? [commands] : commands;
    const [first = ''] = all;
    if (all.length === 1)
        return first.trim().includes('\n') ? `set -e\n${first}` : first.trim();
    return ['set -e', ...all.map((command) => `(\n${command}\n)`)].join('\n');
}

;// CONCATENATED MODULE: ./packages/config/src/config.ts

/** One level deep: a group of runners keeps its own keys. */
function toConfig({ checks, setup, ...settings }) {
    return {
        ...camelKeys(settings),
        ...(checks === undefined ? {} : { checks: joinCommands(checks) }),
        ...(setup === undefined ? {} : { setup: joinCommands(setup) }),
    };
}
function camelKeys(settings) {
    const entries = Object.entries(settings).map(([key, value]) => [camelCase(key), value]);
    return Object.fromEntries(entries);
}
function camelCase(key) {
    return key.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./packages/config/src/read-yaml.ts


const maxLength = 100_000;
function readYaml(path, text) {
    if (text.length > maxLength) {
        const what = `the file has ${text.length} characters`;
        return (0,errors_src/* refused */.J5)([{ what, where: path, fix: `keep it below ${maxLength}` }]);
    }
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false });
    const at = (offset) => `${path}:${lines.linePos(offset).line}`;
    const faults = [...syntaxProblems(document, at), ...aliasProblems(document, at)];
    if (faults.length > 0)
        return (0,errors_src/* refused */.J5)(faults);
    return (0,errors_src/* parsed */.Yz)({
        value: document.toJS() ?? undefined,
        where: (keys) => at(nearestOffset(document, keys)),
    });
}
function syntaxProblems(document, at) {
    return [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
        what: `the file is no YAML that can be read: ${firstSentence(message)}`,
        where: at(pos[0]),
        fix: remedies[code] ?? 'indent with spaces, and write each setting as "key: value"',
    }));
}
/** What the parser names, in words that say what to write. */
const remedies = {
    DUPLICATE_KEY: 'keep one of the two lines',
    MULTIPLE_DOCS: 'remove the "---" line and keep one document',
    TAB_AS_INDENT: 'indent with spaces',
    TAG_RESOLVE_FAILED: 'remove the "!…" before the value, or quote a value that begins with "!"',
    BAD_INDENT: 'close the bracket, or indent what belongs to the key above it',
    MISSING_CHAR: 'close the bracket or the quote; quote a text that has ": " or "#" in it',
};
/** Nothing in so small a file is worth an alias, and a few of them can stand for gigabytes. */
function aliasProblems(document, at) {
    const problems = [];
    (0,dist/* visit */.YR)(document, {
        Alias(_, alias) {
            problems.push({
                what: `an alias (*${alias.source})`,
                where: at(alias.range?.[0] ?? 0),
                fix: 'write the value itself; a text that begins with * stands in quotes',
            });
        },
    });
    return problems;
}
/** What follows is advice to programmers. */
function firstSentence(message) {
    return message.split(/[;\n]/, 1)[0] ?? message;
}
function nearestOffset(document, keys) {
    let node = document.contents;
    let offset = document.contents?.range?.[0] ?? 0;
    for (const key of keys) {
        const step = stepInto(node, key);
        if (step === undefined)
            return offset;
        offset = step.offset ?? offset;
        node = step.node;
    }
    return offset;
}
/** A key is where its name stands: its value may begin lines below. */
function stepInto(node, key) {
    if ((0,dist/* isSeq */.oP)(node)) {
        const item = node.items[Number(key)];
        return { node: item, ...offsetOf(item) };
    }
    if (!(0,dist/* isMap */.jh)(node))
        return undefined;
    const pair = node.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && String(item.key.value) === key);
    return pair && { node: pair.value, ...offsetOf(pair.key) };
}
function offsetOf(node) {
    const range = Reflect.get(Object(node), 'range');
    const first = Array.isArray(range) ? range[0] : undefined;
    return typeof first === 'number' ? { offset: first } : {};
}

;// CONCATENATED MODULE: ./packages/config/src/setting-problems.ts




const known = Object.keys(config_schema_settingsShape);
/** What the schema has against the settings, in the order of the file. */
function settingProblems(written, issues) {
    const problems = issues.flatMap((issue) => {
        const [key] = issue.path;
        if (issue.code === 'unrecognized_keys' && key === undefined) {
            return issue.keys.map((unknown) => unknownKey(written, unknown));
        }
        return [isSetting(key) ? wrongValue(written, key, issue) : notSettings(written)];
    });
    return withoutRepeats(problems).toSorted((a, b) => lineOf(a) - lineOf(b));
}
/** One value may break two rules that have the same remedy. */
function withoutRepeats(problems) {
    return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
function lineOf({ where = '' }) {
    return Number(/:(\d+)$/.exec(where)?.[1] ?? 0);
}
function unknownKey(written, key) {
    return {
        what: `unknown key ${show(key)}${(0,errors_src/* suggest */.ZA)(key, known)}`,
        where: written.where([key]),
        fix: `write one of ${known.join(', ')}, or remove it`,
    };
}
function notSettings({ value, where }) {
    return {
        what: `the settings are ${show(value)}`,
        where: where([]),
        fix: 'write each setting as "key: value", for example `max_parallel: 5`',
    };
}
function wrongValue(written, key, issue) {
    const where = written.where(issue.path);
    const value = valueAt(written.value, issue.path);
    const name = nameOf(issue.path);
    const { type, example } = setting_words_settingWords[key];
    if (hasExpression(value)) {
        return {
            what: `"${name}" has an expression in it: ${show(value)}`,
            where,
            fix: `nothing here is evaluated: write the value itself, such as \`${example}\``,
        };
    }
    const meant = issue.code === 'invalid_value' && typeof value === 'string'
        ? (0,errors_src/* suggest */.ZA)(value, issue.values.map(String))
        : '';
    return {
        what: value === null ? `"${name}" has no value` : `"${name}" is ${show(value)}${meant}`,
        where,
        fix: `write ${type}, such as \`${example}\`${value === null ? ', or remove the key' : ''}`,
    };
}
function isSetting(key) {
    return typeof key === 'string' && Object.hasOwn(config_schema_settingsShape, key);
}
/** `["agent_env", 0]` is `agent_env[0]`. */
function nameOf([first, ...rest]) {
    const steps = rest.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
    return `${String(first)}${steps.join('')}`;
}
function valueAt(root, path) {
    return path.reduce((value, key) => (Object.hasOwn(Object(value), key) ? Reflect.get(Object(value), key) : value), root);
}
const maxShown = 80;
function show(value) {
    if (Array.isArray(value)) {
        return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
    }
    if (typeof value === 'object' && value !== null)
        return 'an object';
    const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
    return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}

;// CONCATENATED MODULE: ./packages/config/src/parse-config.ts





const configPath = '.github/wavefront.yml';
/** The text of the file, or what is wrong with it, all at once. No file and an empty one say: the defaults. */
function parseConfig(text, path = configPath) {
    const file = readYaml(path, text ?? '');
    if (!file.ok)
        return file;
    const { value = {}, where } = file.value;
    const config = readSettings({ value, where });
    return config.ok ? fitting(config.value, where) : config;
}
/**
 * The configuration with some settings replaced: the `overrides` of a dispatch, or inputs. They have
 * the names of the file's keys and are held to the same rules; what is `undefined` is not given.
 */
function overrideConfig(config, overrides, from = 'overrides') {
    const value = withoutUndefined(overrides);
    const read = readSettings({ value, where: () => from });
    if (!read.ok)
        return read;
    const given = new Set(Object.keys(Object(value)).map(camelCase));
    const replaced = Object.entries(read.value).filter(([key]) => given.has(key));
    return fitting({ ...config, ...Object.fromEntries(replaced) }, () => from);
}
function readSettings(written) {
    const result = config_schema_settingsSchema.safeParse(written.value);
    if (result.success)
        return (0,errors_src/* parsed */.Yz)(toConfig(result.data));
    return (0,errors_src/* refused */.J5)(settingProblems(written, result.error.issues));
}
function withoutUndefined(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return value;
    return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));
}
/** A job that GitHub ends at its limit cannot keep the work of its agent. */
function fitting(config, where) {
    const { agentTimeout, checksTimeout, timeoutMinutes, setup } = config;
    // The setup has the limit of the checks.
    const needed = agentTimeout + checksTimeout * (setup === undefined ? 1 : 2);
    if (needed <= timeoutMinutes)
        return (0,errors_src/* parsed */.Yz)(config);
    const problem = {
        what: `agent_timeout (${agentTimeout}) and checks_timeout (${checksTimeout}${setup === undefined ? '' : ', for the setup as well'}) are ${needed} minutes, more than timeout_minutes (${timeoutMinutes})`,
        where: where(['timeout_minutes']),
        fix: needed > maxMinutes
            ? `lower them to ${maxMinutes} together, the most that a job may take`
            : `write \`timeout_minutes: ${needed}\`, or lower the two`,
    };
    return (0,errors_src/* refused */.J5)([problem]);
}
const maxMinutes = 360;

;// CONCATENATED MODULE: ./packages/config/src/index.ts





/***/ })

};
