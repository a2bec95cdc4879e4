/** The paths and globs in an issue's metadata, `{"files": […]}`, which some writers keep as a string. */
export function declaredFiles(metadata: unknown): string[] {
  const value = typeof metadata === 'string' ? tryParse(metadata) : metadata
  if (typeof value !== 'object' || value === null || !('files' in value)) return []
  if (!Array.isArray(value.files)) return []
  return value.files.filter((file): file is string => typeof file === 'string' && file !== '')
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
