import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Request } from '../../src/action/comment.js'
import { runAction } from '../../src/action/run.js'
import { audit } from '../../src/audit.js'
import { commandsIn } from '../support/commands.js'
import { commit, git, repository, write } from '../support/repository.js'

const API = 'services:\n  api:\n    image: ghcr.io/acme/api:1.4.0\n'
const DATABASE = '  db:\n    image: postgres:17.5\n    privileged: true\n'

const temporary = mkdtempSync(join(tmpdir(), 'erp-audit-action-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

let root: string
let files: { readonly output: string; readonly summary: string; readonly event: string }
let count = 0

beforeEach(() => {
  root = repository({ 'compose.yaml': API })
  const name = (kind: string) => join(temporary, `${count}-${kind}`)
  files = { output: name('output'), summary: name('summary'), event: name('event') }
  count++
  for (const file of Object.values(files)) writeFileSync(file, '')
})

function head(): string {
  return git(root, 'rev-parse', 'HEAD')
}

interface Asked {
  readonly method: string
  readonly url: string
  readonly body?: string
  readonly authorization: string
}

/** Runs the action as the runner runs it: inputs and places in the environment, the payload of the event in a file. */
async function step(
  inputs: Readonly<Record<string, string>> = {},
  payload: unknown = {},
  answer: (asked: Asked) => { status: number; body: unknown } = () => ({ status: 500, body: {} }),
) {
  const asked: Asked[] = []
  const request: Request = async (url, { method, body, headers }) => {
    const one = { method, url, authorization: headers.authorization ?? '', ...(body !== undefined && { body }) }
    asked.push(one)
    const given = answer(one)
    return { ok: given.status < 300, status: given.status, json: async () => given.body }
  }
  writeFileSync(files.event, JSON.stringify(payload))
  let log = ''
  const code = await runAction(
    {
      env: {
        GITHUB_WORKSPACE: root,
        GITHUB_EVENT_PATH: files.event,
        GITHUB_OUTPUT: files.output,
        GITHUB_STEP_SUMMARY: files.summary,
        GITHUB_REPOSITORY: 'acme/erp',
        GITHUB_SHA: 'a'.repeat(40),
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_API_URL: 'https://api.github.com',
        RUNNER_TEMP: temporary,
        ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      },
      cwd: root,
      stdout: { write: text => (log += text) },
      request,
    },
    audit,
  )
  return {
    code,
    log,
    asked,
    commands: commandsIn(log),
    outputs: outputsIn(readFileSync(files.output, 'utf8')),
    summary: readFileSync(files.summary, 'utf8'),
  }
}

/** The file of outputs, as the runner reads it: `name<<delimiter`, lines, delimiter. */
function outputsIn(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const [, name, delimiter] = /^([\w-]+)<<(.+)$/.exec(lines[at] ?? '') ?? []
    if (name === undefined) continue
    const end = lines.indexOf(delimiter ?? '', at + 1)
    found[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return found
}

function pullRequest(base: string, more: { readonly from?: string; readonly fork?: boolean } = {}) {
  return {
    pull_request: {
      number: 7,
      base: { sha: base, repo: { full_name: 'acme/erp' } },
      head: { sha: 'b'.repeat(40), repo: { full_name: more.from ?? 'acme/erp', fork: more.fork ?? false } },
    },
  }
}

describe('a push', () => {
  test('annotates, sums up, sets the outputs, and fails with the gate', async () => {
    const { code, commands, outputs, summary } = await step()
    expect(code).toBe(1)
    expect(outputs).toMatchObject({
      score: expect.stringMatching(/^\d+\.\d$/),
      grade: expect.stringMatching(/^[A-F]$/),
      critical: '0',
      'sarif-file': '',
    })
    expect(Number(outputs.findings)).toBeGreaterThan(0)
    expect(commands.filter(({ properties }) => properties.file === 'compose.yaml').length).toBeGreaterThan(0)
    expect(commands.at(-1)).toMatchObject({ kind: 'error', properties: { title: 'erp-audit' } })
    expect(summary).toMatch(/^## erp-audit: \d+\.\d of 100 \([A-F]\)\n/)
    expect(summary).toContain(`](https://github.com/acme/erp/blob/${'a'.repeat(40)}/compose.yaml#L2)`)
    expect(readFileSync(outputs['report-file'] ?? '', 'utf8')).toMatch(/^# Production readiness: /)
  })

  test('passes where the workflow asks for less, and is silent where it does not want to hear', async () => {
    const { code, commands, summary } = await step({
      'fail-on': 'never',
      'min-score': '0',
      annotations: 'false',
      summary: 'false',
    })
    expect([code, commands, summary]).toEqual([0, [], ''])
  })

  test('writes SARIF, and says where', async () => {
    const { outputs } = await step({ 'sarif-file': 'out.sarif' })
    expect(outputs['sarif-file']).toBe(join(root, 'out.sarif'))
    expect(JSON.parse(readFileSync(join(root, 'out.sarif'), 'utf8')).version).toBe('2.1.0')
  })

  test('names files from the workspace when a folder of it is audited', async () => {
    write(root, { 'deploy/compose.yaml': API })
    const { commands } = await step({ path: 'deploy' })
    const places = commands.map(({ properties }) => properties.file).filter(file => file !== undefined)
    expect(new Set(places)).toEqual(new Set(['deploy/compose.yaml']))
  })
})

describe('a pull request', () => {
  test('tells what is new and what is fixed, and fails for the whole', async () => {
    const base = head()
    write(root, { 'compose.yaml': `${API}    mem_limit: 512m\n${DATABASE}` })
    commit(root, 'a database')
    const { code, summary, commands } = await step({}, pullRequest(base))
    expect(code).toBe(1)
    expect(summary).toMatch(/\*\*\d+ new, 1 fixed, score \d+\.\d → \d+\.\d, 1 → 2 workloads\*\* since/)
    expect(summary).toContain('| Severity | New finding | Where |')
    const annotated = commands.map(({ properties }) => properties.title ?? '')
    expect(annotated).toContain('workload/privileged (critical)')
    expect(annotated.some(title => title.startsWith('telemetry/monitoring-missing'))).toBe(false)
    expect(summary).toContain(`https://github.com/acme/erp/blob/${'b'.repeat(40)}/compose.yaml#L`)
  })

  test('with changed-only fails only for what is new on its lines', async () => {
    const base = head()
    write(root, { 'README.md': '# ERP\n' })
    commit(root, 'words')
    expect((await step({ 'changed-only': 'true' }, pullRequest(base))).code).toBe(0)
    write(root, { 'compose.yaml': `${API}${DATABASE}` })
    commit(root, 'a database')
    const { code, commands } = await step({ 'changed-only': 'true' }, pullRequest(base))
    expect(code).toBe(1)
    for (const { properties } of commands) if (properties.line) expect(Number(properties.line)).toBeGreaterThan(3)
  })

  test('without its base is audited as it stands, and says what to do', async () => {
    const { code, commands, summary } = await step({}, pullRequest('c'.repeat(40)))
    expect(code).toBe(1)
    expect(commands[0]).toMatchObject({ kind: 'warning', data: expect.stringContaining('fetch-depth: 0') })
    expect(summary).toContain('| Severity | Finding | Where |')
  })

  test('gets a comment, and the same one every time', async () => {
    const payload = pullRequest(head())
    const inputs = { comment: 'true', token: 'secret-token' }
    const first = await step(inputs, payload, ({ method }) => ({ status: 200, body: method === 'GET' ? [] : {} }))
    expect(first.asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET https://api.github.com/repos/acme/erp/issues/7/comments?per_page=100&page=1',
      'POST https://api.github.com/repos/acme/erp/issues/7/comments',
    ])
    expect(first.asked[1]?.authorization).toBe('Bearer secret-token')
    const { body } = JSON.parse(first.asked[1]?.body ?? '{}')
    expect(body).toMatch(/^<!-- erp-audit -->\n## erp-audit: /)
    expect(first.log).not.toContain('secret-token')
    const strangers = Array.from({ length: 99 }, (_, id) => ({ id, body, user: { type: 'User' } }))
    const there = [...strangers, { id: 500, body, user: { type: 'Bot' } }]
    const second = await step(inputs, payload, ({ method }) => ({ status: 200, body: method === 'GET' ? there : {} }))
    expect(second.asked.at(-1)).toMatchObject({
      method: 'PATCH',
      url: 'https://api.github.com/repos/acme/erp/issues/comments/500',
    })
  })

  test('gets a comment for each part of the repository that is audited by itself', async () => {
    write(root, { 'shop/compose.yaml': API })
    commit(root, 'a shop')
    const whole = { id: 1, body: '<!-- erp-audit -->\n## erp-audit: 80.0', user: { type: 'Bot' } }
    const inputs = { comment: 'true', token: 'x', path: 'shop' }
    const { asked } = await step(inputs, pullRequest(head()), ({ method }) => ({
      status: 200,
      body: method === 'GET' ? [whole] : {},
    }))
    expect(asked.at(-1)?.method).toBe('POST')
    expect(JSON.parse(asked.at(-1)?.body ?? '{}').body).toMatch(
      /^<!-- erp-audit shop\/ -->\n## erp-audit of `shop\/`: /,
    )
  })

  test('is not failed by a comment that GitHub refuses', async () => {
    const inputs = { comment: 'true', token: 'x', 'fail-on': 'never', 'min-score': '0' }
    const { code, commands } = await step(inputs, pullRequest(head()), () => ({ status: 403, body: {} }))
    expect(code).toBe(0)
    expect(commands.at(-1)).toMatchObject({
      kind: 'warning',
      data: 'the comment could not be written: GitHub answered 403; give the job the permission "pull-requests: write"',
    })
  })

  test.each([{ fork: true }, { from: 'stranger/erp' }])('from a fork asks GitHub for nothing: %j', async more => {
    const { asked, commands, summary } = await step({ comment: 'true', token: 'x' }, pullRequest(head(), more))
    expect(asked).toEqual([])
    expect(summary).not.toBe('')
    expect(commands.some(({ kind, data }) => kind === 'notice' && data.includes('from a fork'))).toBe(true)
  })
})

describe('what goes wrong', () => {
  test.each([
    [{ path: 'nowhere' }, 2, 'there is no directory'],
    [{ 'fail-on': 'sometimes' }, 2, '--fail-on is one of critical, high, medium, low, never'],
    [{ comment: 'perhaps' }, 2, 'the input comment is true or false, not "perhaps"'],
    [{ baseline: 'known.json' }, 2, 'there is no baseline'],
    [{ path: 'empty' }, 3, 'nothing to audit'],
  ])('is one annotation: %j', async (inputs, code, message) => {
    write(root, { 'empty/README.md': '# nothing\n' })
    const result = await step(inputs)
    expect(result.code).toBe(code)
    expect(result.commands.at(-1)).toMatchObject({ kind: 'error', data: expect.stringContaining(message) })
  })

  test('a damaged payload is that of an event of which nothing is known', async () => {
    writeFileSync(files.event, '')
    const { code, summary } = await step({}, [{ pull_request: 1 }])
    expect([code, summary === '']).toEqual([1, false])
  })
})

test('nothing in the files of a repository becomes a command, an output or Markdown of ours', async () => {
  const name = 'x\n::error::y,z%0A.yaml'
  write(root, {
    [`sub/${name}`]: 'services:\n  "api\\n::set-output name=a::b":\n    image: "::warning::c"\n    privileged: true\n',
    'compose.yaml':
      'include: ["sub/x\\n::error::y,z%0A.yaml"]\nservices:\n  "a|b<script>@team": { image: "x:latest", privileged: true }\n',
  })
  const { log, commands, outputs, summary } = await step()
  const own = new Set(['error', 'warning', 'notice'])
  for (const { kind, properties } of commands) {
    expect(own.has(kind)).toBe(true)
    expect(properties.title).toMatch(/^erp-audit$|^[a-z0-9]+\/[a-z0-9-]+ \((?:critical|high|medium|low)\)$/)
  }
  expect(commands.some(({ data }) => data.includes('a|b<script>@team'))).toBe(true)
  const tokens = [...log.matchAll(/^::stop-commands::(.+)$/gm)].map(([, token = '']) => token)
  expect(tokens).toHaveLength(1)
  expect(tokens[0]).toMatch(/^[0-9a-f-]{36}$/)
  expect(Object.keys(outputs)).toEqual(['score', 'grade', 'findings', 'critical', 'high', 'sarif-file', 'report-file'])
  expect(summary).not.toMatch(/<script>|@team/)
})
