import { credentialsIn, isSecretName } from '../../knowledge/secrets.js'
import type { Instruction } from '../../parse/dockerfile.js'
import { argumentsOf, readPairs } from '../../parse/dockerfile.js'
import type { VariableUse } from '../../parse/node.js'
import type { Span } from '../../source.js'
import { LOOPBACK } from '../host-names.js'
import type { Image } from '../system.js'
import { defaultsIn, secretIn } from './judge.js'
import type { WrittenSecret } from './written-secrets.js'

/**
 * Defaults for secrets, and passwords in connection strings, in the ENV and ARG of every stage. Variables that are named
 * for a secret and hold a literal are asked about by image/secret-baked-in.
 */
export function dockerfileSecrets(image: Image): readonly WrittenSecret[] {
  const file = image.dockerfile?.file
  if (!file) return []
  const globals = file.globalArguments.map(one => ({ name: one.name, value: one.defaultValue, at: one.at }))
  const settings = [
    ...globals,
    ...file.stages.flatMap(stage => {
      const isShipped = image.dockerfile?.chain.includes(stage) ?? true
      return stage.instructions.flatMap(settingsOf).filter(one => isShipped || !isForTheBuild(one.value ?? ''))
    }),
  ]
  return settings.flatMap(({ name, value, at }) => {
    const text = withoutQuotes(value ?? '')
    const direct = isSecretName(name) ? undefined : secretIn(name, text)
    const found = [...defaultsIn(name, text, defaultsOf(text, at)), ...(direct ? [direct] : [])]
    return found.map(secret => ({ ...secret, subject: image, at }))
  })
}

function withoutQuotes(text: string): string {
  return text.replace(/^(['"])([\s\S]*)\1$/, '$2')
}

/**
 * A connection string that only has the form that a program wants before it can be built: in a stage that is not shipped,
 * with the address of the build itself, where no database is, or with one made-up word in all its places.
 */
function isForTheBuild(value: string): boolean {
  const text = withoutQuotes(value)
  const found = credentialsIn(text)
  if (!found?.passwordRange) return false
  const password = text.slice(...found.passwordRange)
  return LOOPBACK.test(found.host) || (password === found.user && password === found.host)
}

interface Setting {
  readonly name: string
  readonly value: string | undefined
  readonly at: Span
}

function settingsOf(instruction: Instruction): readonly Setting[] {
  if (instruction.keyword === 'ARG')
    return argumentsOf(instruction).map(one => ({ name: one.name, value: one.defaultValue, at: one.at }))
  return instruction.keyword === 'ENV' ? readPairs(instruction).map(({ name, value, at }) => ({ name, value, at })) : []
}

/** `${X:-y}` as BuildKit reads it, without nesting. */
function defaultsOf(text: string, at: Span): readonly VariableUse[] {
  return [...text.slice(0, 4_096).matchAll(/\$\{(\w+)(:?-)([^{}]*)\}/g)].map(match => ({
    name: match[1] ?? '',
    operator: match[2] === '-' ? '-' : ':-',
    argument: match[3] ?? '',
    at,
    source: 'default',
  }))
}
