import '../support/grammars.js'
import { expect, test } from 'vitest'
import { auditTree } from '../../src/audit.js'
import { exampleTree } from '../../src/examples.js'

const LIMITER = `
  const hits = new Map()
  function rateLimiter({ max }) {
    return (req, res, next) => {
      const count = (hits.get(req.ip) ?? 0) + 1
      hits.set(req.ip, count)
      if (count > max) return res.status(429).json({ error: 'too many requests' })
      next()
    }
  }
`

/** How much it matters that nginx limits nothing, where the code has this before its route. */
async function severity(before: string): Promise<readonly string[]> {
  const { findings } = await auditTree(
    exampleTree({
      'compose.yaml': `
        services:
          web: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
          api: { build: ./api }
      `,
      'site.conf': 'server { listen 80; location / { proxy_pass http://api:3000; } }',
      'api/Dockerfile': 'FROM node:24.1\nCOPY . .\nCMD ["node", "server.js"]\n',
      'api/server.js': `
        const express = require('express')
        const app = express()
        ${LIMITER}
        app.get('/health', (req, res) => res.send('ok'))
        ${before}
        app.get('/orders', (req, res) => res.json([]))
        app.listen(3000)
      `,
    }),
  )
  return findings.filter(({ rule }) => rule === 'nginx/rate-limit-missing').map(one => one.severity)
}

test('a proxy without a limit matters less where the code limits each of its routes', async () => {
  expect(await severity('')).toEqual(['medium'])
  expect(await severity('app.use(rateLimiter({ max: 100 }))')).toEqual(['low'])
  expect(await severity("app.use('/admin', rateLimiter({ max: 100 }))")).toEqual(['medium'])
})
