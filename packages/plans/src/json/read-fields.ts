import type { z } from 'zod'

/** Of an object that is not as its schema wants it, the fields that are. */
export function readFields<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  value: unknown,
): Partial<z.output<z.ZodObject<Shape>>> {
  const shape: Readonly<Record<string, unknown>> = schema.shape
  const isGood = ([key, field]: [string, unknown]) =>
    Object.hasOwn(shape, key) && (shape[key] as z.ZodType).safeParse(field).success
  const good = Object.entries(Object(value)).filter(isGood)
  return Object.fromEntries(good) as Partial<z.output<z.ZodObject<Shape>>>
}

/** The list at a key, unless it is none or longer than anybody should go through. */
export function readList(value: unknown, key: string, most: number): readonly unknown[] {
  const list: unknown = Object.hasOwn(Object(value), key) ? Reflect.get(Object(value), key) : []
  return Array.isArray(list) && list.length <= most ? list : []
}
