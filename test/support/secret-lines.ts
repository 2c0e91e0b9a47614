import { crc32 } from 'node:zlib'

/** A repository in which one line is the question. */
export interface Scene {
  readonly files: ReadonlyMap<string, string>
  readonly path: string
  /** From 1. */
  readonly line: number
}

/** Puts a line into a file of a kind. */
export type Context = (line: string) => Scene

function scene(path: string, text: string, line: string, others: Readonly<Record<string, string>> = {}): Scene {
  const [before = ''] = text.split('@@')
  const files = new Map([...Object.entries(others), [path, text.replace('@@', () => line)]])
  return { files, path, line: before.split('\n').length }
}

const API = 'services:\n  api:\n    image: ghcr.io/acme/api:1.4.0\n'
const COMPOSE = { 'compose.yaml': API }

/** The environment of a service, as a map. */
export function variable(image = 'ghcr.io/acme/api:1.4.0', path = 'compose.yaml'): Context {
  const head = `services:\n  api:\n    image: "${image}"\n    environment:\n`
  return line => scene(path, `${head}      LOG_LEVEL: info\n      @@\n`, line)
}

/** The environment of a service, as a list. */
export const listed: Context = line => scene('compose.yaml', `${API}    environment:\n      - @@\n`, line)

export const buildArgument: Context = line =>
  scene('compose.yaml', 'services:\n  api:\n    build:\n      context: .\n      args:\n        @@\n', line, {
    Dockerfile: 'FROM node:24-slim\nCMD ["node", "server.js"]\n',
  })

/** A key of a service: `command`, `healthcheck` and the like. */
export function setting(image = 'ghcr.io/acme/api:1.4.0'): Context {
  return line => scene('compose.yaml', `services:\n  api:\n    image: "${image}"\n    @@\n`, line)
}

/** An environment file beside a compose file that does not read it. */
export function environmentFile(path = '.env'): Context {
  return line => scene(path, `# settings\nLOG_LEVEL=info\n@@\n`, line, COMPOSE)
}

/** A line of a `.env` whose variable a service takes as written behind `=>`. */
export const taken: Context = both => {
  const [line = '', use = ''] = both.split(' => ')
  return scene('.env', '@@\n', line, { 'compose.yaml': `${API}    environment:\n      ${use}\n` })
}

export function dockerfile(path = 'Dockerfile'): Context {
  return line =>
    scene(path, 'FROM node:24-slim\n@@\nCOPY server.js /\nCMD ["node", "/server.js"]\n', line, {
      'compose.yaml': 'services:\n  api:\n    build: .\n',
    })
}

export function text(path: string): Context {
  return line => scene(path, 'first\n@@\nlast\n', line, COMPOSE)
}

/** A line of `data` or `stringData` of a Secret. */
export function manifest(section: 'data' | 'stringData', path = 'k8s/secret.yaml', rest = ''): Context {
  const head = `apiVersion: v1\nkind: Secret\nmetadata: { name: erp }\n${rest}${section}:\n`
  return line => scene(path, `${head}  @@\n`, line, COMPOSE)
}

/** A line in place of `@@` in a text, beside a compose file. */
export function within(path: string, template: string): Context {
  return line => scene(path, template, line, COMPOSE)
}

/** A whole file. */
export function file(path: string): Context {
  return line => scene(path, '@@\n', line, COMPOSE)
}

/** Lines of a table, without empty ones. */
export function lines(table: string): readonly string[] {
  return table.split('\n').flatMap(line => (line.trim() === '' ? [] : [line.trim()]))
}

/** Text without any pattern, the same in every run: what a generator of tokens makes. */
export function generated(length: number, seed = 1, alphabet = LETTERS_AND_DIGITS): string {
  let state = seed * 2_654_435_761
  return Array.from({ length }, () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0
    return alphabet[(state >>> 8) % alphabet.length]
  }).join('')
}

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
export const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
export const HEX = '0123456789abcdef'

/** The base64 of a text. */
export function base64(value: string): string {
  return Buffer.from(value).toString('base64')
}

/** A key in one line, as it stands in a string. */
export const pem = (kind: string, body: string) => `-----BEGIN ${kind}-----\\n${body}\\n-----END ${kind}-----`

/** The base64 of no key: what follows the header of one is made up. */
export const BODY = `MIIEpQIBAAKCAQEA${generated(200)}`

/** The CRC-32 of a text in base 62 behind it, as GitHub writes it. */
export function withChecksum(text: string): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  let sum = ''
  for (let rest = crc32(text); rest > 0; rest = Math.floor(rest / 62)) sum = digits[rest % 62] + sum
  return text + sum.padStart(6, '0')
}
