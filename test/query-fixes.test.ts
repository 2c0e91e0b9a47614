import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.js'
import { auditTree } from '../src/audit.js'
import { exampleFiles, exampleTree } from '../src/examples.js'
import './support/grammars.js'

/** What only a library of the language has. */
const ONLY: Readonly<Record<'node' | 'python' | 'go', RegExp>> = {
  node: /Math\.min|take:|include|@Max|DataLoader|scanStream|relationLoadStrategy/,
  python: /Query\(|selectinload|REST framework|PageNumberPagination|scan_iter|_related|min\(limit, 100\)\)\.offset/,
  go: /Preload|\.Limit\(|rdb\.|WHERE|limit = min/,
}

const FIXED = [
  'query/eager-load-multiplies',
  'query/graphql-list-unbounded',
  'query/key-scan',
  'query/list-unbounded',
  'query/one-per-row',
  'query/page-size-uncapped',
]

describe('a remedy speaks of the library that the query goes through', () => {
  test.each(FIXED)('%s', id => {
    const rule = rules.find(one => one.id === id)
    for (const example of rule?.examples.bad ?? []) {
      const names = [...exampleFiles(example).keys()].join('\n')
      const language = /\.go$/m.test(names) ? 'go' : /\.py$/m.test(names) ? 'python' : 'node'
      const fixes = auditTree(exampleTree(example)).findings.flatMap(found => (found.rule === id ? found.fix : []))
      expect(fixes).not.toEqual([])
      for (const fix of fixes) {
        const spoken = (['node', 'python', 'go'] as const).filter(one => ONLY[one].test(fix))
        // Where a library has no way of its own, none is named.
        if (spoken.length > 0 || !fix.startsWith('Read ')) expect({ fix, spoken }).toEqual({ fix, spoken: [language] })
      }
    }
  })
})
