import { beforeAll, describe, expect, test } from 'vitest'
import { readProgram } from '../../src/code/read.js'
import { treeOf } from '../../src/examples.js'
import type { Cap } from '../../src/model/code/queries/cap.js'
import { goQueries } from '../../src/model/code/queries/go.js'
import type { Query } from '../../src/model/code/queries/query.js'
import { readSql } from '../../src/model/code/queries/sql-text.js'
import { openGrammars } from '../../src/parse/grammars.js'
import { millisecondsSince } from '../support/processor-time.js'

beforeAll(() => openGrammars(['go']))

type Files = Readonly<Record<string, string>>

function queriesOf(files: Files): readonly Query[] {
  const program = readProgram(treeOf(new Map(Object.entries({ 'go.mod': 'module shop\n\ngo 1.26\n', ...files }))))
  return [...program.files.values()].flatMap(file => goQueries(program, file))
}

const HEAD = `package shop

import (
	"strconv"

	"github.com/gin-gonic/gin"
	"gorm.io/gorm"
)

type Order struct{ ID int }

type Repository struct{ db *gorm.DB }

`

/** A method of a repository with GORM, whose body this is. */
const gorm = (body: string, rest = ''): Files => ({
  'shop.go': `${HEAD}func (r *Repository) List(c *gin.Context, companyID int) []Order {\n${body}\n\treturn nil\n}\n${rest}\n`,
})

const capText = (cap: Cap | undefined): string => {
  if (!cap) return 'none'
  if (cap.kind === 'fixed') return `fixed ${String(cap.value)}`
  if (cap.kind === 'capped') return `capped ${String(cap.max)}`
  return cap.kind === 'uncapped' ? `uncapped ${cap.parameter}` : 'unknown'
}

const told = (query: Query) =>
  `${query.library} ${query.entity ?? '?'} limit ${capText(query.limit)}${query.isComplete ? '' : ' incomplete'}`

describe('GORM', () => {
  test.each([
    ['all rows', '\tvar orders []Order\n\tr.db.Find(&orders)', ['gorm Order limit none']],
    [
      'with a context, in another order',
      '\torders := make([]Order, 0)\n\tr.db.WithContext(c).Order("id").Find(&orders)',
      ['gorm Order limit none'],
    ],
    ['a limit', '\torders := []Order{}\n\tr.db.Limit(50).Find(&orders)', ['gorm Order limit fixed 50']],
    ['a limit that is none', '\tvar orders []Order\n\tr.db.Limit(-1).Find(&orders)', ['gorm Order limit none']],
    [
      'a limit that is added later',
      '\tvar orders []Order\n\tq := r.db.Model(&Order{})\n\tq = q.Limit(10)\n\tq.Find(&orders)',
      ['gorm Order limit fixed 10'],
    ],
    ['one row', '\tvar order Order\n\tr.db.Find(&order)\n\tr.db.First(&order)', []],
    ['other things than a database', '\tvar orders []Order\n\tcache.Find(&orders)', []],
    [
      'what a scope adds',
      '\tvar orders []Order\n\tr.db.Scopes(Paginate(c)).Find(&orders)',
      ['gorm Order limit none incomplete'],
    ],
    ['a table', '\tvar rows []map[string]any\n\tr.db.Table("orders").Scan(&rows)', ['gorm orders limit none']],
    ['in batches', '\tvar orders []Order\n\tr.db.FindInBatches(&orders, 100, nil)', ['gorm Order limit none']],
  ])('%s', (_, body, expected) => {
    expect(queriesOf(gorm(body)).map(told)).toEqual(expected)
  })

  test('conditions', () => {
    const of = (chain: string) =>
      queriesOf(gorm(`\tvar orders []Order\n\tr.db.${chain}`))[0]?.comparisons.map(
        one => `${one.field} ${one.operator}`,
      )
    expect(of('Where("company_id = ? AND status IN ?", companyID, s).Find(&orders)')).toEqual([
      'company_id equals',
      'status in',
    ])
    expect(of('Where(&Order{ID: companyID}).Find(&orders)')).toEqual(['ID equals'])
    expect(of('Where(map[string]any{"role": 1}).Find(&orders)')).toEqual(['role equals'])
    expect(of('Find(&orders, []int{1, 2})')).toEqual(['id in'])
    expect(of('Find(&orders, "created_at > ?", t)')).toEqual(['created_at other'])
  })

  test('relations that are loaded along', () => {
    const [query] = queriesOf(
      gorm(
        '\tvar orders []Order\n\tr.db.Preload("Lines").Preload("Notes", func(db *gorm.DB) *gorm.DB { return db.Limit(5) }).Find(&orders)',
      ),
    )
    expect(query?.eager.map(one => [one.relation, one.isBounded])).toEqual([
      ['Lines', false],
      ['Notes', true],
    ])
  })
})

