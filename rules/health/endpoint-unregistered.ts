import { healthKindOf } from '../../src/model/code/health/match.js'
import { defineRule } from '../../src/rule.js'

/** What puts routes into an application. */
const REGISTRATIONS = {
  node: '`app.use(healthRouter)`, in NestJS `controllers` of a module that the application imports',
  python: '`app.include_router(health.router)` in FastAPI, `app.register_blueprint(health)` in Flask',
  go: 'register its handler at the router that the server is given',
}

export default defineRule({
  id: 'health/endpoint-unregistered',
  title: 'Health routes are declared and never registered',
  category: 'service-health',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The code says how to tell whether the service works, and nobody can ask it: the path answers 404. Whoever reads the code believes that it is there.',
  fix: 'Register it: put the controller into `controllers` of a module that the application imports, `app.use(healthRouter)`, `app.include_router(health.router)`. Or delete it, if another one has taken its place.',
  refs: [
    'https://docs.nestjs.com/modules',
    'https://expressjs.com/en/guide/routing.html#express-router',
    'https://fastapi.tiangolo.com/tutorial/bigger-applications/',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const service of system.services) {
      const dead = service.routes.unregistered.flatMap(one => {
        const route = one.routes.find(({ path }) => healthKindOf(path, service.name))
        return route ? [{ one, route }] : []
      })
      const registered = new Set(service.health.map(({ route }) => route.path.split('/').at(-1)))
      // A twin of one that is served misleads nobody who asks.
      const missed = dead.filter(({ route }) => !registered.has(route.path.split('/').at(-1)))
      const [first, ...others] = missed
      if (first) {
        fail(
          service,
          first.one,
          `${first.one.name} declares ${first.route.path}, and nothing of ${service.name} registers it`,
          {
            fix: `Register it: ${REGISTRATIONS[service.runtime]}. Or delete it, if another one has taken its place.`,
            related: others.map(({ one, route }) => ({ at: one.at, message: `${one.name} declares ${route.path}` })),
          },
        )
      } else if (service.health.length > 0) pass(service)
    }
  },
  examples: {
    bad: [
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
          import { Controller, Get, Module } from '@nestjs/common'
          @Controller('orders')
          class OrdersController { @Get() list() { return [] } }
          @Module({ controllers: [OrdersController] })
          export class AppModule {}
        `,
        'src/health.controller.ts': `
          import { Controller, Get } from '@nestjs/common'
          @Controller('health')
          export class HealthController { //! HealthController declares /health, and nothing of api registers it
            @Get() check() { return { status: 'ok' } }
          }
        `,
      },
    ],
    good: [
      {
        // Registered over a module, and the twin of one that is.
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
          import { HealthModule } from './health.module'
          @Module({ imports: [HealthModule] })
          export class AppModule {}
        `,
        'src/health.module.ts': `
          import { Controller, Get, Module } from '@nestjs/common'
          @Controller('health')
          export class HealthController {
            @Get() check() { return { status: 'ok' } }
          }
          @Module({ controllers: [HealthController] })
          export class HealthModule {}
        `,
        'src/old-health.controller.ts': `
          import { Controller, Get } from '@nestjs/common'
          @Controller('health')
          export class OldHealthController {
            @Get() check() { return { status: 'ok' } }
          }
        `,
      },
    ],
  },
})
