import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { commandsIn, type StepCommand } from '../../support/commands.js'
import type { Api } from './api.js'
import type { Ran, World } from './world.js'

/** A pull request, as the origin of a repository has it. */
export interface Pull {
  readonly origin: string
  /** Commits: of the branch that it goes to, of its own, and of both together. */
  readonly base: string
  readonly head: string
  readonly merge: string
}

export interface JobRun {
  readonly passed: boolean
  /** What was printed for people to read and for the runner to obey. */
  readonly log: string
  /** Errors, warnings and notices. */
  readonly annotations: readonly StepCommand[]
  readonly summary: string
  /** Files that went to code scanning. */
  readonly uploaded: readonly string[]
}

interface Step {
  readonly id?: string
  readonly if?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

type Values = Readonly<Record<string, string>>

/** What expressions can name: `github.ref`, `steps.audit.outputs.score`. */
type Context = Map<string, string>

/**
 * Runs the one job of a workflow for a pull request, as the runner would
 * (https://docs.github.com/en/actions/reference/workflows-and-actions). Throws at everything that these workflows do not use.
 */
export async function runWorkflow(text: string, pull: Pull, api: Api, world: World): Promise<JobRun> {
  const { on, jobs } = parse(text) as { on: unknown; jobs: Readonly<Record<string, Job>> }
  const events = typeof on === 'string' ? [on] : Object.keys(on as object)
  if (!events.includes('pull_request')) throw new Error('it does not run for pull requests')
  const [job, ...others] = Object.values(jobs)
  if (!job || others.length > 0) throw new Error('it has not one job')
  api.permissions = job.permissions ?? {}
  const top = world.folder()
  const place = (name: string) => join(top, name)
  for (const name of ['workspace', 'temp']) mkdirSync(place(name))
  writeFileSync(place('event.json'), JSON.stringify(payloadOf(pull)))
  const context: Context = new Map([
    ['github.ref', 'refs/pull/1/merge'],
    ['github.base_ref', 'main'],
    ['github.token', api.token],
  ])
  const env: NodeJS.ProcessEnv = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: place('workspace'),
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: place('event.json'),
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SHA: pull.merge,
    GITHUB_REF: 'refs/pull/1/merge',
    GITHUB_BASE_REF: 'main',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: api.url,
    NODE_EXTRA_CA_CERTS: api.certificate,
    RUNNER_TEMP: place('temp'),
  }
  const files = { GITHUB_OUTPUT: place('output'), GITHUB_STEP_SUMMARY: place('summary') }
  const uploaded: string[] = []
  let passed = true
  let log = ''
  let summary = ''
  for (const step of job.steps) {
    if (!isDue(step.if, passed, context)) continue
    for (const file of Object.values(files)) writeFileSync(file, '')
    const inputs = evaluated(step.with ?? {}, context)
    const actions: Readonly<Record<string, () => Promise<Ran> | Ran>> = {
      'actions/checkout': () => checkout(inputs, pull, place('workspace'), world),
      'actions/setup-node': () => ({ ...DONE, code: inputs['node-version'] === '24' ? 0 : 1 }),
      'github/codeql-action/upload-sarif': () => {
        uploaded.push(resolve(place('workspace'), inputs.sarif_file ?? ''))
        return { ...DONE, code: job.permissions?.['security-events'] === 'write' ? 0 : 1 }
      },
      'OWNER/erp-audit': () => ownAction(step, inputs, { ...env, ...files }, context, world),
    }
    const own = evaluated(step.env ?? {}, context)
    const command = `bash -e ${place('step.sh')}`
    if (step.run !== undefined) writeFileSync(place('step.sh'), filled(step.run, context))
    const start = step.uses === undefined ? undefined : actions[step.uses.split('@')[0] ?? '']
    if (step.run === undefined && !start) throw new Error(`there is no action ${step.uses}`)
    const node = { PATH: `${dirname(world.node24)}:${world.env.PATH}` }
    const ran = await (start?.() ?? world.bash(command, place('workspace'), { ...env, ...node, ...files, ...own }))
    passed &&= ran.code === 0
    log += ran.stdout + ran.stderr
    summary += readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')
    for (const [name, value] of outputsIn(readFileSync(files.GITHUB_OUTPUT, 'utf8')))
      context.set(`steps.${step.id}.outputs.${name}`, value)
  }
  const annotations = commandsIn(log).filter(({ kind }) => ['error', 'warning', 'notice'].includes(kind))
  return { passed, log, annotations, summary, uploaded }
}

