import { expect, test } from 'vitest'
import { treeOf } from '../../src/examples.js'
import { scriptSecretsOf } from '../../src/model/secrets/script-secrets.js'
import { millisecondsSince } from '../support/processor-time.js'

const KEY = 'hT9wQ2zLr7Vb4NcX8mKd1PfG'
const namesIn = (text: string) => scriptSecretsOf(treeOf(new Map([['deploy.sh', text]]))).map(({ name }) => name)

test('a here-document ends where its word stands', () => {
  const text = `cat > .env <<EOF\nJWT_SECRET=${KEY}\nEOF\nSESSION_SECRET=${KEY}\n`
  expect(namesIn(text)).toEqual(['JWT_SECRET'])
})

test('here-documents in one another are one, however many there are', () => {
  const started = process.cpuUsage()
  const lines = Array.from({ length: 900 }, (_, index) => `JWT_SECRET_${index}=${KEY}\n`).join('')
  expect(namesIn(`${'cat > .env <<EOF\n'.repeat(5_000)}${lines}EOF\n`)).toHaveLength(900)
  expect(namesIn('cat > .env <<EOF\n'.repeat(10_000))).toEqual([])
  expect(millisecondsSince(started)).toBeLessThan(2_000)
})
