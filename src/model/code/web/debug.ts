import { definitionOf, externalName } from '../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import type { Call } from '../../../code/syntax.js'
import { typeOf } from '../../../code/types.js'
import { wordsLike } from '../../../code/vocabulary.js'
import { pathOf } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import type { ServiceCode } from '../services.js'
import { djangoSetting } from './django-settings.js'
import { environmentsOf, isOn, keywordOf, type Option, optionOf, valueIn } from './options.js'
import { productionFiles } from './production-files.js'
import { stagelessCallsOf } from './stages.js'

/** A switch for developers that is on in production, by what the code and the environment of a workload say. */
export interface DebugSwitch {
  /** `errors`: answers tell tracebacks, settings or a console · `schema`: a playground, or the schema of GraphQL. */
  readonly kind: 'errors' | 'schema'
  /** As it is written: `DEBUG`, `playground`. */
  readonly name: string
  /** The variable that decides, where it is on because nothing sets that. */
  readonly unset?: string
  readonly at: Span
}

interface Site {
  readonly kind: DebugSwitch['kind']
  readonly name: string
  readonly option: Option
}

/** The switches that are on. What the stage or something unknown decides is not among them. */
export function debugSwitches(program: Program, service: ServiceCode): readonly DebugSwitch[] {
  const sites = productionFiles(program, service).flatMap(file => {
    if (file.language === 'go') return []
    return file.language === 'python'
      ? stagelessCallsOf(file, isPythonServer).flatMap(node => pythonSites(program, { file, node }, service))
      : stagelessCallsOf(file, isGraphqlServer).flatMap(node => graphqlSites(program, { file, node }))
  })
  const django = service.runtime === 'python' ? djangoSetting(program, service, 'DEBUG') : undefined
  if (django) sites.push({ kind: 'errors', name: 'DEBUG', option: django })
  const environments = environmentsOf(service)
  return sites.flatMap(({ kind, name, option }) => {
    if (option === 'absent' || option === 'open') return []
    const at: Span = { path: option.file.path, start: option.node.start, end: option.node.end }
    const environment = environments.find(one => isOn(program, option, one, false))
    if (!environment) return []
    const { isFallback, variables } = valueIn(program, option, environment)
    const unset = isFallback ? variables[0] : undefined
    return [{ kind, name, at, ...(unset !== undefined && { unset }) }]
  })
}

const GRAPHQL_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  '@apollo/server.ApolloServer': ['introspection'],
  'apollo-server.ApolloServer': ['playground', 'introspection'],
  'apollo-server-express.ApolloServer': ['playground', 'introspection'],
  'apollo-server-fastify.ApolloServer': ['playground', 'introspection'],
  'express-graphql.graphqlHTTP': ['graphiql'],
  '@nestjs/graphql.GraphQLModule.forRoot': ['playground', 'introspection', 'graphiql'],
}

const isGraphqlServer = wordsLike(/ApolloServer|graphqlHTTP|^(?:forRoot|register)$/)
const isPythonServer = wordsLike(/^(?:FastAPI|Starlette|run)$/)

/** https://www.apollographql.com/docs/apollo-server/api/apollo-server, https://docs.nestjs.com/graphql/quick-start */
function graphqlSites(program: Program, at: In<Call>): readonly Site[] {
  const { file, node } = at
  const path = pathOf(node.callee)?.join('.')
  if (path === undefined || !/ApolloServer|graphqlHTTP|^GraphQLModule\.forRoot|\.register$/.test(path)) return []
  const [first, second] = node.arguments
  const isRegister = node.callee.kind === 'member' && node.callee.property === 'register'
  const callee = isRegister ? first : node.callee
  const name = callee && externalName(definitionOf(program, { file, node: callee }))
  const options = isRegister ? second : first
  if (!name || !options) return []
  const known = isRegister ? (name === 'mercurius' ? ['graphiql'] : undefined) : GRAPHQL_OPTIONS[name]
  if (!known) return []
  const object: ExpressionIn = { file, node: options }
  const server = name.startsWith('@nestjs/') ? optionOf(program, object, 'server') : 'absent'
  return known.flatMap(option => [
    { kind: 'schema', name: option, option: optionOf(program, object, option) },
    ...(server === 'absent'
      ? []
      : [{ kind: 'schema' as const, name: option, option: optionOf(program, server, option) }]),
  ])
}

/** https://fastapi.tiangolo.com/reference/fastapi/, https://flask.palletsprojects.com/en/stable/debugging/ */
function pythonSites(program: Program, at: In<Call>, { entries, entryPoints }: ServiceCode): readonly Site[] {
  const { file, node } = at
  const called = pathOf(node.callee)?.at(-1)
  if (called === 'FastAPI' || called === 'Starlette') {
    const name = externalName(definitionOf(program, { file, node: node.callee }))
    if (!name || !/^(?:fastapi|starlette)\./.test(name)) return []
    return [{ kind: 'errors', name: 'debug', option: keywordOf(at, 'debug') }]
  }
  // Only where the file itself is run: a server such as gunicorn takes the application and passes this by.
  const isRun = entries.includes(file.path) && entryPoints.some(one => one.kind === 'file')
  if (called !== 'run' || !isRun || node.callee.kind !== 'member') return []
  const of = typeOf(program, { file, node: node.callee.object })
  if (of?.kind !== 'external' || of.package !== 'flask' || of.path[0] !== 'Flask') return []
  return [{ kind: 'errors', name: 'debug', option: keywordOf(at, 'debug') }]
}
