import { aTask } from '@wavefront/testing'
import { renderPrompt } from '@wavefront/wave'

const task = aTask({
  id: 'shop-3',
  title: 'Show the total',
  files: ['src/cart.ts', 'test/**'],
  brief: {
    description: 'The cart shows each price but no sum.',
    acceptance: 'A cart of 2 and 3 shows 5.',
  },
})

test('a first attempt', () => {
  const above = [
    aTask({ id: 'shop', kind: 'epic', title: 'Cart', brief: { description: 'A cart.' } }),
  ]
  expect(renderPrompt({ task, above, attempt: 1, checks: 'npm test' })).toMatchInlineSnapshot(`
"# Task shop-3: Show the total

You are one of several agents that work on this repository at the same time, each on a task of its own, in a checkout of its own. Do this task, and only this one.

## What to do

The cart shows each price but no sum.

## It is done when

A cart of 2 and 3 shows 5.

## It is a part of: Cart

A cart.

## Files that this task is expected to touch

- src/cart.ts
- test/**

## Rules

- Change what the task needs and nothing else. Follow the style of the code around you.
- Other agents change other files right now: do not tidy up, rename or reformat what is not yours.
- Do not commit, merge, push or switch branches. Leave your changes in the working tree.
- Do not touch \`.beads/\`: the task is closed for you when your work has landed.
- Your work counts when this command succeeds: \`npm test\`. Run it, and mend what it finds.
- If the task cannot be done, say why and end with an exit code other than 0.
"
`)
})

test('all that is said of the epics above belongs to the prompt', () => {
  const brief = { description: 'A cart.', details: 'In euros.', acceptance: 'It adds up.' }
  const above = [aTask({ id: 'shop', kind: 'epic', title: 'Cart', brief })]
  expect(renderPrompt({ task, above, attempt: 1 })).toContain(
    '## It is a part of: Cart\n\nA cart.\n\nIn euros.\n\nIt adds up.\n',
  )
})

test('a second attempt has the failure of the first, fenced', () => {
  const previous = {
    ...{ wave: 1, attempt: 1, at: '2026-01-01T00:00:00Z', seconds: 3 },
    end: 'failed' as const,
    reason: 'the checks ended with exit code 1\n```\nexpected 5, got 6\n```',
  }
  const prompt = renderPrompt({ task, above: [], attempt: 2, previous })
  expect(
    prompt.slice(prompt.indexOf('## The attempt'), prompt.indexOf('## Rules')),
  ).toMatchInlineSnapshot(`
"## The attempt before this one (this is attempt 2)

It failed. The end of its log:

\`\`\`\`
the checks ended with exit code 1
\`\`\`
expected 5, got 6
\`\`\`
\`\`\`\`

Find out why, and do it better this time.

"
`)
})

test('a task of which only the title is known', () => {
  const prompt = renderPrompt({ task: aTask({ id: 'a', title: 'Do it' }), above: [], attempt: 1 })
  expect(prompt.match(/^#+ .*/gm)).toEqual(['# Task a: Do it', '## Rules'])
})
