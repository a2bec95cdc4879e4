export const id = 837;
export const ids = [837];
export const modules = {

/***/ 377:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* reexport */ commandChecks)
});

// EXTERNAL MODULE: ./packages/commands/src/index.ts + 6 modules
var src = __webpack_require__(5010);
;// CONCATENATED MODULE: ./packages/checks/src/command-checks.ts

/** One command as the project's checks: exit code 0 is green. */
function commandChecks({ line, env, timeoutSeconds }) {
    return {
        async run({ dir, log, signal, onLine }) {
            const end = await (0,src/* runCommand */.d1)({
                line,
                cwd: dir,
                env,
                log,
                signal,
                onLine,
                ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
            });
            return (0,src/* toWorkEnd */.Wt)('the checks', end);
        },
    };
}

;// CONCATENATED MODULE: ./packages/checks/src/index.ts



/***/ }),

/***/ 8981:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ openChecks)
/* harmony export */ });
/* harmony import */ var _wavefront_checks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(377);
/* harmony import */ var _wavefront_commands__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5010);


/** What was given with --checks, as the use cases take it; nothing where nothing was. */
function openChecks({ checks, checksEnv, checksTimeout }) {
    if (checks === undefined)
        return {};
    const env = (0,_wavefront_commands__WEBPACK_IMPORTED_MODULE_1__/* .childEnvironment */ .Qc)(process.env, { also: checksEnv });
    return { checks: (0,_wavefront_checks__WEBPACK_IMPORTED_MODULE_0__/* .commandChecks */ .N)({ line: checks, env, timeoutSeconds: checksTimeout * 60 }) };
}


/***/ }),

/***/ 9837:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  merge: () => (/* binding */ merge)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/errors/src/index.ts + 3 modules
var src = __webpack_require__(5569);
// EXTERNAL MODULE: ./packages/git/src/index.ts + 114 modules
var git_src = __webpack_require__(654);
// EXTERNAL MODULE: ./packages/report/src/index.ts + 87 modules
var report_src = __webpack_require__(7948);
// EXTERNAL MODULE: ./packages/wave/src/index.ts + 38 modules
var wave_src = __webpack_require__(5209);
// EXTERNAL MODULE: ./packages/cli/src/checks.ts
var checks = __webpack_require__(8981);
// EXTERNAL MODULE: ./packages/cli/src/exit-codes.ts
var exit_codes = __webpack_require__(3067);
// EXTERNAL MODULE: ./packages/cli/src/interruption.ts
var interruption = __webpack_require__(1175);
;// CONCATENATED MODULE: ./packages/cli/src/merge/describe-merge.ts


/** What became of each branch. Nobody is accused of what the branch itself, or the policy, has brought about. */
async function describeMerge(repository, { onto, given, }, integration) {
    const { batch, flaky = [] } = integration;
    const problem = describeProblem(onto.branch, integration);
    const nameOf = new Map(given.map(({ name, result }) => [result.id, name]));
    return {
        ...{ onto: onto.branch, tip: batch.to },
        tree: batch.tree ?? (await (0,git_src/* readTree */.Zc)(repository, batch.to)),
        branches: given.map((one) => describeBranch(one, integration)),
        ...(problem === undefined ? {} : { problem }),
        flaky: flaky.map(({ ids, reason }) => ({
            branches: ids.map((id) => nameOf.get(id) ?? id),
            reason,
        })),
    };
}
function describeBranch({ name, result }, { batch, ejected }) {
    const merged = batch.merged.find((one) => one.result.id === result.id);
    if (merged)
        return { name, is: 'merged', commit: merged.commit, resolutions: merged.resolutions };
    const requeued = batch.requeued.find((one) => one.result.id === result.id);
    if (requeued) {
        const { why, isForPerson, paths } = requeued;
        const is = isForPerson ? 'set-aside' : 'requeued';
        return { name, is, why, ...(paths && { paths }), resolutions: [] };
    }
    const culprit = ejected.find((one) => one.result.id === result.id);
    if (culprit)
        return { name, is: 'ejected', why: culprit.reason, resolutions: [] };
    return { name, is: 'waiting', resolutions: [] };
}
function describeProblem(onto, integration) {
    const { redBase, stopped } = integration;
    if (redBase !== undefined)
        return `The checks fail on ${onto} itself, so nothing can be proved:\n${redBase}`;
    if (stopped === undefined)
        return undefined;
    return `Nothing is merged: ${(0,wave_src/* explainStop */.cV)(integration)}:\n${stopped}`;
}

