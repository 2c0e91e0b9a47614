import fc from 'fast-check'

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,8}$/)
const text = fc.stringMatching(/^[a-z (){}[\]@:,=.0-9_/'-]{0,12}$/).map(inner => JSON.stringify(inner))
const number = fc.oneof(fc.integer({ min: -99, max: 9_999 }).map(String), fc.constantFrom('0.5', '-1.25', '100'))

const plain = fc.oneof(text, number, name, fc.constantFrom('true', 'false', 'Cascade', 'Desc'))
const call = fc.tuple(name, fc.array(plain, { maxLength: 2 })).map(([of, given]) => `${of}(${given.join(', ')})`)
const item = fc.oneof(plain, call)
const list = fc.array(item, { minLength: 1, maxLength: 3 }).map(items => `[${items.join(', ')}]`)
const argument = fc
  .tuple(fc.option(fc.constantFrom('fields', 'references', 'map', 'name', 'onDelete', 'sort')), fc.oneof(item, list))
  .map(([key, value]) => (key === null ? value : `${key}: ${value}`))
const given = fc.array(argument, { maxLength: 3 }).map(all => (all.length === 0 ? '' : `(${all.join(', ')})`))

const attributeName = fc.constantFrom(
  'id',
  'unique',
  'default',
  'relation',
  'map',
  'db.VarChar',
  'db.Decimal',
  'updatedAt',
  'ignore',
)
const attribute = fc.tuple(attributeName, given).map(([of, behind]) => `@${of}${behind}`)
const blockAttribute = fc
  .tuple(fc.constantFrom('id', 'unique', 'index', 'map', 'fulltext', 'schema'), given)
  .map(([of, behind]) => `@@${of}${behind}`)

const field = fc
  .tuple(
    name,
    fc.constantFrom('Int', 'String', 'DateTime', 'Decimal', 'User', 'Role'),
    fc.constantFrom('', '?', '[]'),
    fc.array(attribute, { maxLength: 3 }),
  )
  .map(([of, type, kind, attributes]) => [of, `${type}${kind}`, ...attributes].join(' '))
const lineOfModel = fc.oneof({ weight: 5, arbitrary: field }, blockAttribute, fc.constantFrom('', '// c', '/// d'))

const model = fc
  .tuple(fc.constantFrom('model', 'view', 'type'), name, fc.array(lineOfModel, { minLength: 1, maxLength: 6 }))
  .map(([kind, of, lines]) => `${kind} ${of} {\n${lines.map(line => `  ${line}\n`).join('')}}`)
const enumeration = fc
  .tuple(name, fc.array(fc.stringMatching(/^[A-Z][A-Z_]{0,6}$/), { minLength: 1, maxLength: 4 }))
  .map(([of, values]) => `enum ${of} {\n${values.map(value => `  ${value}\n`).join('')}}`)
const settings = fc
  .tuple(
    fc.constantFrom('datasource', 'generator'),
    name,
    fc.array(fc.tuple(name, fc.oneof(text, call, list)), { minLength: 1, maxLength: 3 }),
  )
  .map(([kind, of, all]) => `${kind} ${of} {\n${all.map(([key, value]) => `  ${key} = ${value}\n`).join('')}}`)

/** Schemas out of a grammar, the same ones for a seed. */
export function generatePrisma(seed: number, count: number): readonly string[] {
  const schema = fc
    .array(fc.oneof({ weight: 4, arbitrary: model }, enumeration, settings), { minLength: 1, maxLength: 4 })
    .map(blocks => `${blocks.join('\n\n')}\n`)
  return fc.sample(schema, { seed, numRuns: count })
}
