import { expect, test } from 'vitest'
import { commentsOf } from '../src/comments.js'
import { readSuppressions } from '../src/suppress-comments.js'

/** The suppressions of one file: line, line that it speaks of, rule. */
function suppressionsIn(path: string, text: string) {
  const source = { path, text }
  const comments = commentsOf(new Map([[path, source]])).get(path) ?? []
  return readSuppressions(source, comments).map(({ line, target, rule }) => [line, target, rule])
}

test('nginx files, behind a directive and above one', () => {
  const text = [
    'server {',
    '  listen 80; # erp-audit-ignore nginx/a: reason',
    '  # erp-audit-ignore nginx/b: reason',
    '  root /srv;',
    '  return 200 "# erp-audit-ignore nginx/c: no comment";',
    '}',
  ].join('\n')
  const expected = [
    [2, 2, 'nginx/a'],
    [3, 4, 'nginx/b'],
  ]
  expect(suppressionsIn('conf.d/site.conf', text)).toEqual(expected)
  expect(suppressionsIn('sites-enabled/site', text)).toEqual(expected)
})

test('a fragment of nginx directives that no block betrays', () => {
  const text = 'gzip on;\nssl_protocols TLSv1; # erp-audit-ignore nginx/a: reason\n'
  expect(suppressionsIn('snippets/tls.conf', text)).toEqual([[2, 2, 'nginx/a']])
})

test('other settings have comments of whole lines alone', () => {
  const text = '# erp-audit-ignore a/b: reason\nrequirepass a#b # erp-audit-ignore c/d: no comment\n'
  expect(suppressionsIn('redis.conf', text)).toEqual([[1, 2, 'a/b']])
})
