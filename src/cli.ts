#!/usr/bin/env node
import { run } from './cli/run.js'

// A reader that goes away (`erp-audit | head`) is no error of ours; the exit code stays what the audit made it.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

run({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
}).then(code => {
  process.exitCode = code
})
