import { IN_MANIFESTS, LANGUAGE_INSTALLERS, toolsInstalledBy, toolsOf } from '../../knowledge/base-tools.js'
import { parseShell, programOf, type ShellScript } from '../../parse/shell.js'
import { knownValue } from '../../source.js'
import type { Image } from '../system.js'

/** Which programs a workload's image has, its own Dockerfile included. */
export interface ImageTools {
  /** Undefined when it cannot be known. */
  readonly has: (program: string) => boolean | undefined
  /** Whether there is a shell to run text in. */
  readonly shell: boolean | undefined
  /** The image in words, for messages. */
  readonly name: string
}

const PACKAGE_MANAGERS = /^(apk|apt|apt-get|yum|dnf|microdnf|tdnf|zypper|pip3?|pipx|uv|npm|gem|go|cargo|brew)$/
/** Programs that bring files of any kind into an image. */
const DOWNLOADERS = new Set(['curl', 'wget', 'make', 'tar', 'unzip', 'git', 'dpkg', 'install'])

/** Programs that name a place for programs and put nothing there: `useradd --shell /bin/bash app`. */
const PUTS_NOTHING = new Set(['useradd', 'adduser', 'usermod', 'chsh', 'chmod', 'chown', 'rm', 'test', 'ls', 'exec'])

/** What is known of the programs of an image; `more` are scripts that run before the program is called (a start command). */
export function imageTools(image: Image | undefined, more: readonly ShellScript[] = []): ImageTools {
  const reference = image?.dockerfile
    ? knownValue(image.dockerfile.base)
    : image?.origin === 'pulled'
      ? knownValue(image.reference)
      : undefined
  if (!reference) return { has: () => undefined, shell: undefined, name: image?.name ?? 'the image' }
  const base = toolsOf(reference.repository, reference.tag ?? '')
  const instructions = image?.dockerfile?.instructions ?? []
  const scripts = [
    ...instructions.filter(one => one.keyword === 'RUN').map(one => parseShell(one.text, one.at)),
    ...more,
  ]
  const installed = installedTools(scripts)
  const copied = new Set(
    instructions
      .filter(one => one.keyword === 'COPY' || one.keyword === 'ADD')
      .flatMap(one => one.words.map(word => word.text.slice(word.text.lastIndexOf('/') + 1))),
  )
  const fromElsewhere = instructions.filter(
    one => one.keyword === 'COPY' && one.flags.some(flag => flag.name === 'from'),
  )
  // A whole file system copied over the base may bring anything, and so may a folder of programs.
  const opaque = fromElsewhere.some(one => SYSTEM.test(one.words.at(-1)?.text.replace(/(.)\/$/, '$1') ?? ''))
  // A virtual environment or node_modules of another stage has what its manifest lists.
  const fromManifest = installed.fromManifest || fromElsewhere.length > 0
  return {
    has: program => {
      if (installed.tools.has(program) || copied.has(program)) return true
      const inBase = base.has(program)
      if (inBase !== false) return inBase
      return installed.anything || opaque || (fromManifest && IN_MANIFESTS.has(program)) ? undefined : false
    },
    shell: opaque ? undefined : base.shell,
    name: reference.text,
  }
}

/** Folders that the programs of the system lie below. */
const SYSTEM = /^\/(?:usr(?:\/s?bin)?|s?bin)?$/

function installedTools(scripts: readonly ShellScript[]): {
  readonly tools: ReadonlySet<string>
  readonly anything: boolean
  /** Packages of a language are installed: those that are named, those that they need, those of a manifest. */
  readonly fromManifest: boolean
} {
  const tools = new Set<string>()
  let anything = false
  let fromManifest = false
  for (const command of scripts.flatMap(script => script.commands)) {
    const program = programOf(command.words) ?? ''
    fromManifest ||= command.words.some(word => LANGUAGE_INSTALLERS.has(word.slice(word.lastIndexOf('/') + 1)))
    if (PACKAGE_MANAGERS.test(program)) {
      for (const word of command.words)
        for (const tool of toolsInstalledBy(word.split(/[=<>~@[]/)[0] ?? word)) tools.add(tool)
    } else if (DOWNLOADERS.has(program)) anything = true
    else if (!PUTS_NOTHING.has(program) && command.words.some(word => word.includes('/bin/'))) anything = true
  }
  return { tools, anything, fromManifest }
}
