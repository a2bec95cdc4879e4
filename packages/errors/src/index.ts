export { nearest, suggest } from './nearest.ts'
export { type Parsed, type Problem, parsed, refused } from './problem.ts'
export { renderProblem, UserError, unwrap } from './user-error.ts'
