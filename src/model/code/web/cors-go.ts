import { definitionOf } from '../../../code/definitions.js'
import { goFieldValue } from '../../../code/go-fields.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import { functionsAround } from '../../../code/scopes.js'
import type { Call, CodeFile, Expression } from '../../../code/syntax.js'
import type { Environment, Value } from '../../../code/values.js'
import { peel, walk } from '../../../code/walk.js'
import { outsideName } from '../go/outside-calls.js'
import type { CorsPolicy } from './cors.js'
import { claimedByBeginning, claimedByEnd, claimedByPart, type OriginClaim } from './cors-claims.js'
import type { Origins } from './cors-origins.js'
import { isOn, valueIn } from './options.js'

/** What a library of Go does with the origins that it is told. */
interface Library {
  readonly name: string
  /** The call that makes the policy, by import path and name. */
  readonly call: RegExp
  readonly origins: string
  /** The option that lets in all. */
  readonly all?: string
  /** Options that are functions which decide. */
  readonly decides: RegExp
  /** What is let in where no option tells. */
  readonly otherwise: Origins
  /** What `*` does beside credentials; `limited`: the program does not start with both. */
  readonly star: Origins
  /** Whether a `*` within an origin stands for anything, or the option that switches it on. */
  readonly patterns: boolean | string
  /** Its options are calls, not fields. */
  readonly isByCalls?: boolean
}

/**
 * https://pkg.go.dev/github.com/rs/cors#Options, https://pkg.go.dev/github.com/go-chi/cors#Options,
 * https://pkg.go.dev/github.com/gin-contrib/cors#Config, https://echo.labstack.com/docs/middleware/cors,
 * https://docs.gofiber.io/api/middleware/cors (which panics for `*` with credentials)
 */
const LIBRARIES: readonly Library[] = [
  {
    name: 'cors',
    call: /^github\.com\/(?:rs|go-chi)\/cors\.(?:New|Handler)$/,
    origins: 'AllowedOrigins',
    decides: /^AllowOrigin(?:Request|VaryRequest)?Func$/,
    otherwise: 'any',
    star: 'any',
    patterns: true,
  },
  {
    name: 'gin-contrib/cors',
    call: /^github\.com\/gin-contrib\/cors\.New$/,
    origins: 'AllowOrigins',
    all: 'AllowAllOrigins',
    decides: /^AllowOrigin(?:WithContext)?Func$/,
    otherwise: 'limited',
    star: 'any',
    patterns: 'AllowWildcard',
  },
  {
    name: 'CORSWithConfig',
    call: /^github\.com\/labstack\/echo\/v\d+\/middleware\.CORSWithConfig$/,
    origins: 'AllowOrigins',
    decides: /^(?:Unsafe)?AllowOriginFunc$/,
    otherwise: 'any',
    star: 'any',
    patterns: true,
  },
  {
    name: 'fiber/cors',
    call: /^github\.com\/gofiber\/fiber\/v\d+\/middleware\/cors\.New$/,
    origins: 'AllowOrigins',
    decides: /^AllowOriginsFunc$/,
    otherwise: 'limited',
    star: 'limited',
    patterns: false,
  },
  {
    name: 'gorilla/handlers',
    call: /^github\.com\/gorilla\/handlers\.CORS$/,
    origins: 'AllowedOrigins',
    decides: /^AllowedOriginValidator$/,
    otherwise: 'any',
    star: 'any',
    patterns: false,
    isByCalls: true,
  },
]

/** A policy, as an environment makes it. */
export type PolicyIn = (environment: Environment) => CorsPolicy

type Fields = ReadonlyMap<string, Expression>

/** The policy that a call of a library of Go makes; undefined where it makes none. */
export function goPolicy(program: Program, at: In<Call>): PolicyIn | undefined {
  const { file, node } = at
  const name = outsideName(program, file, node.callee)
  const library = name === undefined ? undefined : LIBRARIES.find(({ call }) => call.test(name))
  if (!library) return undefined
  const fields = library.isByCalls ? calledOptions(node) : fieldsOf(program, at)
  const { start, end } = fields?.get(library.origins) ?? node
  const shown = { library: library.name, at: { path: file.path, start, end } }
  if (!fields) return () => ({ ...shown, origin: 'unknown', credentials: undefined })
  return environment => {
    const reading: Reading = { program, file, fields, environment, library }
    const origin = originsOf(reading)
    const claim = origin === 'limited' ? claimIn(reading) : undefined
    return { ...shown, origin, credentials: isSet(reading, 'AllowCredentials'), ...(claim && { claim }) }
  }
}

