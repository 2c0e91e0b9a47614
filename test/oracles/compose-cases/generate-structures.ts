import type { Case } from './cases.js'
import { type Dice, dice, pick } from './dice.js'

/** Projects of several files in several directories that extend and include one another, the same for the same seed. */
export function generateStructures(seed: number, count: number): readonly Case[] {
  const die = dice(seed)
  return Array.from({ length: count }, (_, index) => structure(die, index + 1))
}

/** The files of a structure; each may extend services of those behind it, and include them. */
const paths = ['compose.yaml', 'over.yaml', 'sub/compose.yaml', 'sub/deep/base.yaml', 'lib/base.yaml']

function structure(die: Dice, number: number): Case {
  const files = new Map<string, string>()
  for (const [at, path] of paths.entries()) files.set(path, file(die, at))
  for (const path of ['.env', 'sub/.env', 'lib/.env', 'sub/deep/.env']) {
    if (die.roll(2) === 0)
      files.set(path, `TAG=${path.length}\n${die.roll(2) === 0 ? `ONLY=\${TAG}-${die.roll(9)}\n` : ''}`)
  }
  for (const path of ['a.env', 'sub/a.env', 'lib/a.env', 'sub/deep/a.env'])
    files.set(path, `FILE=${path}\nTAG_SEEN=\${TAG:-none}\n`)
  return {
    name: `generated: structure ${number}`,
    files,
    compose: die.roll(2) === 0 ? ['compose.yaml'] : ['compose.yaml', 'over.yaml'],
    environment: new Map(die.roll(4) === 0 ? [['TAG', 'shell']] : []),
    profiles: die.roll(2) === 0 ? ['p'] : [],
    environmentFiles: [],
    rejected: 'unstated',
  }
}

const services = ['one', 'two', 'three']

function file(die: Dice, at: number): string {
  const chosen = services.filter((_, index) => index === 0 || die.roll(2) === 0)
  const bodies = chosen.map((name, index) => `  ${name}:\n${service(die, at, chosen.slice(index + 1))}`)
  const include = at < 2 && die.roll(3) === 0 ? `include: [ ${included(die)} ]\n` : ''
  return `${include}services:\n${bodies.join('')}volumes: { data: { driver: ${pick(die, ['local', 'other'])} } }\n`
}

function included(die: Dice): string {
  return pick(die, [
    'sub/compose.yaml',
    '{ path: sub/compose.yaml, project_directory: . }',
    '{ path: sub/compose.yaml, env_file: a.env }',
    '{ path: [ sub/compose.yaml, lib/base.yaml ] }',
    'lib/base.yaml, sub/compose.yaml',
  ])
}

function service(die: Dice, at: number, others: readonly string[]): string {
  const lines = [`image: "i${at}:\${TAG:-none}\${ONLY}"`]
  const base = extended(die, at, others)
  if (base !== undefined) lines.push(`extends: ${base}`)
  const keys: readonly (() => string)[] = [
    () => `volumes: [ "./d${at}:/d", ${pick(die, ['"data:/data"', '"../up:/up"', '"./x:/x:ro"'])} ]`,
    () => 'env_file: a.env',
    () => `environment: { A${die.roll(2)}: ${at}, B: "\${TAG}" }`,
    () => `environment: [ A${die.roll(2)}=${at}, TAG, ONLY ]`,
    () => `build: { context: ./c${at}, args: [ TAG, X=${at} ] }`,
    () => `ports: [ "80${at}:80" ]`,
    () => `labels: [ "l${die.roll(2)}=${at}" ]`,
    () => `profiles: [ ${pick(die, ['p', 'q'])} ]`,
    () => `command: run ${at}`,
    () => (at > 0 ? `cap_add: ${pick(die, ['!reset ', '!override ', ''])}[ C${at} ]` : `cap_add: [ C${at} ]`),
    () => (others[0] === undefined ? `hostname: h${at}` : `depends_on: [ ${others[0]} ]`),
  ]
  const written = new Set<string>()
  for (const line of Array.from({ length: die.roll(5) }, () => pick(die, keys)())) {
    const key = line.slice(0, line.indexOf(':'))
    if (!written.has(key)) lines.push(line)
    written.add(key)
  }
  return lines.map(line => `    ${line}\n`).join('')
}

function extended(die: Dice, at: number, others: readonly string[]): string | undefined {
  if (die.roll(2) === 0) return undefined
  if (others[0] !== undefined && die.roll(2) === 0) return others[0]
  const target = paths[at + 1 + die.roll(3)]
  if (target === undefined || target === 'over.yaml') return undefined
  const depth = (paths[at] ?? '').split('/').length - 1
  const from = (paths[at] ?? '').split('/').slice(0, -1).join('/')
  const relative =
    from !== '' && target.startsWith(`${from}/`) ? target.slice(from.length + 1) : `${'../'.repeat(depth)}${target}`
  return `{ file: ${relative}, service: ${pick(die, ['one', 'one', 'one', 'two'])} }`
}
