import { argument, type PyArguments, type PyHost, type PyValue } from '../../../../code/python/values.js'
import { pathText } from './paths.js'
import { webOf } from './web.js'

/** `Instrumentator().instrument(app).expose(app)`: https://github.com/trallnag/prometheus-fastapi-instrumentator */
export function instrumentator(given: PyArguments): PyHost {
  return { kind: 'host', type: 'instrumentator', at: given.at, attributes: new Map(), state: undefined }
}

/** `expose` adds a route; every method gives the object back. */
export function instrumented(host: PyHost, name: string, given: PyArguments): PyValue {
  const web = webOf(argument(given, 0, 'app'))
  if (name === 'expose' && web) {
    const path = argument(given, 3, 'endpoint') ?? { kind: 'plain', value: '/metrics' }
    web.entries.push({ kind: 'route', methods: ['GET'], path: pathText(path), guards: [], at: given.at })
  }
  return host
}
