export const id = 680;
export const ids = [680,282];
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

/***/ 680:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./packages/git/src/index.ts + 114 modules
var src = __webpack_require__(654);
// EXTERNAL MODULE: ./packages/report/src/index.ts + 87 modules
var report_src = __webpack_require__(7948);
// EXTERNAL MODULE: ./packages/wave/src/index.ts + 38 modules
var wave_src = __webpack_require__(5209);
;// CONCATENATED MODULE: ./packages/cli/src/closed-pipes.ts
/**
 * A reader that has gone (`| head`), or a full disk behind the output, must not end a run half way:
 * its work matters more than its words.
 */
function surviveClosedPipes() {
    for (const stream of [process.stdout, process.stderr]) {
        stream.on('error', (error) => {
            if (error.code !== 'EPIPE' && error.code !== 'ENOSPC')
                throw error;
        });
    }
}

// EXTERNAL MODULE: ./packages/cli/src/exit-codes.ts
var exit_codes = __webpack_require__(3067);
// EXTERNAL MODULE: ./packages/cli/src/interruption.ts
var src_interruption = __webpack_require__(1175);
// EXTERNAL MODULE: ./packages/cli/src/output/one-line.ts
var one_line = __webpack_require__(4073);
;// CONCATENATED MODULE: ./packages/cli/src/output/ending.ts


/** The last words of a run: how it ended, what needs a person, where things are, what to type next. */
function renderEnding({ end, why, stuck }, report, files, { feature, storeAt }) {
    const numbers = (0,report_src/* figures */.u5)(report);
    const shown = (0,report_src/* listFigures */.O1)(numbers, report.jobs).map(({ label, value, note }) => `  ${label.padEnd(24)}${value.padEnd(12)}${note}`);
    return [
        '',
        end === 'interrupted'
            ? 'The run was interrupted; the same command goes on from here.'
            : (0,report_src/* outcome */.bu)(report.end, numbers),
        ...(why === undefined ? [] : [why]),
        ...stuck.map((task) => `  ${task.id}: ${(0,one_line/* firstLine */.T)(task.why)}\n    → ${task.remedy}`),
        '',
        ...(numbers.attempts > 0 ? [...shown, ''] : []),
        `  Branch   ${feature}`,
        `  Tasks    ${storeAt}`,
        `  Report   ${files.html}`,
        ...(numbers.tasks.landed > 0
            ? ['', `Next: git diff ${report.base}...${feature}, then git merge ${feature}`]
            : []),
    ].join('\n');
}

;// CONCATENATED MODULE: ./packages/cli/src/output/plain.ts

/** One line for what is worth a line in a log; nothing for the rest. */
function plainLine(event) {
    switch (event.is) {
        case 'prepared': {
            const { state, wave, tasks, held, pending } = event.wave;
            if (state !== 'ready')
                return undefined;
            const what = tasks.map(({ task }) => task.id).join(', ') || 'nothing new';
            const also = [
                pending.length > 0 ? `${pending.length} from before` : '',
                held.length > 0 ? `${held.length} held` : '',
            ].filter((part) => part !== '');
            return `wave ${wave}: ${what}${also.length > 0 ? ` (${also.join(', ')})` : ''}`;
        }
        case 'task-started':
            return `  ${event.id}: begins${event.attempt > 1 ? `, attempt ${event.attempt}` : ''} — ${(0,one_line/* oneLine */.k)(event.title)}`;
        case 'task-ended':
            return `  ${event.id}: ${event.outcome}${event.reason ? ` — ${(0,one_line/* firstLine */.T)(event.reason)}` : ''}${event.kept ? ` (left in ${event.kept})` : ''}`;
        case 'task-merged':
            return event.resolutions.length > 0
                ? `  ${event.id}: merged, ${event.resolutions.length} conflicts resolved in ${files(event.resolutions)}`
                : undefined;
        case 'base-merged':
            return `  merged what is new on the base (${event.commit.slice(0, 12)})`;
        case 'task-requeued':
            return `  ${event.id}: conflicts in ${(0,one_line/* oneLine */.k)(event.paths.join(', '))} — ${event.why}`;
        case 'verified':
            return `  checks on ${event.ids.length > 0 ? event.ids.join(' + ') : 'the base'}: ${event.green ? 'green' : 'red'}`;
        case 'flaky':
            return `  flaky: the checks were red on ${event.ids.length > 0 ? event.ids.join(' + ') : 'the base'}, and then green — ${(0,one_line/* firstLine */.T)(event.reason)}`;
        case 'landed': {
            const landed = event.ends.filter(({ end }) => end === 'landed').map(({ id }) => id);
            return landed.length > 0
                ? `wave ${event.wave}: landed ${landed.join(', ')}`
                : `wave ${event.wave}: nothing landed`;
        }
        case 'task-said':
        case 'task-checked':
        case 'merging':
        case 'verifying':
            return undefined;
    }
}
function files(resolutions) {
    return (0,one_line/* oneLine */.k)([...new Set(resolutions.map(({ path }) => path))].join(', '));
}