// EXTERNAL MODULE: ./packages/cli/src/merge/merger-options.ts
var merger_options = __webpack_require__(3628);
// EXTERNAL MODULE: ./packages/tasks/src/index.ts + 12 modules
var tasks_src = __webpack_require__(6607);
;// CONCATENATED MODULE: ./packages/cli/src/merge/read-branches.ts




async function readOnto(repository, name) {
    const tip = (0,wave_src/* isBranchName */.Q8)(name) ? await repository.resolve(`refs/heads/${name}`) : undefined;
    if ((0,wave_src/* isBranchName */.Q8)(name) && tip !== undefined)
        return { branch: name, tip };
    throw new src/* UserError */.yo({
        what: `there is no branch ${JSON.stringify(name)} to merge onto`,
        where: '--onto',
        fix: 'name a branch of this repository, without refs/heads/: git branch --list shows them, git branch <name> makes one',
    });
}
async function readBranches(repository, names) {
    const given = [];
    const problems = [];
    for (const name of names) {
        const commit = await resolveBranch(repository, name);
        if (commit === undefined)
            problems.push(unknown(name, names));
        else if (given.some((one) => one.name === name))
            problems.push(twice(name));
        else
            given.push(await toGiven(repository, { name, commit, given }));
    }
    if (problems.length > 0)
        throw new src/* UserError */.yo(problems);
    return given;
}
/** A remote's branch will do, and so will a commit. */
async function resolveBranch(repository, name) {
    const local = (0,wave_src/* isBranchName */.Q8)(name) ? await repository.resolve(`refs/heads/${name}`) : undefined;
    return local ?? (name.startsWith('-') ? undefined : repository.resolve(name));
}
async function toGiven(repository, { name, commit, given }) {
    const taken = new Set(given.map(({ result }) => result.id));
    const found = await (0,git_src/* readResultAt */.pM)(repository, commit);
    if (found && !taken.has(found.id)) {
        return { name, isPlain: false, result: { ...found, commit, outcome: 'done' } };
    }
    const now = new Date();
    const result = {
        ...{ id: inventId(name, taken), wave: 1, attempt: 1, base: commit, commit },
        ...{ outcome: 'done', startedAt: now, finishedAt: now },
    };
    return { name, isPlain: true, result };
}
/** The use cases know results by their tasks. This one is not written anywhere. */
function inventId(name, taken) {
    const plain = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
    const start = (0,tasks_src/* isTaskId */.XJ)(plain) ? plain : 'branch';
    for (let more = 1;; more++) {
        const id = (0,tasks_src/* taskId */.BS)(more === 1 ? start : `${start.slice(0, 100)}-${more}`);
        if (!taken.has(id))
            return id;
    }
}
function unknown(name, names) {
    return {
        what: `there is no branch or commit ${JSON.stringify(name)}${(0,src/* suggest */.ZA)(name, names.filter((other) => other !== name))}`,
        where: 'the branches to merge',
        fix: 'name branches of this repository: git branch --all lists them',
    };
}
function twice(name) {
    return {
        what: `${JSON.stringify(name)} is there twice`,
        where: 'the branches to merge',
        fix: 'name each branch once',
    };
}

// EXTERNAL MODULE: ./packages/cli/src/run/check-options.ts
var check_options = __webpack_require__(8683);
// EXTERNAL MODULE: ./packages/cli/src/run/run-lock.ts
var run_lock = __webpack_require__(3489);
;// CONCATENATED MODULE: ./packages/cli/src/commands/merge.ts















