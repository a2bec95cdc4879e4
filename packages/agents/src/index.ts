export { type CommandAgentOptions, commandAgent } from './command-agent.ts'
