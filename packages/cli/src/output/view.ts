import { plainLine } from './plain.ts'
import type { ProgressView } from './progress-view.ts'

/** A table on a terminal, lines elsewhere. */
export async function openView(stream: NodeJS.WriteStream): Promise<ProgressView> {
  if (!stream.isTTY || process.env.TERM === 'dumb' || process.env.CI) return plainView(stream)
  return (await import('./live.ts')).liveView(stream)
}

function plainView(stream: NodeJS.WriteStream): ProgressView {
  const say = (text: string) => void stream.write(`${text}\n`)
  return {
    say,
    progress(event) {
      const line = plainLine(event)
      if (line !== undefined) say(line)
    },
    pause: () => {},
    end: () => {},
  }
}
