import { describe, expect, it } from 'vitest'
import '../../support/grammars.js'
import { answersGrpcHealth } from '../../../src/model/code/health/grpc.js'
import { type Files, systemOf } from '../../support/model.js'

/** Whether the service of these files answers the health check of gRPC, and what its servers register. */
function answer(files: Files, command: string): string {
  const [service] = systemOf({
    'compose.yaml': 'services: { api: { build: . } }\n',
    Dockerfile: `FROM scratch\nWORKDIR /app\nCOPY . .\nCMD ${command}\n`,
    ...files,
  }).services
  if (!service) throw new Error('there is no service')
  const names = service.rpc.services.map(({ name }) => name).join(' ')
  return `${answersGrpcHealth(service)}: ${names}${service.rpc.unresolved.length > 0 ? ' …' : ''}`
}

const node = (body: string, files: Files = {}) =>
  answer(
    {
      'server.js': `const grpc = require('@grpc/grpc-js')\nconst loader = require('@grpc/proto-loader')\nconst proto = grpc.loadPackageDefinition(loader.loadSync('shop.proto'))\nconst server = new grpc.Server()\n${body}\nserver.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createInsecure(), () => {})\n`,
      ...files,
    },
    '["node", "server.js"]',
  )
const ORDERS = 'server.addService(proto.shop.Orders.service, {})'

