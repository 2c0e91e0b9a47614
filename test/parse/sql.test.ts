import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSql } from '../../src/parse/sql/split.js'
import { parseSql, type SqlChange } from '../../src/parse/sql.js'
import { millisecondsSince } from '../support/processor-time.js'

function statements(text: string): readonly string[] {
  return splitSql({ path: 'a.sql', text }).map(({ start, end }) => text.slice(start, end))
}

function changes(text: string): readonly SqlChange[] {
  return parseSql({ path: 'a.sql', text }).changes
}

/** A change as one line. */
function lineOf(change: SqlChange): string {
  switch (change.kind) {
    case 'create-table': {
      const columns = change.table.columns.map(({ name, type, nullable }) => `${name} ${type}${nullable ? '?' : ''}`)
      const keys = change.table.keys.map(
        ({ kind, columns: of, references }) => `${kind}(${of.join(',')})${references ?? ''}`,
      )
      return `create ${change.table.name}: ${[...columns, ...keys].join('; ')}`
    }
    case 'add-key':
      return `key ${change.table}: ${change.key.kind} ${change.key.name ?? '-'} (${change.key.columns.map(one => one ?? '…').join(',')})`
    case 'add-column':
      return `add ${change.table}.${change.column.name} ${change.column.type}`
    case 'change-column':
      return `change ${change.table}.${change.was}: ${JSON.stringify({ ...change.column, at: undefined })}`
    case 'drop-column':
      return `drop ${change.table}.${change.column}`
    case 'drop-key':
      return `drop key ${change.table ?? '*'} ${change.name}`
    case 'rename-table':
      return `rename ${change.table} ${change.to}`
    default:
      return `${change.kind} ${change.table}`
  }
}

describe('splitSql', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'quotes',
      `select 'a;b''c;'; select "x;y"; select E'a\\';b'`,
      [`select 'a;b''c;'`, `select "x;y"`, `select E'a\\';b'`],
    ],
    ['a backslash that is none', `select 'C:\\'; select 1`, [`select 'C:\\'`, 'select 1']],
    ['dollar quotes', 'do $$ begin; end $$; do $a$ ; $$ ; $a$;', ['do $$ begin; end $$', 'do $a$ ; $$ ; $a$']],
    ['comments', '-- a;\nselect 1 /* ; /* ; */ ; */ + 2; -- b', ['select 1 /* ; /* ; */ ; */ + 2']],
    ['data', "COPY t (a) FROM stdin;\n1\t;don't\n\\.\nselect 2;", ['COPY t (a) FROM stdin', 'select 2']],
    ['commands of psql', '\\set ON_ERROR_STOP on\nselect 1 \\gexec\n\\c db\nselect 2;', ['select 1', 'select 2']],
    [
      'the delimiters of mysql',
      'DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END//\nDELIMITER ;\nSELECT `a;b`;',
      ['CREATE PROCEDURE p() BEGIN SELECT 1; END', 'SELECT `a;b`'],
    ],
    [
      'comments of mysql',
      'CREATE TABLE a (b int) ENGINE=InnoDB; # x;\nSELECT "a\\";b";',
      ['CREATE TABLE a (b int) ENGINE=InnoDB', 'SELECT "a\\";b"'],
    ],
    [
      'bodies of routines',
      'CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END; select 1;',
      ['CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END', 'select 1'],
    ],
    [
      'triggers of SQLite',
      'CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = 1; END; SELECT 1;',
      ['CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = 1; END', 'SELECT 1'],
    ],
    ['transactions', 'BEGIN; SELECT 1; END;', ['BEGIN', 'SELECT 1', 'END']],
    [
      'rules',
      'CREATE RULE r AS ON INSERT TO a DO (SELECT 1;\nSELECT 2); SELECT 3',
      ['CREATE RULE r AS ON INSERT TO a DO (SELECT 1;\nSELECT 2)', 'SELECT 3'],
    ],
  ])('knows %s', (_, text, expected) => {
    expect(statements(text)).toEqual(expected)
  })

  it.each([
    ['a bracket', 'CREATE TABLE a (b int;\nCREATE TABLE c (d int);'],
    ['a quote', "CREATE TABLE a (b int);\nCOMMENT ON TABLE a IS 'it;\nCREATE TABLE c (d int);"],
    ['a dollar quote', 'CREATE TABLE a (b int);\nDO $x$ begin;\nCREATE TABLE c (d int);'],
    ['a comment', 'CREATE TABLE a (b int); /* x */\nCREATE TABLE c (d int);\n/* y'],
  ])('goes on after %s that is not closed', (_, text) => {
    const { changes: found } = parseSql({ path: 'a.sql', text })
    const created = found.map(change => (change.kind === 'create-table' ? change.table.name : ''))
    expect(created).toEqual(['a', 'c'])
    const problems: never[] = []
    splitSql({ path: 'a.sql', text }, problems)
    expect(problems).not.toEqual([])
  })
})