;// CONCATENATED MODULE: ./packages/cli/src/output/view.ts

/** A table on a terminal, lines elsewhere. */
async function openView(stream) {
    if (!stream.isTTY || process.env.TERM === 'dumb' || process.env.CI)
        return plainView(stream);
    return (await Promise.all(/* import() */[__webpack_require__.e(300), __webpack_require__.e(392)]).then(__webpack_require__.bind(__webpack_require__, 5392))).liveView(stream);
}
function plainView(stream) {
    const say = (text) => void stream.write(`${text}\n`);
    return {
        say,
        progress(event) {
            const line = plainLine(event);
            if (line !== undefined)
                say(line);
        },
        pause: () => { },
        end: () => { },
    };
}

// EXTERNAL MODULE: ./packages/cli/src/held.ts
var src_held = __webpack_require__(2351);
;// CONCATENATED MODULE: ./packages/cli/src/output/prepared.ts


/** A wave that has been chosen and not begun, for people. */
function renderPrepared({ wave, state, tasks, pending, held, base }) {
    const lines = tasks.map(({ task, attempt }) => {
        const again = attempt > 1 ? ` (attempt ${attempt})` : '';
        const files = task.files.length > 0 ? ` [${task.files.join(', ')}]` : '';
        return `  ${task.id}${again}  ${(0,one_line/* oneLine */.k)(task.title + files)}`;
    });
    const before = pending.map(({ id }) => `  ${id}  has a result that waits to be merged`);
    const later = held.map((one) => `  ${one.id}  held: ${(0,src_held/* explainHeld */.D)(one)}`);
    const heading = state === 'ready' ? `Wave ${wave}, from ${base.slice(0, 12)}:` : `Nothing to run: ${state}.`;
    return [heading, ...lines, ...before, ...later].join('\n');
}

// EXTERNAL MODULE: ./packages/cli/src/terminal.ts
var terminal = __webpack_require__(832);
;// CONCATENATED MODULE: ./packages/cli/src/run/approval.ts


/** Shows a wave and asks whether it may begin. */
function askForWave(view, interruption) {
    return (wave) => {
        view.pause();
        process.stderr.write(`${renderPrepared(wave)}\n`);
        return (0,terminal/* ask */.k)(`Begin wave ${wave.wave}?`, interruption.interrupt);
    };
}

// EXTERNAL MODULE: ./packages/cli/src/run/check-options.ts
var check_options = __webpack_require__(8683);
;// CONCATENATED MODULE: ./packages/cli/src/run/dry-run.ts




