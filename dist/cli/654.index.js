export const id = 654;
export const ids = [654];
export const modules = {

/***/ 654:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v6: () => (/* reexport */ checkFeature),
  nX: () => (/* reexport */ createBranches),
  xL: () => (/* reexport */ create_merger_createMerger),
  jQ: () => (/* reexport */ createRegenerate),
  Tw: () => (/* reexport */ createResolver),
  pr: () => (/* reexport */ createWorkspaces),
  tr: () => (/* reexport */ deleteFailedBranches),
  HK: () => (/* reexport */ findFailedBranches),
  gt: () => (/* reexport */ findWorkspaces),
  ue: () => (/* reexport */ isLockFile),
  om: () => (/* reexport */ isLockSet),
  dj: () => (/* reexport */ markConflicts),
  nD: () => (/* reexport */ merge_file_mergeFile),
  h_: () => (/* reexport */ repository_openRepository),
  pM: () => (/* reexport */ readResultAt),
  Zc: () => (/* reexport */ readTree),
  an: () => (/* reexport */ refuseCheckedOut),
  XE: () => (/* reexport */ removeWorkspaces)
});

// UNUSED EXPORTS: GitError, commitFiles, createHistory, listFilesAt, openCheckout, openMirror, pushAtomically, pushEach, readAllChanges, readBundle, readBundles, readChanges, readFileAt, readPatch, refuseForeign, remedyFor, tokenCredentials, writeBundle

// EXTERNAL MODULE: ./packages/errors/src/index.ts + 3 modules
var src = __webpack_require__(5569);
// EXTERNAL MODULE: ./packages/wave/src/index.ts + 38 modules
var wave_src = __webpack_require__(5209);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./packages/git/src/workspaces/own-directory.ts


/** What we keep in a checkout. */
function ownDirectory({ top }) {
    return (0,external_node_path_.join)(top, '.wavefront');
}
function worktreesDirectory(repository) {
    return (0,external_node_path_.join)(ownDirectory(repository), 'worktrees');
}
/** Made so that git ignores it, and itself does not show in `git status`. */
async function ensureWorktreesDirectory(repository) {
    const worktrees = worktreesDirectory(repository);
    await (0,promises_.mkdir)(worktrees, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(ownDirectory(repository), '.gitignore'), '*\n');
    return worktrees;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./packages/git/src/exec/environment.ts
/** The environment of one git command: the outer one without what would redirect it, then what it was given. */
function environment(outer, wanted) {
    const kept = Object.entries(outer).filter(([name]) => !redirecting.has(name) && !ofRunner.test(name));
    const env = { ...Object.fromEntries(kept), ...steady, ...wanted.env };
    return { ...env, ...configured(outer.GIT_CONFIG_COUNT, wanted.config ?? {}) };
}
/** What `git rev-parse --local-env-vars` names, but for the settings a person passes in, and what changes paths. */
const redirecting = new Set([
    'GIT_ALTERNATE_OBJECT_DIRECTORIES',
    'GIT_COMMON_DIR',
    'GIT_CONFIG',
    'GIT_DIR',
    'GIT_EXTERNAL_DIFF',
    'GIT_GLOB_PATHSPECS',
    'GIT_GRAFT_FILE',
    'GIT_ICASE_PATHSPECS',
    'GIT_IMPLICIT_WORK_TREE',
    'GIT_INDEX_FILE',
    'GIT_INTERNAL_SUPER_PREFIX',
    'GIT_LITERAL_PATHSPECS',
    'GIT_NAMESPACE',
    'GIT_NOGLOB_PATHSPECS',
    'GIT_NO_REPLACE_OBJECTS',
    'GIT_OBJECT_DIRECTORY',
    'GIT_PREFIX',
    'GIT_QUARANTINE_PATH',
    'GIT_REPLACE_REF_BASE',
    'GIT_SHALLOW_FILE',
    'GIT_WORK_TREE',
]);
/** A runner's tokens and files. Git needs none of them, and a filter that an agent has set up would see them. */
const ofRunner = /^(INPUT|ACTIONS|GITHUB|RUNNER)_/;
/** An object is what its name says, whatever somebody has put in its place under refs/replace. */
const steady = {
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
};
/** Appended to the settings that the outer environment already passes in this way. */
function configured(outerCount, config) {
    const settings = Object.entries(config);
    if (settings.length === 0)
        return {};
    const first = Number.parseInt(outerCount ?? '0', 10) || 0;
    const env = { GIT_CONFIG_COUNT: String(first + settings.length) };
    for (const [index, [key, value]] of settings.entries()) {
        env[`GIT_CONFIG_KEY_${first + index}`] = key;
        env[`GIT_CONFIG_VALUE_${first + index}`] = value;
    }
    return env;
}

;// CONCATENATED MODULE: ./packages/git/src/exec/git-error.ts
/** A git command that failed, for a reason that no remedy is known for. */
class git_error_GitError extends Error {
    name = 'GitError';
    args;
    code;
    /** The end of what it wrote to stderr. */
    stderr;
    constructor(args, code, stderr) {
        const tail = withoutPasswords(stderr.trim().slice(-tailLength));
        const shown = args.map((arg) => withoutPasswords(arg));
        super(`git ${shown.slice(0, shownArgs).join(' ')} ended with ${code}: ${tail || 'no message'}`);
        this.args = shown;
        this.code = code;
        this.stderr = tail;
    }
}
const tailLength = 4000;
const shownArgs = 12;
/** A remote's address may carry a password, and errors end up in logs. */
function withoutPasswords(text) {
    return text.replace(/(\w:\/\/)[^/\s@]+@/g, '$1***@');
}

;// CONCATENATED MODULE: ./packages/git/src/exec/remedies.ts


/** The error to throw for a command that was run with `tryGit` and failed in an unexpected way. */
function remedies_failureOf(args, { code, stderr }) {
    return asUserError(new git_error_GitError(args, code, stderr));
}
/** The failure in the user's terms, where there is something that the user can do about it. */
function asUserError(error) {
    const fix = remedies_remedyFor(error.stderr);
    if (fix === undefined)
        return error;
    const problem = { what: `git ${verbOf(error.args)}: ${telling(error.stderr)}`, fix };
    return new src/* UserError */.yo(problem, { cause: error });
}
function remedies_remedyFor(stderr) {
    return remedies.find(([pattern]) => pattern.test(stderr))?.[1];
}
function gitIsMissing(cause) {
    return new src/* UserError */.yo({
        what: `git cannot be started (${cause.message})`,
        fix: 'install git 2.38 or newer and put it on PATH',
    }, { cause });
}
/** Matched against git's stderr in the C locale; the first that fits is shown. */
const remedies = [
    [
        /detected dubious ownership/,
        'if you trust this repository: git config --global --add safe.directory <its directory>',
    ],
    [/not a git repository/i, 'run this inside a git repository, or make one: git init'],
    [
        /does not have any commits yet|bad default revision 'HEAD'|ambiguous argument 'HEAD'/,
        'make a first commit: git add -A && git commit -m "first commit"',
    ],
    [
        /No space left on device|disk quota exceeded|(couldn't|unable to) write .*\.lock/i,
        'free some space on the disk, then run the same command again',
    ],
    [
        /GH006|GH013|protected branch/i,
        "the branch is protected: push to another branch, or allow this one in the repository's branch rules",
    ],
    [
        /couldn't find remote ref/i,
        'name a branch that exists on the server, or push this one there first',
    ],
    [
        /upload-pack: not our ref|Server does not allow request for unadvertised object/i,
        'the commit is not on the server any more, because its branch was moved or deleted: run the whole workflow again, so that it starts from what is there now',
    ],
    [
        /refusing to allow .* without `?workflows?`? permission/i,
        'this token may not change workflow files: leave `.github/workflows/` out of the work (`protected_paths` does that), or push with the token of a GitHub App that was minted with `permission-workflows: write`',
    ],
    [
        /Authentication failed|could not read (Username|Password)|terminal prompts disabled|HTTP 40[13]|returned error: 40[13]|Permission denied \(publickey/i,
        'check that the token or key is valid and may write to this repository (contents: write)',
    ],
    [
        /already (checked out|used by worktree) at/,
        'switch that worktree to another branch: git -C <its directory> switch --detach',
    ],
    [
        /\(non-fast-forward\)|\(fetch first\)|non-fast-forward/,
        'the branch has moved meanwhile: fetch it and run the same command again',
    ],
    [
        /cannot lock ref .*(exists; cannot create|there is a non-empty directory)/s,
        'a branch of this name and branches below it cannot both exist: rename one of them',
    ],
    [
        /Unable to create '.*\.lock': File exists/,
        'another git command is running in this repository; if none is, delete the .lock file that git names',
    ],
    [
        /Permission denied|insufficient permission/i,
        'make the repository writable for this user (ls -ld on what git names)',
    ],
    [
        /Could not resolve host|unable to access|Could not read from remote repository|Connection (refused|reset|timed out)/i,
        'check the network and the address of the remote: git remote -v',
    ],
];
/** The first line with something to say; the rest is git's advice and stays in the cause. */
function telling(stderr) {
    const lines = stderr.split('\n').map((line) => line.trim());
    const line = lines.find((line) => /^(fatal|error|remote: error):/.test(line)) ??
        lines.find((line) => line !== '');
    return (line ?? 'failed without a message').replace(/^(fatal|error): /, '');
}
function verbOf(args) {
    return args.find((arg, index) => arg !== '-c' && args[index - 1] !== '-c') ?? '';
}

;// CONCATENATED MODULE: ./packages/git/src/exec/git.ts





/** Runs git and gives what it wrote; a failure that the user can mend is thrown as a `UserError`. */
async function git_git(args, options) {
    return (await git_gitBytes(args, options)).toString('utf8');
}
/** For contents that need not be text. */
async function git_gitBytes(args, options) {
    const { code, stdout, stderr } = await start(args, options);
    if (code === 0)
        return stdout;
    throw asUserError(new git_error_GitError(args, code, stderr.toString('utf8')));
}
/** For commands whose failure is an answer. */
async function git_tryGit(args, options) {
    const { code, stdout, stderr } = await start(args, options);
    return { code, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}
/** No hooks, no daemons, no housekeeping and no signing: nothing that runs code or asks a person. */
const quiet = [
    'core.hooksPath=/dev/null',
    'core.fsmonitor=false',
    'gc.auto=0',
    'maintenance.auto=false',
    'commit.gpgsign=false',
    'push.gpgSign=false',
    'submodule.recurse=false',
    'i18n.commitEncoding=UTF-8',
    'i18n.logOutputEncoding=UTF-8',
].flatMap((setting) => ['-c', setting]);
/** For those who talk to it themselves. */
function startGit(args, options) {
    return (0,external_node_child_process_.spawn)('git', [...quiet, ...args], {
        cwd: options.cwd,
        env: environment(process.env, options),
        windowsHide: true,
    });
}
function start(args, options) {
    return new Promise((resolve, reject) => {
        const child = startGit(args, options);
        const stdout = [];
        const stderr = [];
        child.stdout.on('data', (chunk) => stdout.push(chunk));
        child.stderr.on('data', (chunk) => stderr.push(chunk));
        child.on('error', (cause) => reject(cannotStart(options.cwd, cause)));
        child.on('close', (code) => resolve({ code: code ?? -1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) }));
        // A git that ends early closes its input; its exit code says why.
        child.stdin.on('error', () => { });
        child.stdin.end(options.input ?? '');
    });
}
/** A missing directory and a missing program are the same error to the operating system. */
function cannotStart(cwd, cause) {
    if (!(0,external_node_fs_.existsSync)(cwd))
        return new Error(`git cannot run in ${cwd}: there is no such directory`, { cause });
    return gitIsMissing(cause);
}

;// CONCATENATED MODULE: ./packages/git/src/worktrees.ts

async function readWorktrees(repository) {
    const output = await git_git(['worktree', 'list', '--porcelain', '-z'], { cwd: repository.top });
    const entries = output.split('\0\0').filter((entry) => entry !== '');
    return entries.map((entry) => toWorktree(entry.split('\0')));
}
function toWorktree(lines) {
    const ref = attribute(lines, 'branch');
    return { dir: attribute(lines, 'worktree') ?? '', ...(ref !== undefined && { ref }) };
}
function attribute(lines, name) {
    return lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1);
}

;// CONCATENATED MODULE: ./packages/git/src/branches/checked-out.ts




/** Moving a branch under a checkout would make everything in it look changed; our own places have no branch to lose. */
async function findCheckedOut(repository, feature) {
    const own = worktreesDirectory(repository) + external_node_path_.sep;
    const worktrees = await readWorktrees(repository);
    const holders = worktrees.filter(({ dir, ref }) => ref === `refs/heads/${feature}` && !dir.startsWith(own));
    return holders.map(({ dir }) => ({
        what: `the branch "${feature}" is checked out, so it cannot be moved without disturbing that checkout`,
        where: dir,
        fix: 'switch that checkout to another branch (git switch -), or leave the branch: git switch --detach',
    }));
}
async function refuseCheckedOut(repository, branch) {
    const problems = await findCheckedOut(repository, branch);
    if (problems.length > 0)
        throw new src/* UserError */.yo(problems);
}

;// CONCATENATED MODULE: ./packages/git/src/objects/reader.ts



/**
 * One git that stays and answers. It is started by the first question, keeps nobody from exiting while
 * nobody waits, and ends with us, because its input does.
 */
function createReader(repository) {
    let talk;
    const ask = (is, name) => new Promise((answer, fail) => {
        if (/[\0\n]/.test(name))
            throw new Error(`not an object's name: ${JSON.stringify(name)}`);
        if (talk === undefined || talk.isOver())
            talk = startTalk(repository);
        talk.ask(`${is} ${name}\n`, { is, answer, fail });
    });
    return { read: (name) => ask('contents', name), look: (name) => ask('info', name) };
}
function startTalk({ top }) {
    const args = ['cat-file', '--batch-command'];
    const child = startGit(args, { cwd: top });
    const open = [];
    const answers = splitAnswers(open, () => idle(child, open.length === 0));
    let isOver = false;
    let words = '';
    const end = (error) => {
        isOver = true;
        for (const { fail } of open.splice(0))
            fail(error);
    };
    child.stdout.on('data', answers);
    child.stderr.on('data', (chunk) => {
        words += chunk.toString('utf8');
    });
    child.on('error', end);
    child.on('close', (code) => end(asUserError(new git_error_GitError(args, code ?? -1, words))));
    // A git that ends early closes its input; its exit code says why.
    child.stdin.on('error', () => { });
    return {
        ask(line, question) {
            open.push(question);
            idle(child, false);
            child.stdin.write(line);
        },
        isOver: () => isOver,
    };
}
function idle(child, isIdle) {
    const { stdin, stdout, stderr } = child;
    for (const held of [child, stdin, stdout, stderr]) {
        if (isIdle)
            held.unref();
        else
            held.ref();
    }
}
/** `<name> <type> <size>\n`, and for contents that many bytes and `\n`; or `<as asked> missing\n`. */
function splitAnswers(open, onAnswered) {
    let chunks = [];
    let length = 0;
    let needed = 0;
    return (chunk) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length < needed)
            return;
        let rest = chunks.length === 1 ? chunk : Buffer.concat(chunks);
        needed = 0;
        for (let [question] = open; question !== undefined; [question] = open) {
            const end = rest.indexOf('\n');
            if (end < 0)
                break;
            const header = toHeader(rest.toString('utf8', 0, end));
            const size = header && question.is === 'contents' ? header.size : 0;
            needed = end + 1 + (header && question.is === 'contents' ? size + 1 : 0);
            if (rest.length < needed)
                break;
            open.shift();
            question.answer(header && { ...header, content: rest.subarray(end + 1, end + 1 + size) });
            rest = rest.subarray(needed);
            needed = 0;
        }
        chunks = [rest];
        length = rest.length;
        onAnswered();
    };
}
function toHeader(line) {
    const [, name, type, size] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line) ?? [];
    return name && type && size ? { name, type, size: Number(size) } : undefined;
}

;// CONCATENATED MODULE: ./packages/git/src/objects/tree.ts
function isDirectory({ mode }) {
    return mode === directory;
}
const directory = '40000';
/** `<mode> <name>\0<object>`, again and again. */
function parseTree(content, nameLength) {
    const entries = new Map();
    const bytes = nameLength / 2;
    for (let at = 0; at < content.length;) {
        const space = content.indexOf(0x20, at);
        const end = content.indexOf(0, space);
        if (space < 0 || end < 0 || end + 1 + bytes > content.length)
            throw new Error('a broken tree');
        entries.set(content.toString('latin1', space + 1, end), {
            mode: content.toString('latin1', at, space),
            object: content.toString('hex', end + 1, end + 1 + bytes),
        });
        at = end + 1 + bytes;
    }
    return entries;
}
function renderTree(tree) {
    const parts = [];
    for (const [name, { mode, object }] of [...tree].sort(inOrder)) {
        parts.push(Buffer.from(`${mode} ${name}\0`, 'latin1'), Buffer.from(object, 'hex'));
    }
    return Buffer.concat(parts);
}
/** Git's order: a directory sorts as if its name ended with a slash. */
function inOrder([one, a], [other, b]) {
    const left = isDirectory(a) ? `${one}/` : one;
    const right = isDirectory(b) ? `${other}/` : other;
    return left < right ? -1 : 1;
}
/** A path as git's bytes, and back. A path that is not UTF-8 has no text. */
function tree_toBytes(path) {
    return Buffer.from(path, 'utf8').toString('latin1');
}
function toText(path) {
    return Buffer.from(path, 'latin1').toString('utf8');
}

