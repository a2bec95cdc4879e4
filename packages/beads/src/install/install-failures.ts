import { UserError } from '@wavefront/errors'
import type { Release } from './release.ts'

/** What always helps: the project's own setup puts one on PATH, or no bd is needed. */
function otherwise(version: string): string {
  return `put bd ${version} on PATH in .github/actions/wavefront-setup/action.yml (or on the runner), or write "store: embedded" in .github/wavefront.yml if the tasks are in a JSONL file`
}

export function unknownMachine(version: string, machine: string): UserError {
  return new UserError({
    what: `Beads releases no bd for ${machine}`,
    fix: `run on Linux or macOS with x64 or arm64, or ${otherwise(version)}`,
  })
}

export function noSuchRelease(url: string, version: string): UserError {
  return new UserError({
    what: `there is no bd ${version} to download: ${url} is not there (HTTP 404)`,
    fix: `write a released version as bd_version (https://github.com/gastownhall/beads/releases), or ${otherwise(version)}`,
  })
}

export interface Unreachable {
  readonly url: string
  readonly version: string
  readonly why: string
  readonly cause?: unknown
}

export function unreachable({ url, version, why, cause }: Unreachable): UserError {
  return new UserError(
    {
      what: `bd ${version} could not be downloaded from ${url}: ${why}`,
      fix: `let this runner reach that address and run the job again, or ${otherwise(version)}`,
    },
    { cause },
  )
}

export function unverified({ url, checksums, version }: Release, why: string): UserError {
  return new UserError({
    what: `${url} was not installed: ${checksums} ${why}`,
    fix: `run the job again; if it stays so, something between this runner and GitHub changes the file, or the release is not whole: ${otherwise(version)}`,
  })
}

export function brokenRelease(
  { archive, version, machine }: Release,
  why: string,
  cause?: unknown,
): UserError {
  return new UserError(
    {
      what: `${archive} has no bd ${version} that runs on this machine (${machine}): ${why}`,
      fix: `write another bd_version, or ${otherwise(version)}`,
    },
    { cause },
  )
}
