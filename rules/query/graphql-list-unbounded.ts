import { queryWords } from '../../src/knowledge/query-words.js'
import { growthOfRows, readsEverything } from '../../src/model/code/queries/growing.js'
import { boundsRequests, usesGraphql } from '../../src/model/code/queries/libraries.js'
import type { Service, ServiceQuery, System } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

type List = Service['graphqlLists'][number]

export default defineRule({
  id: 'query/graphql-list-unbounded',
  title: 'A list field of GraphQL returns a growing table without a limit',
  category: 'performance',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'The client writes the query. A field that gives every row, in an API that bounds neither depth nor cost, lets one request read the table, the rows below each of its rows, and the same again under another name.',
  fix: 'Give the field an argument with a cap, `orders(first: Int = 20): OrderConnection!`, read `take: Math.min(first, 100)`, and bound what a request may cost with graphql-query-complexity or graphql-armor.',
  refs: [
    'https://graphql.org/learn/pagination/',
    'https://graphql.org/learn/security/',
    'https://docs.nestjs.com/graphql/complexity',
    'https://cheatsheetseries.owasp.org/cheatsheets/GraphQL_Cheat_Sheet.html',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail }) {
    // A gateway in front bounds what its subgraphs are asked.
    const isBounded = system.services.some(({ packages }) => boundsRequests(packages))
    for (const service of system.services) {
      if (!usesGraphql(service.packages)) continue
      const open = service.graphqlLists.flatMap(list => {
        const read = list.limit === 'none' ? list.reads.find(one => isOpen(system, one)) : undefined
        return read ? [{ list, read }] : []
      })
      const [first, ...others] = open
      if (!first || isBounded) {
        if (open.length > 0 || service.graphqlLists.some(isJudged)) pass(service)
        continue
      }
      const more = others.length > 0 ? `; so do ${others.length} more of its lists` : ''
      fail(service, first.list, `${describe(first.list, first.read, service)}${more}`, {
        key: 'graphql',
        fix: `Give the field an argument, \`${first.list.field}(limit: Int = 20)\`, read a page, ${queryWords(first.read.library).page}, and bound what a request may cost with graphql-query-complexity or graphql-armor.`,
        related: [
          { at: first.read.at, message: 'it is read here' },
          ...others.map(({ list, read }) => ({ at: list.at, message: `${list.field} returns every ${read.entity}` })),
        ],
      })
    }
  },
  examples: {
    bad: [
      {
        // A schema and resolvers.
        'compose.yaml': `
          services: { api: { build: ., ports: ["4000:4000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const { ApolloServer } = require('@apollo/server')
          const { startStandaloneServer } = require('@apollo/server/standalone')
          const { PrismaClient } = require('@prisma/client')
          const { readFileSync } = require('fs')
          const prisma = new PrismaClient()
          const typeDefs = \`#graphql
            type Order { id: ID! number: String! lines: [OrderLine!]! }
            type OrderLine { id: ID! }
            type Query {
              orders(status: String): [Order!]! #! Query.orders of api returns every order
              order(id: ID!): Order
            }
          \`
          const resolvers = {
            Query: {
              orders: () => prisma.order.findMany({ orderBy: { id: 'desc' } }),
              order: (_, { id }) => prisma.order.findUnique({ where: { id } }),
            },
            Order: { lines: parent => prisma.orderLine.findMany({ where: { orderId: parent.id } }) },
          }
          startStandaloneServer(new ApolloServer({ typeDefs, resolvers }), { listen: { port: 4000 } })
        `,
      },
      {
        // The schema in a file of its own.
        'compose.yaml': `
          services: { api: { build: ., ports: ["4000:4000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'schema.graphql': `
          "A customer's order"
          type Order @key(fields: "id") { id: ID!, number: String! }
          extend type Query {
            orders: [Order] #! Query.orders of api returns every order
          }
        `,
        'server.js': `
          const { createServer } = require('http')
          const { createSchema, createYoga } = require('graphql-yoga')
          const { readFileSync } = require('fs')
          const resolvers = require('./resolvers')
          const yoga = createYoga({ schema: createSchema({ typeDefs: readFileSync('schema.graphql', 'utf8'), resolvers }) })
          createServer(yoga).listen(4000)
        `,
        'resolvers.js': `
          const { PrismaClient } = require('@prisma/client')
          const prisma = new PrismaClient()
          const list = async (_, __, { user }) => {
            return prisma.order.findMany({ where: { companyId: user.companyId } })
          }
          module.exports = { Query: { orders: list } }
        `,
      },
      {
        // Classes with decorators, over a service.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          async function bootstrap() {
            const app = await NestFactory.create(AppModule)
            await app.listen(3000)
          }
          bootstrap()
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { ApolloDriver } from '@nestjs/apollo'
          import { GraphQLModule } from '@nestjs/graphql'
          import { OrdersResolver } from './orders.resolver'
          import { OrdersService } from './orders.service'
          @Module({
            imports: [GraphQLModule.forRoot({ driver: ApolloDriver, autoSchemaFile: true })],
            providers: [OrdersResolver, OrdersService],
          })
          export class AppModule {}
        `,
        'src/orders.resolver.ts': `
          import { Args, Query, Resolver } from '@nestjs/graphql'
          import { Order, OrdersService } from './orders.service'
          @Resolver(() => Order)
          export class OrdersResolver {
            constructor(private readonly service: OrdersService) {}
            @Query(() => [Order]) //! orders of api returns every Order
            orders(@Args('search', { nullable: true }) search?: string) {
              return this.service.all()
            }
          }
        `,
        'src/orders.service.ts': `
          import { InjectRepository } from '@nestjs/typeorm'
          import { Repository } from 'typeorm'
          export class Order { id: number }
          export class OrdersService {
            constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}
            all() {
              return this.orders.find()
            }
          }
        `,
      },
    ],
    good: [
      {
        // An argument, one inside an input, a table that does not grow, the rows of a parent, a page that the program decides.
        'compose.yaml': `
          services: { api: { build: ., ports: ["4000:4000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const { ApolloServer } = require('@apollo/server')
          const { startStandaloneServer } = require('@apollo/server/standalone')
          const { PrismaClient } = require('@prisma/client')
          const prisma = new PrismaClient()
          const typeDefs = \`#graphql
            type Order { id: ID! lines: [OrderLine!]! }
            type OrderLine { id: ID! }
            type Country { id: ID! }
            input OrderPage { limit: Int = 20, status: String }
            type Query {
              orders(first: Int = 20): [Order!]!
              paged(options: OrderPage): [Order!]!
              countries: [Country!]!
              latest: [Order!]!
              unknown: [Order!]!
            }
            type Mutation { closeOrders: [Order!]! }
          \`
          const resolvers = {
            Query: {
              orders: (_, { first }) => prisma.order.findMany({ take: Math.min(first, 100) }),
              paged: (_, { options }) => prisma.order.findMany({ take: Math.min(options.limit, 100) }),
              countries: () => prisma.country.findMany(),
              latest: () => prisma.order.findMany({ take: 10 }),
              unknown: require('elsewhere').list,
            },
            Order: { lines: parent => prisma.orderLine.findMany({ where: { orderId: parent.id } }) },
            Mutation: { closeOrders: () => prisma.order.findMany() },
          }
          startStandaloneServer(new ApolloServer({ typeDefs, resolvers }), { listen: { port: 4000 } })
        `,
      },
      {
        // What a request may cost is bounded by the gateway in front.
        'compose.yaml': `
          services:
            api: { build: ./api }
            gateway: { build: ./gateway, ports: ["4000:4000"] }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'gateway/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'gateway/server.js': `
          const { ApolloGateway } = require('@apollo/gateway')
          const { ApolloServer } = require('@apollo/server')
          const { startStandaloneServer } = require('@apollo/server/standalone')
          const depthLimit = require('graphql-depth-limit')
          const server = new ApolloServer({ gateway: new ApolloGateway(), validationRules: [depthLimit(5)] })
          startStandaloneServer(server, { listen: { port: 4000 } })
        `,
        'api/server.js': `
          const { ApolloServer } = require('@apollo/server')
          const { startStandaloneServer } = require('@apollo/server/standalone')
          const { PrismaClient } = require('@prisma/client')
          const prisma = new PrismaClient()
          const typeDefs = \`type Order { id: ID! } type Query { orders: [Order!]! }\`
          const resolvers = { Query: { orders: () => prisma.order.findMany() } }
          const server = new ApolloServer({ typeDefs, resolvers })
          startStandaloneServer(server, { listen: { port: 4000 } })
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          async function bootstrap() {
            const app = await NestFactory.create(AppModule)
            await app.listen(3000)
          }
          bootstrap()
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { ApolloDriver } from '@nestjs/apollo'
          import { GraphQLModule } from '@nestjs/graphql'
          import { OrdersResolver } from './orders.resolver'
          @Module({
            imports: [GraphQLModule.forRoot({ driver: ApolloDriver, autoSchemaFile: true })],
            providers: [OrdersResolver],
          })
          export class AppModule {}
        `,
        'src/orders.resolver.ts': `
          import { Args, ArgsType, Field, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
          import { InjectRepository } from '@nestjs/typeorm'
          import { Repository } from 'typeorm'
          export class Order { id: number; customerId: number }
          export class Customer { id: number }
          @ArgsType()
          class PageArgs { @Field(() => Int) take = 20 }
          @ArgsType()
          class OrderArgs extends PageArgs { @Field() status?: string }
          @Resolver(() => Customer)
          export class OrdersResolver {
            constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}
            @Query(() => [Order])
            list(@Args() { take }: OrderArgs) {
              return this.orders.find({ take: Math.min(take, 100) })
            }
            @Query(() => Order)
            one() {
              return this.orders.find()
            }
            @ResolveField(() => [Order])
            ofCustomer(@Parent() customer: Customer) {
              return this.orders.find({ where: { customerId: customer.id } })
            }
          }
        `,
      },
    ],
  },
})

function isOpen(system: System, read: ServiceQuery): boolean {
  return read.isReturned && growthOfRows(system.schemas, read) === 'high' && readsEverything(system.schemas, read)
}

function isJudged({ limit, reads }: List): boolean {
  return limit === 'given' || (limit === 'none' && reads.length > 0)
}

function describe({ field }: List, read: ServiceQuery, { name }: Service): string {
  return `${field} of ${name} returns every ${read.entity}: the field takes no limit, and nothing bounds what a request may cost`
}
