import fc from 'fast-check'
import { type Plan, parsePlan } from '../src/index.ts'

/** A task as the random plans have it: its dependencies are earlier tasks, by index. */
interface Sketch {
  readonly title: string
  readonly done: boolean
  readonly after: readonly number[]
  readonly files: readonly string[]
  readonly priority: number
}

const word = fc.stringMatching(/^[A-Za-z][a-z]{0,8}$/)
const title = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
const path = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('/')}.ts`)
const sketches = fc
  .array(
    fc.record({
      title,
      done: fc.boolean(),
      after: fc.uniqueArray(fc.nat(50), { maxLength: 3 }),
      files: fc.uniqueArray(path, { maxLength: 2 }),
      priority: fc.nat(4),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((all) => all.map((one, i) => ({ ...one, after: one.after.filter((other) => other < i) })))

function parse(path: string, text: string): Plan {
  const plan = parsePlan({ path, text })
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems))
  return plan.value
}

/** What every format can say. */
function seen(plan: Plan) {
  return plan.tasks.map(({ id, title, state, dependencies, files, priority }) => ({
    id,
    title,
    state,
    after: dependencies.map(({ on }) => on),
    files,
    priority,
  }))
}

function expected(all: readonly Sketch[]) {
  return all.map(({ title, done, after, files, priority }, i) => ({
    id: `t${i}`,
    title,
    state: done ? 'closed' : 'open',
    after: after.map((other) => `t${other}`),
    files,
    priority,
  }))
}

describe('a random plan, written and read', () => {
  test('as our own JSON', () => {
    fc.assert(
      fc.property(sketches, (all) => {
        const tasks = all.map(({ title, done, after, files, priority }, i) => ({
          id: `t${i}`,
          title,
          done,
          depends_on: after.map((other) => `t${other}`),
          files,
          priority,
        }))
        expect(seen(parse('plan.json', JSON.stringify({ title: 'T', tasks })))).toEqual(
          expected(all),
        )
      }),
    )
  })

  test('as Markdown', () => {
    fc.assert(
      fc.property(
        sketches,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('-', '*', '+', '1.'),
        (all, end, bullet) => {
          const lines = all.map(
            ({ title, done, after, files, priority }, i) =>
              `${bullet} [${done ? 'x' : ' '}] t${i}: ${title}` +
              (after.length > 0
                ? ` (depends: ${after.map((other) => `t${other}`).join(', ')})`
                : '') +
              (files.length > 0 ? ` (files: ${files.join(', ')})` : '') +
              ` (priority: ${priority})`,
          )
          expect(seen(parse('plan.md', lines.join(end)))).toEqual(expected(all))
        },
      ),
    )
  })

  test('as TaskMaster', () => {
    const words = ['critical', 'high', 'medium', 'low', 'low']
    fc.assert(
      fc.property(sketches, (all) => {
        const tasks = all.map(({ title, done, after, priority }, i) => ({
          id: `t${i}`,
          title,
          status: done ? 'done' : 'pending',
          dependencies: after.map((other) => `t${other}`),
          priority: words[priority],
        }))
        const wanted = expected(all).map((task) => ({
          ...task,
          files: [],
          priority: Math.min(3, task.priority),
        }))
        expect(seen(parse('tasks.json', JSON.stringify({ master: { tasks } })))).toEqual(wanted)
      }),
    )
  })

  test('as OpenSpec, in groups', () => {
    const groups = fc.array(
      fc.array(fc.record({ title, done: fc.boolean() }), { minLength: 1, maxLength: 6 }),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    fc.assert(
      fc.property(groups, fc.boolean(), (all, isNumbered) => {
        const text = all.map(
          (tasks, g) =>
            `## ${g + 1}. Group\n\n` +
            tasks
              .map(
                ({ title, done }, t) =>
                  `- [${done ? 'x' : ' '}] ${isNumbered ? `${g + 1}.${t + 1} ` : ''}${title}\n`,
              )
              .join(''),
        )
        const wanted = all.flatMap((tasks, g) => [
          [
            `${g + 1}`,
            'Group',
            tasks.every(({ done }) => done) ? 'closed' : 'open',
            undefined,
            g > 0 ? [`${g}`] : [],
          ],
          ...tasks.map(({ title, done }, t) => [
            `${g + 1}.${t + 1}`,
            title,
            done ? 'closed' : 'open',
            `${g + 1}`,
            [],
          ]),
        ])
        const { tasks } = parse('tasks.md', text.join('\n'))
        const got = tasks.map(({ id, title, state, parent, dependencies }) => [
          id,
          title,
          state,
          parent,
          dependencies.map(({ on }) => on),
        ])
        expect(got).toEqual(wanted)
      }),
    )
  })
})