describe('parseSql', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'tables',
      `CREATE TABLE IF NOT EXISTS public."User" ("id" TEXT NOT NULL PRIMARY KEY, key varchar(20), price double precision default (1+2) not null,
        amount numeric(20,8), tags text[] , org int CONSTRAINT fk REFERENCES auth.orgs (id), at timestamp(3) without time zone,
        UNIQUE (a, b), CONSTRAINT f FOREIGN KEY (x,y) REFERENCES t(x,y), CHECK (a > 1))`,
      [
        'create User: id text; key varchar(20)?; price double precision; amount numeric(20,8)?; tags text[]?; org int?; at timestamp(3) without time zone?; primary(id); foreign(org)orgs; unique(a,b); foreign(x,y)t',
      ],
    ],
    [
      'tables of MySQL',
      "CREATE TABLE `a` (`id` int(11) NOT NULL AUTO_INCREMENT, `b` float(7,2) DEFAULT NULL COMMENT 'it\\'s', PRIMARY KEY (`id`), KEY `i` (`b`(10)), UNIQUE KEY u (`b`,`id`), FULLTEXT KEY f (b)) ENGINE=InnoDB",
      ['create a: id int(11); b float(7,2)?; primary(id); index(b); unique(b,id)'],
    ],
    ['temporary tables as none', 'CREATE TEMP TABLE a (b int); CREATE TABLE c AS SELECT 1', []],
    [
      'indexes',
      'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY s.t USING btree (lower(a), b DESC NULLS LAST) WHERE c; CREATE INDEX ON t ((a + 1)); create index j on t (a text_ops)',
      ['key t: unique i (…,b)', 'key t: index - (…)', 'key t: index j (a)'],
    ],
    [
      'alterations',
      'ALTER TABLE ONLY t ADD CONSTRAINT p PRIMARY KEY (id), DROP COLUMN IF EXISTS c CASCADE, ADD COLUMN IF NOT EXISTS d real REFERENCES u; ALTER TABLE t ALTER COLUMN d TYPE bigint USING d::bigint; ALTER TABLE t RENAME TO w; ALTER TABLE w RENAME COLUMN d TO e; ALTER TABLE w DROP CONSTRAINT p; ALTER TABLE w ALTER e SET NOT NULL',
      [
        'key t: primary p (id)',
        'drop t.c',
        'add t.d real',
        'key t: foreign - (d)',
        'change t.d: {"type":"bigint"}',
        'rename t w',
        'change w.d: {"name":"e"}',
        'drop key w p',
        'change w.e: {"nullable":false}',
      ],
    ],
    [
      'alterations of MySQL',
      'ALTER TABLE `t` ADD INDEX `i` (`a`), ADD (b int, c int), MODIFY COLUMN a decimal(10,2), CHANGE x y int, DROP FOREIGN KEY f, DROP PRIMARY KEY',
      [
        'key t: index i (a)',
        'add t.b int',
        'add t.c int',
        'change t.a: {"name":"a","type":"decimal(10,2)","nullable":true}',
        'change t.x: {"name":"y","type":"int","nullable":true}',
        'drop key t f',
        'drop-primary-key t',
      ],
    ],
    [
      'drops',
      'DROP TABLE IF EXISTS a, s.b CASCADE; DROP INDEX CONCURRENTLY i, j; DROP INDEX k ON t',
      ['drop-table a', 'drop-table b', 'drop key * i', 'drop key * j', 'drop key t k'],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(changes(text).map(lineOf)).toEqual(expected)
  })

  it('knows where a column stands', () => {
    const text = 'CREATE TABLE a (\n  b int,\n  price real NOT NULL\n);'
    const [created] = changes(text)
    const column = created?.kind === 'create-table' ? created.table.columns[1] : undefined
    expect(text.slice(column?.at.start, column?.at.end)).toBe('price real NOT NULL')
  })

  it('never throws and stays linear', () => {
    const parts = [
      'CREATE ',
      'TABLE ',
      'a ',
      '(',
      ')',
      ',',
      ';',
      "'",
      '"',
      '$$',
      '$a$',
      '/*',
      '*/',
      '--',
      '\n',
      '\\',
      '`',
      'BEGIN ',
      'END ',
      'KEY ',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 80 }), chosen => {
        parseSql({ path: 'a.sql', text: chosen.join('') })
      }),
    )
    const hostile = [
      ...parts,
      "\\'",
      '$a$ $b$ ',
      '/*/**/',
      '(;',
      'a,',
      "E'\\' ",
      'UNIQUE (',
      'DELIMITER x\n',
      '""',
      "''",
      '[a',
      'x.',
    ]
    for (const part of hostile) {
      for (const head of ['CREATE TABLE a (', '', 'ENGINE=x; SELECT ', "CREATE TABLE a (b text DEFAULT '"]) {
        const start = process.cpuUsage()
        parseSql({ path: 'a.sql', text: head + part.repeat(50_000 / part.length) })
        expect(millisecondsSince(start), `${head}${part}`).toBeLessThan(1_000)
      }
    }
  })
})
