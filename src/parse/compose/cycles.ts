import type { Assembled } from './check.js'
import { type Loading, reject } from './loading.js'

interface Frame {
  readonly name: string
  readonly next: Iterator<string>
}

/** Reports every dependency that leads back to a service that waits for it. Linear in services and dependencies. */
export function checkCycles(project: Assembled, loading: Loading): void {
  const state = new Map<string, 'open' | 'done'>()
  for (const root of project.services.keys()) {
    if (state.has(root)) continue
    const stack: Frame[] = [enter(root, project, state)]
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const step = frame.next.next()
      if (step.done) {
        state.set(frame.name, 'done')
        stack.pop()
      } else if (!project.services.has(step.value)) continue
      else if (state.get(step.value) === 'open') report(frame.name, step.value, stack, project, loading)
      else if (!state.has(step.value)) stack.push(enter(step.value, project, state))
    }
  }
}

function enter(name: string, project: Assembled, state: Map<string, 'open' | 'done'>): Frame {
  state.set(name, 'open')
  return { name, next: dependencies(name, project).keys() }
}

function dependencies(name: string, project: Assembled) {
  const node = project.services.get(name)?.node.entries.get('depends_on')?.node
  return node?.kind === 'map' ? node.entries : new Map<string, never>()
}

function report(from: string, to: string, stack: readonly Frame[], project: Assembled, loading: Loading): void {
  const names = stack.map(frame => frame.name)
  const circle = [...names.slice(names.indexOf(to)), to].join(' → ')
  const at = dependencies(from, project).get(to)?.keyAt ?? project.services.get(from)?.at
  if (at) reject(loading, at, 'cycle', `The services depend on each other in a circle: ${circle}`)
}