/** `wavefront merge`: some branches onto one, in memory, and then that one moves; nothing is checked out. */
async function merge(names, options) {
    await (0,check_options/* checkMergeOptions */.z)(options);
    const repository = await (0,git_src/* openRepository */.h_)(process.cwd());
    const onto = await readOnto(repository, options.onto);
    const given = await readBranches(repository, names);
    if (!options.dryRun)
        await (0,git_src/* refuseCheckedOut */.an)(repository, onto.branch);
    const work = () => mergeAll(repository, { onto, given, options });
    return options.dryRun && options.checks === undefined ? work() : (0,run_lock/* whileAlone */.r)(repository, work);
}
async function mergeAll(repository, merging) {
    const { onto, given, options } = merging;
    const say = (line) => process.stderr.write(`${line}\n`);
    const { signal, dispose } = (0,interruption/* onInterruption */.v)(say, 'Ending; no branch has moved.');
    const logs = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'wavefront-merge-'));
    let isRed = false;
    const progress = (event) => {
        isRed ||= event.is === 'verified' && !event.green;
        tellChecks(say, logs, event);
    };
    try {
        const ports = openPorts(repository, merging, { logs, progress, signal });
        const integration = await (0,wave_src/* integrateWave */.HJ)(ports, {
            ...{ tip: onto.tip, wave: 1, signal, onRed: options.onRed, jobs: options.jobs },
            results: given.map(({ result }) => result),
        });
        if (signal.aborted)
            return exit_codes/* exitCodes */.h.interrupted;
        const report = await describeMerge(repository, merging, integration);
        if (!options.dryRun)
            await move(repository, onto, integration);
        tell(report, options);
        return report.branches.every(({ is }) => is === 'merged') ? exit_codes/* exitCodes */.h.done : exit_codes/* exitCodes */.h.notDone;
    }
    catch (error) {
        if (signal.aborted)
            return exit_codes/* exitCodes */.h.interrupted;
        throw error;
    }
    finally {
        dispose();
        if (options.checks !== undefined)
            await (0,git_src/* removeWorkspaces */.XE)(repository, 'without-kept');
        // A log is worth keeping where it says why.
        if (!isRed)
            await (0,promises_.rm)(logs, { recursive: true, force: true });
    }
}
function openPorts(repository, { given, options }, { logs, progress, signal }) {
    const { conflicts, overlap, maxOverwrittenLines, jobs } = options;
    const logFor = (name) => (0,external_node_path_.join)(logs, `${name}.log`);
    const merger = (0,git_src/* createMerger */.xL)(repository, (0,merger_options/* mergerOptions */.J)(repository, options, { log: logFor('locks'), signal }));
    const policy = {
        ...{ conflicts, overlap },
        ...(maxOverwrittenLines === undefined ? {} : { maxOverwrittenLines }),
    };
    return {
        ...{ progress, logFor, clock: () => new Date() },
        merger: nameBranches((0,wave_src/* withMergePolicy */.zX)(merger, policy), given),
        workspaces: (0,git_src/* createWorkspaces */.pr)(repository, { lanes: jobs }),
        ...(0,checks/* openChecks */._)(options),
    };
}
/** A branch without a task is merged under its own name, and never counts as a task that has landed. */
function nameBranches(merger, given) {
    const plain = new Map(given.filter(({ isPlain }) => isPlain).map(({ name, result }) => [result.commit, name]));
    return {
        merge(request) {
            const name = plain.get(request.commit);
            return merger.merge(name === undefined ? request : { ...request, of: { is: 'branch', name } });
        },
    };
}
function tellChecks(say, logs, event) {
    if (event.is === 'verifying')
        say(`checking the tree with ${event.ids.join(', ') || 'nothing new'}`);
    if (event.is === 'verified')
        say(event.green ? 'the checks are green' : `the checks are red: ${logs}`);
}
async function move(repository, { branch, tip }, { batch: { to } }) {
    if (to === tip)
        return;
    const branches = (0,git_src/* createBranches */.nX)(repository, { feature: branch, base: branch });
    try {
        await branches.land({ from: tip, to, landed: [], setAside: [] });
    }
    catch (error) {
        if (!(error instanceof wave_src/* TipMovedError */.HX))
            throw error;
        const what = `somebody has moved "${branch}" meanwhile, so nothing has been merged onto it`;
        throw new src/* UserError */.yo({ what, where: '--onto', fix: 'run the same command again' }, { cause: error });
    }
}
function tell(report, { json, dryRun }) {
    if (json) {
        process.stdout.write((0,report_src/* renderMergeJson */.BI)(report));
        return;
    }
    const { isTTY, columns } = process.stdout;
    const colour = isTTY === true && process.env.NO_COLOR === undefined;
    process.stdout.write(`${(0,report_src/* renderMergeText */.Oy)(report, { colour, width: columns ?? 100 }).trimEnd()}\n`);
    if (dryRun)
        process.stdout.write('This was a dry run: no branch has moved.\n');
}


