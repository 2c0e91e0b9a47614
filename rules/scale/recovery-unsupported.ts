import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'scale/recovery-unsupported',
  title: 'Connection state recovery of Socket.IO is on, and its adapter has none',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The adapters by publish and subscribe of Redis keep no message, so a client that comes back is never recovered: `socket.recovered` stays false, and what it missed is lost, though the code counts on the contrary.',
  fix: 'Use an adapter that keeps messages: `@socket.io/redis-streams-adapter` or `@socket.io/mongo-adapter`; or remove `connectionStateRecovery` and let clients load what they missed.',
  refs: ['https://socket.io/docs/v4/connection-state-recovery#compatibility-with-existing-adapters'],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const service of system.services) {
      for (const { library, recoversState, adapter, at } of service.sockets) {
        if (library !== 'socket.io' || recoversState !== true) continue
        const name = adapter && KEEP_NOTHING[adapter.kind]
        if (name === undefined) {
          if (adapter?.kind !== 'other') pass(service)
        } else {
          fail(service, at, `connectionStateRecovery of ${service.name} has no effect with ${name}`, {
            key: 'recovery',
            related: [{ at: adapter?.at ?? at, message: 'the adapter' }],
          })
        }
      }
    }
  },
  examples: {
    bad: [
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
          const { createAdapter } = require('@socket.io/redis-adapter')
          const { pub, sub } = require('./redis')
          const server = createServer()
          const io = new Server(server, { connectionStateRecovery: {} }) //! connectionStateRecovery of chat has no effect with publish and subscribe of Redis
          io.adapter(createAdapter(pub, sub))
          server.listen(3000)
        `,
        'redis.js': `
          const { createClient } = require('redis')
          exports.pub = createClient({ url: process.env.REDIS_URL })
          exports.sub = exports.pub.duplicate()
        `,
      },
    ],
    good: [
      {
        // Redis Streams keep messages, and so does the memory of a single process.
        'compose.yaml': `
          services:
            chat: { build: ./chat, deploy: { replicas: 4 } }
            small: { build: ./small }
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
          const { createAdapter } = require('@socket.io/redis-streams-adapter')
          const { createClient } = require('redis')
          const server = createServer()
          const client = createClient({ url: process.env.REDIS_URL })
          const io = new Server(server, { adapter: createAdapter(client), connectionStateRecovery: {} })
          server.listen(3000)
        `,
        'small/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'small/server.js': `
          const { createServer } = require('http')
          const { Server } = require('socket.io')
          const server = createServer()
          const io = new Server(server, { connectionStateRecovery: { maxDisconnectionDuration: 60000 } })
          server.listen(3000)
        `,
      },
    ],
  },
})

/**
 * Adapters that cannot give a client back what it missed
 * (https://socket.io/docs/v4/connection-state-recovery#compatibility-with-existing-adapters, v4.8).
 */
const KEEP_NOTHING: Readonly<Record<string, string | undefined>> = {
  redis: 'publish and subscribe of Redis, which keeps nothing',
}
