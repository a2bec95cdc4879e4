import { toSlug } from './slug.ts'

/** File and folder names that say nothing about what is planned. */
const vague = /^(tasks?|plans?|to-?do|docs|wavefront|taskmaster|changes)$/

/** The first of these texts that makes a name. */
export function firstSlug(...texts: readonly (string | undefined)[]): string {
  for (const text of texts) {
    const slug = text === undefined ? undefined : toSlug(text)
    if (slug !== undefined) return slug
  }
  return 'plan'
}

/** What a path calls its plan: `changes/2025-01-11-add-login/tasks.md` and `add-login.tasks.md` are "add-login". */
export function nameInPath(path: string): string {
  const [file = '', ...folders] = path.split(/[\\/]+/).reverse()
  const stem = file.replace(/(\.tasks)?\.[a-z]+$/i, '')
  const telling = [stem, ...folders].find((part) => !vague.test(toSlug(part) ?? 'tasks'))
  return (telling ?? stem).replace(/^[\d_.-]+/, '')
}

/** `add-login` → `Add login`. */
export function titleInPath(path: string): string {
  const words =
    nameInPath(path)
      .replace(/[-_.\s]+/g, ' ')
      .trim() || 'Plan'
  return words.charAt(0).toUpperCase() + words.slice(1)
}
