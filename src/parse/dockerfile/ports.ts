import { known, unknown } from '../../source.js'
import type { DockerfileImage, Instruction } from '../dockerfile.js'
import { expand, type Scope } from './expand.js'

const PORT_LIMIT = 1000
const PORT = /^(?:.*:)?([0-9]{1,5})(?:-([0-9]{1,5}))?(?:\/([A-Za-z]+))?$/

type Exposed = DockerfileImage['exposed'][number]

/** The ports of an EXPOSE, ranges spread out, at most `room` of them and 1,000 in all. */
export function exposedPorts(instruction: Instruction, scope: Scope, already: number): Exposed[] {
  const ports: Exposed[] = []
  for (const { text, at } of instruction.words) {
    const expanded = expand(text, scope)
    if (!expanded.known) {
      const protocol = /\/(tcp|udp|sctp)$/i.exec(text)?.[1]?.toLowerCase() ?? 'tcp'
      if (already + ports.length < PORT_LIMIT) ports.push({ port: unknown(at, expanded.because), protocol, at })
      continue
    }
    for (const word of expanded.value.split(/\s+/)) {
      const [, first, last = first, protocol = 'tcp'] = PORT.exec(word) ?? []
      for (let port = Number(first); port <= Math.min(Number(last), 65_535); port++) {
        if (already + ports.length >= PORT_LIMIT) return ports
        ports.push({ port: known(port, at), protocol: protocol.toLowerCase(), at })
      }
    }
  }
  return ports
}
