import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { exitCodes } from '../exit-codes.ts'
import { deeds } from './deeds.ts'

/** The demo's agent: a script that plays an agent, with the pauses of one. It works in the current folder. */
export async function demoAgent(): Promise<number> {
  const id = process.env.WAVEFRONT_TASK_ID ?? ''
  const prompt = await text(process.stdin)
  const deed = deeds[id]
  if (!deed) throw new Error(`the scripted agent has no script for the task "${id}"`)
  await say('reading the task')
  const knowsFailure = prompt.includes('average of a text without lines')
  if (knowsFailure) await say('the last attempt failed on a text without lines: looking into that')
  const { files, command } = deed({ knowsFailure })
  for (const [path, content] of Object.entries(files)) {
    await say(`writing ${path}`)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
  if (command !== undefined) {
    await say(`registering the command ${command}`)
    await register(command)
  }
  return exitCodes.done
}

async function say(line: string): Promise<void> {
  console.log(line)
  await sleep(300 + Math.random() * 300)
}

/** Every task adds an import and an entry at the same two places: siblings are bound to conflict. */
async function register(command: string): Promise<void> {
  const path = 'src/commands.js'
  const source = await readFile(path, 'utf8')
  await writeFile(
    path,
    source
      .replace(/((?:^import .*\n)+)/, `$1import { ${command} } from './${command}.js'\n`)
      .replace(/\n}\n$/, `\n  ${command},\n}\n`),
  )
}
