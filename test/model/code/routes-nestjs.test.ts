import { expect, test } from 'vitest'
import type { Files } from '../../support/model.js'
import { guarded, routeAt, routesOf, textAt } from '../../support/routes.js'

const MAIN = `
  import { NestFactory } from '@nestjs/core'
  import { AppModule } from './app.module'
  async function bootstrap() {
    const app = await NestFactory.create(AppModule)
    await app.listen(3000)
  }
  bootstrap()`

const CONTROLLER = `
  import { Controller, Get, UseGuards } from '@nestjs/common'
  import { Public, SkipAuth, Roles } from './decorators'
  import { JwtAuthGuard } from './guard'
  @Controller('health')
  export class HealthController {
    @Get() check() { return 'ok' }
    @Public() @Get('live') live() { return 'ok' }
    @SkipAuth() @Get('ready') ready() { return 'ok' }
    @Roles('admin') @Get('deep') deep() { return 'ok' }
  }
  @Public()
  @Controller('status')
  export class StatusController {
    @Get() status() { return 'ok' }
  }`

const DECORATORS = `
  import { SetMetadata } from '@nestjs/common'
  export const IS_PUBLIC_KEY = 'isPublic'
  export const Public = () => SetMetadata(IS_PUBLIC_KEY, true)
  export const SkipAuth = () => SetMetadata('skipLogging', true)
  export const Roles = (...roles: string[]) => SetMetadata('roles', roles)`

const GUARD = `
  import { AuthGuard } from '@nestjs/passport'
  import { IS_PUBLIC_KEY } from './decorators'
  export class JwtAuthGuard extends AuthGuard('jwt') {
    constructor(private reflector: Reflector) { super() }
    canActivate(context: ExecutionContext) {
      const isPublic = this.reflector.getAllAndOverride<boolean>(IS_PUBLIC_KEY, [context.getHandler(), context.getClass()])
      if (isPublic) return true
      return super.canActivate(context)
    }
  }`

function nest(module: string, more: Files = {}): Record<string, string> {
  return {
    'main.ts': MAIN,
    'app.module.ts': `
      import { Module } from '@nestjs/common'
      import { APP_GUARD } from '@nestjs/core'
      import { ThrottlerGuard } from '@nestjs/throttler'
      import { HealthController, StatusController } from './health.controller'
      import { JwtAuthGuard } from './guard'
      ${module}`,
    'health.controller.ts': CONTROLLER,
    'decorators.ts': DECORATORS,
    'guard.ts': GUARD,
    ...more,
  }
}

test('a global guard lets pass what has the metadata that it reads, whatever the decorators are called', () => {
  const files = nest(`@Module({
    controllers: [HealthController, StatusController],
    providers: [{ provide: APP_GUARD, useClass: JwtAuthGuard }, { provide: APP_GUARD, useClass: ThrottlerGuard }],
  })
  export class AppModule {}`)
  expect(guarded(routesOf(files))).toEqual([
    'GET /health ← JwtAuthGuard (global auth), ThrottlerGuard (global limit)',
    'GET /health/live ← ThrottlerGuard (global limit)',
    // It is called SkipAuth, and sets metadata that the guard does not read.
    'GET /health/ready ← JwtAuthGuard (global auth), ThrottlerGuard (global limit)',
    'GET /health/deep ← JwtAuthGuard (global auth), ThrottlerGuard (global limit)',
    'GET /status ← ThrottlerGuard (global limit)',
  ])
  expect(routeAt(routesOf(files), '/health').guards.map(guard => textAt(files, guard.at))).toEqual([
    'JwtAuthGuard',
    'ThrottlerGuard',
  ])
})

test('metadata of the class does not count for a guard that reads that of the method alone', () => {
  const files = nest(
    `@Module({ controllers: [StatusController], providers: [{ provide: APP_GUARD, useClass: JwtAuthGuard }] })
    export class AppModule {}`,
    {
      'guard.ts': GUARD.replace(
        'getAllAndOverride<boolean>(IS_PUBLIC_KEY, [context.getHandler(), context.getClass()])',
        'get<boolean>(IS_PUBLIC_KEY, context.getHandler())',
      ),
    },
  )
  expect(guarded(routesOf(files))).toEqual(['GET /status ← JwtAuthGuard (global auth)'])
})

