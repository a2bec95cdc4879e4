export const id = 590;
export const ids = [590];
export const modules = {

/***/ 5209:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HX: () => (/* reexport */ tip_moved_error_TipMovedError),
  at: () => (/* reexport */ branchName),
  mJ: () => (/* reexport */ commitSha),
  Tk: () => (/* reexport */ createRecorder),
  G4: () => (/* reexport */ defaultPolicy),
  cV: () => (/* reexport */ explain_stop_explainStop),
  UH: () => (/* reexport */ names_failedBranch),
  HJ: () => (/* reexport */ integrateWave),
  Q8: () => (/* reexport */ isBranchName),
  _$: () => (/* reexport */ names_isCommitSha),
  bT: () => (/* reexport */ prepare_wave_prepareWave),
  PC: () => (/* reexport */ runRolling),
  aS: () => (/* reexport */ runWaves),
  Ip: () => (/* reexport */ names_taskBranch),
  s9: () => (/* reexport */ trailer),
  zX: () => (/* reexport */ withMergePolicy)
});

// UNUSED EXPORTS: Interrupted, admitResults, currentResults, decideNext, describeStatus, executeTask, explainStuck, finalizeWave, findCulprits, findIssueEpics, finishLanding, judgeChanges, keepWave, landOnServer, landWave, lateResults, planLanding, planWave, readHistory, recordIntegration, renderPrompt, repeatIntegration

;// CONCATENATED MODULE: ./packages/wave/src/judge.ts
/** The exit code alone proves nothing: an agent that changed no file has not worked. */
function judgeAgent(ended, snapshot) {
    const tree = snapshot.is === 'changed' ? { tree: snapshot.tree } : {};
    if (ended.is === 'interrupted') {
        return { outcome: 'interrupted', reason: 'the run was interrupted', ...tree };
    }
    if (ended.is !== 'succeeded') {
        return { outcome: ended.is, reason: withTail(ended.why, ended.tail), ...tree };
    }
    if (snapshot.broke !== undefined)
        return { outcome: 'failed', reason: snapshot.broke, ...tree };
    if (snapshot.is === 'gone') {
        return { outcome: 'failed', reason: 'the agent deleted its own checkout' };
    }
    if (snapshot.is === 'unchanged') {
        return { outcome: 'no-changes', reason: 'the agent ended without changing a file' };
    }
    if (snapshot.conflicted.length > 0) {
        const where = snapshot.conflicted.join(', ');
        return { outcome: 'failed', reason: `the agent left conflict markers in ${where}`, ...tree };
    }
    return { outcome: 'done', ...tree };
}
function judgeChecks(ended, judged) {
    if (ended.is === 'succeeded') {
        return { ...judged, ...(judged.tree === undefined ? {} : { greenTree: judged.tree }) };
    }
    if (ended.is === 'interrupted') {
        return { ...judged, outcome: 'interrupted', reason: 'the run was interrupted' };
    }
    return { ...judged, outcome: ended.is, reason: withTail(ended.why, ended.tail) };
}
function withTail(why, tail) {
    return tail === '' ? why : `${why}\n${tail}`;
}

;// CONCATENATED MODULE: ./packages/wave/src/prompt.ts
/** The text that an agent gets. Everything between the headings is somebody's text, given as it is. */
function renderPrompt({ task, above, attempt, previous, issue, checks, }) {
    return [
        `# Task ${task.id}: ${task.title}`,
        'You are one of several agents that work on this repository at the same time, each on a task of its own, in a checkout of its own. Do this task, and only this one.',
        issue === undefined ? '' : `It is a part of the work on issue #${issue}.`,
        section('What to do', task.brief.description),
        section('Details', task.brief.details),
        section('It is done when', task.brief.acceptance),
        section('Notes', task.brief.notes),
        ...above.map((epic) => section(`It is a part of: ${epic.title}`, wholeBrief(epic))),
        section('Files that this task is expected to touch', bullets(task.files)),
        previous && renderFailure(previous, attempt),
        `## Rules\n\n${bullets(rules(checks))}`,
        checks?.includes('\n') ? section('Checks', fence(checks.trim())) : '',
    ]
        .filter((part) => part !== undefined && part !== '')
        .join('\n\n')
        .concat('\n');
}
const failures = {
    failed: 'It failed. The end of its log:',
    'timed-out': 'It took too long and was ended. The end of its log:',
    'no-changes': 'It ended without changing a file.',
    rejected: 'Its changes were rejected:',
    requeued: 'Its changes were in conflict with work that has landed since; you start from that work now.',
    'set-aside': 'Its changes conflicted with others that have landed since:',
    ejected: 'With its changes merged, the checks of the whole project failed. The end of their log:',
    landed: 'It landed, and the task was opened again.',
};
function renderFailure({ end, reason }, attempt) {
    const log = reason ? `\n\n${fence(reason)}` : '';
    return `## The attempt before this one (this is attempt ${attempt})\n\n${failures[end]}${log}\n\nFind out why, and do it better this time.`;
}
function rules(checks) {
    return [
        'Change what the task needs and nothing else. Follow the style of the code around you.',
        'Other agents change other files right now: do not tidy up, rename or reformat what is not yours.',
        'Do not commit, merge, push or switch branches. Leave your changes in the working tree.',
        'Do not touch `.beads/`: the task is closed for you when your work has landed.',
        checksRule(checks),
        'If the task cannot be done, say why and end with an exit code other than 0.',
    ];
}
function checksRule(checks) {
    if (checks === undefined)
        return 'Run what tests there are for what you changed.';
    return checks.includes('\n')
        ? 'Your work counts when the script under “Checks” succeeds. Run it, and mend what it finds.'
        : `Your work counts when this command succeeds: \`${checks}\`. Run it, and mend what it finds.`;
}
function wholeBrief({ brief }) {
    const { description, details, acceptance, notes } = brief;
    return [description, details, acceptance, notes].filter((text) => text?.trim()).join('\n\n');
}
function section(title, text) {
    return text?.trim() ? `## ${title}\n\n${text.trim()}` : '';
}
function bullets(items) {
    return items.map((item) => `- ${item}`).join('\n');
}
/** A fence that is longer than any inside. */
function fence(text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    const ticks = '`'.repeat(longest + 1);
    return `${ticks}\n${text}\n${ticks}`;
}

;// CONCATENATED MODULE: ./packages/wave/src/trailers.ts
/** The trailers by which a commit tells what it is. They are the only memory that git keeps for us. */
const trailer = {
    task: 'Wavefront-Task',
    wave: 'Wavefront-Wave',
    attempt: 'Wavefront-Attempt',
    outcome: 'Wavefront-Outcome',
    reason: 'Wavefront-Reason',
    started: 'Wavefront-Started',
    /** On merges: how many places were in conflict and were settled. */
    conflicts: 'Wavefront-Conflicts',
};

;// CONCATENATED MODULE: ./packages/wave/src/execute-task.ts



/** One task, one agent, one commit on one branch. The task store is not touched. */
async function executeTask(ports, order) {
    if (order.signal.aborted)
        return { is: 'interrupted' };
    const workspace = await ports.workspaces.open(order.base);
    const started = announceStart(ports, order, workspace);
    let keep = true;
    try {
        const judged = await work(ports, order, workspace, started.log);
        keep = shouldKeep(order.keepWorktrees, judged);
        const commit = await commitWork(workspace, judged, order, started.at, ports.clock());
        const result = toResult(order, judged, { started, finishedAt: ports.clock(), commit });
        await ports.branches.publish(result);
        announceEnd(ports, result, judged, keep ? workspace.dir : undefined);
        return judged.outcome === 'interrupted' ? { is: 'interrupted' } : { is: 'result', result };
    }
    finally {
        await workspace.close({ keep });
    }
}
function announceStart({ logFor, clock, progress }, { task: { id, title }, wave, attempt }, { lane }) {
    const started = { at: clock(), log: logFor(`${id}.${attempt}`) };
    progress({ is: 'task-started', id, title, wave, attempt, lane, ...started });
    return started;
}
function announceEnd({ progress }, { id, finishedAt, commit }, { outcome, reason }, kept) {
    progress({
        ...{ is: 'task-ended', id, at: finishedAt, outcome },
        ...(reason === undefined ? {} : { reason }),
        ...(commit === undefined ? {} : { commit }),
        ...(kept === undefined ? {} : { kept }),
    });
}
function toResult({ task: { id }, wave, attempt, base }, { outcome, reason, greenTree }, made) {
    const { started, finishedAt, commit } = made;
    return {
        ...{ id, wave, attempt, base, finishedAt, startedAt: started.at, log: started.log },
        outcome: outcome === 'interrupted' ? 'failed' : outcome,
        ...(reason === undefined ? {} : { reason }),
        ...(commit === undefined ? {} : { commit }),
        ...(greenTree === undefined ? {} : { greenTree }),
    };
}
async function work(ports, order, workspace, log) {
    const { task, wave, attempt, signal } = order;
    const onLine = (line) => ports.progress({ is: 'task-said', id: task.id, line });
    const place = { dir: workspace.dir, log, signal, onLine };
    const facts = {
        WAVEFRONT_TASK_ID: task.id,
        WAVEFRONT_WAVE: String(wave),
        WAVEFRONT_ATTEMPT: String(attempt),
    };
    const ended = await ports.agent.work({ ...place, prompt: promptFor(order), facts });
    // Before the checks, which leave files of their own.
    const snapshot = await workspace.snapshot();
    const judged = await review(ports, order, judgeAgent(ended, snapshot));
    if (judged.outcome !== 'done' || !ports.checks)
        return judged;
    ports.progress({ is: 'task-checked', id: task.id });
    return judgeChecks(await ports.checks.run(place), judged);
}
async function review(ports, { base }, judged) {
    if (judged.outcome !== 'done' || judged.tree === undefined)
        return judged;
    const reason = await ports.review?.({ base, to: judged.tree });
    return reason === undefined ? judged : { ...judged, outcome: 'rejected', reason };
}
function promptFor({ task, above, attempt, previous, checksLine, issue }) {
    return renderPrompt({
        ...{ task, above, attempt },
        ...(issue === undefined ? {} : { issue }),
        ...(previous === undefined ? {} : { previous }),
        ...(checksLine === undefined ? {} : { checks: checksLine }),
    });
}
function commitWork(workspace, { outcome, reason, tree }, { task, wave, attempt, alwaysCommit }, startedAt, at) {
    if (tree === undefined && !alwaysCommit)
        return undefined;
    return workspace.commit(tree ?? 'unchanged', {
        at,
        subject: `feat(${task.id}): ${task.title}`,
        // A trailer is one short line, and the next attempt needs the whole.
        ...(reason === undefined ? {} : { body: reason }),
        trailers: {
            [trailer.task]: task.id,
            [trailer.wave]: String(wave),
            [trailer.attempt]: String(attempt),
            [trailer.outcome]: outcome,
            [trailer.started]: startedAt.toISOString(),
            ...(reason === undefined ? {} : { [trailer.reason]: reason }),
        },
    });
}
function shouldKeep(policy, { outcome }) {
    const isFailure = outcome !== 'done' && outcome !== 'interrupted' && outcome !== 'no-changes';
    return policy === 'all' || (policy === 'failed' && isFailure);
}