describe('who decides the size of a page', () => {
  const cap = (body: string, rest = '') =>
    capText(queriesOf(gorm(`${body}\n\tvar orders []Order\n\tr.db.Limit(limit).Find(&orders)`, rest))[0]?.limit)

  test.each([
    ['the client', '\tlimit, _ := strconv.Atoi(c.Query("limit"))', 'uncapped limit'],
    [
      'the client, unless it is silent',
      '\tlimit, err := strconv.Atoi(c.DefaultQuery("limit", "20"))\n\tif err != nil {\n\t\tlimit = 20\n\t}',
      'uncapped limit',
    ],
    [
      'the client, if it is no less than one',
      '\tlimit, _ := strconv.Atoi(c.Query("limit"))\n\tif limit < 1 {\n\t\tlimit = 1\n\t}',
      'uncapped limit',
    ],
    [
      'the client up to a bound',
      '\tlimit, _ := strconv.Atoi(c.Query("limit"))\n\tif limit > 100 {\n\t\tlimit = 100\n\t}',
      'capped 100',
    ],
    [
      'the client up to a bound, in one condition',
      '\tlimit, err := strconv.Atoi(c.Query("limit"))\n\tif err != nil || limit <= 0 || limit > 200 {\n\t\tlimit = 20\n\t}',
      'capped 200',
    ],
    [
      'the client up to what a setting says',
      '\tlimit, _ := strconv.Atoi(c.Query("limit"))\n\tif limit > settings.MaximalPage {\n\t\tlimit = settings.MaximalPage\n\t}',
      'capped undefined',
    ],
    ['the client up to the least', '\tn, _ := strconv.Atoi(c.Query("limit"))\n\tlimit := min(n, 50)', 'capped 50'],
    ['a constant', '\tconst limit = 25', 'fixed 25'],
  ])('%s', (_, body, expected) => {
    expect(cap(body)).toBe(expected)
  })

  test('a function that compares may bound it', () => {
    const clamp = 'func within(v, low, high int) int {\n\tif v < high {\n\t\treturn v\n\t}\n\treturn high\n}'
    expect(cap('\tn, _ := strconv.Atoi(c.Query("limit"))\n\tlimit := within(n, 1, 50)', clamp)).toBe('unknown')
  })

  test.each([
    ['as it is', '', 'uncapped limit'],
    ['or the fallback', '\tif err != nil || v < 1 {\n\t\treturn fallback\n\t}\n', 'uncapped limit'],
    ['up to a bound that it answers', '\tif v > 100 {\n\t\treturn 100\n\t}\n', 'not uncapped'],
    ['up to a bound that it sets', '\tif v > 100 {\n\t\tv = 100\n\t}\n', 'not uncapped'],
    ['up to the bound that it is given', '\tif v > fallback {\n\t\treturn fallback\n\t}\n', 'not uncapped'],
    ['up to a setting', '\tif v > settings.Most {\n\t\treturn settings.Most\n\t}\n', 'not uncapped'],
  ])('what a helper reads under the name that it is given, %s', (_, between, expected) => {
    const helper = `func number(c *gin.Context, name string, fallback int) int {\n\tv, err := strconv.Atoi(c.Query(name))\n\t_ = err\n${between}\treturn v\n}`
    const found = cap('\tlimit := number(c, "limit", 20)', helper)
    if (expected === 'not uncapped') expect(found).not.toMatch(/uncapped/)
    else expect(found).toBe(expected)
  })

  const bound = (tag: string, between = '') =>
    cap(
      `\tvar q Page\n\tif c.ShouldBindQuery(&q) != nil {\n\t\treturn nil\n\t}\n${between}\tlimit := q.Limit`,
      `type Page struct {\n\tLimit int ${tag}\n}\n\nfunc (p *Page) Normalise() {}`,
    )

  test.each([
    ['a tag without a bound', '`form:"per_page"`', 'uncapped per_page'],
    ['a tag with a lower bound', '`form:"limit,default=20" binding:"min=1"`', 'uncapped limit'],
    ['a tag with a bound', '`form:"limit" binding:"omitempty,min=1,max=100"`', 'capped 100'],
    ['a tag for another validator', '`form:"limit" validate:"lte=50"`', 'capped 50'],
  ])('%s', (_, tag, expected) => {
    expect(bound(tag)).toBe(expected)
  })

  test('what is done with the struct before', () => {
    expect(bound('`form:"limit"`', '\tif q.Limit > 100 {\n\t\tq.Limit = 100\n\t}\n')).toBe('capped 100')
    expect(bound('`form:"limit"`', '\tq.Normalise()\n')).toBe('unknown')
    expect(bound('`form:"limit"`', '\tsetDefaults(&q)\n')).toBe('unknown')
  })

  test('through a caller', () => {
    const files = {
      'shop.go': `${HEAD}func (r *Repository) Page(limit int) []Order {\n\tvar orders []Order\n\tr.db.Limit(limit).Find(&orders)\n\treturn orders\n}\n\ntype Handler struct{ repository *Repository }\n\nfunc (h *Handler) List(c *gin.Context) {\n\tlimit, _ := strconv.Atoi(c.Query("limit"))\n\th.repository.Page(limit)\n}\n`,
    }
    expect(queriesOf(files).map(told)).toEqual(['gorm Order limit uncapped limit'])
  })
})

