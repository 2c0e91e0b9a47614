import { definitionOf, externalName } from '../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../code/program.js'
import { bindingsAt } from '../../code/scopes.js'
import type { Call, CodeFile, Expression } from '../../code/syntax.js'
import { peel } from '../../code/walk.js'

/** A client whose methods wait for another server, by what makes it and the methods that ask. */
interface Client {
  readonly makes: RegExp
  readonly asks: RegExp
  /** What its asynchronous twin is imported from, where that has the same names. */
  readonly twin?: RegExp
}

/**
 * Clients of Python that wait in the thread which asks. Sources: https://www.psycopg.org/docs/, https://pymysql.readthedocs.io,
 * https://redis.readthedocs.io, https://pymongo.readthedocs.io, https://elasticsearch-py.readthedocs.io,
 * https://boto3.amazonaws.com/v1/documentation/api/latest/
 */
const CLIENTS: readonly Client[] = [
  {
    makes: /^(?:psycopg2|psycopg|pymysql|MySQLdb|mysql(?:\.connector)?)\.connect$/,
    asks: /^(?:execute|executemany|callproc|copy_expert|commit|rollback)$/,
  },
  {
    makes: /^redis\.(?:(?:Strict)?Redis(?:\.from_url)?|from_url)$/,
    asks: /^(?:[gs]et|setex|setnx|m[gs]et|h(?:get|set|mset|getall|del|incrby)|delete|exists|incr|decr|incrby|expire|ttl|[lr]push|[lr]pop|b[lr]pop|lrange|publish|s(?:add|rem|members|ismember)|z(?:add|range|rem|score)|xadd|xread|ping|keys|flushdb)$/,
    twin: /^aioredis|^redis\.asyncio/,
  },
  {
    makes: /^pymongo\.MongoClient$/,
    asks: /^(?:find_one(?:_and_\w+)?|insert_(?:one|many)|update_(?:one|many)|replace_one|delete_(?:one|many)|bulk_write|count_documents|estimated_document_count|distinct|aggregate|command)$/,
  },
  {
    makes: /^(?:elasticsearch\.Elasticsearch|opensearchpy\.OpenSearch)$/,
    asks: /^(?:search|index|get|update|delete|bulk|count|msearch|update_by_query|delete_by_query)$/,
  },
  {
    makes: /^boto3\.(?:client|resource)$/,
    asks: /^(?:(?:up|down)load_file(?:obj)?|(?:put|get|delete|head|copy|list)_objects?(?:_v2)?|send_(?:raw_)?email|send_message|publish|invoke|query|scan|(?:put|get|update|delete)_item)$/,
  },
]

/** Longer ways from a method to its client are not followed. */
const LONGEST = 12

/**
 * The client and method of a call that waits for another server: `redis.Redis.get`. Undefined for all others, and where it is
 * not seen what makes the client.
 */
export function clientCall(program: Program, { file, node }: In<Call>): string | undefined {
  const callee = peel(node.callee)
  if (callee.kind !== 'member') return undefined
  const { property } = callee
  if (!CLIENTS.some(({ asks }) => asks.test(property))) return undefined
  const made = makerOf(program, { file, node: callee.object })
  const client = made && CLIENTS.find(({ makes, asks }) => makes.test(made.name) && asks.test(property))
  if (!made || !client || (client.twin && imports(made.file, client.twin))) return undefined
  return `${made.name}.${property}`
}

/** What made the thing that a method is called on, over cursors, databases and collections that it gave: `client["crm"].orders`. */
function makerOf(program: Program, at: ExpressionIn): { readonly name: string; readonly file: CodeFile } | undefined {
  let { file } = at
  let node: Expression = peel(at.node)
  for (let steps = 0; steps < LONGEST; steps++) {
    if (node.kind === 'call') {
      const name = externalName(definitionOf(program, { file, node: node.callee }))
      if (name !== undefined && CLIENTS.some(({ makes }) => makes.test(name))) return { name, file }
      const callee: Expression = peel(node.callee)
      // What a pipeline is told waits until it is executed.
      if (callee.kind !== 'member' || callee.property === 'pipeline') return undefined
      node = peel(callee.object)
    } else if (node.kind === 'index') node = peel(node.object)
    else if (node.kind === 'name' || node.kind === 'member') {
      const found = givenValue(program, { file, node })
      if (found) {
        file = found.file
        node = peel(found.node)
      } else if (node.kind === 'member') node = peel(node.object)
      else return undefined
    } else return undefined
  }
  return undefined
}

/** What a name or field was given. */
function givenValue(program: Program, { file, node }: ExpressionIn): ExpressionIn | undefined {
  const [binding] = node.kind === 'name' ? (bindingsAt(file, node.name, node.start)?.bindings ?? []) : []
  if (binding?.kind === 'value' && binding.bound.path.length === 0 && binding.node.value)
    return { file, node: binding.node.value }
  const found = definitionOf(program, { file, node })
  if (found.kind === 'expression' && found.node !== node) return found
  return found.kind === 'field' && found.node.value ? { file: found.file, node: found.node.value } : undefined
}

function imports({ imports: all }: CodeFile, from: RegExp): boolean {
  return all.some(one => from.test(one.from) || from.test(`${one.from}.${one.name ?? ''}`))
}