;// CONCATENATED MODULE: ./packages/wave/src/explain-stop.ts
/** Why nothing of a wave lands and a person is to decide, in one line; nothing where that is not so. */
function explain_stop_explainStop({ stopped, checks, }) {
    if (stopped === undefined)
        return undefined;
    return checks === 'failed'
        ? "the checks fail with this wave's work, and `on_red: stop` leaves it to a person"
        : "lines of one task would give way to another's, and `conflicts: fail` leaves it to a person";
}

;// CONCATENATED MODULE: ./packages/wave/src/names.ts
function names_isCommitSha(text) {
    return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
function commitSha(text) {
    if (names_isCommitSha(text))
        return text;
    throw new TypeError(`not a commit: ${JSON.stringify(text)}`);
}
/** Git's own rules for a branch name, and no leading dash. */
function isBranchName(text) {
    return (/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/.test(text) &&
        !/\.\.|\/\/|\/\.|\/$|\.$|\.lock(\/|$)/.test(text));
}
function branchName(text) {
    if (isBranchName(text))
        return text;
    throw new TypeError(`not a branch name: ${JSON.stringify(text)}`);
}
/** Where a worker's result waits to be merged. */
function names_taskBranch(feature, id) {
    return `${feature}-task-${id}`;
}
/** Where work that failed is kept, for people and for the next attempt. */
function names_failedBranch(feature, id) {
    return `${feature}-failed-${id}`;
}

;// CONCATENATED MODULE: ./packages/wave/src/explain-stuck.ts

/** Every unfinished task of a wave in which nothing can run, with its remedy. */
function explain_stuck_explainStuck(wave, feature, allowMore = (attempts) => `allow one more: --max-attempts ${attempts}`) {
    return [
        ...wave.held.flatMap((held) => explainHeld(held, wave, { feature, allowMore })),
        ...wave.readiness.paused.map((id) => explainPaused(wave.graph.find(id))),
        ...wave.readiness.waiting.map(({ id, for: awaited }) => explainWaiting(wave, id, awaited)),
    ];
}
function explainHeld({ id, because }, { attempts }, { feature, allowMore }) {
    const last = attempts.get(id)?.at(-1);
    if (because.is === 'set-aside') {
        const branch = names_failedBranch(feature, id);
        return [
            {
                id,
                why: `its merge is left to a person: ${firstLine(last?.reason) ?? endings['set-aside']}`,
                remedy: `merge the branch ${branch} into ${feature} by hand and close the task, or write \`conflicts: theirs\` to have it done again`,
            },
        ];
    }
    if (because.is !== 'out-of-attempts')
        return [];
    const work = last?.commit
        ? `see its work on the branch ${names_failedBranch(feature, id)}`
        : 'read its log in the report';
    const tries = because.attempts === 1 ? 'once' : `${because.attempts} times`;
    return [
        {
            id,
            why: `failed ${tries}; the last attempt: ${describeEnd(last)}`,
            remedy: `${work}, make the task clearer or mend the cause, then ${allowMore(because.attempts + 1)}`,
        },
    ];
}
function firstLine(text) {
    return text?.split('\n')[0];
}
const endings = {
    failed: 'the agent or the checks failed',
    'timed-out': 'it took too long',
    'no-changes': 'the agent changed nothing',
    rejected: 'its changes were rejected',
    requeued: 'its changes conflict with others that landed',
    'set-aside': 'its changes conflict with others, and a person is to merge them',
    ejected: 'the checks were red with its changes merged',
    landed: 'it landed and was reopened',
};
function describeEnd(last) {
    return last ? endings[last.end] : 'unknown';
}
function explainPaused({ id, why = 'paused' }) {
    return { id, why, remedy: 'set it to open again in the store, or close it' };
}
function explainWaiting(wave, id, awaited) {
    const own = awaited.find((other) => isAbove(wave, other, id));
    if (own !== undefined) {
        return {
            id,
            why: `waits for its own epic ${own}, which is closed only after it`,
            remedy: `tie it to the epic as a child instead: bd dep remove ${id} ${own} && bd dep add ${id} ${own} -t parent-child`,
        };
    }
    return {
        id,
        why: `waits for ${awaited.join(', ')}`,
        remedy: `goes on by itself when ${awaited.length === 1 ? 'that is' : 'those are'} done`,
        goesOn: true,
    };
}
function isAbove({ graph }, above, id) {
    let at = graph.find(id)?.parent;
    while (at !== undefined && at !== above)
        at = graph.find(at)?.parent;
    return at === above;
}

;// CONCATENATED MODULE: ./packages/wave/src/find-culprits.ts
/**
 * Which of `items` make the whole red, when all together are red and none are green.
 *
 * The shortest red beginning is found by halving; its last item is a culprit and is left out from
 * then on. When what is left is green without it, that is all; otherwise there is another one.
 * With one culprit among n items that takes ⌈log2 n⌉ + 1 checks, with k culprits about k times that.
 */
async function findCulprits(items, isGreen, options = {}) {
    const culprits = [];
    let good = [];
    let rest = items;
    let { suspects = 0 } = options;
    for (;;) {
        const red = await shortestRed({ good, rest }, isGreen, { ...options, suspects });
        culprits.push(...rest.slice(red - 1, red));
        good = [...good, ...rest.slice(0, red - 1)];
        rest = rest.slice(red);
        suspects = Math.max(0, suspects - red);
        if (rest.length === 0)
            return { good, culprits };
        if (await isGreen([...good, ...rest]))
            return { good: [...good, ...rest], culprits };
    }
}
/** How many of `rest` it takes, after `good`, to be red: all of them surely are, none of them are not. */
async function shortestRed({ good, rest }, isGreen, { suspects = 0, jobs = 1, spare = 0 }) {
    let green = 0;
    let red = rest.length;
    let runs = runsFor(rest.length) + spare;
    while (red - green > 1) {
        const from = green;
        const sizes = chooseProbes(red - from, { suspects: suspects - from, jobs, runs });
        const probes = sizes.map((size) => from + size);
        const verdicts = await allDone(probes.map((size) => isGreen([...good, ...rest.slice(0, size)])));
        const firstRed = verdicts.indexOf(false);
        const greens = firstRed < 0 ? probes : probes.slice(0, firstRed);
        green = greens.at(-1) ?? green;
        red = probes[firstRed] ?? red;
        runs -= probes.length;
    }
    return red;
}
/** How many runs halving takes. */
function runsFor(size) {
    return Math.ceil(Math.log2(Math.max(1, size)));
}
/**
 * Which beginnings of so many items to try next, when so many runs are left. As many at once as can be had
 * without running out of runs in the worst case; alone, the one that tells suspects from the others, or as
 * near to that as the worst case allows.
 */
function chooseProbes(size, { suspects, jobs, runs }) {
    for (let probes = Math.min(jobs, size - 1); probes > 1; probes--) {
        if (probes + runsFor(Math.ceil(size / (probes + 1))) > runs)
            continue;
        return Array.from({ length: probes }, (_, i) => Math.floor(((i + 1) * size) / (probes + 1)));
    }
    const most = 2 ** (runsFor(size) - 1);
    const wanted = suspects > 0 && suspects < size ? suspects : size >> 1;
    return [Math.min(most, Math.max(size - most, wanted))];
}
/** Like `Promise.all`, but nothing is still under way when it throws. */
async function allDone(promises) {
    const ends = await Promise.allSettled(promises);
    return ends.map((end) => {
        if (end.status === 'rejected')
            throw end.reason;
        return end.value;
    });
}

;// CONCATENATED MODULE: ./packages/wave/src/find-suspects.ts
/** The steps that decide between two sides, or put together what nobody has written so. */
const daring = new Set([
    'resolver',
    'side-by-side',
    'token-by-token',
    'task-lines',
    'task-file',
    'modified-file',
    'lock-file',
]);
/**
 * First the tasks whose merge took a step that may go wrong, then those that touched the same files as
 * others, then the rest; each in the order in which they were merged.
 */
function findSuspects(merged) {
    const gaveWay = new Set(merged.flatMap(({ resolutions }) => resolutions.map((one) => one.gaveWay?.task)));
    const rankOf = ({ result: { id }, resolutions, shared }) => {
        if (resolutions.some(isDaring))
            return 0;
        return resolutions.length > 0 || shared.length > 0 || gaveWay.has(id) ? 1 : 2;
    };
    const ranked = merged.map((one) => ({ result: one.result, rank: rankOf(one) }));
    const firstRank = ranked.some(({ rank }) => rank === 0) ? 0 : 1;
    return {
        order: ranked.toSorted((a, b) => a.rank - b.rank).map(({ result }) => result),
        suspects: ranked.filter(({ rank }) => rank === firstRank).length,
    };
}
function isDaring({ step, gaveWay }) {
    return daring.has(step) || gaveWay !== undefined;
}

;// CONCATENATED MODULE: ./packages/wave/src/interrupted.ts
/** The run was ended from outside while something was under way that has no result without its end. */
class Interrupted extends Error {
    name = 'Interrupted';
}

;// CONCATENATED MODULE: ./packages/wave/src/verify.ts

/** There is no time left to verify any more. */
class OutOfTime extends Error {
    name = 'OutOfTime';
}
function createVerifier(ports, options) {
    const verdicts = new Map();
    const underWay = new Map();
    const runs = [];
    const time = keepTime(ports.clock, options.deadline);
    let started = 0;
    async function runChecks(batch) {
        const ended = time.begin();
        const ids = batch.merged.map(({ result }) => result.id);
        ports.progress({ is: 'verifying', ids });
        started += 1;
        const log = ports.logFor(`${options.name}.checks-${started}`);
        const workspace = await ports.workspaces.open(batch.to);
        const { signal, release } = time.limit(options.signal);
        const end = await ports.checks
            .run({ dir: workspace.dir, log, signal, onLine: () => { } })
            .finally(() => workspace.close({ keep: false }))
            .finally(release);
        if (end.is === 'interrupted')
            throw options.signal.aborted ? new Interrupted() : new OutOfTime();
        ended();
        const green = end.is === 'succeeded';
        const reason = end.is === 'succeeded' ? '' : verify_withTail(end);
        runs.push({ batch, tree: treeOf(batch), ids: new Set(ids), green, reason });
        ports.progress({ is: 'verified', ids, green });
        return green;
    }
    return {
        async isGreen(batch, { again } = { again: false }) {
            const tree = treeOf(batch);
            const known = verdicts.get(tree);
            if (known !== undefined && !again)
                return known;
            const run = underWay.get(tree) ?? runChecks(batch);
            underWay.set(tree, run);
            const green = await run.finally(() => underWay.delete(tree));
            verdicts.set(tree, green);
            return green;
        },
        trust(tree) {
            if (tree !== undefined)
                verdicts.set(tree, true);
        },
        known: (batch) => verdicts.get(treeOf(batch)),
        runs,
        reason: (batch) => runs.findLast(({ green, tree }) => !green && tree === treeOf(batch))?.reason ?? '',
    };
}
/** Red runs of what was green another time, or with still more merged: chance, or a task that needed a later one. */
function findFlaky(runs) {
    const greens = runs.filter(({ green }) => green);
    return runs.filter((run) => !run.green && greens.some(({ ids }) => [...run.ids].every((id) => ids.has(id))));
}
function treeOf({ tree, to }) {
    return tree ?? to;
}
function verify_withTail({ why, tail }) {
    return tail === '' ? why : `${why}\n${tail}`;
}
/** The longest run so far says how long the next one may take. */
function keepTime(clock, deadline) {
    let longest = 0;
    const left = () => (deadline ? deadline.getTime() - clock().getTime() : Number.POSITIVE_INFINITY);
    return {
        begin() {
            if (left() <= longest)
                throw new OutOfTime();
            const from = clock().getTime();
            return () => {
                longest = Math.max(longest, clock().getTime() - from);
            };
        },
        limit(signal) {
            if (!deadline)
                return { signal, release: () => { } };
            const late = new AbortController();
            const timer = setTimeout(() => late.abort(), Math.min(left(), 2 ** 31 - 1));
            const release = () => clearTimeout(timer);
            return { signal: AbortSignal.any([signal, late.signal]), release };
        },
    };
}

;// CONCATENATED MODULE: ./packages/wave/src/leave-out-culprits.ts



/**
 * Finds the culprits and leaves them out. The search rests on single runs, and a run may be red by chance,
 * so nobody is thrown out on its word alone: what was red with a culprit and without the others is counted,
 * and where that is fewer than three runs, the culprit is tried once more with all that is good, and then
 * with all of it but one task. Green with all of it, it was none, and lands. Green with all but one, it may
 * need that one to break, or the checks are flaky: it is thrown out, and its reason says both.
 *
 * Every trial is another tree, so that no tree is checked twice; only where no other tree is left to bear out
 * a single red run, that one is repeated. With the search it stays within k (⌈log2 n⌉ + 4) runs for k culprits.
 * Once runs have contradicted each other that bound is given up, and more of them have to agree.
 */
async function leaveOutCulprits(trial) {
    const { verifier, whole, remerge, jobs, spare } = trial;
    const lineup = findSuspects(whole.merged);
    const { good, culprits } = await findCulprits(lineup.order, async (results) => verifier.isGreen(await remerge(results)), { suspects: lineup.suspects, jobs, spare });
    let batch = await remerge(good);
    const left = runsLeft(trial, culprits.length + batch.requeued.length);
    const ejected = [];
    for (const [i, result] of culprits.entries()) {
        const others = new Set([...ejected.map((one) => one.result), ...culprits.slice(i + 1)]);
        const tried = await tryAgain(trial, { result, others, batch, lineup: lineup.order, left });
        if (tried.is === 'good')
            batch = tried.batch;
        else
            ejected.push({ result, reason: tried.reason });
    }
    const out = ejected.map(({ result }) => result);
    const stay = lineup.order.filter((result) => !out.includes(result));
    return { batch: { ...batch, requeued: requeuedOf(stay, batch) }, ejected };
}
/** Without the culprits some may have come to conflict; what was left out of later trials still is requeued. */
function requeuedOf(stay, { merged, requeued }) {
    const there = new Set(merged.map(({ result }) => result));
    const known = new Map(requeued.map((one) => [one.result, one]));
    return stay
        .filter((result) => !there.has(result))
        .map((result) => known.get(result) ?? { result, why: 'it conflicts with the tasks that landed' });
}
async function tryAgain({ verifier, remerge }, suspicion) {
    const { result, batch, lineup, left } = suspicion;
    const good = batch.merged.map((one) => one.result);
    const reds = () => redsOf(verifier, suspicion);
    const withIt = await remerge([...good, result]);
    if (await verifier.isGreen(withIt))
        return { is: 'good', batch: withIt };
    let isDoubtful = false;
    const siblings = lineup.filter((one) => good.includes(one)).reverse();
    for (const without of siblings.slice(0, mostTrials)) {
        if (reds().length >= enough(verifier))
            break;
        const less = await remerge([...good.filter((one) => one !== without), result]);
        if (!less.merged.some((one) => one.result === result))
            continue;
        const isAffordable = left() > 0 || findFlaky(verifier.runs).length > 0;
        const isRed = isAffordable ? !(await verifier.isGreen(less)) : verifier.known(less) === false;
        isDoubtful ||= !isRed;
    }
    if (reds().length < 2 && (await verifier.isGreen(withIt, { again: true }))) {
        return { is: 'good', batch: withIt };
    }
    return { is: 'culprit', reason: explain(reds(), isDoubtful && reds().length < enough(verifier)) };
}
const mostTrials = 8;
/** So many reds by chance are not to be expected. */
function enough({ runs }) {
    return findFlaky(runs).length > 0 ? 5 : 3;
}
/** What was red with the task, and cannot be another culprit's fault. The smallest such tree says most about it. */
function redsOf({ runs }, { result, others }) {
    return runs
        .filter(({ green, ids }) => !green && ids.has(result.id))
        .filter(({ ids }) => ![...others].some(({ id }) => ids.has(id)))
        .toSorted((a, b) => a.ids.size - b.ids.size);
}
function explain(reds, isDoubtful) {
    const log = reds[0]?.reason ?? '';
    if (!isDoubtful)
        return log;
    const times = reds.length === 1 ? 'once' : `${reds.length} times`;
    return `the checks were red with it ${times} and green with it and fewer others: it breaks together with another task, or they are flaky\n${log}`;
}
/** What is left of the bound. A start that was known to be green has not cost a run of it. */
function runsLeft({ verifier, whole }, culprits) {
    const hasRunStart = verifier.runs.some(({ ids }) => ids.size === 0);
    const bound = culprits * (runsFor(whole.merged.length) + 4) - (hasRunStart ? 0 : 1);
    return () => bound - verifier.runs.length;
}

;// CONCATENATED MODULE: ./packages/wave/src/merge-batch.ts
/** The same results in the same order give the same commits, however often. */
async function merge_batch_mergeBatch(merger, tip, results, progress = () => { }) {
    let to = tip;
    let tree;
    const merged = [];
    const requeued = [];
    for (const result of results) {
        const { id, wave, attempt, commit } = result;
        if (commit === undefined)
            continue;
        const outcome = await merger.merge({
            tip: to,
            commit,
            of: { is: 'task', id, wave, attempt },
        });
        if (outcome.is === 'requeued') {
            const { why, paths, isForPerson } = outcome;
            requeued.push({ result, why, paths, ...(isForPerson && { isForPerson }) });
            // Whose lines they are follows in the reason; they are not for a line of a log.
            progress({ is: 'task-requeued', id, why: why.split('\n')[0] ?? why, paths });
            continue;
        }
        to = outcome.commit;
        tree = outcome.tree;
        const { commit: made, resolutions, shared } = outcome;
        merged.push({ result, commit: made, resolutions, shared });
        progress({ is: 'task-merged', id, resolutions });
    }
    return { to, merged, requeued, ...(tree === undefined ? {} : { tree }) };
}

;// CONCATENATED MODULE: ./packages/wave/src/find-green.ts





/**
 * What of the whole can land: all of it, where the checks are green, else all but the culprits. When the time
 * runs out, what is proved by then.
 */
async function findGreen(about) {
    try {
        return await verify(about);
    }
    catch (error) {
        if (!(error instanceof OutOfTime))
            throw error;
        return landWhatIsProved(about);
    }
}
async function verify(about) {
    const { request, verifier, start, whole } = about;
    const passed = { batch: whole, ejected: [], checks: 'passed' };
    if (await verifier.isGreen(whole))
        return passed;
    if (request.onRed === 'stop') {
        if (await verifier.isGreen(whole, { again: true }))
            return passed;
        return { ...nothingLands(about), checks: 'failed', stopped: verifier.reason(whole) };
    }
    const trial = openTrial(about);
    const ahead = await lookAhead(about, trial);
    // Red once may be chance: a check that fails and then succeeds on the same tree is flaky.
    const [isFlaky] = await allDone([
        verifier.isGreen(whole, { again: true }),
        ...ahead.map((batch) => verifier.isGreen(batch)),
    ]);
    if (isFlaky)
        return passed;
    if (!(await isStartGreen(about))) {
        const batch = { ...start, requeued: whole.requeued };
        return { batch, ejected: [], checks: 'failed', redBase: verifier.reason(start) };
    }
    const { batch, ejected } = await leaveOutCulprits(trial);
    return {
        batch: { ...batch, requeued: [...whole.requeued, ...batch.requeued] },
        ejected,
        checks: batch.merged.length > 0 ? 'passed' : 'failed',
    };
}
function openTrial({ merger, request, verifier, start, whole }) {
    const { jobs = 1, spare = 0 } = request;
    const results = whole.merged.map(({ result }) => result);
    const made = new Map();
    async function merge(some) {
        return { ...start, ...(await merge_batch_mergeBatch(merger, start.to, some)) };
    }
    return {
        ...{ verifier, whole, jobs, spare },
        remerge(wanted) {
            const set = new Set(wanted);
            const some = results.filter((result) => set.has(result));
            const key = some.map(({ id }) => id).join(' ');
            const batch = made.get(key) ?? merge(some);
            made.set(key, batch);
            return batch;
        },
    };
}
/** What will have to be checked if the whole is red again, as far as more than one check may run at once. */
async function lookAhead({ verifier, start, whole, request }, trial) {
    const { jobs = 1, spare = 0 } = request;
    const first = verifier.known(start) === undefined && whole.merged.length > 0 ? [start] : [];
    const room = jobs - 1 - first.length;
    if (room < 0)
        return [];
    const { order, suspects } = findSuspects(whole.merged);
    const size = order.length;
    const probes = size > 1 ? chooseProbes(size, { suspects, jobs, runs: runsFor(size) + spare }) : [];
    const trees = probes.slice(0, room).map((count) => trial.remerge(order.slice(0, count)));
    return [...first, ...(await allDone(trees))];
}
/** Red where workers have seen green it is asked once more, too: on a red start they would all have failed. */
async function isStartGreen({ verifier, start, whole }) {
    if (await verifier.isGreen(start))
        return true;
    const hasBeenGreen = whole.merged.some(({ result }) => result.greenTree !== undefined);
    return hasBeenGreen && verifier.isGreen(start, { again: true });
}
/** The most that is known to be green. Nobody else is blamed: that was not proved either. */
function landWhatIsProved(about) {
    const { verifier, start } = about;
    const proved = [
        ...(verifier.known(start) ? [start] : []),
        ...verifier.runs.filter(({ green }) => green).map(({ batch }) => batch),
    ];
    const [best] = proved.toSorted((a, b) => b.merged.length - a.merged.length);
    if (!best)
        return { ...nothingLands(about), unverified: unverified(about, []) };
    const { merged } = best;
    return {
        batch: { ...best, requeued: [] },
        ejected: [],
        checks: 'passed',
        unverified: unverified(about, merged.map(({ result }) => result)),
    };
}
function unverified({ request }, merged) {
    return request.results.filter((result) => result.outcome === 'done' && result.commit && !merged.includes(result));
}
function nothingLands({ request }) {
    return { batch: { to: request.tip, merged: [], requeued: [] }, ejected: [], checks: 'none' };
}

;// CONCATENATED MODULE: ./packages/wave/src/merge-policy.ts
/** `conflicts: fail`: nothing of the batch is to land. The message says whose work it is, and shows both versions. */
class MergeStopped extends Error {
    name = 'MergeStopped';
}
/** A merger that keeps to a policy: what it does not allow is put back, with the reason. */
function withMergePolicy(merger, policy) {
    return {
        async merge(request) {
            const merged = await merger.merge(request);
            return merged.is === 'merged' ? judge(merged, request, policy) : merged;
        },
    };
}
function judge(merged, { of }, { conflicts, maxOverwrittenLines, overlap }) {
    const { shared, resolutions } = merged;
    if (overlap === 'serialise' && of.is !== 'base' && shared.length > 0) {
        const why = 'others that landed since it began have changed the same files, and `overlap: serialise` has it done again';
        return { is: 'requeued', why, paths: shared };
    }
    const blunt = resolutions.filter(({ gaveWay }) => gaveWay !== undefined);
    const beyond = findObjection(blunt, conflicts, maxOverwrittenLines);
    if (beyond === undefined)
        return merged;
    const paths = [...new Set(blunt.map(({ path }) => path))];
    const what = `${countLines(blunt)} of others would give way to it in ${paths.join(', ')}${beyond}`;
    const why = [what, ...showVersions(blunt)].join('\n');
    if (conflicts === 'fail')
        throw new MergeStopped(`${whose(of)}: ${why}`);
    return { is: 'requeued', why, paths, ...(conflicts === 'human' && { isForPerson: true }) };
}
/** What the policy has against it, to be added to what would happen; nothing if it may be. */
function findObjection(blunt, conflicts, most) {
    if (blunt.length === 0)
        return undefined;
    if (conflicts !== 'theirs')
        return '';
    if (most === undefined || sumLines(blunt) <= most)
        return undefined;
    return `; \`max_overwritten_lines\` allows ${most}`;
}
const mostPlaces = 5;
const mostLines = 10;
/** Both versions of the first places, for whoever has to put them together. */
function showVersions(blunt) {
    const shown = blunt.slice(0, mostPlaces).flatMap(({ path, line, gaveWay }) => {
        if (!gaveWay)
            return [];
        const { lines, kept, commit, task } = gaveWay;
        const whose = task === undefined ? `in ${commit.slice(0, 12)}` : `by ${task}`;
        const place = line === undefined ? path : `${path}:${line}`;
        return [`${place}, there already ${whose}:`, ...cut('-', lines), ...cut('+', kept)];
    });
    const left = blunt.length - mostPlaces;
    return left > 0 ? [...shown, `… and ${left} more ${left === 1 ? 'place' : 'places'}`] : shown;
}
function cut(mark, lines) {
    const shown = lines.slice(0, mostLines).map((line) => `${mark} ${line.slice(0, 300)}`);
    const left = lines.length - mostLines;
    return left > 0
        ? [...shown, `${mark} … and ${left} more ${left === 1 ? 'line' : 'lines'}`]
        : shown;
}
function countLines(blunt) {
    const sum = sumLines(blunt);
    if (sum === Number.POSITIVE_INFINITY)
        return 'lines that cannot be counted';
    return sum === 1 ? 'a line' : `${sum} lines`;
}
/** A file that cannot be shown has more lines than any bound. */
function sumLines(blunt) {
    const sizes = blunt.map(({ gaveWay }) => gaveWay?.isUnseen ? Number.POSITIVE_INFINITY : (gaveWay?.lines.length ?? 0));
    return sizes.reduce((sum, size) => sum + size, 0);
}
function whose(of) {
    if (of.is === 'task')
        return `task ${of.id}`;
    return of.is === 'branch' ? of.name : 'the new commits of the base';
}

;// CONCATENATED MODULE: ./packages/wave/src/integrate-wave.ts




/** Merges what the workers made, checks the whole, and leaves out what makes it red. */
async function integrateWave(ports, request) {
    try {
        return await integrateAll(ports, request);
    }
    catch (error) {
        if (!(error instanceof MergeStopped))
            throw error;
        const { tip } = request;
        const batch = { to: tip, merged: [], requeued: [] };
        return { from: tip, batch, ejected: [], checks: 'none', stopped: error.message };
    }
}
async function integrateAll(ports, request) {
    const { tip, update: base } = request;
    if (base === undefined)
        return integrateTasks(ports, request);
    const merged = await ports.merger.merge({ tip, commit: base, of: { is: 'base' } });
    if (merged.is === 'requeued') {
        const { why, paths } = merged;
        return { ...(await integrateTasks(ports, request)), update: { is: 'conflicts', why, paths } };
    }
    const { commit, tree, resolutions } = merged;
    const updated = await integrateTasks(ports, {
        ...request,
        tipIsGreen: false,
        onto: { commit, tree },
    });
    if (updated.redBase !== undefined) {
        const without = await integrateTasks(ports, request);
        return { ...without, update: { is: 'red', reason: updated.redBase } };
    }
    // Nothing was proved in time, or nothing is to land: then neither does the base.
    if (updated.batch.to === tip)
        return updated;
    return { ...updated, update: { is: 'merged', base, commit, resolutions } };
}
async function integrateTasks(ports, request) {
    const { tip: from, wave, results, tipIsGreen = false, onto } = request;
    const { merger, checks, clock, progress } = ports;
    const tip = onto?.commit ?? from;
    const done = results.filter(({ outcome, commit }) => outcome === 'done' && commit !== undefined);
    const start = {
        ...{ to: tip, merged: [], requeued: [] },
        ...(onto && { tree: onto.tree }),
    };
    if (done.length === 0 && !onto)
        return explainFailures(ports, request);
    progress({ is: 'merging', wave, ids: idsOf(done), at: clock() });
    const whole = { ...start, ...(await merge_batch_mergeBatch(merger, tip, done, progress)) };
    if (!checks || (whole.merged.length === 0 && !onto)) {
        return { from, batch: whole, ejected: [], checks: 'none' };
    }
    const verifier = openVerifier({ ...ports, checks }, request);
    if (tipIsGreen)
        verifier.trust(tip);
    for (const { result } of whole.merged)
        verifier.trust(result.greenTree);
    return withFlaky(ports, verifier, {
        ...(await findGreen({ merger, request, verifier, start, whole })),
        from,
    });
}
function openVerifier(ports, { wave, signal, deadline }) {
    return createVerifier(ports, {
        ...{ name: `wave-${wave}`, signal },
        ...(deadline === undefined ? {} : { deadline }),
    });
}
/** When everybody has failed it may be nobody's fault: on a base that is red nobody's checks can be green. */
async function explainFailures(ports, request) {
    const { tip, results, tipIsGreen = false } = request;
    const batch = { to: tip, merged: [], requeued: [] };
    const nobody = { from: tip, batch, ejected: [], checks: 'none' };
    const { checks } = ports;
    const isSuspect = results.some(({ outcome }) => outcome === 'failed');
    if (!checks || tipIsGreen || !isSuspect)
        return nobody;
    const verifier = openVerifier({ ...ports, checks }, request);
    try {
        const isGreen = (await verifier.isGreen(batch)) || (await verifier.isGreen(batch, { again: true }));
        if (!isGreen)
            return { ...nobody, checks: 'failed', redBase: verifier.reason(batch) };
    }
    catch (error) {
        if (!(error instanceof OutOfTime))
            throw error;
    }
    return withFlaky(ports, verifier, nobody);
}
function withFlaky({ progress }, verifier, integration) {
    const flaky = findFlaky(verifier.runs).map(({ tree, ids, reason }) => ({ tree, ids: [...ids], reason }));
    for (const run of flaky)
        progress({ is: 'flaky', ...run });
    return flaky.length > 0 ? { ...integration, flaky } : integration;
}
function idsOf(results) {
    return results.map(({ id }) => id);
}

// EXTERNAL MODULE: ./packages/tasks/src/index.ts + 12 modules
var src = __webpack_require__(6607);
;// CONCATENATED MODULE: ./packages/wave/src/judge-changes.ts

/** Why a result is refused; nothing when it is fine. */
function judgeChanges(changes, policy) {
    const paths = changes.map(({ path }) => path);
    const isAllowed = (path) => policy.allowPaths.some((glob) => matchesGlob(glob, path));
    const isProtected = (path) => policy.protectedPaths.some((glob) => matchesGlob(glob, path));
    const deleted = changes.filter(({ is }) => is === 'deleted');
    const guarded = paths.filter((path) => isProtected(path) && !isAllowed(path));
    const large = changes.filter(({ bytes }) => bytes > policy.maxFileBytes);
    const reasons = [
        refuse(paths.filter((path) => `${path}/`.startsWith('.beads/')), 'it changes the task store, which only the landing may'),
        refuse(guarded, 'it changes protected paths (`protected_paths`, `allow_paths`)'),
        refuse(large.map(({ path }) => path), `files are larger than ${policy.maxFileBytes / 1024} KiB (\`max_file_kb\`)`),
        changes.length > policy.maxChangedFiles
            ? `it changes ${changes.length} files, and at most ${policy.maxChangedFiles} may be (\`max_changed_files\`)`
            : undefined,
        deleted.length > policy.maxDeletedFiles
            ? `it deletes ${deleted.length} files, and at most ${policy.maxDeletedFiles} may be (\`max_deleted_files\`)`
            : undefined,
    ].filter((reason) => reason !== undefined);
    return reasons.length > 0 ? reasons.join('; ') : undefined;
}
function refuse(paths, why) {
    if (paths.length === 0)
        return undefined;
    const more = paths.length > 10 ? ` and ${paths.length - 10} more` : '';
    return `${why}: ${paths.slice(0, 10).join(', ')}${more}`;
}

;// CONCATENATED MODULE: ./packages/wave/src/land-wave.ts

/** How each attempt of a wave ended, what is closed and which branches go. Changes nothing. */
function land_wave_planLanding(prepared, results, integration) {
    const { from, batch, ejected, redBase, stopped } = integration;
    const landed = batch.merged.map(({ result }) => result.id);
    const commits = new Map(batch.merged.map(({ result, commit }) => [result.id, commit]));
    const problems = new Map();
    for (const { result, why, isForPerson } of batch.requeued)
        problems.set(result.id, { end: isForPerson ? 'set-aside' : 'requeued', reason: why });
    for (const { result, reason } of ejected)
        problems.set(result.id, { end: 'ejected', reason });
    const record = [];
    for (const result of results) {
        const ended = endOf(result, commits, problems);
        // Red without this wave's work, or not judged: nobody here has failed, so nobody's attempt is counted.
        if (ended && redBase === undefined && stopped === undefined) {
            record.push({ id: result.id, attempt: toRecord(result, ended, commits.get(result.id)) });
        }
    }
    const closing = [...landed, ...(0,src/* finishedEpics */.z8)(prepared.graph, landed)];
    return {
        move: { from, to: batch.to, landed, setAside: [...problems.keys()] },
        changes: { record, close: closing.map((id) => ({ id, reason: closeReason(id, commits) })) },
        ends: record.map(({ id, attempt: { end, reason } }) => ({
            id,
            end,
            ...(reason === undefined ? {} : { reason }),
        })),
    };
}
/** Moves the branches, then closes the tasks. Each may be repeated: what is done already stays as it is. */
async function landWave(ports, { move, changes }) {
    await ports.branches.land(move);
    await ports.store.apply(changes);
}
/** Closes what an earlier run has landed without coming to close it. */
async function land_wave_finishLanding(ports, { unclosed, graph }) {
    const landed = [...new Set(unclosed.map(({ id }) => id))];
    const commits = new Map(unclosed.map(({ id, commit }) => [id, commit]));
    const at = ports.clock().toISOString();
    await ports.store.apply({
        record: unclosed.map(({ id, wave, attempt, commit }) => ({
            id,
            attempt: { wave, attempt, commit, end: 'landed', at, seconds: 0 },
        })),
        close: [...landed, ...(0,src/* finishedEpics */.z8)(graph, landed)].map((id) => ({
            id,
            reason: closeReason(id, commits),
        })),
    });
}
function endOf({ id, outcome, reason }, commits, problems) {
    if (outcome !== 'done')
        return { end: outcome, ...(reason === undefined ? {} : { reason }) };
    const problem = problems.get(id);
    if (problem)
        return problem;
    return commits.has(id) ? { end: 'landed' } : undefined;
}
function toRecord({ wave, attempt, startedAt, finishedAt, commit, url }, ended, landedAs) {
    const kept = landedAs ?? commit;
    return {
        ...{ wave, attempt, ...ended },
        at: finishedAt.toISOString(),
        seconds: Math.round((finishedAt.getTime() - startedAt.getTime()) / 100) / 10,
        ...(kept === undefined ? {} : { commit: kept }),
        ...(url === undefined ? {} : { url }),
    };
}
function closeReason(id, commits) {
    const commit = commits.get(id);
    return commit ? `Landed in ${commit.slice(0, 12)}` : 'All of its tasks have landed';
}
/** Tells everybody how the batch ended. */
function land_wave_announceLanding(progress, { wave, at }, { move, ends }, checks) {
    progress({ is: 'landed', wave, at, tip: move.to, ends, checks });
}

;// CONCATENATED MODULE: ./packages/wave/src/policy.ts
const defaultPolicy = {
    maxTasks: 20,
    maxAttempts: 2,
    maxWaves: 20,
    jobs: 4,
    keepWorktrees: 'failed',
    merging: { conflicts: 'theirs', overlap: 'merge' },
};

// EXTERNAL MODULE: ./packages/errors/src/index.ts + 3 modules
var errors_src = __webpack_require__(5569);
;// CONCATENATED MODULE: ./packages/wave/src/prepare-wave.ts


/** Reads the world and chooses the next wave. Changes nothing. */
async function prepare_wave_prepareWave(ports, options) {
    const [stored, branches] = await Promise.all([ports.store.read(), ports.branches.read()]);
    return planWave({ stored, branches }, options);
}
function planWave(world, options) {
    const { stored, branches } = world;
    const { tip: base, update, landed, results } = branches;
    const { policy, under, busy = [] } = options;
    const graph = (0,errors_src/* unwrap */.oA)((0,src/* buildGraph */.ZG)(stored.tasks));
    const unclosed = landed.filter((one) => isUnclosed(one, graph, stored));
    const pending = results.filter((result) => isPending(result, graph, stored, busy));
    const isOurs = (id) => isInScope(graph, id, under);
    const ready = (0,src/* readiness */.xz)(graph, {
        landed: new Set(unclosed.map(({ id }) => id)),
        ...(under === undefined ? {} : { under }),
    });
    const taken = new Set([...busy, ...pending.map(({ id }) => id)]);
    const { chosen, held } = (0,src/* selectWave */.Ok)(graph, {
        ready: ready.ready.filter((id) => !taken.has(id)),
        busy: [...taken],
        maxTasks: policy.maxTasks,
        maxAttempts: policy.maxAttempts,
        ...(policy.merging?.conflicts === 'human' && { setAside: findSetAside(stored) }),
        attempts: new Map([...stored.attempts].map(([id, records]) => [id, countFailures(records)])),
    });
    const tasks = chosen.map((id) => toWaveTask(graph.find(id), stored));
    return {
        state: tasks.length + pending.length > 0 ? 'ready' : stateWithoutWork(ready, held),
        wave: nextWave(stored, landed, isOurs),
        base,
        ...(update === undefined ? {} : { update }),
        tasks,
        held,
        readiness: ready,
        pending,
        unclosed,
        graph,
        attempts: stored.attempts,
        landed,
        notes: stored.notes,
    };
}
/** A person who has changed the policy since has them done again. */
function findSetAside({ attempts }) {
    const isSetAside = ([, records]) => records.at(-1)?.end === 'set-aside';
    return [...attempts].filter(isSetAside).map(([id]) => id);
}
/** A person who reopens a task that was recorded as landed wants it done again. */
function isUnclosed({ id, attempt }, graph, stored) {
    const task = graph.find(id);
    if (!task || task.state === 'closed')
        return false;
    const records = stored.attempts.get(id) ?? [];
    return !records.some((record) => record.end === 'landed' && record.attempt >= attempt);
}
/** A result counts only when its attempt is the next one: anything else is a leftover. */
function isPending({ id, attempt, outcome }, graph, stored, busy) {
    const isOpen = graph.find(id)?.state === 'open';
    return outcome === 'done' && isOpen && !busy.includes(id) && attempt === prepare_wave_nextAttempt(stored, id);
}
function toWaveTask(task, stored) {
    const previous = stored.attempts.get(task.id)?.findLast(({ end }) => end !== 'landed');
    const attempt = prepare_wave_nextAttempt(stored, task.id);
    return { task, attempt, ...(previous === undefined ? {} : { previous }) };
}
function prepare_wave_nextAttempt(stored, id) {
    const records = stored.attempts.get(id) ?? [];
    return Math.max(0, ...records.map(({ attempt }) => attempt)) + 1;
}
/** Attempts since the task last landed: a reopened task gets all its attempts again. */
/** Being put back is nobody's failure: others have landed first, and every wave lands somebody. */
function countFailures(records) {
    const since = records.findLastIndex(({ end }) => end === 'landed');
    return records.slice(since + 1).filter(({ end }) => end !== 'requeued').length;
}
/** Several issues may share a store, and each counts its own waves. */
function nextWave(stored, landed, isOurs) {
    let last = 0;
    for (const [id, records] of stored.attempts) {
        if (isOurs(id))
            for (const { wave } of records)
                last = Math.max(last, wave);
    }
    for (const { wave } of landed)
        last = Math.max(last, wave);
    return last + 1;
}
function isInScope(graph, id, under) {
    const task = graph.find(id);
    return under === undefined || (task !== undefined && (0,src/* isUnder */.Jo)(graph, task, under));
}
function stateWithoutWork({ ready, waiting, paused }, held) {
    if (ready.length + waiting.length + paused.length === 0)
        return 'complete';
    const isExhausted = held.some(({ because }) => because.is === 'out-of-attempts' || because.is === 'set-aside');
    return paused.length > 0 && !isExhausted ? 'waiting' : 'stuck';
}

;// CONCATENATED MODULE: ./packages/wave/src/bound.ts

/**
 * The time that no schedule could have saved, in seconds, by the durations seen: the longest chain
 * of tasks, or all the work spread evenly over the workers, whichever is more.
 */
function boundOf(graph, attempts, jobs) {
    const seconds = new Map([...attempts].map(([id, made]) => [id, sum(made.map(secondsOf))]));
    const work = sum([...seconds.values()]);
    const chain = (0,src/* criticalPath */.vC)(graph, (task) => seconds.get(task.id) ?? 0);
    return Math.max(chain.minutes, work / jobs);
}
function secondsOf({ startedAt, finishedAt }) {
    return (finishedAt.getTime() - startedAt.getTime()) / 1000;
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}

;// CONCATENATED MODULE: ./packages/wave/src/recorder.ts


function createRecorder({ under, ...facts }) {
    const attempts = new Map();
    const landings = [];
    const landed = new Set();
    /** Conflicts with the base are shown with the landing that follows them. */
    const ofBase = [];
    /** Checks of the tip come before the landing that follows them, too. */
    const flaky = [];
    let first;
    let merging;
    function note(event) {
        switch (event.is) {
            case 'prepared':
                first ??= event.wave.graph;
                break;
            case 'task-started': {
                const { id, wave, attempt, lane, at, log } = event;
                const begun = {
                    wave,
                    attempt,
                    lane,
                    log,
                    startedAt: at,
                    finishedAt: at,
                    end: 'interrupted',
                };
                attempts.set(id, [...(attempts.get(id) ?? []), begun]);
                break;
            }
            case 'task-ended': {
                const last = attempts.get(event.id)?.at(-1);
                if (last)
                    Object.assign(last, endedAs(event));
                break;
            }
            case 'base-merged':
                ofBase.push(...event.resolutions.map((one) => toConflict('base', one)));
                break;
            case 'merging':
                merging = { startedAt: event.at, conflicts: ofBase.splice(0) };
                break;
            case 'task-merged':
                merging?.conflicts.push(...event.resolutions.map((one) => toConflict(event.id, one)));
                break;
            case 'task-requeued':
                merging?.conflicts.push(...event.paths.map((path) => ({ task: event.id, path, step: 'requeued' })));
                break;
            case 'flaky':
                flaky.push({ tasks: event.ids, tree: event.tree, reason: event.reason });
                break;
            case 'landed':
                for (const { id, end, reason } of event.ends)
                    settle(attempts.get(id), end, reason);
                landings.push({
                    ...toLanding(event, merging),
                    ...(flaky.length > 0 && { flaky: flaky.splice(0) }),
                });
                for (const id of landings.at(-1)?.landed ?? [])
                    landed.add(id);
                merging = undefined;
                break;
        }
    }
    return {
        progress: note,
        report: (outcome, finishedAt) => ({
            ...facts,
            finishedAt,
            end: outcome.end === 'interrupted' ? 'stopped' : outcome.end,
            tasks: first ? describeTasks(first, { attempts, landed, outcome, under }) : [],
            landings,
            bound: first ? boundOf(first, attempts, facts.jobs) : 0,
            ...(outcome.why === undefined ? {} : { why: outcome.why }),
        }),
    };
}
function endedAs({ at, outcome, reason, commit, kept, }) {
    return {
        finishedAt: at,
        // What is done but never comes to land was cut off before it.
        end: outcome === 'done' ? 'interrupted' : outcome,
        ...(reason === undefined ? {} : { reason }),
        ...(commit === undefined ? {} : { commit }),
        ...(kept === undefined ? {} : { kept }),
    };
}
function settle(made, end, reason) {
    const last = made?.at(-1);
    if (last)
        Object.assign(last, { end, ...(reason === undefined ? {} : { reason }) });
}
function toLanding({ wave, at, tip, ends, checks }, merging) {
    const landed = ends.filter(({ end }) => end === 'landed').map(({ id }) => id);
    return {
        ...{ wave, landed, checks },
        startedAt: merging?.startedAt ?? at,
        finishedAt: at,
        conflicts: merging?.conflicts ?? [],
        ...(landed.length > 0 ? { commit: tip } : {}),
    };
}
function toConflict(task, { path, step, line, gaveWay }) {
    return {
        ...{ task, path, step },
        ...(line === undefined ? {} : { line }),
        ...(gaveWay === undefined ? {} : { gaveWay }),
    };
}
function describeTasks(graph, { attempts, landed, outcome, under }) {
    const problems = new Map(outcome.stuck.map(({ id, why, remedy }) => [id, { why, remedy }]));
    return graph.tasks
        .filter((task) => task.kind === 'task' && (!under || (0,src/* isUnder */.Jo)(graph, task, under)))
        .map((task) => {
        const made = attempts.get(task.id) ?? [];
        const problem = problems.get(task.id);
        return {
            id: task.id,
            title: task.title,
            state: landed.has(task.id) ? 'landed' : stateOf(task, made),
            dependsOn: (0,src/* blockersOf */.be)(graph, task),
            attempts: made,
            ...(problem === undefined ? {} : { stuck: problem }),
        };
    });
}
function stateOf(task, attempts) {
    if (task.state === 'closed')
        return 'done-before';
    return attempts.some(({ end }) => end !== 'interrupted') ? 'failed' : 'open';
}

;// CONCATENATED MODULE: ./packages/wave/src/update-base.ts

/** Merges the base's new commits into the feature branch, up the same ladder as the tasks' work. */
async function updateBase(ports, { base: tip, update, wave }) {
    if (update === undefined)
        return false;
    const merged = await ports.merger.merge({ tip, commit: update, of: { is: 'base' } });
    if (merged.is === 'requeued')
        throw conflicting(merged.paths, merged.why);
    await ports.branches.land({ from: tip, to: merged.commit, landed: [], setAside: [] });
    ports.progress({ is: 'base-merged', wave, commit: update, resolutions: merged.resolutions });
    return true;
}
function conflicting(paths, why) {
    return new errors_src/* UserError */.yo({
        what: `the feature branch and its base conflict, and no resolution would be right: ${why}`,
        where: paths.join(', '),
        fix: 'merge the base into the feature branch by hand, then run this again',
    });
}

;// CONCATENATED MODULE: ./packages/wave/src/run.ts








/** The next wave, after what an earlier run left half landed, and what is new on the base, are in. */
async function prepareNext(ports, request, busy = []) {
    const { policy, under } = request;
    const options = { policy, busy, ...(under === undefined ? {} : { under }) };
    const prepared = await prepare_wave_prepareWave(ports, options);
    if (prepared.unclosed.length > 0)
        await land_wave_finishLanding(ports, prepared);
    const isUpdated = prepared.state === 'ready' && (await updateBase(ports, prepared));
    return isUpdated || prepared.unclosed.length > 0 ? prepare_wave_prepareWave(ports, options) : prepared;
}
function execute(ports, request, prepared, waveTask) {
    const { wave, base, graph } = prepared;
    return executeTask(ports, {
        ...{ ...waveTask, wave, base },
        above: (0,src/* above */.G1)(graph, waveTask.task),
        keepWorktrees: request.policy.keepWorktrees,
        signal: request.signal,
        ...(request.checksLine === undefined ? {} : { checksLine: request.checksLine }),
    });
}
/** Merges, verifies and lands what there is, and records every attempt. */
async function run_settle(ports, request, prepared, results) {
    const place = new Map(prepared.graph.tasks.map(({ id }, i) => [id, i]));
    const inOrder = results.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
    const tip = await ports.branches.readTip();
    const { wave } = prepared;
    const { signal, onRed, checkJobs: jobs } = request;
    const integration = await integrateWave(ports, {
        ...{ tip, wave, signal, results: inOrder },
        // Checked before the wave began; somebody may have moved it since.
        tipIsGreen: tip === prepared.base,
        ...(onRed === undefined ? {} : { onRed }),
        ...(jobs === undefined ? {} : { jobs }),
    });
    const plan = land_wave_planLanding(prepared, inOrder, integration);
    await landWave(ports, plan);
    land_wave_announceLanding(ports.progress, { wave, at: ports.clock() }, plan, integration.checks);
    return integration;
}
function run_endOf(prepared, request) {
    const end = prepared.state === 'ready' ? 'stopped' : prepared.state;
    return { end, stuck: end === 'complete' ? [] : explain_stuck_explainStuck(prepared, request.feature) };
}
function redBase(reason) {
    return {
        end: 'stuck',
        stuck: [],
        why: `the checks fail without any of this wave's work, so nothing can be proved:\n${reason}`,
    };
}
function askPerson(integration) {
    const why = `${explain_stop_explainStop(integration)}; nothing of it has landed and no attempt is counted:`;
    return { end: 'stopped', stuck: [], why: `${why}\n${integration.stopped}` };
}

;// CONCATENATED MODULE: ./packages/wave/src/tip-check.ts

function createTipCheck(ports, signal) {
    const { checks } = ports;
    if (!checks)
        return { findRed: async () => undefined, landed: () => { } };
    const verifier = createVerifier({ ...ports, checks }, { name: 'base', signal });
    return {
        async findRed(tip) {
            const batch = { to: tip, merged: [], requeued: [] };
            if (await verifier.isGreen(batch))
                return undefined;
            // Red once may be chance, and would end the run.
            if (!(await verifier.isGreen(batch, { again: true })))
                return verifier.reason(batch);
            const reason = verifier.reason(batch);
            ports.progress({ is: 'flaky', tree: tip, ids: [], reason });
            return undefined;
        },
        landed({ checks: verdict, batch }) {
            if (verdict === 'passed')
                verifier.trust(batch.to);
        },
    };
}

;// CONCATENATED MODULE: ./packages/wave/src/run-rolling.ts



/**
 * Every task starts as soon as its own blockers have landed, the longest remaining path first.
 * What has finished by the time one landing is done makes up the next.
 */
async function runRolling(ports, request) {
    const pool = createPool(ports, request);
    const tip = createTipCheck(ports, request.signal);
    try {
        for (;;) {
            const prepared = await prepareNext(ports, request, pool.occupied());
            ports.progress({ is: 'prepared', wave: prepared });
            const red = prepared.state === 'ready' ? await tip.findRed(prepared.base) : undefined;
            if (red !== undefined)
                return redBase(red);
            pool.offer(prepared);
            if (prepared.pending.length === 0)
                await pool.next();
            const batch = [...prepared.pending, ...pool.takeFinished()];
            if (batch.length === 0) {
                return request.signal.aborted ? interrupted : run_endOf(prepared, request);
            }
            const integration = await run_settle(ports, request, prepared, batch);
            if (integration.redBase !== undefined)
                return redBase(integration.redBase);
            if (integration.stopped !== undefined)
                return askPerson(integration);
            tip.landed(integration);
        }
    }
    catch (error) {
        if (error instanceof Interrupted)
            return interrupted;
        throw error;
    }
    finally {
        await pool.drain();
    }
}
const interrupted = { end: 'interrupted', stuck: [] };
function createPool(ports, request) {
    const working = new Map();
    const interruptedTasks = [];
    let finished = [];
    let broken;
    let offered;
    function fill() {
        while (offered && !broken && !request.signal.aborted && working.size < request.policy.jobs) {
            const next = offered.queue.shift();
            if (!next)
                return;
            working.set(next.task.id, run(offered.prepared, next));
        }
    }
    async function run(prepared, waveTask) {
        const { id } = waveTask.task;
        try {
            const executed = await execute(ports, request, prepared, waveTask);
            if (executed.is === 'result')
                finished.push(executed.result);
            else
                interruptedTasks.push(id);
        }
        catch (reason) {
            broken ??= { reason };
        }
        finally {
            working.delete(id);
            fill();
        }
    }
    return {
        occupied: () => [...working.keys(), ...finished.map(({ id }) => id), ...interruptedTasks],
        offer(prepared) {
            const taken = new Set([...working.keys(), ...finished.map(({ id }) => id)]);
            offered = { prepared, queue: prepared.tasks.filter(({ task }) => !taken.has(task.id)) };
            fill();
        },
        takeFinished() {
            const taken = finished;
            finished = [];
            return taken;
        },
        async next() {
            while (working.size > 0 && finished.length === 0 && !broken) {
                await Promise.race(working.values());
            }
            if (broken)
                throw broken.reason;
        },
        async drain() {
            offered = undefined;
            await Promise.all(working.values());
        },
    };
}

;// CONCATENATED MODULE: ./packages/wave/src/run-waves.ts



/**
 * Wave after wave, until the graph is done or nothing can go on. It ends by itself: every wave
 * lands a task or records an attempt, and attempts are counted.
 */
async function runWaves(ports, request) {
    const { policy, signal, approve } = request;
    const tip = createTipCheck(ports, signal);
    try {
        for (let waves = 0;; waves++) {
            const prepared = await prepareNext(ports, request);
            if (waves < policy.maxWaves)
                ports.progress({ is: 'prepared', wave: prepared });
            if (prepared.state !== 'ready')
                return run_endOf(prepared, request);
            if (waves === policy.maxWaves)
                return run_waves_enough(prepared, request);
            if (approve && !(await approve(prepared)))
                return notApproved(prepared, request);
            const red = await tip.findRed(prepared.base);
            if (red !== undefined)
                return redBase(red);
            const results = await executeAll(ports, request, prepared);
            if (signal.aborted)
                return run_waves_interrupted;
            const integration = await run_settle(ports, request, prepared, [...prepared.pending, ...results]);
            if (integration.redBase !== undefined)
                return redBase(integration.redBase);
            if (integration.stopped !== undefined)
                return askPerson(integration);
            tip.landed(integration);
        }
    }
    catch (error) {
        if (error instanceof Interrupted)
            return run_waves_interrupted;
        throw error;
    }
}
const run_waves_interrupted = { end: 'interrupted', stuck: [] };
function run_waves_enough(prepared, request) {
    const { maxWaves } = request.policy;
    const why = `a run has at most ${maxWaves} ${maxWaves === 1 ? 'wave' : 'waves'} (--max-waves)`;
    return { ...run_endOf(prepared, request), why };
}
function notApproved(prepared, request) {
    if (request.signal.aborted)
        return run_waves_interrupted;
    return { ...run_endOf(prepared, request), why: 'the wave was not approved' };
}
/** All tasks of the wave, `jobs` at a time. One that throws does not keep the others from finishing. */
async function executeAll(ports, request, prepared) {
    const queue = [...prepared.tasks];
    const results = [];
    async function work() {
        for (let next = queue.shift(); next; next = queue.shift()) {
            const executed = await execute(ports, request, prepared, next);
            if (executed.is === 'result')
                results.push(executed.result);
        }
    }
    const workers = Array.from({ length: Math.min(request.policy.jobs, queue.length) }, work);
    const broken = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected');
    if (broken?.status === 'rejected')
        throw broken.reason;
    return results;
}

;// CONCATENATED MODULE: ./packages/wave/src/server/current-results.ts

/**
 * The results that still count, in the order of the graph: of open tasks, and of the attempt that comes
 * next. A job that is run again brings others, too, which have landed or are recorded already.
 */
function currentResults(prepared, results) {
    const { graph, pending } = prepared;
    const isFresh = isNew(prepared);
    const fresh = new Map([...pending, ...results]
        .filter((result) => graph.find(result.id)?.state === 'open' && isFresh(result))
        .map((result) => [result.id, result]));
    return graph.tasks.flatMap(({ id }) => fresh.get(id) ?? []);
}
/** Their word counts, so it does not land; it is kept for them. */
function current_results_lateResults(prepared, results) {
    const { graph } = prepared;
    return results.filter(isNew(prepared)).flatMap((result) => {
        const { state: task = 'gone' } = graph.find(result.id) ?? {};
        const isWork = result.commit !== undefined && result.outcome !== 'no-changes';
        return isWork && task !== 'open' ? [{ result, task }] : [];
    });
}
/** As it is to be published: on its own branch the work of a paused task is found when it goes on. */
function current_results_asKept({ result, task }) {
    return task === 'paused' || result.outcome !== 'done' ? result : { ...result, outcome: 'failed' };
}
function isNew({ attempts, landed }) {
    const done = new Set(landed.map(({ id, attempt }) => `${id} ${attempt}`));
    return ({ id, attempt }) => attempt === nextAttempt({ attempts }, id) && !done.has(`${id} ${attempt}`);
}

;// CONCATENATED MODULE: ./packages/wave/src/server/describe-status.ts


/** Where everything stands, from the world as it is now. */
function describe_status_describeStatus(prepared, facts) {
    const { under, working, conflicts, jobs, ...rest } = facts;
    const { graph } = prepared;
    const stuck = new Map(explainStuck(prepared, facts.branch, allowMore)
        .filter(({ goesOn }) => !goesOn)
        .map((one) => [one.id, one]));
    const held = new Map(prepared.held.map((one) => [one.id, one]));
    const tasks = graph.tasks.filter((task) => task.kind === 'task' && (under === undefined || isUnder(graph, task, under)));
    const shown = new Set(tasks.map(({ id }) => id));
    return {
        ...rest,
        tasks: tasks.map((task) => describeTask(task, prepared, {
            shown,
            working,
            held: held.get(task.id),
            stuck: stuck.get(task.id),
            jobs,
        })),
        conflicts: conflicts.flatMap(toConflicts),
    };
}
function allowMore(attempts) {
    return `run the workflow again with the override {"max_attempts": ${attempts}}`;
}
function describeTask(task, prepared, about) {
    const { id, title } = task;
    const { graph, attempts, landed } = prepared;
    const records = attempts.get(id) ?? [];
    const last = records.at(-1);
    const landing = landed.findLast((one) => one.id === id);
    const state = describe_status_stateOf(task, prepared, about);
    const commit = landing?.commit ?? last?.commit;
    const url = about.jobs.get(id) ?? last?.url;
    const isOpen = state !== 'landed' && state !== 'closed';
    return {
        ...{ id, title, state, dependsOn: dependenciesOf(task, about.shown, graph) },
        attempts: records.length,
        ...(last === undefined ? {} : { wave: last.wave, seconds: last.seconds }),
        ...(commit === undefined ? {} : { commit }),
        ...(last && last.end !== 'landed'
            ? { last: { end: last.end, ...(last.reason === undefined ? {} : { reason: last.reason }) } }
            : {}),
        ...(about.held === undefined ? {} : { held: wordHeld(about.held) }),
        ...(about.stuck && isOpen && state !== 'working'
            ? { stuck: { why: about.stuck.why, remedy: about.stuck.remedy } }
            : {}),
        ...(url === undefined ? {} : { url }),
    };
}
/** What it waited for is drawn as well, as far as it is shown at all. */
function dependenciesOf(task, shown, graph) {
    const own = task.dependencies.map(({ on }) => on).filter((id) => shown.has(id));
    return [...new Set([...own, ...blockersOf(graph, task)])];
}
function describe_status_stateOf({ id, state }, prepared, about) {
    const { landed, tasks, readiness } = prepared;
    if (state === 'closed')
        return landed.some((one) => one.id === id) ? 'landed' : 'closed';
    if (about.working.has(id))
        return 'working';
    if (prepared.unclosed.some((one) => one.id === id))
        return 'landed';
    if (about.held)
        return isForPerson(about.held) ? 'failed' : 'held';
    if (tasks.some(({ task }) => task.id === id))
        return 'ready';
    if (prepared.pending.some((one) => one.id === id))
        return 'ready';
    return readiness.paused.includes(id) ? 'paused' : 'waiting';
}
/** It does not go on before somebody has done something. */
function isForPerson({ because }) {
    return because.is === 'out-of-attempts' || because.is === 'set-aside';
}
function wordHeld({ because }) {
    switch (because.is) {
        case 'out-of-attempts':
            return `has failed ${because.attempts === 1 ? 'once' : `${because.attempts} times`}`;
        case 'set-aside':
            return 'its merge is left to a person';
        case 'same-files':
            return `declares the same files as ${because.as}`;
        case 'wave-full':
            return `the wave is full (${because.maxTasks} tasks)`;
    }
}
function toConflicts({ task, wave = 0, resolutions }) {
    return resolutions.map(({ path, step, line, gaveWay }) => ({
        ...{ task: task ?? 'base', path, step, wave },
        ...(line === undefined ? {} : { line }),
        ...(gaveWay === undefined ? {} : { gaveWay }),
    }));
}

// EXTERNAL MODULE: ./packages/report/src/index.ts + 87 modules
var report_src = __webpack_require__(7948);
;// CONCATENATED MODULE: ./packages/wave/src/server/collect-problems.ts

function collect_problems_collectProblems() {
    const problems = [];
    return {
        problems,
        add: (problem) => void problems.push(problem),
        note(dispatched, workflow) {
            if (dispatched.is === 'dispatched')
                return;
            const what = `the workflow ${workflow} could not be started: ${dispatched.why}`;
            problems.push(new UserError({ what, fix: dispatched.fix }));
        },
        async try(step) {
            try {
                return await step();
            }
            catch (error) {
                if (!(error instanceof UserError))
                    throw error;
                problems.push(error);
                return undefined;
            }
        },
    };
}

;// CONCATENATED MODULE: ./packages/wave/src/tip-moved-error.ts
/** Somebody else moved the feature branch: what was merged onto the old tip must be merged again. */
class tip_moved_error_TipMovedError extends Error {
    name = 'TipMovedError';
    expected;
    found;
    constructor(branch, expected, found, options) {
        super(`the branch "${branch}" was expected at ${expected}, but ${found ? `is at ${found}` : 'does not exist'}`, options);
        this.expected = expected;
        this.found = found;
    }
}

;// CONCATENATED MODULE: ./packages/wave/src/server/land-on-server.ts




const tries = 6;
/**
 * Moves the feature branch and the store here, and pushes both. A race lost to another writer of the store is
 * run again on what that one wrote; one lost on the feature branch ends it, for what would land is not what
 * was verified.
 */
async function land_on_server_landOnServer(ports, request) {
    const { options, integration } = request;
    let { prepared, results, late } = request;
    const keep = (why) => keepForLater(ports, { results, late }, why);
    if (integration.isOutdated)
        return keep({ is: 'moved' });
    for (let turn = 1;; turn++) {
        if (prepared.unclosed.length > 0) {
            await finishLanding(ports, prepared);
            // An epic is finished when what lands now is added to what is closed only now.
            prepared = await prepareWave(ports, options);
        }
        const plan = withLeftovers(planLanding(prepared, results, integration), prepared);
        // Done results, too: landing deletes their branches, or makes failed ones of those that are set aside.
        await ports.branches.publishAll([...results, ...late.map(asKept)]);
        if (await hasMoved(ports.branches.land(plan.move))) {
            await ports.server.refresh();
            return keep({ is: 'moved' });
        }
        await ports.store.apply(plan.changes);
        const pushed = await ports.server.pushLanding();
        if (pushed.is === 'pushed')
            return { is: 'landed', plan, late };
        await ports.server.refresh();
        if (pushed.is === 'refused')
            return keep(pushed);
        if (turn === tries)
            throw new Error(`the server was ahead of us ${tries} times: run this job again`);
        prepared = await prepareWave(ports, options);
        const tooLate = lateResults(prepared, results);
        late = [...late, ...tooLate];
        const gone = new Set(tooLate.map(({ result }) => result.id));
        results = results.filter(({ id }) => !gone.has(id));
        // Without these the rest is not what was verified.
        if (integration.batch.merged.some(({ result }) => gone.has(result.id)))
            return keep({ is: 'moved' });
    }
}
/** Branches of tasks that landed before, in a run that was cut off before it tidied. */
function withLeftovers(plan, { landed }) {
    const { move } = plan;
    const all = new Set([...move.landed, ...landed.map(({ id }) => id)]);
    return { ...plan, move: { ...move, landed: [...all] } };
}
async function hasMoved(landing) {
    try {
        await landing;
        return false;
    }
    catch (error) {
        if (error instanceof TipMovedError)
            return true;
        throw error;
    }
}
/** Work that failed is kept for people; done work that cannot land now is kept for the next wave. */
async function keepForLater(ports, { results, late }, why) {
    await ports.branches.publishAll([...results, ...late.map(asKept)]);
    const refused = await ports.server.pushTaskBranches();
    const done = results.filter(({ outcome, commit }) => outcome === 'done' && commit !== undefined);
    return { ...why, late, waiting: refused.length > 0 ? [] : done.map(({ id }) => id) };
}

;// CONCATENATED MODULE: ./packages/wave/src/server/note-late.ts

const words = {
    closed: 'was closed',
    paused: 'was paused',
    gone: 'was taken out of the store',
};
/** Where the work is that came too late, in a sentence or two each. */
function note_late_noteLate(late, feature) {
    return late.map(({ result: { id, outcome }, task }) => {
        const waits = task === 'paused' && outcome === 'done';
        const branch = waits ? taskBranch(feature, id) : failedBranch(feature, id);
        const then = waits ? ', from where it is merged when the task is open again' : '';
        return `${id} ${words[task]} while an agent worked on it, so its work has not landed. It is kept on the branch ${branch}${then}.`;
    });
}

;// CONCATENATED MODULE: ./packages/wave/src/server/read-history.ts



async function read_history_readHistory(history, past, under) {
    const [conflicts, changes, notes] = await Promise.all([
        history.readConflicts(),
        history.readChanges(isManifest),
        noteLost(history, past, under),
    ]);
    const done = new Set(past.landed.map(({ id }) => id));
    const declared = past.graph.tasks.filter(({ id }) => done.has(id)).flatMap(({ files }) => files);
    return { conflicts, review: findReviewPoints({ changes, declared }), notes };
}
/**
 * Tasks that are closed as landed, in commits that nobody has any more: the branch was deleted or set back,
 * or its pull request was squashed, which looks the same from here.
 */
async function noteLost(history, { graph, attempts, landed }, under) {
    const there = new Set(landed.map(({ id }) => id));
    const claims = new Map();
    for (const task of graph.tasks) {
        const { id, state } = task;
        const last = attempts.get(id)?.at(-1);
        const isOurs = under === undefined || isUnder(graph, task, under);
        if (!isOurs || state !== 'closed' || there.has(id) || last?.end !== 'landed')
            continue;
        if (last.commit !== undefined && isCommitSha(last.commit))
            claims.set(last.commit, id);
    }
    if (claims.size === 0)
        return [];
    const ids = (await history.findLost([...claims.keys()])).flatMap((one) => claims.get(one) ?? []);
    if (ids.length === 0)
        return [];
    return [
        `${ids.join(', ')} landed in commits that are on neither the branch nor its base any more. If the pull request was squashed, all is well. If the branch was deleted or set back, open these tasks again in the store, and the next wave does them again.`,
    ];
}

;// CONCATENATED MODULE: ./packages/wave/src/server/open-status.ts



const phases = {
    dispatch: 'landed',
    complete: 'complete',
    stuck: 'stuck',
    stopped: 'stopped',
};
/** All that is read for the report is read once; what is still to come is filled in. */
async function open_status_openStatus(history, request, { landed, after }) {
    const { feature, base, issue, integration, runUrl, jobs, options, wave } = request;
    const { conflicts, review, ...past } = await readHistory(history, after, options.under);
    const notes = [...notesOn(landed, integration), ...noteLate(landed.late, feature), ...past.notes];
    return {
        of: (next, more) => describeStatus(after, {
            branch: feature,
            base,
            wave,
            phase: (integration.redBase ?? integration.stopped) === undefined ? phases[next.is] : 'failed',
            ...(next.is === 'stopped' ? { why: open_status_explain(next.why, integration) } : {}),
            ...(issue && { issue: { number: issue.number, title: issue.title } }),
            ...(options.under === undefined ? {} : { under: options.under }),
            ...{ runUrl, conflicts, jobs, working: new Set() },
            checks: integration.checks,
            ...(integration.flaky === undefined ? {} : { flaky: integration.flaky }),
            review,
            ...more,
            notes: [...notes, ...(more.notes ?? [])],
        }),
    };
}
function open_status_explain(why, { redBase, stopped }) {
    const log = redBase ?? stopped;
    return log === undefined ? why : `${why}:\n${log}`;
}
function notesOn(landed, { update, unverified = [] }) {
    const notes = [];
    if (landed.is === 'moved') {
        notes.push('Somebody changed the branch or the tasks meanwhile. The next wave merges this one onto that.');
    }
    if (landed.is === 'refused')
        notes.push(`The server did not take the work: ${landed.fix}.`);
    if (unverified.length > 0) {
        const ids = unverified.map(({ id }) => id).join(', ');
        notes.push(`There was no time left to verify ${ids}. No attempt is counted; the next wave merges them again.`);
    }
    if (update?.is === 'conflicts') {
        notes.push(`The base has new commits that conflict with the branch in ${update.paths.join(', ')}: ${update.why}. Merge the base into the branch by hand.`);
    }
    if (update?.is === 'red') {
        notes.push("The checks fail with the base's new commits merged in, so the branch stays without them. Merge the base by hand and mend what breaks.");
    }
    return notes;
}

;// CONCATENATED MODULE: ./packages/wave/src/server/finalize-wave.ts









/**
 * Lands a wave and tells the world, in the order of the design: branch and store, pull request and status,
 * the comment, the branches of tasks, the next wave. Each step finds out from the world what is done, so
 * all of it can be run again; what GitHub refuses after the landing keeps no later step from being done.
 */
async function finalizeWave(ports, request) {
    const { integration, options } = request;
    const landed = await landOnServer(ports, request);
    if (landed.is === 'landed') {
        const { wave } = request;
        announceLanding(ports.progress, { wave, at: ports.clock() }, landed.plan, integration.checks);
    }
    const after = await prepareWave(ports, options);
    const next = decideNext(after, nextFacts(request, landed));
    const steps = collectProblems();
    const status = await openStatus(ports.history, request, { landed, after });
    const first = status.of(next, {});
    const [pullRequest] = await Promise.all([
        steps.try(() => writePullRequest(ports, request, first)),
        // Before anything has landed the branch's commit is the base's own, which is not ours to mark.
        after.landed.length > 0 &&
            steps.try(() => ports.pullRequests.writeStatus(commitStatus(after, request, first))),
    ]);
    const withPullRequest = { ...(pullRequest && { pullRequest }) };
    await steps.try(() => writeComment(ports, request, status.of(next, withPullRequest)));
    const kept = await ports.server.pushTaskBranches();
    const started = await startNext(ports, request, next);
    if (isTipToBeBuilt(request, landed, after)) {
        for (const run of request.ciRuns) {
            await steps.try(async () => steps.note(await ports.runs.dispatch(run), run.workflow));
        }
    }
    if (started.refusal)
        steps.add(started.refusal);
    const notes = [...kept, ...started.notes];
    const report = status.of(started.next, { ...withPullRequest, notes });
    if (started.refusal || notes.length > 0) {
        await steps.try(() => writeComment(ports, request, report));
    }
    return {
        ...{ landed, integration, report, problems: steps.problems },
        next: started.next.is === 'dispatch' ? 'dispatched' : started.next.is,
        ...withPullRequest,
    };
}
/** Its builds may be missing, too, where a job only finishes what another one was cut off in. */
function isTipToBeBuilt({ results }, landed, after) {
    if (landed.is !== 'landed' || after.landed.length === 0)
        return false;
    const { from, to } = landed.plan.move;
    return from !== to || results.length === 0;
}
function nextFacts({ prepared, wave, maxWaves, integration, results }, landed) {
    const counted = landed.is === 'landed' && landed.plan.changes.record.length > 0;
    const finished = landed.is === 'landed' && prepared.unclosed.length > 0;
    const { redBase, unverified = [], batch } = integration;
    const askPerson = explainStop(integration);
    return {
        wave,
        maxWaves,
        madeProgress: counted || finished || landed.is === 'moved' || results.length === 0,
        ...(redBase === undefined ? {} : { redBase }),
        ...(askPerson === undefined ? {} : { askPerson }),
        ...(unverified.length > 0 && batch.merged.length === 0 ? { outOfTime: true } : {}),
        ...(landed.is === 'refused' ? { refused: landed.why } : {}),
    };
}
async function writePullRequest({ pullRequests }, { feature, base, issue }, report) {
    if (!report.tasks.some(({ state }) => state === 'landed'))
        return pullRequests.find(feature);
    const wanted = renderPullRequest(report, issue ? { issueNumber: issue.number } : {});
    return pullRequests.write({ head: feature, base, ...wanted });
}
function commitStatus({ base: commit }, { runUrl: url }, report) {
    return { commit, url, ...statusDescription(report) };
}
async function writeComment({ issues }, { issue }, report) {
    if (issue)
        await issues.writeComment({ issue: issue.number, body: renderComment(report) });
}
async function startNext({ runs }, { nextRun }, next) {
    if (next.is !== 'dispatch')
        return { next, notes: [] };
    const stopped = (why, fix, cause) => {
        const what = `the next wave could not be started: ${why}`;
        const refusal = new UserError({ what, fix }, { cause });
        return { next: { is: 'stopped', why: `${what}\n${fix}` }, refusal, notes: [] };
    };
    try {
        const dispatched = await runs.dispatch(await nextRun());
        if (dispatched.is === 'refused')
            return stopped(dispatched.why, dispatched.fix);
        const { doubt } = dispatched;
        const notes = doubt === undefined ? [] : [`The next wave was started, but ${doubt}.`];
        return { next, notes };
    }
    catch (error) {
        const [problem] = error instanceof UserError ? error.problems : [];
        if (!(error instanceof UserError) || problem === undefined)
            throw error;
        return stopped(problem.what, problem.fix, error);
    }
}

;// CONCATENATED MODULE: ./packages/wave/src/server/integration-record.ts


function recordIntegration(integration) {
    const { from, batch, checks, ejected, redBase, stopped, flaky, unverified, update } = integration;
    return {
        ...{ from, checks },
        ...(batch.tree === undefined ? {} : { tree: batch.tree }),
        merged: batch.merged.map(({ result }) => result.id),
        requeued: batch.requeued.map(({ result, ...about }) => ({ id: result.id, ...about })),
        ejected: ejected.map(({ result, reason }) => ({ id: result.id, reason })),
        ...(redBase === undefined ? {} : { redBase }),
        ...(stopped === undefined ? {} : { stopped }),
        ...(flaky === undefined ? {} : { flaky }),
        ...(unverified === undefined ? {} : { unverified: unverified.map(({ id }) => id) }),
        ...(update === undefined
            ? {}
            : { update: update.is === 'merged' ? { is: 'merged', base: update.base } : update }),
    };
}
/**
 * The same integration, made again from the workers' own commits. The tree must come out as it was
 * verified; nobody's word is taken for what is in it. When the same has landed already, as in a job that
 * is run again, there is nothing left to merge.
 */
async function repeatIntegration(merger, record, { prepared, results, expected, isOnBase }) {
    const { from, checks, redBase, stopped, flaky, unverified } = record;
    const byId = new Map(results.map((result) => [result.id, result]));
    const find = (id) => {
        const result = byId.get(id);
        return result?.outcome === 'done' ? [result] : [];
    };
    const requeued = record.requeued.flatMap(({ id, ...about }) => find(id).map((result) => ({ result, ...about })));
    const ejected = record.ejected.flatMap(({ id, reason }) => find(id).map((result) => ({ result, reason })));
    if (hasLanded(record, prepared, byId)) {
        const { base: to } = prepared;
        return { from: to, checks, ejected, batch: { to, merged: [], requeued } };
    }
    if (isOutdated(record, prepared, { results, expected })) {
        const batch = { to: from, merged: [], requeued: [] };
        return { from, checks, batch, ejected: [], isOutdated: true };
    }
    const onto = await repeatUpdate(merger, record, isOnBase);
    const batch = await mergeBatch(merger, onto?.commit ?? from, record.merged.flatMap(find));
    const tree = batch.tree ?? onto?.tree;
    if (tree !== record.tree)
        throw notWhatWasVerified(tree, record);
    return {
        ...{ from, checks, ejected },
        batch: { ...batch, ...(tree === undefined ? {} : { tree }), requeued },
        ...(redBase === undefined ? {} : { redBase }),
        ...(stopped === undefined ? {} : { stopped }),
        ...(flaky === undefined ? {} : { flaky }),
        ...(unverified === undefined ? {} : { unverified: unverified.flatMap(find) }),
        ...(onto
            ? { update: onto.update }
            : record.update && record.update.is !== 'merged'
                ? { update: record.update }
                : {}),
    };
}
/** A landing is one push, so that all of it is there or nothing. */
function hasLanded({ merged }, { landed }, current) {
    const there = new Set(landed.map(({ id }) => id));
    return merged.length > 0 && merged.every((id) => there.has(id) && !current.has(id));
}
/** Somebody has closed or paused a task of this wave since it was verified, so what was verified cannot be made any more. */
function isOutdated({ merged }, { graph, landed, attempts }, { results, expected }) {
    const current = new Set(results.map(({ id }) => id));
    const there = new Set(landed.map(({ id }) => id));
    const missing = merged.filter((id) => !current.has(id));
    const hasLandedOnce = (id) => attempts.get(id)?.some(({ end }) => end === 'landed');
    const isTakenBack = (id) => expected.includes(id) &&
        graph.find(id)?.state !== 'open' &&
        !there.has(id) &&
        !hasLandedOnce(id);
    return missing.length > 0 && missing.every(isTakenBack);
}
function notTheBase(commit) {
    return new UserError({
        what: `what was verified is said to have the base's commit ${commit.slice(0, 12)} in it, which is not on the base, so nothing has been landed`,
        where: 'integration',
        fix: 'run the whole workflow again if the base was rewound meanwhile. If it was not, look at what ran in the job that verifies: somebody has changed its result',
    });
}
function notWhatWasVerified(tree, record) {
    return new UserError({
        what: `merged again, the tree is ${tree ?? 'none'}, but ${record.tree ?? 'none'} is what was verified, so nothing has been landed`,
        where: 'integration',
        fix: 'run the whole workflow again: since it was verified somebody may have deleted the branch. With a `resolver`, both jobs need the same one on their runners. Else look at what ran in the job that verifies',
    });
}
/** The record comes from a job that ran strangers' code, which could name any commit that a worker has brought. */
async function repeatUpdate(merger, { from, update }, isOnBase) {
    if (update?.is !== 'merged')
        return undefined;
    const { base } = update;
    if (!(await isOnBase(base)))
        throw notTheBase(base);
    const merged = await merger.merge({ tip: from, commit: base, of: { is: 'base' } });
    if (merged.is === 'requeued')
        throw new Error(`the base cannot be merged again: ${merged.why}`);
    const { commit, tree, resolutions } = merged;
    return { commit, tree, update: { is: 'merged', base, commit, resolutions } };
}

;// CONCATENATED MODULE: ./packages/wave/src/server/keep-wave.ts



/** A wave that could not be verified: its work is kept on branches, where the next wave finds it, and it is said. */
async function keepWave({ branches, server, issues }, { results, late, feature, issue, report }) {
    await branches.publishAll([...results, ...late.map(asKept)]);
    const refused = await server.pushTaskBranches();
    if (!issue)
        return;
    const notes = [...report.notes, ...noteLate(late, feature), ...refused];
    await issues.writeComment({ issue: issue.number, body: renderComment({ ...report, notes }) });
}

;// CONCATENATED MODULE: ./packages/wave/src/index.ts






























/***/ })

};
