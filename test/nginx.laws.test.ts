import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.js'
import { auditTree } from '../src/audit.js'
import { DEFAULT_OPTIONS } from '../src/config/config.js'
import { exampleFiles, expectedFindings, treeOf } from '../src/examples.js'

type Files = ReadonlyMap<string, string>

/** Every configuration in the examples of the rules about nginx, with the lines that are found wrong in it. */
const configurations = rules
  .filter(rule => rule.id.startsWith('nginx/'))
  .flatMap(rule =>
    [...rule.examples.bad, ...rule.examples.good].flatMap((example, index) => {
      const files = exampleFiles(example)
      const wrong = new Set(expectedFindings(example).map(({ path, line }) => `${path}:${line}`))
      return [...files.keys()]
        .filter(path => path.endsWith('.conf'))
        .map(path => [`${rule.id} ${index + 1} ${path}`, files, path, wrong] as const)
    }),
  )

/**
 * What a configuration may have to its credit. A header Connection may stand in the way of what it is meant for, and headers
 * that let other sites in are nothing that protects.
 */
const REMEDIES =
  /\b(?:limit_req|limit_conn|limit_req_zone|limit_conn_zone|add_header(?! ['"]?Access-Control-Allow-)|proxy_set_header(?! Connection)|proxy_http_version|keepalive|gzip|gzip_types|server_tokens|resolver|zone|allow|deny|auth_basic|worker_\w+|add_header_inherit|include)\b[^;{}]*;/g

function totalOf(files: Files): number {
  return auditTree(treeOf(files), DEFAULT_OPTIONS).score?.total ?? 0
}

describe.each(configurations)('the score of %s', (_, files, path, wrong) => {
  const text = files.get(path) ?? ''
  const before = totalOf(files)
  const totalWith = (changed: string) => totalOf(new Map([...files, [path, changed]]))

  it('does not rise when nginx cannot read it', () => {
    for (const broken of [`${text}\n}\n`, `{\n${text}`, `${text.slice(0, text.length / 2)}"`, `${text}\nserver {`]) {
      expect(totalWith(broken), broken).toBeLessThanOrEqual(before)
    }
  })

  it('does not rise when it loses what is to its credit', () => {
    for (const { index, 0: directive } of text.matchAll(REMEDIES)) {
      const line = text.slice(0, index).split('\n').length
      if (wrong.has(`${path}:${line}`)) continue
      const poorer = text.slice(0, index) + text.slice(index + directive.length)
      expect(totalWith(poorer), `without ${directive}`).toBeLessThanOrEqual(before)
    }
  })
})
