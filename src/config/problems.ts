import { CATEGORIES, type Category } from '../finding.js'
import type { Span } from '../source.js'
import { didYouMean } from '../suggest.js'
import type { Data, LocatedData } from './data.js'
import { CONFIG_SCHEMA } from './schema.js'
import validateGenerated from './validate.generated.js'

interface SchemaError {
  readonly instancePath: string
  readonly schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message?: string
}

type Validator = ((data: unknown) => boolean) & { readonly errors?: readonly SchemaError[] | null }

const validate = validateGenerated as unknown as Validator

/** Everything wrong with a configuration, in the order of the file: what the schema forbids, and rules that do not exist. */
export function problemsOf(data: LocatedData, names: ReadonlySet<string>): readonly { at: Span; message: string }[] {
  const problems: { at: Span; message: string }[] = []
  const add = (at: Span | undefined, message: string) => {
    const known = at ?? data.valueAt.get('')
    if (known && !problems.some(other => other.at.start === known.start)) problems.push({ at: known, message })
  }
  if (!validate(data.value)) {
    for (const error of innermost(validate.errors ?? [])) {
      const key = error.params.additionalProperty
      if (typeof key === 'string') {
        const pointer = `${error.instancePath}/${escapePointer(key)}`
        add(data.keyAt.get(pointer), `unknown key "${key}"${didYouMean(key, keysAt(error.instancePath))}`)
      } else add(data.valueAt.get(error.instancePath), sentenceOf(error))
    }
  }
  for (const [pointer, at] of data.keyAt) {
    const pattern = /^\/rules\/([^/]+)$/.exec(pointer)?.[1]?.replaceAll('~1', '/').replaceAll('~0', '~')
    if (pattern === undefined || names.has(pattern)) continue
    add(at, `unknown rule "${pattern}"${didYouMean(pattern, names) || '; "erp-audit rules" lists them'}`)
  }
  if (CATEGORIES.every(category => weightIn(data.value, category) === 0)) {
    add(data.keyAt.get('/weights'), 'every weight is 0, so that nothing can be scored; give one category a weight')
  }
  return problems.sort((a, b) => a.at.start - b.at.start)
}

/** `anyOf` reports every branch, and a summary that says nothing: what matters is the branch whose type is right. */
function innermost(errors: readonly SchemaError[]): readonly SchemaError[] {
  const isMismatch = ({ keyword, schemaPath }: SchemaError) =>
    schemaPath.includes('/anyOf/') && (keyword === 'type' || keyword === 'enum')
  const own = errors.filter(error => error.keyword !== 'anyOf')
  return own.filter(error => {
    const isBelow = (other: SchemaError) => other.instancePath.startsWith(`${error.instancePath}/`)
    const says = (other: SchemaError) =>
      isBelow(other) || (other.instancePath === error.instancePath && !isMismatch(other))
    return !isMismatch(error) || !own.some(says)
  })
}

function weightIn(value: Data, category: Category): unknown {
  const weights = entryOf(value, 'weights')
  return entryOf(weights, category)
}

function entryOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}

function sentenceOf(error: SchemaError): string {
  const name = nameOf(error.instancePath)
  const values = error.params.allowedValues
  if (Array.isArray(values)) return `${name} is one of ${values.join(', ')}`
  if (error.keyword === 'required') return `${name} needs the key "${String(error.params.missingProperty)}"`
  if (error.keyword === 'pattern') return `${name} is a size such as 512m or 16g`
  if (error.keyword === 'minItems') return `${name} needs at least one entry`
  if (error.keyword === 'minimum') return `${name} must be ${String(error.params.limit)} or more`
  if (error.keyword === 'maximum') return `${name} must be ${String(error.params.limit)} or less`
  if (error.keyword === 'exclusiveMinimum') return `${name} must be more than ${String(error.params.limit)}`
  if (error.keyword === 'type') return `${name} must be ${article(String(error.params.type))}`
  return `${name} ${error.message ?? 'is not valid'}`
}

/** `"minScore"`, or for an entry of a list `an entry of "deployments"`. */
function nameOf(pointer: string): string {
  if (pointer === '') return 'the configuration'
  const isEntry = /\/\d+$/.test(pointer)
  return isEntry ? `an entry of "${lastOf(pointer.replace(/\/\d+$/, ''))}"` : `"${lastOf(pointer)}"`
}

function article(type: string): string {
  if (type === 'array') return 'a list'
  if (type === 'object') return 'a map'
  return `a ${type}`
}

function lastOf(pointer: string): string {
  return pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The keys that the schema knows at a place. */
function keysAt(pointer: string): readonly string[] {
  const properties = CONFIG_SCHEMA.properties
  if (pointer === '') return Object.keys(properties)
  if (pointer === '/weights') return CATEGORIES
  if (pointer === '/host') return Object.keys(properties.host.properties)
  if (pointer.startsWith('/deployments/')) return Object.keys(properties.deployments.items.properties)
  return pointer.startsWith('/rules/') ? ['severity', 'ignore', 'reason'] : []
}
