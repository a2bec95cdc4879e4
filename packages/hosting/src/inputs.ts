import { isBranchName, isCommitSha } from '@wavefront/wave'

const branchRule = 'a branch name such as `main`: letters, digits, `.`, `_`, `-` and `/`'

/** Which issue, which branches: what every action is told. */
export const placeInputs = {
  token: { kind: 'secret', required: true },
  issue_number: { kind: 'number', least: 1 },
  branch: { kind: 'text', is: isBranchName, write: branchRule },
  base: { kind: 'text', is: isBranchName, write: branchRule },
  overrides: { kind: 'json' },
} as const

/** Inputs that stand for a key of the configuration, and win over it. */
export const settingInputs = {
  agent: { kind: 'text' },
  model: { kind: 'text' },
} as const

/** Which wave, as get-ready-tasks has chosen it. */
export const waveInputs = {
  wave: { kind: 'number', required: true, least: 1 },
  base_sha: {
    kind: 'text',
    required: true,
    is: isCommitSha,
    write: "the output `base_sha` of get-ready-tasks, a commit's 40 digits",
  },
} as const

export const storeInputs = { bd_version: { kind: 'text' } } as const
