import type { GoValue } from '../../../code/go/values.js'
import { pointed } from '../../../code/go/values.js'
import type { Program } from '../../../code/program.js'
import type { Value } from '../../../code/values.js'
import type { Span } from '../../../source.js'
import type { Listening } from '../listen.js'
import { type GoServiceFiles, goStart } from '../routes/go.js'

/** The ports that a service in Go listens on, in the order of the calls. */
export function goListening(program: Program, service: GoServiceFiles): readonly Listening[] {
  const start = goStart(program, service)
  return (start?.web.listeners ?? []).map(({ framework, address, at }) => {
    const written = addressOf(address)
    if (written?.kind !== 'plain' || typeof written.value !== 'string')
      return { framework, port: unknownPort(at, written), at }
    const { variables = [], isFallback = false } = written
    const place = written.at ?? at
    const [, host = '', port = ''] = /^(.*?):?([^:]*)$/s.exec(written.value) ?? []
    const number = port === 'http' || written.value === '' ? 80 : port === 'https' ? 443 : Number(port)
    const origin = { at: place, variables, isFallback }
    const bare = host.replace(/^\[(.*)\]$/s, '$1')
    return {
      framework,
      port: {
        kind: 'known',
        value: /^\d+$/.test(port) || port.startsWith('http') || written.value === '' ? number : port,
        ...origin,
      },
      ...(bare !== '' && { host: { kind: 'known', value: bare, ...origin } satisfies Value }),
      at,
    } satisfies Listening
  })
}

function unknownPort(at: Span, value: GoValue | undefined): Value {
  const because = value?.kind === 'unknown' ? value.because : 'it is known when the program runs'
  return { kind: 'unknown', because, at, variables: [], isFallback: false }
}

/** The address behind what a server was given: a text, a listener, another server. */
function addressOf(value: GoValue | undefined): GoValue | undefined {
  const inner = value && pointed(value)
  if (inner?.kind === 'struct') return addressOf(inner.fields.get('Addr') ?? { kind: 'plain', value: '' })
  if (inner?.kind === 'result' && /^net\.Listen$|^\.Listen$/.test(inner.of)) return addressOf(inner.arguments.at(-1))
  return inner
}