/** `--dry-run`: the wave that would begin now. Reads everything, changes nothing. */
async function showNextWave(setup, { json }) {
    const { repository, feature, base, policy, under } = setup;
    const prepared = await (0,wave_src/* prepareWave */.bT)({ store: withPlanned(setup), branches: (0,src/* createBranches */.nX)(repository, { feature, base }) }, { policy, ...(under === undefined ? {} : { under }) });
    if (json) {
        const { state, wave, tasks, held, readiness } = prepared;
        const shown = tasks.map(({ task, attempt }) => ({ id: task.id, title: task.title, attempt }));
        console.log(JSON.stringify({ state, wave, tasks: shown, held, ...readiness }, undefined, 2));
    }
    else {
        for (const note of setup.notes)
            console.error(`note: ${note}`);
        console.log(renderPrepared(prepared));
        console.log(`\nOn the branch ${feature}, tasks in ${setup.storeAt}. Nothing has been changed.`);
    }
    return exit_codes/* exitCodes */.h.done;
}
/** The store as it would be with the plan written to it. */
function withPlanned({ store, planned }) {
    return {
        ...store,
        async read() {
            const stored = await store.read();
            const known = new Map(stored.tasks.map((task) => [task.id, task]));
            for (const task of planned) {
                if (known.get(task.id)?.state !== 'closed')
                    known.set(task.id, task);
            }
            return { ...stored, tasks: [...known.values()] };
        },
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./packages/commands/src/index.ts + 6 modules
var commands_src = __webpack_require__(5010);
;// CONCATENATED MODULE: ./packages/agents/src/command-agent.ts


/**
 * Any program as an agent: it is started in the worktree, gets the prompt on its standard input
 * and in the file `WAVEFRONT_PROMPT_FILE`, and is expected to edit files and to end.
 */
function commandAgent({ line, env, timeoutSeconds }) {
    return {
        async work({ prompt, facts, dir, log, signal, onLine }) {
            const promptFile = log.replace(/(\.log)?$/, '.prompt.md');
            await (0,promises_.writeFile)(promptFile, prompt);
            const end = await (0,commands_src/* runCommand */.d1)({
                line,
                cwd: dir,
                env: { ...env, ...facts, WAVEFRONT_PROMPT_FILE: promptFile },
                stdin: prompt,
                log,
                signal,
                onLine,
                ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
            });
            return (0,commands_src/* toWorkEnd */.Wt)('the agent', end);
        },
    };
}

;// CONCATENATED MODULE: ./packages/agents/src/index.ts


// EXTERNAL MODULE: ./packages/cli/src/checks.ts
var checks = __webpack_require__(8981);
// EXTERNAL MODULE: ./packages/cli/src/merge/merger-options.ts
var merger_options = __webpack_require__(3628);
;// CONCATENATED MODULE: ./packages/cli/src/run/ports.ts






/** The real world behind the use cases: git, processes, the clock. */
function openPorts({ repository, feature, base, store, policy }, options, { signal, ...outlets }) {
    const { agent = '', agentEnv, agentTimeout } = options;
    const locks = { log: outlets.logFor('locks'), signal };
    return {
        ...outlets,
        store,
        branches: (0,src/* createBranches */.nX)(repository, { feature, base }),
        merger: (0,wave_src/* withMergePolicy */.zX)((0,src/* createMerger */.xL)(repository, (0,merger_options/* mergerOptions */.J)(repository, options, locks)), policy.merging),
        // One more than workers: the merged tree is checked while they go on.
        workspaces: (0,src/* createWorkspaces */.pr)(repository, { lanes: policy.jobs + 1 }),
        clock: () => new Date(),
        agent: commandAgent({
            line: agent,
            env: (0,commands_src/* childEnvironment */.Qc)(process.env, { also: agentEnv }),
            timeoutSeconds: agentTimeout * 60,
        }),
        ...(0,checks/* openChecks */._)(options),
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./packages/cli/src/run/run-folder.ts



async function createRunFolder(top, now) {
    const own = (0,external_node_path_.join)(top, '.wavefront');
    const dir = (0,external_node_path_.join)(own, 'runs', now.toISOString().replace(/[:.]/g, '-'));
    const logs = (0,external_node_path_.join)(dir, 'logs');
    await (0,promises_.mkdir)(logs, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(own, '.gitignore'), '*\n');
    return {
        logFor: (name) => (0,external_node_path_.join)(logs, `${name}.log`),
        async write(report) {
            const files = { html: (0,external_node_path_.join)(dir, 'report.html'), markdown: (0,external_node_path_.join)(dir, 'report.md') };
            await (0,promises_.writeFile)(files.html, (0,report_src/* renderHtml */.K2)(report));
            await (0,promises_.writeFile)(files.markdown, (0,report_src/* renderMarkdown */.Gc)(report));
            return files;
        },
    };
}

// EXTERNAL MODULE: ./packages/cli/src/run/run-lock.ts
var run_lock = __webpack_require__(3489);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./packages/beads/src/index.ts + 44 modules
var beads_src = __webpack_require__(209);
// EXTERNAL MODULE: ./packages/errors/src/index.ts + 3 modules
var errors_src = __webpack_require__(5569);
// EXTERNAL MODULE: ./packages/plans/src/index.ts + 41 modules
var plans_src = __webpack_require__(4480);
// EXTERNAL MODULE: ./packages/tasks/src/index.ts + 12 modules
var tasks_src = __webpack_require__(6607);
// EXTERNAL MODULE: ./packages/cli/src/commands/ready.ts
var ready = __webpack_require__(7282);
// EXTERNAL MODULE: ./packages/cli/src/source.ts
var src_source = __webpack_require__(5169);
;// CONCATENATED MODULE: ./packages/cli/src/run/set-up.ts











async function setUpRun(options, cwd) {
    const repository = await (0,src/* openRepository */.h_)(cwd);
    const base = await resolveBase(repository, options.base);
    const place = { cwd, top: repository.top };
    const plan = await (0,src_source/* findPlan */.L9)(options, place);
    const source = await openSource(plan, options, place);
    const dirt = await readDirt(repository, plan);
    if (dirt && !options.dryRun)
        throw new errors_src/* UserError */.yo(dirt);
    const feature = (0,wave_src/* branchName */.at)(options.branch ?? `wavefront/${source.under ?? 'tasks'}`);
    await refuseOwnBranch(repository, feature);
    await (0,src/* checkFeature */.v6)(repository, feature);
    if (!options.dryRun)
        await refuseReadOnly(repository);
    const notes = [...source.notes, ...(dirt ? [`${dirt.what}; a real run refuses that`] : [])];
    return { ...source, notes, repository, base, feature, policy: policyOf(options) };
}
function openSource(plan, options, place) {
    if (plan === undefined)
        return openStored(options.store, options, place);
    if (plan.endsWith('.jsonl'))
        return openStored(plan, options, place);
    return openPlanned(plan, options, place);
}
async function openStored(store, options, place) {
    const opened = await (0,beads_src/* openStore */.Ch)((0,src_source/* storeOptions */.S2)(store, place));
    const graph = (0,errors_src/* unwrap */.oA)((0,tasks_src/* buildGraph */.ZG)((await opened.store.read()).tasks));
    const under = options.epic === undefined ? undefined : (0,ready.findEpic)(graph, options.epic);
    return {
        ...{ store: opened.store, storeAt: opened.where, planned: [], notes: [] },
        title: under === undefined ? 'Tasks' : (graph.find(under)?.title ?? under),
        ...(under === undefined ? {} : { under }),
    };
}
async function openPlanned(path, options, place) {
    const plan = await (0,src_source/* readPlan */.m3)(path, options, place.top);
    refuseDeadlocks((0,errors_src/* unwrap */.oA)((0,tasks_src/* buildGraph */.ZG)(plan.tasks)), path);
    const planned = (0,plans_src/* storeTasks */.gF)(plan);
    const opened = await (0,beads_src/* openStore */.Ch)({ ...(0,src_source/* storeOptions */.S2)(options.store, place), create: true });
    return {
        ...{ store: opened.store, storeAt: opened.where, planned, notes: plan.notes },
        title: plan.title,
        under: planned[0].id,
    };
}
function refuseDeadlocks(graph, where) {
    const stuck = (0,tasks_src/* deadlocked */.nz)(graph);
    if (stuck.length === 0)
        return;
    throw new errors_src/* UserError */.yo({
        what: `these tasks wait for something that waits for them: ${stuck.slice(0, 20).join(', ')}`,
        where,
        fix: 'a task must not depend on its own epic or group: remove that dependency',
    });
}
async function resolveBase(repository, base) {
    const name = base ?? (await repository.currentBranch()) ?? 'HEAD';
    const commit = await repository.resolve(name);
    const isBranch = (0,wave_src/* isBranchName */.Q8)(name) && (await repository.resolve(`refs/heads/${name}`)) !== undefined;
    if (commit !== undefined)
        return isBranch ? name : commit;
    throw new errors_src/* UserError */.yo({
        what: `there is no commit "${base}"`,
        where: '--base',
        fix: 'name a branch, a tag or a commit of this repository',
    });
}
/** Workers start from what is committed: what is not would be missing there, and nobody would see why. */
async function readDirt(repository, plan) {
    const own = plan === undefined ? [] : [(0,external_node_path_.relative)(repository.top, plan)];
    const dirty = await repository.readDirty({ ignore: ['.beads/', '.wavefront/', ...own] });
    if (dirty.length === 0)
        return undefined;
    const shown = dirty.slice(0, 10).join(', ');
    return {
        what: `the checkout has changes that are not committed: ${shown}${dirty.length > 10 ? ', …' : ''}`,
        where: repository.top,
        fix: 'commit them, or put them away with: git stash --include-untracked',
    };
}
/** Moving the branch that is checked out would make everything in the checkout look changed. */
async function refuseOwnBranch(repository, feature) {
    if ((await repository.currentBranch()) !== feature)
        return;
    throw new errors_src/* UserError */.yo({
        what: `the feature branch ${feature} is checked out here`,
        where: repository.top,
        fix: 'switch to the branch that it started from (git switch main), or name another with --branch',
    });
}
/** Better found before agents have worked than after. */
async function refuseReadOnly({ top, gitDir }) {
    const beads = (0,external_node_path_.join)(top, '.beads');
    const isThere = await (0,promises_.access)(beads).then(() => true, () => false);
    for (const dir of [top, gitDir, ...(isThere ? [beads] : [])])
        await (0,promises_.access)(dir, promises_.constants.W_OK);
}
function policyOf({ maxTasks, maxAttempts, maxWaves, jobs, keepWorktrees, conflicts, maxOverwrittenLines, overlap, }) {
    return {
        maxTasks: maxTasks ?? wave_src/* defaultPolicy */.G4.maxTasks,
        maxAttempts: maxAttempts ?? wave_src/* defaultPolicy */.G4.maxAttempts,
        maxWaves: maxWaves ?? wave_src/* defaultPolicy */.G4.maxWaves,
        jobs: jobs ?? Math.min((0,external_node_os_.availableParallelism)(), 4),
        keepWorktrees,
        merging: {
            ...{ conflicts, overlap },
            ...(maxOverwrittenLines === undefined ? {} : { maxOverwrittenLines }),
        },
    };
}

;// CONCATENATED MODULE: ./packages/cli/src/commands/run.ts















/** `wavefront run`: reads and judges everything first, then works the graph off and writes the report. */
async function run(options) {
    await (0,check_options/* checkOptions */.J)(options);
    const setup = await setUpRun(options, process.cwd());
    if (options.dryRun)
        return showNextWave(setup, options);
    surviveClosedPipes();
    return (0,run_lock/* whileAlone */.r)(setup.repository, () => runToTheEnd(setup, options));
}
async function runToTheEnd(setup, options) {
    const stream = options.json ? process.stderr : process.stdout;
    const view = await openView(stream);
    const interruption = (0,src_interruption/* onInterruption */.v)(view.say);
    const folder = await createRunFolder(setup.repository.top, new Date());
    const recorder = (0,wave_src/* createRecorder */.Tk)({
        title: setup.title,
        branch: setup.feature,
        base: /^[0-9a-f]{40,}$/.test(setup.base) ? setup.base.slice(0, 12) : setup.base,
        schedule: options.schedule,
        jobs: setup.policy.jobs,
        startedAt: new Date(),
        ...(setup.under === undefined ? {} : { under: setup.under }),
    });
    const progress = (event) => {
        recorder.progress(event);
        view.progress(event);
    };
    for (const note of setup.notes)
        view.say(`note: ${note}`);
    try {
        if (setup.planned.length > 0)
            await setup.store.add(setup.planned);
        const ports = openPorts(setup, options, {
            ...{ progress, logFor: folder.logFor, signal: interruption.signal },
        });
        const outcome = await start(options, view, ports, setup, interruption);
        view.end();
        const report = recorder.report(outcome, new Date());
        const files = await folder.write(report);
        stream.write(`${renderEnding(outcome, report, files, setup)}\n`);
        if (options.json)
            process.stdout.write(`${(0,report_src/* renderRunJson */.yk)(report)}\n`);
        return exitCodeOf(outcome);
    }
    finally {
        view.end();
        interruption.dispose();
        // Left where they are, the checkouts would be seen by test runners and linters of the repository.
        await (0,src/* removeWorkspaces */.XE)(setup.repository, 'without-kept');
    }
}
function start(options, view, ports, { feature, policy, under }, interruption) {
    const runAll = options.schedule === 'rolling' ? wave_src/* runRolling */.PC : wave_src/* runWaves */.aS;
    return runAll(ports, {
        ...{ feature, policy, signal: interruption.signal, onRed: options.onRed },
        // In a rolling run the other places are taken by workers.
        ...(options.schedule === 'waves' ? { checkJobs: policy.jobs } : {}),
        ...(under === undefined ? {} : { under }),
        ...(options.checks === undefined ? {} : { checksLine: options.checks }),
        ...(options.approve ? { approve: askForWave(view, interruption) } : {}),
    });
}
function exitCodeOf({ end }) {
    if (end === 'interrupted')
        return exit_codes/* exitCodes */.h.interrupted;
    return end === 'complete' ? exit_codes/* exitCodes */.h.done : exit_codes/* exitCodes */.h.notDone;
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





/***/ })

};
