import './support/grammars.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { expectNoRise, judgedOf } from './support/score.js'

type Files = ReadonlyMap<string, string>

/** A system of one program in a folder, beside what deploys it. */
interface System {
  readonly platform: string
  /** Where the code and its Dockerfile lie. */
  readonly folder: '' | 'services/api/'
  readonly code: keyof typeof CODE
  readonly remedies: readonly Remedy[]
}

const CODE = {
  /** Answers its health check from the process alone and does not close. */
  shallow: {
    'package.json':
      '{ "name": "api", "scripts": { "start": "node server.js" }, "dependencies": { "express": "5.0.1" } }',
    'server.js':
      "const express = require('express')\nconst app = express()\napp.get('/health', (req, res) => res.json({ ok: true }))\napp.get('/orders', (req, res) => res.json([]))\napp.listen(3000)\n",
  },
  /** Closes what it has open, and gives a secret a value of its own. */
  closing: {
    'package.json':
      '{ "name": "api", "scripts": { "start": "node server.js" }, "dependencies": { "express": "5.0.1", "jsonwebtoken": "9.0.2", "pg": "8.13.1" } }',
    'server.js':
      "const express = require('express')\nconst jwt = require('jsonwebtoken')\nconst { Pool } = require('pg')\nconst pool = new Pool({ max: 10 })\nconst app = express()\nconst secret = process.env.JWT_SECRET || 'changeme'\napp.get('/health', async (req, res) => { await pool.query('select 1'); res.json({ ok: true }) })\napp.post('/login', (req, res) => res.json({ token: jwt.sign({}, secret) }))\nconst server = app.listen(process.env.PORT)\nprocess.on('SIGTERM', () => server.close(() => pool.end()))\n",
  },
  python: {
    'requirements.txt': 'fastapi==0.115.6\nuvicorn==0.34.0\n',
    'server.py':
      "from fastapi import FastAPI\napp = FastAPI()\n\n@app.get('/health')\ndef health():\n    return {'ok': True}\n",
  },
} as const

const REMEDIES = ['probes', 'limits', 'user', 'replicas', 'grace', 'ignore'] as const
type Remedy = (typeof REMEDIES)[number]

function dockerfile({ code, remedies }: System): string {
  const user = remedies.includes('user')
  return code === 'python'
    ? `FROM python:3.13.1-slim\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\n${user ? 'USER nobody\n' : ''}CMD ["uvicorn", "server:app", "--port", "3000"]\n`
    : `FROM node:22.12.0-alpine\nWORKDIR /app\nCOPY . .\nRUN npm ci\n${user ? 'USER node\n' : ''}CMD ["node", "server.js"]\n`
}

function podOf(image: string, remedies: readonly Remedy[]) {
  const probe = { httpGet: { path: '/health', port: 3000 } }
  return {
    ...(remedies.includes('grace') && { terminationGracePeriodSeconds: 60 }),
    containers: [
      {
        name: 'api',
        image,
        ports: [{ containerPort: 3000 }],
        ...(remedies.includes('probes') && { livenessProbe: probe, readinessProbe: probe }),
        ...(remedies.includes('limits') && {
          resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '512Mi' } },
        }),
        ...(remedies.includes('user') && { securityContext: { runAsNonRoot: true } }),
      },
    ],
  }
}

function manifest(image: string, remedies: readonly Remedy[]): string {
  const labels = { app: 'api' }
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'api' },
    spec: {
      ...(remedies.includes('replicas') && { replicas: 3 }),
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: podOf(image, remedies) },
    },
  }
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'api' },
    spec: { selector: labels, ports: [{ port: 80, targetPort: 3000 }] },
  }
  return `${stringify(deployment)}---\n${stringify(service)}`
}

function composeOf({ folder, remedies }: System, part: object): string {
  return stringify({
    services: {
      api: {
        ...part,
        ports: ['80:3000'],
        ...(remedies.includes('probes') && {
          healthcheck: { test: ['CMD', 'wget', '-qO-', 'http://localhost:3000/health'] },
        }),
        ...(remedies.includes('limits') && { deploy: { resources: { limits: { memory: '512M' } } } }),
        ...(remedies.includes('grace') && { stop_grace_period: '60s' }),
      },
      db: { image: 'postgres:17.2', volumes: ['data:/var/lib/postgresql/data'] },
    },
    volumes: { data: {} },
  }).replaceAll('BUILD', folder === '' ? '.' : `./${folder}`)
}

