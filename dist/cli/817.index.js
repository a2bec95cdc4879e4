export const id = 817;
export const ids = [817];
export const modules = {

/***/ 6817:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: ./packages/errors/src/index.ts + 3 modules
var src = __webpack_require__(5569);
// EXTERNAL MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
var dist_src = __webpack_require__(1015);
;// CONCATENATED MODULE: ./packages/github/src/connection/github-error.ts

/** A request that GitHub refused, or that it could not be asked. */
class github_error_GitHubError extends Error {
    name = 'GitHubError';
    refusal;
    constructor(refusal, options) {
        const { method, path, status, said } = refusal;
        super(`${method} ${path}: ${status === undefined ? '' : `${status} `}${said}`, options);
        this.refusal = refusal;
    }
    /** It may have been done all the same. */
    get isAmbiguous() {
        return this.refusal.status === undefined || this.refusal.status >= 500;
    }
}
function github_error_isRefusal(error, status, said = /(?:)/) {
    return (error instanceof github_error_GitHubError && error.refusal.status === status && said.test(error.refusal.said));
}
function githubErrorOf(error, needs) {
    if (!(error instanceof dist_src/* RequestError */.G))
        return error;
    const { method, url } = error.request;
    const path = URL.canParse(url) ? new URL(url).pathname : url;
    const answer = error.response;
    return new github_error_GitHubError({
        ...{ method, path, needs },
        said: whatItSaid(answer?.data) ?? (answer ? 'without a word' : error.message),
        ...(answer ? { status: answer.status } : {}),
    }, { cause: error });
}
const longest = 500;
/** Its message, and what it says about single fields. */
function whatItSaid(data) {
    if (typeof data === 'string')
        return isHtml(data) ? 'a page of HTML' : github_error_oneLine(data);
    if (typeof data !== 'object' || data === null || !('message' in data))
        return undefined;
    const errors = 'errors' in data && Array.isArray(data.errors) ? data.errors.map(detailOf) : [];
    return github_error_oneLine([data.message, ...errors].join(': '));
}
function detailOf(error) {
    if (typeof error !== 'object' || error === null)
        return String(error);
    if ('message' in error)
        return String(error.message);
    return 'field' in error && 'code' in error ? `${error.field} is ${error.code}` : '';
}
function isHtml(text) {
    return /^\s*</.test(text);
}
function github_error_oneLine(text) {
    return text.replace(/\s+/g, ' ').trim().slice(0, longest) || undefined;
}

// EXTERNAL MODULE: ./node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(9735);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var plugin_throttling_dist_bundle = __webpack_require__(6856);
// EXTERNAL MODULE: ./node_modules/@octokit/rest/dist-src/index.js + 21 modules
var rest_dist_src = __webpack_require__(9988);
;// CONCATENATED MODULE: ./packages/github/src/connection/patience.ts
/**
 * For each kind of limit: whether to wait that many seconds for it. One request has one patience, and
 * a bound on how often, because a limit that GitHub's clock says is over costs no seconds.
 */
function createPatience(most, log) {
    const spent = new WeakMap();
    return (limit) => (seconds, request) => {
        const before = spent.get(request) ?? { seconds: 0, times: 0 };
        const now = { seconds: before.seconds + seconds, times: before.times + 1 };
        if (now.seconds > most || now.times > mostTimes)
            return false;
        spent.set(request, now);
        log(`GitHub's ${limit} is reached: waiting ${seconds} s`);
        return true;
    };
}
const mostTimes = 5;

;// CONCATENATED MODULE: ./packages/github/src/connection/watching.ts

/** Sees each answer before the plugins that wait and try again do, and tells them what they would miss. */
function watching({ log, clock }) {
    let aheadMs = 0;
    const readClock = (date) => {
        const theirs = Date.parse(date ?? '');
        if (!Number.isNaN(theirs))
            aheadMs = theirs - clock().getTime();
    };
    return {
        now: () => new Date(clock().getTime() + aheadMs),
        plugin: ({ hook }) => {
            hook.wrap('request', async (request, options) => {
                try {
                    const response = await request(options);
                    readClock(response.headers.date);
                    if (isBrokenOff(response)) {
                        const asked = { ...options, url: response.url };
                        throw new dist_src/* RequestError */.G('the answer broke off', 500, { request: asked });
                    }
                    return response;
                }
                catch (error) {
                    if (!(error instanceof dist_src/* RequestError */.G))
                        throw error;
                    readClock(error.response?.headers.date);
                    if (error.status >= 500 && options.request.retries !== 0) {
                        log(`${options.method} ${error.request.url}: ${error.message.split('\n')[0]}`);
                    }
                    throw nameTheLimit(error);
                }
            });
        },
    };
}
/** JSON that arrives as a string could not be parsed. */
function isBrokenOff({ status, data, headers }) {
    const isEmpty = status === 204 || status === 205;
    return !isEmpty && typeof data === 'string' && /\bjson\b/.test(headers['content-type'] ?? '');
}
/** Some servers say in a header only that this is a limit; the throttling plugin reads the message. */
function nameTheLimit(error) {
    const { status, response } = error;
    const isLimit = status === 429 || (status === 403 && response?.headers['retry-after'] !== undefined);
    const isNamed = /secondary rate/i.test(error.message);
    const isPrimary = response?.headers['x-ratelimit-remaining'] === '0';
    if (isLimit && !isNamed && !isPrimary)
        error.message = `secondary rate limit: ${error.message}`;
    return error;
}

;// CONCATENATED MODULE: ./packages/github/src/connection/octokit.ts





function createOctokit(wish) {
    const { log = () => { }, clock = () => new Date(), patience = 120, secondMs = 1000, answerMs = 60_000, } = wish;
    const watch = watching({ log, clock });
    const waitFor = createPatience(patience, log);
    const Client = rest_dist_src/* Octokit */.E.plugin(watch.plugin, plugin_throttling_dist_bundle/* throttling */.A, dist_bundle/* retry */.L);
    const client = new Client({
        auth: wish.token,
        baseUrl: (wish.apiUrl ?? 'https://api.github.com').replace(/\/+$/, ''),
        userAgent: wish.userAgent ?? 'wavefront',
        log: { debug: () => { }, info: () => { }, warn: log, error: () => { } },
        request: { fetch: fetchWithin(answerMs) },
        retry: {
            doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
            retryAfterBaseValue: secondMs,
        },
        throttle: {
            ...{ write: unpaced, notifications: unpaced, retryAfterBaseValue: secondMs },
            onRateLimit: waitFor('rate limit'),
            onSecondaryRateLimit: waitFor('secondary rate limit'),
        },
    });
    return { client, now: watch.now };
}
/** A wave writes about five times, one after the other: a second between them would only be lost. */
const unpaced = {
    key: () => ({ schedule: (_job, work) => work() }),
};
/** A server that accepts a request and then keeps silent is like one that is not there. */
function fetchWithin(limitMs) {
    return (address, options) => fetch(address, { ...options, signal: AbortSignal.timeout(limitMs) });
}

;// CONCATENATED MODULE: ./packages/github/src/connection/repository-name.ts

function repositoryName(text) {
    const [, owner, name] = /^([A-Za-z0-9_-]+)\/([A-Za-z0-9._-]+)$/.exec(text) ?? [];
    if (owner && name && !/^\.+$/.test(name))
        return { owner, name };
    throw new src/* UserError */.yo({
        what: `${JSON.stringify(text)} is not a repository`,
        fix: 'write its owner and its name: octocat/hello-world',
    });
}

;// CONCATENATED MODULE: ./packages/github/src/connection/token-holder.ts
/** What kind of user acts with a token, as far as its form tells; GitHub tells no token whose it is, if it is an installation's. */
function holderOf(token) {
    if (token.startsWith('ghs_'))
        return 'Bot';
    return /^(gh[opu]|github_pat)_/.test(token) ? 'User' : undefined;
}

;// CONCATENATED MODULE: ./packages/github/src/connection/connect.ts




/** Nothing is sent, or even set up, before the first question. */
function connect_connect(wish) {
    const repository = repositoryName(wish.repository);
    let octokit;
    const open = () => {
        octokit ??= createOctokit(wish);
        return octokit;
    };
    return {
        repository,
        holder: holderOf(wish.token),
        ask: async (question) => {
            const { route, values } = requestOf(repository, question);
            try {
                return read(question, await open().client.request(route, values));
            }
            catch (error) {
                throw githubErrorOf(error, question.needs);
            }
        },
        pages: (question) => pagesOf(open().client, repository, question),
        wait: (seconds) => new Promise((done) => setTimeout(done, seconds * (wish.secondMs ?? 1000))),
        now: () => open().now(),
    };
}
async function* pagesOf(client, repository, question) {
    const { route, values } = requestOf(repository, question);
    try {
        for await (const page of client.paginate.iterator(route, { per_page: 100, ...values })) {
            yield read(question, page);
        }
    }
    catch (error) {
        throw githubErrorOf(error, question.needs);
    }
}
function requestOf({ owner, name }, question) {
    const { route, values, isGlobal, once } = question;
    const [method, path] = route.split(' ');
    const request = once ? { request: { retries: 0 } } : {};
    if (isGlobal)
        return { route, values: { ...values, ...request } };
    return {
        route: `${method} /repos/{owner}/{repo}${path}`,
        values: { ...values, owner, repo: name, ...request },
    };
}
function read({ answer, route, needs }, { data, url, status }) {
    const result = answer.safeParse(data);
    if (result.success)
        return result.data;
    const [method = ''] = route.split(' ');
    const [issue] = result.error.issues;
    const said = `an answer in an unknown form (${issue?.path.join('.') || 'all of it'}: ${issue?.message})`;
    throw new github_error_GitHubError({ method, path: new URL(url).pathname, said, needs, status });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
;// CONCATENATED MODULE: ./packages/github/src/connection/remedies.ts


/** What a port's method promises, with GitHub's refusals in the user's terms. */
async function remedies_inUsersTerms(work) {
    try {
        return await work;
    }
    catch (error) {
        throw asUserError(error);
    }
}
function asUserError(error) {
    if (!(error instanceof github_error_GitHubError))
        return error;
    const fix = remedies_remedyFor(error.refusal);
    if (fix === undefined)
        return error;
    return new src/* UserError */.yo({ what: remedies_whatWasRefused(error.refusal), fix }, { cause: error });
}
function remedies_whatWasRefused({ method, path, status, said }) {
    return `GitHub: ${said} (${method} ${path}${status === undefined ? '' : `: ${status}`})`;
}
function remedies_remedyFor(refusal) {
    const { said, status } = refusal;
    const known = remedies.find(([pattern]) => pattern.test(said));
    if (known)
        return remedyIn(known[1], refusal);
    if (status === undefined || status >= 500)
        return waitAndSee;
    const byStatus = remediesByStatus[status];
    return byStatus === undefined ? undefined : remedyIn(byStatus, refusal);
}
function remedyIn(remedy, refusal) {
    return typeof remedy === 'string' ? remedy : remedy(refusal);
}
/** Matched against GitHub's own words; the first that fits is shown. */
const remedies = [
    [/Resource not accessible by integration/i, ({ needs }) => grant(needs)],
    [
        /Resource not accessible by personal access token/i,
        ({ needs }) => `give the token the repository permission "${needs}", or use one that has it`,
    ],
    [
        /not permitted to create or approve pull requests/i,
        'tick "Allow GitHub Actions to create and approve pull requests" under Settings → Actions → General → Workflow permissions (an organization may have to allow it first), or give the token of a GitHub App',
    ],
    [
        /Bad credentials|Requires authentication/i,
        "give a token that is valid and has not expired: an App's token ends after one hour",
    ],
    [/Unexpected inputs provided/i, ({ said }) => declareInputs(said)],
    [
        /does not have '?workflow_dispatch'? trigger/i,
        'let the workflow be started by a dispatch, on the branch that it runs on:\n    on:\n      workflow_dispatch:',
    ],
    [
        /Required input '?"?([\w-]+)'?"? not provided/i,
        ({ said }) => {
            const [, name = ''] = /Required input '?"?([\w-]+)/i.exec(said) ?? [];
            return `give the workflow's input "${name}" a default, or write \`required: false\` for it`;
        },
    ],
    [/disabled workflow/i, 'enable the workflow: Actions → the workflow → Enable workflow'],
    [/No ref found for/i, 'push the branch, or name one that exists'],
    [
        /No commits between/i,
        'nothing on the branch is new to its base: look whether it was merged already, or whether the base is the right one',
    ],
    [
        /pull request already exists/i,
        'close the other open pull request of this branch, or wait until GitHub shows it, and run again',
    ],
    [/\bhead is invalid|Head sha can't be blank/i, 'push the branch before its pull request is made'],
    [/\bbase is invalid|Base ref must be a branch/i, 'name a base branch that exists'],
    [
        /secondary rate|abuse detection/i,
        'wait some minutes and run the job again; fewer jobs that write to GitHub at the same time avoid it',
    ],
    [
        /rate limit/i,
        'run the job again when the limit is renewed, within the hour; the token of a GitHub App has a limit of its own',
    ],
    [/SAML|single sign-on/i, "authorize the token for the organization's single sign-on"],
    [/IP allow ?list/i, "let the organization's IP allow list have the runner's address"],
    [/archived/i, 'the repository is archived and can only be read: unarchive it in its settings'],
    [/locked/i, 'unlock the conversation of the issue'],
    [
        /issues (are|has been) disabled|disabled issues/i,
        'enable issues: Settings → General → Features → Issues',
    ],
    [
        /(body|title|description) is too long/i,
        'shorten the text: GitHub takes 65,536 characters of a body, 256 of a title',
    ],
    [
        /inputs are too large|too many inputs|maximum .*inputs/i,
        'a dispatch takes 25 inputs with 65,535 characters in all: give fewer or shorter ones',
    ],
    [/No commit found for SHA/i, 'push the commit before its status is set'],
    [
        /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|getaddrinfo|certificate/i,
        'check the network, the proxy and the address of the API',
    ],
];
const waitAndSee = 'GitHub did not answer as it should, however often it was asked: see https://www.githubstatus.com, and run the job again in some minutes';
const remediesByStatus = {
    401: 'give a token that is valid and has not expired',
    403: ({ needs }) => grant(needs),
    404: ({ needs }) => `there is no such thing, or the token may not see it: check the repository's name, and that the token has "${needs}"`,
    410: "it was deleted, or this feature is switched off in the repository's settings",
    429: 'run the job again in some minutes',
};
function grant(needs) {
    return [
        'give the job that holds the token the permission, and in a called workflow the calling job as well:',
        '    permissions:',
        `      ${needs}`,
        '  (a GitHub App: in its settings, then accept it where it is installed)',
    ].join('\n');
}
function declareInputs(said) {
    const names = [...said.matchAll(/"([A-Za-z_][\w-]*)"/g)].map(([, name = '']) => name);
    return [
        'declare them in the workflow that is dispatched, on the branch that it runs on:',
        '    on:',
        '      workflow_dispatch:',
        '        inputs:',
        ...names.flatMap((name) => [`          ${name}:`, '            type: string']),
    ].join('\n');
}

;// CONCATENATED MODULE: ./packages/github/src/inspect/answers.ts


/** What was asked for, or that GitHub would not say. A token that is wrong altogether is an error. */
async function orUnknown(work) {
    try {
        return await work;
    }
    catch (error) {
        if (!isKeptSecret(error))
            throw asUserError(error);
        return { is: 'unknown', why: remedies_whatWasRefused(error.refusal) };
    }
}
/** GitHub says "not found" as well where it means that somebody may not know. */
function isKeptSecret(error) {
    if (!(error instanceof github_error_GitHubError))
        return false;
    const { status, said } = error.refusal;
    return (status === 403 && !/rate limit/i.test(said)) || status === 404;
}

;// CONCATENATED MODULE: ./packages/github/src/inspect/classic-protection.ts


/** Of a branch that does not exist yet only its own rules could be asked, and GitHub does not tell them. */
async function readClassicProtection(connection, branch) {
    const summary = await readSummary(connection, branch);
    if (summary === undefined) {
        return {
            ...nothing,
            gaps: [`the branch protection that ${branch} would get: it does not exist yet`],
        };
    }
    if (!summary.protected)
        return nothing;
    return (await readDetails(connection, branch)) ?? partial(summary);
}
const nothing = {
    isCreationRestricted: false,
    isPushRestricted: false,
    needsPullRequest: false,
    needsSignatures: false,
    needsLinearHistory: false,
    requiredChecks: [],
    gaps: [],
};
const checks = schemas/* object */.Ikc({ contexts: schemas/* array */.YOg(schemas/* string */.YjP()) });
const summary = schemas/* object */.Ikc({
    protected: schemas/* boolean */.zMY(),
    protection: schemas/* object */.Ikc({ required_status_checks: checks.optional() }).optional(),
});
async function readSummary(connection, branch) {
    try {
        return await connection.ask({
            ...{ route: 'GET /branches/{branch}', values: { branch } },
            ...{ answer: summary, needs: 'contents: read' },
        });
    }
    catch (error) {
        if (github_error_isRefusal(error, 404))
            return undefined;
        throw error;
    }
}
/** Everybody who may read sees this much; rulesets make a branch "protected" as well. */
function partial({ protection }) {
    return {
        ...nothing,
        requiredChecks: protection?.required_status_checks?.contexts ?? [],
        gaps: ['who may push, and whether by a pull request only: that takes "administration: read"'],
    };
}
const toggle = schemas/* object */.Ikc({ enabled: schemas/* boolean */.zMY() }).optional();
const details = schemas/* object */.Ikc({
    required_status_checks: checks.optional(),
    required_pull_request_reviews: schemas/* unknown */.L5J().optional(),
    restrictions: schemas/* unknown */.L5J().optional(),
    required_signatures: toggle,
    required_linear_history: toggle,
    block_creations: toggle,
    lock_branch: toggle,
});
/** Nothing when only administrators may know. */
async function readDetails(connection, branch) {
    try {
        const found = await connection.ask({
            ...{ route: 'GET /branches/{branch}/protection', values: { branch } },
            ...{ answer: details, needs: 'administration: read' },
        });
        return {
            isCreationRestricted: isOn(found.block_creations),
            isPushRestricted: Boolean(found.restrictions) || isOn(found.lock_branch),
            needsPullRequest: Boolean(found.required_pull_request_reviews),
            needsSignatures: isOn(found.required_signatures),
            needsLinearHistory: isOn(found.required_linear_history),
            requiredChecks: found.required_status_checks?.contexts ?? [],
            gaps: [],
        };
    }
    catch (error) {
        if (github_error_isRefusal(error, 404, /not protected/i))
            return nothing;
        if (github_error_isRefusal(error, 403) || github_error_isRefusal(error, 404))
            return undefined;
        throw error;
    }
}
function isOn(setting) {
    return setting?.enabled === true;
}

;// CONCATENATED MODULE: ./packages/github/src/inspect/branch-rules.ts




/** Of rulesets and of the older branch protection, together. */
function readBranchRules(connection, branch) {
    return orUnknown(branch_rules_read(connection, branch));
}
async function branch_rules_read(connection, branch) {
    const rules = await readRules(connection, branch);
    return combine(rules, await readClassicProtection(connection, branch));
}
const rule = schemas/* object */.Ikc({
    type: schemas/* string */.YjP(),
    parameters: schemas/* object */.Ikc({ required_status_checks: schemas/* array */.YOg(schemas/* object */.Ikc({ context: schemas/* string */.YjP() })).optional() })
        .optional(),
});
async function readRules(connection, branch) {
    const rules = [];
    const pages = connection.pages({
        ...{ route: 'GET /rules/branches/{branch}', values: { branch } },
        ...{ answer: schemas/* array */.YOg(rule), needs: 'metadata: read' },
    });
    try {
        for await (const page of pages)
            rules.push(...page);
        return rules;
    }
    catch (error) {
        // Private repositories of free plans have no rulesets, and GitHub refuses to list none.
        if (github_error_isRefusal(error, 403, /upgrade to github/i))
            return [];
        throw error;
    }
}
const named = [
    ...['creation', 'update', 'pull_request', 'required_signatures', 'required_linear_history'],
    ...['required_status_checks', 'deletion', 'non_fast_forward'],
];
function combine(rules, classic) {
    const types = new Set(rules.map(({ type }) => type));
    const checks = rules.flatMap(({ parameters }) => parameters?.required_status_checks ?? []);
    return {
        is: 'known',
        isCreationRestricted: types.has('creation') || classic.isCreationRestricted,
        isPushRestricted: types.has('update') || classic.isPushRestricted,
        needsPullRequest: types.has('pull_request') || classic.needsPullRequest,
        needsSignatures: types.has('required_signatures') || classic.needsSignatures,
        needsLinearHistory: types.has('required_linear_history') || classic.needsLinearHistory,
        requiredChecks: [
            ...new Set([...checks.map(({ context }) => context), ...classic.requiredChecks]),
        ],
        others: [...types].filter((type) => !named.includes(type)),
        gaps: classic.gaps,
    };
}

;// CONCATENATED MODULE: ./packages/github/src/inspect/file.ts



/** A directory is a list; of a file above 1 MiB GitHub sends no content here. */
const content = schemas/* object */.Ikc({ type: schemas/* string */.YjP(), encoding: schemas/* string */.YjP(), content: schemas/* string */.YjP() });
function readFile(connection, wanted) {
    return orUnknown(file_read(connection, wanted));
}
async function file_read(connection, { path, ref }) {
    try {
        const found = await connection.ask({
            route: `GET /contents/${path.split('/').map(encodeURIComponent).join('/')}`,
            ...(ref === undefined ? {} : { values: { ref } }),
            answer: content.or(schemas/* unknown */.L5J().transform(() => undefined)),
            needs: 'contents: read',
        });
        if (found?.type !== 'file' || found.encoding !== 'base64') {
            return { is: 'unknown', why: `${path} is no file, or too big to be read` };
        }
        return { is: 'found', text: Buffer.from(found.content, 'base64').toString('utf8') };
    }
    catch (error) {
        if (github_error_isRefusal(error, 404))
            return { is: 'missing' };
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/github/src/inspect/repository.ts



const repository = schemas/* object */.Ikc({
    full_name: schemas/* string */.YjP(),
    default_branch: schemas/* string */.YjP(),
    private: schemas/* boolean */.zMY(),
    fork: schemas/* boolean */.zMY(),
    archived: schemas/* boolean */.zMY().optional(),
    permissions: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* boolean */.zMY()).optional(),
});
async function readRepository(connection) {
    try {
        const found = await connection.ask({
            ...{ route: 'GET ', answer: repository, needs: 'metadata: read' },
        });
        return {
            is: 'found',
            repository: found.full_name,
            defaultBranch: found.default_branch,
            isPrivate: found.private,
            isFork: found.fork,
            isArchived: found.archived === true,
            role: roleOf(found.permissions ?? {}),
        };
    }
    catch (error) {
        if (github_error_isRefusal(error, 404))
            return { is: 'missing' };
        throw asUserError(error);
    }
}
const roles = [
    ['admin', 'admin'],
    ['maintain', 'maintain'],
    ['push', 'write'],
    ['triage', 'triage'],
    ['pull', 'read'],
];
function roleOf(permissions) {
    return roles.find(([name]) => permissions[name])?.[1] ?? 'unknown';
}

;// CONCATENATED MODULE: ./packages/github/src/inspect/settings.ts


const permissions = schemas/* object */.Ikc({
    default_workflow_permissions: schemas/* enum */.k5n(['read', 'write']),
    can_approve_pull_request_reviews: schemas/* boolean */.zMY(),
});
function readWorkflowPermissions(connection) {
    return orUnknown(connection
        .ask({
        route: 'GET /actions/permissions/workflow',
        ...{ answer: permissions, needs: 'administration: read' },
    })
        .then((found) => ({
        is: 'known',
        byDefault: found.default_workflow_permissions,
        mayCreatePullRequests: found.can_approve_pull_request_reviews,
    })));
}
const settings_named = schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() }));
async function readSecretNames(connection) {
    const own = await orUnknown(namesAt(connection, 'GET /actions/secrets'));
    if (!Array.isArray(own))
        return own;
    const shared = await orUnknown(namesAt(connection, 'GET /actions/organization-secrets'));
    if (!Array.isArray(shared))
        return { is: 'known', names: own, organization: 'unknown' };
    return { is: 'known', names: [...new Set([...own, ...shared])], organization: 'known' };
}
async function namesAt(connection, route) {
    const names = [];
    for await (const page of connection.pages({ route, answer: settings_named, needs: 'secrets: read' })) {
        names.push(...page.map(({ name }) => name));
    }
    return names;
}
const workflow = schemas/* object */.Ikc({ path: schemas/* string */.YjP(), name: schemas/* string */.YjP(), state: schemas/* string */.YjP() });
/** Those of the default branch. */
function readWorkflows(connection) {
    return orUnknown(allWorkflows(connection));
}
async function allWorkflows(connection) {
    const workflows = [];
    const pages = connection.pages({
        ...{ route: 'GET /actions/workflows', answer: schemas/* array */.YOg(workflow), needs: 'actions: read' },
    });
    for await (const page of pages) {
        for (const { path, name, state } of page) {
            if (state !== 'deleted')
                workflows.push({ path, name, isEnabled: state === 'active' });
        }
    }
    return { is: 'known', workflows };
}

;// CONCATENATED MODULE: ./packages/github/src/inspect/open-inspector.ts





function openInspector(wish) {
    const connection = connect_connect(wish);
    return {
        readRepository: () => readRepository(connection),
        readWorkflowPermissions: () => readWorkflowPermissions(connection),
        readBranchRules: (branch) => readBranchRules(connection, branch),
        readSecretNames: () => readSecretNames(connection),
        readFile: (file) => readFile(connection, file),
        readWorkflows: () => readWorkflows(connection),
    };
}

;// CONCATENATED MODULE: ./packages/github/src/connection/send-once.ts

/** For what must not be done twice: when an answer gets lost, the thing itself is looked for before another try. */
async function send_once_sendOnce({ wait }, { send, find }) {
    for (let sent = 1;; sent += 1) {
        try {
            return await send();
        }
        catch (error) {
            if (!(error instanceof GitHubError && error.isAmbiguous))
                throw error;
            await wait(2 ** sent);
            const found = await find();
            if (found !== undefined)
                return found;
            if (sent === mostTries)
                throw error;
        }
    }
}
const mostTries = 3;

;// CONCATENATED MODULE: ./packages/github/src/issues/authorship.ts


const user = schemas/* object */.Ikc({ login: schemas/* string */.YjP() });
/** Whether a comment is by the workflow's own bot, or by whoever the token belongs to. */
function authorship_createAuthorship(connection) {
    let ownLogin;
    return async ({ user }) => {
        if (user === null)
            return false;
        if (user.type === 'Bot' && user.login === workflowBot)
            return true;
        ownLogin ??= readOwnLogin(connection);
        return user.login === (await ownLogin);
    };
}
const workflowBot = 'github-actions[bot]';
/** An installation's token is nobody's, and GitHub refuses to say whose it is. */
async function readOwnLogin(connection) {
    try {
        const { login } = await connection.ask({
            ...{ route: 'GET /user', isGlobal: true },
            ...{ answer: user, needs: 'metadata: read' },
        });
        return login;
    }
    catch (error) {
        if (isRefusal(error, 403))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/github/src/issues/comments.ts





const comment = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    html_url: schemas/* string */.YjP(),
    body: schemas/* string */.YjP()
        .nullish()
        .transform((body) => body ?? ''),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP() }).nullable(),
});
/** Our one comment on an issue: the oldest that is marked and that we wrote. */
function comments_createCommentWriter(connection) {
    const isOurs = createAuthorship(connection);
    return async ({ issue, body }) => {
        const wanted = { issue, body: markedBody(body) };
        const written = (await rewrite(wanted)) ?? (await create(wanted));
        return { url: written.html_url };
    };
    async function rewrite(wanted) {
        const ours = await find(wanted.issue);
        if (ours === undefined || isSameText(ours.body, wanted.body))
            return ours;
        return edit(ours, wanted.body);
    }
    async function find(issue) {
        const pages = connection.pages({
            route: 'GET /issues/{issue}/comments',
            values: { issue },
            answer: z.array(comment),
            needs: 'issues: write',
        });
        for await (const page of pages) {
            for (const found of page)
                if (isMarked(found.body) && (await isOurs(found)))
                    return found;
        }
        return undefined;
    }
    /** Nothing when somebody has deleted it meanwhile. */
    async function edit({ id }, body) {
        try {
            return await connection.ask({
                route: 'PATCH /issues/comments/{id}',
                values: { id, body },
                answer: comment,
                needs: 'issues: write',
            });
        }
        catch (error) {
            if (isRefusal(error, 404))
                return undefined;
            throw error;
        }
    }
    function create({ issue, body }) {
        return sendOnce(connection, {
            send: () => connection.ask({
                route: 'POST /issues/{issue}/comments',
                values: { issue, body },
                answer: comment,
                needs: 'issues: write',
                once: true,
            }),
            find: () => rewrite({ issue, body }),
        });
    }
}

