import { describe, expect, it } from 'vitest'
import { applicationOf } from '../../src/model/application-evidence.js'
import { type Files, systemOf, workload } from '../support/model.js'

const COMPOSE = `
services:
  api: { build: { context: ., dockerfile: apps/api/Dockerfile } }
  web: { build: ./web }
  pulled: { image: "ghcr.io/acme/pulled:1.0.0" }
`
const FILES: Files = {
  'compose.yaml': COMPOSE,
  'package.json': '{ "dependencies": { "helmet": "8" } }',
  'apps/api/Dockerfile': 'FROM node:24.11.1\nCOPY . .\n',
  'apps/api/src/main.ts': 'import compression from "compression"\n',
  'apps/api/src/main.test.ts': 'only in a test\n',
  'apps/worker/package.json': '{ "dependencies": { "socket.io": "4" } }',
  'apps/worker/src/main.ts': 'only in the worker\n',
  'web/Dockerfile': 'FROM nginx:1.30.0\nCOPY . .\n',
  'web/requirements.txt': 'flask-talisman==1.1\n',
}

function application(name: string) {
  return applicationOf(workload(systemOf(FILES), name))
}

describe('the program of a workload', () => {
  it('needs what the manifests of its folder and of the build context name', () => {
    expect(application('api')?.needs(/helmet/)).toBe(true)
    expect(application('api')?.needs(/socket\.io/)).toBe(false)
    expect(application('web')?.needs(/flask-talisman/)).toBe(true)
    expect(application('web')?.needs(/helmet/)).toBe(false)
  })

  it('mentions what its own source says, not that of others, and not its tests', () => {
    expect(application('api')?.mentions(/compression/)).toBe(true)
    expect(application('api')?.mentions(/only in the worker/)).toBe(false)
    expect(application('api')?.mentions(/only in a test/)).toBe(false)
  })

  it('is unknown where the image is pulled', () => {
    expect(application('pulled')).toBeUndefined()
  })
})
