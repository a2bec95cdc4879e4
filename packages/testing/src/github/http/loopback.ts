import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface Loopback {
  readonly url: string
  /** Ends what is open, also the connections that a client keeps and those that hang. */
  close(): Promise<void>
}

/** A server on a free port of this machine. What a handler throws is a 500 that says so. */
export async function listenOnLoopback(handle: Handle): Promise<Loopback> {
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return response.destroy()
      response.writeHead(500, { 'content-type': 'text/plain' })
      return response.end(error instanceof Error ? error.stack : String(error))
    })
  })
  server.on('clientError', (_, socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
