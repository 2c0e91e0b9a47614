import type { DockerfileCommand, DockerfileImage } from '../../../src/parse/dockerfile.js'
import type { Fact } from '../../../src/source.js'

/** What the last stage comes to for BuildKit, with every base image taken for empty. */
export interface OracleImage {
  readonly base: string
  readonly environment: Readonly<Record<string, string>>
  readonly user: string
  readonly workdir: string
  readonly exposed: readonly string[] | null
  readonly volumes: readonly string[] | null
  readonly stopSignal: string
  readonly shell: readonly string[]
  /** `(shell)` in front of the shell form; null when there is none. */
  readonly entrypoint: readonly string[] | null
  readonly command: readonly string[] | null
  readonly healthcheck: readonly string[] | null
}

/** The differences of the images. What ours does not know is no difference: it must not be wrong. */
export function imageDifferences(image: DockerfileImage, oracle: OracleImage): readonly string[] {
  const found: string[] = []
  const differ = (what: string, one: unknown, other: unknown) => {
    const [left, right] = [JSON.stringify(one), JSON.stringify(other)]
    if (left !== right) found.push(`${what}: ours ${left}, BuildKit ${right}`)
  }
  const fact = (what: string, one: Fact<string> | undefined, other: string) => {
    if (one?.known !== false) differ(what, one?.known ? one.value : '', other)
  }
  if (image.base.known) differ('base', image.base.value.text, oracle.base)
  // A name with a variable in it is as little known as the variable.
  const named = [...image.environment].filter(([name]) => !name.includes('$'))
  if (named.length === image.environment.size) {
    const names = named.map(([name]) => name)
    differ('names of the environment', names.sort(), Object.keys(oracle.environment).sort())
  }
  for (const [name, { value }] of named) fact(`environment ${name}`, value, oracle.environment[name] ?? '')
  fact('user', image.user, oracle.user)
  fact('workdir', image.workdir, oracle.workdir)
  if (image.exposed.every(({ port }) => port.known)) {
    const ports = image.exposed.map(({ port, protocol }) => `${port.known ? port.value : ''}/${protocol}`)
    differ('exposed', [...new Set(ports)].sort(), [...new Set(oracle.exposed ?? [])].sort())
  }
  if (!image.volumes.some(({ path }) => path.includes('$'))) {
    differ('volumes', image.volumes.map(({ path }) => path).sort(), [...new Set(oracle.volumes ?? [])].sort())
  }
  if (!image.stopSignal?.includes('$')) differ('stop signal', image.stopSignal ?? '', oracle.stopSignal)
  differ('shell', image.shell, oracle.shell)
  differ('entrypoint', commandLine(image.entrypoint), oracleLine(oracle.entrypoint))
  differ('command', commandLine(image.command), oracleLine(oracle.command))
  const [kind, ...line] = oracle.healthcheck ?? []
  differ('healthcheck is off', image.healthcheck?.disabled ?? false, kind === 'NONE')
  if (kind === 'CMD') differ('healthcheck', image.healthcheck?.command?.argv, line)
  if (kind === 'CMD-SHELL')
    differ('healthcheck', squeeze(image.healthcheck?.command?.text ?? ''), squeeze(line[0] ?? ''))
  return found
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

function commandLine(command: DockerfileCommand | undefined): unknown {
  if (command === undefined) return undefined
  return command.form === 'exec' ? command.argv : squeeze(command.text)
}

function oracleLine(line: readonly string[] | null): unknown {
  if (line === null) return undefined
  return line[0] === '(shell)' ? squeeze(line[1] ?? '') : line
}