;// CONCATENATED MODULE: ./packages/git/src/objects/tree-cache.ts
/** So many entries are kept, of the trees that were used last: some tens of megabytes at most. */
const mostEntries = 200_000;
function createTreeCache(most = mostEntries) {
    const trees = new Map();
    let entries = 0;
    const drop = (name) => {
        entries -= trees.get(name)?.size ?? 0;
        trees.delete(name);
    };
    const add = (name, tree) => {
        drop(name);
        trees.set(name, tree);
        entries += tree.size;
        for (const oldest of trees.keys()) {
            if (entries <= most)
                return;
            drop(oldest);
        }
    };
    return {
        get(name) {
            const tree = trees.get(name);
            // A map is in the order of insertion.
            if (tree)
                add(name, tree);
            return tree;
        },
        add,
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./packages/git/src/objects/write-object.ts




/** Stores an object as git does, in a file of its own, without starting git. */
function writeObject({ gitDir }, { type, content, hash }) {
    const bytes = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
    const name = (0,external_node_crypto_.createHash)(hash).update(bytes).digest('hex');
    const dir = (0,external_node_path_.join)(gitDir, 'objects', name.slice(0, 2));
    const file = (0,external_node_path_.join)(dir, name.slice(2));
    if ((0,external_node_fs_.existsSync)(file))
        return name;
    if (!(0,external_node_fs_.existsSync)(dir))
        (0,external_node_fs_.mkdirSync)(dir, { recursive: true });
    // Named as git names its own, which tidies up what was left half done.
    const draft = (0,external_node_path_.join)(dir, `tmp_obj_${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
    (0,external_node_fs_.writeFileSync)(draft, (0,external_node_zlib_.deflateSync)(bytes, { level: 1 }), { mode: 0o444, flag: 'wx' });
    (0,external_node_fs_.renameSync)(draft, file);
    return name;
}

;// CONCATENATED MODULE: ./packages/git/src/objects/objects.ts





const opened = new WeakMap();
function objects_objectsOf(repository) {
    const known = opened.get(repository);
    if (known)
        return known;
    const objects = openObjects(repository);
    opened.set(repository, objects);
    return objects;
}
function openObjects(repository) {
    const reader = createReader(repository);
    let hash;
    const trees = createTreeCache();
    const roots = new Map();
    const write = async (type, content) => {
        hash ??= readHash(repository);
        const bytes = Buffer.from(content);
        const name = writeObject(repository, { type, content: bytes, hash: await hash });
        if (type === 'commit')
            roots.set(name, rootOf(bytes));
        return name;
    };
    const findTree = async (name) => {
        const known = roots.get(name);
        if (known)
            return known;
        const { name: found } = await required(reader.look(`${name}^{tree}`), name);
        if (isFullName(name))
            roots.set(name, found);
        return found;
    };
    const readTree = async (name) => {
        const known = trees.get(roots.get(name) ?? name);
        if (known)
            return known;
        const { content, name: found } = await required(reader.read(`${name}^{tree}`), name);
        if (isFullName(name))
            roots.set(name, found);
        const tree = parseTree(content, found.length);
        trees.add(found, tree);
        return tree;
    };
    return {
        ...{ ...reader, write, findTree, readTree },
        async find(name, path) {
            let at = { mode: directory, object: name };
            for (const part of path.split('/')) {
                at = at && isDirectory(at) ? (await readTree(at.object)).get(part) : undefined;
            }
            return at;
        },
        async writeTree(tree) {
            if (tree.size === 0)
                return undefined;
            const name = await write('tree', renderTree(tree));
            trees.add(name, tree);
            return name;
        },
    };
}
/** A commit begins with `tree <name>`. */
function rootOf(commit) {
    return commit.toString('latin1', 'tree '.length, commit.indexOf('\n'));
}
/** What such a name stands for never changes. */
function isFullName(name) {
    return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(name);
}
/** The tree of a commit. */
function readTree(repository, commit) {
    return objects_objectsOf(repository).findTree(commit);
}
async function required(found, name) {
    const object = await found;
    if (object === undefined)
        throw new Error(`${name} is no tree of this repository`);
    return object;
}
async function readHash({ top: cwd }) {
    const format = (await git_git(['rev-parse', '--show-object-format'], { cwd })).trim();
    if (format === 'sha1' || format === 'sha256')
        return format;
    throw new Error(`objects named by ${format} are not known here`);
}

;// CONCATENATED MODULE: ./packages/git/src/commits.ts



const read = new WeakMap();
/** One commit. It never changes, so one that was read before is not read again. */
async function readCommit(repository, sha) {
    const known = read.get(repository)?.get(sha);
    if (known)
        return known;
    const object = await objects_objectsOf(repository).read(sha);
    if (object?.type !== 'commit')
        return undefined;
    const commit = parseCommit((0,wave_src/* commitSha */.mJ)(object.name), object.content);
    remember(repository, [commit]);
    return commit;
}
/** `<key> <value>` lines, of which one that begins with a space goes on with the last; an empty line, the message. */
function parseCommit(sha, content) {
    const end = content.indexOf('\n\n');
    const head = content.toString('utf8', 0, end < 0 ? content.length : end);
    const parents = [];
    const values = new Map();
    for (const line of head.split('\n')) {
        const [, key = '', value = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
        if (key === 'parent')
            parents.push((0,wave_src/* commitSha */.mJ)(value));
        else
            values.set(key, value);
    }
    const seconds = /> (\d+) [+-]\d{4}$/.exec(values.get('committer') ?? '')?.[1];
    const message = end < 0 ? Buffer.of() : content.subarray(end + 2);
    return {
        ...{ sha, parents, at: new Date(Number(seconds ?? 0) * 1000) },
        message: decode(message, values.get('encoding')),
    };
}
/** An encoding that is not known here is read as if it were UTF-8: only the message's own words suffer. */
function decode(message, encoding = 'utf-8') {
    try {
        return new TextDecoder(encoding).decode(message);
    }
    catch {
        return message.toString('utf8');
    }
}
/** The commits that `git log` with these arguments finds, in its order. */
async function commits_readCommits(repository, args, input) {
    const format = '--format=%H%x00%P%x00%ct%x00%B';
    const options = { cwd: repository.top, ...(input !== undefined && { input }) };
    const fields = (await git_git(['log', '-z', '--no-show-signature', format, ...args], options)).split('\0');
    const commits = [];
    for (let at = 0; at + fieldCount <= fields.length; at += fieldCount) {
        commits.push(toCommit(fields.slice(at, at + fieldCount)));
    }
    remember(repository, commits);
    return commits;
}
function remember(repository, commits) {
    const known = read.get(repository) ?? new Map();
    for (const commit of commits)
        known.set(commit.sha, commit);
    read.set(repository, known);
}
const fieldCount = 4;
function toCommit([sha = '', parents = '', seconds = '', message = '']) {
    return {
        sha: (0,wave_src/* commitSha */.mJ)(sha),
        parents: parents
            .split(' ')
            .filter((parent) => parent !== '')
            .map(wave_src/* commitSha */.mJ),
        at: new Date(Number(seconds) * 1000),
        message,
    };
}

// EXTERNAL MODULE: ./packages/tasks/src/index.ts + 12 modules
var tasks_src = __webpack_require__(6607);
;// CONCATENATED MODULE: ./packages/git/src/message.ts
/** The message as git stores it: subject, body, and a last paragraph of trailers that no text before it can forge. */
function renderMessage({ subject, body, trailers }) {
    const lines = Object.entries(trailers).map(([key, value]) => renderTrailer(key, value));
    const paragraphs = [
        cutCharacters(oneLine(subject), subjectLength) || 'no subject',
        cleanBody(body ?? ''),
        lines.filter((line) => line !== '').join('\n'),
    ];
    return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}
/**
 * The trailers of a message: of its last paragraph alone, and never of its subject.
 * A key that is there twice says nothing.
 */
function message_parseTrailers(message) {
    const [, ...paragraphs] = message.trim().split(/\n[ \t]*\n/);
    const found = new Map();
    const twice = new Set();
    for (const line of (paragraphs.at(-1) ?? '').split('\n')) {
        const [, key, value] = /^([A-Za-z][A-Za-z0-9-]*): (.*)$/.exec(line) ?? [];
        if (key === undefined || value === undefined)
            continue;
        if (found.has(key))
            twice.add(key);
        found.set(key, value.trim());
    }
    for (const key of twice)
        found.delete(key);
    return found;
}
/** What stands between a message's subject and its trailers. */
function parseBody(message) {
    const [, ...paragraphs] = message.trim().split(/\n[ \t]*\n/);
    return paragraphs.slice(0, -1).join('\n\n').trim();
}
const subjectLength = 200;
const trailerBytes = 1024;
function renderTrailer(key, value) {
    if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(key))
        throw new TypeError(`not a trailer: ${JSON.stringify(key)}`);
    const text = cutBytes(oneLine(value), trailerBytes);
    return text === '' ? '' : `${key}: ${text}`;
}
/** What would turn the direction of writing goes, so that a line reads as it is. */
function oneLine(text) {
    return text
        .replace(/\p{Bidi_Control}/gu, '')
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim();
}
/** Tabs and line breaks stay; what would steer a terminal goes. */
function cleanBody(text) {
    return text
        .replace(/\r\n?/g, '\n')
        .replace(/(?![\n\t])\p{Cc}/gu, '')
        .trim();
}
/** By whole characters, so that no surrogate is left alone. */
function cutCharacters(text, length) {
    const characters = [...text];
    return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
function cutBytes(text, bytes) {
    const encoded = new TextEncoder().encode(text);
    if (encoded.length <= bytes)
        return text;
    return `${new TextDecoder().decode(encoded.subarray(0, bytes - 3)).replace(/\uFFFD+$/, '')}…`;
}

;// CONCATENATED MODULE: ./packages/git/src/task-mark.ts



/** The mark in a commit's message; nothing unless it is whole and well-formed. */
function task_mark_parseTaskMark(message) {
    const trailers = message_parseTrailers(message);
    const id = trailers.get(wave_src/* trailer */.s9.task) ?? '';
    const wave = toNumber(trailers.get(wave_src/* trailer */.s9.wave));
    const attempt = toNumber(trailers.get(wave_src/* trailer */.s9.attempt));
    if (!(0,tasks_src/* isTaskId */.XJ)(id) || wave === undefined || attempt === undefined)
        return undefined;
    const outcome = toOutcome(trailers.get(wave_src/* trailer */.s9.outcome));
    const reason = trailers.get(wave_src/* trailer */.s9.reason);
    const startedAt = toDate(trailers.get(wave_src/* trailer */.s9.started));
    return {
        id,
        wave,
        attempt,
        ...(outcome && { outcome }),
        ...(reason && { reason }),
        ...(startedAt && { startedAt }),
    };
}
const outcomes = ['done', 'failed', 'timed-out', 'no-changes', 'rejected'];
function toOutcome(text) {
    return outcomes.find((outcome) => outcome === text);
}
function toNumber(text) {
    return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
function toDate(text) {
    const date = new Date(text ?? '');
    return Number.isNaN(date.getTime()) ? undefined : date;
}

;// CONCATENATED MODULE: ./packages/git/src/branches/read-marks.ts


/** What our trailers say about the commits of some refs; nothing of those that we did not write. */
async function readMarks(repository, refs) {
    if (refs.length === 0)
        return new Map();
    const input = refs.map(({ commit }) => `${commit}\n`).join('');
    const commits = await commits_readCommits(repository, ['--no-walk=unsorted', '--stdin'], input);
    return new Map(commits.flatMap(({ sha, message }) => {
        const mark = task_mark_parseTaskMark(message);
        return mark ? [[sha, mark]] : [];
    }));
}

;// CONCATENATED MODULE: ./packages/git/src/branches/refs.ts


async function refs_readRef(repository, name) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
    const sha = (await git_tryGit(args, { cwd: repository.top })).stdout.trim();
    return (0,wave_src/* isCommitSha */._$)(sha) ? sha : undefined;
}
/** The refs that match any of git's patterns, by name; with options such as `--no-merged=<commit>`. */
async function refs_readRefs(repository, patterns, options = []) {
    const args = [
        'for-each-ref',
        '--format=%(objectname) %(objecttype) %(refname)',
        ...options,
        ...patterns,
    ];
    const lines = (await git_git(args, { cwd: repository.top })).split('\n');
    return lines.flatMap((line) => {
        const [sha = '', type, name] = line.split(' ');
        return type === 'commit' && name !== undefined ? [{ name, commit: (0,wave_src/* commitSha */.mJ)(sha) }] : [];
    });
}
function branchOf({ name }) {
    return name.slice('refs/heads/'.length);
}
async function refs_isAncestor(repository, ancestor, descendant) {
    const args = ['merge-base', '--is-ancestor', ancestor, descendant];
    return (await git_tryGit(args, { cwd: repository.top })).code === 0;
}

;// CONCATENATED MODULE: ./packages/git/src/branches/refuse-foreign.ts



/** A branch is ours by its commit and not by its name, which a person may have used before us. */
async function refuseForeign(repository, claims) {
    const refs = claims.map(({ ref }) => ref);
    const marks = await readMarks(repository, refs);
    const foreign = claims.filter(({ id, ref }) => marks.get(ref.commit)?.id !== id);
    if (foreign.length > 0)
        throw new src/* UserError */.yo(foreign.map(({ ref }) => foreignBranch(ref)));
}
function foreignBranch(ref) {
    const branch = branchOf(ref);
    return {
        what: `the branch "${branch}" is not a result of Wavefront, but has the name of one`,
        fix: `rename it: git branch -m ${branch} my-${branch}`,
    };
}

;// CONCATENATED MODULE: ./packages/git/src/branches/check-feature.ts






/** Throws what would stop work on a feature branch later on, all at once and before anything runs. */
async function checkFeature(repository, feature) {
    const checks = [findRivals, findCheckedOut, findForeign];
    const problems = await Promise.all(checks.map((check) => check(repository, feature)));
    if (problems.flat().length > 0)
        throw new src/* UserError */.yo(problems.flat());
}
/** To git a branch is a file, and a branch with a slash is in a directory. */
async function findRivals(repository, feature) {
    const [start = feature] = feature.split('/');
    const beside = (await refs_readRefs(repository, [`refs/heads/${start}`])).map(branchOf);
    const rivals = beside.filter((branch) => feature.startsWith(`${branch}/`) || branch.startsWith(`${feature}/`));
    return rivals.map((branch) => ({
        what: `the branch "${feature}" cannot be made beside the branch "${branch}": one name begins with the other`,
        fix: `choose another name, or rename that branch: git branch -m ${branch} my-${branch.replaceAll('/', '-')}`,
    }));
}
/** Branches named like those of our tasks. Of another feature branch, whose name begins with this one's, they may be. */
async function findForeign(repository, feature) {
    const any = '*';
    const names = [(0,wave_src/* taskBranch */.Ip)(feature, any), (0,wave_src/* failedBranch */.UH)(feature, any)];
    const patterns = names.flatMap((name) => [`refs/heads/${name}`, `refs/heads/${name}/**`]);
    const refs = await refs_readRefs(repository, patterns);
    const marks = await readMarks(repository, refs);
    const foreign = refs.filter(({ name, commit }) => {
        const id = marks.get(commit)?.id;
        return !name.endsWith(`-task-${id}`) && !name.endsWith(`-failed-${id}`);
    });
    return foreign.map(foreignBranch);
}

;// CONCATENATED MODULE: ./packages/git/src/branches/plan-tidying.ts



/** What becomes of the tasks' branches, as commands of `git update-ref --stdin -z`. */
async function planTidying(repository, feature, landing) {
    const found = await readTaskRefs(repository, feature, landing.to);
    const changes = [
        ...landing.landed.flatMap((id) => planDeletion(found, feature, id)),
        ...landing.setAside.flatMap((id) => planRename(found, feature, id)),
    ];
    const claims = changes.flatMap(({ id, touched }) => touched.map((ref) => ({ id, ref })));
    await refuseForeign(repository, claims);
    return changes.flatMap(({ commands }) => commands);
}
async function readTaskRefs(repository, feature, to) {
    const any = '*';
    const patterns = [(0,wave_src/* taskBranch */.Ip)(feature, any), (0,wave_src/* failedBranch */.UH)(feature, any)].map(toName);
    const [all, merged] = await Promise.all([
        refs_readRefs(repository, patterns),
        refs_readRefs(repository, patterns, [`--merged=${to}`]),
    ]);
    return {
        all: new Map(all.map((ref) => [ref.name, ref])),
        merged: new Set(merged.map(({ name }) => name)),
    };
}
/** A task branch that has something newer on it stays, and so does what failed before the task landed. */
function planDeletion(found, feature, id) {
    const done = found.all.get(toName((0,wave_src/* taskBranch */.Ip)(feature, id)));
    if (done === undefined || !found.merged.has(done.name))
        return [];
    return [{ id, touched: [done], commands: [deletion(done)] }];
}
/** Work that was set aside takes the place of what failed before it. */
function planRename(found, feature, id) {
    const work = found.all.get(toName((0,wave_src/* taskBranch */.Ip)(feature, id)));
    if (work === undefined)
        return [];
    const name = toName((0,wave_src/* failedBranch */.UH)(feature, id));
    const failed = found.all.get(name);
    const move = failed
        ? `update ${name}\0${work.commit}\0${failed.commit}\0`
        : `create ${name}\0${work.commit}\0`;
    return [{ id, touched: failed ? [work, failed] : [work], commands: [move, deletion(work)] }];
}
function toName(branch) {
    return `refs/heads/${branch}`;
}
function deletion({ name, commit }) {
    return `delete ${name}\0${commit}\0`;
}

;// CONCATENATED MODULE: ./packages/git/src/branches/land.ts






/** One transaction: the feature branch moves and the tasks' branches with it, or nothing happens. */
async function land(repository, request) {
    const { feature, landing } = request;
    const [{ tip, moves }, tidying] = await Promise.all([
        planMove(repository, request),
        planTidying(repository, feature, landing),
    ]);
    try {
        await transact(repository, [...moves, ...tidying]);
    }
    catch (cause) {
        const found = await refs_readRef(repository, toRef(feature));
        if (found === tip)
            throw cause;
        throw new wave_src/* TipMovedError */.HX(feature, landing.from, found, { cause });
    }
}
async function planMove(repository, { feature, landing: { from, to }, readBase }) {
    const ref = toRef(feature);
    const tip = await refs_readRef(repository, ref);
    if (tip === to || from === to)
        return { tip, moves: [] };
    const [mayMove, losesNothing, checkedOut] = await Promise.all([
        tip === from || (tip === undefined && mayBegin(repository, from, readBase)),
        refs_isAncestor(repository, from, to),
        findCheckedOut(repository, feature),
    ]);
    if (!mayMove)
        throw new wave_src/* TipMovedError */.HX(feature, from, tip);
    if (!losesNothing)
        throw new Error(`${to} does not contain ${from}: landing it would lose commits`);
    if (checkedOut.length > 0)
        throw new src/* UserError */.yo(checkedOut);
    const move = tip ? `update ${ref}\0${to}\0${from}\0` : `create ${ref}\0${to}\0`;
    return { tip, moves: [move] };
}
/** As long as the branch does not exist it may begin anywhere on the base, which may have grown meanwhile. */
async function mayBegin(repository, from, readBase) {
    return refs_isAncestor(repository, from, await readBase());
}
async function transact(repository, commands) {
    if (commands.length === 0)
        return;
    const input = ['start\0', ...commands, 'prepare\0', 'commit\0'].join('');
    await git_git(['update-ref', '-z', '--stdin'], { cwd: repository.top, input });
}
function toRef(feature) {
    return `refs/heads/${feature}`;
}

;// CONCATENATED MODULE: ./packages/git/src/branches/publish.ts




/**
 * Points the tasks' branches at their results, in the place of older results of the same tasks. What failed
 * does not stay on the task's own branch, and what changed nothing on none.
 */
async function publishAll(repository, feature, results) {
    const plans = results.map((result) => planPublishing(feature, result));
    const names = plans.flatMap(({ set, unset }) => [set?.name ?? [], unset?.name ?? []].flat());
    if (names.length === 0)
        return;
    const there = new Map((await refs_readRefs(repository, names)).map((ref) => [ref.name, ref]));
    const claims = plans.flatMap(({ id, set }) => {
        const older = set && there.get(set.name);
        return older ? [{ id, ref: older }] : [];
    });
    await refuseForeign(repository, claims);
    const commands = plans.flatMap((plan) => toCommands(plan, there));
    if (commands.length === 0)
        return;
    await git_git(['update-ref', '-z', '--stdin'], { cwd: repository.top, input: commands.join('') });
}
function publish(repository, feature, result) {
    return publishAll(repository, feature, [result]);
}
function planPublishing(feature, { id, outcome, commit }) {
    if (commit === undefined)
        return { id };
    const at = (branch) => ({ name: `refs/heads/${branch}`, commit });
    const own = at((0,wave_src/* taskBranch */.Ip)(feature, id));
    if (outcome === 'done')
        return { id, set: own };
    if (outcome === 'no-changes')
        return { id, unset: own };
    return { id, set: at((0,wave_src/* failedBranch */.UH)(feature, id)), unset: own };
}
/** Each from where it is now, which for a branch that is to be made is nowhere. */
function toCommands({ set, unset }, there) {
    const forgotten = unset && there.get(unset.name)?.commit === unset.commit;
    const older = set && (there.get(set.name)?.commit ?? nowhere(set.commit));
    return [
        ...(forgotten ? [`delete ${unset.name}\0${unset.commit}\0`] : []),
        ...(set ? [`update ${set.name}\0${set.commit}\0${older}\0`] : []),
    ];
}
function nowhere(commit) {
    return '0'.repeat(commit.length);
}

;// CONCATENATED MODULE: ./packages/git/src/branches/read-landed.ts


/** Only we write merges onto the feature branch's first-parent line, so only those are believed. */
async function readLanded(repository, { base, tip }) {
    const args = [
        '--first-parent',
        '--min-parents=2',
        '--max-parents=2',
        '--reverse',
        `${base}..${tip}`,
    ];
    const merges = await commits_readCommits(repository, [...args, '--']);
    return merges.flatMap(toLanded);
}
function toLanded({ sha, message }) {
    const mark = task_mark_parseTaskMark(message);
    return mark ? [{ id: mark.id, wave: mark.wave, attempt: mark.attempt, commit: sha }] : [];
}

;// CONCATENATED MODULE: ./packages/git/src/results/to-result.ts


/** What a worker says in its one commit; nothing unless it has one parent and whole trailers of ours. */
function to_result_toResult(commit) {
    const [base, ...others] = commit?.parents ?? [];
    if (commit === undefined || base === undefined || others.length > 0)
        return undefined;
    const mark = task_mark_parseTaskMark(commit.message);
    if (mark?.outcome === undefined)
        return undefined;
    const reason = parseBody(commit.message) || mark.reason;
    return {
        id: mark.id,
        wave: mark.wave,
        attempt: mark.attempt,
        base,
        outcome: mark.outcome,
        ...(reason !== undefined && { reason }),
        commit: commit.sha,
        startedAt: mark.startedAt ?? commit.at,
        finishedAt: commit.at,
    };
}

;// CONCATENATED MODULE: ./packages/git/src/branches/read-results.ts




/** The tips of task branches that are results of ours and are still to land, by the branches' names. */
async function readResults(repository, feature, landed) {
    const pattern = `refs/heads/${(0,wave_src/* taskBranch */.Ip)(feature, '*')}`;
    const refs = await refs_readRefs(repository, [pattern], [`--no-merged=${landed.tip}`]);
    if (refs.length === 0)
        return [];
    const input = refs.map((ref) => `${ref.commit}\n`).join('');
    const commits = await commits_readCommits(repository, ['--no-walk=unsorted', '--stdin'], input);
    const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
    return refs.flatMap(({ name, commit }) => {
        const result = to_result_toResult(bySha.get(commit));
        const isOurs = result?.outcome === 'done' && name === `refs/heads/${(0,wave_src/* taskBranch */.Ip)(feature, result.id)}`;
        return isOurs && !landed.done.has(result.id) ? [result] : [];
    });
}

;// CONCATENATED MODULE: ./packages/git/src/branches/create-branches.ts






/** A feature branch with the branches of its tasks, in the repository's own refs. */
function createBranches(repository, branch) {
    return {
        readTip: () => readTip(repository, branch),
        read: () => readState(repository, branch),
        publish: (result) => publish(repository, branch.feature, result),
        publishAll: (results) => publishAll(repository, branch.feature, results),
        land: (landing) => land(repository, {
            feature: branch.feature,
            landing,
            readBase: () => readBase(repository, branch),
        }),
    };
}
async function readSpan(repository, branch) {
    const [base, tip] = await Promise.all([
        readBase(repository, branch),
        refs_readRef(repository, `refs/heads/${branch.feature}`),
    ]);
    return { base, tip: tip ?? base };
}
async function readState(repository, branch) {
    const span = await readSpan(repository, branch);
    const [isUpToDate, landed] = await Promise.all([
        span.base === span.tip || refs_isAncestor(repository, span.base, span.tip),
        readLanded(repository, span),
    ]);
    const done = new Set(landed.map(({ id }) => id));
    const results = await readResults(repository, branch.feature, { tip: span.tip, done });
    return { tip: span.tip, landed, results, ...(!isUpToDate && { update: span.base }) };
}
async function readTip(repository, branch) {
    const tip = await refs_readRef(repository, `refs/heads/${branch.feature}`);
    return tip ?? readBase(repository, branch);
}
async function readBase(repository, { base }) {
    const found = (await refs_readRef(repository, `refs/heads/${base}`)) ?? (await repository.resolve(base));
    if (found !== undefined)
        return found;
    throw new src/* UserError */.yo({
        what: `the base "${base}" is neither a branch nor a commit`,
        where: repository.top,
        fix: 'name an existing branch: git branch --list',
    });
}

;// CONCATENATED MODULE: ./packages/git/src/blobs.ts

/**
 * Contents by object name. What is larger than `limit` bytes is left out, and so is never held in memory;
 * and so is what is no blob, such as a submodule's commit.
 */
async function blobs_readBlobs(repository, names, limit) {
    const objects = objects_objectsOf(repository);
    const blobs = new Map();
    const looks = await Promise.all([...new Set(names)].map((name) => objects.look(name)));
    for (const look of looks) {
        if (look?.type !== 'blob' || look.size > limit)
            continue;
        const blob = await objects.read(look.name);
        if (blob)
            blobs.set(blob.name, blob.content);
    }
    return blobs;
}

;// CONCATENATED MODULE: ./packages/git/src/changes.ts


const nothing = '000000';
const submodule = '160000';
/** What a commit changes against another, file by file, with the sizes of what is new. */
async function changes_readChanges(repository, from, to) {
    const fields = (await git([...diffTree, from, to], { cwd: repository.top })).split('\0');
    const entries = takeEntries(fields);
    const sizes = await readSizes(repository, entries);
    return entries.map((entry) => toChange(entry, sizes));
}
/** The same for many commits against one, with git started twice for all of them. */
async function readAllChanges(repository, from, commits) {
    if (commits.length === 0)
        return new Map();
    const input = commits.map((to) => `${to} ${from}\n`).join('');
    const output = await git([...diffTree, '--stdin'], { cwd: repository.top, input });
    const fields = output.split('\0');
    const entries = new Map(commits.map((to) => [to, []]));
    while (fields.length > 1)
        entries.set(commitSha(fields.shift() ?? ''), takeEntries(fields));
    const sizes = await readSizes(repository, [...entries.values()].flat());
    return new Map([...entries].map(([to, all]) => [to, all.map((entry) => toChange(entry, sizes))]));
}
const diffTree = (/* unused pure expression or super */ null && (['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '--no-renames']));
/** `:<mode> <mode> <object> <object> <status>` and the path, as long as there are such pairs. */
function takeEntries(fields) {
    const end = fields.findIndex((field, at) => at % 2 === 0 && !field.startsWith(':'));
    const taken = fields.splice(0, end < 0 ? fields.length : end);
    const entries = [];
    for (let at = 0; at + 1 < taken.length; at += 2) {
        const [was = '', mode = '', , object = ''] = (taken[at] ?? '').slice(1).split(' ');
        entries.push({ path: taken[at + 1] ?? '', was, mode, object });
    }
    return entries;
}
function toChange({ path, was, mode, object }, sizes) {
    return {
        path,
        is: mode === nothing ? 'deleted' : was === nothing ? 'added' : 'modified',
        bytes: sizes.get(object) ?? 0,
    };
}
async function readSizes(repository, entries) {
    const objects = entries
        .filter(({ mode }) => mode !== nothing && mode !== submodule)
        .map(({ object }) => object);
    if (objects.length === 0)
        return new Map();
    const input = objects.map((object) => `${object}\n`).join('');
    const output = await git(['cat-file', '--batch-check'], { cwd: repository.top, input });
    const lines = output.split('\n').map((line) => line.split(' '));
    return new Map(lines.map(([object = '', , size]) => [object, Number(size)]));
}
/** The same for people to read, and for `git apply`. */
function readPatch(repository, from, to) {
    const args = ['diff-tree', '-p', '--binary', '--no-ext-diff', '--no-textconv', from, to];
    return gitBytes(args, { cwd: repository.top });
}

;// CONCATENATED MODULE: ./packages/git/src/diff-trees.ts

async function diff_trees_diffTrees(repository, before, after) {
    const args = ['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '--no-renames', before, after];
    const fields = (await git_git(args, { cwd: repository.top })).split('\0');
    const changed = [];
    for (let at = 0; at + 1 < fields.length; at += 2) {
        // `:100644 100644 <before> <after> M`
        const [, , before = '', after = ''] = (fields[at] ?? '').split(' ');
        changed.push({ path: fields[at + 1] ?? '', before, after });
    }
    return changed;
}

;// CONCATENATED MODULE: ./packages/git/src/identity.ts

/** The same everywhere, so that the same merge is the same commit on every machine. */
const identity_wavefront = { name: 'Wavefront', email: 'wavefront@localhost' };
/** Who git is set up for; Wavefront where nobody set it up. Git's own guess from the host's name is not used. */
async function identity_readIdentity(repository) {
    const args = ['-c', 'user.useConfigOnly=true', 'var', 'GIT_AUTHOR_IDENT'];
    const { stdout } = await git_tryGit(args, { cwd: repository.top });
    const [, name, email] = /^(.+) <([^<>]+)> \d+ [+-]\d{4}\n?$/.exec(stdout) ?? [];
    return name && email ? { name, email } : identity_wavefront;
}

;// CONCATENATED MODULE: ./packages/git/src/objects/compare-trees.ts

/** The files that differ between two trees. Only directories that differ are read. */
async function compareTrees(objects, before, after) {
    const [one, other] = await Promise.all([objects.findTree(before), objects.findTree(after)]);
    const root = (object) => ({ mode: directory, object });
    return compareVersions(objects, '', root(one), root(other));
}
async function compareVersions(objects, path, before, after) {
    if (before?.object === after?.object && before?.mode === after?.mode)
        return [];
    const isTree = { before: before && isDirectory(before), after: after && isDirectory(after) };
    const own = {
        path,
        ...(before && !isTree.before && { before }),
        ...(after && !isTree.after && { after }),
    };
    const edits = own.before || own.after ? [own] : [];
    if (!isTree.before && !isTree.after)
        return edits;
    const [was, is] = await Promise.all([before, after].map((side) => readDirectory(objects, side)));
    const names = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
    const below = await Promise.all([...names]
        .filter((name) => was?.get(name)?.object !== is?.get(name)?.object ||
        was?.get(name)?.mode !== is?.get(name)?.mode)
        .map((name) => compareVersions(objects, path === '' ? name : `${path}/${name}`, was?.get(name), is?.get(name))));
    return [...edits, ...below.flat()];
}
async function readDirectory(objects, side) {
    return side && isDirectory(side) ? objects.readTree(side.object) : undefined;
}

;// CONCATENATED MODULE: ./packages/git/src/write-commit.ts




/** Writes a commit that no branch knows yet. The same input is the same commit. */
async function write_commit_writeCommit(repository, commit) {
    return (0,wave_src/* commitSha */.mJ)(await objects_objectsOf(repository).write('commit', renderCommit(commit)));
}
function renderCommit({ tree, parents, message, by, at }) {
    const name = clean(by.name) || identity_wavefront.name;
    const person = `${name} <${clean(by.email)}> ${Math.floor(at.getTime() / 1000)} +0000`;
    const heads = [
        `tree ${tree}`,
        ...[...new Set(parents)].map((parent) => `parent ${parent}`),
        `author ${person}`,
        `committer ${person}`,
    ];
    return `${heads.join('\n')}\n\n${renderMessage(message)}`;
}
/** Without what would end a field of the header; git does the same, and takes off what it calls crud. */
function clean(text) {
    return text.replace(/[\n<>]/g, '').replace(/^[\0-\x20.,:;"\\']+|[\0-\x20.,:;"\\']+$/g, '');
}

;// CONCATENATED MODULE: ./packages/git/src/merge/changed.ts
const unchanged = {
    paths: new Set(),
    above: new Set(),
    added: new Set(),
    hasRemoved: false,
};
function toChanged(edits) {
    return {
        paths: new Set(edits.map(({ path }) => path)),
        above: new Set(edits.flatMap(({ path }) => directoriesOf(path))),
        added: new Set(edits.flatMap(({ path, before }) => (before ? [] : [path]))),
        hasRemoved: edits.some(({ after }) => !after),
    };
}
function joinChanged(one, other) {
    return {
        paths: new Set([...one.paths, ...other.paths]),
        above: new Set([...one.above, ...other.above]),
        added: new Set([...one.added, ...other.added]),
        hasRemoved: one.hasRemoved || other.hasRemoved,
    };
}
/**
 * Whether two sides meet in files that both have changed, if at all: no file of the one is a directory of the
 * other, and neither may have renamed a directory that the other adds to.
 */
function meetInFilesAlone(one, other) {
    return (!isAbove(one, other) && !isAbove(other, one) && !mayMove(one, other) && !mayMove(other, one));
}
function isAbove(one, other) {
    for (const path of one.paths)
        if (other.above.has(path))
            return true;
    return false;
}
function mayMove(one, other) {
    return one.hasRemoved && one.added.size > 0 && other.added.size > 0;
}
function directoriesOf(path) {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
/** Files that each side has added under names that some machines cannot tell apart. */
function findCollisions(ours, theirs) {
    if (ours.added.size === 0 || theirs.added.size === 0)
        return [];
    const taken = new Map([...ours.added].map((path) => [fold(path), path]));
    return [...theirs.added].filter((path) => {
        const other = taken.get(fold(path));
        return other !== undefined && other !== path;
    });
}
/** By the letters that they show: upper or lower, composed or not. */
function fold(path) {
    return Buffer.from(path, 'latin1').toString('utf8').normalize('NFC').toLowerCase();
}

;// CONCATENATED MODULE: ./packages/git/src/merge/lineage.ts


/**
 * The tasks of a wave are children of one commit, and are merged onto it one after another. A child of a
 * line's start that is not in the line yet has that start as its merge base: it cannot be in the start's own
 * history, and what else the line has are other children and merges of ours.
 */
function createLineage(repository) {
    const lines = new Map();
    const lineOf = (tip) => lines.get(tip) ?? { start: tip, has: new Set(), changed: unchanged };
    return {
        async partingOf({ tip, commit }) {
            const { start, has, changed } = lineOf(tip);
            const [parent, ...others] = (await readCommit(repository, commit))?.parents ?? [];
            const isPlain = parent === start && others.length === 0 && !has.has(commit);
            return isPlain ? { base: start, ours: changed } : undefined;
        },
        note({ tip, commit }, merged, { ours, theirs }) {
            if (merged.is !== 'merged')
                return;
            const { start, has } = lineOf(tip);
            const changed = joinChanged(ours, theirs);
            lines.set(merged.commit, { start, has: new Set([...has, commit]), changed });
        },
    };
}

;// CONCATENATED MODULE: ./packages/git/src/objects/edit-tree.ts

/** A tree with some of its files replaced, added or taken out; everything else stays as it is. */
async function edit_tree_editTree(objects, tree, edits) {
    if (edits.size === 0)
        return objects.findTree(tree);
    const edited = await editDirectory(objects, await objects.readTree(tree), edits);
    return (await objects.writeTree(edited)) ?? (await objects.write('tree', ''));
}
async function editDirectory(objects, tree, edits) {
    const edited = new Map(tree);
    const below = new Map();
    // First what is taken out: a directory may come where a file was.
    for (const [path, version] of [...edits].sort(([, a], [, b]) => Number(!!a) - Number(!!b))) {
        const slash = path.indexOf('/');
        const name = slash < 0 ? path : path.slice(0, slash);
        if (slash >= 0)
            below.set(name, (below.get(name) ?? new Map()).set(path.slice(slash + 1), version));
        else if (version)
            edited.set(name, version);
        else if (!isDirectory(edited.get(name) ?? edit_tree_nothing))
            edited.delete(name);
    }
    for (const [name, inside] of below) {
        const object = await editBelow(objects, edited.get(name), inside);
        if (object !== undefined)
            edited.set(name, { mode: directory, object });
        else if (isDirectory(edited.get(name) ?? edit_tree_nothing))
            edited.delete(name);
    }
    return edited;
}
const edit_tree_nothing = { mode: '', object: '' };
async function editBelow(objects, at, inside) {
    const tree = at && isDirectory(at) ? await objects.readTree(at.object) : new Map();
    return objects.writeTree(await editDirectory(objects, tree, inside));
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./packages/git/src/merge/attributes/merge-attribute.ts
/** Nothing where the path is merged like any other. */
function toMergeAttribute(value) {
    if (value === 'unspecified' || value === 'set' || value === 'text')
        return undefined;
    if (value === 'unset' || value === 'binary')
        return { is: 'whole' };
    return value === 'union' ? { is: 'union' } : { is: 'driver', name: value };
}

;// CONCATENATED MODULE: ./packages/git/src/merge/attributes/read-attributes.ts






/**
 * How the attributes on the tip want some paths merged. They are read from the commit, so that what is
 * checked out, if anything is, does not matter.
 */
async function readMergeAttributes(repository, tip, paths) {
    const files = paths.length > 0 ? await readAttributeFiles(repository, tip, paths) : new Map();
    if (files.size === 0)
        return new Map();
    const found = await checkAttributes(repository, files, paths);
    return new Map([...found].flatMap(([path, value]) => {
        const attribute = toMergeAttribute(value);
        return attribute ? [[path, attribute]] : [];
    }));
}
/** The files above the paths, by their blobs; none of them if they say nothing about merging. */
async function readAttributeFiles(repository, tip, paths) {
    const objects = objects_objectsOf(repository);
    const files = new Map();
    let canSay = false;
    for (const directory of new Set(['', ...paths.flatMap(read_attributes_directoriesOf)])) {
        const path = `${directory}.gitattributes`;
        // A question to git is one line, so nothing can be asked about a directory with a line break.
        const blob = path.includes('\n') ? undefined : await objects.read(`${tip}:${path}`);
        if (blob?.type !== 'blob')
            continue;
        files.set(path, blob.name);
        canSay ||= /merge|binary|\[attr\]/.test(blob.content.toString('utf8'));
    }
    return canSay ? files : new Map();
}
function read_attributes_directoriesOf(path) {
    const names = path.split('/').slice(0, -1);
    return names.map((_, index) => names
        .slice(0, index + 1)
        .map((name) => `${name}/`)
        .join(''));
}
/** By git itself, in a directory that has nothing but these files and the repository's objects. */
async function checkAttributes(repository, files, paths) {
    const dir = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'wavefront-attributes-'));
    try {
        const [name = ''] = files.values();
        await makeGitDirectory(dir, name.length === 64 ? 'sha256' : 'sha1');
        const objects = (0,external_node_path_.join)(repository.gitDir, 'objects');
        const env = { GIT_DIR: dir, GIT_OBJECT_DIRECTORY: objects, GIT_ATTR_NOSYSTEM: '1' };
        const options = { cwd: dir, env };
        const entries = [...files].map(([path, object]) => `100644 ${object} 0\t${path}\0`);
        await git_git(['update-index', '-z', '--index-info'], { ...options, input: entries.join('') });
        const args = ['-c', 'core.attributesFile=/dev/null', 'check-attr', '--cached', '-z', '--stdin'];
        const input = paths.map((path) => `${path}\0`).join('');
        return parseAttributes(await git_git([...args, 'merge'], { ...options, input }));
    }
    finally {
        await (0,promises_.rm)(dir, { recursive: true, force: true });
    }
}
/** A person's own attributes are in their repository's directory, and are theirs alone. */
async function makeGitDirectory(dir, format) {
    const config = `[core]\nrepositoryFormatVersion = 1\nbare = true\n[extensions]\nobjectFormat = ${format}\n`;
    await Promise.all([
        (0,promises_.mkdir)((0,external_node_path_.join)(dir, 'refs')),
        (0,promises_.writeFile)((0,external_node_path_.join)(dir, 'HEAD'), 'ref: refs/heads/main\n'),
        (0,promises_.writeFile)((0,external_node_path_.join)(dir, 'config'), config),
    ]);
}
/** `<path>`, `<attribute>`, `<value>`, each ended by NUL. */
function parseAttributes(output) {
    const fields = output.split('\0');
    const found = new Map();
    for (let at = 0; at + 2 < fields.length; at += 3)
        found.set(fields[at] ?? '', fields[at + 2] ?? '');
    return found;
}

;// CONCATENATED MODULE: ./packages/git/src/files-at.ts






/** A file's text in a commit or a tree; nothing where there is no such file. */
async function readFileAt(repository, commit, path) {
    const objects = objects_objectsOf(repository);
    const version = await objects.find(commit, tree_toBytes(path));
    const file = version && (await objects.read(version.object));
    return file?.type === 'blob' ? file.content.toString('utf8') : undefined;
}
/** The plain files below a directory of a commit, by their whole paths. */
async function listFilesAt(repository, commit, dir) {
    const args = ['ls-tree', '-r', '-z', commit, '--', `${dir}/`];
    const entries = (await git(args, { cwd: repository.top })).split('\0');
    return entries.flatMap((entry) => entry.startsWith('100') ? [entry.slice(entry.indexOf('\t') + 1)] : []);
}
/** A commit with some files replaced; everything else in the parent stays. */
async function commitFiles(repository, { parent, files, subject, at }) {
    const objects = objectsOf(repository);
    const versions = new Map();
    for (const [path, text] of files)
        versions.set(toBytes(path), { mode: '100644', object: await objects.write('blob', text) });
    const tree = await editTree(objects, parent ?? emptyTree, versions);
    const parents = parent === undefined ? [] : [parent];
    return writeCommit(repository, {
        tree,
        parents,
        at,
        message: { subject, trailers: {} },
        by: wavefront,
    });
}
/** Known to every git without being stored. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./packages/git/src/conflict-markers.ts
/** Whether a text holds conflict markers that none of the texts it came from has. */
function hasNewMarkers(text, sources) {
    const known = new Set(sources.flatMap(markers));
    return markers(text).some((marker) => !known.has(marker));
}
/** `=======` alone also underlines titles, so only the outer two count. */
function markers(text) {
    return text.match(/^(?:<{7}|>{7})(?: .*)?$/gm) ?? [];
}

;// CONCATENATED MODULE: ./packages/git/src/merge/json/is-json-path.ts
/** Files that are JSON by their name. Those of tools that take YAML as well are told by what is in them. */
function isJsonPath(path) {
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    return (/\.(?:json|jsonc|webmanifest|geojson|jsonld|ipynb|code-workspace)$/.test(name) ||
        known.has(name));
}
const known = new Set([
    '.babelrc',
    '.eslintrc',
    '.jscsrc',
    '.jshintrc',
    '.lintstagedrc',
    '.nycrc',
    '.prettierrc',
    '.stylelintrc',
    '.swcrc',
    '.watchmanconfig',
]);

// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(9547);
;// CONCATENATED MODULE: ./packages/git/src/merge/json/parse-json.ts

/**
 * Comments and trailing commas are allowed, as the tools that have JSON for their settings allow them. A key
 * that stands twice is an error: nobody could say which of the two is meant.
 */
function parseJson(text) {
    const errors = [];
    try {
        const root = (0,main.parseTree)(text, errors, { allowTrailingComma: true });
        if (root === undefined || errors.length > 0)
            return undefined;
        return toValue(text, root);
    }
    catch (error) {
        // Nested too deep for anybody's stack, or a key that stands twice.
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
function isStrictJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
/** The same value, however it is written and in whatever order its keys stand. */
function isSame(one, other) {
    if (one.kind !== other.kind || one.members.length !== other.members.length)
        return false;
    if (one.kind === 'scalar')
        return textOf(one) === textOf(other);
    if (one.kind === 'array') {
        return one.members.every(({ value }, index) => {
            const match = other.members[index];
            return match !== undefined && isSame(value, match.value);
        });
    }
    const others = byKey(other.members);
    return one.members.every(({ key, value }) => {
        const match = others.get(key);
        return match !== undefined && isSame(value, match.value);
    });
}
/** One text for all ways to write a value. */
function canonical(value) {
    if (value.kind === 'scalar')
        return textOf(value);
    const members = value.members.map(({ key, value }) => `${JSON.stringify(key)}:${canonical(value)}`);
    return value.kind === 'array' ? `[${members.join()}]` : `{${members.sort().join()}}`;
}
function textOf({ text, start, end }) {
    return text.slice(start, end);
}
function byKey(members) {
    const known = maps.get(members);
    if (known)
        return known;
    const map = new Map(members.map((member) => [member.key, member]));
    maps.set(members, map);
    return map;
}
/** Objects are looked into again and again. */
const maps = new WeakMap();
function toValue(text, node) {
    const place = { text, start: node.offset, end: node.offset + node.length };
    const children = node.children ?? [];
    if (node.type === 'array')
        return { kind: 'array', ...place, members: toItems(text, children) };
    if (node.type !== 'object')
        return { kind: 'scalar', ...place, members: [] };
    const members = children.flatMap((property) => toProperty(text, property));
    if (byKey(members).size < members.length)
        throw new RangeError('a key stands twice');
    return { kind: 'object', ...place, members };
}
function toItems(text, items) {
    return items.map((item) => {
        const value = toValue(text, item);
        return { key: '', start: value.start, end: value.end, value };
    });
}
function toProperty(text, { offset, length, children }) {
    const [key, node] = children ?? [];
    if (!key || !node)
        return [];
    const value = toValue(text, node);
    return [{ key: String(key.value), start: offset, end: offset + length, value }];
}

;// CONCATENATED MODULE: ./packages/git/src/merge/sanity.ts




/** What is wrong with a merged text that was right on both sides. */
function findDamage({ path, sources, content }) {
    if (hasNewMarkers(content, sources))
        return 'the merged file holds conflict markers';
    const broken = languages.find(({ has, isRight }) => has(path) && sources.every(isRight) && !isRight(content));
    return broken && `the merged file is no longer valid ${broken.name}`;
}
/** Whether a file by this name can be damaged in a way that we would see. */
function isChecked(path) {
    return languages.some(({ has }) => has(path));
}
const languages = [
    { name: 'JSON', has: isJsonPath, isRight: (text) => isStrictJson(text) && isJson(text) },
    { name: 'JSON', has: isJsonPath, isRight: isJson },
    { name: 'YAML', has: (path) => /\.ya?ml$/i.test(path), isRight: isYaml },
];
function isJson(text) {
    return parseJson(text.replace(/^\uFEFF/, '')) !== undefined;
}
/** A parser for everything that YAML allows takes its time, and files this long are written by machines. */
const longestYaml = 200_000;
function isYaml(text) {
    if (text.length > longestYaml)
        return true;
    return (0,dist/* parseAllDocuments */.hR)(text).every(({ errors }) => errors.length === 0);
}

;// CONCATENATED MODULE: ./packages/git/src/merge/find-damaged.ts


/** Git merges JSON and YAML like any text: two clean edits can leave a comma too many. */
async function findDamagedFiles(repository, { merged, tree, tip, commit }) {
    const automatic = merged.notices.filter(({ type }) => type === 'Auto-merging');
    const paths = new Set(automatic.flatMap((notice) => notice.paths));
    const problems = [];
    for (const path of paths) {
        if (!isChecked(path))
            continue;
        const read = (from) => readFileAt(repository, from, path);
        // Nothing where the side knows the file by another name.
        const [content, ...sources] = await Promise.all([tree, tip, commit].map(read));
        const why = findDamage({
            path,
            content: content ?? '',
            sources: sources.map((text) => text ?? ''),
        });
        if (why)
            problems.push({ why, paths: [path] });
    }
    return problems;
}

;// CONCATENATED MODULE: ./packages/git/src/merge/locks/lock-files.ts
/** Files that a tool writes from others: what two branches made of them, only that tool can put together. */
function isLockFile(path) {
    return locks.has(nameOf(path)) || isLockSet(path);
}
/** Each line stands for itself, and one too many does no harm. */
function isLockSet(path) {
    return sets.has(nameOf(path));
}
function nameOf(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
const sets = new Set(['go.sum', 'go.work.sum']);
const locks = new Set([
    'package-lock.json',
    'npm-shrinkwrap.json',
    'pnpm-lock.yaml',
    'yarn.lock',
    'bun.lock',
    'bun.lockb',
    'deno.lock',
    'Cargo.lock',
    'poetry.lock',
    'uv.lock',
    'pdm.lock',
    'pixi.lock',
    'Pipfile.lock',
    'Gemfile.lock',
    'gems.locked',
    'composer.lock',
    'flake.lock',
    'mix.lock',
    'rebar.lock',
    'pubspec.lock',
    'Podfile.lock',
    'Package.resolved',
    'gradle.lockfile',
    'buildscript-gradle.lockfile',
    'packages.lock.json',
    'paket.lock',
    'conan.lock',
    'Chart.lock',
    '.terraform.lock.hcl',
    'MODULE.bazel.lock',
]);

;// CONCATENATED MODULE: ./packages/git/src/merge/locks/regenerate-locks.ts

/** For the lock files that were taken whole. It comes last, because a lock file is made from the merged others. */
async function regenerateLocks(tree, resolutions, regenerate) {
    const files = new Map();
    for (const { path, step } of resolutions) {
        if (step !== 'lock-file' || isLockSet(path))
            continue;
        const content = await regenerate({ path, tree });
        if (content !== undefined)
            files.set(path, content);
    }
    return {
        files,
        resolutions: resolutions.map((one) => files.has(one.path) && one.step === 'lock-file' ? { path: one.path, step: one.step } : one),
    };
}

;// CONCATENATED MODULE: ./packages/git/src/merge/align-one-place.ts
/**
 * The alignment where it needs no search: one side changed nothing, both made the same of it, or all that
 * changed is one run of items of which neither side kept any. Nothing in any other case.
 */
function alignOnePlace(sides) {
    const { base, ours, theirs } = sides;
    const changed = isEqual(base, theirs) || isEqual(ours, theirs) ? ours : undefined;
    const items = changed ?? (isEqual(base, ours) ? theirs : undefined);
    if (items)
        return agreed(items);
    const start = sharedLength(sides, (items, index) => items[index]);
    const rest = cut(sides, start, 0);
    const end = sharedLength(rest, (items, index) => items.at(-1 - index));
    const hunk = cut(sides, start, end);
    if (!isReplaced(hunk))
        return undefined;
    const after = base.slice(base.length - end);
    return [...agreed(base.slice(0, start)), { is: 'hunk', hunk }, ...agreed(after)];
}
function isEqual(one, other) {
    return one.length === other.length && one.every((item, index) => item === other[index]);
}
function agreed(items) {
    return items.length > 0 ? [{ is: 'agreed', items }] : [];
}
/** How many items all three have in common, one after another. */
function sharedLength({ base, ours, theirs }, itemAt) {
    const differs = base.findIndex((_, index) => {
        const item = itemAt(base, index);
        return itemAt(ours, index) !== item || itemAt(theirs, index) !== item;
    });
    return differs < 0 ? base.length : differs;
}
function cut({ base, ours, theirs }, start, end) {
    const inner = (items) => items.slice(start, items.length - end);
    return { base: inner(base), ours: inner(ours), theirs: inner(theirs) };
}
/** An insertion or a deletion alone could be said to stand at more than one place. */
function isReplaced({ base, ours, theirs }) {
    const old = new Set(base);
    return ([base, ours, theirs].every(({ length }) => length > 0) &&
        ![...ours, ...theirs].some((item) => old.has(item)));
}

;// CONCATENATED MODULE: ./packages/git/src/merge/merge-apart.ts




/**
 * What git would make of two sides, where that is plain without asking it: what only one of them has changed
 * is taken as it is, and a text in which both have replaced the same lines is a conflict. Nothing in any
 * other case.
 */
async function mergeApart(objects, tip, { ours, theirs, edits }) {
    if (!meetInFilesAlone(ours, theirs))
        return undefined;
    const replaced = new Map(edits.map(({ path, after }) => [path, after]));
    const conflicts = [];
    for (const edit of edits) {
        if (!ours.paths.has(edit.path))
            continue;
        const met = await meet(objects, await objects.find(tip, edit.path), edit);
        if (met === undefined)
            return undefined;
        if (met !== 'theirs')
            replaced.delete(edit.path);
        if (typeof met === 'object')
            conflicts.push(met);
    }
    return { tree: await edit_tree_editTree(objects, tip, replaced), conflicts, notices: [] };
}
/** Whose version it is, or the conflict; nothing where git has to be asked. */
async function meet(objects, ours, { path, before: base, after: theirs }) {
    if (!base || !ours || !theirs)
        return undefined;
    if (merge_apart_isSame(ours, base))
        return 'theirs';
    if (merge_apart_isSame(ours, theirs))
        return 'ours';
    const name = toText(path);
    const isPlain = [base, ours, theirs].every(({ mode }) => mode === base.mode && mode.startsWith('100'));
    if (!isPlain || name.includes('\uFFFD'))
        return undefined;
    const [old = [], own = [], incoming = []] = await Promise.all([base, ours, theirs].map(({ object }) => readLines(objects, object)));
    const regions = alignOnePlace({ base: old, ours: own, theirs: incoming });
    const isConflict = regions?.some(({ is }) => is === 'hunk');
    return isConflict ? { path: name, base, ours, theirs } : undefined;
}
function merge_apart_isSame(one, other) {
    return one.object === other.object && one.mode === other.mode;
}
const mostBytes = 1_000_000;
/** As bytes, like git. None of what is no text to it, or is large: no place is found there. */
async function readLines(objects, name) {
    const look = await objects.look(name);
    if (look?.type !== 'blob' || look.size > mostBytes)
        return [];
    const blob = await objects.read(name);
    return !blob || blob.content.includes(0) ? [] : blob.content.toString('latin1').split('\n');
}

;// CONCATENATED MODULE: ./packages/git/src/merge/merge-trees.ts


/** Merges two commits in memory. */
async function mergeTrees(repository, tip, commit) {
    const args = [...settings, 'merge-tree', '--write-tree', '-z', '--messages', tip, commit];
    // Not in the checkout, whose attributes would be read, whatever commit they are of.
    const options = { cwd: repository.gitDir, env: { GIT_ATTR_NOSYSTEM: '1' } };
    const end = await git_tryGit(args, options);
    if (end.code !== 0 && end.code !== 1)
        throw remedies_failureOf(args, end);
    const merged = parseMergedTrees(end.stdout);
    const notices = merged.notices.map((notice) => nameReally(notice, [tip, commit]));
    return { ...merged, notices };
}
/** Of two things with one name git calls the one `name~<its side>`, and `name~<its side>_0` if that is taken. */
function nameReally(notice, sides) {
    const invented = new RegExp(`~(?:${sides.join('|')})(?:_\\d+)?$`);
    return { ...notice, paths: notice.paths.map((path) => path.replace(invented, '')) };
}
/** A person's own settings must not change what is merged. */
const settings = [
    // The empty tree: newer versions would read the attributes of HEAD or of the index.
    'attr.tree=4b825dc642cb6eb9a060e54bf8d69288fbee4904',
    'core.attributesFile=/dev/null',
    'merge.conflictStyle=merge',
    'merge.directoryRenames=conflict',
    'merge.renames=true',
    'merge.renormalize=false',
].flatMap((setting) => ['-c', setting]);
/** The tree, the conflicts, an empty field, the notices; all ended by NUL. */
function parseMergedTrees(output) {
    const [tree = '', ...fields] = output.split('\0');
    const end = fields.indexOf('');
    return {
        tree,
        conflicts: toConflicts(fields.slice(0, end)),
        notices: toNotices(fields.slice(end + 1)),
    };
}
const sides = { '1': 'base', '2': 'ours', '3': 'theirs' };
/** `<mode> <object> <stage>\t<path>` */
function toConflicts(fields) {
    const conflicts = new Map();
    for (const field of fields) {
        const [, mode, object, stage, path] = /^(\d+) (\w+) ([123])\t(.*)$/s.exec(field) ?? [];
        if (!mode || !object || !path)
            throw new Error(`not a conflict: ${JSON.stringify(field)}`);
        const side = sides[stage];
        conflicts.set(path, { ...(conflicts.get(path) ?? { path }), [side]: { mode, object } });
    }
    return [...conflicts.values()];
}
/** `<number of paths>`, the paths, `<type>`, `<text>` */
function toNotices(fields) {
    const notices = [];
    for (let at = 0; at + 2 < fields.length;) {
        const count = Number(fields[at]);
        const [type = '', text = ''] = fields.slice(at + 1 + count, at + 3 + count);
        notices.push({ paths: fields.slice(at + 1, at + 1 + count), type, text: text.trim() });
        at += 3 + count;
    }
    return notices;
}

;// CONCATENATED MODULE: ./packages/git/src/merge/encoding.ts
/** The text in some bytes; nothing if they are binary. UTF-16 is known by its mark of the byte order. */
function decodeText(bytes) {
    const encoding = encodingOf(bytes);
    if (encoding === 'utf-8' && bytes.includes(0))
        return undefined;
    try {
        const content = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
        return { content, encoding };
    }
    catch {
        return encoding === 'utf-8' ? decodeBytes(bytes) : undefined;
    }
}
/** Texts that are to be compared, all in one encoding where one of them is not in UTF-8. */
function decodeAlike(sides) {
    const texts = sides.map(decodeText);
    const isMixed = texts.some((text) => text?.encoding === 'latin1');
    const alike = texts.map((text, at) => isMixed && text?.encoding === 'utf-8' ? decodeBytes(sides[at] ?? Buffer.of()) : text);
    return alike.every((text) => text !== undefined) ? alike : undefined;
}
function decodeBytes(bytes) {
    return { content: Buffer.from(bytes).toString('latin1'), encoding: 'latin1' };
}
function encodeText({ content, encoding }) {
    if (encoding === 'utf-8')
        return Buffer.from(content, 'utf8');
    if (encoding === 'latin1')
        return Buffer.from(content, 'latin1');
    const bytes = Buffer.from(content.startsWith(mark) ? content : mark + content, 'utf16le');
    return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
const mark = '\uFEFF';
function encodingOf([first, second]) {
    if (first === 0xff && second === 0xfe)
        return 'utf-16le';
    return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

;// CONCATENATED MODULE: ./packages/git/src/merge/reconsider.ts






/** The paths that git merged line by line, and in which it found no conflict. */
function automaticPaths({ conflicts, notices }) {
    const inConflict = new Set(conflicts.map(({ path }) => path));
    const merged = notices.flatMap(({ type, paths }) => (type === 'Auto-merging' ? paths : []));
    return [...new Set(merged)].filter((path) => !inConflict.has(path));
}
/**
 * What git has merged by itself and yet is to go up the ladder: lock files, files that the attributes want
 * merged whole, and those that two clean edits have damaged, as by a comma too many. A file that a side
 * knows by another name is left as it is; whether it is damaged is still to be seen.
 */
async function reconsider(repository, merged, commits, attributes = new Map()) {
    const paths = automaticPaths(merged);
    const named = paths.filter((path) => isLockFile(path) || isWhole(attributes.get(path)));
    const others = paths.filter((path) => isChecked(path) && !named.includes(path));
    if (named.length + others.length === 0)
        return [];
    const conflicts = await readConflicts(repository, commits, [...named, ...others]);
    const damaged = await findDamaged(repository, merged.tree, conflicts, others);
    return conflicts.filter(({ path }) => named.includes(path) || damaged.has(path));
}
/** What merges cleanly is the same under `union`, and a driver is not run. */
function isWhole(attribute) {
    return attribute?.is === 'whole';
}
/** Files that git merged by itself, and for which somebody wants a driver to do it. */
function tellIgnoredDrivers(merged, attributes) {
    const paths = automaticPaths(merged).filter((path) => attributes.get(path)?.is === 'driver');
    return paths.map((path) => ({ path, step: 'driver-ignored' }));
}
async function readConflicts(repository, { base, tip, commit }, paths) {
    const trees = [base, tip, commit].map((tree) => readVersions(repository, tree, paths));
    const [before, own, incoming] = await Promise.all(trees);
    return paths.flatMap((path) => {
        const [base, ours, theirs] = [before, own, incoming].map((versions) => versions?.get(path));
        return base && ours && theirs ? [{ path, base, ours, theirs }] : [];
    });
}
/** The files there are by these names. */
async function readVersions(repository, commit, paths) {
    const objects = objects_objectsOf(repository);
    const versions = new Map();
    for (const path of paths) {
        const found = await objects.find(commit, tree_toBytes(path));
        if (found && !isDirectory(found))
            versions.set(path, found);
    }
    return versions;
}
async function findDamaged(repository, tree, conflicts, paths) {
    const suspects = conflicts.filter(({ path }) => paths.includes(path));
    const results = await readVersions(repository, tree, suspects.map(({ path }) => path));
    const versions = suspects.flatMap(({ path, ours, theirs }) => [ours, theirs, results.get(path)]);
    const objects = versions.flatMap((version) => version?.object ?? []);
    const contents = await blobs_readBlobs(repository, objects, longest);
    const read = (version) => {
        const bytes = version && contents.get(version.object);
        return (bytes && decodeText(bytes)?.content) ?? '';
    };
    const damaged = suspects.filter(({ path, ours, theirs }) => {
        const sources = [ours, theirs].map(read);
        return findDamage({ path, sources, content: read(results.get(path)) }) !== undefined;
    });
    return new Set(damaged.map(({ path }) => path));
}
const longest = 5_000_000;

;// CONCATENATED MODULE: ./packages/git/src/merge/align.ts






/** The hunks that git would show; git itself need only be asked where more than one place was changed. */
const align = async (sides) => alignOnePlace(sides) ?? alignByGit(sides);
/**
 * Git's own merge of three files, in which each line is the number of an item. So the items can be lines
 * or words, nothing in them can be taken for a conflict marker, and the hunks are those that git would show.
 */
async function alignByGit({ base, ours, theirs }) {
    const numbers = numberItems([base, ours, theirs]);
    const dir = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'wavefront-align-'));
    try {
        await Promise.all([
            (0,promises_.writeFile)((0,external_node_path_.join)(dir, 'base'), numbers.encode(base)),
            (0,promises_.writeFile)((0,external_node_path_.join)(dir, 'ours'), numbers.encode(ours)),
            (0,promises_.writeFile)((0,external_node_path_.join)(dir, 'theirs'), numbers.encode(theirs)),
        ]);
        return parseRegions(await mergeFile(dir), numbers.decode);
    }
    finally {
        await (0,promises_.rm)(dir, { recursive: true, force: true });
    }
}
async function mergeFile(dir) {
    const args = ['merge-file', '--stdout', '--quiet', '--diff3', 'ours', 'base', 'theirs'];
    const end = await git_tryGit(args, { cwd: dir });
    // The number of conflicts, or 255 for a failure.
    if (end.code < 0 || end.code > 127)
        throw remedies_failureOf(args, end);
    return end.stdout;
}
function numberItems(sequences) {
    const items = [...new Set(sequences.flat())];
    const numbers = new Map(items.map((item, number) => [item, number]));
    return {
        encode: (sequence) => sequence.map((item) => `${numbers.get(item)}\n`).join(''),
        decode: (line) => items[Number(line)] ?? '',
    };
}
/** Which side the lines after a marker belong to. */
const align_markers = [
    ['<<<<<<<', 'ours'],
    ['|||||||', 'base'],
    ['=======', 'theirs'],
    ['>>>>>>>', 'agreed'],
];
function parseRegions(output, decode) {
    const regions = [];
    let side = 'agreed';
    let found = empty();
    for (const line of output.split('\n').slice(0, -1)) {
        const next = align_markers.find(([marker]) => line.startsWith(marker))?.[1];
        if (next === undefined) {
            found[side].push(decode(line));
            continue;
        }
        side = next;
        if (side === 'ours' && found.agreed.length > 0)
            regions.push({ is: 'agreed', items: found.agreed });
        if (side === 'agreed')
            regions.push({ is: 'hunk', hunk: toHunk(found) });
        if (side === 'ours' || side === 'agreed')
            found = empty();
    }
    return found.agreed.length > 0 ? [...regions, { is: 'agreed', items: found.agreed }] : regions;
}
function empty() {
    return { agreed: [], base: [], ours: [], theirs: [] };
}
function toHunk({ base, ours, theirs }) {
    return { base, ours, theirs };
}

;// CONCATENATED MODULE: ./packages/git/src/merge/text.ts
function parseText(content) {
    const hasBom = content.startsWith(bom);
    const text = hasBom ? content.slice(bom.length) : content;
    const lineFeeds = text.match(/\n/g)?.length ?? 0;
    const pairs = text.match(/\r\n/g)?.length ?? 0;
    const eol = pairs > 0 && pairs === lineFeeds ? '\r\n' : '\n';
    const lines = text.split(eol);
    const endsWithEol = lines.at(-1) === '';
    if (endsWithEol)
        lines.pop();
    return { lines, eol, endsWithEol, hasBom };
}
const bom = '\uFEFF';
function renderText({ lines, eol, endsWithEol, hasBom }) {
    const start = hasBom ? bom : '';
    if (lines.length === 0)
        return start;
    return start + lines.join(eol) + (endsWithEol ? eol : '');
}
/** The lines of one text with the properties that three have between them. */
function renderMerged(lines, { base, ours, theirs }) {
    const change = (key) => changedValue(base[key], ours[key], theirs[key]);
    const [eol, endsWithEol, hasBom] = [change('eol'), change('endsWithEol'), change('hasBom')];
    return renderText({ lines, eol, endsWithEol, hasBom });
}
/** Of three values the one that was changed; the task's if both changed it. */
function changedValue(base, ours, theirs) {
    return theirs === base ? ours : theirs;
}

;// CONCATENATED MODULE: ./packages/git/src/merge/attributes/settle-union.ts

/** The lines of both sides, the tip's first: what `merge=union` asks for. */
async function settleUnion(sides, align) {
    const texts = {
        base: parseText(sides.base),
        ours: parseText(sides.ours),
        theirs: parseText(sides.theirs),
    };
    const hunk = { base: texts.base.lines, ours: texts.ours.lines, theirs: texts.theirs.lines };
    const regions = await align(hunk);
    const lines = regions.flatMap((region) => region.is === 'agreed' ? region.items : unite(region.hunk));
    const isClean = regions.every(({ is }) => is === 'agreed');
    return {
        content: renderMerged(lines, texts),
        decisions: isClean ? [] : [{ step: 'union' }],
    };
}
function unite({ ours, theirs }) {
    return [...ours, ...theirs];
}

;// CONCATENATED MODULE: ./packages/git/src/merge/missing-lines.ts
/** Of some lines, each as often as it is among them, those that others do not have as often. */
function missingLines(lines, others) {
    const left = new Map();
    for (const line of others)
        left.set(line, (left.get(line) ?? 0) + 1);
    return lines.filter((line) => {
        const count = left.get(line) ?? 0;
        left.set(line, count - 1);
        return count <= 0;
    });
}

;// CONCATENATED MODULE: ./packages/git/src/merge/stand-ins.ts

/** What a record says where there are no lines to show. */
const deletedFile = '(the file was deleted)';
const modifiedFile = '(the modified file stays)';
const emptyFile = '(empty file)';
const byResolver = '(as the resolver merged it)';
/** For a side without lines of its own at some place: what it did there is to delete some of the base's. */
function deletedLines(base, side) {
    const count = missingLines(base, side).length;
    return count === 0 ? '(no lines)' : countDeleted(count);
}
/** For the deletions of a side that has lines of its own besides: those of them that the other side undid. */
function undoneDeletions({ base, ours, theirs }) {
    const gone = Math.max(0, base.length - ours.length);
    const count = Math.min(gone, missingLines(theirs.filter(isOneOf(base)), ours).length);
    return count === 0 ? [] : [countDeleted(count)];
}
function isOneOf(lines) {
    const known = new Set(lines);
    return (line) => known.has(line);
}
function countDeleted(count) {
    return count === 1 ? '(1 line was deleted here)' : `(${count} lines were deleted here)`;
}
/** A file that cannot be shown, by the name under which git has it; `bytes` only where it was read. */
function unreadableFile(object, bytes) {
    const size = bytes === undefined ? 'too large to show' : `binary, ${bytes} bytes`;
    return `(${size}, blob ${object.slice(0, 12)})`;
}
/** Thousands of lines that a tool wrote and nobody reads. */
function lockFile(object, bytes) {
    const size = bytes === undefined ? '' : `, ${bytes} bytes`;
    return `(lock file${size}, blob ${object.slice(0, 12)})`;
}

;// CONCATENATED MODULE: ./packages/git/src/merge/steps/both-inserted.ts
/** Both sides only inserted at the same place: both stay, the tip's first, and what both inserted stands once. */
function bothInserted({ base, ours, theirs }) {
    if (base.length > 0)
        return undefined;
    const areLists = isList(ours) && isList(theirs);
    if ((areLists || isBlock(theirs)) && contains(ours, theirs))
        return ours;
    if ((areLists || isBlock(ours)) && contains(theirs, ours))
        return theirs;
    if (!areLists)
        return [...ours, ...theirs];
    const known = new Set(ours);
    return [...ours, ...theirs.filter((line) => !known.has(line))];
}
/** One side inserted all that the other did, and in one piece. */
function contains(whole, part) {
    return whole.some((_, start) => part.every((line, index) => whole[start + index] === line));
}
/** A single line may stand among others for reasons of its own. */
function isBlock(lines) {
    return lines.filter(hasWord).length > 1;
}
/**
 * Lines of one indentation with nothing left open, and no two of them alike: imports, entries, bullets. Each
 * stands for itself. In anything else, such as two functions that end with the same line, a shared line belongs
 * to its neighbours.
 */
function isList(lines) {
    const [first = ''] = lines;
    const isEntry = (line) => hasWord(line) && isBalanced(line) && indentation(line) === indentation(first);
    return new Set(lines).size === lines.length && lines.every(isEntry) && !lines.some(isFrame);
}
/** It begins or ends something: a heading, a fence, a key with its values to come, a closing word. */
function isFrame(line) {
    return /^\s*(?:#+\s|```|~~~)|:\s*$|^\W*(?:end\w*|else|fi|done|esac|break|continue|return|pass)\W*$/i.test(line);
}
function indentation(line) {
    return /^\s*/.exec(line)?.[0] ?? '';
}
function isBalanced(line) {
    const count = (characters) => line.match(characters)?.length ?? 0;
    return count(/[([{]/g) === count(/[)\]}]/g);
}
function hasWord(line) {
    return /[\p{L}\p{N}]/u.test(line);
}

;// CONCATENATED MODULE: ./packages/git/src/merge/pair-up.ts
/** The pairs, in order, that are most alike in sum. It takes as many steps as there are possible pairs. */
function pairUp({ rows, columns, likeness }) {
    const width = columns + 1;
    const best = new Float64Array((rows + 1) * width);
    const from = (row, column) => best[row * width + column] ?? 0;
    for (let row = rows - 1; row >= 0; row -= 1) {
        for (let column = columns - 1; column >= 0; column -= 1) {
            const alike = likeness(row, column);
            const paired = alike > 0 ? alike + from(row + 1, column + 1) : 0;
            best[row * width + column] = Math.max(paired, from(row + 1, column), from(row, column + 1));
        }
    }
    const pairs = [];
    for (let row = 0, column = 0; row < rows && column < columns;) {
        if (from(row, column) === from(row + 1, column))
            row += 1;
        else if (from(row, column) === from(row, column + 1))
            column += 1;
        else
            pairs.push([row++, column++]);
    }
    return pairs;
}

;// CONCATENATED MODULE: ./packages/git/src/merge/tokens.ts
/** Words, line breaks, runs of other white space, and every other character by itself. */
function tokenise(text) {
    return text.match(/[\p{L}\p{N}\p{M}_]+|\n|[^\S\n]+|./gsu) ?? [];
}
function isSpace(token) {
    return token.trim() === '';
}

;// CONCATENATED MODULE: ./packages/git/src/merge/steps/keep-inserts.ts


/** Finds the lines that the tip only inserted beside an edit that overlaps with the task's. */
function keepInserts({ base, ours, theirs }) {
    const inserted = findInserted(base, ours);
    const places = pairLines(base, theirs);
    const known = new Set(theirs);
    const kept = inserted
        .filter(({ line }) => line.trim() === '' || !known.has(line))
        .map((insert) => ({ ...insert, before: placeOf(insert.after, places) }));
    const lines = [...theirs, undefined].flatMap((line, at) => [
        ...kept.filter(({ before }) => before === at).map((insert) => insert.line),
        ...(line === undefined ? [] : [line]),
    ]);
    const taken = new Set(inserted.map(({ at }) => at));
    return {
        lines,
        others: ours.filter((_, at) => !taken.has(at)),
        keptBefore: (line) => kept.filter(({ before }) => before <= line).length,
    };
}
/** What stands where the base has nothing between two lines that are still there, be it edited. */
function findInserted(base, ours) {
    const pairs = [[-1, -1], ...pairLines(base, ours), [base.length, ours.length]];
    return pairs.slice(1).flatMap(([before, end], index) => {
        const [after = -1, start = -1] = pairs[index] ?? [];
        if (before !== after + 1)
            return [];
        return ours.slice(start + 1, end).map((line, at) => ({ at: start + 1 + at, line, after }));
    });
}
function placeOf(after, pairs) {
    const last = pairs.findLast(([before]) => before <= after);
    return last ? last[1] + 1 : 0;
}
/** Each line of the base with the line that it is or has become. Long hunks are not worth the time that it takes. */
function pairLines(base, side) {
    if (base.length * side.length > 40_000)
        return [];
    const [words, others] = [base.map(wordsOf), side.map(wordsOf)];
    const likeness = (row, column) => alike(words[row] ?? [], others[column] ?? []);
    return pairUp({ rows: base.length, columns: side.length, likeness });
}
/** The first hundred, which is more than people write on a line. */
function wordsOf(line) {
    return tokenise(line.slice(0, 1000))
        .filter((token) => !isSpace(token))
        .slice(0, 100);
}
/** From nothing to one: the share of words in common, if it is at least half. */
function alike(one, other) {
    const left = [...other];
    const common = one.filter((word) => {
        const at = left.indexOf(word);
        if (at >= 0)
            left.splice(at, 1);
        return at >= 0;
    });
    const total = one.length + other.length;
    const share = total === 0 ? 1 : (2 * common.length) / total;
    return share >= 0.5 ? share : 0;
}

;// CONCATENATED MODULE: ./packages/git/src/merge/steps/same-but-white-space.ts

/** Both sides made the same change, spaced differently: the task's way of spacing it, in the lines that it changed. */
function sameButWhiteSpace({ base, ours, theirs }) {
    if (written(ours) !== written(theirs))
        return undefined;
    const isLineByLine = ours.length === theirs.length &&
        theirs.every((line, at) => written([line]) === written([ours[at] ?? '']));
    const old = new Set(base);
    return theirs.map((line, at) => (isLineByLine && old.has(line) ? (ours[at] ?? line) : line));
}
/** Tokens and not characters, because `return x` is not `returnx`. */
function written(lines) {
    const tokens = tokenise(lines.join('\n'));
    return JSON.stringify(tokens.filter((token) => !isSpace(token)));
}

;// CONCATENATED MODULE: ./packages/git/src/merge/steps/take-apart.ts

/**
 * A hunk with the places that only one side changed told from those that both did. Git makes one hunk of edits
 * that touch each other. Here they are apart where they share none of the base's lines and do not both insert
 * at one place; edits that do are a smaller hunk, and it is the whole one if all of them do.
 */
function takeApart({ base, ours, theirs }) {
    const changes = [
        ...findChanges(base, ours).map((change) => ({ ...change, of: 'ours' })),
        ...findChanges(base, theirs).map((change) => ({ ...change, of: 'theirs' })),
    ];
    const parts = [];
    let done = 0;
    for (const { from, to, changes: some } of groupChanges(changes)) {
        parts.push({ is: 'agreed', items: base.slice(done, from) });
        const side = (of) => {
            const own = some.filter((change) => change.of === of);
            return apply(base, { from, to }, own);
        };
        parts.push(settle({ base: base.slice(from, to), ours: side('ours'), theirs: side('theirs') }));
        done = to;
    }
    return joinAgreed([...parts, { is: 'agreed', items: base.slice(done) }]);
}
function findChanges(base, side) {
    const changes = [];
    let [row, column] = [0, 0];
    for (const [nextRow, nextColumn] of [...pairEqual(base, side), [base.length, side.length]]) {
        if (row < nextRow || column < nextColumn)
            changes.push({ from: row, to: nextRow, by: side.slice(column, nextColumn) });
        [row, column] = [nextRow + 1, nextColumn + 1];
    }
    return changes;
}
/** Lines with words hold the others in their places. Long hunks are not worth the time that it takes. */
function pairEqual(base, side) {
    if (base.length * side.length > 1_000_000)
        return [];
    const weights = base.map((line) => (/[\p{L}\p{N}]/u.test(line) ? 1 : 0.1));
    const likeness = (row, column) => base[row] === side[column] ? (weights[row] ?? 0) : 0;
    return pairUp({ rows: base.length, columns: side.length, likeness });
}
function groupChanges(changes) {
    const groups = [];
    const inOrder = [...changes].sort((one, other) => one.from - other.from || one.to - other.to);
    for (const change of inOrder) {
        const last = groups.at(-1);
        if (!last || !isShared(last, change))
            groups.push({ ...change, changes: [change] });
        else {
            const to = Math.max(last.to, change.to);
            groups.splice(-1, 1, { from: last.from, to, changes: [...last.changes, change] });
        }
    }
    return groups;
}
function isShared(group, { from, to }) {
    const insertBoth = from === to && group.from === from && group.to === to;
    return insertBoth || from < group.to;
}
/** A run of the base's lines as a side has it. */
function apply(base, { from, to }, changes) {
    let lines = [];
    let done = from;
    for (const change of changes) {
        lines = lines.concat(base.slice(done, change.from), change.by);
        done = change.to;
    }
    return lines.concat(base.slice(done, to));
}
function settle(hunk) {
    const { base, ours, theirs } = hunk;
    if (take_apart_isEqual(base, ours) || take_apart_isEqual(ours, theirs))
        return { is: 'agreed', items: theirs };
    return take_apart_isEqual(base, theirs) ? { is: 'agreed', items: ours } : { is: 'hunk', hunk };
}
function take_apart_isEqual(one, other) {
    return one.length === other.length && one.every((item, index) => item === other[index]);
}
function joinAgreed(parts) {
    const joined = [];
    for (const part of parts) {
        const last = joined.at(-1);
        if (part.is === 'agreed' && last?.is === 'agreed')
            joined.splice(-1, 1, { is: 'agreed', items: [...last.items, ...part.items] });
        else if (part.is === 'hunk' || part.items.length > 0)
            joined.push(part);
    }
    return joined;
}

;// CONCATENATED MODULE: ./packages/git/src/merge/steps/task-lines.ts
function taskLines({ ours, theirs }) {
    const before = sharedStart(ours, theirs);
    const after = sharedStart(ours.slice(before).reverse(), theirs.slice(before).reverse());
    return {
        before: theirs.slice(0, before),
        gaveWay: ours.slice(before, ours.length - after),
        kept: theirs.slice(before, theirs.length - after),
    };
}
function sharedStart(one, other) {
    const differs = one.findIndex((line, index) => line !== other[index]);
    return differs < 0 ? one.length : differs;
}

;// CONCATENATED MODULE: ./packages/git/src/merge/steps/token-by-token.ts

/** Two edits on one line, a moved bracket: the same merge with words for lines, where it leaves no conflict. */
async function tokenByToken({ base, ours, theirs }, align) {
    if (base.length === 0 || ours.length === 0 || theirs.length === 0)
        return undefined;
    const regions = await align({ base: split(base), ours: split(ours), theirs: split(theirs) });
    const merged = regions.flatMap((region) => region.is === 'agreed' ? [region.items.join('')] : []);
    const text = merged.join('');
    const isClean = merged.length === regions.length && text.endsWith('\n');
    return isClean ? text.slice(0, -1).split('\n') : undefined;
}
function split(lines) {
    return tokenise(lines.map((line) => `${line}\n`).join(''));
}

;// CONCATENATED MODULE: ./packages/git/src/merge/settle-text.ts








/** Merges a text line by line; each hunk that is left takes the first step of the ladder that fits it. */
async function settleText(sides, align, options = {}) {
    const base = parseText(sides.base);
    const ours = parseText(sides.ours);
    const theirs = parseText(sides.theirs);
    const lines = [];
    const decisions = [];
    for (const region of await align({ base: base.lines, ours: ours.lines, theirs: theirs.lines })) {
        if (region.is === 'agreed') {
            for (const line of region.items)
                lines.push(line);
            continue;
        }
        for (const part of await settleHunk(region.hunk, align, options)) {
            const { decision } = part;
            if (decision)
                decisions.push({ ...decision, line: lines.length + (decision.line ?? 1) });
            for (const line of part.lines)
                lines.push(line);
        }
    }
    return { content: renderMerged(lines, { base, ours, theirs }), decisions };
}
/** In parts where that settles all of them, else as one. */
async function settleHunk(hunk, align, options) {
    const parts = await settleApart(hunk, align);
    return parts ?? [(await settlePlace(hunk, align)) ?? giveWayIn(hunk, options)];
}
async function settleApart(hunk, align) {
    const regions = takeApart(hunk);
    if (regions.length === 1 && regions[0]?.is === 'hunk')
        return undefined;
    const parts = [{ lines: [], decision: { step: 'side-by-side' } }];
    for (const region of regions) {
        const part = region.is === 'agreed' ? { lines: region.items } : await settlePlace(region.hunk, align);
        if (!part)
            return undefined;
        parts.push(part);
    }
    return parts;
}
/** What both sides changed, where nobody's lines need give way. */
async function settlePlace(hunk, align) {
    const tokens = await tokenByToken(hunk, align);
    if (tokens)
        return { lines: tokens, decision: { step: 'token-by-token' } };
    // Before the next one, which would keep an insertion that both made twice, spaced differently.
    const same = sameButWhiteSpace(hunk);
    if (same)
        return { lines: same, decision: { step: 'same-but-white-space' } };
    const both = bothInserted(hunk);
    return both && { lines: both, decision: { step: 'both-inserted' } };
}
function giveWayIn(hunk, options) {
    if (!options.keepInserts)
        return giveWay(hunk);
    const { lines, others, keptBefore } = keepInserts(hunk);
    // Both made the same change, and the tip inserted something beside it.
    if (others.join('\n') === hunk.theirs.join('\n'))
        return { lines, decision: { step: 'both-inserted' } };
    const { decision } = giveWay({ ...hunk, ours: others });
    const line = (decision.line ?? 1) + keptBefore((decision.line ?? 1) - 1);
    return { lines, decision: { ...decision, line } };
}
function giveWay(hunk) {
    const { before, gaveWay, kept } = taskLines(hunk);
    const decision = {
        step: 'task-lines',
        line: before.length + 1,
        gaveWay: {
            lines: gaveWay.length > 0
                ? [...gaveWay, ...undoneDeletions(hunk)]
                : [deletedLines(hunk.base, hunk.ours)],
            kept: kept.length > 0 ? kept : [deletedLines(hunk.base, hunk.theirs)],
            of: 'tip',
        },
    };
    return { lines: hunk.theirs, decision };
}

;// CONCATENATED MODULE: ./packages/git/src/merge/json/comments.ts

/** The comments of a text in their order. */
function readComments(text) {
    const comments = [];
    const onComment = (offset, length) => {
        comments.push(text.slice(offset, offset + length));
    };
    (0,main.visit)(text, { onComment }, { allowTrailingComma: true });
    return comments;
}

;// CONCATENATED MODULE: ./packages/git/src/merge/json/line-of.ts

/** Tells the line, from 1, on which a key stands; that of the innermost object there is where the key is gone. */
function createLineFinder(root) {
    const ends = [...root.text.matchAll(/\n/g)].map(({ index }) => index);
    return (path) => countBefore(ends, startOf(root, path)) + 1;
}
function startOf(root, path) {
    let value = root;
    let start = root.start;
    for (const key of path) {
        const member = value.kind === 'object' ? byKey(value.members).get(key) : undefined;
        if (!member)
            break;
        value = member.value;
        start = member.start;
    }
    return start;
}
function countBefore(sorted, limit) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] ?? limit) < limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

;// CONCATENATED MODULE: ./packages/git/src/merge/json/layout.ts

function readLayout({ text, start, end, members }) {
    const slots = [];
    let at = start + 1;
    let hasTrailingComma = false;
    for (const [index, member] of members.entries()) {
        const gap = text.slice(member.end, members[index + 1]?.start ?? end - 1);
        const { whole, pre, comma, post } = readGap(gap);
        slots.push({ member, lead: text.slice(at, member.start), pre, post });
        at = member.end + whole.length;
        hasTrailingComma = comma !== '';
    }
    return { slots, close: text.slice(at, end - 1), hasTrailingComma };
}
const comment = String.raw `\/\/[^\n]*|\/\*[^\n]*?\*\/(?=[ \t]*(?:\n|$))`;
const withComma = new RegExp(String.raw `^((?:\s|\/\/[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*),([ \t]*(?:${comment}))?`);
const withoutComma = new RegExp(String.raw `^[ \t]*(?:${comment})`);
function readGap(gap) {
    const [whole, pre = '', post = ''] = withComma.exec(gap) ?? [];
    if (whole !== undefined)
        return { whole, pre, comma: ',', post };
    const [comment = ''] = withoutComma.exec(gap) ?? [];
    return { whole: comment, pre: '', comma: '', post: comment };
}
/** Writes a container as `ours` was written, with these members in it; `theirs` says how, where ours was empty. */
function renderContainer(ours, theirs, parts) {
    const layout = readLayout(ours);
    const style = readStyle(ours, theirs);
    const [open = '', shut = ''] = ours.kind === 'array' ? '[]' : '{}';
    const written = parts.map(({ body, slot }, index) => {
        const isLast = index === parts.length - 1;
        const comma = isLast && !layout.hasTrailingComma ? '' : ',';
        const lead = leadOf(slot, index, { layout, style });
        return lead + body + (slot?.pre ?? '') + comma + (slot?.post ?? '');
    });
    return open + written.join('') + closeOf(layout, style, parts.length) + shut;
}
function readStyle(ours, theirs) {
    const model = ours.members.length > 0 ? ours : theirs;
    const { slots, close } = readLayout(model);
    const line = slots
        .map(({ lead }) => /\n([ \t]*)$/.exec(lead)?.[1])
        .find((indent) => indent !== undefined);
    const between = slots[1]?.lead ?? (/:\s/.test(model.text) ? ' ' : '');
    const first = slots[0]?.lead ?? '';
    if (model === ours || line === undefined)
        return { indent: line, first, between, close };
    const outer = indentAt(ours.text, ours.start);
    const unit = line.slice(indentAt(theirs.text, theirs.start).length);
    return { indent: outer + unit, first, between, close: `\n${outer}` };
}
/** A member that comes to stand first on a line of several, or stops to, changes its lead. */
function leadOf(slot, index, { layout, style }) {
    const wasFirst = slot === layout.slots[0];
    const isPlain = slot === undefined || slot.lead.trim() === '';
    if (slot && (wasFirst === (index === 0) || !isPlain || slot.lead.includes('\n')))
        return slot.lead;
    if (style.indent !== undefined)
        return `\n${style.indent}`;
    return index === 0 ? style.first : style.between;
}
function closeOf(layout, style, count) {
    if (count === 0)
        return layout.close.trim() === '' ? '' : layout.close;
    return layout.slots.length === 0 && layout.close.trim() === '' ? style.close : layout.close;
}
/** The white space at the start of the line on which something stands. */
function indentAt(text, offset) {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
/** A piece of one text, as it is written where lines are indented otherwise. */
function reindent(piece, to) {
    const [first = '', ...others] = textOf(piece).split('\n');
    // What stands on one line may stand on a very long one, of which the start is far away.
    if (others.length === 0)
        return first;
    const from = indentAt(piece.text, piece.start);
    const start = to();
    const moved = others.map((line) => line.startsWith(from) ? start + line.slice(from.length) : line);
    return [first, ...moved].join('\n');
}
/** For members of the task's that come to stand in ours. */
function indentOfMembers(ours, theirs) {
    return readStyle(ours, theirs).indent ?? indentAt(ours.text, ours.start);
}

;// CONCATENATED MODULE: ./packages/git/src/merge/json/merge-arrays.ts




/**
 * Item by item, aligned as lines are. Where each item stands but once in every version, the list is taken for
 * a set: what both sides added, wherever, stands once.
 */
async function mergeArrays(sides, place) {
    const { ours, theirs } = sides;
    const base = sides.base?.kind === 'array' ? sides.base : undefined;
    const values = { base: valuesOf(base), ours: valuesOf(ours), theirs: valuesOf(theirs) };
    const isSet = [values.base, values.ours, values.theirs].every((items) => new Set(items).size === items.length);
    const queues = { base: queueOf(base), ours: queueOf(ours), theirs: queueOf(theirs) };
    const slots = new Map(readLayout(ours).slots.map((slot) => [slot.member, slot]));
    const work = { sides, place, queues, slots, indent: () => indentOfMembers(ours, theirs) };
    const items = [];
    for (const region of await place.align(values)) {
        if (region.is === 'agreed')
            items.push(...region.items.flatMap((item) => takeAgreed(item, work)));
        else
            items.push(...(await settleItems(region.hunk, work)));
    }
    return renderContainer(ours, theirs, isSet ? once(items) : items);
}
function valuesOf(array) {
    return array?.members.map(({ value }) => canonical(value)) ?? [];
}
/** Backwards, because the end is where something can be taken from quickly. */
function queueOf(array) {
    const queue = new Map();
    for (const member of array?.members.toReversed() ?? []) {
        const value = canonical(member.value);
        const same = queue.get(value);
        if (same)
            same.push(member);
        else
            queue.set(value, [member]);
    }
    return queue;
}
function takeAgreed(item, work) {
    const own = work.queues.ours.get(item)?.pop();
    const incoming = work.queues.theirs.get(item)?.pop();
    if (own)
        return [toOwn(own, work)];
    return incoming ? [toIncoming(incoming, work)] : [];
}
/** Items that both sides changed: both insertions stay, as many items as before are merged one by one. */
async function settleItems(hunk, work) {
    const { sides, place } = work;
    const take = (side) => hunk[side].flatMap((item) => work.queues[side].get(item)?.pop() ?? []);
    const [base, ours, theirs] = [take('base'), take('ours'), take('theirs')];
    if (base.length === 0) {
        const incoming = theirs.map((member) => toIncoming(member, work));
        return [...ours.map((member) => toOwn(member, work)), ...incoming];
    }
    if (base.length === ours.length && base.length === theirs.length)
        return mergePairs({ base, ours, theirs }, work);
    const gaveWay = {
        lines: shown(sides.ours, ours, base),
        kept: shown(sides.theirs, theirs, base),
        of: 'tip',
    };
    place.note({ path: place.path, step: 'json-by-key', gaveWay });
    return theirs.map((member) => toIncoming(member, work));
}
async function mergePairs({ base, ours, theirs }, work) {
    const items = [];
    for (const [index, own] of ours.entries()) {
        const incoming = theirs[index];
        if (!incoming)
            continue;
        const pair = { base: base[index]?.value, ours: own.value, theirs: incoming.value };
        const body = await mergeValues(pair, work.place);
        items.push({ ...toOwn(own, work), body, value: body });
    }
    return items;
}
function shown(array, members, base) {
    const [first] = members;
    const last = members.at(-1);
    if (!first || !last)
        return [deletedLines(base.map(String), [])];
    return linesOf({ text: array.text, start: first.start, end: last.end });
}
function toOwn(member, { sides: { ours }, slots }) {
    const slot = slots.get(member);
    const body = ours.text.slice(member.start, member.end);
    return { value: canonical(member.value), body, ...(slot && { slot }) };
}
function toIncoming({ value }, { indent }) {
    return { value: canonical(value), body: reindent(value, indent) };
}
function once(items) {
    const seen = new Set();
    return items.filter(({ value }) => !seen.has(value) && seen.add(value));
}

;// CONCATENATED MODULE: ./packages/git/src/merge/json/merge-objects.ts




/** Key by key: what one side alone added, changed or deleted is so; what both did, the task did. */
async function mergeObjects(sides, place) {
    const { ours, theirs } = sides;
    const entries = [];
    for (const slot of readLayout(ours).slots) {
        const entry = await settleKey(slot, sides, within(place, slot.member.key));
        if (entry)
            entries.push(entry);
    }
    const findPlace = placesFor(sides);
    const indent = () => indentOfMembers(ours, theirs);
    for (const member of theirs.members) {
        if (!isComing(member, sides, within(place, member.key)))
            continue;
        const { key, start, end } = member;
        const body = reindent({ text: theirs.text, start, end }, indent);
        entries.splice(findPlace(key, entries), 0, { key, body });
    }
    return renderContainer(ours, theirs, entries);
}
function within(place, key) {
    return { ...place, path: [...place.path, key] };
}
function membersOf(value) {
    return byKey(value?.kind === 'object' ? value.members : []);
}
/** A key of ours; nothing if the task deleted it. */
async function settleKey(slot, { base, ours, theirs }, place) {
    const { key, start, end, value } = slot.member;
    const before = membersOf(base).get(key);
    const incoming = membersOf(theirs).get(key);
    if (incoming) {
        const shown = {
            ours: { text: ours.text, start, end },
            theirs: { text: theirs.text, start: incoming.start, end: incoming.end },
        };
        const both = { base: before?.value, ours: value, theirs: incoming.value, shown };
        const merged = await mergeValues(both, place);
        return { key, slot, body: ours.text.slice(start, value.start) + merged };
    }
    if (!before)
        return { key, slot, body: ours.text.slice(start, end) };
    if (!isSame(before.value, value)) {
        const lines = linesOf({ text: ours.text, start, end });
        const kept = [deletedLines(lines, [])];
        place.note({ path: place.path, step: 'json-by-key', gaveWay: { lines, kept, of: 'tip' } });
    }
    return undefined;
}
/** Whether a key of the task's that ours lacks comes in: it is new, or changed after all. */
function isComing(member, { base, ours, theirs }, place) {
    const { key, value, start, end } = member;
    if (membersOf(ours).has(key))
        return false;
    const before = membersOf(base).get(key);
    if (!base || !before)
        return true;
    if (isSame(before.value, value))
        return false;
    const gone = linesOf({ text: base.text, start: before.start, end: before.end });
    const kept = linesOf({ text: theirs.text, start, end });
    const gaveWay = { lines: [deletedLines(gone, [])], kept, of: 'tip' };
    place.note({ path: place.path, step: 'json-by-key', gaveWay });
    return true;
}
/**
 * Where a key of the task's comes to stand: in its alphabetical place, if both sides keep one; otherwise behind
 * the key that it stands behind, and behind what the tip added there.
 */
function placesFor({ base, ours, theirs, }) {
    const isSorted = [ours, theirs].every(({ members }) => isAlphabetical(members));
    const order = new Map(theirs.members.map(({ key }, index) => [key, index]));
    const known = membersOf(base);
    const indexOf = (key) => order.get(key) ?? Number.POSITIVE_INFINITY;
    const isOurs = (key = '') => !order.has(key) && !known.has(key);
    return (key, entries) => {
        if (isSorted) {
            const next = entries.findIndex((entry) => compare(entry.key, key) > 0);
            return next < 0 ? entries.length : next;
        }
        let at = entries.findLastIndex((entry) => indexOf(entry.key) < indexOf(key)) + 1;
        while (at < entries.length && isOurs(entries[at]?.key))
            at += 1;
        return at;
    };
}
function isAlphabetical(members) {
    if (members.length < 2)
        return false;
    return members.every(({ key }, index) => index === 0 || compare(members[index - 1]?.key ?? '', key) < 0);
}
/** As npm sorts dependencies; the same on every machine. */
function compare(one, other) {
    return one.localeCompare(other, 'en');
}

;// CONCATENATED MODULE: ./packages/git/src/merge/json/merge-values.ts





/** The text of the merged value, as it stands in ours. */
async function mergeValues(sides, place) {
    const { base, ours, theirs } = sides;
    if (isSame(ours, theirs) || (base && isSame(base, theirs)))
        return textOf(ours);
    if (ours.kind === 'object' && theirs.kind === 'object')
        return mergeObjects(sides, place);
    if (ours.kind === 'array' && theirs.kind === 'array')
        return mergeArrays(sides, place);
    const kept = reindent(theirs, () => indentAt(ours.text, ours.start));
    if (base && isSame(base, ours))
        return kept;
    const words = base && (await mergeWords({ base, ours, theirs }, place.align));
    if (words) {
        place.note({ path: place.path, step: 'token-by-token' });
        return words;
    }
    const { shown = sides } = sides;
    const gaveWay = { lines: linesOf(shown.ours), kept: linesOf(shown.theirs), of: 'tip' };
    place.note({ path: place.path, step: 'json-by-key', gaveWay });
    return kept;
}
/**
 * The whole lines on which something stands, so that they can be found in the file they come from; only what
 * is meant where everything is on one line.
 */
function linesOf({ text, start, end }) {
    const before = text.slice(Math.max(0, start - farAway), start);
    const after = text.slice(end, end + farAway);
    const from = before.length < farAway ? 0 : undefined;
    const to = after.length < farAway ? after.length : undefined;
    const head = before.includes('\n') ? before.lastIndexOf('\n') + 1 : from;
    const tail = after.includes('\n') ? after.indexOf('\n') : to;
    const own = text.slice(start, end);
    const isNear = head !== undefined && tail !== undefined;
    return (isNear ? before.slice(head) + own + after.slice(0, tail) : own).split('\n');
}
const farAway = 200;
/** Sentences and commands. A version or a name that is a bit of each side's would be nobody's. */
async function mergeWords({ base, ours, theirs }, align) {
    const texts = [base, ours, theirs].map(textOf);
    if (!texts.every((text) => text.startsWith('"') && /\s/.test(text)))
        return undefined;
    const [first = '', second = '', third = ''] = texts;
    const merged = await tokenByToken({ base: [first], ours: [second], theirs: [third] }, align);
    const text = merged?.join('\n');
    return text !== undefined && isStrictJson(text) ? text : undefined;
}

;// CONCATENATED MODULE: ./packages/git/src/merge/json/merge-json.ts





/**
 * Merges JSON by key: the tip's text with the task's changes put into it, so that what nobody changed stays
 * as it is written. Nothing if a side cannot be read, a key stands twice, the task changed a comment, or the
 * result would lack a comment that the tip wrote: then the lines are the better measure.
 */
async function mergeJson(sides, align) {
    if (sides.ours === sides.base)
        return { content: sides.theirs, decisions: [] };
    const texts = {
        base: parseText(sides.base),
        ours: parseText(sides.ours),
        theirs: parseText(sides.theirs),
    };
    const base = parseJson(plain(texts.base));
    const ours = parseJson(plain(texts.ours));
    const theirs = parseJson(plain(texts.theirs));
    if (!base || !ours || !theirs)
        return undefined;
    const comments = { base: readComments(base.text), theirs: readComments(theirs.text) };
    if (comments.base.join('\n') !== comments.theirs.join('\n'))
        return undefined;
    const settled = [];
    const place = { path: [], align, note: (one) => void settled.push(one) };
    const value = await mergeValues({ base, ours, theirs }, place);
    const content = ours.text.slice(0, ours.start) + value + ours.text.slice(ours.end);
    const merged = parseJson(content);
    if (!merged || losesComments(ours, content, comments.base))
        return undefined;
    return {
        content: renderMerged(parseText(content).lines, texts),
        decisions: toDecisions(merged, settled),
    };
}
/** How lines end and whether a mark of the byte order stands in front are properties of the file. */
function plain(text) {
    return renderText({ ...text, eol: '\n', hasBom: false });
}
function losesComments(ours, content, known) {
    const there = new Set([...known, ...readComments(content)]);
    return readComments(ours.text).some((comment) => !there.has(comment));
}
/** The file as a whole was settled by key; each place at which somebody's value gave way is told besides. */
function toDecisions(merged, settled) {
    const lineOf = createLineFinder(merged);
    const places = settled.map(({ path, step, gaveWay }) => ({
        step,
        line: lineOf(path),
        ...(gaveWay && { gaveWay }),
    }));
    return [{ step: 'json-by-key' }, ...places];
}

;// CONCATENATED MODULE: ./packages/git/src/merge/json/settle-json.ts



/**
 * By lines where that keeps everything and leaves it valid, as git itself does where it sees no conflict: it
 * knows a key that was renamed from one that was deleted. Else by key.
 */
async function settleJson(path, texts, align) {
    const byLine = await settleText(texts, align);
    const sources = [texts.ours, texts.theirs];
    const isRight = byLine.decisions.every(({ gaveWay }) => gaveWay === undefined) &&
        findDamage({ path, sources, content: byLine.content }) === undefined;
    return isRight ? byLine : mergeJson(texts, align);
}

;// CONCATENATED MODULE: ./packages/git/src/merge/locks/go-sum.ts

/**
 * All lines of both sides, sorted as `go` sorts them. Those that one side dropped stay, because what the
 * other side added may be in need of them; `go mod tidy` drops them again.
 */
function joinSums(sides) {
    const texts = {
        base: parseText(sides.base),
        ours: parseText(sides.ours),
        theirs: parseText(sides.theirs),
    };
    const lines = new Set([...texts.ours.lines, ...texts.theirs.lines].filter((line) => line.trim() !== ''));
    const sums = [...lines].map(parseSum).sort(go_sum_inOrder);
    const twice = sums.find((sum, index) => index > 0 && isOther(sum, sums[index - 1]));
    if (twice)
        return { is: 'contradictory', module: `${twice.path} ${twice.version}` };
    const sorted = sums.map(({ line }) => line);
    return { is: 'joined', content: renderMerged(sorted, texts) };
}
/** `<module> <version>[/go.mod] <algorithm>:<hash>` */
function parseSum(line) {
    const [path = '', version = '', hash = ''] = line.trim().split(/\s+/);
    return { line, path, version, hash };
}
function isOther(one, other) {
    if (!other || one.path !== other.path || one.version !== other.version)
        return false;
    const [algorithm] = one.hash.split(':');
    return one.hash !== other.hash && other.hash.startsWith(`${algorithm}:`);
}
/** By module, then by version, the sum of the module itself before that of its go.mod. */
function go_sum_inOrder(one, other) {
    const [version = '', file = ''] = one.version.split('/', 2);
    const [otherVersion = '', otherFile = ''] = other.version.split('/', 2);
    return (compareText(one.path, other.path) ||
        go_sum_compareVersions(version, otherVersion) ||
        compareText(file, otherFile) ||
        compareText(one.hash, other.hash));
}
/** By precedence as semver has it; what comes out equal is told apart by its text. */
function go_sum_compareVersions(one, other) {
    const [a, b] = [parseVersion(one), parseVersion(other)];
    for (const [index, number] of a.numbers.entries()) {
        const difference = compareNumbers(number, b.numbers[index] ?? '0');
        if (difference !== 0)
            return difference;
    }
    return comparePrereleases(a.prerelease, b.prerelease) || compareText(one, other);
}
function parseVersion(version) {
    const [, core = '', prerelease = ''] = /^v?([\d.]+)(?:-([^+]*))?/.exec(version) ?? [];
    return { numbers: core.split('.'), prerelease: prerelease === '' ? [] : prerelease.split('.') };
}
/** A release comes after all that led up to it. */
function comparePrereleases(one, other) {
    if (one.length === 0 || other.length === 0)
        return other.length - one.length;
    for (const [index, part] of one.entries()) {
        const match = other[index];
        if (match === undefined)
            return 1;
        const difference = compareParts(part, match);
        if (difference !== 0)
            return difference;
    }
    return one.length - other.length;
}
function compareParts(one, other) {
    const [isNumber, isOtherNumber] = [one, other].map((part) => /^\d+$/.test(part));
    if (isNumber && isOtherNumber)
        return compareNumbers(one, other);
    if (isNumber !== isOtherNumber)
        return isNumber ? -1 : 1;
    return compareText(one, other);
}
/** Dates and hashes have more digits than a number holds. */
function compareNumbers(one, other) {
    return one.length - other.length || compareText(one, other);
}
function compareText(one, other) {
    if (one === other)
        return 0;
    return one < other ? -1 : 1;
}

;// CONCATENATED MODULE: ./packages/git/src/merge/locks/settle-lock.ts





/** Never line by line: sets are joined, anything else is taken whole from the task. */
function settleLock(conflict, contents) {
    const joined = isLockSet(conflict.path) ? settleSet(conflict, contents) : undefined;
    return joined ?? takeWhole(conflict, contents);
}
function settleSet({ base, ours, theirs }, contents) {
    const [before, own, incoming] = [base, ours, theirs].map((version) => readText(version, contents));
    if (own === undefined || incoming === undefined)
        return undefined;
    const joined = joinSums({ base: before ?? '', ours: own, theirs: incoming });
    if (joined.is === 'contradictory') {
        return { is: 'requeued', why: `both sides have a sum for ${joined.module}, and not the same` };
    }
    const mode = changedValue(base?.mode ?? ours.mode, ours.mode, theirs.mode);
    const { content } = joined;
    return { is: 'text', mode, content, decisions: [{ step: 'lock-set' }] };
}
function readText(version, contents) {
    const bytes = version && contents.get(version.object);
    return bytes && decodeText(bytes)?.content;
}
function takeWhole({ ours, theirs }, contents) {
    const show = ({ object }) => [lockFile(object, contents.get(object)?.length)];
    const gaveWay = { lines: show(ours), kept: show(theirs), of: 'tip', isUnseen: true };
    return { is: 'version', version: theirs, decisions: [{ step: 'lock-file', gaveWay }] };
}

;// CONCATENATED MODULE: ./packages/git/src/merge/resolver/settle-by-resolver.ts




/** A tool's merge is taken as it is; the lines of which it left nothing are recorded as any others. */
async function settleByResolver(path, sides, resolve) {
    const content = await resolve(path, sides);
    if (content === undefined)
        return undefined;
    const gone = ['tip', 'task'].flatMap((of) => findGone(of, sides, content));
    const decisions = gone.map((gaveWay) => ({ step: 'resolver', gaveWay }));
    return { content, decisions: decisions.length > 0 ? decisions : [{ step: 'resolver' }] };
}
/**
 * The lines that a side added and that are not there as often as it had them, but for those whose words are in
 * the lines that the tool has put together itself.
 */
function findGone(of, { base, ours, theirs }, content) {
    const [before, after] = [settle_by_resolver_linesOf(base), settle_by_resolver_linesOf(content)];
    const known = new Set([...before, ...settle_by_resolver_linesOf(ours), ...settle_by_resolver_linesOf(theirs)]);
    const words = new Set(tokenise(after.filter((line) => !known.has(line)).join('\n')));
    const isMixed = (line) => tokenise(line).every((word) => isSpace(word) || words.has(word));
    const added = missingLines(settle_by_resolver_linesOf(of === 'tip' ? ours : theirs), before);
    const lines = missingLines(added, missingLines(after, before)).filter((line) => !isMixed(line));
    return lines.length > 0 ? [{ lines, kept: [byResolver], of }] : [];
}
function settle_by_resolver_linesOf(text) {
    return parseText(text).lines;
}

;// CONCATENATED MODULE: ./packages/git/src/merge/settle-conflict.ts












/**
 * Settles one path. Cases, in this order: a submodule, or nothing that we know (requeued); deleted on one
 * side (the modified file stays); a lock file (joined or the task's); in no common base, not a regular file,
 * binary, too large, or not to be merged at all (the task's file); text, by the first of these that can:
 * both sides' lines where the attributes ask for them, JSON by line or by key, hunk by hunk, the user's tool
 * where lines would give way and it leaves out fewer.
 */
async function settleConflict(conflict, contents, options = {}) {
    const { path, base, ours, theirs } = conflict;
    if ([base, ours, theirs].some((version) => version?.mode === settle_conflict_submodule)) {
        return { is: 'requeued', why: 'a submodule was changed on both sides' };
    }
    const left = ours ?? theirs;
    if (left && !(ours && theirs))
        return settleDeleted(left, ours ? 'task' : 'tip');
    if (!ours || !theirs)
        return { is: 'requeued', why: 'it is on neither side any more' };
    const isRegular = [base, ours, theirs].every((version) => version?.mode !== symlink);
    if (isLockFile(path) && isRegular)
        return settleLock({ ...conflict, ours, theirs }, contents);
    const attribute = options.attributes?.get(path);
    const before = base ?? (attribute?.is === 'union' ? emptyVersion(ours) : undefined);
    const sides = before && { base: before, ours, theirs };
    const texts = sides && isRegular && readTexts(sides, contents);
    if (!sides || !texts || attribute?.is === 'whole')
        return settleWhole({ base, ours, theirs }, contents);
    const settled = await settleTexts(path, toContents(texts), options);
    return checkText(settled, { path, sides, texts, attribute });
}
const settle_conflict_submodule = '160000';
const symlink = '120000';
const settle_conflict_nothing = '';
/** For two files that have nothing in common, and are yet to be merged. */
function emptyVersion({ mode }) {
    return { mode, object: settle_conflict_nothing };
}
async function settleTexts(path, texts, options) {
    if (options.attributes?.get(path)?.is === 'union')
        return settleUnion(texts, align);
    const json = isJsonPath(path) ? await settleJson(path, texts, align) : undefined;
    if (json)
        return json;
    const byLine = await settleText(texts, align, options);
    if (!options.resolve || countGone(byLine) === 0)
        return byLine;
    const resolved = await settleByResolver(path, texts, options.resolve);
    return resolved && countGone(resolved) < countGone(byLine) ? resolved : byLine;
}
function countGone({ decisions }) {
    return decisions.flatMap(({ gaveWay }) => gaveWay?.lines ?? []).length;
}
function checkText({ content, decisions }, { path, sides, texts, attribute }) {
    const { base, ours, theirs } = texts;
    const damage = findDamage({ path, sources: [ours.content, theirs.content], content });
    if (damage)
        return { is: 'requeued', why: damage };
    const encoding = changedValue(base.encoding, ours.encoding, theirs.encoding);
    return {
        is: 'text',
        mode: changedValue(sides.base.mode, sides.ours.mode, sides.theirs.mode),
        content: encoding === 'utf-8' ? content : Buffer.from(encodeText({ content, encoding })),
        decisions: [...(attribute?.is === 'driver' ? [ignored] : []), ...decisions],
    };
}
const ignored = { step: 'driver-ignored' };
function settleDeleted(version, deletedBy) {
    const gaveWay = { lines: [deletedFile], kept: [modifiedFile], of: deletedBy };
    return { is: 'version', version, decisions: [{ step: 'modified-file', gaveWay }] };
}
/** The task's file; what the tip did to its mode alone stays. */
function settleWhole({ base, ours, theirs }, contents) {
    const shown = settle_conflict_linesOf(ours, contents);
    const gaveWay = {
        lines: shown ?? [unreadableFile(ours.object, contents.get(ours.object)?.length)],
        kept: settle_conflict_linesOf(theirs, contents) ?? [
            unreadableFile(theirs.object, contents.get(theirs.object)?.length),
        ],
        of: 'tip',
        ...(!shown && { isUnseen: true }),
    };
    const isLink = [ours, theirs].some(({ mode }) => mode === symlink);
    const mode = base && !isLink ? changedValue(base.mode, ours.mode, theirs.mode) : theirs.mode;
    const version = { ...theirs, mode };
    return { is: 'version', version, decisions: [{ step: 'task-file', gaveWay }] };
}
/** Nothing where it cannot be shown. */
function settle_conflict_linesOf({ object }, contents) {
    const bytes = contents.get(object);
    const text = bytes && decodeText(bytes)?.content;
    if (text === undefined)
        return undefined;
    const { lines } = parseText(text);
    return lines.length > 0 ? lines : [emptyFile];
}
function readTexts(versions, contents) {
    const sides = [versions.base, versions.ours, versions.theirs].map(({ object }) => object === settle_conflict_nothing ? Buffer.of() : contents.get(object));
    if (!sides.every((bytes) => bytes !== undefined))
        return undefined;
    const [base, ours, theirs] = decodeAlike(sides) ?? [];
    return base && ours && theirs && { base, ours, theirs };
}
function toContents({ base, ours, theirs }) {
    return { base: base.content, ours: ours.content, theirs: theirs.content };
}

;// CONCATENATED MODULE: ./packages/git/src/merge/writers.ts








/**
 * Tells who wrote some of a file's lines on the tip: the last on the first-parent line that wrote any of
 * them, or that touched the file at all, as when it only deleted.
 */
async function readWriters(repository, siblings, path) {
    const commits = await walkBack(repository, siblings);
    const steps = commits
        ? await findSteps(repository, commits, path)
        : await logSteps(repository, siblings, path);
    const written = steps.length > 1 ? await readWritten(repository, steps) : [];
    return (lines) => {
        const at = written.findIndex((own) => lines.some((line) => own.has(line)));
        const writer = steps[Math.max(0, at)]?.commit;
        return writer ? toWriter(writer) : { commit: siblings.tip };
    };
}
function toWriter({ sha, parents, message }) {
    const mark = parents.length === 2 ? task_mark_parseTaskMark(message) : undefined;
    return { commit: sha, ...(mark && { task: mark.id }) };
}
/** As many as a branch has between two looks at its base, many times over. */
const longestWalk = 5_000;
/** The first-parent line, newest first; nothing where the base is not on it. */
async function walkBack(repository, { base, tip }) {
    const commits = [];
    for (let at = tip; at !== base; at = commits.at(-1)?.parents[0]) {
        const commit = at && commits.length < longestWalk && (await readCommit(repository, at));
        if (!commit)
            return undefined;
        commits.push(commit);
    }
    return commits;
}
async function findSteps(repository, commits, path) {
    const objects = objects_objectsOf(repository);
    const find = async (name) => name && (await objects.find(name, tree_toBytes(path)))?.object;
    const steps = [];
    for (const commit of commits) {
        const [before, after] = [await find(commit.parents[0]), await find(commit.sha)];
        if (before !== after)
            steps.push({ commit, before, after });
    }
    return steps;
}
/** Where another line of history leads to the base, git knows which commits lie between. */
async function logSteps(repository, { base, tip }, path) {
    const args = ['--first-parent', `${base}..${tip}`, '--', `:(top,literal)${path}`];
    return findSteps(repository, await commits_readCommits(repository, args), path);
}
/** What each of them added, by the text of the lines. */
async function readWritten(repository, steps) {
    const objects = steps.flatMap(({ before, after }) => [before ?? [], after ?? []].flat());
    const blobs = await blobs_readBlobs(repository, objects, longestFile);
    const linesOf = (object) => {
        const bytes = object === undefined ? undefined : blobs.get(object);
        return parseText((bytes && decodeText(bytes)?.content) ?? '').lines;
    };
    return steps.map(({ before, after }) => new Set(missingLines(linesOf(after), linesOf(before))));
}
const longestFile = 5_000_000;

;// CONCATENATED MODULE: ./packages/git/src/merge/settle-all.ts




async function settleAll(repository, authors, conflicts, options = {}) {
    const contents = await blobs_readBlobs(repository, conflicts.flatMap(namesOf), sizeLimit);
    const files = new Map();
    const resolutions = [];
    const problems = [];
    for (const conflict of conflicts) {
        const { path } = conflict;
        const settled = await settleConflict(conflict, contents, options);
        if (settled.is === 'requeued') {
            problems.push({ why: settled.why, paths: [path] });
            continue;
        }
        files.set(path, await writeVersion(repository, settled));
        resolutions.push(...(await settle_all_attribute(repository, authors, path, settled.decisions)));
    }
    return { files, resolutions, problems };
}
/** Larger files are taken whole, like binary ones. */
const sizeLimit = 5_000_000;
function namesOf({ base, ours, theirs }) {
    return [base, ours, theirs].flatMap((version) => (version ? [version.object] : []));
}
async function writeVersion(repository, settled) {
    if (settled.is === 'version')
        return settled.version;
    return { mode: settled.mode, object: await objects_objectsOf(repository).write('blob', settled.content) };
}
/** Says who wrote the lines that gave way. */
async function settle_all_attribute(repository, { siblings, task }, path, decisions) {
    if (decisions.every(({ gaveWay }) => gaveWay === undefined)) {
        return decisions.map(({ step, line }) => toResolution(path, step, line));
    }
    const findWriter = await readWriters(repository, siblings, path);
    const findAuthor = ({ of, lines }) => (of === 'task' ? task : findWriter(lines));
    return decisions.map(({ step, line, gaveWay }) => ({
        ...toResolution(path, step, line),
        ...(gaveWay && { gaveWay: toGaveWay(gaveWay, findAuthor(gaveWay)) }),
    }));
}
function toGaveWay({ lines, kept, isUnseen }, writer) {
    return { lines, kept, ...writer, ...(isUnseen && { isUnseen }) };
}
function toResolution(path, step, line) {
    return { path, step, ...(line !== undefined && { line }) };
}

;// CONCATENATED MODULE: ./packages/git/src/merge/unsettleable.ts
/** What the ladder has no step for: renames on both sides, a file against a directory and their like. */
function findUnsettleable({ conflicts, notices }) {
    const strange = notices.filter(({ type }) => type.startsWith('CONFLICT') && !settled.has(type));
    const unreadable = conflicts.filter(({ path }) => path.includes('\uFFFD'));
    return [
        ...strange.map(({ text, paths }) => ({ why: text, paths })),
        // Decoded with losses, so it could not be written back under its own name.
        ...unreadable.map(({ path }) => ({ why: 'its name is not UTF-8', paths: [path] })),
    ];
}
const settled = new Set([
    'CONFLICT (contents)',
    'CONFLICT (binary)',
    'CONFLICT (modify/delete)',
]);

;// CONCATENATED MODULE: ./packages/git/src/merge/mix-trees.ts












/** Two sides as one tree, and how that came about. */
async function mixTrees(repository, request, { sides, options }) {
    const collisions = findCollisions(sides.ours, sides.theirs);
    if (collisions.length > 0)
        return { tree: '', resolutions: [], problems: [collide(collisions)] };
    return settleTrees(repository, request, { sides, options });
}
function collide(paths) {
    const why = 'the branch has got the same name in other letters meanwhile, which some machines take for one';
    return { why, paths: paths.map(toText) };
}
async function settleTrees(repository, { tip, commit, of }, { sides, options }) {
    const { base } = sides;
    const apart = await mergeApart(objects_objectsOf(repository), tip, sides);
    const merged = apart ?? (await mergeTrees(repository, tip, commit));
    const unsettleable = findUnsettleable(merged);
    if (unsettleable.length > 0)
        return { tree: '', resolutions: [], problems: unsettleable };
    const authors = {
        siblings: { base, tip },
        task: { commit, ...(of.is === 'task' && { task: of.id }) },
    };
    const paths = [...merged.conflicts.map(({ path }) => path), ...automaticPaths(merged)];
    const attributes = await readMergeAttributes(repository, tip, paths);
    const again = await reconsider(repository, merged, { base, tip, commit }, attributes);
    const settled = await settleAll(repository, authors, [...merged.conflicts, ...again], {
        ...options,
        attributes,
    });
    const { files, problems } = settled;
    const resolutions = [...settled.resolutions, ...tellIgnoredDrivers(merged, attributes)];
    if (problems.length > 0)
        return { tree: '', resolutions, problems };
    const replaced = new Map([...files].map(([path, version]) => [tree_toBytes(path), version]));
    const tree = await edit_tree_editTree(objects_objectsOf(repository), merged.tree, replaced);
    const damaged = await findDamagedFiles(repository, { merged, tree, tip, commit });
    return { ...(await makeLocks(repository, { tree, resolutions }, options)), problems: damaged };
}
/** Last of all, because a lock file is made from the other files. */
async function makeLocks(repository, { tree, resolutions }, { regenerate }) {
    if (!regenerate)
        return { tree, resolutions };
    const objects = objects_objectsOf(repository);
    const made = await regenerateLocks(tree, resolutions, regenerate);
    const replaced = new Map();
    for (const [path, content] of made.files) {
        const object = await objects.write('blob', Buffer.from(content));
        replaced.set(tree_toBytes(path), { mode: '100644', object });
    }
    return { tree: await edit_tree_editTree(objects, tree, replaced), resolutions: made.resolutions };
}

;// CONCATENATED MODULE: ./packages/git/src/merge/problem.ts
function requeue(problems) {
    const reasons = [...new Set(problems.map(({ why }) => why))];
    const paths = [...new Set(problems.flatMap((problem) => problem.paths))];
    return { is: 'requeued', why: reasons.join('; '), paths };
}

;// CONCATENATED MODULE: ./packages/git/src/merge/create-merger.ts












/** Merges in memory, up the ladder from safe to blunt. The same request is always the same commit. */
function create_merger_createMerger(repository, options = {}) {
    const lineage = createLineage(repository);
    const done = doneIn(repository);
    return {
        async merge(request) {
            const key = keyOf(request);
            const known = done.get(key);
            if (known)
                return known;
            const plain = await lineage.partingOf(request);
            const base = plain?.base ?? (await findBase(repository, request));
            const sides = base && (await readSides(repository, request, { base, ours: plain?.ours }));
            const merged = await merge(repository, request, { sides, options });
            if (plain && sides)
                lineage.note(request, merged, sides);
            done.set(key, merged);
            return merged;
        },
    };
}
/** What one step lands, the next one describes: it would be merged twice in a run. */
const merges = new WeakMap();
function doneIn(repository) {
    const done = merges.get(repository) ?? new Map();
    merges.set(repository, done);
    return done;
}
function keyOf({ tip, commit, of }) {
    return [tip, commit, ...Object.values(of)].join(' ');
}
async function readSides(repository, { tip, commit }, { base, ours }) {
    const objects = objects_objectsOf(repository);
    const edits = await compareTrees(objects, base, commit);
    return {
        ...{ base, edits, theirs: toChanged(edits) },
        ours: ours ?? toChanged(await compareTrees(objects, base, tip)),
    };
}
async function merge(repository, request, { sides, options }) {
    if (sides === undefined) {
        return requeue([{ why: 'it has no history in common with the branch', paths: [] }]);
    }
    const { base } = sides;
    if (base === request.commit)
        return asItIs(repository, request.tip);
    if (base === request.tip && request.of.is === 'base')
        return asItIs(repository, request.commit);
    const mixed = await mixTrees(repository, request, { sides, options });
    if (mixed.problems.length > 0)
        return requeue(mixed.problems);
    const { tree, resolutions } = mixed;
    return {
        is: 'merged',
        commit: await commitMerge(repository, request, tree, resolutions),
        ...{ tree, resolutions, shared: sharedPaths(sides) },
    };
}
function sharedPaths({ ours, theirs }) {
    return [...theirs.paths].filter((path) => ours.paths.has(path)).map(toText);
}
async function findBase(repository, { tip, commit }) {
    const { stdout } = await git_tryGit(['merge-base', tip, commit], { cwd: repository.top });
    const base = stdout.trim();
    return (0,wave_src/* isCommitSha */._$)(base) ? base : undefined;
}
async function asItIs(repository, commit) {
    const tree = await objects_objectsOf(repository).findTree(commit);
    return { is: 'merged', commit, tree, resolutions: [], shared: [] };
}
/** Dated by the commit that comes in, and by nobody in particular, so that a merge made twice is one commit. */
async function commitMerge(repository, { tip, commit, of }, tree, resolutions) {
    const merged = await readCommit(repository, commit);
    const isBlunt = resolutions.some(({ gaveWay }) => gaveWay !== undefined);
    const subject = `merge: ${create_merger_nameOf(of, commit)}${isBlunt ? ' (auto-resolved)' : ''}`;
    const message = { subject, trailers: trailersOf(of, resolutions.length) };
    const at = merged?.at ?? new Date(0);
    return write_commit_writeCommit(repository, { tree, parents: [tip, commit], message, by: identity_wavefront, at });
}
function create_merger_nameOf(of, commit) {
    if (of.is === 'task')
        return `task ${of.id}`;
    return of.is === 'branch' ? `branch ${of.name}` : `base ${commit.slice(0, 12)}`;
}
function trailersOf(of, conflicts) {
    const settled = conflicts > 0 ? { [wave_src/* trailer */.s9.conflicts]: String(conflicts) } : {};
    if (of.is !== 'task')
        return settled;
    return {
        [wave_src/* trailer */.s9.task]: of.id,
        [wave_src/* trailer */.s9.wave]: String(of.wave),
        [wave_src/* trailer */.s9.attempt]: String(of.attempt),
        ...settled,
    };
}

;// CONCATENATED MODULE: ./packages/git/src/branches/create-history.ts










/** Manifests are small; whatever is larger is none. */
const textLimit = 500_000;
/**
 * What the feature branch has done since it left its base. It is in no record of ours: git is asked each time,
 * and what was merged is merged again, in the same way.
 */
function createHistory(repository, { feature, base }, merging = {}) {
    const readEnds = async () => {
        const [from, to] = await Promise.all([
            readRef(repository, `refs/heads/${base}`),
            readRef(repository, `refs/heads/${feature}`),
        ]);
        return from && to ? { from, to } : undefined;
    };
    return {
        async isOnBase(commit) {
            const tip = await readRef(repository, `refs/heads/${base}`);
            return tip !== undefined && isAncestor(repository, commit, tip);
        },
        async findLost(commits) {
            const names = [base, feature].map((branch) => `refs/heads/${branch}`);
            const tips = (await Promise.all(names.map((name) => readRef(repository, name)))).flatMap((tip) => tip ?? []);
            const lost = [];
            for (const commit of commits) {
                const held = await Promise.all(tips.map((tip) => isAncestor(repository, commit, tip)));
                if (!held.includes(true))
                    lost.push(commit);
            }
            return lost;
        },
        async readConflicts() {
            const ends = await readEnds();
            if (!ends)
                return [];
            const args = ['--first-parent', '--merges', '--reverse', `${ends.from}..${ends.to}`, '--'];
            const merges = (await readCommits(repository, args)).filter(isSettled);
            const settled = [];
            for (const merge of merges)
                settled.push(await mergeAgain(repository, merge, merging));
            return settled;
        },
        async readChanges(isText) {
            const ends = await readEnds();
            const { stdout } = ends
                ? await tryGit(['merge-base', ends.from, ends.to], { cwd: repository.top })
                : { stdout: '' };
            const start = stdout.trim();
            if (!ends || !isCommitSha(start))
                return [];
            const changes = await readChanges(repository, start, ends.to);
            const wanted = (await diffTrees(repository, start, ends.to)).filter(({ path }) => isText(path));
            const objects = wanted.flatMap(({ before, after }) => [before, after]);
            const blobs = await readBlobs(repository, objects, textLimit);
            const texts = new Map(wanted.map(({ path, before, after }) => [
                path,
                {
                    before: blobs.get(before)?.toString() ?? '',
                    after: blobs.get(after)?.toString() ?? '',
                },
            ]));
            return changes.map(({ path, is }) => ({ path, is, ...texts.get(path) }));
        },
    };
}
function isSettled({ message }) {
    return parseTrailers(message).has(trailer.conflicts);
}
/** The same merge is the same decisions, so they need not be written down. */
async function mergeAgain(repository, merge, merging) {
    const [tip, commit] = merge.parents;
    const mark = parseTaskMark(merge.message);
    if (tip === undefined || commit === undefined)
        return { commit: merge.sha, resolutions: [] };
    const of = mark ? { is: 'task', ...mark } : { is: 'base' };
    const merged = await createMerger(repository, merging).merge({ tip, commit, of });
    return {
        commit: merge.sha,
        ...(mark && { task: mark.id, wave: mark.wave }),
        resolutions: merged.is === 'merged' ? merged.resolutions : [],
    };
}

;// CONCATENATED MODULE: ./packages/git/src/branches/failed-branches.ts



/** The branches with work that failed, of every feature branch: by their names and by our trailers. */
async function findFailedBranches(repository) {
    return (await readFailedRefs(repository)).map(branchOf);
}
/** Deletes them, each only if it still is where it was found; gives back which. */
async function deleteFailedBranches(repository) {
    const refs = await readFailedRefs(repository);
    const input = refs.map(({ name, commit }) => `delete ${name} ${commit}\n`).join('');
    if (refs.length > 0)
        await git_git(['update-ref', '--stdin'], { cwd: repository.top, input });
    return refs.map(branchOf);
}
async function readFailedRefs(repository) {
    const named = (await refs_readRefs(repository, ['refs/heads/'])).filter(({ name }) => name.includes('-failed-'));
    const marks = await readMarks(repository, named);
    return named.filter(({ name, commit }) => name.endsWith(`-failed-${marks.get(commit)?.id}`));
}

;// CONCATENATED MODULE: ./packages/git/src/merge/locks/create-regenerate.ts





/** Runs the user's command beside the lock file, in a checkout of the merged tree that is thrown away. */
function createRegenerate(repository, { commands, run }) {
    const made = new Map();
    return async (request) => {
        const name = (0,external_node_path_.basename)(request.path);
        const line = Object.hasOwn(commands, name) ? commands[name] : undefined;
        if (line === undefined)
            return undefined;
        // A wave that is merged again, without a culprit, comes by the same trees.
        const key = `${request.tree} ${request.path}`;
        const known = made.get(key) ?? make(repository, request, (dir) => run(line, dir));
        made.set(key, known);
        return known;
    };
}
async function make(repository, { path, tree }, run) {
    const dir = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'wavefront-locks-'));
    const files = (0,external_node_path_.join)(dir, 'files');
    try {
        await (0,promises_.mkdir)(files);
        const options = { cwd: repository.top, env: { GIT_INDEX_FILE: (0,external_node_path_.join)(dir, 'index') } };
        await git_git(['read-tree', tree], options);
        await git_git(['checkout-index', '--all', `--prefix=${files}/`], options);
        if (!(await run((0,external_node_path_.join)(files, (0,external_node_path_.dirname)(path)))))
            return undefined;
        return decodeText(await (0,promises_.readFile)((0,external_node_path_.join)(files, path)))?.content;
    }
    finally {
        await (0,promises_.rm)(dir, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./packages/git/src/merge/merge-file.ts









/** One file up the ladder, whether git sees a conflict in it or not. Theirs is the task's. */
async function merge_file_mergeFile({ path, ...sides }, options = {}) {
    const whole = unchangedOn(sides);
    if (whole)
        return { is: 'merged', content: Buffer.from(whole), decisions: [] };
    const clean = isLockFile(path) ? undefined : await mergeByGit(sides);
    if (clean && !isDamaged(path, sides, clean))
        return { is: 'merged', content: clean, decisions: [] };
    const contents = new Map(Object.entries(sides));
    const version = (object) => ({ mode: '100644', object });
    const conflict = {
        // Git gives an empty file where there was none before.
        ...(sides.base.length > 0 && { base: version('base') }),
        ...{ ours: version('ours'), theirs: version('theirs') },
    };
    const settled = await settleConflict({ path, ...conflict }, contents, options);
    if (settled.is === 'requeued')
        return settled;
    const content = settled.is === 'text' ? settled.content : (contents.get(settled.version.object) ?? '');
    return {
        is: 'merged',
        content: Buffer.from(content),
        decisions: settled.decisions.map(({ gaveWay, ...decision }) => ({
            ...decision,
            ...(gaveWay && { gaveWay: { ...gaveWay, of: gaveWay.of === 'tip' ? 'ours' : 'theirs' } }),
        })),
    };
}
function unchangedOn({ base, ours, theirs }) {
    if (Buffer.compare(base, ours) === 0 || Buffer.compare(ours, theirs) === 0)
        return theirs;
    return Buffer.compare(base, theirs) === 0 ? ours : undefined;
}
/** Nothing where git sees a conflict, or no text. */
async function mergeByGit(sides) {
    if (sides.base.length === 0)
        return undefined;
    const dir = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'wavefront-merge-file-'));
    try {
        const names = ['ours', 'base', 'theirs'];
        await Promise.all(names.map((name) => (0,promises_.writeFile)((0,external_node_path_.join)(dir, name), sides[name])));
        const { code } = await git_tryGit(['merge-file', '--quiet', ...names], { cwd: dir });
        return code === 0 ? await (0,promises_.readFile)((0,external_node_path_.join)(dir, 'ours')) : undefined;
    }
    finally {
        await (0,promises_.rm)(dir, { recursive: true, force: true });
    }
}
function isDamaged(path, { ours, theirs }, merged) {
    const [content = '', ...sources] = [merged, ours, theirs].map((bytes) => decodeText(bytes)?.content ?? '');
    return findDamage({ path, sources, content }) !== undefined;
}
/** Leaves both versions in the first of three files, between git's markers, for a person to choose. */
async function markConflicts(files) {
    const labels = ['ours', 'base', 'theirs'].flatMap((label) => ['-L', label]);
    const paths = [files.ours, files.base, files.theirs].map((path) => (0,external_node_path_.resolve)(path));
    const args = ['merge-file', '--quiet', ...labels, '--', ...paths];
    const end = await git_tryGit(args, { cwd: process.cwd() });
    // It ends with the number of conflicts; binary files and their like are left as they are.
    if (end.code < 0)
        throw remedies_failureOf(args, end);
}

;// CONCATENATED MODULE: ./packages/git/src/merge/resolver/parse-command.ts

/** What a short name stands for. */
const parse_command_known = {
    mergiraf: 'mergiraf merge --git %O %A %B -p %P',
};
/**
 * The words of a merge driver's command. There is no shell: quotes hold words together, and nothing else has
 * a meaning. Placeholders are filled in after the words are told apart, so a path is never more than one word.
 */
function parseResolver(setting) {
    const command = parse_command_known[setting.trim()] ?? setting;
    const words = command.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
    const quotes = command.replace(/"[^"]*"|'[^']*'/g, '');
    if (/["']/.test(quotes))
        throw refuse(setting, 'a quotation in it has no end');
    if (!words.some((word) => word.includes('%A')))
        throw refuse(setting, 'it has no %A, which is the file that it must leave the merge in');
    return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}
function refuse(setting, why) {
    return new src/* UserError */.yo({
        what: `resolver: ${JSON.stringify(setting)} cannot be run: ${why}`,
        fix: `write mergiraf, or a merge driver's command as git knows them, such as: ${parse_command_known.mergiraf}`,
    });
}
function fillIn(words, values) {
    const fill = (_, name) => (name === '%' ? '%' : values[name]);
    return words.map((word) => word.replace(/%([OABPLSXY%])/g, fill));
}

;// CONCATENATED MODULE: ./packages/git/src/merge/resolver/create-resolver.ts








/**
 * Runs a merge driver on three files. That it is missing, fails, takes too long, leaves conflicts or writes
 * something that is no text only means that it has nothing to say.
 */
function createResolver({ command, timeoutMs = 20_000 }) {
    const words = parseResolver(command);
    return async (path, sides) => {
        const dir = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'wavefront-resolver-'));
        try {
            return await resolveIn(dir, { words, timeoutMs, path, sides });
        }
        finally {
            await (0,promises_.rm)(dir, { recursive: true, force: true });
        }
    };
}
async function resolveIn(dir, { words, timeoutMs, path, sides }) {
    // Some tools tell the language by the file's name alone.
    const ending = (0,external_node_path_.extname)((0,external_node_path_.basename)(path)).replace(/[^.\w]/g, '');
    const file = (side) => (0,external_node_path_.join)(dir, side + ending);
    const [O, A, B] = [file('base'), file('ours'), file('theirs')];
    await Promise.all([
        (0,promises_.writeFile)(O, sides.base),
        (0,promises_.writeFile)(A, sides.ours),
        (0,promises_.writeFile)(B, sides.theirs),
    ]);
    const names = { S: 'base', X: 'branch', Y: 'task' };
    const [program = '', ...args] = fillIn(words, { O, A, B, P: path, L: '7', ...names });
    if (!(await succeeds(program, args, { dir, timeoutMs })))
        return undefined;
    const content = await readPlainFile(A);
    if (content === undefined || hasNewMarkers(content, [sides.ours, sides.theirs]))
        return undefined;
    return content;
}
/** The tool may have left anything there: a pipe would never end, a link leads out of the directory. */
async function readPlainFile(file) {
    const found = await (0,promises_.lstat)(file).catch(() => undefined);
    return found?.isFile() ? decodeText(await (0,promises_.readFile)(file))?.content : undefined;
}
/** A group of its own, so that what the tool has started ends with it. */
function succeeds(program, args, { dir, timeoutMs }) {
    return new Promise((resolve) => {
        const env = environment(process.env, {});
        const child = (0,external_node_child_process_.spawn)(program, args, { cwd: dir, env, stdio: 'ignore', detached: true });
        const timer = setTimeout(() => {
            end(child.pid);
            resolve(false);
        }, timeoutMs);
        const answer = (isGood) => {
            clearTimeout(timer);
            resolve(isGood);
        };
        child.on('error', () => answer(false));
        child.on('exit', (code) => answer(code === 0));
    });
}
function end(pid) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch {
        // It has ended meanwhile.
    }
}

;// CONCATENATED MODULE: ./packages/git/src/exec/version.ts


/** `merge-tree --write-tree`, which everything here is built on, came with 2.38. */
const oldest = { major: 2, minor: 38 };
async function version_checkVersion(cwd) {
    requireVersion(await git_git(['--version'], { cwd }));
}
/** Distributions add to the number: `git version 2.39.5 (Apple Git-154)`. */
function requireVersion(output) {
    const [, major, minor] = /(\d+)\.(\d+)/.exec(output)?.map(Number) ?? [];
    if (major === undefined || minor === undefined)
        throw new Error(`no version in ${JSON.stringify(output)}`);
    if (major > oldest.major || (major === oldest.major && minor >= oldest.minor))
        return;
    throw new src/* UserError */.yo({
        what: `git ${major}.${minor} is too old`,
        where: output.trim(),
        fix: `install git ${oldest.major}.${oldest.minor} or newer (2022)`,
    });
}

;// CONCATENATED MODULE: ./packages/git/src/repository.ts






async function repository_openRepository(dir) {
    await version_checkVersion(dir);
    const top = await findTop(dir);
    const common = (await git_git(['rev-parse', '--git-common-dir'], { cwd: top })).replace(/\n$/, '');
    const gitDir = await (0,promises_.realpath)((0,external_node_path_.resolve)(top, common));
    await requireCommits(top);
    return {
        top,
        gitDir,
        readHead: () => readHead(top),
        resolve: (name) => repository_resolveCommit(top, name),
        currentBranch: () => currentBranch(top),
        readDirty: ({ ignore } = { ignore: ours }) => readDirty(top, ignore),
    };
}
/** What Wavefront itself writes in a checkout: the store and its own directory. */
const ours = ['.beads/', '.wavefront/'];
function isOurs(path) {
    return ours.some((own) => `${path}/`.startsWith(own));
}
async function findTop(dir) {
    const inside = (await git_git(['rev-parse', '--is-inside-work-tree'], { cwd: dir })).trim();
    if (inside !== 'true') {
        throw new src/* UserError */.yo({
            what: 'this is a bare repository, or the inside of a .git directory: there are no files to work on',
            where: dir,
            fix: 'run this in a checkout, made with git clone or git worktree add',
        });
    }
    return (await git_git(['rev-parse', '--show-toplevel'], { cwd: dir })).replace(/\n$/, '');
}
async function requireCommits(top) {
    if ((await repository_resolveCommit(top, 'HEAD')) !== undefined)
        return;
    throw new src/* UserError */.yo({
        what: 'this repository has no commits yet, so there is nothing to branch from',
        where: top,
        fix: 'make a first commit: git add -A && git commit -m "first commit"',
    });
}
async function readHead(cwd) {
    return (0,wave_src/* commitSha */.mJ)((await git_git(['rev-parse', '--verify', 'HEAD^{commit}'], { cwd })).trim());
}
async function repository_resolveCommit(cwd, name) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
    const sha = (await git_tryGit(args, { cwd })).stdout.trim();
    return (0,wave_src/* isCommitSha */._$)(sha) ? sha : undefined;
}
async function currentBranch(cwd) {
    const name = (await git_tryGit(['symbolic-ref', '--quiet', '--short', 'HEAD'], { cwd })).stdout.trim();
    return (0,wave_src/* isBranchName */.Q8)(name) ? name : undefined;
}
async function readDirty(cwd, ignore) {
    const args = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all'];
    const entries = (await git_git(args, { cwd })).split('\0').filter((entry) => entry !== '');
    const paths = entries.map((entry) => entry.slice('XY '.length));
    return paths.filter((path) => !ignore.some((prefix) => path.startsWith(prefix)));
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./packages/git/src/mirror/again.ts



const again_usualPatience = { tries: 4, firstWaitMs: 1000 };
/** Does it again where the server or the network failed; never where the server said no. */
async function again_again(patience, work) {
    for (let turn = 1;; turn++) {
        try {
            return await work();
        }
        catch (error) {
            if (turn >= patience.tries || !isPassing(error))
                throw error;
            await sleep(patience.firstWaitMs * 2 ** (turn - 1));
        }
    }
}
const passing = /returned error: (429|5\d\d)|HTTP (429|5\d\d)|RPC failed|early EOF|hung up|Connection (refused|reset|timed out)|Could(n't| not) (resolve|connect)|Operation (too slow|timed out)|Empty reply|transfer closed|unexpected disconnect|SSL_ERROR_SYSCALL|Failed to connect|bytes remaining to read/i;
/** A refusal in the middle of the work looks like a connection that broke, but for its number. */
const lasting = /(returned error: |HTTP )4(?!08|29)\d\d/;
function isPassing(error) {
    const cause = error instanceof UserError ? error.cause : error;
    return cause instanceof GitError && passing.test(cause.stderr) && !lasting.test(cause.stderr);
}

;// CONCATENATED MODULE: ./packages/git/src/mirror/open-mirror.ts










async function openMirror(options) {
    const { dir, url, credentials = {}, patience = usualPatience } = options;
    await mkdir(dir, { recursive: true });
    await checkVersion(dir);
    if (!existsSync(join(dir, 'HEAD')))
        await git(['init', '--quiet', '--bare', '--template=', '.'], { cwd: dir });
    const repository = bareRepository(await realpath(dir));
    const config = { ...open_mirror_steady, ...credentials };
    let fetched = new Map();
    return {
        ...{ repository, url, credentials: config, patience },
        async fetch(wanted) {
            await again(patience, () => fetchRefs({ repository, url, config }, wanted));
            fetched = await readBranches(repository);
        },
        readDefaultBranch: () => again(patience, () => readDefault({ repository, url, config })),
        readMoves: async () => open_mirror_compare(fetched, await readBranches(repository)),
        async moveBranch(branch, to) {
            await git(['update-ref', `refs/heads/${branch}`, to], { cwd: repository.top });
        },
        settle(moves) {
            const now = new Map(fetched);
            for (const move of moves) {
                if ('gone' in move)
                    now.delete(move.ref);
                else
                    now.set(move.ref, move.to);
            }
            fetched = now;
        },
    };
}
/** A server that says nothing for half a minute is not waited for. */
const open_mirror_steady = {
    'http.lowSpeedLimit': '1',
    'http.lowSpeedTime': '30',
    'protocol.version': '2',
    'fetch.unpackLimit': '1',
};
function bareRepository(dir) {
    return {
        top: dir,
        gitDir: dir,
        readHead: async () => {
            throw new Error('a mirror has no checkout');
        },
        resolve: (name) => resolveCommit(dir, name),
        currentBranch: async () => undefined,
        readDirty: async () => [],
    };
}
async function fetchRefs({ repository, url, config }, { branches, beginning = [], commits = [], shallow = false }) {
    const refspecs = [
        ...branches.map((branch) => `+refs/heads/${branch}:refs/heads/${branch}`),
        ...beginning.map((prefix) => `+refs/heads/${prefix}*:refs/heads/${prefix}*`),
        ...commits,
    ];
    const args = ['fetch', '--quiet', '--prune', '--no-tags', '--no-write-fetch-head'];
    const depth = shallow ? ['--depth=1'] : [];
    const all = [...args, ...depth, '--', url, ...new Set(refspecs)];
    const end = await tryGit(all, { cwd: repository.top, config });
    if (end.code !== 0)
        throw failureOf(all, end);
}
async function readBranches(repository) {
    const refs = await readRefs(repository, ['refs/heads/']);
    return new Map(refs.map(({ name, commit }) => [name, commit]));
}
async function readDefault({ repository, url, config }) {
    const args = ['ls-remote', '--symref', '--', url, 'HEAD'];
    const end = await tryGit(args, { cwd: repository.top, config });
    if (end.code !== 0)
        throw failureOf(args, end);
    const name = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(end.stdout)?.[1] ?? '';
    return isBranchName(name) ? name : undefined;
}
function open_mirror_compare(before, now) {
    const moved = [...now].filter(([ref, to]) => before.get(ref) !== to);
    const gone = [...before].filter(([ref]) => !now.has(ref));
    return [
        ...moved.map(([ref, to]) => ({ ref, to, expect: before.get(ref) ?? 'absent' })),
        ...gone.map(([ref, commit]) => ({ ref, gone: commitSha(commit) })),
    ];
}

;// CONCATENATED MODULE: ./packages/git/src/push/read-remote.ts

/** What a remote has of some refs; nothing if it does not answer. */
async function read_remote_readRemote(remote, refs, options) {
    const { code, stdout } = await tryGit(['ls-remote', '--', remote, ...refs], options);
    if (code !== 0)
        return undefined;
    const lines = stdout.split('\n').map((line) => line.split('\t'));
    return new Map(lines.map(([commit = '', ref = '']) => [ref, commit]));
}

;// CONCATENATED MODULE: ./packages/git/src/push/settle-push.ts


/** What a push that failed has really done. One that neither moved nor refused a ref is a failure of its own. */
function settle_push_settlePush(updates, refs, end, failure) {
    if (updates.every(({ ref, to }) => refs.get(ref) === to))
        return { is: 'pushed' };
    const found = (ref) => refs.get(ref) ?? 'absent';
    const moved = updates.filter(({ ref, expect }) => found(ref) !== expect);
    if (moved.length > 0)
        return { is: 'lost-race', refs: moved.map(({ ref }) => ({ ref, found: found(ref) })) };
    const rejections = parseRejections(end.stdout);
    if (rejections.length === 0)
        throw failure;
    const reasons = rejections.map(({ reason }) => reason);
    const fix = remedyFor([...reasons, end.stderr].join('\n'));
    return { is: 'rejected', refs: rejections, said: end.stderr.trim(), ...(fix && { fix }) };
}

;// CONCATENATED MODULE: ./packages/git/src/push/push-atomically.ts






/**
 * All refs or none, forwards only, each from where it is expected. However the push ended, the remote is
 * asked what it has now: a connection that is cut may have done its work, and git's words are for people.
 */
async function pushAtomically(repository, request) {
    const patience = request.patience ?? { tries: 1, firstWaitMs: 0 };
    return again(patience, () => pushOnce(repository, request));
}
async function pushOnce(repository, request) {
    const backwards = await findBackwards(repository, request.updates);
    if (backwards.length > 0)
        return { is: 'rejected', refs: backwards, said: '' };
    const args = pushArguments(request);
    const end = await tryGit(args, remoteOptions(repository, request));
    if (end.code === 0)
        return { is: 'pushed' };
    const failure = failureOf(args, end);
    const refs = request.updates.map(({ ref }) => ref);
    const found = await readRemote(request.remote, refs, remoteOptions(repository, request));
    // If the remote does not answer any more, the push's own failure is the one to tell.
    if (found === undefined)
        throw failure;
    return settlePush(request.updates, found, end, failure);
}
/** A lease alone would let us rewind a branch. */
async function findBackwards(repository, updates) {
    const backwards = [];
    for (const { ref, to, expect } of updates) {
        if (expect === 'absent' || (await isAncestor(repository, expect, to)))
            continue;
        backwards.push({ ref, reason: `${to} does not contain ${expect}` });
    }
    return backwards;
}
function pushArguments({ remote, updates }) {
    const leases = updates.map(({ ref, expect }) => `--force-with-lease=${ref}:${expect === 'absent' ? '' : expect}`);
    const refspecs = updates.map(({ ref, to }) => `${to}:${ref}`);
    return ['push', '--atomic', '--porcelain', '--no-verify', ...leases, '--', remote, ...refspecs];
}
function remoteOptions(repository, { credentials }) {
    return { cwd: repository.top, ...(credentials && { config: credentials }) };
}

;// CONCATENATED MODULE: ./packages/git/src/push/push-each.ts





/**
 * Each for itself: those that the server refuses do not keep the others from happening. One push does for
 * all, unless the server refuses it as a whole, as its rules do because of a single ref: then by halves.
 */
async function pushEach(mirror, changes) {
    let pushes = 0;
    const push = async (some) => {
        pushes += 1;
        const rejections = await pushTogether(mirror, some);
        if (rejections.length < some.length || some.length < 2 || pushes >= mostPushes)
            return rejections;
        const middle = some.length >> 1;
        return [...(await push(some.slice(0, middle))), ...(await push(some.slice(middle)))];
    };
    return changes.length === 0 ? [] : push(changes);
}
/** Enough to find some refs among hundreds; where all are refused, asking on would take minutes. */
const mostPushes = 24;
async function pushTogether(mirror, changes) {
    const { repository, url, credentials, patience } = mirror;
    const leases = changes.map(({ ref, expect }) => `--force-with-lease=${ref}:${expect === 'absent' ? '' : expect}`);
    const refspecs = changes.map(({ ref, to }) => (to === 'deleted' ? `:${ref}` : `${to}:${ref}`));
    const args = ['push', '--porcelain', '--no-verify', ...leases, '--', url, ...refspecs];
    return again(patience, async () => {
        const end = await tryGit(args, { cwd: repository.top, config: credentials });
        const rejections = parseRejections(end.stdout);
        if (end.code !== 0 && rejections.length === 0)
            throw failureOf(args, end);
        return rejections.length === 0 ? [] : withoutDone(mirror, changes, rejections);
    });
}
/** An earlier try whose answer was lost may have done it, and so may a person. */
async function withoutDone({ repository, url, credentials }, changes, rejections) {
    const refs = rejections.map(({ ref }) => ref);
    const found = await readRemote(url, refs, { cwd: repository.top, config: credentials });
    if (found === undefined)
        return rejections;
    const wanted = new Map(changes.map(({ ref, to }) => [ref, to]));
    return rejections.filter(({ ref }) => (found.get(ref) ?? 'deleted') !== wanted.get(ref));
}

;// CONCATENATED MODULE: ./packages/git/src/results/join-packs.ts

const headLength = 12;
const sumLength = 20;
/**
 * Several packs as one, so that git is started once for all of them. The objects follow one another as they
 * are: what one refers to inside its pack is as far away as before. Nothing where a pack is not whole, or
 * is of a kind that is not known here.
 */
function join_packs_joinPacks(packs) {
    const [first] = packs;
    if (first === undefined || !packs.every((pack) => join_packs_isWhole(pack, first)))
        return undefined;
    const head = Buffer.from(first.subarray(0, headLength));
    head.writeUInt32BE(packs.reduce((sum, pack) => sum + pack.readUInt32BE(8), 0), 8);
    const body = [head, ...packs.map((pack) => pack.subarray(headLength, -sumLength))];
    return Buffer.concat([...body, sha1(body)]);
}
/** Of the same version as the first. A repository with other sums than SHA-1 fails here, and is served one by one. */
function join_packs_isWhole(pack, first) {
    if (pack.length < headLength + sumLength || pack.toString('latin1', 0, 4) !== 'PACK')
        return false;
    const isSame = pack.readUInt32BE(4) === first.readUInt32BE(4);
    return isSame && sha1([pack.subarray(0, -sumLength)]).equals(pack.subarray(-sumLength));
}
function sha1(parts) {
    const hash = createHash('sha1');
    for (const part of parts)
        hash.update(part);
    return hash.digest();
}

;// CONCATENATED MODULE: ./packages/git/src/results/open-bundle.ts


/** The one ref of a bundle of ours. */
const open_bundle_resultRef = 'refs/wavefront/result';
async function open_bundle_openBundle(file) {
    const bytes = (await isFile(file)) ? await readFile(file) : Buffer.alloc(0);
    const end = bytes.indexOf('\n\n');
    const [version = '', ...lines] = bytes.toString('utf8', 0, Math.max(end, 0)).split('\n');
    if (!/^# v[23] git bundle$/.test(version))
        return unreadable('it is no git bundle');
    const said = lines.filter((line) => !line.startsWith('@object-format='));
    const needs = said.flatMap((line) => /^-([0-9a-f]+)/.exec(line)?.[1] ?? []).filter(isCommitSha);
    const [[tip = '', ref] = [], ...others] = said
        .filter((line) => !line.startsWith('-'))
        .map((line) => line.split(' '));
    if (!isCommitSha(tip) || ref !== open_bundle_resultRef || others.length > 0) {
        return unreadable(`it does not hold one commit as ${open_bundle_resultRef} and nothing else`);
    }
    return { is: 'open', tip, needs, pack: bytes.subarray(end + 2) };
}
/** A link could lead to any file of the machine. */
async function isFile(path) {
    return lstat(path).then((found) => found.isFile(), () => false);
}
function unreadable(why) {
    return { is: 'unreadable', why };
}

;// CONCATENATED MODULE: ./packages/git/src/results/bundle.ts






/** A worker's one commit as a file. */
async function writeBundle(repository, { file, commit, base }) {
    const options = { cwd: repository.top };
    await git(['update-ref', resultRef, commit], options);
    try {
        await git(['bundle', 'create', '--quiet', file, resultRef, `^${base}`], options);
    }
    finally {
        await git(['update-ref', '-d', resultRef], options);
    }
}
/** What a bundle brings: a result, or why it is none. */
async function readBundle(repository, file) {
    const [read] = await readBundles(repository, [file]);
    return read ?? foreign;
}
/** The same for many, in their order: git is started a few times for all, and not a few times for each. */
async function readBundles(repository, files) {
    const stored = [];
    for (const group of await groupBySize(files)) {
        stored.push(...(await storeObjects(repository, await Promise.all(group.map(openBundle)))));
    }
    const commits = await readTips(repository, stored.filter(isOpen));
    return stored.map((one) => (isOpen(one) ? (toResult(commits.get(one.tip)) ?? foreign) : one));
}
const foreign = { is: 'unreadable', why: 'its commit is not one of a worker' };
function isOpen(bundle) {
    return bundle.is === 'open';
}
/** So much is in memory at a time. */
const groupBytes = 16_000_000;
async function groupBySize(files) {
    const groups = [];
    let room = 0;
    for (const file of files) {
        const { size } = await lstat(file).catch(() => ({ size: 0 }));
        room -= size;
        if (room < 0 || groups.length === 0) {
            groups.push([]);
            room = groupBytes - size;
        }
        groups.at(-1)?.push(file);
    }
    return groups;
}
/**
 * Whoever made it may be hostile, so the objects and what they refer to are checked. `git fetch` checks
 * those of bundles only since 2.46, and would follow a file that leads to another repository.
 */
async function storeObjects(repository, opened) {
    const missing = await findMissing(repository, opened.filter(isOpen));
    const usable = opened.map((one) => isOpen(one) && one.needs.some((sha) => missing.has(sha)) ? rootless : one);
    const packs = usable.filter(isOpen).map(({ pack }) => pack);
    const joined = packs.length > 1 ? joinPacks(packs) : undefined;
    if (joined && (await storePack(repository, joined)) === undefined)
        return usable;
    // One of them is at fault, or two hold the same object, which may not be twice in one pack.
    const alone = [];
    for (const one of usable) {
        const problem = isOpen(one) ? await storePack(repository, one.pack) : undefined;
        alone.push(problem === undefined ? one : { is: 'unreadable', why: problem });
    }
    return alone;
}
const rootless = {
    is: 'unreadable',
    why: 'it starts from a commit that is not here',
};
async function findMissing({ top: cwd }, bundles) {
    const needs = new Set(bundles.flatMap((bundle) => bundle.needs));
    if (needs.size === 0)
        return needs;
    const input = [...needs].map((sha) => `${sha}^{commit}\n`).join('');
    const found = await git(['cat-file', '--batch-check=%(objectname)'], { cwd, input });
    const known = new Set(found.split('\n'));
    return new Set([...needs].filter((sha) => !known.has(sha)));
}
async function storePack({ top: cwd }, pack) {
    const args = ['index-pack', '--stdin', '--fix-thin', '--strict'];
    const stored = await tryGit(args, { cwd, input: pack });
    if (stored.code === 0)
        return undefined;
    return `its pack is damaged: ${stored.stderr.trim().split('\n').at(-1) ?? ''}`;
}
/** Those that are commits. */
async function readTips(repository, bundles) {
    const input = bundles.map(({ tip }) => `${tip}\n`).join('');
    const args = ['cat-file', '--batch-check=%(objecttype) %(objectname)'];
    const found = await git(args, { cwd: repository.top, input });
    const tips = found.split('\n').filter((line) => line.startsWith('commit '));
    if (tips.length === 0)
        return new Map();
    const lines = tips.map((line) => `${line.slice('commit '.length)}\n`).join('');
    const commits = await readCommits(repository, ['--no-walk=unsorted', '--stdin'], lines);
    return new Map(commits.map((commit) => [commit.sha, commit]));
}
/** The results on branches as they are, whatever came of them. */
async function readResultAt(repository, commit) {
    const [found] = await commits_readCommits(repository, ['--no-walk', commit]);
    return to_result_toResult(found);
}

;// CONCATENATED MODULE: ./packages/git/src/workspaces/keep-settings.ts



async function keep_settings_keepSettings(repository) {
    const file = (0,external_node_path_.join)(repository.gitDir, 'config');
    const kept = await (0,promises_.readFile)(file);
    let looked = await timeOf(file);
    return {
        async mend() {
            const found = await timeOf(file);
            if (found !== undefined && found === looked)
                return undefined;
            const before = await ask(repository);
            if (found !== undefined && before.code === 0) {
                looked = found;
                return undefined;
            }
            await (0,promises_.rm)(file, { recursive: true, force: true });
            await (0,promises_.writeFile)(file, kept);
            looked = await timeOf(file);
            const isMended = (await ask(repository)).code === 0;
            return isMended ? wordDamage(found, before.stderr) : undefined;
        },
    };
}
/** As precise as the file system, for a file may be written twice in a moment. */
async function timeOf(file) {
    const found = await (0,promises_.stat)(file, { bigint: true }).catch(() => undefined);
    return found?.isFile() ? `${found.mtimeNs} ${found.ctimeNs} ${found.size}` : undefined;
}
function ask({ top, gitDir }) {
    return git_tryGit(['rev-parse', '--git-dir'], { cwd: top, env: { GIT_DIR: gitDir } });
}
function wordDamage(found, stderr) {
    const what = found === undefined ? 'is gone' : 'cannot be read any more';
    const [said = ''] = stderr.split('\n');
    return `the repository's settings were broken, .git/config ${what}${said === '' ? '' : ` (git: ${said})`}`;
}

;// CONCATENATED MODULE: ./packages/git/src/workspaces/place.ts


/** The pathspecs by which git passes over some paths. */
function passOver(paths = []) {
    return paths.map((path) => `:(exclude,top,literal)${path}`);
}
/**
 * Names the git directory and the files outright. The `.git` file inside the worktree is the agent's
 * to break, and one that leads elsewhere must not be followed.
 */
function place_inPlace(place) {
    return { cwd: place.dir, env: { GIT_DIR: place.admin, GIT_WORK_TREE: place.dir } };
}
/** The index as we left it. The agent works with the one that git finds. */
function place_ownIndex(place) {
    return (0,external_node_path_.join)(place.admin, 'wavefront-index');
}
/** The place at a directory; nothing unless both of its links lead where they should. */
async function findPlace(repository, dir) {
    try {
        const link = await (0,promises_.readFile)((0,external_node_path_.join)(dir, '.git'), 'utf8');
        const admin = await (0,promises_.realpath)((0,external_node_path_.resolve)(dir, link.replace(/^gitdir: /, '').trimEnd()));
        const back = (await (0,promises_.readFile)((0,external_node_path_.join)(admin, 'gitdir'), 'utf8')).trimEnd();
        const leadsBack = (await (0,promises_.realpath)((0,external_node_path_.resolve)(admin, back))) === (await (0,promises_.realpath)((0,external_node_path_.join)(dir, '.git')));
        return leadsBack && (0,external_node_path_.dirname)(admin) === (0,external_node_path_.join)(repository.gitDir, 'worktrees')
            ? { dir, admin }
            : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/git/src/workspaces/gone.ts

/** Whether somebody deleted a checkout, and perhaps made something else, or an empty directory, of its name. */
async function isGone(dir) {
    const found = await (0,promises_.lstat)(dir).catch(() => undefined);
    return !found?.isDirectory() || (await (0,promises_.readdir)(dir)).length === 0;
}

;// CONCATENATED MODULE: ./packages/git/src/workspaces/remove-worktree.ts


/** The directory first: git refuses to remove a damaged worktree, but forgets one that is gone. */
async function removeWorktree(repository, dir) {
    await (0,promises_.rm)(dir, { recursive: true, force: true, maxRetries: 3 });
    await git_tryGit(['worktree', 'remove', '--force', '--force', dir], { cwd: repository.top });
}

;// CONCATENATED MODULE: ./packages/git/src/workspaces/prepare-place.ts






/** A worktree at `dir` with the files of a commit. One that is there is reused, and its ignored files stay. */
async function preparePlace(repository, wish) {
    const { dir, at, inTurn } = wish;
    const place = (await isGone(dir)) ? undefined : await findPlace(repository, dir);
    if (place && (await tryReset(place, at)))
        return place;
    // Git keeps one list of all worktrees, and two who add to it at once fail.
    return inTurn(() => makePlace(repository, wish));
}
async function makePlace(repository, { dir, at }) {
    await removeWorktree(repository, dir);
    await git_git(['worktree', 'add', '--quiet', '--detach', '--force', dir, at], { cwd: repository.top });
    const made = await findPlace(repository, dir);
    if (made === undefined)
        throw new Error(`git made a worktree at ${dir} that cannot be used`);
    await (0,promises_.copyFile)((0,external_node_path_.join)(made.admin, 'index'), place_ownIndex(made));
    return made;
}
/** Whatever cannot be reset is made anew, so no failure here needs a remedy. */
async function tryReset(place, at) {
    try {
        await prepare_place_reset(place, at);
        return true;
    }
    catch {
        return false;
    }
}
/**
 * Half-done merges and rebases end, HEAD lets go of any branch, and our index comes back: the agent's
 * may hide changes (`skip-worktree`). It is moved and not copied, because a younger file time would
 * make git trust entries that changed within the same second.
 */
async function prepare_place_reset(place, at) {
    const leftovers = unfinished.map((name) => (0,external_node_path_.join)(place.admin, name));
    await Promise.all(leftovers.map((path) => (0,promises_.rm)(path, { recursive: true, force: true })));
    await (0,promises_.writeFile)((0,external_node_path_.join)(place.admin, 'HEAD'), `${at}\n`);
    const index = (0,external_node_path_.join)(place.admin, 'index');
    await (0,promises_.rename)(place_ownIndex(place), index);
    await git_git(['read-tree', '--reset', '-u', at], place_inPlace(place));
    await git_git(['clean', '-ffdq', '--', '.', ...passOver(place.others?.paths)], place_inPlace(place));
    await (0,promises_.copyFile)(index, place_ownIndex(place));
}
const unfinished = [
    'index.lock',
    'HEAD.lock',
    'wavefront-index.lock',
    'locked',
    'config.worktree',
    'info',
    'sequencer',
    'rebase-merge',
    'rebase-apply',
    'AUTO_MERGE',
    'BISECT_LOG',
    'BISECT_START',
    'CHERRY_PICK_HEAD',
    'MERGE_HEAD',
    'MERGE_MODE',
    'MERGE_MSG',
    'REVERT_HEAD',
    'SQUASH_MSG',
];

;// CONCATENATED MODULE: ./packages/git/src/workspaces/forced.ts




/** Ignored files that the agent put into its index on purpose (`git add --force`): it wants them kept. */
async function readForced(place, options) {
    const known = new Set(splitPaths(await git_git(['ls-files', '-z'], options)));
    const agents = { ...options.env, GIT_INDEX_FILE: (0,external_node_path_.join)(place.admin, 'index') };
    // An index that the agent broke tells nothing.
    const { code, stdout } = await git_tryGit(['ls-files', '-z', '--stage'], { ...options, env: agents });
    const staged = code === 0 ? splitPaths(stdout).flatMap(toFile) : [];
    const unknown = staged.filter((path) => !known.has(path) && !isOurs(path));
    const present = await Promise.all(unknown.map((path) => forced_isFile((0,external_node_path_.join)(place.dir, path))));
    return unknown.filter((_, index) => present[index]);
}
function splitPaths(output) {
    return output.split('\0').filter((path) => path !== '');
}
/** `100644 <object> 0\t<path>`; nested repositories have mode 160000. */
function toFile(entry) {
    return entry.startsWith('160000 ') ? [] : [entry.slice(entry.indexOf('\t') + 1)];
}
async function forced_isFile(path) {
    return (0,promises_.lstat)(path).then((found) => !found.isDirectory(), () => false);
}

;// CONCATENATED MODULE: ./packages/git/src/workspaces/nested.ts





/**
 * Generators like to run `git init` in what they make, and git would take such a directory for a submodule
 * whose commit nobody else has. So it counts as a plain directory. Linked worktrees and submodules have a
 * `.git` file: they are copies of what is kept elsewhere, and stay out.
 */
async function findNested(top, options) {
    const untracked = await readUntracked(options);
    const dirs = untracked.filter((path) => path.endsWith('/') && !isOurs(path));
    const all = dirs.map(async (dir) => ({ dir, files: await readFiles(top, dir, options) }));
    return Promise.all(all);
}
/** Git lists a nested repository as one path that ends in a slash. */
async function readUntracked(options) {
    const output = await git_git(['ls-files', '--others', '-z', '--exclude-standard'], options);
    return output.split('\0').filter((path) => path !== '');
}
async function readFiles(top, dir, options) {
    if (!(await (0,promises_.lstat)((0,external_node_path_.join)(top, dir, '.git'))).isDirectory())
        return [];
    const paths = await withEmptyIndex((index) => {
        const env = { ...options.env, GIT_WORK_TREE: (0,external_node_path_.join)(top, dir), GIT_INDEX_FILE: index };
        return readUntracked({ cwd: (0,external_node_path_.join)(top, dir), env });
    });
    const inside = paths.map((path) => path.endsWith('/') ? readFiles(top, dir + path, options) : [dir + path]);
    return (await Promise.all(inside)).flat();
}
async function withEmptyIndex(work) {
    const temporary = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'wavefront-nested-'));
    try {
        return await work((0,external_node_path_.join)(temporary, 'index'));
    }
    finally {
        await (0,promises_.rm)(temporary, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./packages/git/src/workspaces/snapshot.ts












/**
 * All that differs from `at` as a tree, built in an index of our own on the shared git directory:
 * the agent's commits, branches and index, and whatever it broke of them, play no part.
 */
async function snapshot_takeSnapshot(repository, place, at) {
    if (await isGone(place.dir))
        return { is: 'gone' };
    const tree = await withOwnIndex(repository, place, at, (options) => addAll(place, options));
    const changed = await diff_trees_diffTrees(repository, at, tree);
    if (changed.length === 0)
        return { is: 'unchanged' };
    const conflicted = await findConflicted(repository, changed);
    return { is: 'changed', tree, files: changed.map(({ path }) => path), conflicted };
}
async function withOwnIndex(repository, place, at, work) {
    const env = { GIT_DIR: repository.gitDir, GIT_WORK_TREE: place.dir };
    const isThere = await (0,promises_.access)(place_ownIndex(place)).then(() => true, () => false);
    if (isThere)
        return work({ cwd: place.dir, env: { ...env, GIT_INDEX_FILE: place_ownIndex(place) } });
    const temporary = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'wavefront-index-'));
    try {
        const options = { cwd: place.dir, env: { ...env, GIT_INDEX_FILE: (0,external_node_path_.join)(temporary, 'index') } };
        await git_git(['read-tree', at], options);
        return await work(options);
    }
    finally {
        await (0,promises_.rm)(temporary, { recursive: true, force: true });
    }
}
/** Brings everything into the index, but for what is ours, and gives the tree. */
async function addAll(place, options) {
    const nested = await findNested(place.dir, options);
    const others = nested.map(({ dir }) => `:(exclude,top,literal)${dir}`);
    const pathspecs = ['.', ...ours.flatMap(leaveOut), ...others, ...passOver(place.others?.files)];
    const fromInput = ['--pathspec-from-file=-', '--pathspec-file-nul'];
    const input = pathspecs.join('\0');
    await git_git(['-c', 'core.safecrlf=false', 'add', '-A', ...fromInput], { ...options, input });
    const isLeft = (path) => place.others?.files.some((own) => path.startsWith(own)) ?? false;
    await addFiles(nested.filter(({ dir }) => !isLeft(dir)).flatMap(({ files }) => files), options);
    await addFiles(await readForced(place, options), options);
    return (await git_git(['write-tree'], options)).trim();
}
/** A pattern and not the path itself: git fails on a path that is ignored, even where it is to be left out. */
function leaveOut(own) {
    const pattern = own.replace(/^\./, '[.]');
    return [`:(exclude,top,glob)${pattern.slice(0, -1)}`, `:(exclude,top,glob)${pattern}**`];
}
/** File by file, which ignores neither nested repositories nor ignored files. */
async function addFiles(files, options) {
    if (files.length === 0)
        return;
    const input = files.map((file) => `${file}\0`).join('');
    await git_git(['update-index', '--add', '-z', '--stdin'], { ...options, input });
}
async function findConflicted(repository, changed) {
    const objects = changed.flatMap(({ before, after }) => [before, after]);
    const blobs = await blobs_readBlobs(repository, objects, snapshot_textLimit);
    const read = (object) => blobs.get(object)?.toString('utf8') ?? '';
    const isConflicted = ({ before, after }) => hasNewMarkers(read(after), [read(before)]);
    return changed.filter(isConflicted).map(({ path }) => path);
}
/** Nobody leaves conflict markers in larger files. */
const snapshot_textLimit = 5_000_000;

;// CONCATENATED MODULE: ./packages/git/src/workspaces/lane-directory.ts


/**
 * Where a lane works: `1-5f0c`, or `1-5f0c-2` when the first was kept for a person. What is kept stays where
 * it is, because its path is already in logs and in the report.
 */
async function laneDirectory(parent, lane) {
    for (let count = 1;; count++) {
        const dir = (0,external_node_path_.join)(parent, count === 1 ? lane : `${lane}-${count}`);
        if (!(await isKept(dir)))
            return dir;
    }
}
/** Beside the directory and not in it, where it would look like a change. */
async function markKept(dir) {
    await (0,promises_.writeFile)(marker(dir), '');
}
async function isKept(dir) {
    return (await exists(marker(dir))) && (await exists(dir));
}
function marker(dir) {
    return `${dir}.kept`;
}
async function exists(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./packages/git/src/workspaces/workspace.ts





/** One open place of the pool. */
function createWorkspace(open) {
    const { repository, place, lane, at, release, mend, isAlone } = open;
    let isOpen = true;
    return {
        lane,
        dir: place.dir,
        async snapshot() {
            const broke = await mend();
            const snapshot = await snapshot_takeSnapshot(repository, place, at);
            return broke !== undefined && isAlone() ? { ...snapshot, broke } : snapshot;
        },
        async commit(tree, message) {
            await mend();
            return workspace_commitTree(open, tree, message);
        },
        close: async ({ keep }) => {
            if (!isOpen)
                return;
            isOpen = false;
            try {
                if (keep && !(await isGone(place.dir)))
                    await markKept(place.dir);
            }
            finally {
                release();
            }
        },
    };
}
async function workspace_commitTree({ repository, at, by }, wanted, message) {
    const tree = wanted === 'unchanged' ? await objects_objectsOf(repository).findTree(at) : wanted;
    return write_commit_writeCommit(repository, { tree, message, by, parents: [at], at: message.at });
}

;// CONCATENATED MODULE: ./packages/git/src/workspaces/create-checkout.ts











/** The checkout in a directory; an empty directory becomes one. Commits that only the mirror has can be opened, too. */
async function openCheckout(dir, mirror, first) {
    if (!existsSync(join(dir, '.git'))) {
        await mkdir(dir, { recursive: true });
        await git(['init', '--quiet', '--template=', '.'], { cwd: dir });
        await shareObjects(join(dir, '.git'), mirror);
        await shareEnd(join(dir, '.git'), mirror);
        await writeFile(join(dir, '.git', 'HEAD'), `${first}\n`);
    }
    const repository = await openRepository(dir);
    await shareObjects(repository.gitDir, mirror);
    // Before the first agent runs: it may change who git thinks we are.
    const by = await readIdentity(repository);
    let settings = await keepSettings(repository);
    const bare = { dir: repository.top, admin: repository.gitDir };
    let others = existsSync(join(bare.admin, 'index')) ? await create_checkout_readUntracked(bare) : none;
    return {
        repository,
        async open(at) {
            await settings.mend();
            if (!existsSync(ownIndex(bare)))
                await makeIndex(bare, at);
            others = await withoutTracked(repository, others, at);
            let place = { ...bare, others };
            await reset(place, at);
            return {
                ...{ lane: 1, dir: place.dir },
                async snapshot() {
                    if (!existsSync(bare.admin))
                        return { is: 'gone' };
                    await writeFile(join(bare.admin, 'HEAD'), `${at}\n`);
                    const broke = await settings.mend();
                    if (!(await mendIndex(bare, at)))
                        return { is: 'gone' };
                    const snapshot = await takeSnapshot(repository, place, at);
                    return broke === undefined ? snapshot : { ...snapshot, broke };
                },
                commit: (tree, message) => commitTree({ repository, at, by }, tree, message),
                async settle() {
                    await settings.mend();
                    settings = await keepSettings(repository);
                    others = await create_checkout_readUntracked(bare);
                    place = { ...bare, others };
                    await reset(place, at);
                },
                // Nobody looks at a runner's disk afterwards.
                close: async () => { },
            };
        },
    };
}
async function makeIndex(place, at) {
    await git(['read-tree', '--reset', at], inPlace(place));
    await copyFile(join(place.admin, 'index'), ownIndex(place));
}
/** Nothing can be asked of git with an index that the agent broke. Tells whether it works again. */
async function mendIndex(place, at) {
    const { code } = await tryGit(['ls-files', '-z'], inPlace(place));
    if (code !== 0)
        await copyFile(ownIndex(place), join(place.admin, 'index')).catch(() => { });
    return (await tryGit(['ls-files', '-z', '--', at], inPlace(place))).code === 0;
}
/** More files in one place than anybody writes by hand: an environment, a cache. */
const many = 500;
const none = { files: [], paths: [] };
async function create_checkout_readUntracked(place) {
    const list = ['ls-files', '--others', '--exclude-standard', '-z'];
    const [coarse, fine] = await Promise.all([
        git([...list, '--directory'], inPlace(place)),
        git(list, inPlace(place)),
    ]);
    const paths = create_checkout_splitPaths(coarse);
    const all = create_checkout_splitPaths(fine);
    const files = paths.flatMap((path) => {
        if (!path.endsWith('/'))
            return [path];
        const inside = all.filter((file) => file.startsWith(path));
        return inside.length > 0 && inside.length <= many ? inside : [path];
    });
    return { files, paths };
}
/** What was nobody's in another commit may be a file of this one, or a directory with such files in it. */
async function withoutTracked({ top }, { files, paths }, at) {
    if (paths.length === 0)
        return none;
    const tracked = create_checkout_splitPaths(await git(['ls-tree', '-r', '-z', '--name-only', at], { cwd: top }));
    const isNobodys = (other) => !tracked.some((path) => (other.endsWith('/') ? path.startsWith(other) : path === other));
    return { files: files.filter(isNobodys), paths: paths.filter(isNobodys) };
}
function create_checkout_splitPaths(output) {
    return output.split('\0').filter((path) => path !== '');
}
async function shareObjects(gitDir, { repository }) {
    const info = join(gitDir, 'objects', 'info');
    await mkdir(info, { recursive: true });
    const file = join(info, 'alternates');
    const known = existsSync(file) ? await readFile(file, 'utf8') : '';
    const line = `${join(repository.gitDir, 'objects')}\n`;
    if (!known.includes(line))
        await writeFile(file, known + line);
}
/** Where the mirror's history ends, so does this one: without that, `git log` fails on a parent that nobody has. */
async function shareEnd(gitDir, { repository }) {
    const end = join(repository.gitDir, 'shallow');
    if (existsSync(end))
        await copyFile(end, join(gitDir, 'shallow'));
}

;// CONCATENATED MODULE: ./packages/git/src/workspaces/in-turn.ts
/** Runs what it is given one after another: git's worktree commands do not bear company. */
function createTurns() {
    let last = Promise.resolve();
    return (work) => {
        const turn = last.then(work, work);
        last = turn.catch(() => { });
        return turn;
    };
}

;// CONCATENATED MODULE: ./packages/git/src/workspaces/lanes.ts
function createLanes(count) {
    const free = new Set(Array.from({ length: count }, (_, index) => index + 1));
    const waiting = [];
    return {
        take: () => new Promise((resolve) => {
            if (free.size === 0)
                return waiting.push(resolve);
            const lane = Math.min(...free);
            free.delete(lane);
            resolve(lane);
        }),
        give: (lane) => {
            const next = waiting.shift();
            if (next)
                next(lane);
            else
                free.add(lane);
        },
    };
}

;// CONCATENATED MODULE: ./packages/git/src/workspaces/create-workspaces.ts









/** A pool of worktrees under `.wavefront/worktrees`, reused from task to task. */
function createWorkspaces(repository, options) {
    const token = options.token ?? (0,external_node_crypto_.randomUUID)().slice(0, 8);
    const lanes = createLanes(options.lanes);
    const inTurn = createTurns();
    let identity;
    let settings;
    let open = 0;
    return {
        open: async (at) => {
            const lane = await lanes.take();
            open += 1;
            const release = () => {
                open -= 1;
                lanes.give(lane);
            };
            try {
                // Before the first agent runs: it may change who git thinks we are.
                identity ??= identity_readIdentity(repository);
                const by = await identity;
                settings ??= keep_settings_keepSettings(repository);
                const { mend } = await settings;
                await mend();
                const place = await prepareLane({ repository, name: `${lane}-${token}`, at, inTurn });
                const isAlone = () => open === 1;
                return createWorkspace({ repository, place, lane, at, by, release, mend, isAlone });
            }
            catch (error) {
                release();
                throw error;
            }
        },
    };
}
async function prepareLane({ repository, name, at, inTurn, }) {
    const worktrees = await ensureWorktreesDirectory(repository);
    return preparePlace(repository, { dir: await laneDirectory(worktrees, name), at, inTurn });
}

;// CONCATENATED MODULE: ./packages/git/src/workspaces/remove-workspaces.ts






/** The workspaces of this and of earlier runs, on the disk or only in git's memory, also after a crash. */
async function findWorkspaces(repository, which) {
    const parent = worktreesDirectory(repository);
    const onDisk = await readChildren(parent);
    const known = (await readWorktrees(repository)).map(({ dir }) => dir);
    const remembered = known.filter((dir) => dir.startsWith(parent + external_node_path_.sep));
    const found = [...new Set([...onDisk, ...remembered])].sort();
    if (which === 'with-kept')
        return found;
    const kept = await Promise.all(found.map(isKept));
    return found.filter((_, place) => !kept[place]);
}
/** Removes them; gives back what it removed. */
async function removeWorkspaces(repository, which) {
    const directories = await findWorkspaces(repository, which);
    for (const dir of directories)
        await removeWorktree(repository, dir);
    if (which === 'with-kept') {
        await (0,promises_.rm)(worktreesDirectory(repository), { recursive: true, force: true });
    }
    return directories;
}
async function readChildren(parent) {
    const entries = await (0,promises_.readdir)(parent, { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => (0,external_node_path_.join)(parent, name));
}

;// CONCATENATED MODULE: ./packages/git/src/index.ts



























/***/ })

};