const DONE: Ran = { code: 0, stdout: '', stderr: '' }

function payloadOf({ base, head }: Pull): unknown {
  const repo = { full_name: 'acme/shop', fork: false }
  return { pull_request: { number: 1, base: { sha: base, ref: 'main', repo }, head: { sha: head, repo } } }
}

/** As actions/checkout v6 fetches (src/ref-helper.ts): one commit, or with `fetch-depth: 0` all branches with their history. */
function checkout(inputs: Values, pull: Pull, workspace: string, { git }: World): Ran {
  const merge = '+refs/pull/1/merge:refs/remotes/pull/1/merge'
  const isWhole = inputs['fetch-depth'] === '0'
  git(workspace, 'init', '--quiet')
  git(workspace, 'remote', 'add', 'origin', `file://${pull.origin}`)
  const what = isWhole ? ['+refs/heads/*:refs/remotes/origin/*', merge] : ['--depth=1', merge]
  git(workspace, 'fetch', '--quiet', '--no-tags', 'origin', ...what)
  git(workspace, 'checkout', '--quiet', '--force', 'refs/remotes/pull/1/merge')
  return DONE
}

/** The action of this project, at the version that the workflow names. */
async function ownAction(
  { uses = '' }: Step,
  inputs: Values,
  env: NodeJS.ProcessEnv,
  context: Context,
  { project, git, bash, node24 }: World,
): Promise<Ran> {
  const version = git(project, 'rev-parse', `${uses.split('@')[1]}^{commit}`)
  if (version !== git(project, 'rev-parse', 'HEAD')) throw new Error(`${uses} is not what was cloned`)
  const action = parse(readFileSync(join(project, 'action.yml'), 'utf8'))
  const unknown = Object.keys(inputs).filter(name => !Object.hasOwn(action.inputs, name))
  if (unknown.length > 0) throw new Error(`the action has no input ${unknown.join(', ')}`)
  if (action.runs.using !== 'node24') throw new Error(`it runs on ${action.runs.using}`)
  const given = Object.entries<{ default?: string }>(action.inputs).map(([name, input]) => {
    return [`INPUT_${name.toUpperCase()}`, inputs[name] ?? filled(input.default ?? '', context)]
  })
  // bash drops variables with a dash in their name, and env does not.
  const words = given.map(([name, value]) => `'${name}=${value}'`).join(' ')
  const main = join(project, action.runs.main)
  return bash(`exec env ${words} '${node24}' '${main}'`, env.GITHUB_WORKSPACE ?? '', env)
}

function evaluated(values: Readonly<Record<string, unknown>>, context: Context): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, filled(String(value), context)]))
}

function filled(text: string, context: Context): string {
  return text.replaceAll(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => context.get(name) ?? '')
}

/** `always()`, and what is compared with nothing. */
function isDue(condition: string | undefined, passed: boolean, context: Context): boolean {
  const parts = condition?.split(' && ') ?? []
  const isAlways = parts.includes('always()')
  return (
    (passed || isAlways) &&
    parts.every(part => {
      const [, name] = /^([\w.-]+) != ''$/.exec(part) ?? []
      if (name === undefined && part !== 'always()') throw new Error(`"${part}" is not known`)
      return name === undefined || (context.get(name) ?? '') !== ''
    })
  )
}

function outputsIn(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name = '', , value = '']) => [name, value])
}