/** Stands for the Dockerfile that is not there. */
const WITHOUT_DOCKERFILE = { '': '' }

/** What deploys the program, by files. */
const PLATFORMS: Readonly<Record<string, (system: System) => Readonly<Record<string, string>>>> = {
  'manifest of a registry image': ({ remedies }: System) => ({
    'deploy/api.yaml': manifest('ghcr.io/acme/shop:1.4.0', remedies),
  }),
  'manifest of an image with the name of the folder': ({ remedies }: System) => ({
    'deploy/api.yaml': manifest('ghcr.io/acme/api:1.4.0', remedies),
  }),
  'manifest of an image without a registry': ({ remedies }: System) => ({
    'deploy/api.yaml': manifest('shop-backend:1.4.0', remedies),
  }),
  'manifests of two workloads': ({ remedies }: System) => ({
    'deploy/api.yaml': manifest('ghcr.io/acme/api:1.4.0', remedies),
    'deploy/worker.yaml': manifest('ghcr.io/acme/worker:1.4.0', []).replaceAll('api', 'worker'),
  }),
  kustomize: ({ remedies }: System) => ({
    'deploy/base/kustomization.yaml': 'resources:\n  - api.yaml\n',
    'deploy/base/api.yaml': manifest('api', remedies),
    'deploy/overlays/production/kustomization.yaml':
      'resources:\n  - ../../base\nimages:\n  - name: api\n    newName: ghcr.io/acme/api\n    newTag: 1.4.0\n',
  }),
  'an image that a pipeline builds': ({ folder, remedies }: System) => ({
    'deploy/api.yaml': manifest('ghcr.io/acme/shop:1.4.0', remedies),
    '.github/workflows/release.yml': `on: push\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n      - run: docker build -t ghcr.io/acme/shop:1.4.0 ${folder || '.'}\n`,
  }),
  pm2: ({ folder, code, remedies }: System) => ({
    'ecosystem.config.js': `module.exports = {\n  apps: [{\n    name: 'api',\n    cwd: './${folder}',\n    script: '${code === 'python' ? 'server.py' : 'server.js'}',\n${
      remedies.includes('replicas') ? "    instances: 2,\n    exec_mode: 'cluster',\n" : ''
    }${remedies.includes('limits') ? "    max_memory_restart: '400M',\n" : ''}  }],\n}\n`,
  }),
  'compose that builds it': (system: System) => ({ 'compose.yaml': composeOf(system, { build: 'BUILD' }) }),
  'compose of a registry image': (system: System) => ({
    'compose.yaml': composeOf(system, { image: 'ghcr.io/acme/api:1.4.0' }),
  }),
  'the Dockerfile alone': () => ({}),
  Procfile: ({ folder, code }) => ({
    [`${folder}Procfile`]: `web: ${code === 'python' ? 'uvicorn server:app --port $PORT' : 'npm start'}\n`,
    ...WITHOUT_DOCKERFILE,
  }),
  'the package alone': () => WITHOUT_DOCKERFILE,
  'render.yaml': ({ folder, code, remedies }) => ({
    'render.yaml': `services:\n  - type: web\n    name: api\n    rootDir: ${folder || '.'}\n    startCommand: ${code === 'python' ? 'uvicorn server:app' : 'node server.js'}\n${
      remedies.includes('probes') ? '    healthCheckPath: /health\n' : ''
    }`,
    ...WITHOUT_DOCKERFILE,
  }),
}

function filesOf(system: System): Files {
  const { '': without, ...deployed } = PLATFORMS[system.platform]?.(system) ?? {}
  const code = { ...CODE[system.code], ...(without === undefined && { Dockerfile: dockerfile(system) }) }
  return new Map<string, string>([
    ...Object.entries(code).map(([path, text]) => [system.folder + path, text] as const),
    ...Object.entries(deployed),
    ...(system.remedies.includes('ignore')
      ? [[`${system.folder}.dockerignore`, '.git\nnode_modules\n.env\n'] as const]
      : []),
  ])
}

