import { expect, test } from 'vitest'
import rule from '../rules/workload/command-misread.js'
import { auditTree } from '../src/audit.js'
import { DEFAULT_OPTIONS } from '../src/config/config.js'
import { exampleTree } from '../src/examples.js'

test.each([
  ['a program that passes its arguments on', '["tini", "--"]', 'fail'],
  ['such a program by its path', '["/usr/bin/tini", "--"]', 'fail'],
  ['a script that the image brings', '["/app/start"]', 'unverified'],
  ['a script by its name', '["docker-entrypoint.sh"]', 'unverified'],
])('an operator behind %s', (_, entrypoint, status) => {
  const { judgements } = auditTree(
    exampleTree({
      'compose.yaml': 'services:\n  api: { build: ., command: [migrate, "&&", serve] }',
      Dockerfile: `FROM python:3.13-slim\nCOPY . .\nENTRYPOINT ${entrypoint}`,
    }),
    { ...DEFAULT_OPTIONS, rules: [rule] },
  )
  expect(judgements.flatMap(({ outcomes }) => outcomes.map(outcome => outcome.status))).toEqual([status])
})
