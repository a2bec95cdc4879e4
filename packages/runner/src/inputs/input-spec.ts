import type { z } from 'zod'

interface Presence<T> {
  readonly required?: true
  readonly default?: T
}

/** What an input may be; `is` narrows a text to what `write` says in words. */
export type InputField =
  | ({
      readonly kind: 'text'
      readonly is?: (text: string) => boolean
      readonly write?: string
    } & Presence<string>)
  | { readonly kind: 'secret'; readonly required?: true }
  | ({
      readonly kind: 'number'
      readonly least?: number
      readonly most?: number
    } & Presence<number>)
  | ({ readonly kind: 'choice'; readonly choices: readonly string[] } & Presence<string>)
  | ({ readonly kind: 'json'; readonly schema?: never; readonly write?: never } & Presence<unknown>)
  /** A library's words for what is wrong are no help, so `write` says what is right. */
  | ({
      readonly kind: 'json'
      readonly schema: z.ZodType
      readonly write: string
    } & Presence<unknown>)

/** The inputs of an action by their names in action.yml. */
export type InputSpec = Readonly<Record<string, InputField>>

/** What they are read as: `undefined` is an input that was not given and has no default. */
export type Inputs<Spec extends InputSpec> = {
  readonly [Name in keyof Spec]: Spec[Name] extends { required: true } | { default: unknown }
    ? InputValue<Spec[Name]>
    : InputValue<Spec[Name]> | undefined
}

type InputValue<Field extends InputField> = Field extends { kind: 'text' | 'secret' }
  ? Field extends { is: (text: string) => text is infer Narrow extends string }
    ? Narrow
    : string
  : Field extends { kind: 'number' }
    ? number
    : Field extends { kind: 'choice'; choices: readonly (infer Choice)[] }
      ? Choice
      : Field extends { schema: z.ZodType<infer Value> }
        ? Value
        : unknown
