export const id = 306;
export const ids = [306];
export const modules = {

/***/ 8306:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  demoAgent: () => (/* binding */ demoAgent)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./packages/cli/src/exit-codes.ts
var exit_codes = __webpack_require__(3067);
;// CONCATENATED MODULE: ./packages/cli/src/demo/deeds.ts
const deeds = {
    'tally-words': () => ({
        command: 'words',
        files: {
            'src/words.js': `export function words(text) {
  return text.split(/\\s+/).filter(Boolean).length
}
`,
            'test/words.test.js': testOf('words', [
                ['a sentence', 'to be or not to be', '6'],
                ['nothing', '', '0'],
            ]),
        },
    }),
    'tally-lines': () => ({
        command: 'lines',
        files: {
            'src/lines.js': `export function lines(text) {
  return text === '' ? 0 : text.replace(/\\n$/, '').split('\\n').length
}
`,
            'test/lines.test.js': testOf('lines', [
                ['two lines', 'one\\ntwo\\n', '2'],
                ['nothing', '', '0'],
            ]),
        },
    }),
    'tally-longest': () => ({
        command: 'longest',
        files: {
            'src/longest.js': `export function longest(text) {
  const words = text.split(/\\s+/)
  return words.reduce((found, word) => (word.length > found.length ? word : found), '')
}
`,
            'test/longest.test.js': testOf('longest', [
                ['a sentence', 'to be or perhaps not', "'perhaps'"],
            ]),
        },
    }),
    'tally-average': ({ knowsFailure }) => ({
        command: 'average',
        files: {
            'src/average.js': averageSource(knowsFailure),
            'test/average.test.js': testOf('average', [
                ['two lines', 'one two\\nthree\\n', "'1.5'"],
                ['a text without lines', '', "'0.0'"],
            ]),
        },
    }),
    'tally-frequency': () => ({
        command: 'frequency',
        files: {
            'src/frequency.js': `export function frequency(text) {
  const counts = new Map()
  for (const word of text.split(/\\s+/).filter(Boolean)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const ranking = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
  return ranking.slice(0, 3).map(([word, count]) => \`\${word} \${count}\`).join('\\n')
}
`,
            'test/frequency.test.js': testOf('frequency', [
                ['a sentence', 'to be or not to be', "'be 2\\nto 2\\nnot 1'"],
            ]),
        },
    }),
    'tally-shout': () => ({
        command: 'shout',
        files: {
            'src/shout.js': `import { longest } from './longest.js'

export function shout(text) {
  return longest(text).toUpperCase()
}
`,
            'test/shout.test.js': testOf('shout', [['a sentence', 'to be or perhaps not', "'PERHAPS'"]]),
        },
    }),
    'tally-report': () => ({
        command: 'report',
        files: {
            'src/report.js': `import { average } from './average.js'
import { lines } from './lines.js'
import { words } from './words.js'

export function report(text) {
  return \`\${words(text)} words, \${lines(text)} lines, \${average(text)} words a line\`
}
`,
            'test/report.test.js': testOf('report', [
                ['two lines', 'one two\\nthree\\n', "'3 words, 2 lines, 1.5 words a line'"],
            ]),
        },
    }),
    'tally-readme': () => ({
        files: {
            'README.md': `# tally

Says things about a text.

    echo "to be or not to be" | node src/cli.js words

| command | prints |
|---|---|
| words, lines | how many there are |
| longest, shout | the longest word, in capitals if need be |
| average | words in a line |
| frequency | the three most frequent words |
| report | all numbers at once |
`,
        },
    }),
};
/** At first the agent forgets the text without lines; told of the failed test, it does not. */
function averageSource(knowsFailure) {
    const body = knowsFailure
        ? `  const count = lines(text)
  return (count === 0 ? 0 : words(text) / count).toFixed(1)`
        : `  return (words(text) / lines(text)).toFixed(1)`;
    return `import { lines } from './lines.js'
import { words } from './words.js'

export function average(text) {
${body}
}
`;
}
function testOf(name, cases) {
    const tests = cases.map(([what, text, expected]) => `test('${name} of ${what}', () => {
  assert.equal(commands.${name}('${text}'), ${expected})
})`);
    return `import assert from 'node:assert/strict'
import test from 'node:test'
import { commands } from '../src/commands.js'

${tests.join('\n\n')}
`;
}

;// CONCATENATED MODULE: ./packages/cli/src/demo/agent.ts






/** The demo's agent: a script that plays an agent, with the pauses of one. It works in the current folder. */
async function demoAgent() {
    const id = process.env.WAVEFRONT_TASK_ID ?? '';
    const prompt = await (0,consumers_.text)(process.stdin);
    const deed = deeds[id];
    if (!deed)
        throw new Error(`the scripted agent has no script for the task "${id}"`);
    await say('reading the task');
    const knowsFailure = prompt.includes('average of a text without lines');
    if (knowsFailure)
        await say('the last attempt failed on a text without lines: looking into that');
    const { files, command } = deed({ knowsFailure });
    for (const [path, content] of Object.entries(files)) {
        await say(`writing ${path}`);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, content);
    }
    if (command !== undefined) {
        await say(`registering the command ${command}`);
        await register(command);
    }
    return exit_codes/* exitCodes */.h.done;
}
async function say(line) {
    console.log(line);
    await (0,external_node_timers_promises_.setTimeout)(300 + Math.random() * 300);
}
/** Every task adds an import and an entry at the same two places: siblings are bound to conflict. */
async function register(command) {
    const path = 'src/commands.js';
    const source = await (0,promises_.readFile)(path, 'utf8');
    await (0,promises_.writeFile)(path, source
        .replace(/((?:^import .*\n)+)/, `$1import { ${command} } from './${command}.js'\n`)
        .replace(/\n}\n$/, `\n  ${command},\n}\n`));
}


/***/ })

};
