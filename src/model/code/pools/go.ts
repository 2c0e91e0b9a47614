import { definitionOf, externalName } from '../../../code/definitions.js'
import type { Given } from '../../../code/given.js'
import type { ExpressionIn, Program } from '../../../code/program.js'
import type { CodeFile } from '../../../code/syntax.js'
import { peel, walk } from '../../../code/walk.js'
import { argumentAt, NO_OPTIONS, textOf } from './options.js'
import { type Engine, engineNamed, type Reader } from './site.js'

/** https://pkg.go.dev/database/sql#Open, and sqlx: `(driver, dsn)`, behind a context for some. */
const sql =
  (first: number): Reader =>
  (program, call) => {
    const driver = textOf(program, argumentAt(call, first))
    const url = argumentAt(call, first + 1)
    const engine: Engine | undefined = driver === undefined ? undefined : engineNamed(driver)
    return {
      library: 'database/sql',
      option: settings(program, call.file, 'SetMaxOpenConns'),
      ...(engine ? { engine } : {}),
      ...(url ? { url } : {}),
    }
  }

/** https://gorm.io/docs/connecting_to_the_database.html: `gorm.Open(postgres.Open(dsn), …)`. */
const gorm: Reader = (program, call) => {
  const first = argumentAt(call, 0)
  const dialect = first && peel(first.node)
  const name =
    dialect?.kind === 'call'
      ? externalName(definitionOf(program, { file: call.file, node: dialect.callee }))
      : undefined
  const url = dialect?.kind === 'call' && name ? argumentAt({ file: call.file, node: dialect }, 0) : undefined
  const engine = name === undefined ? undefined : engineNamed(/driver\/(\w+)/.exec(name)?.[1] ?? '')
  return {
    library: 'gorm',
    option: settings(program, call.file, 'SetMaxOpenConns'),
    ...(engine ? { engine } : {}),
    ...(url ? { url } : {}),
  }
}

/** https://pkg.go.dev/github.com/jackc/pgx/v5/pgxpool: `New(ctx, url)`, `NewWithConfig(ctx, config)`. */
const pgxpool: Reader = (_program, call) => {
  const url = argumentAt(call, 1)
  return { library: 'pgxpool', option: NO_OPTIONS, engine: 'postgres', ...(url ? { url } : {}) }
}

const pgxpoolConfigured: Reader = (program, call) => {
  const config = argumentAt(call, 1)
  const url = config && parsedUrl(call.file)
  return {
    library: 'pgxpool',
    option: settings(program, call.file, 'MaxConns'),
    engine: 'postgres',
    ...(url ? { url } : {}),
  }
}

/** The URL that the configuration of a pool is read from in the same file. */
function parsedUrl(file: CodeFile): ExpressionIn | undefined {
  const found: ExpressionIn[] = []
  walk(file.body, node => {
    const [url] = node.kind === 'call' ? node.arguments : []
    if (node.kind === 'call' && url && node.callee.kind === 'member' && node.callee.property === 'ParseConfig')
      found.push({ file, node: url })
    return undefined
  })
  return found.length === 1 ? found[0] : undefined
}

interface Setting {
  readonly name: string
  readonly value: ExpressionIn
}

const settingsOf = new WeakMap<CodeFile, readonly Setting[]>()

/** Calls of `SetMaxOpenConns(n)` and assignments to `MaxConns`. */
function settingsIn(file: CodeFile): readonly Setting[] {
  const before = settingsOf.get(file)
  if (before) return before
  const found: Setting[] = []
  walk(file.body, node => {
    if (node.kind === 'call' && node.callee.kind === 'member' && node.callee.property === 'SetMaxOpenConns') {
      const [value] = node.arguments
      if (value) found.push({ name: 'SetMaxOpenConns', value: { file, node: value } })
    } else if (node.kind === 'assign' && node.target.kind === 'member' && node.target.property === 'MaxConns')
      found.push({ name: 'MaxConns', value: { file, node: node.value } })
    return undefined
  })
  settingsOf.set(file, found)
  return found
}

/** The setting in the file of the pool, else in its package; where it stands further away it may be for another pool. */
function settings(program: Program, file: CodeFile, name: string): (path: string) => Given {
  return path => {
    if (path !== name) return { kind: 'absent' }
    for (const files of [[file], program.siblings(file)]) {
      const found = files.flatMap(settingsIn).filter(one => one.name === name)
      const [only] = found
      if (only && found.length === 1) return { kind: 'given', value: only.value }
      if (only) return { kind: 'open', because: `${name} is set in several places` }
    }
    for (const other of program.files.values()) {
      if (other.language === 'go' && settingsIn(other).some(one => one.name === name))
        return { kind: 'open', because: `${name} in ${other.path} may set it` }
    }
    return { kind: 'absent' }
  }
}

/** Constructors by the name of what is called, without the version in the path of a module. */
export const GO_READERS: ReadonlyMap<string, Reader> = new Map([
  ['database/sql.Open', sql(0)],
  ['github.com/jmoiron/sqlx.Open', sql(0)],
  ['github.com/jmoiron/sqlx.MustOpen', sql(0)],
  ['github.com/jmoiron/sqlx.Connect', sql(0)],
  ['github.com/jmoiron/sqlx.MustConnect', sql(0)],
  ['github.com/jmoiron/sqlx.ConnectContext', sql(1)],
  ['gorm.io/gorm.Open', gorm],
  ['github.com/jackc/pgx/pgxpool.New', pgxpool],
  ['github.com/jackc/pgx/pgxpool.Connect', pgxpool],
  ['github.com/jackc/pgx/pgxpool.NewWithConfig', pgxpoolConfigured],
  ['github.com/jackc/pgx/pgxpool.ConnectConfig', pgxpoolConfigured],
])
