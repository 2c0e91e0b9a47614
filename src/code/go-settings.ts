import type { EnvironmentRead } from './environment-reads.js'
import { tagsOf } from './go/config.js'
import type { ExpressionIn, Program } from './program.js'
import type { CodeFile, Expression, Field, Literal } from './syntax.js'
import { typeOf } from './types.js'
import { walk } from './walk.js'

type MemberIn = { readonly file: CodeFile; readonly node: Extract<Expression, { kind: 'member' }> }

/**
 * A field of a struct that a library fills from the environment, by its tag: `env:"PORT" envDefault:"80"` (caarlos0/env),
 * `envconfig:"PORT" default:"80"` (kelseyhightower), `env:"PORT" env-default:"80"` (cleanenv), `env:"PORT, default=80"`
 * (sethvargo), `mapstructure` none.
 */
export function goFieldRead(program: Program, at: MemberIn): EnvironmentRead | undefined {
  const found = fieldOf(program, at)
  return found && taggedRead(found.file, found.field, prefixOf(program, at))
}

/** The read that a field of a struct is by its tag, with what stands before all names. */
export function taggedRead(file: CodeFile, field: Field, prefix: string): EnvironmentRead | undefined {
  const tags = tagsOf(field.tag ?? '')
  const written = tags.get('env') ?? tags.get('envconfig')
  const [name = '', ...options] = (written ?? '').split(',').map(part => part.trim())
  if (name === '') return undefined
  const inline = options.find(one => one.startsWith('default='))?.slice('default='.length)
  const fallback = tags.get('envDefault') ?? tags.get('env-default') ?? inline ?? tags.get('default')
  const isRequired =
    options.some(one => one === 'required' || one === 'notEmpty') ||
    tags.get('required') === 'true' ||
    tags.has('env-required')
  return {
    variable: prefix + name,
    alternatives: [],
    isRequired: isRequired && fallback === undefined,
    ...(fallback !== undefined && { fallback: { file, node: literalOf(field, fallback) } }),
  }
}

/** The types of fields whose tags put something before the names in them. */
export function typesWithPrefix(files: readonly CodeFile[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { body } of files) {
    for (const one of body) {
      if (one.kind !== 'class') continue
      for (const member of one.members) {
        if (member.kind === 'field' && member.type && /env-?prefix/i.test(member.tag ?? ''))
          found.add(member.type.name.replace(/^\*/, ''))
      }
    }
  }
  return found
}

function fieldOf(program: Program, { file, node }: MemberIn): { file: CodeFile; field: Field } | undefined {
  const type = typeOf(program, { file, node: node.object })
  if (type?.kind !== 'class') return undefined
  const field = type.node.members.find(one => one.kind === 'field' && one.name === node.property)
  return field?.kind === 'field' ? { file: type.file, field } : undefined
}

/** `HTTP struct {…} \`envPrefix:"HTTP_"\``: what stands before the names inside, from the outermost struct on. */
function prefixOf(program: Program, { file, node }: MemberIn): string {
  let prefix = ''
  let object: Expression = node.object
  for (let steps = 0; object.kind === 'member' && steps < 8; steps++) {
    const tags = tagsOf(fieldOf(program, { file, node: object })?.field.tag ?? '')
    prefix = (tags.get('envPrefix') ?? tags.get('env-prefix') ?? '') + prefix
    object = object.object
  }
  return prefix
}

/** The text of a tag as the value that the field gets. */
function literalOf(field: Field, text: string): Literal {
  const isNumber = /^(?:u?int|float)/.test(field.type?.name ?? '') && Number.isFinite(Number(text))
  const value = isNumber ? Number(text) : field.type?.name === 'bool' ? text === 'true' : text
  return { kind: 'literal', value, start: field.start, end: field.end }
}

const defaultsOf = new WeakMap<Program, ReadonlyMap<string, ExpressionIn>>()

/** `viper.SetDefault("server.port", 8080)`, by key in small letters. */
function viperDefaults(program: Program): ReadonlyMap<string, ExpressionIn> {
  const known = defaultsOf.get(program)
  if (known) return known
  const found = new Map<string, ExpressionIn>()
  for (const file of program.files.values()) {
    if (file.language !== 'go' || !file.imports.some(one => one.from === VIPER)) continue
    walk(file.body, node => {
      if (node.kind !== 'call' || node.callee.kind !== 'member' || node.callee.property !== 'SetDefault')
        return undefined
      const [key, value] = node.arguments
      if (key?.kind === 'literal' && typeof key.value === 'string' && value)
        found.set(key.value.toLowerCase(), { file, node: value })
      return undefined
    })
  }
  defaultsOf.set(program, found)
  return found
}

const VIPER = 'github.com/spf13/viper'

/**
 * `viper.GetInt("server.port")`: the variable SERVER_PORT, as `AutomaticEnv` with the usual replacer looks for it
 * (https://github.com/spf13/viper#working-with-environment-variables), else what `SetDefault` says.
 */
export function viperRead(program: Program, name: string, key: string): EnvironmentRead | undefined {
  if (!/^github\.com\/spf13\/viper\.Get(?:String|Int|Int32|Int64|Bool|Duration|Float64)?$/.test(name)) return undefined
  const fallback = viperDefaults(program).get(key.toLowerCase())
  // What a configuration file says, only the file tells.
  if (!fallback) return undefined
  return { variable: key.toUpperCase().replaceAll(/[.-]/g, '_'), alternatives: [], isRequired: false, fallback }
}

/** `flag.Int("port", 8080, …)`: what it is when nobody says otherwise on the command line. */
export function flagDefault(name: string, given: readonly Expression[]): Expression | undefined {
  const [, shorthand] =
    /^(?:flag|github\.com\/spf13\/pflag)\.(?:String|Int|Int64|Uint|Uint64|Bool|Float64|Duration)(P?)$/.exec(name) ?? []
  return shorthand === undefined ? undefined : given[shorthand === 'P' ? 2 : 1]
}