test('a guard that asks for roles lets pass what names none', () => {
  const files = nest(
    `@Module({ controllers: [HealthController], providers: [{ provide: APP_GUARD, useClass: JwtAuthGuard }] })
    export class AppModule {}`,
    {
      'guard.ts': `
        export class JwtAuthGuard {
          canActivate(context) {
            const roles = this.reflector.get('roles', context.getHandler())
            if (!roles) return true
            const { user } = context.switchToHttp().getRequest()
            return roles.some(role => user.roles.includes(role))
          }
        }`,
    },
  )
  expect(guarded(routesOf(files))).toEqual([
    'GET /health',
    'GET /health/live',
    'GET /health/ready',
    'GET /health/deep ← JwtAuthGuard (global auth)',
  ])
})

test('a guard of a package may be passed with decorators of that package', () => {
  const files = nest(
    `import { SharedGuard } from '@shop/auth'
    @Module({ controllers: [StatusController, OpenController], providers: [{ provide: APP_GUARD, useClass: SharedGuard }] })
    export class AppModule {}
    import { OpenController } from './open'`,
    {
      'open.ts': `
        import { Controller, Get } from '@nestjs/common'
        import { Public } from '@shop/auth'
        @Controller('open') export class OpenController { @Public() @Get() open() {} @Get('closed') closed() {} }`,
    },
  )
  files['app.module.ts'] = (files['app.module.ts'] ?? '').replaceAll('SharedGuard', 'AuthGuard')
  expect(guarded(routesOf(files))).toEqual([
    'GET /status ← AuthGuard (global auth)',
    'GET /open ← AuthGuard (global other)',
    'GET /open/closed ← AuthGuard (global auth)',
  ])
})

test('a guard that asks for metadata of a name that is not known, and one that refuses nobody', () => {
  const purposes = (guard: string) =>
    routesOf(
      nest(
        `@Module({ controllers: [StatusController], providers: [{ provide: APP_GUARD, useClass: JwtAuthGuard }] })
        export class AppModule {}`,
        { 'guard.ts': guard },
      ),
    ).routes[0]?.guards.map(one => one.purpose)
  expect(purposes(GUARD.replace("'./decorators'", "'@shop/auth'"))).toEqual(['other'])
  const optional = (body: string) => `
    import { AuthGuard } from '@nestjs/passport'
    export class JwtAuthGuard extends AuthGuard('jwt') { handleRequest(error, user) { ${body} } }`
  expect(purposes(optional('return user'))).toEqual(['other'])
  expect(purposes(optional('if (!user) throw new UnauthorizedException(); return user'))).toEqual(['auth'])
})

test('decorators that Reflector makes', () => {
  const files = nest(
    `@Module({ controllers: [HealthController], providers: [{ provide: APP_GUARD, useClass: JwtAuthGuard }] })
    export class AppModule {}`,
    {
      'decorators.ts': `
        import { Reflector } from '@nestjs/core'
        export const Public = Reflector.createDecorator<boolean>()
        export const SkipAuth = Reflector.createDecorator<boolean>()
        export const Roles = Reflector.createDecorator<string>()`,
      'guard.ts': `
        import { Public } from './decorators'
        export class JwtAuthGuard {
          canActivate(context) {
            if (this.reflector.get(Public, context.getHandler())) return true
            throw new UnauthorizedException()
          }
        }`,
    },
  )
  expect(guarded(routesOf(files)).filter(line => !line.includes('←'))).toEqual(['GET /health/live'])
})

test('guards of classes and methods, and those set in main, from the outside in', () => {
  const files = nest(`@Module({ controllers: [OrdersController] }) export class AppModule {}`, {
    'main.ts': MAIN.replace('await app.listen', 'app.useGlobalGuards(new LimitGuard())\n    await app.listen').replace(
      "'./app.module'",
      "'./app.module'\n  import { LimitGuard } from './limit.guard'",
    ),
    'limit.guard.ts': `
      export class LimitGuard {
        canActivate() { if (this.hits > 9) throw new HttpException('slow down', HttpStatus.TOO_MANY_REQUESTS); return true }
      }`,
    'orders.ts': `
      import { applyDecorators, Controller, Get, UseGuards } from '@nestjs/common'
      import { AuthGuard } from '@nestjs/passport'
      import { TracingGuard } from './tracing.guard'
      const Secured = () => applyDecorators(UseGuards(AuthGuard('jwt')))
      @UseGuards(TracingGuard)
      @Controller('orders')
      export class OrdersController {
        @Secured() @Get() list() { return [] }
        @Get(':id') find() { return {} }
      }`,
    'tracing.guard.ts': `export class TracingGuard { canActivate(context) { this.tracer.start(); return true } }`,
    'app.module.ts': `
      import { Module } from '@nestjs/common'
      import { OrdersController } from './orders'
      @Module({ controllers: [OrdersController] }) export class AppModule {}`,
  })
  expect(guarded(routesOf(files))).toEqual([
    'GET /orders ← LimitGuard (global limit), TracingGuard (other), AuthGuard (auth)',
    'GET /orders/:id ← LimitGuard (global limit), TracingGuard (other)',
  ])
})

