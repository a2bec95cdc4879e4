export const id = 958;
export const ids = [958];
export const modules = {

/***/ 958:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/git/src/index.ts + 114 modules
var src = __webpack_require__(654);
// EXTERNAL MODULE: ./packages/cli/src/exit-codes.ts
var exit_codes = __webpack_require__(3067);
;// CONCATENATED MODULE: ./packages/cli/src/init/diff-lines.ts
/** The lines from the first to the last that differ, as a diff shows them: what there is, then what there would be. */
function diffLines(now, wanted) {
    const [before, after] = [now.split('\n'), wanted.split('\n')];
    const start = commonLength(before, after);
    const end = commonLength(before.slice(start).reverse(), after.slice(start).reverse());
    return [
        `@@ line ${start + 1} @@`,
        ...before.slice(start, before.length - end).map((line) => `- ${line}`),
        ...after.slice(start, after.length - end).map((line) => `+ ${line}`),
    ];
}
function commonLength(one, other) {
    const at = one.findIndex((line, index) => line !== other[index]);
    return at < 0 ? one.length : at;
}

;// CONCATENATED MODULE: ./packages/cli/src/init/examples.json
const examples_namespaceObject = /*#__PURE__*/JSON.parse('{"dolt":"# As wavefront.yml, for tasks that are kept by Dolt `bd`: they travel through refs/dolt/data, pushed by `bd dolt push`.\\n# Put it at .github/workflows/wavefront.yml on the default branch. Settings of the repository:\\n#   Settings → Actions → General → Workflow permissions: \\"Allow GitHub Actions to create and approve pull requests\\"\\n#   Settings → Secrets and variables → Actions: ANTHROPIC_API_KEY, or what your agent needs instead\\n# Write the version of bd that the project uses below: a store that a newer bd has opened is closed to older ones.\\n# The bd is downloaded and verified, unless .github/actions/wavefront-setup/action.yml puts that version on PATH.\\n# What runs is in .github/wavefront.yml on the default branch; three lines are enough:\\n#   setup: npm install --global opencode-ai && npm ci\\n#   agent: opencode run\\n#   checks: npm test\\nname: Wavefront\\nrun-name: \'Wavefront: issue #${{ inputs.issue_number }}\'\\n\\non:\\n  workflow_dispatch:\\n    inputs:\\n      issue_number:\\n        description: The issue whose tasks are worked off.\\n        type: string\\n        required: true\\n      branch:\\n        description: The feature branch. By default opencode/issue-<number>.\\n        type: string\\n      base:\\n        description: The branch that the work starts from and goes back to. By default the default branch.\\n        type: string\\n      agent:\\n        description: The agent\'s command line, instead of the configured one.\\n        type: string\\n      model:\\n        description: The model, instead of the configured one.\\n        type: string\\n      overrides:\\n        description: Other keys of .github/wavefront.yml, as one JSON object.\\n        type: string\\n\\npermissions: {}\\n\\njobs:\\n  wave:\\n    uses: wavefront-actions/wavefront/.github/workflows/wave.yml@v1\\n    permissions:\\n      contents: write # to push the feature branch and the task store\\n      pull-requests: write # to open the pull request and keep its text up to date\\n      issues: write # to keep the issue\'s one comment up to date\\n      statuses: write # to show the progress beside the commit\\n      actions: write # to start the next wave\\n    with:\\n      issue_number: ${{ inputs.issue_number }}\\n      branch: ${{ inputs.branch }}\\n      base: ${{ inputs.base }}\\n      agent: ${{ inputs.agent }}\\n      model: ${{ inputs.model }}\\n      # What a person types takes the place of all of it. The same two keys can be in .github/wavefront.yml.\\n      overrides: ${{ inputs.overrides || \'{\\"store\\":\\"bd\\",\\"bd_version\\":\\"1.3.0\\"}\' }}\\n    secrets:\\n      agent_env: |\\n        ANTHROPIC_API_KEY=${{ secrets.ANTHROPIC_API_KEY }}\\n","github-app":"# As wavefront.yml, but a GitHub App pushes and opens the pull request, so that both start your other workflows.\\n# Put it at .github/workflows/wavefront.yml on the default branch.\\n# The App: installed on this repository, with write access to contents, pull requests, commit statuses and actions.\\n# Settings of the repository:\\n#   Settings → Secrets and variables → Actions: WAVEFRONT_APP_ID and WAVEFRONT_APP_PRIVATE_KEY\\n#   Settings → Secrets and variables → Actions: ANTHROPIC_API_KEY, or what your agent needs instead\\n#   \\"Allow GitHub Actions to create and approve pull requests\\" can stay off: the App opens them.\\n# What runs is in .github/wavefront.yml on the default branch; three lines are enough:\\n#   setup: npm install --global opencode-ai && npm ci\\n#   agent: opencode run\\n#   checks: npm test\\nname: Wavefront\\nrun-name: \'Wavefront: issue #${{ inputs.issue_number }}\'\\n\\non:\\n  workflow_dispatch:\\n    inputs:\\n      issue_number:\\n        description: The issue whose tasks are worked off.\\n        type: string\\n        required: true\\n      branch:\\n        description: The feature branch. By default opencode/issue-<number>.\\n        type: string\\n      base:\\n        description: The branch that the work starts from and goes back to. By default the default branch.\\n        type: string\\n      agent:\\n        description: The agent\'s command line, instead of the configured one.\\n        type: string\\n      model:\\n        description: The model, instead of the configured one.\\n        type: string\\n      overrides:\\n        description: Other keys of .github/wavefront.yml, as one JSON object.\\n        type: string\\n\\npermissions: {}\\n\\njobs:\\n  wave:\\n    uses: wavefront-actions/wavefront/.github/workflows/wave.yml@v1\\n    permissions:\\n      contents: write # to push the feature branch and the task store\\n      pull-requests: write # to open the pull request and keep its text up to date\\n      issues: write # to keep the issue\'s one comment up to date\\n      statuses: write # to show the progress beside the commit\\n      actions: write # to start the next wave\\n    with:\\n      issue_number: ${{ inputs.issue_number }}\\n      branch: ${{ inputs.branch }}\\n      base: ${{ inputs.base }}\\n      agent: ${{ inputs.agent }}\\n      model: ${{ inputs.model }}\\n      overrides: ${{ inputs.overrides }}\\n    secrets:\\n      agent_env: |\\n        ANTHROPIC_API_KEY=${{ secrets.ANTHROPIC_API_KEY }}\\n      app_id: ${{ secrets.WAVEFRONT_APP_ID }}\\n      app_private_key: ${{ secrets.WAVEFRONT_APP_PRIVATE_KEY }}\\n","self-hosted":"# As wavefront.yml, on runners of your own: Linux, runner 2.336 or newer, git 2.38 or newer, and for each job a clean machine.\\n# Put it at .github/workflows/wavefront.yml on the default branch. Settings of the repository:\\n#   Settings → Actions → General → Workflow permissions: \\"Allow GitHub Actions to create and approve pull requests\\"\\n#   Settings → Secrets and variables → Actions: ANTHROPIC_API_KEY, or what your agent needs instead\\n#   Settings → Actions → Runners: some with the labels below\\n# Agents run as the runner\'s user. On a machine that is used again, one agent can leave something behind for the next\\n# job, also for the one that can write: let them be ephemeral, and never use them for public repositories.\\n# What runs is in .github/wavefront.yml on the default branch; three lines are enough:\\n#   setup: npm install --global opencode-ai && npm ci\\n#   agent: opencode run\\n#   checks: npm test\\nname: Wavefront\\nrun-name: \'Wavefront: issue #${{ inputs.issue_number }}\'\\n\\non:\\n  workflow_dispatch:\\n    inputs:\\n      issue_number:\\n        description: The issue whose tasks are worked off.\\n        type: string\\n        required: true\\n      branch:\\n        description: The feature branch. By default opencode/issue-<number>.\\n        type: string\\n      base:\\n        description: The branch that the work starts from and goes back to. By default the default branch.\\n        type: string\\n      agent:\\n        description: The agent\'s command line, instead of the configured one.\\n        type: string\\n      model:\\n        description: The model, instead of the configured one.\\n        type: string\\n      overrides:\\n        description: Other keys of .github/wavefront.yml, as one JSON object.\\n        type: string\\n\\npermissions: {}\\n\\njobs:\\n  wave:\\n    uses: wavefront-actions/wavefront/.github/workflows/wave.yml@v1\\n    permissions:\\n      contents: write # to push the feature branch and the task store\\n      pull-requests: write # to open the pull request and keep its text up to date\\n      issues: write # to keep the issue\'s one comment up to date\\n      statuses: write # to show the progress beside the commit\\n      actions: write # to start the next wave\\n    with:\\n      issue_number: ${{ inputs.issue_number }}\\n      branch: ${{ inputs.branch }}\\n      base: ${{ inputs.base }}\\n      agent: ${{ inputs.agent }}\\n      model: ${{ inputs.model }}\\n      overrides: ${{ inputs.overrides }}\\n      runs_on: \'[\\"self-hosted\\", \\"linux\\", \\"ephemeral\\"]\'\\n    secrets:\\n      agent_env: |\\n        ANTHROPIC_API_KEY=${{ secrets.ANTHROPIC_API_KEY }}\\n","three-jobs":"# The three actions in three plain jobs, to change as you like. Workers push branches, and the checks run in a job that\\n# can write: for private repositories that trust their agents. Otherwise take wavefront.yml.\\n# Put it at .github/workflows/wavefront.yml on the default branch. Settings of the repository:\\n#   Settings → Actions → General → Workflow permissions: \\"Allow GitHub Actions to create and approve pull requests\\"\\n#   Settings → Secrets and variables → Actions: ANTHROPIC_API_KEY, or what your agent needs instead\\n# What runs is in .github/wavefront.yml on the default branch; three lines are enough:\\n#   setup: npm install --global opencode-ai && npm ci\\n#   agent: opencode run\\n#   checks: npm test\\nname: Wavefront\\nrun-name: \'Wavefront: issue #${{ inputs.issue_number }}\'\\n\\non:\\n  workflow_dispatch:\\n    inputs:\\n      issue_number:\\n        description: The issue whose tasks are worked off.\\n        type: string\\n        required: true\\n      branch:\\n        description: The feature branch. By default opencode/issue-<number>.\\n        type: string\\n      base:\\n        description: The branch that the work starts from and goes back to. By default the default branch.\\n        type: string\\n      agent:\\n        description: The agent\'s command line, instead of the configured one.\\n        type: string\\n      model:\\n        description: The model, instead of the configured one.\\n        type: string\\n      overrides:\\n        description: Other keys of .github/wavefront.yml, as one JSON object.\\n        type: string\\n\\npermissions: {}\\n\\njobs:\\n  ready:\\n    name: Choose the wave\\n    runs-on: ubuntu-latest\\n    timeout-minutes: 15\\n    permissions:\\n      contents: read # to read the tasks, the configuration and the branches\\n      issues: write # to keep the issue\'s one comment up to date\\n      pull-requests: read # to link the pull request in it\\n    outputs:\\n      task_count: ${{ steps.ready.outputs.task_count }}\\n      matrix: ${{ steps.ready.outputs.matrix }}\\n      wave: ${{ steps.ready.outputs.wave }}\\n      base_sha: ${{ steps.ready.outputs.base_sha }}\\n      branch: ${{ steps.ready.outputs.branch }}\\n      state: ${{ steps.ready.outputs.state }}\\n      finalize: ${{ steps.ready.outputs.finalize }}\\n      max_parallel: ${{ steps.ready.outputs.max_parallel }}\\n      runs_on: ${{ steps.ready.outputs.runs_on }}\\n      timeout_minutes: ${{ steps.ready.outputs.timeout_minutes }}\\n    steps:\\n      - id: ready\\n        uses: wavefront-actions/wavefront/actions/get-ready-tasks@v1\\n        with:\\n          token: ${{ github.token }}\\n          issue_number: ${{ inputs.issue_number }}\\n          branch: ${{ inputs.branch }}\\n          base: ${{ inputs.base }}\\n          agent: ${{ inputs.agent }}\\n          model: ${{ inputs.model }}\\n          overrides: ${{ inputs.overrides }}\\n\\n  # GitHub empties an output that contains a secret\'s value. Without this job such a run would do nothing and be green.\\n  outputs:\\n    name: Outputs arrived\\n    needs: ready\\n    if: >-\\n      needs.ready.outputs.state == \'\' || needs.ready.outputs.finalize == \'\' || needs.ready.outputs.task_count == \'\' ||\\n      needs.ready.outputs.matrix == \'\' || needs.ready.outputs.wave == \'\' || needs.ready.outputs.base_sha == \'\' ||\\n      needs.ready.outputs.branch == \'\' || needs.ready.outputs.max_parallel == \'\' ||\\n      needs.ready.outputs.runs_on == \'\' || needs.ready.outputs.timeout_minutes == \'\'\\n    runs-on: ubuntu-latest\\n    timeout-minutes: 5\\n    permissions: {}\\n    steps:\\n      - run: |\\n          echo \\"::error title=GitHub dropped an output::A secret\'s value occurs in a task id, a branch name, a commit or a number of this wave, so GitHub emptied that output. Make the secret longer, or rename the task.\\"\\n          exit 1\\n\\n  execute:\\n    name: ${{ matrix.task_id }}\\n    needs: ready\\n    if: needs.ready.outputs.task_count != \'\' && needs.ready.outputs.task_count != \'0\'\\n    strategy:\\n      fail-fast: false\\n      max-parallel: ${{ fromJSON(needs.ready.outputs.max_parallel) }}\\n      matrix: ${{ fromJSON(needs.ready.outputs.matrix) }}\\n    runs-on: ${{ fromJSON(needs.ready.outputs.runs_on) }}\\n    timeout-minutes: ${{ fromJSON(needs.ready.outputs.timeout_minutes) }}\\n    permissions:\\n      contents: write # to push the task\'s branch\\n    steps:\\n      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0\\n        with:\\n          ref: ${{ needs.ready.outputs.base_sha }}\\n          persist-credentials: false\\n      - if: hashFiles(\'.github/actions/wavefront-setup/action.yml\') != \'\'\\n        uses: ./.github/actions/wavefront-setup\\n      - id: task\\n        uses: wavefront-actions/wavefront/actions/execute-task@v1\\n        with:\\n          token: ${{ github.token }}\\n          task_id: ${{ matrix.task_id }}\\n          attempt: ${{ matrix.attempt }}\\n          wave: ${{ needs.ready.outputs.wave }}\\n          base_sha: ${{ needs.ready.outputs.base_sha }}\\n          branch: ${{ needs.ready.outputs.branch }}\\n          base: ${{ inputs.base }}\\n          issue_number: ${{ inputs.issue_number }}\\n          agent: ${{ inputs.agent }}\\n          model: ${{ inputs.model }}\\n          overrides: ${{ inputs.overrides }}\\n          agent_env: |\\n            ANTHROPIC_API_KEY=${{ secrets.ANTHROPIC_API_KEY }}\\n          publish: branch\\n      - if: ${{ !cancelled() && steps.task.outputs.logs != \'\' }}\\n        uses: actions/upload-artifact@330a01c490aca151604b8cf639adc76d48f6c5d4 # v5.0.0\\n        with:\\n          name: log-${{ matrix.task_id }}\\n          path: ${{ steps.task.outputs.logs }}\\n          overwrite: true\\n          retention-days: 14\\n\\n  finalize:\\n    name: Merge, verify and land\\n    needs: [ready, execute]\\n    if: ${{ !cancelled() && needs.ready.result == \'success\' && needs.ready.outputs.finalize == \'true\' }}\\n    runs-on: ${{ fromJSON(needs.ready.outputs.runs_on) }}\\n    timeout-minutes: ${{ fromJSON(needs.ready.outputs.timeout_minutes) }}\\n    permissions:\\n      contents: write # to push the feature branch and the task store\\n      pull-requests: write # to open the pull request and keep its text up to date\\n      issues: write # to keep the issue\'s one comment up to date\\n      statuses: write # to show the progress beside the commit\\n      actions: write # to start the next wave\\n    steps:\\n      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0\\n        with:\\n          ref: ${{ needs.ready.outputs.base_sha }}\\n          persist-credentials: false\\n      - if: hashFiles(\'.github/actions/wavefront-setup/action.yml\') != \'\'\\n        uses: ./.github/actions/wavefront-setup\\n      - uses: wavefront-actions/wavefront/actions/merge-and-finalize@v1\\n        with:\\n          phase: all\\n          token: ${{ github.token }}\\n          matrix: ${{ needs.ready.outputs.matrix }}\\n          wave: ${{ needs.ready.outputs.wave }}\\n          base_sha: ${{ needs.ready.outputs.base_sha }}\\n          branch: ${{ needs.ready.outputs.branch }}\\n          base: ${{ inputs.base }}\\n          issue_number: ${{ inputs.issue_number }}\\n          overrides: ${{ inputs.overrides }}\\n","default":"# Works the tasks of an issue off with coding agents, wave after wave, until one pull request is ready.\\n# Put it at .github/workflows/wavefront.yml on the default branch. Settings of the repository:\\n#   Settings → Actions → General → Workflow permissions: \\"Allow GitHub Actions to create and approve pull requests\\"\\n#   Settings → Secrets and variables → Actions: ANTHROPIC_API_KEY, or what your agent needs instead\\n# What runs is in .github/wavefront.yml on the default branch; three lines are enough:\\n#   setup: npm install --global opencode-ai && npm ci\\n#   agent: opencode run\\n#   checks: npm test\\nname: Wavefront\\nrun-name: \'Wavefront: issue #${{ inputs.issue_number }}\'\\n\\non:\\n  workflow_dispatch:\\n    inputs:\\n      issue_number:\\n        description: The issue whose tasks are worked off.\\n        type: string\\n        required: true\\n      branch:\\n        description: The feature branch. By default opencode/issue-<number>.\\n        type: string\\n      base:\\n        description: The branch that the work starts from and goes back to. By default the default branch.\\n        type: string\\n      agent:\\n        description: The agent\'s command line, instead of the configured one.\\n        type: string\\n      model:\\n        description: The model, instead of the configured one.\\n        type: string\\n      overrides:\\n        description: Other keys of .github/wavefront.yml, as one JSON object.\\n        type: string\\n\\npermissions: {}\\n\\njobs:\\n  wave:\\n    uses: wavefront-actions/wavefront/.github/workflows/wave.yml@v1\\n    permissions:\\n      contents: write # to push the feature branch and the task store\\n      pull-requests: write # to open the pull request and keep its text up to date\\n      issues: write # to keep the issue\'s one comment up to date\\n      statuses: write # to show the progress beside the commit\\n      actions: write # to start the next wave\\n    with:\\n      issue_number: ${{ inputs.issue_number }}\\n      branch: ${{ inputs.branch }}\\n      base: ${{ inputs.base }}\\n      agent: ${{ inputs.agent }}\\n      model: ${{ inputs.model }}\\n      overrides: ${{ inputs.overrides }}\\n    secrets:\\n      agent_env: |\\n        ANTHROPIC_API_KEY=${{ secrets.ANTHROPIC_API_KEY }}\\n"}');
;// CONCATENATED MODULE: ./packages/cli/src/init/examples.ts

/** The workflow to put into a repository, with the secret that the agent needs. */
function workflowFor(name, agent) {
    return examples_namespaceObject[name].replaceAll(secretOfExamples, agent?.secret ?? secretOfExamples);
}
/** The secrets that a workflow names, without the one that GitHub makes itself. */
function secretsIn(workflow) {
    const found = workflow.matchAll(/\$\{\{\s*secrets\.([A-Za-z_][A-Za-z0-9_]*)\s*\}\}/g);
    const names = new Set([...found].map(([, name = '']) => name.toUpperCase()));
    names.delete('GITHUB_TOKEN');
    return [...names];
}
const secretOfExamples = 'ANTHROPIC_API_KEY';

;// CONCATENATED MODULE: ./packages/cli/src/init/next-steps.ts

/** What only a person can do after `wavefront init`, in order. */
function nextSteps(plan, { page, hasStore }) {
    const { example, workflow, config } = plan;
    const at = (path, otherwise) => (page ? `${page}/${path}` : otherwise);
    const actions = at('settings/actions', 'Settings → Actions → General');
    const settings = example === 'github-app'
        ? `Install the App on the repository, with write access to contents, pull requests, commit statuses and actions.`
        : `Tick "Allow GitHub Actions to create and approve pull requests": ${actions}`;
    return [
        `Look ${config.path} over: the agent, its setup, the checks.`,
        settings,
        ...secretsIn(workflow.text).map((name) => `Store the secret: gh secret set ${name}`),
        ...(example === 'self-hosted'
            ? [
                `Have runners with the labels of runs_on: ${at('settings/actions/runners', 'Settings → Actions → Runners')}`,
            ]
            : []),
        ...(hasStore ? [] : ['Put the tasks there: `bd init`, or commit a .beads/issues.jsonl.']),
        `Commit both files, and push them to the default branch: git add ${workflow.path} ${config.path}`,
        'See what is missing: wavefront doctor',
        `Start the first wave with the number of an issue: ${at('actions', 'Actions')} → Wavefront → Run workflow`,
    ];
}

// EXTERNAL MODULE: ./packages/config/src/index.ts + 10 modules
var config_src = __webpack_require__(365);
// EXTERNAL MODULE: ./packages/errors/src/index.ts + 3 modules
var errors_src = __webpack_require__(5569);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
;// CONCATENATED MODULE: ./packages/cli/src/init/project.ts
const nothingFound = { setup: [], checks: [] };

;// CONCATENATED MODULE: ./packages/cli/src/init/node-commands.ts


/** The scripts of a package.json that prove something, run by the package manager of its lock file. */
function findNodeCommands(project) {
    if (!project.has('package.json'))
        return nothingFound;
    const { scripts, packageManager } = parsePackage(project.text('package.json'));
    const { setup, run, because } = managerOf(project, packageManager);
    const checks = proving
        .map((names) => names.find((name) => isScript(name, scripts[name])))
        .flatMap((name) => (name === undefined ? [] : [name]));
    return {
        setup: setup.map((line) => ({ line, because })),
        checks: checks.map((name) => ({ line: run(name), because: 'package.json' })),
    };
}
/** Quick ones first. Of those that mean the same, the first that is there. */
const proving = [
    ['lint'],
    ['typecheck', 'type-check', 'check-types', 'types', 'tsc'],
    ['build'],
    ['test'],
];
function isScript(name, line) {
    if (line === undefined)
        return false;
    // What `npm init` writes.
    return !(name === 'test' && line.includes('no test specified'));
}
const packageJson = schemas/* object */.Ikc({
    scripts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).catch({}),
    packageManager: schemas/* string */.YjP().catch(''),
});
function parsePackage(text) {
    try {
        return packageJson.parse(JSON.parse(text));
    }
    catch {
        return { scripts: {}, packageManager: '' };
    }
}
const plainRun = (program) => (script) => script === 'test' ? `${program} test` : `${program} run ${script}`;
const managers = {
    pnpm: () => ({
        setup: ['corepack enable', 'pnpm install --frozen-lockfile'],
        run: plainRun('pnpm'),
    }),
    yarn: (project, declared) => isModernYarn(project, declared)
        ? {
            setup: ['corepack enable', 'yarn install --immutable'],
            run: (name) => `yarn run ${name}`,
        }
        : { setup: ['yarn install --frozen-lockfile'], run: (name) => `yarn run ${name}` },
    // `bun test` is a test runner of its own.
    bun: () => ({
        setup: ['npm install --global bun', 'bun install --frozen-lockfile'],
        run: (name) => `bun run ${name}`,
    }),
    npm: (project) => ({
        setup: [
            locks.some(([lock, by]) => by === 'npm' && project.has(lock)) ? 'npm ci' : 'npm install',
        ],
        run: plainRun('npm'),
    }),
};
const locks = [
    ['pnpm-lock.yaml', 'pnpm'],
    ['yarn.lock', 'yarn'],
    ['bun.lock', 'bun'],
    ['bun.lockb', 'bun'],
    ['package-lock.json', 'npm'],
    ['npm-shrinkwrap.json', 'npm'],
];
/** The lock file decides; without one, what package.json declares. */
function managerOf(project, declared) {
    const [lock, byLock] = locks.find(([name]) => project.has(name)) ?? [];
    const [byName = ''] = declared.split('@', 1);
    const name = byLock ?? (Object.hasOwn(managers, byName) ? byName : 'npm');
    const make = managers[name] ?? managers.npm;
    if (make === undefined)
        throw new Error(`no package manager "${name}"`);
    return { ...make(project, declared), because: lock ?? 'package.json' };
}
function isModernYarn(project, declared) {
    return project.has('.yarnrc.yml') || /^yarn@(?!1\.)/.test(declared);
}

