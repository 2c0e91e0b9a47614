import { definitionOf, externalName } from '../../../code/definitions.js'
import type { Given } from '../../../code/given.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import type { Call } from '../../../code/syntax.js'
import { peel } from '../../../code/walk.js'
import {
  argumentAt,
  engineIn,
  factoryResult,
  isObject,
  methodResult,
  NO_OPTIONS,
  optionsIn,
  valueIn,
} from './options.js'
import { type Engine, engineNamed, type PoolRecipe, type Reader } from './site.js'

type Option = (path: string) => Given

function found<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })
}

/** The URL and host among options, under the names that the library has for them. */
function address(option: Option, urls: readonly string[], hosts: readonly string[]): Partial<PoolRecipe> {
  const first = (names: readonly string[]) => {
    for (const name of names) {
      const value = valueIn(option, name)
      if (value) return value
    }
    return undefined
  }
  return { ...found('url', first(urls)), ...found('host', first(hosts)) }
}

/** https://node-postgres.com/apis/pool: without a host it asks PGHOST. */
function nodePostgres(program: Program, options: ExpressionIn | undefined, library = 'pg'): PoolRecipe {
  const option = optionsIn(program, options)
  return { library, option, engine: 'postgres', variable: 'PGHOST', ...address(option, ['connectionString'], ['host']) }
}

/** https://sidorares.github.io/node-mysql2/docs/examples/connections/create-pool */
const mysql: Reader = (program, call) => {
  const first = argumentAt(call, 0)
  if (first && !isObject(program, first) && peel(first.node).kind !== 'name')
    return { library: 'mysql2', option: NO_OPTIONS, engine: 'mysql', url: first }
  const option = optionsIn(program, first)
  return { library: 'mysql2', option, engine: 'mysql', ...address(option, ['uri'], ['host']) }
}

/** https://github.com/porsager/postgres#connection-details: `postgres(url, options)` or `postgres(options)`. */
const postgresJs: Reader = (program, call) => {
  const first = argumentAt(call, 0)
  const second = argumentAt(call, 1)
  const only = second === undefined && isObject(program, first)
  const option = optionsIn(program, only ? first : second)
  const url = only ? undefined : first
  return {
    library: 'postgres',
    option,
    engine: 'postgres',
    variable: 'PGHOST',
    ...address(option, [], ['host']),
    ...found('url', url),
  }
}

/** https://typeorm.io/docs/data-source/data-source-options */
function typeorm(program: Program, options: ExpressionIn | undefined): PoolRecipe {
  const option = optionsIn(program, options)
  const engine = engineIn(program, option, 'type')
  const library = engine === 'mysql' ? 'typeorm-mysql' : engine === 'mongodb' ? 'mongodb' : 'typeorm-postgres'
  const several = option('replication').kind !== 'absent'
  return {
    library,
    option,
    ...found('engine', engine),
    ...address(option, ['url'], ['host']),
    ...(several ? { several } : {}),
  }
}

/** https://sequelize.org/docs/v6/getting-started/: `(url, options)`, `(database, user, password, options)`, `(options)`. */
function sequelize(program: Program, call: In<Call>): PoolRecipe {
  const last = argumentAt(call, call.node.arguments.length - 1)
  const first = argumentAt(call, 0)
  const isUrl = call.node.arguments.length === 2 || (call.node.arguments.length === 1 && !isObject(program, first))
  const withoutOptions = call.node.arguments.length === 1 && isUrl
  return sequelizeWith(program, withoutOptions ? undefined : last, isUrl ? first : undefined)
}

function sequelizeWith(program: Program, options: ExpressionIn | undefined, url?: ExpressionIn): PoolRecipe {
  const option = optionsIn(program, options)
  const several = option('replication').kind !== 'absent'
  return {
    library: 'sequelize',
    option,
    ...found('engine', engineIn(program, option, 'dialect')),
    ...address(option, ['uri'], ['host']),
    ...found('url', url ?? valueIn(option, 'uri')),
    ...(several ? { several } : {}),
  }
}

/** https://knexjs.org/guide/#configuration-options */
const knex: Reader = (program, call) => {
  const first = argumentAt(call, 0)
  const option = optionsIn(program, first)
  const connection = valueIn(option, 'connection')
  const inner = optionsIn(program, connection)
  const isUrl = connection && !isObject(program, connection)
  return {
    library: 'knex',
    option,
    ...found('engine', engineIn(program, option, 'client')),
    ...(isUrl ? { url: connection } : address(inner, ['connectionString', 'uri'], ['host'])),
  }
}

/** https://mikro-orm.io/docs/configuration */
function mikroOrm(program: Program, options: ExpressionIn | undefined): PoolRecipe {
  const option = optionsIn(program, options)
  const named = engineIn(program, option, 'type')
  const driver = valueIn(option, 'driver')
  const own = driver && externalName(definitionOf(program, driver))
  const engine: Engine | undefined = named ?? (own ? engineNamed(own.replace(/^@mikro-orm\/|.*\./g, '')) : undefined)
  return { library: 'mikro-orm', option, ...found('engine', engine), ...address(option, ['clientUrl'], ['host']) }
}

