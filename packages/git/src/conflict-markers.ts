/** Whether a text holds conflict markers that none of the texts it came from has. */
export function hasNewMarkers(text: string, sources: readonly string[]): boolean {
  const known = new Set(sources.flatMap(markers))
  return markers(text).some((marker) => !known.has(marker))
}

/** `=======` alone also underlines titles, so only the outer two count. */
function markers(text: string): readonly string[] {
  return text.match(/^(?:<{7}|>{7})(?: .*)?$/gm) ?? []
}
