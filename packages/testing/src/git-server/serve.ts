import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GitFault } from './faults.ts'
import { type BackendCall, parseCgiHead, spawnBackend } from './http-backend.ts'
import { speakLikeGitHub } from './receive-report.ts'

export interface Served {
  readonly call: BackendCall
  readonly response: ServerResponse
  readonly fault: GitFault | undefined
  readonly isPush: boolean
}

/** Runs the backend and passes its answer on. Returns the status, 0 when the connection was cut. */
export async function serve(served: Served): Promise<number> {
  const { call, response, fault } = served
  const child = spawnBackend(call)
  const gone = () => child.kill('SIGKILL')
  response.once('close', gone)
  try {
    if (!(await feed(call.request, child, fault))) return 0
    return await answer(child, served)
  } finally {
    response.off('close', gone)
  }
}

/** Whether the whole request came through. */
function feed(
  request: IncomingMessage,
  child: ChildProcessWithoutNullStreams,
  fault: GitFault | undefined,
): Promise<boolean> {
  child.stdin.on('error', () => undefined)
  if (fault?.mode !== 'cut-request') {
    request.pipe(child.stdin)
    return Promise.resolve(true)
  }
  return new Promise((resolve) => {
    let bytes = 0
    const cut = () => {
      child.kill('SIGKILL')
      request.socket.destroy()
      resolve(false)
    }
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes >= (fault.after ?? 1)) cut()
      else child.stdin.write(chunk)
    })
    request.on('end', cut)
  })
}

async function answer(child: ChildProcessWithoutNullStreams, served: Served): Promise<number> {
  const { response, fault, isPush } = served
  child.stderr.resume()
  const chunks: Buffer[] = []
  let status = 0
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    // Answers of fetches may be long and are passed on as they come; all others are taken whole.
    if (status !== 0) {
      if (!response.write(chunk)) await drained(response)
      continue
    }
    chunks.push(chunk)
    if (!isPush && fault === undefined) status = begin(chunks, response)
  }
  if (status !== 0) {
    response.end()
    return status
  }
  return finish(Buffer.concat(chunks), served)
}

/** Sends the head if it is complete. */
function begin(chunks: Buffer[], response: ServerResponse): number {
  const all = Buffer.concat(chunks)
  const end = all.indexOf('\r\n\r\n')
  if (end < 0) return 0
  const { status, headers } = parseCgiHead(all.subarray(0, end).toString())
  response.writeHead(status, headers)
  response.write(all.subarray(end + 4))
  return status
}

function finish(all: Buffer, { response, fault, isPush }: Served): number {
  const end = all.indexOf('\r\n\r\n')
  if (end < 0) {
    response.writeHead(500, { 'content-type': 'text/plain' }).end('the backend ended early')
    return 500
  }
  const { status, headers } = parseCgiHead(all.subarray(0, end).toString())
  const body = isPush ? speakLikeGitHub(all.subarray(end + 4)) : all.subarray(end + 4)
  if (fault?.mode !== 'cut-answer') {
    response.writeHead(status, headers).end(body)
    return status
  }
  response.writeHead(status, { ...headers, 'content-length': String(body.length) })
  response.write(body.subarray(0, fault.after ?? 0), () => response.destroy())
  return 0
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const goOn = () => {
      response.off('drain', goOn).off('close', goOn)
      resolve()
    }
    response.once('drain', goOn).once('close', goOn)
  })
}
