import { child, type MapNode } from '../parse/node.js'
import { parseShell } from '../parse/shell.js'
import type { Span } from '../source.js'
import type { ImageUse } from './image/images.js'
import { booleanFact, itemsOf, keySpan, textsOf } from './read-node.js'
import { shellText } from './start.js'
import type { Health, HealthCheck } from './system.js'
import { writtenWords } from './written-words.js'

/** Which check is in force: the deployment's over the Dockerfile's over the base image's own. */
export function healthOf(service: MapNode, serviceAt: Span, use: ImageUse | undefined): Health {
  const written = child(service, 'healthcheck')
  const at = keySpan(service, 'healthcheck', serviceAt)
  if (written?.kind === 'map') {
    const disable = booleanFact(child(written, 'disable'))
    if (disable?.known === false) return { state: 'unknown', checks: [], at }
    if (disable?.value === true) return { state: 'disabled', checks: [], at }
    const test = child(written, 'test')
    const words = textsOf(test)
    if (words[0] === 'NONE') return { state: 'disabled', checks: [], at }
    if (test && itemsOf(test).length > 0)
      return { state: 'checked', checks: [{ ...checkOf(words, test.at), written: writtenWords(test) }], at }
  }
  return imageHealth(use, written ? at : serviceAt)
}

/** The check of the Dockerfile, or what is known of the image's own. */
export function imageHealth(use: ImageUse | undefined, at: Span): Health {
  const dockerfile = use?.image.dockerfile
  const own = dockerfile?.healthcheck
  if (own?.disabled) return { state: 'disabled', checks: [], at: own.at }
  if (own?.command) {
    const { form, argv, script, text } = own.command
    const inner = argv && shellText(argv)
    const check: HealthCheck =
      inner !== undefined
        ? {
            kind: 'container',
            source: 'dockerfile',
            form: 'shell',
            script: parseShell(inner, own.at),
            text: inner,
            at: own.at,
          }
        : {
            kind: 'container',
            source: 'dockerfile',
            form,
            ...(argv ? { argv } : {}),
            ...(script ? { script } : {}),
            text: argv ? argv.join(' ') : text,
            at: own.at,
          }
    return { state: 'checked', checks: [check], at: own.at }
  }
  if (use?.image.origin === 'built' && !dockerfile?.base.known) return { state: 'unknown', checks: [], at }
  if (dockerfile?.base.known && dockerfile.base.value.repository === 'scratch') return { state: 'none', checks: [], at }
  const builtIn = use?.distribution?.builtInHealthcheck
  if (builtIn === true)
    return {
      state: 'checked',
      checks: [{ kind: 'container', source: 'image', form: 'image', text: "the image's own HEALTHCHECK", at }],
      at,
    }
  if (builtIn === false || use?.software?.kind === 'runtime') return { state: 'none', checks: [], at }
  return { state: 'unknown', checks: [], at }
}

/** A canonical `test` list: CMD, CMD-SHELL, or (read as CMD-SHELL) a bare text. */
function checkOf(words: readonly string[], at: Span): HealthCheck {
  const [first, ...rest] = words
  if (first === 'CMD') {
    const inner = shellText(rest)
    if (inner === undefined)
      return { kind: 'container', source: 'deployment', form: 'exec', argv: rest, text: rest.join(' '), at }
    return { kind: 'container', source: 'deployment', form: 'shell', script: parseShell(inner, at), text: inner, at }
  }
  const text = first === 'CMD-SHELL' ? rest.join(' ') : words.join(' ')
  return { kind: 'container', source: 'deployment', form: 'shell', script: parseShell(text, at), text, at }
}
