import fc from 'fast-check'

const name = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('orders', 'customer_id', 'total', 'created_at', 'key', 'value', 'type', 'status', 'b'),
  },
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ;(),']{0,6}$/).map(text => `"${text}"`),
)
const table = fc.oneof(
  name,
  name.map(one => `public.${one}`),
)
const type = fc.constantFrom(
  ...[
    'int',
    'bigint',
    'text',
    'varchar(20)',
    'character varying(20)',
    'numeric(12, 2)',
    'double precision',
    'real',
    'uuid',
  ],
  ...[
    'timestamp with time zone',
    'timestamp(3) without time zone',
    'timestamptz',
    'date',
    'boolean',
    'jsonb',
    'text[]',
    'bytea',
  ],
  ...['serial', 'float', 'float8', 'decimal', 'int4', 'char(3)', 'smallint', 'interval', 'inet', 'money'],
)
const value = fc.constantFrom(
  '0',
  "'it''s; x'",
  'now()',
  '(1 + 2)',
  "'{}'::jsonb",
  'NULL',
  "E'a\\'b'",
  '$$a;b$$',
  'false',
)
const columns = fc.uniqueArray(name, { minLength: 1, maxLength: 3 })
const constraint = fc.oneof(
  fc.constantFrom('NOT NULL', 'NULL', 'PRIMARY KEY', 'UNIQUE', 'CHECK (1 > 0)', 'CONSTRAINT c UNIQUE'),
  value.map(one => `DEFAULT ${one}`),
  fc.tuple(table, fc.constantFrom('', ' (id)', ' ON DELETE CASCADE')).map(([of, rest]) => `REFERENCES ${of}${rest}`),
)
/** What a column may say once only. */
const kindOf = (text: string) =>
  text
    .replace(/^CONSTRAINT c /, '')
    .split(' ')
    .slice(0, 1)
    .join()
    .replace(/^NOT$/, 'NULL')
const column = fc
  .tuple(name, type, fc.uniqueArray(constraint, { maxLength: 3, selector: kindOf }))
  .map(parts => parts.flat().join(' '))
const tableConstraint = fc.oneof(
  columns.map(of => `PRIMARY KEY (${of.join(', ')})`),
  columns.map(of => `CONSTRAINT u UNIQUE (${of.join(',')})`),
  fc.tuple(columns, table).map(([of, to]) => `FOREIGN KEY (${of.join(', ')}) REFERENCES ${to}`),
  fc.constant("CHECK (a <> 'x;')"),
)
const createTable = fc
  .tuple(
    fc.constantFrom('', 'IF NOT EXISTS '),
    table,
    fc.array(column, { minLength: 1, maxLength: 4 }),
    fc.array(tableConstraint, { maxLength: 2 }),
  )
  .map(([unless, of, all, rest]) => `CREATE TABLE ${unless}${of} (\n  ${[...all, ...rest].join(',\n  ')}\n)`)
const indexed = fc.oneof(
  { weight: 4, arbitrary: name },
  name.map(one => `lower(${one})`),
  name.map(one => `${one} DESC`),
  fc.constant('(1 + 2)'),
)
const createIndex = fc
  .tuple(
    fc.constantFrom('', 'UNIQUE '),
    fc.constantFrom('', 'CONCURRENTLY '),
    fc.option(name),
    table,
    fc.constantFrom('', ' USING gin', ' USING btree'),
    fc.array(indexed, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', ' WHERE a IS NULL'),
  )
  .map(
    ([unique, concurrently, of, on, using, items, where]) =>
      `CREATE ${unique}INDEX ${concurrently}${of === null ? '' : `${of} `}ON ${on}${using} (${items.join(', ')})${where}`,
  )
const action = fc.oneof(
  column.map(one => `ADD COLUMN ${one}`),
  column.map(one => `ADD ${one}`),
  tableConstraint.map(one => `ADD ${one}`),
  name.map(one => `DROP COLUMN ${one}`),
  name.map(one => `DROP CONSTRAINT ${one} CASCADE`),
  fc.tuple(name, type).map(([of, to]) => `ALTER COLUMN ${of} TYPE ${to}`),
  name.map(one => `ALTER ${one} SET NOT NULL`),
)
const alterTable = fc
  .tuple(fc.constantFrom('', 'ONLY ', 'IF EXISTS '), table, fc.array(action, { minLength: 1, maxLength: 3 }))
  .map(([before, of, actions]) => `ALTER TABLE ${before}${of} ${actions.join(', ')}`)
const drop = fc
  .tuple(fc.constantFrom('TABLE', 'INDEX', 'TABLE IF EXISTS'), fc.array(table, { minLength: 1, maxLength: 2 }))
  .map(([what, of]) => `DROP ${what} ${of.join(', ')}`)
const other = fc.constantFrom(
  ...[
    "INSERT INTO a VALUES ('x;y')",
    'SELECT 1 /* ; /* nested */ ; */',
    'DO $x$ BEGIN NULL; END $x$',
    'SELECT -- ;\n 1',
  ],
  ...[
    'CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END',
    'BEGIN',
  ],
)
const statement = fc.oneof(createTable, createIndex, alterTable, drop, other)
const gap = fc.constantFrom(';\n', ';', '; -- next;\n', ';\n/* ; */\n', ';;\n')

/** Scripts of PostgreSQL out of a grammar, the same ones for a seed. */
export function generateSql(seed: number, count: number): readonly string[] {
  const script = fc.array(fc.tuple(statement, gap), { minLength: 1, maxLength: 4 }).map(parts => parts.flat().join(''))
  return fc.sample(script, { seed, numRuns: count })
}
