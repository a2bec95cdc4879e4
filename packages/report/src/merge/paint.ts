/** How a piece of text for a terminal is coloured, or not. */
export interface Paint {
  bad(text: string): string
  good(text: string): string
  wait(text: string): string
  soft(text: string): string
  strong(text: string): string
}

export function createPaint(colour: boolean): Paint {
  const style = (on: number, off: number) => (text: string) =>
    colour ? `\u001b[${on}m${text}\u001b[${off}m` : text
  return {
    bad: style(31, 39),
    good: style(32, 39),
    wait: style(33, 39),
    soft: style(2, 22),
    strong: style(1, 22),
  }
}