;// CONCATENATED MODULE: ./packages/cli/src/init/python-commands.ts

/** With the tool whose lock file is there; else in an environment of its own, outside the checkout. */
function findPythonCommands(project) {
    const [file] = ['pyproject.toml', 'requirements.txt', 'setup.py'].filter(project.has);
    if (file === undefined)
        return nothingFound;
    const { setup, run, because } = toolOf(project, file);
    const tests = usesPytest(project) ? [{ line: `${run} pytest`, because }] : [];
    return { setup: setup.map((line) => ({ line, because })), checks: tests };
}
function toolOf(project, file) {
    if (project.has('uv.lock')) {
        const setup = ['pipx install uv', 'uv sync --locked'];
        return { setup, run: 'uv run', because: 'uv.lock' };
    }
    if (project.has('poetry.lock')) {
        const setup = ['pipx install poetry', 'poetry install --no-interaction'];
        return { setup, run: 'poetry run', because: 'poetry.lock' };
    }
    const requirements = ['requirements.txt', 'requirements-dev.txt', 'dev-requirements.txt'];
    const listed = requirements.filter(project.has).map((name) => `-r ${name}`);
    const wanted = [...listed, ...(file === 'requirements.txt' ? [] : ['-e .'])].join(' ');
    const setup = [`python3 -m venv ${home}`, `${home}/bin/python -m pip install pytest ${wanted}`];
    return { setup, run: `${home}/bin/python -m`, because: file };
}
/** A folder in the checkout would be part of the agents' work. */
const home = '"$HOME/.wavefront-venv"';
const telling = [
    'pyproject.toml',
    'setup.cfg',
    'tox.ini',
    'requirements.txt',
    'requirements-dev.txt',
];
function usesPytest(project) {
    if (['pytest.ini', 'conftest.py', 'tests'].some(project.has))
        return true;
    return telling.some((name) => /\bpytest\b/.test(project.text(name)));
}

