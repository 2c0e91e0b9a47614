import { runAction } from './action/run.js'
import { audit } from './cli/commands.js'

runAction({ env: process.env, cwd: process.cwd(), stdout: process.stdout, request: globalThis.fetch }, audit).then(
  code => {
    process.exitCode = code
  },
)
