/** The part of JSON Schema that the schema of the configuration uses. */
interface Schema {
  readonly type?: string
  readonly description?: string
  readonly enum?: readonly string[]
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly anyOf?: readonly Schema[]
  readonly required?: readonly string[]
}

/**
 * The reference of the configuration in Markdown, from its schema: a table of all keys, and a section with a table for
 * each key that has keys of its own.
 */
export function configurationKeys(schema: Schema): string {
  const keys = Object.entries(schema.properties ?? {}).filter(([name]) => name !== '$schema')
  const sections = keys.flatMap(([name, value]) => {
    const inner = detailsOf(value)
    if (!inner?.properties) return []
    return [`## ${name}\n\n${value.description ?? ''}\n\n${table(inner)}`]
  })
  return `${[table({ ...schema, properties: Object.fromEntries(keys) }), ...sections].join('\n\n')}\n`
}

/** The object with keys of its own that a value is, or is a list or a map of. */
function detailsOf({ properties, items, additionalProperties, anyOf, ...rest }: Schema): Schema | undefined {
  if (properties) return { ...rest, properties }
  if (items) return detailsOf(items)
  if (typeof additionalProperties === 'object') return detailsOf(additionalProperties)
  return anyOf?.map(detailsOf).find(one => one !== undefined)
}

function table({ properties = {}, required = [] }: Schema): string {
  const rows = Object.entries(properties).map(([name, value]) => {
    const linked = detailsOf(value) ? `[\`${name}\`](#${name})` : `\`${name}\``
    const initial = required.includes(name)
      ? 'needed'
      : value.default === undefined
        ? ''
        : `\`${shown(value.default)}\``
    return `| ${linked} | ${cell(kindOf(value))} | ${initial} | ${cell(value.description ?? '')} |`
  })
  return `| Key | Value | Default | |\n|---|---|---|---|\n${rows.join('\n')}`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

/** What a value may be, in words. */
function kindOf(schema: Schema): string {
  if (schema.anyOf) return listed(schema.anyOf.map(kindOf))
  if (schema.enum) return listed(schema.enum.map(one => `\`${one}\``))
  if (schema.items) return schema.items.properties ? 'a list' : `a list of ${schema.items.type}s`
  if (schema.properties || schema.type === 'object') return 'an object'
  if (schema.type === 'boolean') return '`true` or `false`'
  if (schema.minimum !== undefined)
    return schema.maximum === undefined ? `a number from ${schema.minimum}` : `${schema.minimum} to ${schema.maximum}`
  if (schema.exclusiveMinimum !== undefined) return `a number above ${schema.exclusiveMinimum}`
  return `a ${schema.type}`
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`
}

/** A default as it is written in a configuration. */
function shown(value: unknown): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value)
}