describe('database/sql, sqlx and pgx', () => {
  const HEAD_SQL =
    'package shop\n\nimport (\n\t"context"\n\t"database/sql"\n\t"strconv"\n\n\t"github.com/gin-gonic/gin"\n\t"github.com/jackc/pgx/v5/pgxpool"\n\t"github.com/jmoiron/sqlx"\n)\n\ntype Store struct {\n\tdb *sql.DB\n\tx *sqlx.DB\n\tpool *pgxpool.Pool\n}\n\nconst byCompany = `SELECT id FROM orders WHERE company_id = $1 ORDER BY id`\n\n'
  const sql = (body: string) =>
    queriesOf({ 'store.go': `${HEAD_SQL}func (s *Store) List(ctx context.Context, c *gin.Context) {\n${body}\n}\n` })

  test.each([
    ['\ts.db.Query("SELECT * FROM orders")', ['sql orders limit none']],
    ['\ts.db.QueryContext(ctx, byCompany, 1)', ['sql orders limit none']],
    ['\ts.db.QueryContext(ctx, "SELECT * FROM orders LIMIT 10")', ['sql orders limit fixed 10']],
    [
      '\tn, _ := strconv.Atoi(c.Query("n"))\n\ts.db.Query("SELECT * FROM orders WHERE a = $1 LIMIT $2", 1, n)',
      ['sql orders limit uncapped n'],
    ],
    [
      '\tn, _ := strconv.Atoi(c.Query("n"))\n\ts.db.Query("SELECT * FROM orders WHERE a = ? LIMIT ?", 1, n)',
      ['sql orders limit uncapped n'],
    ],
    ['\ts.db.QueryRow("SELECT * FROM orders")', []],
    ['\ts.db.Query("SELECT count(*) FROM orders")', []],
    ['\ts.db.Query("DELETE FROM orders RETURNING id")', []],
    ['\tvar orders []int\n\ts.x.Select(&orders, "SELECT id FROM orders")', ['sql orders limit none']],
    [
      '\tvar orders []int\n\ts.x.SelectContext(ctx, &orders, "SELECT id FROM orders o JOIN lines l ON l.o = o.id")',
      ['sql orders limit none incomplete'],
    ],
    ['\ts.pool.Query(ctx, "SELECT id FROM shop.orders")', ['sql orders limit none']],
    ['\tq := "SELECT id FROM " + c.Query("t")\n\ts.db.Query(q)', []],
    ['\ts.other.Query("SELECT 1 FROM orders")', []],
  ])('%s', (body, expected) => {
    expect(sql(body).map(told)).toEqual(expected)
  })

  test('conditions', () => {
    const [query] = sql('\ts.db.QueryContext(ctx, byCompany, 1)')
    expect(query?.comparisons).toEqual([{ field: 'company_id', operator: 'equals' }])
    expect(query?.within?.node.name).toBe('List')
  })
})

