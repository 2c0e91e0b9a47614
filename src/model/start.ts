import type { DockerfileCommand, DockerfileImage } from '../parse/dockerfile.js'
import type { Node } from '../parse/node.js'
import { parseShell, type ShellScript } from '../parse/shell.js'
import type { Span } from '../source.js'
import { textsOf } from './read-node.js'
import type { StartCommand } from './system.js'
import { writtenWords } from './written-words.js'

const SHELLS = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a|z)?sh$/

/** The text that `sh -c` (or `bash -lc`) runs, when argv is such a call. */
export function shellText(argv: readonly (string | null)[]): string | undefined {
  if (!SHELLS.test(argv[0] ?? '')) return undefined
  for (let index = 1; index < argv.length; index++) {
    const word = argv[index]
    if (typeof word !== 'string' || !/^[-+]/.test(word)) return undefined
    if (/^-[a-z]*c$/.test(word)) return argv[index + 1] ?? undefined
    // `-o pipefail`
    if (/^[-+][a-z]*o$/.test(word)) index++
  }
  return undefined
}

/** Whether an entrypoint is a shell that is given its text as the next argument (`["sh", "-c"]`). */
function startCommand(
  argv: readonly string[],
  at: Span,
  source: StartCommand['source'],
  replacesEntrypoint: boolean,
): StartCommand {
  const text = shellText(argv)
  const script = text === undefined ? undefined : innermostScript(text, at)
  return {
    argv,
    shell: script !== undefined,
    ...(script && { script }),
    text: (script?.text ?? argv.join(' ')).trim(),
    at,
    source,
    ...(replacesEntrypoint ? { replacesEntrypoint } : {}),
  }
}

/**
 * The programs that images without a shell start with what they are given: https://github.com/GoogleContainerTools/distroless,
 * nodejs/README.md and python3/README.md.
 */
function baseEntrypoint(image: DockerfileImage | undefined): readonly string[] {
  const base = image?.base.known ? image.base.value.repository : ''
  if (/^gcr\.io\/distroless\/nodejs/.test(base)) return ['/nodejs/bin/node']
  return /^gcr\.io\/distroless\/python3/.test(base) ? ['/usr/bin/python3'] : []
}

const DEEPEST = 4

/** What is run in the end by a shell that only starts another: Docker runs `CMD sh -c "…"` with a shell of its own. */
function innermostScript(text: string, at: Span, depth = 0): ShellScript {
  const script = parseShell(text, at)
  const [only, ...others] = script.commands
  const [first, ...rest] = only?.words ?? []
  const inner =
    only && others.length === 0 && only.inside.length === 0 && depth < DEEPEST
      ? shellText(first === 'exec' ? rest : only.words)
      : undefined
  return inner === undefined ? script : innermostScript(inner, at, depth + 1)
}

function dockerfileWords(command: DockerfileCommand, shell: readonly string[]): readonly string[] {
  return command.form === 'exec' ? (command.argv ?? []) : [...shell, command.text]
}

/**
 * What a container executes: the entrypoint and command of the deployment over those of the Dockerfile. As Docker does,
 * an entrypoint of the deployment discards the image's command. Undefined when only a pulled image would tell; when the
 * deployment gives a command alone, the image's own entrypoint (not known) runs it, and argv holds the command.
 */
export function startOf(
  entrypoint: Node | undefined,
  command: Node | undefined,
  image: DockerfileImage | undefined,
  fallback: Span,
): StartCommand | undefined {
  const ownEntrypoint = entrypoint?.kind === 'list' && entrypoint.items.length > 0 ? textsOf(entrypoint) : undefined
  // An empty one takes the image's entrypoint away and leaves its command.
  const cleared = entrypoint?.kind === 'list' && entrypoint.items.length === 0
  const ownCommand = command?.kind === 'list' && command.items.length > 0 ? textsOf(command) : undefined
  const written = [...writtenWords(entrypoint), ...writtenWords(command)]
  const lost = [entrypoint, command].find(node => node?.kind === 'list' && node.dropped !== undefined)
  const dropped = lost?.kind === 'list' && lost.dropped !== undefined ? { dropped: lost.dropped } : {}
  if (ownEntrypoint) {
    const at = (ownCommand ? command : entrypoint)?.at ?? fallback
    return { ...startCommand([...ownEntrypoint, ...(ownCommand ?? [])], at, 'deployment', true), written, ...dropped }
  }
  const imageEntrypoint = cleared
    ? []
    : image?.entrypoint
      ? dockerfileWords(image.entrypoint, image.shell)
      : baseEntrypoint(image)
  const replaced = cleared || image?.entrypoint !== undefined
  if (ownCommand) {
    const at = command?.at ?? fallback
    return { ...startCommand([...imageEntrypoint, ...ownCommand], at, 'deployment', replaced), written, ...dropped }
  }
  if (!image || ((!image.entrypoint || cleared) && !image.command)) return undefined
  // A shell-form entrypoint ignores the command: the shell takes it as $0.
  const rest =
    image.command && (cleared || image.entrypoint?.form !== 'shell') ? dockerfileWords(image.command, image.shell) : []
  const at = (image.command ?? image.entrypoint)?.at ?? fallback
  return startCommand([...imageEntrypoint, ...rest], at, 'dockerfile', replaced)
}
