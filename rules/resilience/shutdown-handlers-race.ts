import type { Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

const DOCKERFILE = `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `
const COMPOSE = `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `

export default defineRule({
  id: 'resilience/shutdown-handlers-race',
  title: 'Two handlers of SIGTERM: one ends the process while the other still closes',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Node.js calls all handlers of a signal one after the other and waits for none. The first whose own work is done calls `process.exit`, and what the others were finishing, such as open requests, is cut off: the graceful shutdown is there and has no effect.',
  fix: 'Let one handler end the process, the one of the entry file: close the server first, then await what the modules export for it (`await closeDatabase()`), then exit. Remove `process.on` and `process.exit` from the modules.',
  refs: ['https://nodejs.org/api/process.html#signal-events', 'https://nodejs.org/api/process.html#processexitcode'],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, implied }) {
    for (const service of system.services) {
      const { shutdown } = service
      if (shutdown.length === 0 || shutdown.some(({ kind }) => kind === 'unknown')) continue
      if (shutdown.some(({ kind }) => kind === 'missing')) {
        implied(service, 'resilience/shutdown-not-handled')
        continue
      }
      const race = raceOf(service)
      if (race)
        fail(
          service,
          race.exits,
          `ends ${service.name} on SIGTERM as soon as its own work is done, while another handler still closes`,
          { key: 'race', related: [{ at: race.other, message: 'the other handler' }] },
        )
      else pass(service)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'server.js': `
          const http = require('http')
          const { pool } = require('./database')
          const server = http.createServer(async (req, res) => res.end(await pool.query('select 1')))
          server.listen(3000)
          process.on('SIGTERM', () => server.close(() => process.exit(0)))
        `,
        'database.js': `
          const { Pool } = require('pg')
          const pool = new Pool()
          module.exports = { pool }
          process.on('SIGTERM', async () => {
            await pool.end()
            process.exit(0) //! ends api on SIGTERM as soon as its own work is done, while another handler still closes
          })
        `,
      },
    ],
    good: [
      {
        // What ends the process after an error is no handler of the signal.
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'server.js': `
          const http = require('http')
          const { pool } = require('./database')
          const server = http.createServer((req, res) => res.end())
          server.listen(3000)
          const errors = ['uncaughtException', 'unhandledRejection']
          const signals = ['SIGTERM', 'SIGINT']
          errors.forEach(name => process.on(name, async () => { await pool.end(); process.exit(1) }))
          signals.forEach(name => process.once(name, () => server.close(() => pool.end())))
        `,
        'database.js': `
          const { Pool } = require('pg')
          exports.pool = new Pool()
        `,
      },
      {
        // One handler, which ends by force behind a timer; another one that only takes note.
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'server.js': `
          const http = require('http')
          const { closeDatabase } = require('./database')
          const server = http.createServer((req, res) => res.end())
          server.listen(3000)
          function stop() {
            setTimeout(() => process.exit(1), 8000).unref()
            server.close(async () => {
              await closeDatabase()
              process.exit(0)
            })
          }
          process.on('SIGTERM', stop)
          process.on('SIGINT', stop)
        `,
        'database.js': `
          const { Pool } = require('pg')
          const pool = new Pool()
          process.on('SIGTERM', () => console.log('stopping'))
          exports.closeDatabase = () => pool.end()
        `,
      },
      {
        // Each closes its own, and Node.js ends when nothing is left.
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'server.js': `
          const http = require('http')
          require('./database')
          const server = http.createServer((req, res) => res.end())
          server.listen(3000)
          process.once('SIGTERM', () => server.close())
        `,
        'database.js': `
          const { Pool } = require('pg')
          const pool = new Pool()
          process.once('SIGTERM', () => pool.end())
        `,
      },
    ],
  },
})

type Place = Service['at']

/** A handler that ends the process, and another one that closes something else; the one beside the entry file first. */
function raceOf({
  signalHandlers: handlers,
  entries,
}: Service): { readonly exits: Place; readonly other: Place } | undefined {
  const found = handlers.flatMap(one => {
    const { exits } = one
    if (!exits) return []
    const other = handlers.find(
      another => another !== one && another.closes !== undefined && !isSame(another.closes, one.closes),
    )
    return other ? [{ exits, other: other.at, isEntry: entries.includes(one.at.path) }] : []
  })
  return found.find(({ isEntry }) => !isEntry) ?? found[0]
}

/** Both run the same function. */
function isSame(one: Place, other: Place | undefined): boolean {
  return one.path === other?.path && one.start === other.start
}
