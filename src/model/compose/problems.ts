import type { Problem } from '../../parse/node.js'
import type { Deployment, System } from '../system.js'

/** Which rule reports a structural problem of a compose project. */
export type ComposeVerdict = 'reference' | 'conflict' | 'invalid'

/** The code of what `docker stack deploy` objects to and `docker compose` does not. */
export const STACK_REFUSES = 'stack-refuses'

const VERDICTS: ReadonlyMap<string, ComposeVerdict> = new Map([
  ['undefined-reference', 'reference'],
  ['undefined-dependency', 'reference'],
  ['disabled-reference', 'reference'],
  ['settings-conflict', 'conflict'],
  ['duplicate-mount', 'conflict'],
])

/** Not the file's fault: a variable that the environment has to give, a file that is made on the spot. */
const OUTSIDE = new Set(['required-variable', 'missing-file'])

/**
 * `docker stack deploy` starts everything at once and does not look at `depends_on`.
 * https://docs.docker.com/reference/compose-file/legacy-versions/
 */
const UNREAD_BY_SWARM = new Set(['undefined-dependency', 'disabled-reference'])

/** The problems of a compose deployment that one rule reports; nothing for other platforms and for development sets. */
export function composeProblems(deployment: Deployment, verdict: ComposeVerdict): readonly Problem[] {
  return deployment.problems.filter(
    problem =>
      problem.code !== undefined &&
      !OUTSIDE.has(problem.code) &&
      !(deployment.platform === 'swarm' && UNREAD_BY_SWARM.has(problem.code)) &&
      (VERDICTS.get(problem.code) ?? 'invalid') === verdict,
  )
}

/** The production deployments that are read from compose files. */
export function composeDeployments(system: System): readonly Deployment[] {
  return system.deployments.filter(
    one => one.purpose === 'production' && (one.platform === 'compose' || one.platform === 'swarm'),
  )
}