interface Reading {
  readonly program: Program
  readonly file: CodeFile
  readonly fields: Fields
  readonly environment: Environment
  readonly library: Library
}

function isSet({ program, file, fields, environment, library }: Reading, key: string): boolean | undefined {
  const node = fields.get(key)
  if (!node || library.isByCalls) return node !== undefined
  return isOn(program, { file, node }, environment, false)
}

function originsOf(reading: Reading): Origins {
  const { program, file, fields, library } = reading
  const decides = [...fields].find(([key]) => library.decides.test(key))?.[1]
  if (decides) return ofFunction(program, { file, node: decides })
  const all = library.all === undefined ? false : isSet(reading, library.all)
  if (all === undefined) return 'unknown'
  if (all) return library.star
  const told = fields.get(library.origins)
  return told ? listed(reading, { file, node: told }, DEEPEST) : library.otherwise
}

/** The fields of `cors.Options{…}`, also by a name that is given more of them: `config.AllowAllOrigins = true`. */
function fieldsOf(program: Program, { file, node }: In<Call>): Fields | undefined {
  const [first] = node.arguments
  if (!first) return new Map()
  const given = pointed(first)
  const value = given.kind === 'name' ? writtenBehind(program, { file, node: given }) : given
  if (value?.kind !== 'call') return undefined
  const [body] = value.arguments
  const isDefault = !value.isNew && value.callee.kind === 'member' && value.callee.property === 'DefaultConfig'
  if (!isDefault && (!value.isNew || body?.kind === 'array')) return undefined
  const fields = new Map<string, Expression>()
  for (const one of body?.kind === 'object' ? body.entries : [])
    if (one.kind === 'entry' && one.key !== undefined) fields.set(one.key, one.value)
  if (given.kind !== 'name') return fields
  const around = functionsAround(file, node.start)[0]
  walk(around ? around.body : file.body, one => {
    if (one.kind !== 'assign' || one.target.kind !== 'member') return undefined
    const { object, property } = one.target
    if (object.kind === 'name' && object.name === given.name) fields.set(property, one.value)
    return undefined
  })
  return fields
}

function writtenBehind(program: Program, at: ExpressionIn): Expression | undefined {
  const found = definitionOf(program, at)
  return found.kind === 'expression' && found.file === at.file ? pointed(found.node) : undefined
}

/** `&x` as `x`. */
function pointed(node: Expression): Expression {
  const inner = peel(node)
  return inner.kind === 'unary' && inner.operator === '&' ? peel(inner.value) : inner
}

/** Options that are calls: `handlers.CORS(handlers.AllowedOrigins(names), handlers.AllowCredentials())`. */
function calledOptions({ arguments: given }: Call): Fields {
  return new Map(
    given.flatMap((one): [string, Expression][] => {
      const call = peel(one)
      if (call.kind !== 'call' || call.callee.kind !== 'member') return []
      return [[call.callee.property, call.arguments[0] ?? call]]
    }),
  )
}

/** A function that agrees to all: `func(origin string) bool { return true }`. */
function ofFunction(program: Program, at: ExpressionIn): Origins {
  const found = definitionOf(program, at)
  const given = peel(at.node)
  const fn = found.kind === 'function' ? found.node : given.kind === 'function' ? given : undefined
  if (!fn) return 'unknown'
  const [only, more] = fn.body
  const answer = only?.kind === 'return' && !more ? only.value : undefined
  return answer?.kind === 'literal' && answer.value === true ? 'reflected' : 'limited'
}

const DEEPEST = 6

