/** What decides about a repository rather than being its work: who reviews, what runs, what agents obey. */
export const defaultProtectedPaths = [
  '.github/**',
  'CODEOWNERS',
  'docs/CODEOWNERS',
  'AGENTS.md',
  'CLAUDE.md',
  'GEMINI.md',
  '.opencode/**',
  'opencode.json',
  'opencode.jsonc',
  '.claude/**',
  '.mcp.json',
  '.codex/**',
  '.gemini/**',
  '.husky/**',
  '.githooks/**',
] as const
