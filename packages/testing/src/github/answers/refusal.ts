import type { Answer } from './answer.ts'

/** GitHub says no; thrown from wherever it is found out. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly answer: Answer

  constructor(status: number, message: string, more: object = {}) {
    super(message)
    const body = { message, ...more, documentation_url: documentation, status: String(status) }
    this.answer = { status, body }
  }
}

const documentation = 'https://docs.github.com/rest'

export function notFound(message = 'Not Found'): Refusal {
  return new Refusal(404, message)
}

export function unprocessable(message: string): Refusal {
  return new Refusal(422, message)
}

export interface FieldError {
  readonly resource: string
  readonly field?: string
  readonly code: string
  readonly message?: string
}

export function validationFailed(...errors: readonly FieldError[]): Refusal {
  return new Refusal(422, 'Validation Failed', { errors })
}

const longestBody = 65_536

export function isTooLong(body: string | null | undefined): boolean {
  return (body ?? '').length > longestBody
}

export function refuseLongBody(resource: string, body: string | null | undefined): void {
  if (!isTooLong(body)) return
  throw validationFailed({
    resource,
    code: 'unprocessable',
    field: 'body',
    message: `body is too long (maximum is ${longestBody} characters)`,
  })
}
