import { expect, test } from 'vitest'
import { javascriptListening } from '../../../src/model/code/listen.js'
import { known } from '../../../src/source.js'
import { programOf } from '../../support/code.js'
import type { Files } from '../../support/model.js'

/** Each port that a program listens on, as one line. */
function ports(files: Files, environment: Readonly<Record<string, string>> = {}): readonly string[] {
  const program = programOf(files)
  const found = javascriptListening(program, {
    entries: Object.keys(files).slice(0, 1),
    files: [...program.files.keys()],
    environment: name => {
      const value = environment[name]
      return value === undefined ? undefined : known(value, { path: '.env', start: 0, end: 0 })
    },
  })
  return found.map(({ framework, port, host }) => {
    const text = (value: typeof port) => (value.kind === 'known' ? String(value.value) : value.kind)
    return `${framework} ${text(port)}${host ? ` at ${text(host)}` : ''}`
  })
}

const EXPRESS = "const express = require('express'); const app = express();"

test.each([
  ['a number', `${EXPRESS} app.listen(8080)`, {}, 'express 8080'],
  ['a fallback', `${EXPRESS} app.listen(process.env.PORT || 3000)`, {}, 'express 3000'],
  ['a variable that is set', `${EXPRESS} app.listen(process.env.PORT || 3000)`, { PORT: '4000' }, 'express 4000'],
  [
    'a constant',
    `${EXPRESS} const port = Number(process.env.PORT ?? 3001); app.listen(port, () => {})`,
    {},
    'express 3001',
  ],
  ['a host', `${EXPRESS} app.listen(3000, '127.0.0.1', () => {})`, {}, 'express 3000 at 127.0.0.1'],
  [
    'a server around it',
    `${EXPRESS} require('http').createServer(app).listen({ port: 5000, host: '0.0.0.0' })`,
    {},
    'node 5000 at 0.0.0.0',
  ],
  ['no port', `${EXPRESS} app.listen()`, {}, 'express 0'],
  ['a variable that nothing sets', `${EXPRESS} app.listen(process.env.PORT)`, {}, 'express null'],
  ['what is not in the repository', `${EXPRESS} app.listen(require('./generated').port)`, {}, 'express unknown'],
  [
    'Fastify',
    `const app = require('fastify')(); app.listen({ port: process.env.PORT || 3000, host: '::' })`,
    {},
    'fastify 3000 at ::',
  ],
  ['Koa', `const Koa = require('koa'); new Koa().listen(3000)`, {}, 'koa 3000'],
  ['Bun', `Bun.serve({ port: 3000, fetch(request) { return new Response('') } }); import 'hono'`, {}, 'node 3000'],
])('%s', (_name, text, environment, expected) => {
  expect(ports({ 'index.js': text }, environment)).toEqual([expected])
})

test('a port that a class keeps', () => {
  const text = `${EXPRESS}
    class Server { constructor() { this.port = process.env.PORT || 3000 } start() { app.listen(this.port) } }
    new Server().start()`
  expect(ports({ 'index.js': text })).toEqual(['express 3000'])
})

test('a port that a function is given', () => {
  const text = `${EXPRESS} function start(port) { app.listen(port) } start(3000); start(3001)`
  expect(ports({ 'index.js': text })).toEqual(['express 3000', 'express 3001'])
})

test('NestJS asks its configuration', () => {
  const files = {
    'main.ts': `
      import { NestFactory } from '@nestjs/core'
      import { ConfigService } from '@nestjs/config'
      import { AppModule } from './app.module'
      async function bootstrap() {
        const app = await NestFactory.create(AppModule)
        const config = app.get(ConfigService)
        await app.listen(config.get<number>('PORT', 3000))
      }
      bootstrap()`,
    'app.module.ts': `import { Module } from '@nestjs/common'\n@Module({}) export class AppModule {}`,
  }
  expect(ports(files)).toEqual(['nestjs 3000'])
  expect(ports(files, { PORT: '3005' })).toEqual(['nestjs 3005'])
})
