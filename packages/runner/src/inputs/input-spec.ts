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
  | ({ readonly kind: 'boolean' } & Presence<boolean>)
  | ({ readonly kind: 'choice'; readonly choices: readonly string[] } & Presence<string>)
  /** One to a line, or with commas between. */
  | ({ readonly kind: 'list' } & Presence<readonly string[]>)
  | ({ readonly kind: 'json'; readonly schema?: z.ZodType } & Presence<unknown>)

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
    : Field extends { kind: 'boolean' }
      ? boolean
      : Field extends { kind: 'choice'; choices: readonly (infer Choice)[] }
        ? Choice
        : Field extends { kind: 'list' }
          ? readonly string[]
          : Field extends { schema: z.ZodType<infer Value> }
            ? Value
            : unknown