/** What a list, or a text with several, lets in. */
function listed(reading: Reading, at: ExpressionIn, steps: number): Origins {
  const { program, environment } = reading
  const node = peel(at.node)
  if (steps <= 0) return 'unknown'
  if (node.kind === 'call') {
    const [first] = node.arguments
    if (node.isNew && first?.kind === 'array')
      return together(
        first.elements.map(one => ofText(reading, valueIn(program, { file: at.file, node: one }, environment))),
      )
    // Where the text is not known, whoever sets it names origins.
    if (outsideName(program, at.file, node.callee) === 'strings.Split' && first) {
      const value = valueIn(program, { file: at.file, node: first }, environment)
      return value.kind === 'known' ? ofText(reading, value) : 'limited'
    }
  }
  if (node.kind === 'array')
    return together(
      node.elements.map(one => ofText(reading, valueIn(program, { file: at.file, node: one }, environment))),
    )
  if (node.kind === 'member' || node.kind === 'name') {
    const field = goFieldValue(program, { file: at.file, node })
    const found = definitionOf(program, { file: at.file, node })
    const behind = field ?? (found.kind === 'expression' ? { file: found.file, node: found.node } : undefined)
    if (behind) return listed(reading, behind, steps - 1)
  }
  return ofText(reading, valueIn(program, at, environment))
}

function ofText({ library, program, file, fields, environment }: Reading, value: Value): Origins {
  if (value.kind !== 'known') return 'unknown'
  if (typeof value.value !== 'string' || value.value === '') return 'limited'
  const { patterns } = library
  const takesPatterns =
    typeof patterns === 'boolean' ? patterns : isSet({ library, program, file, fields, environment }, patterns) === true
  return together(
    value.value.split(/[\s,]+/).map(one => {
      if (one === '*') return library.star
      return takesPatterns && /^(?:\w+:\/\/)?\*$/.test(one) ? 'reflected' : 'limited'
    }),
  )
}

function together(parts: readonly Origins[]): Origins {
  const kinds: readonly Origins[] = ['any', 'reflected', 'unknown']
  return kinds.find(kind => parts.includes(kind)) ?? 'limited'
}

/** What a part of an origin is compared with, in a function that returns just that, or in a name with a `*` in it. */
function claimIn({ program, file, fields, library, environment }: Reading): OriginClaim | undefined {
  const decides = [...fields].find(([key]) => library.decides.test(key))?.[1]
  if (decides) {
    const found = definitionOf(program, { file, node: decides })
    const given = peel(decides)
    const fn = found.kind === 'function' ? found : given.kind === 'function' ? { file, node: given } : undefined
    const [only, more] = fn?.node.body ?? []
    return fn && only?.kind === 'return' && only.value && !more
      ? claimOfTest(program, { file: fn.file, node: only.value }, 5)
      : undefined
  }
  const told = fields.get(library.origins)
  const list = told?.kind === 'call' && told.isNew ? told.arguments[0] : told
  const takesPatterns =
    typeof library.patterns === 'boolean'
      ? library.patterns
      : isSet({ program, file, fields, library, environment }, library.patterns) === true
  if (list?.kind !== 'array' || !takesPatterns) return undefined
  for (const one of list.elements.slice(0, 100)) {
    const text = one.kind === 'literal' && typeof one.value === 'string' ? one.value : ''
    const claim = text.includes('*') ? claimedByEnd(text.slice(text.lastIndexOf('*') + 1)) : undefined
    if (claim) return { ...claim, asked: `matches ${text}` }
  }
  return undefined
}

const CLAIMS: ReadonlyMap<string, (text: string) => OriginClaim | undefined> = new Map([
  ['strings.HasSuffix', claimedByEnd],
  ['strings.HasPrefix', claimedByBeginning],
  ['strings.Contains', claimedByPart],
])

function claimOfTest(program: Program, { file, node }: ExpressionIn, steps: number): OriginClaim | undefined {
  const inner = peel(node)
  if (steps <= 0) return undefined
  if (inner.kind === 'binary' && inner.operator === '||')
    return (
      claimOfTest(program, { file, node: inner.left }, steps - 1) ??
      claimOfTest(program, { file, node: inner.right }, steps - 1)
    )
  if (inner.kind !== 'call') return undefined
  const text = inner.arguments[1]
  const claimed = CLAIMS.get(outsideName(program, file, inner.callee) ?? '')
  return text?.kind === 'literal' && typeof text.value === 'string' ? claimed?.(text.value) : undefined
}
