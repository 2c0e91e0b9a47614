import { describe, expect, it } from 'vitest'
import '../support/grammars.js'
import { serverDemands } from '../../src/model/datastore/connection-demand.js'
import { countText, sumText } from '../../src/model/datastore/demand-words.js'
import { type Files, systemOf } from '../support/model.js'

const POOL =
  "const { Pool } = require('pg')\nconst pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 })\nrequire('http').createServer(() => pool.query('')).listen(3000)\n"
const NODE = {
  'package.json': '{ "scripts": { "start": "node server.js" }, "dependencies": { "pg": "8.13.0" } }',
  'server.js': POOL,
}
const ENGINE =
  "import os\nfrom sqlalchemy import create_engine\nengine = create_engine(os.environ['DATABASE_URL'], pool_size=5, max_overflow=0)\napp = None\n"
const PYTHON = { 'requirements.txt': 'sqlalchemy\ngunicorn\n', 'app.py': ENGINE }

const text = ({ low, high }: { low: number; high: number }) => (low === high ? `${low}` : `${low}…`)

/** The pools of what platforms run: instances × processes × size, and where they lead. */
function pools(files: Files): readonly string[] {
  return systemOf(files).pools.map(({ owner, size, target }) => {
    const factors = owner.kind === 'service' ? `${text(owner.instances)} × ${text(owner.processes)}` : 'a workload'
    return `${owner.name} ${factors} × ${text(size)}${target ? ` → ${target.name}` : ''}`
  })
}

const RENDER = (service: string, plan = 'basic-1gb') =>
  `services:\n  - { type: web, name: api, runtime: node, startCommand: npm start, ${service} envVars: [{ key: DATABASE_URL, fromDatabase: { name: db, property: connectionString } }] }\ndatabases:\n  - { name: db, plan: ${plan} }\n`

describe('pools of what platforms run', () => {
  it.each<[string, Files, readonly string[]]>([
    [
      'a Procfile that says how many workers',
      { Procfile: 'web: gunicorn -w 4 -k uvicorn.workers.UvicornWorker app:app\n', ...PYTHON },
      ['web 1… × 4 × 5'],
    ],
    [
      'with the number of dynos',
      {
        Procfile: 'web: gunicorn -w 4 -k uvicorn.workers.UvicornWorker app:app\n',
        'app.json': '{ "formation": { "web": { "quantity": 3 } } }',
        ...PYTHON,
      },
      ['web 3 × 4 × 5'],
    ],
    [
      'a number that the platform sets',
      { Procfile: 'web: gunicorn -k uvicorn.workers.UvicornWorker app:app\n', ...PYTHON },
      ['web 1… × 1… × 5'],
    ],
    [
      'a default that the platform may replace',
      { Procfile: 'web: gunicorn -w ${WEB_CONCURRENCY:-2} -k uvicorn.workers.UvicornWorker app:app\n', ...PYTHON },
      ['web 1… × 1… × 5'],
    ],
    [
      'the configuration of gunicorn',
      {
        Procfile: 'web: gunicorn app:app\n',
        'gunicorn.conf.py': 'workers = 3\nworker_class = "uvicorn.workers.UvicornWorker"\n',
        ...PYTHON,
      },
      ['web 1… × 3 × 5'],
    ],
    [
      'workers that answer one request at a time',
      { Procfile: 'web: gunicorn -w 4 app:app\n', ...PYTHON },
      ['web 1… × 4 × 1'],
    ],
    [
      'workers with threads, as their configuration says',
      { Procfile: 'web: gunicorn app:app\n', 'gunicorn.conf.py': 'workers = 3\nthreads = 2\n', ...PYTHON },
      ['web 1… × 3 × 2'],
    ],
    [
      'workers with more threads than the pool has',
      { Procfile: 'web: gunicorn -w 4 --threads 20 app:app\n', ...PYTHON },
      ['web 1… × 4 × 5'],
    ],
    [
      'workers whose code starts threads',
      {
        Procfile: 'web: gunicorn -w 4 app:app\n',
        ...PYTHON,
        'app.py': `from concurrent.futures import ThreadPoolExecutor\npool = ThreadPoolExecutor()\n${ENGINE}`,
      },
      ['web 1… × 4 × 5'],
    ],
    [
      'children of Celery',
      { Procfile: 'worker: celery -A app worker --concurrency=8\n', ...PYTHON },
      ['worker 1… × 8 × 1'],
    ],
    [
      'threads of Celery',
      { Procfile: 'worker: celery -A app worker -P threads --concurrency=8\n', ...PYTHON },
      ['worker 1… × 1 × 5'],
    ],
    ['Node.js', { Procfile: 'web: npm start\n', ...NODE }, ['web 1… × 1 × 10']],
    [
      'Node.js that starts more',
      { Procfile: 'web: npm start\n', ...NODE, 'server.js': `require('cluster')\n${POOL}` },
      ['web 1… × 1… × 10'],
    ],
    [
      'two processes of one code',
      {
        Procfile: 'web: node server.js\nworker: node worker.js\n',
        ...NODE,
        'worker.js': "const { Pool } = require('pg')\nnew Pool({ max: 2 })\n",
      },
      ['web 1… × 1 × 10', 'worker 1… × 1 × 2'],
    ],
    [
      'instances of Render, and its database',
      { 'render.yaml': RENDER('numInstances: 3,'), ...NODE },
      ['api 3 × 1 × 10 → db'],
    ],
    [
      'an autoscaler of Render',
      { 'render.yaml': RENDER('scaling: { minInstances: 1, maxInstances: 5 },'), ...NODE },
      ['api 5 × 1 × 10 → db'],
    ],
    [
      'replicas of Railway',
      { 'railway.json': '{ "deploy": { "startCommand": "npm start", "numReplicas": 2 } }', ...NODE },
      ['app 2 × 1 × 10'],
    ],
    [
      'the environment of Fly',
      {
        'fly.toml':
          'app = "shop"\n[env]\nPOOL = "7"\n[processes]\nweb = "npm start"\n[http_service]\ninternal_port = 3000\n',
        ...NODE,
        'server.js': POOL.replace('max: 10', 'max: Number(process.env.POOL)'),
      },
      ['web 1… × 1 × 7'],
    ],
    [
      'a size that only the platform knows',
      { Procfile: 'web: npm start\n', ...NODE, 'server.js': POOL.replace('max: 10', 'max: Number(process.env.POOL)') },
      ['web 1… × 1 × 1…'],
    ],
    [
      'containers of the same code go before',
      {
        Procfile: 'web: npm start\n',
        ...NODE,
        'compose.yaml': 'services: { api: { build: . } }\n',
        Dockerfile: 'FROM node:24\nCOPY . .\nCMD ["npm", "start"]\n',
      },
      ['api a workload × 10'],
    ],
  ])('%s', (_, files, expected) => {
    expect(pools(files)).toEqual(expected)
  })

  it.each([
    ['basic-256mb', '100'],
    ['pro-8gb', '200'],
    ['pro-16gb', '400'],
    ['accelerated-64gb', '500'],
    ['starter', 'the plan starter does not tell'],
  ])('a database with the plan %s takes %s', (plan, expected) => {
    const [demand] = serverDemands(systemOf({ 'render.yaml': RENDER('numInstances: 3,', plan), ...NODE }))
    expect(demand && `${demand.hard.known ? demand.hard.value : demand.hard.because}`).toBe(expected)
    expect(demand && `${countText(demand.total)}: ${sumText(demand)}`).toBe('30: api 3 replicas × 10 = 30')
  })
})
