import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auditTree } from '../../src/audit.js'
import { treeOf } from '../../src/examples.js'
import { block, code, prose, text } from '../../src/report/markdown/text.js'
import { renderMarkdown } from '../../src/report/markdown.js'
import type { AuditResult } from '../../src/result.js'
import { sample } from './sample.js'

const OPTIONS = { includeSuppressed: false, within: '' }

const SHOP = auditTree(
  treeOf(
    new Map([
      [
        'compose.yaml',
        `services:
  proxy:
    image: nginx:1.29.1
    ports: ["443:443", "127.0.0.1:9000:9000"]
    depends_on: [api]
  api:
    image: ghcr.io/acme/api:1.4.0
    ports: ["8080:3000"]
    environment: { DATABASE_URL: "postgres://shop@db/shop", MAIL_URL: "https://mail.example.org" }
    healthcheck: { test: [CMD-SHELL, "curl -f http://localhost:3000/health"] }
    deploy: { replicas: 3, resources: { limits: { memory: 512M, cpus: "0.5" } } }
  db:
    image: postgres:17.5
`,
      ],
    ]),
  ),
)

/** The part of a report below a heading. */
function below(title: string, result: AuditResult = SHOP): string {
  return (
    renderMarkdown(result, OPTIONS)
      .split(/^## /m)
      .find(part => part.startsWith(`${title}\n`)) ?? ''
  )
}

describe('the readiness report', () => {
  test('begins with the verdict and the score with its weights', () => {
    const report = renderMarkdown(sample(), OPTIONS)
    expect(report).toMatch(
      /^# Production readiness: \d+\.\d of 100 \(F\)\n\n\*\*Not ready for production\*\*: below 80, 1 critical and \d+ high open\.\n/,
    )
    expect(report).toContain('| Security | 20 % |')
    expect(report).toContain(
      '| A workload runs with all privileges of its host (`workload/privileged`) | critical | 1 | 20 minutes |',
    )
  })

  test('lists every place of every finding with what to do, and links where it knows where to', () => {
    const report = renderMarkdown(sample(), {
      ...OPTIONS,
      within: 'shop/',
      links: 'https://github.com/acme/erp/blob/abc/',
    })
    for (const { place } of sample().findings) {
      expect(report).toContain(
        `[\`${place.path}:${place.line}\`](https://github.com/acme/erp/blob/abc/shop/deploy/compose%20file.yaml#L${place.line})`,
      )
    }
    expect(report).toContain(
      '**What to do:** Remove `privileged` and add the one capability that it needs with `cap_add`.',
    )
  })

  test('counts what production consists of', () => {
    expect(below('Inventory')).toContain(
      '3 workloads in 5 replicas; memory limits add up to 1.5 GiB; CPU limits to 1.5; 2 workloads without a memory limit.',
    )
    expect(below('Inventory')).toContain(
      '| `api` | user-facing | ghcr.io/acme/api:1.4.0 | 3 | 512 MiB | 0.5 | 8080→3000 | yes |',
    )
    expect(below('Inventory')).toContain('| `proxy` | proxy | nginx:1.29.1 | 1 | none | none | 443 | none |')
  })

  test('draws who talks to whom', () => {
    const map = below('Who talks to whom')
    const name = (label: string) => new RegExp(`(\\w+)[[{(>]+"${label}"`).exec(map)?.[1]
    expect(map).toContain('```mermaid\nflowchart LR')
    expect(map).toContain(`${name('api')} --> ${name('db')}`)
    expect(map).toContain(`${name('proxy')} --> ${name('api')}`)
    expect(map).toContain(`${name('api')} --> ${name('mail.example.org')}`)
  })

  test('tells the order of deployment', () => {
    expect(below('Deployment sequence')).toContain('1. `db`\n2. `api`\n3. `proxy`')
  })

  test('gives the commands that show whether it works', () => {
    const checklist = below('Verification checklist')
    expect(checklist).toContain('- [ ] everything starts and becomes healthy')
    expect(checklist).toContain('docker compose up --detach --wait\n')
    expect(checklist).toContain("docker compose exec db sh -c 'pg_isready")
    expect(checklist).toContain('docker compose exec proxy nginx -t\n')
    expect(checklist).toContain('curl --fail --silent --show-error http://localhost:8080/health\n')
  })

  test('says what was not verified, not read, and accepted', () => {
    expect(below('Not verified', sample())).toContain(
      '- `image/tag-mutable` mail: MAIL\\_IMAGE is given outside of the repository',
    )
    expect(below('Not read', sample())).toContain(
      '- `charts/shop/templates/api.yaml`: Helm templates are not evaluated',
    )
    expect(below('Accepted', sample({ ignore: 'workload/privileged' }))).toContain('a lab, not a shop')
  })

  test('says why there is no score', () => {
    expect(renderMarkdown(sample({ empty: true }), OPTIONS)).toMatch(
      /^# Production readiness: nothing to audit\n\nThere is no score: /,
    )
  })

  test('starts what waits for each other together', () => {
    const circle = auditTree(
      treeOf(
        new Map([
          [
            'compose.yaml',
            `services:
  a: { image: "ghcr.io/acme/a:1.0.0", environment: { B_URL: "http://b:3000" } }
  b: { image: "ghcr.io/acme/b:1.0.0", environment: { A_URL: "http://a:3000" } }
  c: { image: "ghcr.io/acme/c:1.0.0", environment: { A_URL: "http://a:3000" } }
`,
          ],
        ]),
      ),
    )
    expect(below('Deployment sequence', circle)).toContain('1. `a`, `b`\n2. `c`')
  })
})

describe('text from outside', () => {
  test.each([
    ['a|b', 'a\\|b'],
    ['<img src=x onerror=y>', '&lt;img src=x onerror=y&gt;'],
    ['[x](http://evil)', '\\[x\\](http<!-- -->://evil)'],
    ['@octocat and #12', '@<!-- -->octocat and \\#12'],
    ['a\n# b', 'a \\# b'],
    ['`code`', '\\`code\\`'],
    ['&lt;', '&amp;lt;'],
  ])('shows %j as it is', (given, written) => {
    expect(text(given)).toBe(written)
  })

  test('never becomes Markdown or HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), given => {
        const written = text(given)
        expect(written).not.toMatch(/(?<!\\)(?:\\\\)*[`*_[\]|~{}]/)
        expect(written.replaceAll('<!-- -->', '')).not.toMatch(/[<>\n]/)
        expect(written).not.toMatch(/@\w/)
      }),
    )
  })

  test('stays in its code, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', '|', ' ', '\n', '<'), maxLength: 12 }), given => {
        const written = code(given)
        if (written === '') return
        const fence = /^`+/.exec(written)?.[0] ?? ''
        const inside = written.slice(fence.length, -fence.length)
        expect(written.endsWith(fence)).toBe(true)
        for (const [run] of inside.matchAll(/`+/g)) expect(run.length).not.toBe(fence.length)
        expect(inside).not.toMatch(/(?<!\\)\||\n/)
      }),
    )
    expect(block(['```', 'x'], 'sh')).toBe('````sh\n```\nx\n````')
  })

  test('our own text keeps its code and nothing else', () => {
    expect(prose('Set `a_b|c` to <x>, *now*')).toBe('Set `a_b\\|c` to &lt;x&gt;, \\*now\\*')
    expect(prose('a ` alone')).toBe('a \\` alone')
  })

  test('reaches the report nowhere as it stands', () => {
    const hostile = '<script>alert(1)</script> | @team [x](y) `z\n# h'
    const result = sample()
    const findings = result.findings.map(finding => ({
      ...finding,
      message: hostile,
      fix: hostile,
      place: { ...finding.place, path: hostile },
    }))
    const unverified = result.unverified.map(one => ({ ...one, subjectName: hostile, because: hostile }))
    const report = renderMarkdown({ ...result, findings, unverified }, { ...OPTIONS, links: 'https://x/' })
    const outside = report.replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
    expect(outside).not.toMatch(/<script|@team|\[x\]\(y\)|^# h/m)
  })
})
