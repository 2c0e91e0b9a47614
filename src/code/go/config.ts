import { packageOf, typeNamed } from './packages.js'
import type { GoRun } from './run.js'
import { type GoSite, type GoStruct, type GoValue, NIL, pointed, UNKNOWN } from './values.js'

/** Libraries that fill a struct from the environment, by its tags: where the variable and the default stand. */
const FILLERS: readonly {
  readonly name: RegExp
  readonly variable: string
  readonly fallback: string
  /** Which argument is the struct; in front of it may be a prefix. */
  readonly argument: number
}[] = [
  {
    name: /^github\.com\/kelseyhightower\/envconfig\.(?:Must)?Process$/,
    variable: 'envconfig',
    fallback: 'default',
    argument: 1,
  },
  {
    name: /^github\.com\/caarlos0\/env(?:\/v\d+)?\.Parse(?:WithOptions)?$/,
    variable: 'env',
    fallback: 'envDefault',
    argument: 0,
  },
  { name: /^github\.com\/ilyakaznacheev\/cleanenv\.ReadEnv$/, variable: 'env', fallback: 'env-default', argument: 0 },
  {
    name: /^github\.com\/ilyakaznacheev\/cleanenv\.ReadConfig$/,
    variable: 'env',
    fallback: 'env-default',
    argument: 1,
  },
  { name: /^github\.com\/sethvargo\/go-envconfig\.Process$/, variable: 'env', fallback: 'default', argument: 1 },
]

/** `envconfig.Process("", &cfg)` and its like: the fields get what the environment or the default in the tag says. */
export function filledFromTags(run: GoRun, name: string, site: GoSite): GoValue | undefined {
  const filler = FILLERS.find(one => one.name.test(name))
  if (!filler) return undefined
  const target = site.arguments[filler.argument]
  const struct = target && pointed(target)
  const prefix =
    filler.argument === 1 && site.arguments[0]?.kind === 'plain' ? String(site.arguments[0].value ?? '') : ''
  if (struct?.kind === 'struct') fill(run, struct, filler, prefix === '' ? '' : `${prefix.toUpperCase()}_`, 4)
  return NIL
}

function fill(run: GoRun, struct: GoStruct, filler: (typeof FILLERS)[number], prefix: string, depth: number): void {
  const declared = struct.type && packageOf(run.program, struct.type.file).structs.get(struct.type.name)
  if (!declared || depth <= 0) return
  for (const field of declared.node.members) {
    if (field.kind !== 'field') continue
    const tags = tagsOf(field.tag ?? '')
    const [written = ''] = (tags.get(filler.variable) ?? '').split(',')
    const type = field.type && typeNamed(run.program, declared.file, field.type.name)
    if (type?.kind === 'own' && packageOf(run.program, type.file).structs.has(type.name)) {
      const inner: GoStruct = { kind: 'struct', type, fields: new Map(), at: struct.at, isOpen: true }
      struct.fields.set(field.name, inner)
      fill(run, inner, filler, prefix + (tags.get('envPrefix') ?? ''), depth - 1)
      continue
    }
    const variable = written !== '' ? written : filler.variable === 'envconfig' ? field.name.toUpperCase() : undefined
    if (variable === undefined) continue
    const fallback = tags.get(filler.fallback) ?? /(?:^|,)default=([^,]*)/.exec(tags.get(filler.variable) ?? '')?.[1]
    const at = { path: declared.file.path, start: field.start, end: field.end }
    struct.fields.set(field.name, settingValue(run, prefix + variable, fallback, field.type?.name ?? 'string', at))
  }
}

function settingValue(
  run: GoRun,
  variable: string,
  fallback: string | undefined,
  type: string,
  at: GoStruct['at'],
): GoValue {
  const fact = run.environment(variable)
  if (fact && !fact.known) return { kind: 'unknown', because: fact.because }
  const written = fact ? fact.value : fallback
  const variables = [variable]
  if (written === undefined) return { kind: 'unknown', because: `${variable} is not set` }
  const place = fact ? fact.at : at
  if (/^u?int/.test(type) && /^\d+$/.test(written))
    return { kind: 'plain', value: Number(written), at: place, variables, isFallback: !fact }
  if (type === 'bool')
    return { kind: 'plain', value: written === 'true' || written === '1', at: place, variables, isFallback: !fact }
  return type === 'string' ? { kind: 'plain', value: written, at: place, variables, isFallback: !fact } : UNKNOWN
}

/** `key:"value"` pairs of a tag: https://pkg.go.dev/reflect#StructTag */
export function tagsOf(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, key = '', value = ''] of tag.matchAll(/([^\s:"]+):"((?:\\.|[^"\\])*)"/g))
    if (!found.has(key)) found.set(key, value.replace(/\\(.)/g, '$1'))
  return found
}
