/** `npx tsx packages/config/test/write-docs.ts` writes what docs.test.ts compares. */
import { readFileSync, writeFileSync } from 'node:fs'
import { pagePath, schemaPath, schemaText, withTable } from './docs.ts'

writeFileSync(pagePath, withTable(readFileSync(pagePath, 'utf8')))
writeFileSync(schemaPath, schemaText())
