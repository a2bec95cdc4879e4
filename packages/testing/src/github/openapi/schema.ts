/** As much of JSON Schema as GitHub's description uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

export interface QueryParameter {
  readonly name: string
  readonly required: boolean
  readonly schema: Schema
}

export interface Operation {
  readonly query: readonly QueryParameter[]
  readonly path: readonly QueryParameter[]
  readonly body?: { readonly required: boolean; readonly schema: Schema }
  /** By status; nothing where an answer has no body. */
  readonly answers: Readonly<Record<string, Schema | null>>
}

/** The operations that were asked for, and every schema that they refer to. */
export interface Slice {
  readonly operations: Readonly<Record<string, Operation>>
  readonly schemas: Readonly<Record<string, Schema>>
}
