// Reads a JSON array of Prisma schemas from standard input and writes what prisma-ast makes of each, a line of JSON for
// one. Runs in an empty folder: prisma-ast looks for a configuration in the current one, and would run it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { getSchema } = createRequire(import.meta.url)('@mrleebo/prisma-ast')

for (const text of JSON.parse(readFileSync(0, 'utf8'))) {
  let reply
  try {
    reply = { schema: getSchema(text) }
  } catch (error) {
    reply = { error: String(error.message).split('\n')[0] }
  }
  process.stdout.write(`${JSON.stringify(reply)}\n`)
}
