import { UserError } from '@wavefront/errors'

/** Agents, checks and setup are lines for `sh`, and what they leave running is ended as a process group. */
export function requireShell(platform: NodeJS.Platform): void {
  if (platform !== 'win32') return
  throw new UserError({
    what: 'agents and checks cannot run on a Windows runner: their commands are lines for `sh`',
    where: 'runs_on',
    fix: 'write a runner with Linux or macOS: `runs_on: ubuntu-latest`',
  })
}