;// CONCATENATED MODULE: ./packages/github/src/issues/issues.ts




function issues_createIssues(connection) {
    const writeComment = createCommentWriter(connection);
    return {
        read: (issue) => inUsersTerms(readIssue(connection, issue)),
        writeComment: (comment) => inUsersTerms(writeComment(comment)),
    };
}
const answer = schemas/* object */.Ikc({
    number: schemas/* number */.aig(),
    title: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    state: schemas/* string */.YjP(),
    pull_request: schemas/* unknown */.L5J().optional(),
});
async function readIssue(connection, issue) {
    const found = await askFor(connection, issue);
    // Of an issue that was moved elsewhere GitHub tells the new place, which is another repository.
    if (found === undefined || found.number !== issue)
        return undefined;
    return {
        number: issue,
        title: found.title,
        url: found.html_url,
        isOpen: found.state === 'open',
        isPullRequest: found.pull_request !== undefined,
    };
}
async function askFor(connection, issue) {
    try {
        return await connection.ask({
            ...{ route: 'GET /issues/{issue}', values: { issue } },
            ...{ answer, needs: 'issues: read' },
        });
    }
    catch (error) {
        if (isRefusal(error, 404) || isRefusal(error, 410))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/github/src/pulls/find-open.ts

const find_open_openPullRequest = schemas/* object */.Ikc({
    number: schemas/* number */.aig(),
    html_url: schemas/* string */.YjP(),
    body: schemas/* string */.YjP()
        .nullish()
        .transform((body) => body ?? ''),
    head: schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), repo: schemas/* object */.Ikc({ id: schemas/* number */.aig() }).nullish() }),
    base: schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), repo: schemas/* object */.Ikc({ id: schemas/* number */.aig() }) }),
});
/**
 * The open pull request from a branch of this repository: the one into that base, else the oldest.
 * A fork may have a branch of the same name, and not every server heeds the filter.
 */
