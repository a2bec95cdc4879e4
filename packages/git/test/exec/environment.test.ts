import { environment } from '../../src/exec/environment.ts'

test('what would redirect git is dropped, what a person set up stays', () => {
  const outer = {
    PATH: '/bin',
    GIT_DIR: '/elsewhere',
    GIT_INDEX_FILE: '/elsewhere/index',
    GIT_WORK_TREE: '/elsewhere',
    GIT_SSH_COMMAND: 'ssh -4',
    LC_ALL: 'de_DE.UTF-8',
  }
  expect(environment(outer, { env: { GIT_INDEX_FILE: '/ours' } })).toEqual({
    PATH: '/bin',
    GIT_SSH_COMMAND: 'ssh -4',
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_INDEX_FILE: '/ours',
  })
})

test('settings come after those that are passed in already', () => {
  const outer = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'a.b', GIT_CONFIG_VALUE_0: 'c' }
  expect(environment(outer, { config: { 'http.extraHeader': 'Authorization: x' } })).toMatchObject({
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'a.b',
    GIT_CONFIG_VALUE_0: 'c',
    GIT_CONFIG_KEY_1: 'http.extraHeader',
    GIT_CONFIG_VALUE_1: 'Authorization: x',
  })
})

test("a runner's tokens and files are not git's business, nor that of a filter it runs", () => {
  const outer = {
    INPUT_TOKEN: 's',
    ACTIONS_RUNTIME_TOKEN: 's',
    GITHUB_ENV: '/f',
    RUNNER_TEMP: '/t',
  }
  const env = environment({ ...outer, HOME: '/home/me', SSH_AUTH_SOCK: '/s' }, {})
  expect(Object.keys(env).sort()).toEqual([
    'GIT_NO_REPLACE_OBJECTS',
    'GIT_OPTIONAL_LOCKS',
    'GIT_TERMINAL_PROMPT',
    'HOME',
    'LC_ALL',
    'SSH_AUTH_SOCK',
  ])
})
