import { indexOf } from '../../../code/file-index.js'
import type { Program } from '../../../code/program.js'
import type { Guard, Route } from '../route.js'
import type { Cap } from './cap.js'
import type { Query } from './query.js'
import { declaredCap } from './schema-cap.js'

/** Names of middleware that looks at what a client sent: `validate(schema)`, `celebrate`, `query('limit').isInt(…)`, `paginate`. */
const CHECKS =
  /valid|schema|celebrate|joi|zod|yup|ajv|sanit|pagina|^(?:query|param|body|check)$|^(?:is[A-Z]\w*|to[A-Z]\w*|optional|withMessage|custom|bail|default)$/i
/** Where a schema of a whole request has what a client sends besides the path. */
const SENT = ['query', 'querystring', 'body']

/** A page size is what the schemas say that middleware of the routes checks it with; without one that can be read it is not known. */
export function checkedByRoutes<T extends Pick<Query, 'limit'>>(
  program: Program,
  query: T,
  routes: readonly Route[],
): T {
  const { limit } = query
  if (limit?.kind !== 'uncapped') return query
  const checks = routes.flatMap(({ guards }) => guards.filter(one => one.purpose === 'other' && CHECKS.test(one.name)))
  if (checks.length === 0) return query
  const said = checks.flatMap(check => saidBy(program, check, limit.parameter))
  const capped = said.find(one => one.kind === 'capped')
  if (capped) return { ...query, limit: capped }
  if (said.length > 0 && said.every(one => one.kind === 'uncapped')) return query
  return { ...query, limit: { kind: 'unknown', because: 'middleware of the route may check it' } }
}

/** What the schemas that a middleware is made with declare for a parameter. */
function saidBy(program: Program, { at }: Guard, parameter: string): readonly Cap[] {
  const file = program.files.get(at.path)
  const call = file && indexOf(file).calls.find(({ start, end }) => start === at.start && end === at.end)
  if (!file || !call) return []
  return call.arguments.flatMap(node => {
    const paths = [[parameter], ...SENT.map(key => [key, parameter])]
    return paths.flatMap(path => declaredCap(program, { file, node }, path) ?? []).slice(0, 1)
  })
}