describe('services of gRPC', () => {
  it.each([
    ['one', ORDERS, 'no: Orders'],
    [
      'out of generated code',
      "const { OrdersService } = require('./orders_grpc_pb')\nserver.addService(OrdersService, {})",
      'no: Orders',
    ],
    [
      'with the library of the check',
      `${ORDERS}\nconst { HealthImplementation } = require('grpc-health-check')\nnew HealthImplementation({}).addToServer(server)`,
      'yes: Orders …',
    ],
    [
      'with a check of its own',
      `${ORDERS}\nserver.addService(proto.grpc.health.v1.Health.service, {})`,
      'yes: Orders Health',
    ],
    [
      'with something like it',
      `${ORDERS}\nserver.addService(proto.shop.HealthRecords.service, {})`,
      'unknown: Orders HealthRecords',
    ],
    ['several in a loop', 'for (const one of Object.values(proto)) server.addService(one.service, {})', 'unknown:  …'],
    ['and a package that gets the server', `${ORDERS}\nrequire('@acme/checks').install(server)`, 'unknown: Orders …'],
    [
      'and reflection',
      `${ORDERS}\nconst { ReflectionService } = require('@grpc/reflection')\nconst reflection = new ReflectionService({})\nreflection.addToServer(server)`,
      'no: Orders',
    ],
    ['none that is seen', '', 'unknown: '],
  ])('at a server of Node.js: %s', (_, body, expected) => {
    expect(node(body, { 'orders_grpc_pb.js': 'exports.OrdersService = {}' })).toBe(expected)
  })

  it('that a function of the repository registers are found where it is', () => {
    const call = "const { register } = require('./services')\nregister(server)"
    const files = {
      'services.js': "exports.register = server => server.addService(require('./orders').OrdersService, {})\n",
      'orders.js': 'exports.OrdersService = {}',
    }
    expect(node(call, files)).toBe('unknown:  …')
    const named = {
      ...files,
      'services.js':
        "const { OrdersService } = require('./orders')\nexports.register = server => server.addService(OrdersService, {})\n",
    }
    expect(node(call, named)).toBe('no: Orders')
  })

  it('of nice-grpc are added', () => {
    const main = (health: string) =>
      `import { createServer } from 'nice-grpc'\nimport { OrdersDefinition } from './orders.js'\n${health}\nconst server = createServer()\nserver.add(OrdersDefinition, {})\nserver.listen('0.0.0.0:1')\n`
    const files = (health = '') => ({
      'package.json': '{ "type": "module" }',
      'server.js': main(health),
      'orders.js': 'export const OrdersDefinition = {}',
    })
    expect(answer(files(), '["node", "server.js"]')).toBe('no: Orders')
    expect(answer(files("import { HealthDefinition } from 'nice-grpc-server-health'"), '["node", "server.js"]')).toBe(
      'yes: Orders',
    )
  })

  it.each([
    ['one package', "package: 'shop'", '', 'no: shop'],
    ['several', "package: ['shop', 'stock']", '', 'no: shop stock'],
    ['the package of the check', "package: ['shop', 'grpc.health.v1']", '', 'yes: shop grpc.health.v1.Health'],
    ['a controller that answers it', "package: 'shop'", "@GrpcMethod('Health', 'Check')", 'yes: shop Health'],
    ['more when it is loaded', "package: 'shop', onLoadPackageDefinition: require('checks')", '', 'unknown: shop …'],
    ['a package that is not known', 'package: process.env.PACKAGE', '', 'unknown:  …'],
  ])('of NestJS: %s', (_, options, decorator, expected) => {
    const files = {
      'package.json': '{ "dependencies": { "@nestjs/core": "11.0.0", "@nestjs/microservices": "11.0.0" } }',
      'src/main.ts': `import { NestFactory } from '@nestjs/core'\nimport { Transport } from '@nestjs/microservices'\nimport { AppModule } from './app.module'\nNestFactory.createMicroservice(AppModule, { transport: Transport.GRPC, options: { ${options}, protoPath: 'shop.proto' } }).then(app => app.listen())\n`,
      'src/app.module.ts': `import { Controller, Module } from '@nestjs/common'\nimport { GrpcMethod } from '@nestjs/microservices'\n@Controller()\nclass Orders {\n  ${decorator}\n  find() {}\n}\n@Module({ controllers: [Orders] })\nexport class AppModule {}\n`,
    }
    expect(answer(files, '["node", "dist/main.js"]')).toBe(expected)
  })

  it('says nothing of other transports', () => {
    const files = {
      'package.json': '{ "dependencies": { "@nestjs/core": "11.0.0", "@nestjs/microservices": "11.0.0" } }',
      'src/main.ts':
        "import { NestFactory } from '@nestjs/core'\nimport { Transport } from '@nestjs/microservices'\nNestFactory.createMicroservice(class {}, { transport: Transport.REDIS }).then(app => app.listen())\n",
    }
    expect(answer(files, '["node", "dist/main.js"]')).toBe('unknown: ')
  })

  const python = (body: string, files: Files = {}) =>
    answer(
      {
        'main.py': `import grpc\nimport orders_pb2_grpc\nimport other\nfrom concurrent import futures\ndef serve():\n    server = grpc.server(futures.ThreadPoolExecutor())\n${body.replace(/^(?=.)/gm, '    ')}\n    server.add_insecure_port("[::]:50051")\n    server.start()\nserve()\n`,
        'orders_pb2_grpc.py':
          'import grpc\ndef add_OrdersServicer_to_server(servicer, server):\n    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler("shop.Orders", {}),))\n',
        ...files,
      },
      '["python", "main.py"]',
    )
  const ADD = 'orders_pb2_grpc.add_OrdersServicer_to_server(None, server)'

  it.each([
    ['one', ADD, 'no: Orders'],
    ['of asyncio', `server = grpc.aio.server()\n${ADD}`, 'no: Orders'],
    [
      'with the library of the check',
      `${ADD}\nfrom grpc_health.v1 import health, health_pb2_grpc\nhealth_pb2_grpc.add_HealthServicer_to_server(health.HealthServicer(), server)`,
      'yes: Orders Health',
    ],
    [
      'and reflection',
      `${ADD}\nfrom grpc_reflection.v1alpha import reflection\nreflection.enable_server_reflection(["shop.Orders"], server)`,
      'no: Orders',
    ],
    ['and a package that gets the server', `${ADD}\nother.install(server)`, 'unknown: Orders …'],
    ['handlers of its own making', `${ADD}\nserver.add_generic_rpc_handlers(other.handlers())`, 'unknown: Orders …'],
    ['that a function of the repository registers', 'import own\nown.register(server)', 'no: Orders'],
  ])('at a server of Python: %s', (_, body, expected) => {
    const own =
      'import orders_pb2_grpc\ndef register(server):\n    orders_pb2_grpc.add_OrdersServicer_to_server(None, server)\n'
    expect(python(body, { 'own.py': own })).toBe(expected)
  })
})
