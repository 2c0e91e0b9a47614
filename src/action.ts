import { runAction } from './action/run.js'
import { audit } from './audit.js'
import { optimiseLater, withEagerParsers } from './cli/tier-up.js'

optimiseLater(process.versions.v8)

runAction(
  { env: process.env, cwd: process.cwd(), stdout: process.stdout, request: globalThis.fetch },
  withEagerParsers(audit, process.versions.v8),
).then(code => {
  process.exitCode = code
})