describe('statements', () => {
  test.each([
    ['SELECT a FROM t WHERE x = 1 OR y = 2', { isComplete: false, comparisons: [] }],
    [
      'SELECT a FROM "t" WHERE t.x = ANY($1) AND y BETWEEN 1 AND 2 -- LIMIT 5\n',
      { table: 't', limit: undefined, isComplete: true },
    ],
    ["SELECT a FROM t WHERE x = 'LIMIT 5'", { limit: undefined }],
    ['SELECT a FROM t FETCH FIRST 5 ROWS ONLY', { limit: '5' }],
    ['WITH q AS (SELECT 1) SELECT a FROM q', { isComplete: false }],
    ['select count(*) from t group by a', { isSingle: false }],
  ])('%s', (text, expected) => {
    expect(readSql(text)).toMatchObject(expected)
  })

  test('hostile texts take time in proportion', () => {
    const start = process.cpuUsage()
    for (const text of [
      ' WHERE '.repeat(5000),
      'SELECT '.repeat(5000),
      `SELECT a FROM t WHERE ${'a = 1 AND '.repeat(5000)}`,
      `SELECT ${'('.repeat(20_000)}`,
    ])
      readSql(`SELECT ${text}`)
    expect(millisecondsSince(start)).toBeLessThan(3000)
  })
})

test('a handle that another package keeps in a variable', () => {
  const database =
    'package database\n\nimport "gorm.io/gorm"\n\nvar DB *gorm.DB\n\nfunc Connect() {\n\tdb, _ := gorm.Open(nil, nil)\n\tDB = db\n}\n'
  const read = (found: string) =>
    queriesOf({
      'database/database.go': database,
      'orders/orders.go': `package orders\n\nimport "shop/database"\n\ntype Order struct{ ID int }\n\nfunc All() []Order {\n\tvar all []Order\n\t${found}.Find(&all)\n\treturn all\n}\n`,
    }).map(({ library, entity }) => `${library} ${entity}`)
  expect(read('database.DB')).toEqual(['gorm Order'])
  expect(read('database.DB.Order("id")')).toEqual(['gorm Order'])
  expect(read('database.Other')).toEqual([])
})

test('a handle that another file of the package keeps in a variable', () => {
  const found = queriesOf({
    'db.go':
      'package shop\n\nimport "gorm.io/gorm"\n\nvar handle *gorm.DB\n\nfunc connect() {\n\tdb, _ := gorm.Open(nil, nil)\n\thandle = db\n}\n',
    'orders.go':
      'package shop\n\ntype Order struct{ ID int }\n\nfunc all() []Order {\n\tvar all []Order\n\thandle.Find(&all)\n\treturn all\n}\n',
  })
  expect(found.map(({ library }) => library)).toEqual(['gorm'])
})