async function find_open_findOpen(connection, { head, base }) {
    const pages = connection.pages({
        route: 'GET /pulls',
        values: { state: 'open', head: `${connection.repository.owner}:${head}` },
        answer: z.array(find_open_openPullRequest),
        needs: 'pull-requests: write',
    });
    let oldest;
    for await (const page of pages) {
        for (const found of page) {
            if (found.head.ref !== head || found.head.repo?.id !== found.base.repo.id)
                continue;
            if (found.base.ref === base)
                return found;
            if (oldest === undefined || found.number < oldest.number)
                oldest = found;
        }
    }
    return oldest;
}

;// CONCATENATED MODULE: ./packages/github/src/pulls/pull-requests.ts








function pull_requests_createPullRequests(connection) {
    return {
        find: (head) => inUsersTerms(find(connection, head)),
        write: (wanted) => inUsersTerms(write(connection, wanted)),
        writeStatus: (status) => inUsersTerms(writeStatus(connection, status)),
    };
}
async function find(connection, head) {
    const open = await findOpen(connection, { head });
    return open && told(open);
}
async function write(connection, wanted) {
    return told((await update(connection, wanted)) ?? (await create(connection, wanted)));
}
async function update(connection, wanted) {
    const open = await findOpen(connection, wanted);
    if (open === undefined)
        return undefined;
    const body = withOurPart(open.body, wanted.body);
    if (isSameText(body, open.body))
        return open;
    return connection.ask({
        ...{ route: 'PATCH /pulls/{number}', values: { number: open.number, body } },
        ...{ answer: openPullRequest, needs: 'pull-requests: write' },
    });
}
const titleRoom = 256;
function create(connection, wanted) {
    const { head, base, title } = wanted;
    const body = withOurPart('', wanted.body);
    return sendOnce(connection, {
        send: async () => {
            try {
                return await connection.ask({
                    route: 'POST /pulls',
                    values: { head, base, title: oneLine(title, titleRoom), body, draft: false },
                    ...{ answer: openPullRequest, needs: 'pull-requests: write', once: true },
                });
            }
            catch (error) {
                if (!isRefusal(error, 422, /pull request already exists/i))
                    throw error;
                const found = await update(connection, wanted);
                if (found === undefined)
                    throw error;
                return found;
            }
        },
        find: () => update(connection, wanted),
    });
}
function told({ number, html_url }) {
    return { number, url: html_url };
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
;// CONCATENATED MODULE: ./packages/github/src/runs/find-dispatched.ts

const run = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    status: schemas/* string */.YjP().nullish(),
    html_url: schemas/* string */.YjP(),
    event: schemas/* string */.YjP(),
    head_branch: schemas/* string */.YjP().nullable(),
    created_at: schemas/* string */.YjP(),
    actor: schemas/* object */.Ikc({ type: schemas/* string */.YjP().optional() }).nullish(),
    display_title: schemas/* string */.YjP().nullish(),
});
const find_dispatched_answer = schemas/* object */.Ikc({ workflow_runs: schemas/* array */.YOg(run) });
/**
 * The run that came of a dispatch whose answer got lost. GitHub does not tell a run's inputs, so a run for
 * another issue, started at the same moment, is known by its title alone, if at all.
 */