;// CONCATENATED MODULE: ./packages/cli/src/init/find-commands.ts



/** How a project is set up and checked, as far as its files tell. A Makefile speaks where nothing else does. */
function findCommands(project) {
    const found = [findNodeCommands, findGoCommands, findCargoCommands, findPythonCommands].map((find) => find(project));
    const setup = found.flatMap((each) => each.setup);
    const checks = found.flatMap((each) => each.checks);
    return { setup, checks: checks.length > 0 ? checks : findMakeCommands(project).checks };
}
function findGoCommands(project) {
    if (!project.has('go.mod'))
        return nothingFound;
    const checks = ['go build ./...', 'go test ./...'];
    return { setup: [], checks: checks.map((line) => ({ line, because: 'go.mod' })) };
}
function findCargoCommands(project) {
    if (!project.has('Cargo.toml'))
        return nothingFound;
    const scope = /^\[workspace\]/m.test(project.text('Cargo.toml')) ? ' --workspace' : '';
    const checks = [`cargo build${scope}`, `cargo test${scope}`];
    return { setup: [], checks: checks.map((line) => ({ line, because: 'Cargo.toml' })) };
}
function findMakeCommands(project) {
    const file = ['GNUmakefile', 'makefile', 'Makefile'].find((name) => project.has(name));
    // `test :=` sets a variable.
    if (file === undefined || !/^test\s*::?(?!=)/m.test(project.text(file)))
        return nothingFound;
    return { setup: [], checks: [{ line: 'make test', because: file }] };
}