/***/ }),

/***/ 1175:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ onInterruption)
/* harmony export */ });
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** The first one ends the workers and keeps their work; a second one does not wait for them. */
function onInterruption(say, ending = 'Ending the workers; their work is kept. The same command goes on from here. (Again: at once.)') {
    const abort = new AbortController();
    function interrupt() {
        if (abort.signal.aborted)
            process.exit(130);
        say(ending);
        abort.abort();
    }
    for (const name of signals)
        process.on(name, interrupt);
    return {
        signal: abort.signal,
        interrupt,
        dispose() {
            for (const name of signals)
                process.off(name, interrupt);
        },
    };
}


/***/ }),

/***/ 3628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ ladderOptions),
/* harmony export */   J: () => (/* binding */ mergerOptions)
/* harmony export */ });
/* harmony import */ var _wavefront_checks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(377);
/* harmony import */ var _wavefront_commands__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5010);
/* harmony import */ var _wavefront_git__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(654);



function ladderOptions({ keepInserts = false, resolver }) {
    return {
        keepInserts,
        ...(resolver === undefined ? {} : { resolve: (0,_wavefront_git__WEBPACK_IMPORTED_MODULE_2__/* .createResolver */ .Tw)({ command: resolver }) }),
    };
}
/** The same for whole merges, which can also make lock files anew. */
function mergerOptions(repository, options, { log, signal }) {
    const { lockCommand, checksTimeout } = options;
    if (lockCommand === undefined)
        return ladderOptions(options);
    const regenerate = (0,_wavefront_git__WEBPACK_IMPORTED_MODULE_2__/* .createRegenerate */ .jQ)(repository, {
        commands: lockCommand,
        async run(line, dir) {
            const env = (0,_wavefront_commands__WEBPACK_IMPORTED_MODULE_1__/* .childEnvironment */ .Qc)(process.env);
            const command = (0,_wavefront_checks__WEBPACK_IMPORTED_MODULE_0__/* .commandChecks */ .N)({ line, env, timeoutSeconds: checksTimeout * 60 });
            return (await command.run({ dir, log, signal, onLine: () => { } })).is === 'succeeded';
        },
    });
    return { ...ladderOptions(options), regenerate };
}


/***/ }),

/***/ 8683:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ checkOptions),
/* harmony export */   z: () => (/* binding */ checkMergeOptions)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _wavefront_errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5569);
/* harmony import */ var _wavefront_git__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(654);
/* harmony import */ var _wavefront_wave__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5209);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(832);