const anySystem: fc.Arbitrary<System> = fc.record({
  platform: fc.constantFrom(...Object.keys(PLATFORMS)),
  folder: fc.constantFrom('' as const, 'services/api/' as const),
  code: fc.constantFrom(...(Object.keys(CODE) as (keyof typeof CODE)[])),
  remedies: fc.subarray([...REMEDIES]),
})

/** How many systems each law looks at. */
const RUNS = 30

describe('a program and what deploys it', () => {
  const system = { folder: 'services/api/', code: 'shallow', remedies: [] } as const

  it('do not gain by a manifest that is cut off before its image', () => {
    const files = filesOf({ ...system, platform: 'manifest of a registry image' })
    const text = files.get('deploy/api.yaml') ?? ''
    const broken = `${text.slice(0, text.indexOf('containers:'))}]}{[ "\n`
    const after = new Map([...files, ['deploy/api.yaml', broken]])
    expect(judgedOf(after).system.unreadable.map(({ path }) => path)).toEqual(['deploy/api.yaml'])
    expectNoRise(files, after, broken)
  })

  it('do not gain by a copy of the Dockerfile that hides the one beside the code', () => {
    const files = filesOf({ ...system, platform: 'the Dockerfile alone' })
    const after = new Map([...files, ['old/Dockerfile', files.get('services/api/Dockerfile') ?? '']])
    expect(judgedOf(after).score).toEqual(judgedOf(files).score)
  })

  it.each([
    ['a kustomization', 'kustomize', 'deploy/base/kustomization.yaml'],
    ['a Compose file', 'compose that builds it', 'compose.yaml'],
    ['a document behind a manifest', 'manifest of a registry image', 'deploy/api.yaml'],
  ])('do not gain by %s that becomes plain text', (_, platform, path) => {
    const files = filesOf({ ...system, platform })
    const [first = '', second] = (files.get(path) ?? '').split('---')
    const broken = second === undefined ? 's\n]}{[ "\n' : `${first}---\ns\n]}{[ "\n`
    const after = new Map([...files, [path, broken]])
    expect(judgedOf(after).system.unreadable.map(one => one.path)).toEqual([path])
    expectNoRise(files, after, broken)
  })

  it('never gain by a file that breaks', () => {
    fc.assert(
      fc.property(anySystem, fc.nat(), fc.nat(), (system, which, at) => {
        const files = filesOf(system)
        // What declares: code that breaks is read in part, and a pipeline only tells which image is built where.
        const paths = [...files.keys()].filter(path => /^[^.].*(?:\.ya?ml|\.config\.js)$/.test(path))
        const path = paths[which % Math.max(1, paths.length)]
        if (path === undefined) return
        const text = files.get(path) ?? ''
        // A file is known by its first lines: without them it is another one.
        const first = Math.max(0, text.search(/metadata|name: 'api'|services|type: web/))
        const place = first + (at % (text.length - first))
        for (const broken of [
          `${text.slice(0, place)}\n]}{[ "\n${text.slice(place)}`,
          `${text.slice(0, place)}\n]}{[ "\n`,
        ])
          expectNoRise(files, new Map([...files, [path, broken]]), `${path} broken:\n${broken}`)
      }),
      { numRuns: RUNS },
    )
  })

  it('never gain by copies', () => {
    fc.assert(
      // A folder in front of the others, and one behind them.
      fc.property(anySystem, fc.constantFrom('old', 'zz'), (system, folder) => {
        const files = filesOf(system)
        for (const [path, text] of files) {
          expectNoRise(files, new Map([...files, [`${folder}/${path}`, text]]), `a copy ${folder}/${path}`)
          const name = path.slice(path.lastIndexOf('/') + 1)
          if (name === 'Dockerfile')
            expectNoRise(files, new Map([...files, [`old/${name}`, text]]), `a copy old/${name}`)
        }
        expectNoRise(
          files,
          new Map([...files].flatMap(([path, text]) => [[path, text] as const, [`copy/${path}`, text] as const])),
          'a copy of all',
        )
      }),
      { numRuns: RUNS },
    )
  })

  it('never gain by losing what is to their credit', () => {
    fc.assert(
      fc.property(anySystem, system => {
        const files = filesOf(system)
        for (const remedy of system.remedies) {
          const remedies = system.remedies.filter(one => one !== remedy)
          expectNoRise(files, filesOf({ ...system, remedies }), `without ${remedy}`)
        }
      }),
      { numRuns: RUNS },
    )
  })
})
