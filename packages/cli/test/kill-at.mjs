import childProcess from 'node:child_process'
import { appendFileSync } from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

// Loaded before `wavefront` itself: writes down all that it does to the world, and ends it at one of these.
const { EFFECTS_LOG: log, KILL_AT: at, KILL_WHEN: when } = process.env
let turn = 0

function effect(name) {
  turn += 1
  if (log) appendFileSync(log, `${name}\n`)
  const isHere = turn === Number(at)
  if (isHere && when === 'before') process.kill(process.pid, 'SIGKILL')
  return () => isHere && process.kill(process.pid, 'SIGKILL')
}

const reads = new Set(
  ['--version', 'cat-file', 'check-ignore', 'check-ref-format', 'config', 'diff', 'diff-tree']
    .concat(['for-each-ref', 'log', 'ls-files', 'ls-tree', 'merge-base', 'rev-list', 'rev-parse'])
    .concat(['status', 'symbolic-ref', 'var', 'show-ref', 'check-attr', 'interpret-trailers']),
)

const { spawn } = childProcess
childProcess.spawn = (file, args, options) => {
  const name = nameOf(file, args)
  const done = name && effect(name)
  const child = spawn(file, args, options)
  if (done) child.once('close', done)
  return child
}

function nameOf(file, args) {
  if (file !== 'git') return 'sh'
  const rest = args.filter((arg, place) => arg !== '-c' && args[place - 1] !== '-c')
  const [verb = '', next = ''] = rest.filter((arg) => !arg.startsWith('-') || arg === '--version')
  if (reads.has(verb) || (verb === 'worktree' && next === 'list')) return undefined
  return verb === 'worktree' ? `git worktree ${next}` : `git ${verb}`
}

const { rename } = promises
promises.rename = async (from, to) => {
  const done = effect(`rename ${String(to).split('/').at(-1)}`)
  await rename(from, to)
  done()
}

syncBuiltinESMExports()
