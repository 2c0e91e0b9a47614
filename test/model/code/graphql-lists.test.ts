import { expect, test } from 'vitest'
import { graphqlLists } from '../../../src/model/code/queries/graphql-lists.js'
import { programOf } from '../../support/code.js'

/** The list fields of a file whose resolvers are found, each with what a client may say about their length. */
function lists(source: string, sdl = ''): readonly string[] {
  const program = programOf({ 'a.ts': source })
  const files = [...program.files.values()]
  expect(files.flatMap(({ problems }) => problems)).toEqual([])
  const schemas = sdl === '' ? [] : [{ path: 'schema.graphql', text: sdl }]
  return graphqlLists(program, files, schemas).map(({ field, limit }) => `${field} ${limit}`)
}

const nest = (method: string, more = '') => `
import { Args, ArgsType, Context, InputType, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Elsewhere, Filter } from 'elsewhere'
${more}
class Order {}
@Resolver(() => Order)
class Orders { ${method} { return [] } }
`

test.each<[string, string, readonly string[]]>([
  ['no arguments', nest('@Query(() => [Order]) orders()'), ['orders none']],
  ['a name for the value', nest("@Query(returns => [Order], { name: 'all' }) orders()"), ['orders none']],
  ['one', nest('@Query(() => Order) order()'), []],
  ['a field', nest("@ResolveField('orders', () => [Order]) of(@Parent() parent: Order)"), ['of none']],
  ['what the server gives', nest('@Query(() => [Order]) orders(@Context() context: any)'), ['orders none']],
  [
    'a limit',
    nest("@Query(() => [Order]) orders(@Args('first', { type: () => Int }) first: number)"),
    ['orders given'],
  ],
  ['another argument', nest("@Query(() => [Order]) orders(@Args('status') status: string)"), ['orders none']],
  [
    'a class with a limit',
    nest('@Query(() => [Order]) orders(@Args() page: Page)', 'class Page { take = 20 }'),
    ['orders given'],
  ],
  [
    'a class above',
    nest(
      '@Query(() => [Order]) orders(@Args() page: Page)',
      'class Base { limit = 20 }\nclass Page extends Base { q = 1 }',
    ),
    ['orders given'],
  ],
  [
    'a class without',
    nest("@Query(() => [Order]) orders(@Args('filter') filter: Named)", 'class Named { name: string }'),
    ['orders none'],
  ],
  ['a class from elsewhere', nest("@Query(() => [Order]) orders(@Args('filter') filter: Filter)"), ['orders unknown']],
  [
    'a class that extends one from elsewhere',
    nest('@Query(() => [Order]) orders(@Args() page: Page)', 'class Page extends Elsewhere {}'),
    ['orders unknown'],
  ],
  ['a decorator of its own', nest('@Query(() => [Order]) orders(@Paged() page: number)'), ['orders unknown']],
  ['TypeGraphQL', nest('@Query(() => [Order]) orders()').replace('@nestjs/graphql', 'type-graphql'), ['orders none']],
])('decorators: %s', (_, source, expected) => {
  expect(lists(source)).toEqual(expected)
})

const resolvers = 'export const resolvers = { Query: { orders: () => db.all() } }'

test.each<[string, string, string, readonly string[]]>([
  ['a file', resolvers, 'type Query { orders: [Order!]! }', ['Query.orders none']],
  ['a template', `const typeDefs = gql\`type Query { orders: [Order] }\`\n${resolvers}`, '', ['Query.orders none']],
  ['a limit', resolvers, 'type Query { orders(first: Int): [Order] }', ['Query.orders given']],
  [
    'a limit in an input',
    resolvers,
    'input P { pageSize: Int }\ntype Query { orders(p: P): [Order] }',
    ['Query.orders given'],
  ],
  [
    'an input without',
    resolvers,
    'input F { status: String }\ntype Query { orders(f: F): [Order] }',
    ['Query.orders none'],
  ],
  ['an input that is not there', resolvers, 'type Query { orders(f: OrdersInput): [Order] }', ['Query.orders unknown']],
  [
    'a resolver by name',
    'const all = () => db.all()\nconst Query = { orders: all }\nexport default { Query }',
    'type Query { orders: [Order] }',
    ['Query.orders none'],
  ],
  ['no resolver', 'export const resolvers = {}', 'type Query { orders: [Order] }', []],
  [
    'a method of Nest',
    "import { Query } from '@nestjs/graphql'\nclass Orders { @Query('orders') all() { return [] } }",
    'type Query { orders: [Order] }',
    ['Query.orders none'],
  ],
  [
    'a field of another type',
    'export default { Buyer: { orders: () => db.all() } }',
    'type Buyer { orders: [Order] }',
    ['Buyer.orders none'],
  ],
  ['a mutation', 'export default { Mutation: { close: () => db.all() } }', 'type Mutation { close: [Order] }', []],
])('schemas: %s', (_, source, sdl, expected) => {
  expect(lists(source, sdl)).toEqual(expected)
})
