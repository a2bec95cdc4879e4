import { runAction } from '@wavefront/runner'
import { run } from './run.ts'

await runAction(run)
