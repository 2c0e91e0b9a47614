import { expect, test } from 'vitest'
import { javascriptSockets } from '../../../src/model/code/sockets.js'
import { programOf } from '../../support/code.js'
import type { Files } from '../../support/model.js'

function sockets(files: Files) {
  const program = programOf(files)
  return javascriptSockets(program, { entries: Object.keys(files).slice(0, 1), files: [...program.files.keys()] })
}

test('Socket.IO with an adapter that is set later, namespaces, transports and guards', () => {
  const [server] = sockets({
    'index.ts': `
      import { createServer } from 'http'
      import express from 'express'
      import { Server } from 'socket.io'
      import { createAdapter } from '@socket.io/redis-adapter'
      const app = express()
      const server = createServer(app)
      const io = new Server(server, { transports: ['websocket'], connectionStateRecovery: {}, cors: { origin: '*', credentials: true } })
      async function start() {
        const [pub, sub] = await connect()
        io.adapter(createAdapter(pub, sub))
        io.use((socket, next) => { try { verify(socket) } catch { next(new UnauthorizedError()) } next() })
        io.of('/chat').on('connection', () => {})
        server.listen(3000)
      }
      start()`,
  })
  expect(server).toMatchObject({
    library: 'socket.io',
    namespaces: ['/chat'],
    adapter: { kind: 'redis' },
    transports: ['websocket'],
    recoversState: true,
    cors: { origin: '*', hasCredentials: true },
    guards: [{ purpose: 'auth' }],
  })
})

test('Socket.IO without an adapter, and ws', () => {
  const found = sockets({
    'index.js': `
      const io = require('socket.io')(3000)
      const { WebSocketServer } = require('ws')
      const wss = new WebSocketServer({ port: 8080 })`,
  })
  expect(found.map(one => [one.library, one.namespaces, one.adapter, one.transports, one.recoversState])).toEqual([
    ['socket.io', ['/'], undefined, undefined, false],
    ['ws', ['/'], undefined, undefined, false],
  ])
})

const NEST: Files = {
  'main.ts': `
    import { NestFactory } from '@nestjs/core'
    import { AppModule } from './app.module'
    import { RedisIoAdapter } from './redis-io.adapter'
    async function bootstrap() {
      const app = await NestFactory.create(AppModule)
      const adapter = new RedisIoAdapter(app)
      await adapter.connect()
      app.useWebSocketAdapter(adapter)
      await app.listen(3000)
    }
    bootstrap()`,
  'app.module.ts': `
    import { Module } from '@nestjs/common'
    import { ChatGateway } from './chat.gateway'
    @Module({ providers: [ChatGateway] }) export class AppModule {}`,
  'chat.gateway.ts': `
    import { UseGuards } from '@nestjs/common'
    import { WebSocketGateway } from '@nestjs/websockets'
    import { WsGuard } from './ws.guard'
    @UseGuards(WsGuard)
    @WebSocketGateway({ namespace: 'chat', transports: ['polling', 'websocket'] })
    export class ChatGateway {}
    @WebSocketGateway() export class Unused {}`,
  'ws.guard.ts': `export class WsGuard { canActivate(context) { return Boolean(context.user) } }`,
  'redis-io.adapter.ts': `
    import { IoAdapter } from '@nestjs/platform-socket.io'
    import { createAdapter } from '@socket.io/redis-adapter'
    export class RedisIoAdapter extends IoAdapter {
      async connect() { this.adapterConstructor = createAdapter(pub, sub) }
      createIOServer(port, options) {
        const server = super.createIOServer(port, options)
        server.adapter(this.adapterConstructor)
        return server
      }
    }`,
}

test('gateways of NestJS have the adapter that the application uses', () => {
  expect(sockets(NEST)).toMatchObject([
    {
      library: 'socket.io',
      name: 'ChatGateway',
      namespaces: ['/chat'],
      adapter: { kind: 'redis', at: { path: 'main.ts' } },
      transports: ['polling', 'websocket'],
      recoversState: false,
      guards: [{ name: 'WsGuard', purpose: 'auth' }],
    },
  ])
})

test('without one, and with one that only sets options, a gateway has no adapter', () => {
  const plain = { ...NEST, 'main.ts': (NEST['main.ts'] ?? '').replace('app.useWebSocketAdapter(adapter)', '') }
  expect(sockets(plain)[0]?.adapter).toBeUndefined()
  const options = {
    ...NEST,
    'redis-io.adapter.ts': `
      import { IoAdapter } from '@nestjs/platform-socket.io'
      export class RedisIoAdapter extends IoAdapter {
        connect() {}
        createIOServer(port, options) { return super.createIOServer(port, { ...options, cors: true }) }
      }`,
  }
  expect(sockets(options)[0]?.adapter).toBeUndefined()
})

test('an adapter that the gateway sets itself', () => {
  const files = {
    ...NEST,
    'main.ts': (NEST['main.ts'] ?? '').replace('app.useWebSocketAdapter(adapter)', ''),
    'chat.gateway.ts': `
      import { WebSocketGateway } from '@nestjs/websockets'
      import { createAdapter } from '@socket.io/redis-streams-adapter'
      @WebSocketGateway()
      export class ChatGateway { afterInit(server) { server.adapter(createAdapter(client)) } }`,
  }
  expect(sockets(files)[0]?.adapter?.kind).toBe('redis-streams')
})
