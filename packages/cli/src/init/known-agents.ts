/** An agent that most people have heard of, and that no hosted runner has. */
export interface KnownAgent {
  /** Its package on npm. */
  readonly package: string
  /** What its key is called, in its environment and as a secret. */
  readonly secret: string
}

const known: Readonly<Record<string, KnownAgent>> = {
  opencode: { package: 'opencode-ai', secret: 'ANTHROPIC_API_KEY' },
  claude: { package: '@anthropic-ai/claude-code', secret: 'ANTHROPIC_API_KEY' },
  codex: { package: '@openai/codex', secret: 'OPENAI_API_KEY' },
  gemini: { package: '@google/gemini-cli', secret: 'GEMINI_API_KEY' },
}

/** By the program that a command line begins with. */
export function knownAgent(line: string): KnownAgent | undefined {
  const [program = ''] = line.trim().split(/\s/, 1)
  return Object.hasOwn(known, program) ? known[program] : undefined
}
