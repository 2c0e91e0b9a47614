import { runAction } from './action/run.js'

runAction({ env: process.env, cwd: process.cwd(), stdout: process.stdout, request: globalThis.fetch }).then(code => {
  process.exitCode = code
})