const run = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
/** Everything that can be known to be wrong before anything is read or made, at once. */
async function checkOptions(options) {
    const problems = [
        ...(await commandProblems('--agent', options.agent)),
        ...(await commandProblems('--checks', options.checks)),
        ...(await lockProblems(options.lockCommand)),
        ...rollingProblems(options),
    ];
    if (options.agent === undefined && !options.dryRun) {
        problems.push({
            what: 'nobody to work on the tasks',
            where: '--agent',
            fix: "name a command that reads a prompt and edits files, such as --agent 'opencode run'",
        });
    }
    if (options.branch !== undefined && !(0,_wavefront_wave__WEBPACK_IMPORTED_MODULE_4__/* .isBranchName */ .Q8)(options.branch)) {
        problems.push({
            what: `${JSON.stringify(options.branch)} is not a branch name that is safe everywhere`,
            where: '--branch',
            fix: 'use letters, digits, ".", "_", "-" and "/", beginning with a letter or digit',
        });
    }
    if (problems.length > 0)
        throw new _wavefront_errors__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(problems);
    if (options.approve)
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .requireTerminal */ ._)('--approve');
}
/** The same for `wavefront merge`. */
async function checkMergeOptions({ checks, lockCommand, }) {
    const problems = [
        ...(await commandProblems('--checks', checks)),
        ...(await lockProblems(lockCommand)),
    ];
    if (problems.length > 0)
        throw new _wavefront_errors__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(problems);
}
async function lockProblems(commands = {}) {
    const problems = [];
    for (const [name, line] of Object.entries(commands)) {
        if ((0,_wavefront_git__WEBPACK_IMPORTED_MODULE_3__/* .isLockFile */ .ue)(name) && !(0,_wavefront_git__WEBPACK_IMPORTED_MODULE_3__/* .isLockSet */ .om)(name))
            problems.push(...(await commandProblems('--lock-command', line)));
        else
            problems.push(noLockFile(name));
    }
    return problems;
}
function noLockFile(name) {
    const why = (0,_wavefront_git__WEBPACK_IMPORTED_MODULE_3__/* .isLockSet */ .om)(name) ? 'is united line by line' : 'is not known as a lock file';
    return {
        what: `${name} ${why}, so no command makes it anew`,
        where: '--lock-command',
        fix: 'name a lock file without its directory, such as package-lock.json, pnpm-lock.yaml or Cargo.lock',
    };
}
function rollingProblems({ schedule, maxWaves, approve }) {
    if (schedule !== 'rolling')
        return [];
    const given = [
        ...(maxWaves === undefined ? [] : ['--max-waves']),
        ...(approve ? ['--approve'] : []),
    ];
    return given.map((option) => ({
        what: `${option} counts waves, and a rolling run has none`,
        where: option,
        fix: `leave it out, or use --schedule waves`,
    }));
}
/** Is there such a program? Only a plain first word can be looked up; the shell judges the rest. */
async function commandProblems(option, line) {
    if (line === undefined)
        return [];
    const [, word] = /^\s*([\w./~+-]+)(?=\s|$)/.exec(line) ?? [];
    if (line.trim() !== '' && word === undefined)
        return [];
    const found = word !== undefined &&
        (await run('sh', ['-c', 'command -v -- "$1"', 'sh', word]).then(() => true, () => false));
    if (found)
        return [];
    return [
        {
            what: word === undefined ? 'the command is empty' : `there is no program "${word}"`,
            where: option,
            fix: 'install it, correct the name, or give its full path',
        },
    ];
}


/***/ }),

/***/ 3489:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ whileAlone)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _wavefront_errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5569);
/* harmony import */ var _wavefront_locks__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7833);




/**
 * Only one run, or one clean-up, at a time in a repository, whichever of its checkouts it is typed
 * in: they share their branches. A run that crashed does not count.
 */
async function whileAlone({ top, gitDir }, act) {
    await makeOwnFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, '.wavefront'));
    const options = {
        waitMs: 0,
        busy: 'another run is at work in this repository',
        fix: 'wait for it',
    };
    return (0,_wavefront_locks__WEBPACK_IMPORTED_MODULE_3__/* .withLock */ .k)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'wavefront.lock'), options, act);
}
/** What is in it is removed without asking, so it must be a folder of ours and lead nowhere else. */
async function makeOwnFolder(own) {
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(own).catch(() => undefined);
    if (stats && !stats.isDirectory()) {
        throw new _wavefront_errors__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo({
            what: 'this is where Wavefront keeps its worktrees and reports, and it is no plain folder',
            where: own,
            fix: 'move it out of the way: mv .wavefront .wavefront-old',
        });
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(own, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, '.gitignore'), '*\n');
}


/***/ }),

/***/ 832:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ requireTerminal),
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var node_readline_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6848);
/* harmony import */ var node_readline_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_readline_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _wavefront_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5569);