/** https://www.mongodb.com/docs/drivers/node/current/connect/: `(url, options)`. */
const mongodb: Reader = (program, call) => ({
  library: 'mongodb',
  option: optionsIn(program, argumentAt(call, 1)),
  engine: 'mongodb',
  ...found('url', argumentAt(call, 0)),
})

/** https://orm.drizzle.team/docs/get-started-postgresql: it makes a pool where it is given a URL or `connection`. */
const drizzle: Reader = (program, call) => {
  const drivers = call.file.imports.map(one => /^drizzle-orm\/(node-postgres|postgres-js|mysql2)$/.exec(one.from)?.[1])
  const driver = drivers.find(one => one !== undefined)
  const first = argumentAt(call, 0)
  if (driver === undefined || !first) return undefined
  const library = driver === 'node-postgres' ? 'pg' : driver === 'mysql2' ? 'mysql2' : 'postgres'
  const engine = library === 'mysql2' ? 'mysql' : 'postgres'
  const connection = valueIn(optionsIn(program, first), 'connection')
  if (connection && isObject(program, connection)) {
    const option = optionsIn(program, connection)
    return { library, option, engine, ...address(option, ['connectionString', 'uri', 'url'], ['host']) }
  }
  const url = connection ?? (isUrlLike(program, first) ? first : undefined)
  return url && { library, option: NO_OPTIONS, engine, url }
}

/** A text, or what the environment gives: no client that was made before. */
function isUrlLike(program: Program, at: ExpressionIn): boolean {
  const node = peel(at.node)
  if (node.kind === 'literal' || node.kind === 'template') return true
  if (node.kind !== 'member' && node.kind !== 'name') return false
  if (node.kind === 'member' && peel(node.object).kind === 'member') return true
  const found = definitionOf(program, { file: at.file, node })
  return found.kind === 'expression' && ['literal', 'template', 'member'].includes(peel(found.node).kind)
}

/** The methods by which classes give a module for Nest its options: https://docs.nestjs.com/techniques/database#async-configuration */
const OPTIONS_METHOD = /^create(?:TypeOrm|Sequelize|MikroOrm|Mongoose)Options$/

/** `forRoot(options)` of a module for Nest, and what the factory or the class of `forRootAsync` returns. */
function nest(read: (program: Program, options: ExpressionIn | undefined) => PoolRecipe): Reader {
  return (program, call) => {
    const first = argumentAt(call, 0)
    const isAsync = call.node.callee.kind === 'member' && call.node.callee.property === 'forRootAsync'
    if (!isAsync) return first ? read(program, first) : undefined
    const option = optionsIn(program, first)
    const made =
      factoryResult(program, valueIn(option, 'useFactory')) ??
      methodResult(program, valueIn(option, 'useClass') ?? valueIn(option, 'useExisting'), OPTIONS_METHOD)
    if (made) return read(program, made)
    const hidden: Option = () => ({ kind: 'open', because: 'its options are put together when the program runs' })
    return { ...read(program, undefined), option: hidden }
  }
}

const ofFirst =
  (read: (program: Program, options: ExpressionIn | undefined) => PoolRecipe): Reader =>
  (program, call) =>
    read(program, argumentAt(call, 0))

/** Constructors by the name of what is called, `new` or not. Clients of Prisma are in `prisma.ts`. */
export const JAVASCRIPT_READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['pg.Pool', ofFirst(nodePostgres)],
  ['pg-pool', ofFirst(nodePostgres)],
  ['mysql2.createPool', mysql],
  ['mysql2.createPoolPromise', mysql],
  ['postgres', postgresJs],
  ['typeorm.DataSource', (program, call) => ({ ...typeorm(program, argumentAt(call, 0)), isDataSource: true })],
  ['typeorm.createConnection', ofFirst(typeorm)],
  ['@nestjs/typeorm.TypeOrmModule.forRoot', nest(typeorm)],
  ['@nestjs/typeorm.TypeOrmModule.forRootAsync', nest(typeorm)],
  ['sequelize.Sequelize', sequelize],
  ['sequelize', sequelize],
  ['sequelize-typescript.Sequelize', sequelize],
  ['@nestjs/sequelize.SequelizeModule.forRoot', nest(sequelizeWith)],
  ['@nestjs/sequelize.SequelizeModule.forRootAsync', nest(sequelizeWith)],
  ['knex', knex],
  ['knex.knex', knex],
  ...['core', 'postgresql', 'mysql', 'mariadb'].map(
    one => [`@mikro-orm/${one}.MikroORM.init`, ofFirst(mikroOrm)] as const,
  ),
  ['@mikro-orm/nestjs.MikroOrmModule.forRoot', nest(mikroOrm)],
  ['@mikro-orm/nestjs.MikroOrmModule.forRootAsync', nest(mikroOrm)],
  ['mongodb.MongoClient', mongodb],
  ['mongodb.MongoClient.connect', mongodb],
  ['mongoose.connect', mongodb],
  ['mongoose.createConnection', mongodb],
  ['@nestjs/mongoose.MongooseModule.forRoot', mongodb],
  ['drizzle-orm.drizzle', drizzle],
])
