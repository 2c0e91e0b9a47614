import { runAction } from './action/run.js'
import { optimiseLater } from './cli/tier-up.js'

optimiseLater(process.versions.v8)

runAction({ env: process.env, cwd: process.cwd(), stdout: process.stdout, request: globalThis.fetch }).then(code => {
  process.exitCode = code
})