// EXTERNAL MODULE: ./packages/cli/src/init/known-agents.ts
var known_agents = __webpack_require__(5981);
;// CONCATENATED MODULE: ./packages/cli/src/init/read-project.ts


/** Bigger ones have been generated by something. */
const mostBytes = 1_000_000;
const read = [
    ...['package.json', 'Cargo.toml', 'pyproject.toml', 'setup.cfg', 'tox.ini'],
    ...['requirements.txt', 'requirements-dev.txt', 'GNUmakefile', 'makefile', 'Makefile'],
];
async function readProject(dir) {
    const names = new Set(await (0,promises_.readdir)(dir));
    const texts = new Map();
    for (const name of read) {
        if (names.has(name))
            texts.set(name, await readText((0,external_node_path_.join)(dir, name)));
    }
    return { has: (name) => names.has(name), text: (name) => texts.get(name) ?? '' };
}
/** What cannot be read tells nothing. */
async function readText(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    return text.length > mostBytes ? '' : text;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./packages/cli/src/init/render-config.ts

/** The text of `.github/wavefront.yml`. */
function renderConfig({ agent, known, setup, checks }) {
    const installs = known
        ? [
            {
                line: `npm install --global ${known.package}`,
                because: 'the agent; better with the version that you know',
            },
        ]
        : [];
    return [
        '# What Wavefront runs in this repository, read from the base branch.',
        '# Every key: https://github.com/wavefront-actions/wavefront/blob/main/docs/configuration.md',
        '',
        '# Gets the prompt on its standard input, edits files and ends.',
        `agent: ${scalar(agent)}`,
        '',
        '# Installs what the runner lacks, before agents and checks.',
        ...list('setup', [...installs, ...setup], '# setup: npm ci'),
        '',
        '# What must succeed for each task and for the merged whole. Without it nothing is verified.',
        ...list('checks', checks, '# Nothing was found. Write what proves the project: checks: npm test'),
        '',
    ].join('\n');
}
function list(key, found, none) {
    if (found.length === 0)
        return [none];
    return [`${key}:`, ...found.map(({ line, because }) => `  - ${scalar(line)} # ${because}`)];
}
/** On one line, so that a comment can follow. */
function scalar(text) {
    return text.includes('\n') ? JSON.stringify(text) : (0,dist/* stringify */.As)(text, { lineWidth: 0 }).trimEnd();
}

;// CONCATENATED MODULE: ./packages/cli/src/init/write-files.ts



async function planFile(top, wanted) {
    await refuseDetours(top, wanted.path);
    try {
        const now = await (0,promises_.readFile)((0,external_node_path_.join)(top, wanted.path), 'utf8');
        return now === wanted.text ? { ...wanted, is: 'same' } : { ...wanted, is: 'differs', now };
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return { ...wanted, is: 'new' };
        throw error;
    }
}
async function writePlanned(top, { path, text }) {
    const target = (0,external_node_path_.join)(top, path);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
    await (0,promises_.writeFile)(target, text);
}
/** A link may lead out of the checkout, and a folder is not to be written over. */
async function refuseDetours(top, path) {
    const parts = path.split('/');
    for (const [at] of parts.entries()) {
        const shown = parts.slice(0, at + 1).join('/');
        const stats = await (0,promises_.lstat)((0,external_node_path_.join)(top, shown)).catch(() => undefined);
        if (stats === undefined)
            return;
        const isLast = at === parts.length - 1;
        if (isLast ? stats.isFile() : stats.isDirectory())
            continue;
        throw new errors_src/* UserError */.yo({
            what: `it is no plain ${isLast ? 'file' : 'folder'}`,
            where: shown,
            fix: `move it away: a plain ${isLast ? 'file' : 'folder'} is to be there`,
        });
    }
}

;// CONCATENATED MODULE: ./packages/cli/src/init/plan-init.ts










const workflowPath = '.github/workflows/wavefront.yml';
async function planInit(top, options) {
    const { agent = 'opencode run', checks } = options;
    const example = options.example ?? ((await isDolt(top)) ? 'dolt' : 'default');
    const known = (0,known_agents/* knownAgent */.j)(agent);
    const found = findCommands(await readProject(top));
    const text = renderConfig({
        ...{ agent, known, setup: found.setup },
        checks: checks === undefined ? found.checks : [{ line: checks, because: 'as you said' }],
    });
    refuseWrong(text);
    return {
        example,
        workflow: await planFile(top, { path: workflowPath, text: workflowFor(example, known) }),
        config: await planFile(top, { path: config_src/* configPath */.eQ, text }),
    };
}
/** Only what was typed can be wrong in it. */
function refuseWrong(text) {
    const read = (0,config_src/* parseConfig */.o4)(text);
    if (read.ok)
        return;
    throw new errors_src/* UserError */.yo(read.problems.map(({ what, fix }) => ({ what, fix, where: '--agent or --checks' })));
}
async function isDolt(top) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(top, '.beads', 'metadata.json'), 'utf8').catch(() => '');
    return /"backend"\s*:\s*"dolt"/.test(text);
}