async function find_dispatched_findDispatched(connection, { workflow, ref, inputs, since }) {
    const from = wholeSecond(since);
    const { workflow_runs } = await connection.ask({
        route: 'GET /actions/workflows/{workflow}/runs',
        values: {
            ...{ workflow, branch: ref, event: 'workflow_dispatch' },
            created: `>=${from.toISOString().replace('.000', '')}`,
            per_page: 100,
        },
        ...{ answer: find_dispatched_answer, needs: 'actions: write' },
    });
    const { holder } = connection;
    const started = workflow_runs.filter(({ event, head_branch, created_at, actor }) => event === 'workflow_dispatch' &&
        head_branch === ref &&
        new Date(created_at) >= from &&
        mayBe(actor?.type, holder));
    return tellApart(byTitle(started, inputs));
}
/**
 * A run that an earlier attempt of that one has started, or that came of it, and that has not ended. Only a
 * title is believed: to start one twice does no harm, but to start none ends the chain.
 */
async function find_dispatched_findStarted(connection, { workflow, inputs, after }) {
    const { workflow_runs } = await connection.ask({
        route: 'GET /actions/workflows/{workflow}/runs',
        values: { workflow, event: 'workflow_dispatch', per_page: 100 },
        ...{ answer: find_dispatched_answer, needs: 'actions: write' },
    });
    const isOurs = isTitled(inputs);
    const found = workflow_runs.find((one) => one.id > after &&
        one.status !== 'completed' &&
        mayBe(one.actor?.type, connection.holder) &&
        isOurs(one));
    return found && { is: 'dispatched', url: found.html_url };
}
function mayBe(found, wanted) {
    return found === undefined || wanted === undefined || found === wanted;
}
/** Those that our title is on; where it is on none, those that have no other issue's on them. */
function byTitle(runs, inputs) {
    const { issue_number: issue } = inputs;
    const isAnothers = ({ display_title: title }) => issue !== undefined && numbersIn(title, /\bissue #?(\d+)/gi).some((other) => other !== issue);
    const ours = runs.filter(isTitled(inputs));
    return ours.length > 0 ? ours : runs.filter((one) => !isAnothers(one));
}
function isTitled({ issue_number: issue, branch }) {
    return ({ display_title: title }) => (issue !== undefined && numbersIn(title, /#(\d+)/g).includes(issue)) ||
        (branch !== undefined && (title ?? '').split(/[\s,;()'"]+/).includes(branch));
}
function numbersIn(title, pattern) {
    return [...(title ?? '').matchAll(pattern)].map(([, number]) => number);
}
function tellApart([found, ...others]) {
    if (found === undefined)
        return undefined;
    if (others.length === 0)
        return { is: 'dispatched', url: found.html_url };
    const doubt = `its run is one of ${1 + others.length} that were started at the same moment and could not be told apart`;
    return { is: 'dispatched', doubt };
}
/** GitHub knows no fractions of a second. */
function wholeSecond(date) {
    return new Date(Math.floor(date.getTime() / 1000) * 1000);
}

;// CONCATENATED MODULE: ./packages/github/src/runs/dispatch.ts






function dispatch_createDispatcher(connection) {
    let returnsDetails = true;
    return async ({ workflow, on, inputs, again }) => {
        const name = basename(workflow);
        const started = again === undefined
            ? undefined
            : await findStarted(connection, { workflow: name, inputs, after: again });
        if (started)
            return started;
        const refusals = [];
        // The branch of a run that was started on none is empty.
        for (const ref of new Set(on.filter((ref) => ref !== ''))) {
            try {
                return await dispatchOn({ workflow: name, ref, inputs });
            }
            catch (error) {
                if (!isFinal(error))
                    throw error;
                refusals.push({ ref, error });
                if (!isAboutTheRef(error))
                    break;
            }
        }
        return refusedFor(workflow, refusals);
    };
    function dispatchOn(order) {
        const since = connection.now();
        return sendOnce(connection, {
            send: () => send(order),
            find: () => findDispatched(connection, { ...order, since }),
        });
    }
    async function send(order) {
        try {
            return await post(order, returnsDetails);
        }
        catch (error) {
            if (!returnsDetails || !isRefusal(error, 422, /return_run_details/))
                throw error;
            returnsDetails = false;
            return post(order, returnsDetails);
        }
    }
    async function post({ workflow, ...wanted }, details) {
        const run = await connection.ask({
            route: 'POST /actions/workflows/{workflow}/dispatches',
            values: { workflow, ...wanted, ...(details ? { return_run_details: true } : {}) },
            ...{ answer: startedRun, needs: 'actions: write', once: true },
        });
        return { is: 'dispatched', ...(run ? { url: run.html_url } : {}) };
    }
}
/** Without details the answer is empty. */
const startedRun = schemas/* object */.Ikc({ html_url: schemas/* string */.YjP() }).optional().catch(undefined);
/** Asking again will not help; rate limits pass. */
function isFinal(error) {
    if (!(error instanceof GitHubError) || error.isAmbiguous)
        return false;
    return error.refusal.status !== 429 && !/rate limit/i.test(error.refusal.said);
}
/** Another branch may have the file, or have it with the trigger. */
function isAboutTheRef({ refusal: { status, said } }) {
    return (status === 404 || (status === 422 && /No ref found|workflow_dispatch'? trigger/i.test(said)));
}
function refusedFor(workflow, refusals) {
    const last = refusals.at(-1)?.error.refusal;
    if (last === undefined) {
        return {
            is: 'refused',
            why: `no branch to start ${workflow} on`,
            fix: 'start it on a branch',
        };
    }
    const why = refusals.map(({ ref, error }) => `on ${ref}: ${whatWasRefused(error.refusal)}`);
    const fix = last.status === 404 ? notThere(workflow) : remedyFor(last);
    return { is: 'refused', why: why.join('; '), fix: fix ?? `start ${workflow} by hand to see why` };
}
function notThere(workflow) {
    return `put ${workflow} on the default branch: GitHub dispatches only workflows that are there, with a token that has "actions: write"`;
}

;// CONCATENATED MODULE: ./packages/github/src/runs/runs.ts



function runs_createRuns(connection) {
    const dispatch = createDispatcher(connection);
    return {
        readWorkflow: (run) => inUsersTerms(readWorkflow(connection, run)),
        readJobs: (run) => inUsersTerms(readJobs(connection, run)),
        dispatch: (wanted) => inUsersTerms(dispatch(wanted)),
    };
}
const workflowOfRun = schemas/* object */.Ikc({ path: schemas/* string */.YjP(), head_branch: schemas/* string */.YjP().nullable() });
async function readWorkflow(connection, run) {
    const { path, head_branch } = await connection.ask({
        ...{ route: 'GET /actions/runs/{run}', values: { run } },
        ...{ answer: workflowOfRun, needs: 'actions: read' },
    });
    return { path: withinRepository(path), branch: head_branch ?? '' };
}
/** GitHub may write the repository before it and the ref after it: `o/r/.github/workflows/w.yml@main`. */
function withinRepository(path) {
    return /\.github\/workflows\/[^@]+/.exec(path)?.[0] ?? path;
}
const job = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    conclusion: schemas/* string */.YjP().nullable(),
    html_url: schemas/* string */.YjP().nullable(),
});
async function readJobs(connection, run) {
    const pages = connection.pages({
        ...{ route: 'GET /actions/runs/{run}/jobs', values: { run, filter: 'latest' } },
        ...{ answer: z.array(job), needs: 'actions: read' },
    });
    const jobs = [];
    for await (const page of pages)
        jobs.push(...page.map(runs_told));
    return jobs;
}
function runs_told({ name, conclusion, html_url }) {
    return { name, url: html_url ?? '', ...(conclusion === null ? {} : { conclusion }) };
}

;// CONCATENATED MODULE: ./packages/github/src/open-github.ts




function openGitHub({ writeToken, ...wish }) {
    const connection = connect(wish);
    const writing = writeToken ? connect({ ...wish, token: writeToken }) : connection;
    return {
        issues: createIssues(connection),
        pullRequests: createPullRequests(writing),
        runs: createRuns(writing),
    };
}

;// CONCATENATED MODULE: ./packages/github/src/index.ts






// EXTERNAL MODULE: ./packages/wave/src/index.ts + 38 modules
var wave_src = __webpack_require__(5209);
// EXTERNAL MODULE: ./node_modules/yoctocolors/base.js
var base = __webpack_require__(4632);
// EXTERNAL MODULE: ./packages/cli/src/origin/parse-remote.ts
var parse_remote = __webpack_require__(1261);
;// CONCATENATED MODULE: ./packages/cli/src/doctor/find-target.ts


/** What is asked about, and where: what was typed, else what the remote says. */
function findTarget(wish, origin) {
    const repository = wish.repository ?? origin?.repository;
    if (repository === undefined) {
        throw new src/* UserError */.yo({
            what: 'this is no checkout of a repository on GitHub: it has no remote "origin" whose address says so',
            fix: 'run this in a clone, or name it: --repository octocat/hello-world',
        });
    }
    if (!/^[A-Za-z0-9_-]+\/(?!\.+$)[A-Za-z0-9._-]+$/.test(repository)) {
        throw new src/* UserError */.yo({
            what: `${JSON.stringify(repository)} is not a repository`,
            where: '--repository',
            fix: 'write its owner and its name: octocat/hello-world',
        });
    }
    const api = wish.api === undefined ? (0,parse_remote/* apiOf */.ir)(origin?.host ?? 'github.com') : checkApi(wish.api);
    return { repository, api };
}
/** A token is sent there: not in the clear, but for this machine itself. */
function checkApi(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isLocal = url !== undefined && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal);
    if (url !== undefined && isSafe && url.username === '' && url.search === '') {
        return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
    }
    throw new src/* UserError */.yo({
        what: `${JSON.stringify(text.replace(/\/\/[^/]*@/, '//***@'))} is not the address of an API`,
        where: '--api',
        fix: 'write https://api.github.com, or https://HOST/api/v3 for GitHub Enterprise Server',
    });
}

;// CONCATENATED MODULE: ./packages/cli/src/doctor/find-token.ts

/** The user's own token. One of github.com is not sent to another server that a remote happens to name. */
async function findToken(wish) {
    const host = new URL(wish.api).host.replace(/^api\./, '');
    const names = wish.tokenEnv === undefined ? namesFor(host, wish.isApiGiven) : [wish.tokenEnv];
    for (const name of names) {
        const token = wish.env[name]?.trim();
        if (token)
            return checked(token, name);
    }
    const asked = wish.tokenEnv === undefined ? await wish.askGh(host) : undefined;
    if (asked !== undefined)
        return checked(asked, 'gh auth token');
    throw new src/* UserError */.yo({
        what: wish.tokenEnv ? `${wish.tokenEnv} is empty` : `there is no token for ${host}`,
        where: wish.tokenEnv ? '--token-env' : names.join(', '),
        fix: `sign in with \`gh auth login --hostname ${host}\`, or put a token into ${names[0]}`,
    });
}
function namesFor(host, isApiGiven) {
    const cloud = ['GH_TOKEN', 'GITHUB_TOKEN'];
    if (host === 'github.com' || host.endsWith('.ghe.com'))
        return cloud;
    return ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN', ...(isApiGiven ? cloud : [])];
}
/** A header would break, and the error would show it. */
function checked(token, where) {
    if (/^[\x21-\x7e]+$/.test(token))
        return token;
    throw new src/* UserError */.yo({
        what: 'what it holds is no token: there is white space or something stranger in it',
        where,
        fix: 'put the token there, and nothing else',
    });
}

// EXTERNAL MODULE: ./packages/config/src/index.ts + 10 modules
var config_src = __webpack_require__(365);
;// CONCATENATED MODULE: ./packages/cli/src/doctor/permissions.ts
const rank = { none: 0, read: 1, write: 2 };
/** What several jobs ask for together. */
function union(clauses) {
    const all = new Map();
    for (const [name, level] of clauses.flatMap((clause) => Object.entries(clause))) {
        if (rank[level] > rank[all.get(name) ?? 'none'])
            all.set(name, level);
    }
    return Object.fromEntries(all);
}
/** What is asked for and not granted. Everything that a declaration does not name is refused. */
function lacking(asked, granted) {
    const levelOf = (name) => {
        if (granted === 'write-all')
            return 'write';
        if (granted === 'read-all')
            return 'read';
        return granted[name] ?? 'none';
    };
    const missing = Object.entries(asked).filter(([name, level]) => rank[level] > rank[levelOf(name)]);
    return Object.fromEntries(missing);
}
/** What a job's token may do where nothing is declared. */
function byDefault(setting) {
    return setting === 'write' ? 'write-all' : { contents: 'read', packages: 'read' };
}
function permissionsYaml(asked) {
    const lines = Object.entries(asked).map(([name, level]) => `      ${name}: ${level}`);
    return ['    permissions:', ...lines].join('\n');
}

;// CONCATENATED MODULE: ./packages/cli/src/doctor/called-workflow.ts

/** That of this version, for when the one that is called cannot be read. */
const shippedWorkflow = {
    permissions: {
        contents: 'write',
        issues: 'write',
        'pull-requests': 'write',
        statuses: 'write',
        actions: 'write',
    },
    inputs: ['issue_number', 'branch', 'base', 'agent', 'model', 'overrides', 'runs_on'],
    secrets: ['agent_env', 'app_id', 'app_private_key'],
};
function calledWorkflow({ call, jobs, permissions }) {
    const clauses = jobs.map((job) => job.permissions ?? permissions ?? {});
    return {
        permissions: union(clauses.map((clause) => (typeof clause === 'string' ? {} : clause))),
        inputs: call?.inputs ?? [],
        secrets: call?.secrets ?? [],
    };
}
function useOf({ jobs }) {
    for (const job of jobs) {
        const at = calledFile(job.uses);
        if (at !== undefined)
            return { is: 'call', job, at };
    }
    const own = jobs.flatMap((job) => {
        const asked = (job.steps ?? []).map((step) => askedBy(step.uses, step.with));
        const ours = asked.filter((each) => each !== undefined);
        return ours.length === 0 ? [] : [{ job, asked: union(ours) }];
    });
    return own.length === 0 ? { is: 'none' } : { is: 'actions', jobs: own };
}
function calledFile(uses = '') {
    const [, local] = /^(?:\.|\$)\/(\.github\/workflows\/wave\.ya?ml)$/.exec(uses) ?? [];
    if (local !== undefined)
        return { path: local };
    const [, repository, path, ref] = /^([A-Za-z0-9_-]+\/[A-Za-z0-9._-]+)\/(\.github\/workflows\/wave\.ya?ml)@(\S+)$/.exec(uses) ?? [];
    if (repository === undefined || path === undefined || ref === undefined)
        return undefined;
    return { repository, path, ref };
}
function askedBy(uses = '', given = {}) {
    const [, action] = /\/actions\/(get-ready-tasks|execute-task|merge-and-finalize)(?:@\S+)?$/.exec(uses) ?? [];
    if (action === 'get-ready-tasks')
        return { contents: 'read', issues: 'write' };
    if (action === 'execute-task') {
        return { contents: given.publish === 'branch' ? 'write' : 'read' };
    }
    if (action === undefined)
        return undefined;
    return given.phase === 'integrate' ? { contents: 'read' } : shippedWorkflow.permissions;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./packages/cli/src/doctor/workflow-file.ts



const level = schemas/* enum */.k5n(['none', 'read', 'write']);
const workflow_file_permissions = schemas/* union */.KCZ([schemas/* enum */.k5n(['read-all', 'write-all']), schemas/* record */.g1P(schemas/* string */.YjP(), level)]);
const scalars = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).transform((values) => {
    const texts = Object.entries(values).map(([name, value]) => [name, String(value ?? '')]);
    return Object.fromEntries(texts);
});
const step = schemas/* looseObject */._H3({ uses: schemas/* string */.YjP().optional(), with: scalars.optional() });
const workflow_file_job = schemas/* looseObject */._H3({
    uses: schemas/* string */.YjP().optional(),
    with: scalars.optional(),
    secrets: schemas/* union */.KCZ([schemas/* literal */.euz('inherit'), scalars]).optional(),
    permissions: workflow_file_permissions.optional(),
    concurrency: schemas/* unknown */.L5J().optional(),
    steps: schemas/* array */.YOg(step).optional(),
});
const declared = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullish();
const trigger = schemas/* looseObject */._H3({ inputs: declared, secrets: declared }).nullish();
const workflow_file_workflow = schemas/* looseObject */._H3({
    on: schemas/* unknown */.L5J(),
    permissions: workflow_file_permissions.optional(),
    concurrency: schemas/* unknown */.L5J().optional(),
    jobs: schemas/* record */.g1P(schemas/* string */.YjP(), workflow_file_job),
});
function parseWorkflow(path, text) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false });
    const [fault] = document.errors;
    if (fault) {
        const where = `${path}:${lines.linePos(fault.pos[0]).line}`;
        return (0,src/* refused */.J5)([{ what: fault.message, where, fix: 'mend the YAML' }]);
    }
    try {
        return toWorkflow(path, document.toJS({ maxAliasCount: 100 }));
    }
    catch (error) {
        return (0,src/* refused */.J5)([{ what: String(error), where: path, fix: 'write the values out' }]);
    }
}
function toWorkflow(path, value) {
    const read = workflow_file_workflow.safeParse(value);
    if (!read.success) {
        const [issue] = read.error.issues;
        const what = `"${issue?.path.join('.') || 'the file'}" is not what a workflow has there`;
        return (0,src/* refused */.J5)([{ what, where: path, fix: 'write it as GitHub documents it' }]);
    }
    const { on, permissions: granted, concurrency, jobs } = read.data;
    return (0,src/* parsed */.Yz)({
        dispatch: triggerOf(on, 'workflow_dispatch'),
        call: triggerOf(on, 'workflow_call'),
        permissions: granted,
        hasConcurrency: concurrency !== undefined,
        jobs: Object.entries(jobs).map(([id, each]) => ({ ...each, id })),
        used: { inputs: namesBehind('inputs', value), secrets: namesBehind('secrets', value) },
    });
}
/** `on` is a word, a list of words or a mapping. */
function triggerOf(on, name) {
    const nothing = { inputs: [], secrets: [] };
    if (typeof on === 'string' || Array.isArray(on)) {
        return [on].flat().includes(name) ? nothing : undefined;
    }
    if (typeof on !== 'object' || on === null || !Object.hasOwn(on, name))
        return undefined;
    const found = trigger.safeParse(Reflect.get(on, name)).data;
    return {
        inputs: Object.keys(found?.inputs ?? {}),
        secrets: Object.keys(found?.secrets ?? {}),
    };
}
function namesBehind(context, value) {
    const names = new Set();
    for (const text of textsIn(value)) {
        for (const [expression] of text.matchAll(/\$\{\{.*?\}\}/gs)) {
            const found = expression.matchAll(new RegExp(`\\b${context}\\.([A-Za-z_][\\w-]*)`, 'g'));
            for (const [, name = ''] of found)
                names.add(name);
        }
    }
    return [...names];
}
function textsIn(value) {
    if (typeof value === 'string')
        return [value];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.values(value).flatMap(textsIn);
}

;// CONCATENATED MODULE: ./packages/cli/src/doctor/find-caller.ts


const usualPath = '.github/workflows/wavefront.yml';
/** More than most repositories have; each is a request. */
const mostWorkflows = 40;
/** The workflow with our usual name, else the first that has a wave in it. */
async function findCaller({ inspector, inspectorOf }) {
    const [usual, workflows] = await Promise.all([
        inspector.readFile({ path: usualPath }),
        inspector.readWorkflows(),
    ]);
    const own = toCaller(usualPath, usual, workflows);
    const chosen = isWave(own) ? own : ((await searchOthers(inspector, workflows)) ?? own);
    if (chosen.is !== 'found' || chosen.use.is !== 'call')
        return chosen;
    const called = await readCalled(chosen.use.at, { inspector, inspectorOf });
    return called === undefined ? chosen : { ...chosen, called, isCalledRead: true };
}
async function searchOthers(inspector, workflows) {
    if (workflows.is === 'unknown')
        return undefined;
    const paths = workflows.workflows
        .map(({ path }) => path)
        .filter((path) => path !== usualPath && /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
    const read = paths
        .slice(0, mostWorkflows)
        .map(async (path) => toCaller(path, await inspector.readFile({ path }), workflows));
    return (await Promise.all(read)).find(isWave);
}
function isWave(caller) {
    return caller.is === 'broken' || (caller.is === 'found' && caller.use.is !== 'none');
}
function toCaller(path, file, workflows) {
    if (file.is !== 'found')
        return file;
    const read = parseWorkflow(path, file.text);
    if (!read.ok)
        return path === usualPath ? { is: 'broken', problems: read.problems } : missing;
    const known = workflows.is === 'known' ? workflows.workflows : [];
    return {
        ...{ is: 'found', path, file: read.value, use: useOf(read.value) },
        isEnabled: known.find((one) => one.path === path)?.isEnabled ?? true,
        ...{ called: shippedWorkflow, isCalledRead: false },
    };
}
const missing = { is: 'missing' };
/** Nothing where the token may not see it, or it is no workflow. */
async function readCalled({ repository, path, ref }, { inspector, inspectorOf }) {
    const home = repository === undefined ? inspector : inspectorOf(repository);
    const file = await home.readFile({ path, ...(ref === undefined ? {} : { ref }) });
    if (file.is !== 'found')
        return undefined;
    const read = parseWorkflow(path, file.text);
    return read.ok && read.value.call !== undefined ? calledWorkflow(read.value) : undefined;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/beads/src/index.ts + 44 modules
var beads_src = __webpack_require__(209);
;// CONCATENATED MODULE: ./packages/cli/src/doctor/read-store.ts





const names = ['issues.jsonl', 'beads.jsonl'];
/** Where the tasks are kept, and those that can be read over the API. */
async function readStore(inspector, base, { store, storeBranch }) {
    const metadata = await inspector.readFile({ path: '.beads/metadata.json', ref: base });
    if (metadata.is === 'unknown')
        return metadata;
    const isDolt = metadata.is === 'found' && /"backend"\s*:\s*"dolt"/.test(metadata.text);
    if (store === 'bd' || (store === 'auto' && isDolt))
        return { is: 'dolt', says: isDolt };
    const branches = [...(storeBranch === 'none' ? [] : [storeBranch]), base];
    for (const ref of branches) {
        for (const name of names) {
            const file = await inspector.readFile({ path: `.beads/${name}`, ref });
            if (file.is === 'unknown')
                return file;
            if (file.is === 'found')
                return readTasks(file.text, `.beads/${name} on ${ref}`);
        }
    }
    return { is: 'missing', branches };
}
/** By the same reader that a wave has. */
async function readTasks(text, at) {
    const dir = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'wavefront-doctor-'));
    try {
        await (0,promises_.writeFile)((0,external_node_path_.join)(dir, 'issues.jsonl'), text);
        const { store } = await (0,beads_src/* openStore */.Ch)({ dir, file: 'issues.jsonl' });
        return { is: 'jsonl', at, tasks: (await store.read()).tasks };
    }
    catch (error) {
        if (!(error instanceof src/* UserError */.yo))
            throw error;
        return { is: 'wrong', problems: error.problems };
    }
    finally {
        await (0,promises_.rm)(dir, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./packages/cli/src/doctor/settle-config.ts


/** What holds when nobody types anything: the file, and what the workflow itself writes over it. */
function settleConfig(file, caller) {
    const written = (0,config_src/* parseConfig */.o4)(file.is === 'found' ? file.text : undefined, config_src/* configPath */.eQ);
    if (!written.ok || caller?.use.is !== 'call')
        return written;
    const given = caller.use.job.with ?? {};
    const overrides = literalJson(given.overrides);
    const settled = overrides === undefined
        ? written
        : (0,config_src/* overrideConfig */.X6)(written.value, overrides, `${caller.path}: overrides`);
    if (!settled.ok || isOpen(given.agent))
        return settled;
    return (0,src/* parsed */.Yz)({ ...settled.value, agent: given.agent });
}
function isOpen(text) {
    return text === undefined || text === '' || text.includes('${{');
}
/** `{"store":"bd"}`, or the same after `${{ inputs.overrides || '…' }}`; anything else is not for us to evaluate. */
function literalJson(text = '') {
    const [, fallback] = /^\$\{\{[^']*\|\|\s*'((?:[^']|'')*)'\s*\}\}$/.exec(text.trim()) ?? [];
    const json = fallback?.replaceAll("''", "'") ?? (text.includes('${{') ? '' : text);
    if (json.trim() === '')
        return undefined;
    try {
        return JSON.parse(json);
    }
    catch {
        return json;
    }
}

;// CONCATENATED MODULE: ./packages/cli/src/doctor/gather-facts.ts








/** Only asks; nothing is changed. */
async function gatherFacts(target) {
    const { api, token, log } = target;
    const inspectorOf = (repository) => openInspector({ apiUrl: api, token, log, repository });
    const inspector = inspectorOf(target.repository);
    const repository = await findRepository(inspector, target);
    const base = target.branch ?? repository.defaultBranch;
    const caller = await findCaller({ inspector, inspectorOf });
    const settings = await readSettings(inspector, base, caller);
    const config = settings.is === 'known' ? settings.config : (0,src/* unwrap */.oA)((0,config_src/* parseConfig */.o4)(undefined));
    const store = await readStore(inspector, base, config);
    const [permissions, secrets, rules, ciWorkflows] = await Promise.all([
        inspector.readWorkflowPermissions(),
        inspector.readSecretNames(),
        gather_facts_readRules(inspector, [
            { role: 'feature', branch: 'opencode/issue-1' },
            ...storeBranches(config, store.is === 'dolt'),
            { role: 'base', branch: base },
        ]),
        Promise.all(config.ciWorkflows.map((name) => readCiWorkflow(inspector, name, base))),
    ]);
    return {
        ...{ repository, base, caller, settings, permissions, secrets, rules, store, ciWorkflows },
        page: `${(0,parse_remote/* webOf */.s3)(api)}/${repository.repository}`,
        isEnterpriseServer: (0,parse_remote/* isEnterpriseServer */.vh)(api),
    };
}
async function findRepository(inspector, { repository, api }) {
    const found = await inspector.readRepository();
    if (found.is === 'found')
        return found;
    throw new src/* UserError */.yo({
        what: `there is no repository ${repository} at ${new URL(api).host}, or your token may not see it`,
        where: '--repository',
        fix: 'check its name, and that the token is of somebody who can open it in a browser',
    });
}
async function readSettings(inspector, base, caller) {
    const file = await inspector.readFile({ path: config_src/* configPath */.eQ, ref: base });
    if (file.is === 'unknown')
        return file;
    const settled = settleConfig(file, caller.is === 'found' ? caller : undefined);
    if (!settled.ok)
        return { is: 'wrong', problems: settled.problems };
    return { is: 'known', isFile: file.is === 'found', config: settled.value };
}
/** `bd dolt push` moves a branch beside its data, so that hosts show that there is something. */
function storeBranches({ storeBranch }, isDolt) {
    if (isDolt)
        return [{ role: 'store', branch: '__dolt_remote_info__' }];
    return storeBranch === 'none' ? [] : [{ role: 'store', branch: storeBranch }];
}
function gather_facts_readRules(inspector, places) {
    return Promise.all(places.map(async (place) => ({
        ...place,
        rules: await inspector.readBranchRules(place.branch),
    })));
}
async function readCiWorkflow(inspector, name, ref) {
    const path = `.github/workflows/${name}`;
    const file = await inspector.readFile({ path, ref });
    if (file.is !== 'found')
        return { name, is: file.is };
    const read = parseWorkflow(path, file.text);
    if (!read.ok)
        return { name, is: 'unknown' };
    return { name, is: read.value.dispatch === undefined ? 'not-dispatched' : 'fine' };
}

;// CONCATENATED MODULE: ./packages/cli/src/doctor/row.ts
/** Rows about one thing. */
function rowsAbout(about) {
    return {
        ok: (says) => ({ is: 'ok', about, says }),
        problem: (says, fix) => ({ is: 'problem', about, says, fix }),
        unknown: (says, look) => ({ is: 'unknown', about, says, look }),
    };
}

;// CONCATENATED MODULE: ./packages/cli/src/doctor/uses-app.ts
/** Whether a GitHub App's token lands the work: what it pushes and opens starts workflows. */
function usesApp({ caller }) {
    if (caller.is !== 'found')
        return false;
    const { use, file } = caller;
    if (use.is === 'call') {
        const { secrets } = use.job;
        return typeof secrets === 'object' && Boolean(secrets.app_id);
    }
    const steps = file.jobs.flatMap((job) => job.steps ?? []);
    return steps.some((step) => Boolean(step.with?.app_token));
}

;// CONCATENATED MODULE: ./packages/cli/src/doctor/judge-branches.ts


/** What would refuse our pushes, and what would keep the pull request from being merged. */
function judgeBranches(facts) {
    return facts.rules.flatMap((fact) => fact.role === 'base' ? judgeRequired(facts, fact) : [judgePushes(facts, fact)]);
}
function judgePushes({ page }, { branch, rules, role }) {
    const shown = role === 'feature' ? 'opencode/issue-*' : branch;
    const row = rowsAbout(`Branch ${shown}`);
    const settings = `${page}/settings/rules`;
    if (rules.is === 'unknown') {
        return row.unknown(`what holds for it could not be read: ${rules.why}`, settings);
    }
    const refusals = refusalsOf(rules, role);
    if (refusals.length > 0) {
        return row.problem(`a push by a wave would be refused, because ${refusals.join(', and ')}`, `leave ${shown} out of that rule, or let a GitHub App bypass it that pushes (examples/github-app.yml): ${settings}`);
    }
    if (rules.others.length > 0) {
        const says = `rules hold for it that a wave may or may not meet: ${rules.others.join(', ')}`;
        return row.unknown(says, settings);
    }
    if (rules.gaps.length === 0)
        return row.ok('nothing refuses pushes to it');
    const says = `no ruleset refuses pushes to it; not to be seen: ${rules.gaps.join('; ')}`;
    return row.unknown(says, `${page}/settings/branches`);
}
function refusalsOf(rules, role) {
    const { requiredChecks } = rules;
    return [
        ...(rules.isCreationRestricted ? ['not everybody may create it'] : []),
        ...(rules.isPushRestricted ? ['not everybody may push to it'] : []),
        ...(rules.needsPullRequest ? ['changes need a pull request'] : []),
        ...(rules.needsSignatures ? ['commits need signatures, and ours have none'] : []),
        // A store's commits are in line already.
        ...(rules.needsLinearHistory && role === 'feature' ? ['it may hold no merges'] : []),
        ...(requiredChecks.length > 0
            ? [`checks must be green before a push: ${requiredChecks.join(', ')}`]
            : []),
    ];
}
const required = rowsAbout('Required checks');
/** What GITHUB_TOKEN pushes starts no workflow, and the runs of pull requests that it opens wait for a person. */
function judgeRequired(facts, { branch, rules }) {
    const settings = `${facts.page}/settings/rules`;
    if (rules.is === 'unknown') {
        return [required.unknown(`those of ${branch} could not be read: ${rules.why}`, settings)];
    }
    if (rules.gaps.some((gap) => gap.includes('does not exist yet'))) {
        const fix = 'push it, or name another base: --branch NAME';
        return [rowsAbout('Base').problem(`there is no branch ${branch}`, fix)];
    }
    const broken = facts.ciWorkflows.flatMap((ci) => judgeCi(ci, branch));
    const checks = rules.requiredChecks.filter((name) => name !== ownStatus);
    const list = checks.map((name) => `"${name}"`).join(', ');
    if (checks.length === 0)
        return [...broken, required.ok(`none on ${branch} that a wave could not meet`)];
    if (usesApp(facts)) {
        return [...broken, required.ok(`${list} on ${branch}: a GitHub App pushes, which starts them`)];
    }
    const names = facts.ciWorkflows.map(({ name }) => name);
    if (names.length > 0) {
        const says = `${list} on ${branch}: ${names.join(', ')} run${names.length > 1 ? '' : 's'} after each landing`;
        return [...broken, required.ok(says)];
    }
    return [
        required.problem(`${branch} requires ${list}, which never report${checks.length > 1 ? '' : 's'}: what GITHUB_TOKEN pushes starts no workflow`, 'name the workflows to start after a landing in .github/wavefront.yml:\n    ci_workflows: [ci.yml]\n  or let a GitHub App push: examples/github-app.yml'),
    ];
}
/** We report it ourselves. */
const ownStatus = 'wavefront';
const ciFaults = {
    missing: 'there is no such file',
    'not-dispatched': 'it has no workflow_dispatch',
    unknown: 'it could not be read',
};
function judgeCi({ name, is }, base) {
    if (is === 'fine')
        return [];
    const says = `ci_workflows names ${name}, and on ${base} ${ciFaults[is]}`;
    if (is === 'unknown')
        return [required.unknown(says, `.github/workflows/${name}`)];
    return [
        required.problem(says, `add it to .github/workflows/${name}:\n    on:\n      workflow_dispatch:`),
    ];
}

;// CONCATENATED MODULE: ./packages/cli/src/doctor/judge-handover.ts


const inputs = rowsAbout('Inputs');
/** What the wave before gives. Whether these are declared is judged on its own. */
const dispatched = ['issue_number', 'branch'];
/** What is typed, or dispatched, must arrive in the called workflow under names that it knows. */
function judgeHandover({ file, use, called, path }) {
    const declared = [...(file.dispatch?.inputs ?? []), ...(file.call?.inputs ?? [])];
    const undeclared = file.used.inputs.filter((name) => !declared.includes(name) && !dispatched.includes(name));
    const rows = undeclared
        .filter(() => file.dispatch !== undefined)
        .map((name) => inputs.problem(`${path} uses inputs.${name}${(0,src/* suggest */.ZA)(name, declared)}, which it does not declare: it is always empty`, `declare "${name}" under workflow_dispatch, or remove it`));
    if (use.is !== 'call')
        return rows;
    const given = use.job.with ?? {};
    const foreign = Object.keys(given).filter((name) => !called.inputs.includes(name));
    const unknown = foreign.map((name) => inputs.problem(`the job "${use.job.id}" gives "${name}"${(0,src/* suggest */.ZA)(name, called.inputs)}, which the called workflow does not have: GitHub refuses the file`, `write one of ${called.inputs.join(', ')}`));
    const lost = dispatched.filter((name) => !given[name]?.includes(`inputs.${name}`));
    const notHandedOver = lost.map((name) => inputs.problem(`the job "${use.job.id}" does not hand ${name} over, so the next wave would not know it`, `write it below its \`with:\`\n    with:\n      ${name}: \${{ inputs.${name} }}`));
    const all = [...rows, ...unknown, ...notHandedOver];
    return all.length > 0 ? all : [inputs.ok('what is typed arrives in the called workflow')];
}

;// CONCATENATED MODULE: ./packages/cli/src/doctor/judge-permissions.ts


const judge_permissions_permissions = rowsAbout('Permissions');
/** With fewer than a called job asks for, GitHub starts no job at all, and no message of ours could say why. */
function judgePermissions(facts, caller) {
    const { use, called, isCalledRead } = caller;
    if (use.is === 'none')
        return [];
    if (use.is === 'actions') {
        const rows = use.jobs.flatMap(({ job, asked }) => judgeJob(facts, caller, { job, asked }));
        return rows.length > 0 ? rows : [judge_permissions_permissions.ok('each job is granted what its action needs')];
    }
    const { job } = use;
    const rows = judgeJob(facts, caller, { job, asked: called.permissions });
    if (rows.length > 0)
        return rows;
    const asked = isCalledRead ? 'asks for' : 'of this version asks for (yours could not be read)';
    return [
        judge_permissions_permissions.ok(`the job "${job.id}" grants what the called workflow ${asked}${isDeclared(caller, job) ? "; the repository's default does not matter" : ''}`),
    ];
}
/** Nothing where all is granted. */
function judgeJob(facts, caller, { job, asked }) {
    const declared = job.permissions ?? caller.file.permissions;
    if (declared === undefined && facts.permissions.is === 'unknown') {
        return [
            judge_permissions_permissions.unknown(`the job "${job.id}" declares no permissions, and the repository's default is for administrators to see`, `write them into ${caller.path}:\n${permissionsYaml(asked)}`),
        ];
    }
    const granted = declared ?? byDefault(facts.permissions.is === 'known' ? facts.permissions.byDefault : 'read');
    const missing = Object.entries(lacking(asked, granted));
    if (missing.length === 0)
        return [];
    const list = missing.map(([name, level]) => `${name}: ${level}`).join(', ');
    const consequence = caller.use.is === 'call'
        ? 'GitHub ends such a run as startup_failure before any job has begun'
        : 'its action would be refused ("Resource not accessible by integration")';
    return [
        judge_permissions_permissions.problem(`the job "${job.id}" does not grant ${list}: ${consequence}`, `write into ${caller.path}:\n    ${job.id}:\n${permissionsYaml(asked)}`),
    ];
}
function isDeclared({ file }, job) {
    return (job.permissions ?? file.permissions) !== undefined;
}

;// CONCATENATED MODULE: ./packages/cli/src/doctor/judge-secrets.ts


const secrets = rowsAbout('Secrets');
function judgeSecrets(facts, caller) {
    return [...judgeWay(facts, caller), ...judgeExistence(facts, caller)];
}
/** Whether they can arrive. */
function judgeWay({ repository }, { use, called }) {
    if (use.is !== 'call')
        return [];
    const { id, secrets: given } = use.job;
    if (given === 'inherit') {
        const owner = (name = '') => name.split('/', 1)[0]?.toLowerCase();
        const other = use.at.repository ?? repository.repository;
        if (owner(other) === owner(repository.repository))
            return [];
        return [
            secrets.problem(`the job "${id}" says \`secrets: inherit\`, which arrives empty in a workflow of another owner`, `name them:\n${agentEnvYaml}`),
        ];
    }
    const names = Object.keys(given ?? {});
    const rows = names
        .filter((name) => !called.secrets.includes(name))
        .map((name) => secrets.problem(`the job "${id}" passes the secret "${name}"${(0,src/* suggest */.ZA)(name, called.secrets)}, which the called workflow does not have: GitHub refuses the file`, `write one of ${called.secrets.join(', ')}`));
    if (names.includes('app_id') !== names.includes('app_private_key')) {
        rows.push(secrets.problem(`the job "${id}" passes only one of app_id and app_private_key`, 'pass both, or neither'));
    }
    if (names.includes('agent_env'))
        return rows;
    const says = `the job "${id}" passes no agent_env, so the agent has no key`;
    return [...rows, secrets.unknown(says, `if it needs one:\n${agentEnvYaml}`)];
}
const agentEnvYaml = [
    '    secrets:',
    '      agent_env: |',
    `        ANTHROPIC_API_KEY=\${{ secrets.ANTHROPIC_API_KEY }}`,
].join('\n');
/** Whether they are there. GitHub tells only their names, and those only to administrators. */
function judgeExistence(facts, { file, path }) {
    const named = file.used.secrets.filter((name) => name.toUpperCase() !== 'GITHUB_TOKEN');
    const settings = `${facts.page}/settings/secrets/actions`;
    if (named.length === 0)
        return [];
    const list = named.join(', ');
    if (facts.secrets.is === 'unknown') {
        return [
            secrets.unknown(`whether ${list} exist${named.length > 1 ? '' : 's'} is for administrators to see`, settings),
        ];
    }
    const there = new Set(facts.secrets.names.map((name) => name.toUpperCase()));
    const missing = named.filter((name) => !there.has(name.toUpperCase()));
    if (missing.length === 0)
        return [secrets.ok(`${list}: there`)];
    return missing.map((name) => {
        const says = `${path} names the secret ${name}, which this repository does not have`;
        if (facts.secrets.is === 'known' && facts.secrets.organization === 'unknown') {
            return secrets.unknown(`${says}; the organization may have it`, settings);
        }
        return secrets.problem(says, `store it: gh secret set ${name}, or ${settings}`);
    });
}

;// CONCATENATED MODULE: ./packages/cli/src/doctor/judge-caller.ts




const judge_caller_workflow = rowsAbout('Workflow');
const dispatch = rowsAbout('Dispatch');
/** The one file that a repository has of its own. */
function judgeCaller(facts) {
    const { caller, repository } = facts;
    const { defaultBranch } = repository;
    switch (caller.is) {
        case 'unknown':
            return [judge_caller_workflow.unknown(`the workflows could not be read: ${caller.why}`, facts.page)];
        case 'missing':
            return [
                judge_caller_workflow.problem(`no workflow on ${defaultBranch} calls wave.yml or has the three actions in it`, 'write one with `wavefront init`, and push it to the default branch'),
            ];
        case 'broken':
            return caller.problems.map((problem) => judge_caller_workflow.problem(`${problem.where}: ${problem.what}`, problem.fix));
        case 'found':
            return judgeFound(facts, caller);
    }
}
function judgeFound(facts, caller) {
    if (caller.use.is === 'none') {
        return [
            judge_caller_workflow.problem(`${caller.path} calls no wave.yml and has none of the three actions in it`, 'have it written anew: `wavefront init --force`'),
        ];
    }
    return [
        judgePlace(facts, caller),
        ...judgeServer(facts, caller),
        ...judgeConcurrency(caller),
        judgeDispatch(caller),
        ...judgeHandover(caller),
        ...judgePermissions(facts, caller),
        ...judgeSecrets(facts, caller),
    ];
}
function judgePlace({ repository, page }, { path, isEnabled, use }) {
    if (!isEnabled) {
        return judge_caller_workflow.problem(`${path} is disabled`, `enable it: ${page}/actions/workflows/${path.split('/').at(-1)}`);
    }
    const does = use.is === 'call' ? `calls ${nameOf(use.job.uses)}` : 'has the three actions in it';
    return judge_caller_workflow.ok(`${path} is on ${repository.defaultBranch}, and ${does}`);
}
function nameOf(uses = '') {
    return uses.length > 100 ? `${uses.slice(0, 100)}…` : uses;
}
function judgeServer({ isEnterpriseServer }, { use }) {
    if (!isEnterpriseServer || use.is !== 'call')
        return [];
    return [
        judge_caller_workflow.problem('GitHub Enterprise Server does not know how wave.yml refers to its own actions (`uses: $/…`)', 'use the actions in plain jobs: `wavefront init --example three-jobs --force`'),
    ];
}
function judgeConcurrency({ file, use, path }) {
    const isAround = file.hasConcurrency || (use.is === 'call' && use.job.concurrency !== undefined);
    if (!isAround)
        return [];
    return [
        judge_caller_workflow.problem(`${path} has a concurrency group around the wave, and GitHub keeps one waiting run in a group: a newer one cancels it`, 'remove `concurrency:` there: the called workflow has its own'),
    ];
}
const needed = ['issue_number', 'branch'];
/** The last job of a wave starts the same file again, with these two. */
function judgeDispatch({ file, path }) {
    if (file.dispatch === undefined) {
        return dispatch.problem(`${path} cannot be started by hand or by the wave before`, `let it be dispatched:\n${inputsYaml(needed)}`);
    }
    const { inputs } = file.dispatch;
    const lacks = needed.filter((name) => !inputs.includes(name));
    if (lacks.length > 0) {
        return dispatch.problem(`${path} does not declare ${lacks.join(' and ')}, so GitHub refuses to start the next wave ("Unexpected inputs provided")`, `declare what is missing:\n${inputsYaml(lacks)}`);
    }
    return dispatch.ok(`it is started by workflow_dispatch, with ${inputs.join(', ')}`);
}
function inputsYaml(names) {
    return [
        '    on:',
        '      workflow_dispatch:',
        '        inputs:',
        ...names.flatMap((name) => [`          ${name}:`, '            type: string']),
    ].join('\n');
}

// EXTERNAL MODULE: ./packages/cli/src/init/known-agents.ts
var known_agents = __webpack_require__(5981);
;// CONCATENATED MODULE: ./packages/cli/src/doctor/judge-settings.ts




const config = rowsAbout('Configuration');
const agent = rowsAbout('Agent');
const judge_settings_checks = rowsAbout('Checks');
const pulls = rowsAbout('Pull requests');
const role = rowsAbout('Your role');
/** The person who asks, and the repository as a whole. */
function judgeRepository({ repository, page }) {
    const { role: own, isArchived, isFork, repository: name } = repository;
    const rows = [];
    if (own === 'unknown') {
        rows.push(role.unknown('GitHub does not tell what this token may do', `${page}/settings/access`));
    }
    else if (own === 'read' || own === 'triage') {
        const says = `you have "${own}" in ${name}, and starting a wave takes "write"`;
        rows.push(role.problem(says, 'ask an administrator of the repository for it'));
    }
    else {
        rows.push(role.ok(`"${own}" in ${name}, which may start waves`));
    }
    if (isArchived) {
        const says = 'it is archived, and nothing can be pushed';
        rows.push(rowsAbout('Repository').problem(says, `unarchive it: ${page}/settings`));
    }
    if (isFork) {
        const says = 'it is a fork, and GitHub runs no workflow in a fork before somebody has allowed it';
        rows.push(rowsAbout('Repository').unknown(says, `${page}/actions`));
    }
    return rows;
}
/** What no hosted runner has must be brought by the setup, which may also be an action that is not read here. */
function judgeAgent(line, setup = '') {
    const known = (0,known_agents/* knownAgent */.j)(line);
    if (known === undefined || setup.includes(known.package))
        return agent.ok(line);
    return agent.unknown(`${line}: hosted runners do not have it, and \`setup\` does not install it`, `.github/actions/wavefront-setup/action.yml may; if not, write into ${config_src/* configPath */.eQ}: setup: npm install --global ${known.package}`);
}
function judgeSettings({ settings, base, page }) {
    if (settings.is === 'unknown') {
        return [
            config.unknown(`it could not be read: ${settings.why}`, `${page}/blob/${base}/${config_src/* configPath */.eQ}`),
        ];
    }
    if (settings.is === 'wrong')
        return settings.problems.map((problem) => wrong(problem));
    const { isFile, config: read } = settings;
    if (!isFile && (read.agent === undefined || read.checks === undefined)) {
        const fix = 'write one with `wavefront init`, and push it';
        return [config.problem(`${base} has no ${config_src/* configPath */.eQ}, so no agent or no checks`, fix)];
    }
    return [
        config.ok(isFile ? `${config_src/* configPath */.eQ} on ${base} can be read` : 'all of it is in the workflow'),
        read.agent === undefined
            ? agent.problem('none is configured, so each dispatch would have to name one', `write into ${config_src/* configPath */.eQ}:\n    agent: opencode run`)
            : judgeAgent(read.agent, read.setup),
        read.checks === undefined
            ? judge_settings_checks.problem('none are configured, so nothing is verified before it lands', `write into ${config_src/* configPath */.eQ}:\n    checks: npm test`)
            : judge_settings_checks.ok(commandsOf(read.checks)),
    ];
}
/** Without what joins several commands into one script. */
function commandsOf(script) {
    const lines = script.split('\n').filter((line) => !/^(set -e|\(|\)|\s*)$/.test(line));
    return lines.join(' && ');
}
function wrong({ what, where, fix }) {
    return config.problem(`${where ? `${where}: ` : ''}${what}`, fix);
}
/** What is behind the tick "Allow GitHub Actions to create and approve pull requests". */
function judgePullRequests(facts) {
    const { permissions, page } = facts;
    if (usesApp(facts))
        return pulls.ok('a GitHub App opens them, whatever the setting says');
    const tick = `tick "Allow GitHub Actions to create and approve pull requests" (an organization may have to allow it first): ${page}/settings/actions`;
    if (permissions.is === 'unknown') {
        return pulls.unknown('whether Actions may open them is for administrators to see', tick);
    }
    if (permissions.mayCreatePullRequests)
        return pulls.ok('GitHub Actions may open them');
    return pulls.problem('GitHub Actions may not open them ("GitHub Actions is not permitted to create or approve pull requests")', `${tick}, or let a GitHub App do it: examples/github-app.yml`);
}

;// CONCATENATED MODULE: ./packages/cli/src/doctor/judge-store.ts

const store = rowsAbout('Task store');
const epics = rowsAbout('Epics');
function judgeStore(facts) {
    const { store: found, page, base } = facts;
    switch (found.is) {
        case 'unknown':
            return [store.unknown(`it could not be read: ${found.why}`, `${page}/tree/${base}/.beads`)];
        case 'wrong':
            return found.problems.map(({ what, where, fix }) => store.problem(`${where ? `${where}: ` : ''}${what}`, fix));
        case 'missing':
            return [
                store.problem(`neither ${found.branches.join(' nor ')} has a file .beads/issues.jsonl`, `begin one with \`bd init\`, or commit a .beads/issues.jsonl to ${base}`),
            ];
        case 'dolt':
            return judgeDolt(facts, found);
        case 'jsonl':
            return [store.ok(`${found.at}, with ${count(found.tasks)}`), judgeEpics(found.tasks)];
    }
}
function count({ length }) {
    return length === 1 ? '1 issue' : `${length} issues`;
}
function judgeDolt({ settings, base }, { says }) {
    const version = settings.is === 'known' ? settings.config.bdVersion : undefined;
    return [
        ...(says
            ? []
            : [
                store.problem(`the configuration says \`store: bd\`, but .beads/metadata.json on ${base} tells of no Dolt database`, 'commit what `bd init` wrote into .beads/, or remove `store: bd`'),
            ]),
        ...(version === undefined || opensDolt(version)
            ? []
            : [
                store.problem(`bd_version is ${version}, which opens no Dolt database`, "write the version that the project uses, 0.63 to 1.x: bd_version: '1.3.0'"),
            ]),
        store.unknown(`the tasks are in a Dolt database, which bd${version ? ` ${version}` : ''} reads from refs/dolt/data`, 'whether they were pushed: git ls-remote origin refs/dolt/data (if nothing: bd dolt push); and whether nobody uses a newer bd: bd version'),
    ];
}
function opensDolt(version) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major === 1 || (major === 0 && minor >= 63);
}
function judgeEpics(tasks) {
    const referring = tasks
        .filter(({ kind }) => kind === 'epic')
        .flatMap(({ externalRef = '' }) => {
        const [, number] = /^(?:gh-|\S*#|\S+\/issues\/)(\d+)$/i.exec(externalRef) ?? [];
        return number === undefined ? [] : [`#${number}`];
    });
    if (referring.length === 0) {
        return epics.ok('none stands for an issue (type epic, external_ref "gh-7"): each wave takes from all tasks');
    }
    const shown = [...new Set(referring)].slice(0, 10).join(', ');
    return epics.ok(`for ${shown}${referring.length > 10 ? ', …' : ''}`);
}

;// CONCATENATED MODULE: ./packages/cli/src/doctor/judge.ts




/** What is there, what is missing and what could not be seen, in the order in which people set it up. */
function judge(facts) {
    return [
        ...judgeRepository(facts),
        ...judgeCaller(facts),
        ...judgeSettings(facts),
        judgePullRequests(facts),
        ...judgeBranches(facts),
        ...judgeStore(facts),
    ];
}

// EXTERNAL MODULE: ./packages/cli/src/output/one-line.ts
var one_line = __webpack_require__(4073);
;// CONCATENATED MODULE: ./packages/cli/src/doctor/render-rows.ts

const marks = { ok: '✔', problem: '✖', unknown: '?' };
function renderRows(rows, paint) {
    const width = Math.max(0, ...rows.map(({ about }) => about.length));
    const lines = rows.map((row) => {
        const head = `${paint[row.is](marks[row.is])} ${row.about.padEnd(width)}  ${(0,one_line/* oneLine */.k)(row.says)}`;
        return [head, ...remedy(row).map((line) => `    ${line}`.trimEnd())].join('\n');
    });
    return [...lines, '', ending(rows)].join('\n');
}
/** Our own words keep their lines, but not what others put into them. */
function remedy(row) {
    if (row.is === 'ok')
        return [];
    const [first = '', ...rest] = (row.is === 'problem' ? row.fix : row.look).split('\n');
    const label = row.is === 'problem' ? 'fix' : 'look';
    return [`${label}: ${(0,one_line/* oneLine */.k)(first)}`, ...rest.map((line) => indentOf(line) + (0,one_line/* oneLine */.k)(line))];
}
function indentOf(line) {
    return line.slice(0, line.search(/\S|$/));
}
function ending(rows) {
    const count = (is) => rows.filter((row) => row.is === is).length;
    const [problems, unknown] = [count('problem'), count('unknown')];
    const rest = unknown === 0 ? '' : `, ${unknown} to be looked at by somebody who may`;
    if (problems === 0)
        return `Nothing is missing that could be seen${rest}.`;
    return `${problems} problem${problems > 1 ? 's' : ''}${rest}.`;
}

// EXTERNAL MODULE: ./packages/cli/src/exit-codes.ts
var exit_codes = __webpack_require__(3067);
// EXTERNAL MODULE: ./packages/cli/src/origin/ask-program.ts
var ask_program = __webpack_require__(9113);
// EXTERNAL MODULE: ./packages/cli/src/origin/read-origin.ts
var read_origin = __webpack_require__(9956);
;// CONCATENATED MODULE: ./packages/cli/src/commands/doctor.ts












/** `wavefront doctor`: what a repository lacks for waves on GitHub. It only asks. */
async function doctor(options) {
    const target = await readTarget(options);
    const facts = await explainSilence(gatherFacts(target));
    const rows = judge(facts);
    const isFine = rows.every(({ is }) => is !== 'problem');
    const { repository } = facts.repository;
    if (options.json) {
        const { base } = facts;
        console.log(JSON.stringify({ repository, base, fine: isFine, rows }, undefined, 2));
    }
    else {
        const paint = process.stdout.isTTY ? colours : plain;
        console.log(`${repository}, for waves that start from ${facts.base}\n\n${renderRows(rows, paint)}`);
    }
    return isFine ? exit_codes/* exitCodes */.h.done : exit_codes/* exitCodes */.h.notDone;
}
async function readTarget(options) {
    const { api, tokenEnv, branch } = options;
    const place = findTarget(options, await (0,read_origin/* readOrigin */.P)(process.cwd()));
    if (branch !== undefined && !(0,wave_src/* isBranchName */.Q8)(branch)) {
        const what = `${JSON.stringify(branch)} is not a branch name`;
        throw new src/* UserError */.yo({ what, where: '--branch', fix: 'write the name of the base: main' });
    }
    const token = await findToken({
        ...{ api: place.api, isApiGiven: api !== undefined, env: process.env },
        ...(tokenEnv === undefined ? {} : { tokenEnv }),
        askGh: (host) => (0,ask_program/* askProgram */.a)('gh', ['auth', 'token', '--hostname', host]),
    });
    return { ...place, token, ...(branch === undefined ? {} : { branch }), log: console.error };
}
/** What GitHub refused and no remedy is known for is still no fault of ours. */
async function explainSilence(work) {
    try {
        return await work;
    }
    catch (error) {
        if (!(error instanceof github_error_GitHubError))
            throw error;
        const fix = 'try again in some minutes; https://www.githubstatus.com tells of outages';
        throw new src/* UserError */.yo({ what: `GitHub gave no useful answer: ${error.message}`, fix }, { cause: error });
    }
}
const colours = { ok: base/* green */.wL, problem: base/* red */.wv, unknown: base/* yellow */.D9 };
const asIs = (text) => text;
const plain = { ok: asIs, problem: asIs, unknown: asIs };


/***/ })

};
