import type { Workload } from './system.js'

/**
 * Whether anything of the service's own reads a variable, though its image does not: its command, its health check, or a
 * file that is mounted or copied in. Undefined when some of that is not in the repository.
 */
export function readsItself(workload: Workload, name: string): boolean | undefined {
  const word = new RegExp(`(?<![A-Za-z0-9_])${name.replace(/[^\w]/g, '\\$&')}(?![A-Za-z0-9_])`)
  const { start, health, ownFiles } = workload
  const texts = [
    ...(start ? [start.text, ...start.argv.map(each => each ?? '')] : []),
    // `$(NAME)` of Kubernetes is filled in there already.
    ...(start?.written ?? []).map(word => word.text),
    ...health.checks.flatMap(check => [check.text, ...(check.argv ?? []).map(each => each ?? '')]),
    ...[...workload.environment.values()].flatMap(other =>
      other.name !== name && other.value.known ? [other.value.value] : [],
    ),
    ...(workload.image?.dockerfile?.instructions ?? []).flatMap(one =>
      /^(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(one.keyword)
        ? [one.text, ...one.heredocs.map(each => each.text)]
        : [],
    ),
    ...(ownFiles?.texts ?? []).map(source => source.text),
  ]
  if (texts.some(text => text.includes(name) && word.test(text))) return true
  if (!ownFiles?.complete) return undefined
  return start?.replacesEntrypoint && !isKnownStart(workload) ? undefined : false
}

/** Its entrypoint is a text that was read, or a script among its own files. */
function isKnownStart({ start, ownFiles }: Workload): boolean {
  if (!start) return true
  if (start.shell) return true
  const scripts = start.argv.filter((word): word is string => /\.(?:sh|py|js)$|entrypoint/.test(word ?? ''))
  return scripts.every(
    script => ownFiles?.texts.some(source => source.path.endsWith(script.slice(script.lastIndexOf('/')))) === true,
  )
}