// EXTERNAL MODULE: ./packages/cli/src/origin/parse-remote.ts
var parse_remote = __webpack_require__(1261);
// EXTERNAL MODULE: ./packages/cli/src/origin/read-origin.ts
var read_origin = __webpack_require__(9956);
// EXTERNAL MODULE: ./packages/cli/src/output/one-line.ts
var one_line = __webpack_require__(4073);
;// CONCATENATED MODULE: ./packages/cli/src/commands/init.ts











/** `wavefront init`: the workflow and the configuration, made for the checkout that it is typed in. */
async function init(options) {
    const { top } = await (0,src/* openRepository */.h_)(process.cwd());
    const plan = await planInit(top, options);
    const files = [plan.workflow, plan.config];
    for (const file of files) {
        if (isToBeWritten(file, options) && !options.dryRun)
            await writePlanned(top, file);
        console.log(describe(file, options));
    }
    if (files.some((file) => file.is === 'differs' && !options.force)) {
        console.log('\nWhat differs was left as it is. To have it overwritten: wavefront init --force');
        return exit_codes/* exitCodes */.h.notDone;
    }
    if (!options.dryRun)
        console.log(`\nNext:\n${await renderSteps(top, plan)}`);
    return exit_codes/* exitCodes */.h.done;
}
function isToBeWritten({ is }, { force }) {
    return is === 'new' || (is === 'differs' && force === true);
}
function describe(file, options) {
    const { path, text } = file;
    if (file.is === 'same')
        return `${path}: is there already, just like this`;
    const verb = options.dryRun ? 'would be written' : 'written';
    const shown = options.dryRun ? `\n${indent(text.trimEnd().split('\n'))}` : '';
    if (file.is === 'new')
        return `${path}: ${verb}${shown}`;
    if (options.force)
        return `${path}: ${verb} over what was there${shown}`;
    return `${path}: is there already, and differs\n${indent(diffLines(file.now, text).map(oneRow))}`;
}
/** A foreign file may hold anything; its indentation is kept. */
function oneRow(line) {
    return line.slice(0, line.search(/\S|$/)) + (0,one_line/* oneLine */.k)(line);
}
function indent(lines) {
    return lines.map((line) => `  ${line}`.trimEnd()).join('\n');
}
async function renderSteps(top, plan) {
    const origin = await (0,read_origin/* readOrigin */.P)(top);
    const page = origin && `${(0,parse_remote/* webOf */.s3)((0,parse_remote/* apiOf */.ir)(origin.host))}/${origin.repository}`;
    const hasStore = await (0,promises_.access)((0,external_node_path_.join)(top, '.beads')).then(() => true, () => false);
    const steps = nextSteps(plan, { page, hasStore });
    return steps.map((step, at) => `  ${at + 1}. ${step}`).join('\n');
}


/***/ })

};
