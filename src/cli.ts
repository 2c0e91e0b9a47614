#!/usr/bin/env node
import { loadAudit, run, type World } from './cli/run.js'
import { optimiseLater, withEagerParsers } from './cli/tier-up.js'

optimiseLater(process.versions.v8)

// A reader that goes away (`erp-audit | head`) is no error of ours; the exit code stays what the audit made it.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

/** One line from the terminal; the end of the input is a no. */
function ask(question: string): Promise<string> {
  process.stderr.write(question)
  return new Promise(resolve => {
    const end = (answer: string) => {
      process.stdin.pause()
      resolve(answer)
    }
    process.stdin.once('data', data => end(String(data)))
    process.stdin.once('end', () => end('no'))
  })
}

/** All of standard input. */
async function stdin(): Promise<string> {
  let text = ''
  for await (const part of process.stdin.setEncoding('utf8')) text += part
  return text
}

const world: World = {
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  stdin,
  // To look at the input opens it, which few commands need.
  get ask() {
    return process.stdin.isTTY && process.stderr.isTTY ? ask : undefined
  },
}

run(world, async () => withEagerParsers(await loadAudit(), process.versions.v8)).then(code => {
  process.exitCode = code
})
