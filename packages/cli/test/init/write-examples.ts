/** `npx tsx packages/cli/test/init/write-examples.ts` writes what examples.test.ts compares. */
import { writeFileSync } from 'node:fs'
import { embeddedPath, examplesText } from './examples.ts'

writeFileSync(embeddedPath, examplesText())
