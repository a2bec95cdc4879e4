/**
 * Git's own server says "hook declined" of every refusal; GitHub says which one. This puts GitHub's words
 * where a client reads them: in the report of a push, which is packets (band 1) within packets.
 */
export function speakLikeGitHub(body: Buffer): Buffer {
  const packets = readPackets(body)
  if (packets === undefined) return body
  const text = join(packets, 2).toString()
  const inner = readPackets(join(packets, 1))
  const reason = reasonIn(text)
  if (inner === undefined || reason === undefined) return body
  const report = inner.map((packet) =>
    packet.toString().replace(/^(ng \S+) (?:pre-receive )?hook declined/, `$1 ${reason}`),
  )
  const said = text.replace(/^refusing to allow .*\n?/gm, '')
  return Buffer.concat([
    ...banded(2, Buffer.from(said)),
    ...banded(1, Buffer.concat([...report.map(packet), flush])),
    flush,
  ])
}

function reasonIn(text: string): string | undefined {
  const workflows = /^refusing to allow .*/m.exec(text)
  if (workflows) return workflows[0]
  if (text.includes('GH013:')) return 'push declined due to repository rule violations'
  return text.includes('GH006:') ? 'protected branch hook declined' : undefined
}

const flush = Buffer.from('0000')

function packet(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content)
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes])
}

function banded(band: number, content: Buffer): readonly Buffer[] {
  const most = 60_000
  const parts: Buffer[] = []
  for (let at = 0; at < content.length; at += most)
    parts.push(packet(Buffer.concat([Buffer.of(band), content.subarray(at, at + most)])))
  return parts
}

function join(packets: readonly Buffer[], band: number): Buffer {
  return Buffer.concat(packets.filter(([first]) => first === band).map((part) => part.subarray(1)))
}

/** Nothing when these are not packets. */
function readPackets(bytes: Buffer): readonly Buffer[] | undefined {
  const packets: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const digits = bytes.subarray(at, at + 4).toString('latin1')
    if (!/^[0-9a-f]{4}$/.test(digits)) return undefined
    const length = Number.parseInt(digits, 16)
    if (length > 4) packets.push(bytes.subarray(at + 4, at + length))
    at += Math.max(length, 4)
  }
  return packets
}
