import { definitionOf } from '../../../code/definitions.js'
import type { In, Program } from '../../../code/program.js'
import type { Call } from '../../../code/syntax.js'
import { pathOf, peel } from '../../../code/walk.js'
import { chainOf } from './chain.js'
import { beginningOf, GORM, isHandle } from './go.js'
import { PACKAGES } from './go-sql.js'
import { isDrizzleTable } from './javascript/drizzle.js'
import { isKnexRoot } from './javascript/knex.js'
import { mongooseModel } from './javascript/mongoose.js'
import { prismaModel } from './javascript/prisma.js'
import { isSequelizeModel } from './javascript/sequelize.js'
import { isSqlRead } from './javascript/sql.js'
import { repositoryOf } from './javascript/typeorm.js'
import { nameOfModel } from './python.js'

/** Whether a call sends a query that reads, of one row or of many, through one of the libraries that are read. */
export function isRead(program: Program, at: In<Call>): boolean {
  switch (at.file.language) {
    case 'python':
      return isPythonRead(program, at) || isDjangoRead(at)
    case 'go':
      return isGoRead(program, at)
    default:
      return isJavaScriptRead(program, at)
  }
}

/** The cheap look before types are asked for. */
const METHODS =
  /^(?:find\w*|get(?:One|Many|RawOne|RawMany|Count|ManyAndCount|OneOrFail|Exists)|count\w*|aggregate|groupBy|exists?\w*|distinct|first|select|sum|min|max|from|where|limit|orderBy|leftJoin|innerJoin|offset)$/
const BUILDER = /^get(?:One|Many|RawOne|RawMany|Count|ManyAndCount|OneOrFail|Exists)$/
const PRISMA = /^(?:findUnique|findUniqueOrThrow|findFirst|findFirstOrThrow|findMany|count|aggregate|groupBy)$/
const TYPEORM =
  /^(?:find|findBy|findOne|findOneBy|findOneOrFail|findOneByOrFail|findAndCount|count|countBy|exists|existsBy|exist)$/
const SEQUELIZE = /^(?:findOne|findByPk|findAll|findAndCountAll|count|sum|min|max)$/
const MONGOOSE = /^(?:find|findById|findOne|countDocuments|count|exists|distinct|aggregate)$/

function isJavaScriptRead(program: Program, { file, node }: In<Call>): boolean {
  const { callee } = node
  if (callee.kind !== 'member') return false
  const { property, object } = callee
  if (property === 'query' || property === 'execute') return isSqlRead(program, { file, node }, object)
  if (!METHODS.test(property)) return false
  if (node.arguments[0]?.kind === 'function') return false
  const receiver = { file, node: object }
  if (BUILDER.test(property)) return chainOf(node).links.some(link => link.name === 'createQueryBuilder')
  if (DRIZZLE.test(property)) return readsTable(program, { file, node })
  if (PRISMA.test(property) && prismaModel(program, receiver) !== undefined) return true
  if (TYPEORM.test(property) && repositoryOf(program, receiver)) return true
  if (MONGOOSE.test(property) && mongooseModel(program, receiver) !== undefined) return true
  if (SEQUELIZE.test(property) && isSequelizeModel(program, receiver)) return true
  return (
    /^(?:first|select|count|sum|min|max)$/.test(property) && isKnexRoot(program, { file, node: chainOf(node).root })
  )
}

const DRIZZLE = /^(?:from|where|limit|orderBy|groupBy|leftJoin|innerJoin|offset)$/

/** `db.select().from(table).where(…)` of Drizzle, as a whole. */
function readsTable(program: Program, { file, node }: In<Call>): boolean {
  const { links } = chainOf(node)
  const table = links.find(({ name }) => name === 'from')?.call?.arguments[0]
  if (!table || !links.some(({ name }) => /^select(?:Distinct)?$/.test(name))) return false
  return isDrizzleTable(program, { file, node: table })
}

const ENDS = /^(?:all|first|one|one_or_none|scalar|scalar_one|scalar_one_or_none|fetchall|fetchone|count|get|scalars)$/

/** `db.query(A).filter(…).first()`, `session.get(A, id)`, `session.execute(select(A)).scalar_one()`, `session.scalar(select(A))`. */
function isPythonRead(program: Program, { file, node }: In<Call>): boolean {
  const { callee } = node
  if (callee.kind !== 'member' || !ENDS.test(callee.property)) return false
  const chain = chainOf(node)
  const { links } = chain
  if (links.some(link => link.name === 'query' && link.call && link.call !== node)) return true
  if (nameOfModel(chain) !== undefined) return true
  if (links.some(({ call }) => call?.arguments[0] !== undefined && isSelect(program, { file, node: call }))) return true
  const [model, key] = node.arguments
  return (
    callee.property === 'get' &&
    model?.kind === 'name' &&
    /^[A-Z]/.test(model.name) &&
    key !== undefined &&
    /^(?:db|session|\w+_session|self\.(?:db|session))$/.test(pathOf(callee.object)?.join('.') ?? '')
  )
}

/** Methods of a set of rows that ask the database at once: https://docs.djangoproject.com/en/5.2/ref/models/querysets/ */
const DJANGO_ENDS = /^a?(?:get|first|last|earliest|latest|count|exists|aggregate)$/

/** `Order.objects.filter(…).first()` */
function isDjangoRead({ node }: In<Call>): boolean {
  if (node.callee.kind !== 'member' || !DJANGO_ENDS.test(node.callee.property)) return false
  const { root, links } = chainOf(node)
  return root.kind === 'name' && /^[A-Z]/.test(root.name) && links[0]?.name === 'objects' && !links[0].call
}

/** `execute(select(…).where(…))`, also of a statement that has a name. */
function isSelect(program: Program, { file, node }: In<Call>): boolean {
  const { callee } = node
  const [first] = node.arguments
  if (callee.kind !== 'member' || !/^(?:execute|scalars?|exec)$/.test(callee.property) || !first) return false
  const named = peel(first)
  const found = named.kind === 'name' ? definitionOf(program, { file, node: named }) : undefined
  const { root } = chainOf(found?.kind === 'expression' ? found.node : named)
  return root.kind === 'call' && /(?:^|\.)select$/.test(pathOf(root.callee)?.join('.') ?? '')
}

const GORM_READS = /^(?:First|Take|Last|Find|Scan|Count|Pluck)$/
const SQL_READS =
  /^(?:Query|QueryContext|QueryRow|QueryRowContext|Queryx|QueryRowx|Get|GetContext|Select|SelectContext)$/

function isGoRead(program: Program, { file, node }: In<Call>): boolean {
  const { callee } = node
  if (callee.kind !== 'member') return false
  // `rows.Scan(&id)` takes the next of rows that are there already.
  if (callee.property === 'Scan' && callee.object.kind !== 'call') return false
  if (GORM_READS.test(callee.property) && isHandle(program, { file, node: beginningOf(file, node) }, GORM)) return true
  return SQL_READS.test(callee.property) && isHandle(program, { file, node: callee.object }, PACKAGES)
}
