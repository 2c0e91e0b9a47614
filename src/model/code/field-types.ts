import type { FieldType } from './schema.js'

/** Types of SQL by their first word, without arguments. */
const SQL_TYPES: readonly (readonly [RegExp, FieldType])[] = [
  [/^(?:float|double|real|float4|float8|binary_float|binary_double)\b/, 'float'],
  [/^(?:decimal|dec|numeric|number|fixed|money|smallmoney)\b/, 'decimal'],
  [/^(?:big|small|medium|tiny)?int(?:eger)?\d?\b|^int\d|^(?:big|small)?serial\d?\b|^year\b|^oid\b/, 'integer'],
  [/^(?:timestamp|timestamptz|date|datetime\d?|smalldatetime|datetimeoffset)\b/, 'date'],
  [/^(?:bool|boolean|bit)\b/, 'boolean'],
  [/^jsonb?\b/, 'json'],
  [/^(?:uuid|uniqueidentifier)\b/, 'uuid'],
  [/^(?:bytea|(?:tiny|medium|long)?blob|(?:var)?binary|image|raw)\b/, 'binary'],
  [/^enum\b|^set\b/, 'enum'],
  [/^(?:n?(?:var)?char|bpchar|character|(?:tiny|medium|long|ci|n)?text|string|clob|name|varchar2|citext)/, 'text'],
]

/** The neutral type of a column of SQL: `numeric(20,8)` is decimal, an array or anything unknown is other. */
export function sqlFieldType(written: string): FieldType {
  const type = written.toLowerCase().replace(/^pg_catalog\./, '')
  if (type.endsWith(']')) return 'other'
  return SQL_TYPES.find(([pattern]) => pattern.test(type))?.[1] ?? 'other'
}

/** Scalar types of Prisma (https://www.prisma.io/docs/orm/reference/prisma-schema-reference#model-field-scalar-types). */
const PRISMA_TYPES: ReadonlyMap<string, FieldType> = new Map([
  ['String', 'text'],
  ['Boolean', 'boolean'],
  ['Int', 'integer'],
  ['BigInt', 'integer'],
  ['Float', 'float'],
  ['Decimal', 'decimal'],
  ['DateTime', 'date'],
  ['Json', 'json'],
  ['Bytes', 'binary'],
  ['Unsupported', 'other'],
])

/** The neutral type of a scalar of Prisma; undefined for names of models, enums and composite types. */
export function prismaFieldType(name: string): FieldType | undefined {
  return PRISMA_TYPES.get(name)
}
