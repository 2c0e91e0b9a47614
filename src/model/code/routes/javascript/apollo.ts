import { stepsOf, type Value } from '../../../../code/startup/values.js'

/** What answers GraphQL as a middleware: the framework's name; undefined for anything else. */
export function graphqlMount(value: Value): string | undefined {
  if (value.kind !== 'outside') return undefined
  const steps = stepsOf(value)
  switch (value.package) {
    case '@apollo/server/express4':
    case '@as-integrations/express4':
    case '@as-integrations/express5':
      return steps === '.expressMiddleware()' ? 'apollo' : undefined
    case '@as-integrations/koa':
      return steps === '.koaMiddleware()' ? 'apollo' : undefined
    case 'graphql-yoga':
      return steps.startsWith('.createYoga()') ? 'yoga' : undefined
    case 'express-graphql':
    case 'koa-graphql':
      return steps === '.graphqlHTTP()' ? 'graphql' : undefined
    case 'graphql-http/lib/use/express':
    case 'graphql-http/lib/use/koa':
    case 'graphql-http/lib/use/http':
      return steps === '.createHandler()' ? 'graphql' : undefined
    default:
      return undefined
  }
}
