import { CONFIG_SCHEMA } from '../../config/schema.js'
import type { Deployment } from '../../model/system.js'
import { plain } from '../../report/plain.js'

const MOST_SETS = 20
const MOST_FILES = 6

/**
 * A configuration that changes nothing yet: where editors find its schema, and as comments what the audit takes for
 * production, with the setting that says otherwise. What is guessed stays guessed, so that a new file is found.
 */
export function configText(deployments: readonly Deployment[]): string {
  const lines = [`# yaml-language-server: $schema=${CONFIG_SCHEMA.$id}`, ...comments(found(deployments))]
  return `${lines.join('\n')}\n`
}

function found(deployments: readonly Deployment[]): readonly string[] {
  if (deployments.length === 0) {
    return ['Nothing that is deployed was found: no Compose file, Kubernetes manifest or PM2 file.']
  }
  const width = Math.max(...deployments.map(({ purpose }) => purpose.length))
  const sets = deployments.slice(0, MOST_SETS).map(({ purpose, name, because }) => {
    return `  ${purpose.padEnd(width)}  ${plain(name)}: ${plain(because)}`
  })
  const left = deployments.length - sets.length
  return [
    'What is deployed, as far as the files tell:',
    ...sets,
    ...(left > 0 ? [`  and ${left} more`] : []),
    ...correction(deployments),
  ]
}

/** The setting that says which set is production, with the files of the one that it is most likely about. */
function correction(deployments: readonly Deployment[]): readonly string[] {
  const isGuess = deployments.some(({ purpose }) => purpose === 'production')
  const [first] = deployments.filter(({ platform, files }) => platform !== 'kubernetes' && files.length <= MOST_FILES)
  if (!first) return []
  return [
    isGuess ? 'Where that is wrong, say which files are deployed together:' : 'Nothing of it is production. If it is:',
    'deployments:',
    `  - files: [${first.files.map(path => JSON.stringify(path)).join(', ')}]`,
    '    purpose: production',
  ]
}

function comments(lines: readonly string[]): readonly string[] {
  return lines.map(line => `# ${line}`.trimEnd())
}
