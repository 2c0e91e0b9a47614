import { callsSome, indexOf } from '../../../code/file-index.js'
import type { In, Program } from '../../../code/program.js'
import type { Call, CodeFile } from '../../../code/syntax.js'
import { wordsLike } from '../../../code/vocabulary.js'
import { drizzleQuery, drizzleRelational } from './javascript/drizzle.js'
import { bareKnexQuery, knexQuery, usesKnex } from './javascript/knex.js'
import { kyselyQuery } from './javascript/kysely.js'
import { mongooseQuery } from './javascript/mongoose.js'
import { prismaQuery } from './javascript/prisma.js'
import { sequelizeQuery } from './javascript/sequelize.js'
import { sqlQuery } from './javascript/sql.js'
import { builderQuery, typeOrmQuery } from './javascript/typeorm.js'
import type { Query } from './query.js'

/** Words without which a text makes no bulk read: the cheap look before the walk. */
const reads = wordsLike(
  /^(?:findMany|find|findBy|findAll|findAndCount|findAndCountAll|findAndCountBy|getMany|getManyAndCount|getRawMany|select|from|selectFrom|query|execute)$/,
)

/** The bulk reads of a TypeScript or JavaScript file. */
export function javaScriptQueries(program: Program, file: CodeFile): readonly Query[] {
  const hasKnex = usesKnex(program)
  if (!hasKnex && !callsSome(file, reads)) return []
  return indexOf(file).calls.flatMap(node => {
    if (hasKnex && node.callee.kind === 'name') return bareKnexQuery(program, { file, node }) ?? []
    if (node.callee.kind !== 'member' || !reads(node.callee.property)) return []
    return queryOf(program, { file, node }) ?? []
  })
}

function queryOf(program: Program, at: In<Call>): Query | undefined {
  const { callee } = at.node
  if (callee.kind !== 'member') return undefined
  switch (callee.property) {
    case 'findMany':
      return prismaQuery(program, at, callee.object) ?? drizzleRelational(program, at, callee.object)
    case 'find':
    case 'findBy':
    case 'findAndCount':
    case 'findAndCountBy':
      return typeOrmQuery(program, at, callee.object, callee.property) ?? mongooseQuery(program, at, callee.object)
    case 'findAll':
    case 'findAndCountAll':
      return sequelizeQuery(program, at, callee.object)
    case 'getMany':
    case 'getManyAndCount':
    case 'getRawMany':
      return builderQuery(program, at)
    case 'from':
      return drizzleQuery(program, at)
    case 'selectFrom':
      return kyselyQuery(program, at, callee.object)
    case 'query':
    case 'execute':
      return sqlQuery(program, at, callee.object)
    case 'select':
      return knexQuery(program, at)
    default:
      return undefined
  }
}