test('middleware that modules apply', () => {
  const files = nest(
    `import { AuthMiddleware } from './auth.middleware'
    @Module({ controllers: [HealthController, StatusController] })
    export class AppModule {
      configure(consumer) { consumer.apply(AuthMiddleware).exclude('health/live', 'health/(.*)').forRoutes('*') }
    }`,
    {
      'auth.middleware.ts': `export class AuthMiddleware {
        use(req, res, next) { if (!req.headers.authorization) throw new UnauthorizedException(); next() } }`,
    },
  )
  expect(guarded(routesOf(files))).toEqual([
    'GET /health ← AuthMiddleware (auth)',
    'GET /health/live',
    'GET /health/ready',
    'GET /health/deep',
    'GET /status ← AuthMiddleware (auth)',
  ])
})

test('what the service sets in its environment is the prefix, else the fallback of the code', () => {
  const files = nest(`@Module({ controllers: [StatusController] }) export class AppModule {}`, {
    'main.ts': `
      import { NestFactory } from '@nestjs/core'
      import { ConfigService } from '@nestjs/config'
      import { AppModule } from './app.module'
      async function bootstrap() {
        const app = await NestFactory.create(AppModule)
        const config = app.get(ConfigService)
        app.setGlobalPrefix(config.get('API_PREFIX', 'api/v1'))
        await app.listen(process.env.PORT || 3000)
      }
      bootstrap()`,
  })
  const route = routeAt(routesOf(files), '/api/v1/status')
  expect(route.isResolved).toBe(true)
  expect(route.prefixes.map(prefix => [prefix.path, textAt(files, prefix.at)])).toEqual([
    ['/api/v1', "config.get('API_PREFIX', 'api/v1')"],
    ['/status', "'status'"],
  ])
})

test('a module that could not be followed is said, and no controller is called unregistered then', () => {
  const files = nest(`import { loadModules } from '@shop/modules'
    @Module({ imports: [...loadModules()], controllers: [HealthController] }) export class AppModule {}`)
  const table = routesOf(files)
  expect(table.unresolved).toHaveLength(1)
  expect(table.unregistered).toEqual([])
})

test('controllers of modules that the root module does not lead to', () => {
  const files = nest(`@Module({ controllers: [HealthController] }) export class AppModule {}`, {
    'other.module.ts': `
      import { Module } from '@nestjs/common'
      import { StatusController } from './health.controller'
      @Module({ controllers: [StatusController] }) export class OtherModule {}`,
  })
  const table = routesOf(files)
  expect(table.unregistered.map(one => [one.name, textAt(files, one.at), one.routes.map(route => route.path)])).toEqual(
    [['StatusController', 'StatusController', ['/status']]],
  )
})

test('GraphQL, metrics, documentation and static files', () => {
  const files = nest(
    `import { GraphQLModule } from '@nestjs/graphql'
    import { PrometheusModule } from '@willsoto/nestjs-prometheus'
    import { ServeStaticModule } from '@nestjs/serve-static'
    @Module({ imports: [
      GraphQLModule.forRoot({ driver: ApolloDriver, path: '/query' }),
      PrometheusModule.register(),
      ServeStaticModule.forRoot({ rootPath: 'client', serveRoot: '/app' }),
    ] }) export class AppModule {}`,
    {
      'main.ts': MAIN.replace(
        'await app.listen',
        "app.setGlobalPrefix('api')\n SwaggerModule.setup('docs', app, document)\n await app.listen",
      ).replace("from '@nestjs/core'", "from '@nestjs/core'\n import { SwaggerModule } from '@nestjs/swagger'"),
    },
  )
  const table = routesOf(files)
  expect(table.routes.map(route => `${route.framework} ${route.method} ${route.path}`).sort()).toEqual([
    'apollo GET /query',
    'apollo POST /query',
    'nestjs GET /api/metrics',
  ])
  expect(table.fallbacks.map(one => one.prefix).sort()).toEqual(['/app', '/docs'])
})

test('routes that are entered into the server below', () => {
  const files = nest(`@Module({}) export class AppModule {}`, {
    'main.ts': MAIN.replace(
      'await app.listen',
      "app.setGlobalPrefix('api')\n app.getHttpAdapter().get('/health', (req, res) => res.send('ok'))\n await app.listen",
    ),
  })
  expect(guarded(routesOf(files))).toEqual(['GET /health'])
})
