import { describe, expect, it } from 'vitest'
import { service } from '../support/model.js'

const IMAGE = 'FROM node:22\nENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["node", "server.js"]\n'

function started(settings: string, dockerfile = IMAGE) {
  const { start } = service(`build: .\n${settings}`, { Dockerfile: dockerfile })
  return start && [start.source, start.shell ? 'shell' : 'exec', start.text]
}

describe('what a container starts', () => {
  it.each<[string, readonly string[]]>([
    ['', ['dockerfile', 'exec', 'docker-entrypoint.sh node server.js']],
    ['command: npm run start', ['deployment', 'exec', 'docker-entrypoint.sh npm run start']],
    ['command: ["npm", "start"]', ['deployment', 'exec', 'docker-entrypoint.sh npm start']],
    ['command: sh -c "migrate && node ."', ['deployment', 'exec', 'docker-entrypoint.sh sh -c migrate && node .']],
    ['entrypoint: /run.sh', ['deployment', 'exec', '/run.sh']],
    ['entrypoint: ["/run.sh"]\ncommand: ["x"]', ['deployment', 'exec', '/run.sh x']],
    ['entrypoint: ["sh", "-c"]\ncommand: ["migrate && node ."]', ['deployment', 'shell', 'migrate && node .']],
    ['entrypoint: []', ['dockerfile', 'exec', 'node server.js']],
    ['entrypoint: ""', ['dockerfile', 'exec', 'node server.js']],
    ['entrypoint: []\ncommand: ["npm", "start"]', ['deployment', 'exec', 'npm start']],
    ['entrypoint:\ncommand:', ['dockerfile', 'exec', 'docker-entrypoint.sh node server.js']],
    ['command: []', ['dockerfile', 'exec', 'docker-entrypoint.sh node server.js']],
  ])('%j over entrypoint and command of the image', (settings, expected) => {
    expect(started(settings)).toEqual(expected)
  })

  it.each<[string, readonly string[]]>([
    ['FROM a\nCMD npm start\n', ['dockerfile', 'shell', 'npm start']],
    ['FROM a\nCMD ["npm", "start"]\n', ['dockerfile', 'exec', 'npm start']],
    ['FROM a\nENTRYPOINT node server.js\nCMD ["--port", "1"]\n', ['dockerfile', 'shell', 'node server.js']],
    ['FROM a\nCMD ["old"]\nENTRYPOINT ["new"]\n', ['dockerfile', 'exec', 'new old']],
    ['FROM a AS base\nCMD ["old"]\nFROM base\nENTRYPOINT ["new"]\n', ['dockerfile', 'exec', 'new']],
    ['FROM a\nCMD ["one"]\nCMD ["two"]\n', ['dockerfile', 'exec', 'two']],
  ])('%j alone', (dockerfile, expected) => {
    expect(started('', dockerfile)).toEqual(expected)
  })

  it('is the command of the chosen target', () => {
    const dockerfile = 'FROM node:22 AS dev\nCMD npm run dev\nFROM node:22 AS prod\nCMD ["node", "."]\n'
    const target = (name: string) =>
      service(`build: {context: ., target: ${name}}`, { Dockerfile: dockerfile }).start?.text
    expect([target('dev'), target('prod')]).toEqual(['npm run dev', 'node .'])
  })

  it('is not known where only the image tells', () => {
    expect(service('image: acme/app').start).toBeUndefined()
    expect(started('', 'FROM node:22\n')).toBeUndefined()
  })

  it('has the commands of a script', () => {
    const { start } = service('image: a\ncommand: ["bash", "-lc", "npx migrate && exec node ."]')
    expect(start?.script?.commands.map(one => one.words.join(' '))).toEqual(['npx migrate', 'exec node .'])
  })
})
