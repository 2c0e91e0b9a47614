import { indexOf } from '../../../code/file-index.js'
import type { CodeFile } from '../../../code/syntax.js'
import type { Dialect } from '../schema.js'
import { optionOf, textOf } from './expressions.js'

const DIALECTS: ReadonlyMap<string, Dialect> = new Map([
  ['postgres', 'postgresql'],
  ['postgresql', 'postgresql'],
  ['aurora-postgres', 'postgresql'],
  ['cockroachdb', 'cockroachdb'],
  ['mysql', 'mysql'],
  ['mariadb', 'mysql'],
  ['aurora-mysql', 'mysql'],
  ['sqlite', 'sqlite'],
  ['better-sqlite3', 'sqlite'],
  ['mssql', 'sqlserver'],
  ['oracle', 'oracle'],
  ['mongodb', 'mongodb'],
])
/** What stands beside the kind of server in the options of a data source. */
const BESIDE = [
  'url',
  'host',
  'database',
  'entities',
  'autoLoadEntities',
  'synchronize',
  'storage',
  'username',
  'pool',
  'logging',
]

/** The server that the options of a data source name, by `type` (TypeORM) or `dialect` (Sequelize); unknown where they differ. */
export function dialectOf(files: readonly CodeFile[]): Dialect {
  const found = new Set<Dialect>()
  for (const file of files) {
    const { objects, texts } = indexOf(file)
    if (![...DIALECTS.keys()].some(name => texts.has(name))) continue
    for (const node of objects) {
      const dialect = DIALECTS.get(textOf(optionOf(node, 'type')) ?? textOf(optionOf(node, 'dialect')) ?? '')
      if (dialect && BESIDE.some(key => optionOf(node, key) !== undefined)) found.add(dialect)
    }
  }
  const [only] = found
  return found.size === 1 && only ? only : 'unknown'
}
