import { expect, it } from 'vitest'
import { systemOf } from '../support/model.js'

it('says that Caddyfiles are not evaluated', () => {
  const compose = 'services:\n  web: {image: "caddy:2.10", volumes: ["./Caddyfile:/etc/caddy/Caddyfile"]}\n'
  const system = systemOf({
    'compose.yaml': compose,
    Caddyfile: ':80\nreverse_proxy api:3000\n',
    'docs/caddyfile.md': 'x',
  })
  expect(system.notEvaluated).toEqual([{ path: 'Caddyfile', because: 'a Caddyfile: what it routes is not evaluated' }])
})
