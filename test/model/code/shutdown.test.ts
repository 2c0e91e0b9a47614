import { expect, test } from 'vitest'
import { type Files, systemOf } from '../../support/model.js'

const UNIT: Files = {
  'compose.yaml': 'services: { api: { build: ., environment: { DRAIN_SECONDS: "20" } } }',
  Dockerfile: 'FROM node:24.1.0-slim\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n',
}

function exitOf(files: Files) {
  const [service] = systemOf({ ...UNIT, ...files }).services
  if (!service) throw new Error('there is no service')
  return service
}

test('what handlers do, through functions of other files', () => {
  const { signalHandlers, patience, shutdown } = exitOf({
    'server.js': `
      const { stop } = require('./stop')
      const server = require('http').createServer().listen(3000)
      for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stop.bind(null, server))
      process.on('exit', () => console.log('gone'))`,
    'stop.js': `
      const milliseconds = Number(process.env.DRAIN_SECONDS) * 1000
      exports.stop = server => {
        setTimeout(() => process.exit(1), milliseconds).unref()
        server.close(() => finish())
      }
      function finish() { process.exit(0) }`,
  })
  expect(signalHandlers).toMatchObject([{ exits: { path: 'stop.js' }, closes: { path: 'stop.js' } }])
  expect(patience).toMatchObject({ seconds: 20 })
  expect(shutdown).toMatchObject([{ kind: 'handled' }])
})

test('only handlers of SIGTERM, whatever holds the name of the signal', () => {
  const { signalHandlers } = exitOf({
    'server.js': `
      const server = require('http').createServer().listen(3000)
      const TERM = 'SIGTERM'
      process.on(TERM, () => server.close())
      ;['SIGTERM', 'SIGINT'].forEach(name => process.on(name, () => process.exit(0)))
      ;['uncaughtException'].forEach(name => process.on(name, () => process.exit(1)))
      for (const name of unknown()) process.on(name, () => process.exit(2))`,
  })
  expect(signalHandlers.map(one => [one.exits !== undefined, one.closes !== undefined])).toEqual([
    [false, true],
    [true, false],
  ])
})

test('a library that may close the server, and files that nothing loads', () => {
  expect(
    exitOf({
      'server.js': `
        const { createLightship } = require('lightship')
        require('http').createServer().listen(3000)`,
    }).shutdown,
  ).toMatchObject([{ kind: 'unknown', because: 'lightship may close it' }])
  expect(
    exitOf({
      'server.js': "require('http').createServer().listen(3000)",
      'old.js': "process.on('SIGTERM', () => process.exit(0))",
    }),
  ).toMatchObject({ shutdown: [{ kind: 'missing' }], signalHandlers: [] })
})

test('clients of HTTP by what they wait for', () => {
  const { outbound } = exitOf({
    'server.js': `
      const axios = require('axios')
      const bare = axios.create({ baseURL: 'https://a.example' })
      const patient = axios.create({ timeout: 0 })
      const quick = axios.create({ timeout: 500 })
      module.exports = async options => {
        await axios('https://a.example')
        await axios.post('https://a.example', { timeout: 5 })
        await axios.post('https://a.example', {}, { signal: AbortSignal.timeout(5) })
        await axios.get('https://a.example', options)
        await fetch('https://a.example', { method: 'POST' })
        await fetch('/own')
        await fetch('http://localhost:3000/health')
      }`,
  })
  expect(outbound.map(({ name, timeout }) => `${name} ${timeout}`)).toEqual([
    'axios.create none',
    'axios.create none',
    'axios.create set',
    'axios none',
    'axios.post none',
    'axios.post set',
    'axios.get unknown',
    'fetch none',
  ])
})
