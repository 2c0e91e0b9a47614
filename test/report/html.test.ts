import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { auditTree } from '../../src/audit.js'
import { treeOf } from '../../src/examples.js'
import { renderHtml } from '../../src/report/html.js'
import { RULES, sample } from './sample.js'

const OPTIONS = { includeSuppressed: false, within: '' }
const EMPTY = new Set(['meta'])

/** The elements of a page; throws where one is not closed, or closed without being open. */
function elementsOf(html: string): readonly string[] {
  const open: string[] = []
  const found: string[] = []
  for (const [, slash, name = ''] of html.replace(/<style>[^<]*<\/style>/, '').matchAll(/<(\/?)([a-z]\w*)\b[^<>]*>/g)) {
    if (slash === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`)
    } else {
      found.push(name)
      if (!EMPTY.has(name)) open.push(name)
    }
  }
  expect(open).toEqual([])
  return found
}

describe('the readiness report as a page', () => {
  const html = renderHtml(sample(), OPTIONS)

  test('says what is open, how to fix it, and the way', () => {
    expect(html).toMatch(
      /<h1>Production readiness: \d+\.\d of 100 \(F\)<\/h1>\n<p><strong>Not ready for production<\/strong>: below 80/,
    )
    expect(html).toContain('<td>Security</td><td class="r">20 %</td>')
    for (const one of sample().findings)
      if (!one.suppressed) expect(html).toContain(`${one.place.line}</code>: ${one.message}`)
    expect(html).toContain('<b>What to do:</b> Remove <code>privileged</code> and add')
    expect(html).toMatch(/<h2>Roadmap<\/h2>\n<p>\d+ steps? /)
    expect(html).toContain('<h2>Not verified</h2>')
    expect(html).not.toContain('<h2>Accepted</h2>')
    const accepted = renderHtml(sample({ ignore: 'workload/privileged' }), OPTIONS)
    expect(accepted).toMatch(/<h2>Accepted<\/h2>\n<ul>\n<li><code>workload\/privileged<\/code> /)
    expect(accepted).not.toContain('<b class="critical">')
  })

  test('is one whole page that runs nothing and asks for nothing', () => {
    const elements = new Set(elementsOf(html))
    for (const name of ['script', 'link', 'img', 'iframe', 'form', 'a']) expect(elements).not.toContain(name)
    expect(html).not.toMatch(/ on\w+=|url\(|@import|style="/)
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'; `)
    expect(html).not.toContain('hunter2')
  })

  test('links to lines where it knows where to', () => {
    const base = 'https://github.com/acme/erp/blob/abc/'
    expect(renderHtml(sample(), { ...OPTIONS, within: 'shop/', links: base })).toContain(
      `<a href="${base}shop/deploy/compose%20file.yaml#L8"><code>deploy/compose file.yaml:8</code></a>`,
    )
  })

  test('shows what comes from files as text', () => {
    const evil = '</td><script>alert(1)</script><img src=x onerror="alert(1)">&amp;`<b>`'
    const compose = JSON.stringify({ services: { [evil]: { image: 'x:latest', privileged: true } } })
    const shown = renderHtml(auditTree(treeOf(new Map([['compose.yaml', compose]]))), OPTIONS)
    const elements = new Set(elementsOf(shown))
    for (const name of ['script', 'img']) expect(elements).not.toContain(name)
    expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test('says when there is nothing to audit', () => {
    const nothing = renderHtml(auditTree(treeOf(new Map([['README.md', readFileSync('README.md', 'utf8')]]))), OPTIONS)
    expect(nothing).toContain('<h1>Production readiness: nothing to audit</h1>\n<p>There is no score: ')
    expect(elementsOf(nothing)).not.toContain('table')
  })

  test('is the same bytes each time', () => {
    expect(renderHtml(sample({ rules: RULES }), OPTIONS)).toBe(html)
  })
})