/** A question to be answered by yes or no; Ctrl-D is a no, and so is Ctrl-C, which is also told. */
async function ask(question, onInterrupt) {
    const reader = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: process.stdin, output: process.stderr });
    const abort = new AbortController();
    reader.once('SIGINT', () => {
        onInterrupt();
        abort.abort();
    });
    reader.once('close', () => abort.abort());
    try {
        const answer = await reader.question(`${question} [y/N] `, { signal: abort.signal });
        return /^y(es)?$/i.test(answer.trim());
    }
    catch (error) {
        if (abort.signal.aborted)
            return false;
        throw error;
    }
    finally {
        reader.close();
    }
}
/** Fails early where nobody could answer. */
function requireTerminal(option) {
    if (process.stdin.isTTY)
        return;
    throw new _wavefront_errors__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
        what: `${option} asks on a terminal, and standard input is none`,
        fix: `leave ${option} out, or run it in a terminal`,
    });
}


/***/ }),

/***/ 5010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qc: () => (/* reexport */ childEnvironment),
  d1: () => (/* reexport */ runCommand),
  Wt: () => (/* reexport */ toWorkEnd)
});

;// CONCATENATED MODULE: ./packages/commands/src/child-environment.ts
/** What any program needs to find its tools, its home and the network, and nothing that opens a door. */
const allowed = /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_.*|TZ|TERM|COLORTERM|NO_COLOR|FORCE_COLOR|TMPDIR|TMP|TEMP|XDG_.*|(HTTP|HTTPS|NO|ALL)_PROXY|(http|https|no|all)_proxy|SSL_CERT_(FILE|DIR)|NODE_EXTRA_CA_CERTS|JAVA_HOME|GOPATH|GOROOT|GOCACHE|GOMODCACHE|GOPROXY|GOFLAGS|CARGO_HOME|RUSTUP_HOME|PYENV_ROOT|VIRTUAL_ENV|NVM_DIR|VOLTA_HOME|PNPM_HOME|BUN_INSTALL|DENO_DIR|npm_config_cache)$/;
/** An allow-list of `from`, with what is named in `also`, and `add` on top. */
function childEnvironment(from, { also = [], add = {}, } = {}) {
    const named = new Set(also);
    const passed = Object.entries(from).filter((entry) => entry[1] !== undefined && (allowed.test(entry[0]) || named.has(entry[0])));
    return { ...Object.fromEntries(passed), ...add };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./packages/commands/src/line-reader.ts

/** A line longer than this is shown in pieces: a flood without line breaks must not fill the memory. */
const maxLine = 10_000;
/** Bytes in, whole lines out, whatever the chunks were. */
function createLineReader(onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let rest = '';
    const emit = (text) => {
        const lines = (rest + text).split(/\r?\n/);
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
        if (rest.length > maxLine) {
            onLine(rest);
            rest = '';
        }
    };
    return {
        push: (chunk) => emit(decoder.write(chunk)),
        end: () => {
            emit(decoder.end());
            if (rest !== '')
                onLine(rest);
            rest = '';
        },
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./packages/commands/src/log.ts


const defaultMaxBytes = 50 * 1024 * 1024;
/** A file that a command's output is appended to. Past its bound, or on a full disk, it stops with a note. */
function openLog(path, maxBytes = defaultMaxBytes) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    const file = (0,external_node_fs_.openSync)(path, 'a');
    let left = maxBytes;
    const stop = (note) => {
        left = 0;
        tryWrite(file, Buffer.from(`\n[wavefront: ${note}; the rest of the output is not kept]\n`));
    };
    return {
        write(chunk) {
            if (left <= 0)
                return;
            if (!tryWrite(file, chunk.subarray(0, left)))
                return stop('the log could not be written');
            left -= chunk.length;
            if (left <= 0)
                stop(`more than ${maxBytes} bytes`);
        },
        close: () => (0,external_node_fs_.closeSync)(file),
    };
}
function tryWrite(file, chunk) {
    try {
        (0,external_node_fs_.writeSync)(file, chunk);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./packages/commands/src/tail.ts

const maxLines = 120;
const maxCharacters = 4_000;
/** The end of a long output, fit to be shown to people and to be put into a prompt. */
function createTail() {
    const lines = [];
    return {
        add(line) {
            lines.push(clean(line).slice(0, maxCharacters));
            if (lines.length > maxLines)
                lines.shift();
        },
        text: () => lines.join('\n').slice(-maxCharacters).trim(),
    };
}
function clean(line) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    return (0,external_node_util_.stripVTControlCharacters)(line).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

;// CONCATENATED MODULE: ./packages/commands/src/run-command.ts




/**
 * Runs a command in a process group of its own and ends the whole group with it, so that nothing
 * it started outlives it. Resolves in every case; rejects only when there is no shell or directory.
 */
async function runCommand(command) {
    const tail = createTail();
    const log = openLog(command.log, command.maxLogBytes);
    const onLine = (line) => {
        tail.add(line);
        command.onLine?.(line);
    };
    try {
        return { ...(await supervise(command, log.write, onLine)), tail: tail.text() };
    }
    finally {
        log.close();
    }
}
function supervise(command, write, onLine) {
    if (command.signal.aborted)
        return Promise.resolve({ is: 'interrupted' });
    const child = (0,external_node_child_process_.spawn)('sh', ['-c', command.line], {
        cwd: command.cwd,
        env: { ...command.env },
        detached: true,
        stdio: ['pipe', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
        const lines = createLineReader(onLine);
        stream.on('data', (chunk) => {
            write(chunk);
            lines.push(chunk);
        });
        stream.on('end', lines.end);
    }
    child.stdin.on('error', () => { }); // it may end without reading its prompt
    child.stdin.end(command.stdin ?? '');
    return settle(child, command);
}
function settle(child, command) {
    const { signal, timeoutSeconds, graceSeconds = 5 } = command;
    return new Promise((resolve, reject) => {
        let because;
        const timers = [];
        const after = (seconds, act) => timers.push(setTimeout(act, seconds * 1000));
        const stop = (reason) => {
            because ??= reason;
            signalGroup(child, 'SIGTERM');
            after(graceSeconds, () => signalGroup(child, 'SIGKILL'));
        };
        const interrupt = () => stop({ is: 'interrupted' });
        // Whatever ends this process, the group must not be left behind.
        const leave = () => signalGroup(child, 'SIGKILL');
        process.once('exit', leave);
        const finish = () => {
            process.off('exit', leave);
            signal.removeEventListener('abort', interrupt);
            timers.forEach(clearTimeout);
            signalGroup(child, 'SIGKILL');
        };
        signal.addEventListener('abort', interrupt, { once: true });
        if (timeoutSeconds !== undefined) {
            after(timeoutSeconds, () => stop({ is: 'timed-out', seconds: timeoutSeconds }));
        }
        child.once('error', (error) => {
            finish();
            reject(error);
        });
        // A grandchild may hold the pipes open after the command itself has ended, even from a session of its own.
        child.once('exit', () => {
            after(because ? 0 : 0.5, () => {
                signalGroup(child, 'SIGKILL');
                after(0.5, () => letGo(child));
            });
        });
        child.once('close', (code, by) => {
            finish();
            resolve(because ?? (code === null ? { is: 'killed', by: by ?? '?' } : { is: 'exited', code }));
        });
    });
}
function letGo({ stdout, stderr }) {
    stdout?.destroy();
    stderr?.destroy();
}
function signalGroup(child, name) {
    if (child.pid === undefined)
        return;
    try {
        process.kill(-child.pid, name);
    }
    catch {
        // the group is gone already
    }
}

;// CONCATENATED MODULE: ./packages/commands/src/work-end.ts
/** How a command ended, in the words of the use cases; `name` is what people call it (`the agent`). */
function toWorkEnd(name, end) {
    switch (end.is) {
        case 'exited':
            if (end.code === 0)
                return { is: 'succeeded' };
            return { is: 'failed', why: exitOf(name, end.code), tail: end.tail };
        case 'killed':
            return { is: 'failed', why: `${name} was ended by ${end.by}`, tail: end.tail };
        case 'timed-out':
            return { is: 'timed-out', why: `${name} took longer than ${end.seconds} s`, tail: end.tail };
        case 'interrupted':
            return { is: 'interrupted' };
    }
}
function exitOf(name, code) {
    const hint = code === 127 ? ': a command was not found, so install it first (`setup`)' : '';
    return `${name} ended with exit code ${code}${hint}`;
}

;// CONCATENATED MODULE: ./packages/commands/src/index.ts





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
