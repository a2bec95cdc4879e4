export { openRemote, type Remote, type RemoteOptions, wantedRefs } from './open-remote.ts'
