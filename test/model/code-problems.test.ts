import { expect, test } from 'vitest'
import { systemOf } from '../support/model.js'

test('a file that runs in production and is read in part only is said', () => {
  const system = systemOf({
    'compose.yaml': 'services: { api: { build: . } }',
    Dockerfile: 'FROM node:24.1.0\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n',
    'server.js': "const app = require('express')()\nconst x = = 5\napp.get('/orders', list)\napp.listen(3000)\n",
    'unused.js': 'const y = = 5\n',
  })
  expect(system.notEvaluated).toEqual([
    { path: 'server.js', because: expect.stringContaining('a part of it could not be read: ') },
  ])
  expect(system.services[0]?.routes.routes.map(route => route.path)).toEqual(['/orders'])
})
