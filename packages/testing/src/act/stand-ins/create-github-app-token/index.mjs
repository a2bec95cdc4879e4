import { input, place, run, setOutput } from '../shared/toolkit.mjs'

await run(() => {
  const { app } = place()
  if (app === undefined) throw new Error('this world has no GitHub App')
  if (input('app-id') !== app.id || input('private-key') !== app.key)
    throw new Error('A JSON web token could not be decoded')
  console.log(`::add-mask::${app.token}`)
  setOutput('token', app.token)
  setOutput('app-slug', 'the-app')
  setOutput('installation-id', '1')
})
