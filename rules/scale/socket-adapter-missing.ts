import { instancesOf } from '../../src/model/code/instances.js'
import { defineRule } from '../../src/rule.js'

/** Packages that may carry messages from one instance to the others. */
const CARRIERS =
  /redis|valkey|nats|amqp|rabbit|kafka|mqtt|pubsub|pub-sub|pg|postgres|mongo|aws-sdk|client-s[nq]s|google-cloud|azure|ably|pusher|zeromq|cluster/i

export default defineRule({
  id: 'scale/socket-adapter-missing',
  title: 'Several instances of a Socket.IO server do not share their messages',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Each instance only knows the clients that are connected to itself: what it emits to a room or to everybody never gets to those of the others. With four instances three of four people miss each message, and nothing is logged.',
  fix: 'Give the server an adapter: `npm install @socket.io/redis-adapter`, then `io.adapter(createAdapter(pubClient, subClient))`; in NestJS `app.useWebSocketAdapter(new RedisIoAdapter(app))`. `@socket.io/redis-streams-adapter` also survives a lost connection to Redis.',
  refs: [
    'https://socket.io/docs/v4/adapter/',
    'https://socket.io/docs/v4/using-multiple-nodes/',
    'https://docs.nestjs.com/websockets/adapter',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const sockets = service.sockets.filter(({ library }) => library === 'socket.io')
      const plain = service.sockets.find(({ broadcast }) => broadcast)
      if (sockets.length === 0 && plain?.broadcast && ![...service.packages].some(name => CARRIERS.test(name))) {
        const several = instancesOf(system, service)
        if (several.state === 'one') pass(service)
        else if (several.state === 'several')
          fail(
            service,
            plain.broadcast,
            `${service.name} sends this to the clients of its own process alone, and there are ${several.text}`,
            {
              key: 'broadcast',
              fix: 'Publish the message (Redis, NATS), and let each instance send what it receives to its own clients.',
              related: [{ at: several.at, message: 'the number of instances' }],
            },
          )
        else unverified(service, plain, `how many instances of ${service.name} run is not known: ${several.because}`)
      }
      if (sockets.length === 0) continue
      const instances = instancesOf(system, service)
      // The adapter of the cluster module goes from process to process, not from container to container.
      const alone = sockets.filter(
        ({ adapter }) => !adapter || (adapter.kind === 'cluster' && instances.state === 'several' && instances.apart),
      )
      const [first, ...others] = alone
      if (!first || instances.state === 'one') pass(service)
      else if (instances.state === 'unknown') {
        unverified(service, first, `how many instances of ${service.name} run is not known: ${instances.because}`)
      } else {
        const what = first.adapter
          ? 'only joins the processes of one host by @socket.io/cluster-adapter'
          : 'has no adapter'
        fail(service, first, `the Socket.IO server of ${service.name} ${what}, and there are ${instances.text}`, {
          key: 'adapter',
          related: [
            { at: instances.at, message: 'the number of instances' },
            ...others.map(({ at, name }) => ({ at, message: `${name ?? 'another server'} has none either` })),
          ],
        })
      }
    }
  },
  examples: {
    bad: [
      {
        // Plain WebSockets: what is sent to all goes to those of one process.
        'compose.yaml': `
          services: { chat: { build: ., deploy: { replicas: 3 } } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const { WebSocketServer } = require('ws')
          const wss = new WebSocketServer({ port: 3000 })
          wss.on('connection', socket => {
            socket.on('message', text => {
              wss.clients.forEach(client => client.send(text)) //! chat sends this to the clients of its own process alone, and there are 3 replicas
            })
          })
        `,
      },
      {
        'compose.yaml': `
          services: { chat: { build: ., deploy: { replicas: 4 } } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const { createServer } = require('http')
          const { Server } = require('socket.io')
          const server = createServer()
          const io = new Server(server) //! the Socket.IO server of chat has no adapter, and there are 4 replicas
          io.on('connection', socket => socket.on('say', text => io.emit('say', text)))
          server.listen(3000)
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = { apps: [{ name: 'chat', script: 'server.js', instances: 'max', exec_mode: 'cluster' }] }
        `,
        'server.js': `
          const { createServer } = require('http')
          const { Server } = require('socket.io')
          const server = createServer()
          const io = new Server(server) //! there are one process for each processor, by PM2
          server.listen(3000)
        `,
      },
      {
        // A gateway of NestJS behind an autoscaler, and an adapter that does not leave its host.
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec: { containers: [{ name: api, image: "acme/api:1.4" }] }
          ---
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: { name: api }
          spec:
            scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }
            minReplicas: 1
            maxReplicas: 6
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'api/src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          async function bootstrap() {
            const app = await NestFactory.create(AppModule)
            await app.listen(3000)
          }
          bootstrap()
        `,
        'api/src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { EventsGateway } from './events.gateway'
          @Module({ providers: [EventsGateway] })
          export class AppModule {}
        `,
        'api/src/events.gateway.ts': `
          import { WebSocketGateway, WebSocketServer } from '@nestjs/websockets'
          import { Server } from 'socket.io'
          @WebSocketGateway({ cors: true }) //! up to 6 replicas by its autoscaler
          export class EventsGateway {
            @WebSocketServer() server: Server
          }
        `,
      },
      {
        'compose.yaml': `
          services: { chat: { build: ., deploy: { replicas: 2 } } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const { createServer } = require('http')
          const { Server } = require('socket.io')
          const { createAdapter } = require('@socket.io/cluster-adapter')
          const server = createServer()
          const io = new Server(server) //! only joins the processes of one host by @socket.io/cluster-adapter
          io.adapter(createAdapter())
          server.listen(3000)
        `,
      },
    ],
    good: [
      {
        // One instance; a look who is still there; and messages that go through Redis.
        'compose.yaml': `
          services:
            chat: { build: . }
            quiet: { build: ./quiet, deploy: { replicas: 3 } }
            shared: { build: ./shared, deploy: { replicas: 3 } }
        `,
        ...Object.fromEntries(
          ['', 'quiet/', 'shared/'].map(folder => [
            `${folder}Dockerfile`,
            `
              FROM node:24.1.0-slim
              WORKDIR /app
              COPY . .
              CMD ["node", "server.js"]
            `,
          ]),
        ),
        'server.js': `
          const { WebSocketServer } = require('ws')
          const wss = new WebSocketServer({ port: 3000 })
          wss.on('connection', socket => socket.on('message', text => wss.clients.forEach(one => one.send(text))))
        `,
        'quiet/server.js': `
          const { WebSocketServer } = require('ws')
          const wss = new WebSocketServer({ port: 3000 })
          setInterval(() => wss.clients.forEach(client => client.ping()), 30_000)
        `,
        'shared/server.js': `
          const { WebSocketServer } = require('ws')
          const Redis = require('ioredis')
          const wss = new WebSocketServer({ port: 3000 })
          const channel = new Redis(process.env.REDIS_URL)
          channel.subscribe('chat')
          channel.on('message', (_, text) => wss.clients.forEach(client => client.send(text)))
        `,
      },
      {
        // Set after the constructor, in another file than the one that makes the server.
        'compose.yaml': `
          services: { chat: { build: ., deploy: { replicas: 4 } } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const { createAdapter } = require('@socket.io/redis-adapter')
          const { createClient } = require('redis')
          const { io, server } = require('./sockets')
          async function start() {
            const pub = createClient({ url: process.env.REDIS_URL })
            const sub = pub.duplicate()
            await Promise.all([pub.connect(), sub.connect()])
            io.adapter(createAdapter(pub, sub))
            server.listen(3000)
          }
          start()
        `,
        'sockets.js': `
          const { createServer } = require('http')
          const { Server } = require('socket.io')
          const server = createServer()
          module.exports = { server, io: new Server(server, { cors: { origin: 'https://shop.example' } }) }
        `,
      },
      {
        // One instance; a server that nothing starts; an adapter of NestJS for all gateways.
        'compose.yaml': `
          services:
            chat: { build: ./chat }
            api: { build: ./api, deploy: { replicas: 3 } }
        `,
        'chat/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'chat/server.js': `
          const { createServer } = require('http')
          const { Server } = require('socket.io')
          const server = createServer()
          const io = new Server(server)
          server.listen(3000)
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'api/src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          import { RedisIoAdapter } from './redis-io.adapter'
          async function bootstrap() {
            const app = await NestFactory.create(AppModule)
            const adapter = new RedisIoAdapter(app)
            await adapter.connectToRedis()
            app.useWebSocketAdapter(adapter)
            await app.listen(3000)
          }
          bootstrap()
        `,
        'api/src/redis-io.adapter.ts': `
          import { IoAdapter } from '@nestjs/platform-socket.io'
          import { createAdapter } from '@socket.io/redis-adapter'
          import { createClient } from 'redis'
          export class RedisIoAdapter extends IoAdapter {
            private adapterConstructor: ReturnType<typeof createAdapter>
            async connectToRedis() {
              const pub = createClient({ url: process.env.REDIS_URL })
              const sub = pub.duplicate()
              await Promise.all([pub.connect(), sub.connect()])
              this.adapterConstructor = createAdapter(pub, sub)
            }
            createIOServer(port: number, options?: object) {
              const server = super.createIOServer(port, options)
              server.adapter(this.adapterConstructor)
              return server
            }
          }
        `,
        'api/src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { EventsGateway } from './events.gateway'
          @Module({ providers: [EventsGateway] })
          export class AppModule {}
        `,
        'api/src/events.gateway.ts': `
          import { WebSocketGateway } from '@nestjs/websockets'
          @WebSocketGateway()
          export class EventsGateway {}
        `,
        'api/src/old-server.ts': `
          import { createServer } from 'node:http'
          import { Server } from 'socket.io'
          const server = createServer()
          new Server(server)
          server.listen(4000)
        `,
      },
    ],
  },
})
