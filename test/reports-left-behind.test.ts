import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { audit } from '../src/audit.js'
import { discover } from '../src/discover.js'
import { FORMATS } from '../src/report/formats.js'
import { erpAudit } from './support/repository.js'

const NAMES = {
  json: 'a.json',
  sarif: 'a.sarif',
  markdown: 'readiness.md',
  html: 'readiness.html',
  gitlab: 'b.json',
  junit: 'a.xml',
}

/** Reports say what is missing and how to mend it: read as a part of the system they would be taken for the remedy. */
test.each(['southern-apparels', 'erp-suite', 'multi-instance'])(
  'what is written about %s changes nothing',
  async name => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'erp-audit-left-')))
    try {
      cpSync(join('fixtures', name), root, { recursive: true })
      rmSync(join(root, 'expected.txt'))
      const before = await audit(root)
      const files = FORMATS.map(
        format => `--format=${format}=${NAMES[format as keyof typeof NAMES] ?? `${format}.txt`}`,
      )
      // Twice: the second time over the files of the first.
      for (const _ of [1, 2]) expect(await erpAudit(root, [...files, '--exit-zero'])).toMatchObject({ code: 0 })
      expect(await erpAudit(root, ['baseline'])).toMatchObject({ code: 0 })
      const after = await audit(root)
      const told = ({ findings, judgements, score }: typeof before) => ({
        score: score?.total,
        findings: findings.map(({ rule, place, message }) => [rule, place.path, place.line, message]),
        verdicts: judgements.map(({ rule, outcomes }) => [
          rule.id,
          outcomes.map(({ subject, status }) => [subject, status]),
        ]),
      })
      expect(told(after)).toEqual(told(before))
    } finally {
      rmSync(root, { recursive: true })
    }
  },
)

test.each([
  [
    'of another program in SARIF',
    'trivy.sarif',
    '{"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[]}',
    true,
  ],
  ['of another program in SARIF without a schema', 'a.json', '{ "version": "2.1.0", "runs": [] }', true],
  ['of tests', 'junit.xml', '<?xml version="1.0"?>\n<testsuite name="api"></testsuite>', true],
  ['of Code Climate', 'c.json', '[{"type":"issue","check_name":"a","description":"b","fingerprint":"c"}]', true],
  ['of nobody: a list', 'd.json', '[{"description":"a","location":"b"}]', false],
  ['of nobody: a document', 'docs/readiness.md', '# Production readiness: what we do\n', false],
  ['of nobody: a manifest', 'k8s/a.json', '{"apiVersion":"v1","kind":"Service"}', false],
  ['of nobody: a program', 'a.py', '# Production readiness: 80.0 of 100 (B)\n', false],
])('a report %s is one', (_, path, text, isOne) => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'erp-audit-left-')))
  try {
    writeFileSync(join(root, path.replace('/', '-')), text)
    expect(discover(root).read(path.replace('/', '-')) === undefined).toBe(isOne)
  } finally {
    rmSync(root, { recursive: true })
  }
})
