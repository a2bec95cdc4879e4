import { visit } from 'jsonc-parser'

/** The comments of a text in their order. */
export function readComments(text: string): readonly string[] {
  const comments: string[] = []
  const onComment = (offset: number, length: number) => {
    comments.push(text.slice(offset, offset + length))
  }
  visit(text, { onComment }, { allowTrailingComma: true })
  return comments
}
