import { describe, expect, it } from 'vitest'
import { listening } from '../../src/model/listening.js'
import { type Files, systemOf, workload } from '../support/model.js'

/** What is said of a port of the service `app`. */
function say(port: number, settings: string, files: Files = {}, others = ''): string {
  const system = systemOf({ 'compose.yaml': `services:\n  app: {${settings}}\n${others}`, ...files })
  const found = listening(workload(system, 'app'), port, system)
  return found.state === 'no' ? `no, ${found.ports.join(' ')} ${found.because}` : found.state
}

const BUILD = { Dockerfile: 'FROM node:24\nCOPY . .\nEXPOSE 3000\nCMD ["node", "a.js"]\n', 'a.js': 'listen(3000)\n' }

describe('whether something listens', () => {
  it.each<[string, string, Files, string]>([
    ['a program that names no other port', 'build: .', BUILD, 'no, 3000 by the EXPOSE of its Dockerfile'],
    ['a program whose sources name it', 'build: .', { ...BUILD, 'b.js': 'metrics(4000)\n' }, 'unknown'],
    [
      'a program whose documentation names it',
      'build: .',
      { ...BUILD, 'README.md': 'port 4000' },
      'no, 3000 by the EXPOSE of its Dockerfile',
    ],
    ['a program that is told by a variable', 'build: ., environment: {PORT: "5000"}', BUILD, 'no, 3000 5000 by PORT'],
    ['a program that is told elsewhere', 'build: ., environment: {PORT: "${PORT}"}', BUILD, 'unknown'],
    ['a variable that has it', 'build: ., environment: {ADMIN: "0.0.0.0:4000"}', BUILD, 'unknown'],
    ['an argument that has it', 'build: ., command: [node, a.js, "4000"]', BUILD, 'unknown'],
    ['expose', 'build: ., expose: ["4000"]', BUILD, 'yes'],
    ['sources that are not there', 'build: ./elsewhere', BUILD, 'unknown'],
    ['an image of its own with PORT', 'image: "ghcr.io/acme/a:1", environment: {PORT: "3000"}', {}, 'no, 3000 by PORT'],
    ['the same with code mounted', 'image: "node:24", environment: {PORT: "3000"}, volumes: [".:/app"]', {}, 'unknown'],
    ['an image that nothing is known of', 'image: "ghcr.io/acme/a:1"', {}, 'unknown'],
    ['known software', 'image: "redis:8"', {}, 'no, 6379 as Redis does'],
    ['known software with a file', 'image: "redis:8", volumes: ["./r.conf:/etc/redis.conf"]', {}, 'unknown'],
    ['known software with an open argument', 'image: "redis:8", command: [redis-server, "${ARGS}"]', {}, 'unknown'],
    ['software with ports of many kinds', 'image: "rabbitmq:4"', {}, 'unknown'],
    ['another vendor', 'image: "bitnami/redis:8.0"', {}, 'unknown'],
    ['a proxy', 'image: "traefik:v3.5", command: ["--entrypoints.a.address=:81"]', {}, 'no, 81 by its configuration'],
    ['a proxy that is not known in full', 'image: "traefik:v3.5", command: ["${FLAGS}"]', {}, 'unknown'],
  ])('is told by %s', (_, settings, files, expected) => {
    expect(say(4000, settings, files)).toBe(expected)
  })

  it('may be a neighbour in the same network', () => {
    const redis = 'image: "redis:8"'
    expect(say(4000, redis, {}, '  b: {image: c, network_mode: "service:app", expose: ["4000"]}\n')).toBe('yes')
    expect(say(4000, redis, {}, '  b: {image: c, network_mode: "service:app"}\n')).toBe('unknown')
    expect(say(4000, redis, {}, '  b: {image: c, expose: ["4000"]}\n')).toBe('no, 6379 as Redis does')
  })
})
