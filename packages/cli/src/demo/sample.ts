/** The sample repository of the demo: a small program that says things about a text. */
export const sampleFiles: Readonly<Record<string, string>> = {
  'package.json': `${JSON.stringify(
    {
      name: 'tally',
      version: '1.0.0',
      private: true,
      type: 'module',
      bin: { tally: 'src/cli.js' },
      scripts: { test: 'node --test' },
    },
    undefined,
    2,
  )}\n`,
  '.gitattributes': '* text=auto eol=lf\n',
  'README.md': `# tally

Says things about a text.

    echo "to be or not to be" | node src/cli.js help
`,
  'src/cli.js': `import { commands } from './commands.js'

const [name = 'help'] = process.argv.slice(2)
const command = commands[name] ?? commands.help
let text = ''
if (!process.stdin.isTTY) for await (const chunk of process.stdin) text += chunk
console.log(command(text))
`,
  'src/commands.js': `import { help } from './help.js'

/** Each command makes something to print out of a text. */
export const commands = {
  help,
}
`,
  'src/help.js': `import { commands } from './commands.js'

export function help() {
  return \`tally \${Object.keys(commands).join('|')}\`
}
`,
  'test/help.test.js': `import assert from 'node:assert/strict'
import test from 'node:test'
import { commands } from '../src/commands.js'

test('help names every command', () => {
  for (const name of Object.keys(commands)) assert.match(commands.help(), new RegExp(name))
})
`,
}

/** The plan: eight tasks, of which some can go side by side. */
export const samplePlan = {
  name: 'tally',
  title: 'Teach tally to count',
  tasks: [
    {
      id: 'words',
      title: 'Count the words',
      description: 'A command `words` that prints how many words a text has.',
    },
    {
      id: 'lines',
      title: 'Count the lines',
      description: 'A command `lines` that prints how many lines a text has.',
    },
    {
      id: 'longest',
      title: 'Find the longest word',
      description: 'A command `longest` that prints the longest word of a text.',
    },
    {
      id: 'average',
      title: 'Average words in a line',
      description: 'A command `average`: words divided by lines, with one decimal.',
      acceptance: 'A text without lines has the average 0.0.',
      depends_on: ['words', 'lines'],
    },
    {
      id: 'frequency',
      title: 'The most frequent words',
      description: 'A command `frequency` that prints the three most frequent words.',
      depends_on: ['words'],
    },
    {
      id: 'shout',
      title: 'Shout the longest word',
      description: 'A command `shout` that prints the longest word in capitals.',
      depends_on: ['longest'],
    },
    {
      id: 'report',
      title: 'All numbers at once',
      description: 'A command `report` that prints words, lines and average.',
      depends_on: ['average'],
    },
    {
      id: 'readme',
      title: 'Describe the commands',
      description: 'The README lists every command with an example.',
      files: ['README.md'],
      depends_on: ['frequency', 'shout'],
    },
  ],
}
