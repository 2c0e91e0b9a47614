import { child, descend, entriesOf, itemsOf, type Node, textOf } from '../../parse/node.js'

/** The values of one job of a pipeline that runs several times: by name. */
export type MatrixValues = ReadonlyMap<string, string>

const MOST_JOBS = 100

/**
 * Every combination of values that the matrix of a job is run with, at most 100; one without values where there is none.
 * https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
 */
export function matrixOf(job: Node): readonly MatrixValues[] {
  const matrix = descend(job, 'strategy', 'matrix')
  let jobs: readonly MatrixValues[] = [new Map()]
  for (const [name, values] of entriesOf(matrix)) {
    if (name === 'include' || name === 'exclude' || values.kind !== 'list') continue
    jobs = jobs
      .flatMap(one => itemsOf(values).map(value => new Map([...one, ...valuesOf(name, value)])))
      .slice(0, MOST_JOBS)
  }
  const included = itemsOf(child(matrix, 'include')).map(
    item => new Map(entriesOf(item).flatMap(([name, value]) => valuesOf(name, value))),
  )
  const isBare = jobs.length === 1 && jobs[0]?.size === 0
  return included.length === 0 ? jobs : [...(isBare ? [] : jobs), ...included].slice(0, MOST_JOBS)
}

/** `service: api`, and of a map `service.name`. */
function valuesOf(name: string, value: Node): readonly (readonly [string, string])[] {
  if (value.kind === 'map')
    return entriesOf(value).flatMap(([key, inner]) => {
      const text = textOf(inner)
      return text === undefined ? [] : [[`${name}.${key}`, text] as const]
    })
  const text = textOf(value)
  return text === undefined ? [] : [[name, text]]
}

/**
 * The same values with those of `env`, under `env.NAME`: what the pipeline sets for all jobs, the job for its steps.
 * https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/use-variables
 */
export function withEnvironment(values: MatrixValues, levels: readonly (Node | undefined)[]): MatrixValues {
  const all = new Map(values)
  for (const level of levels) {
    for (const [name, value] of entriesOf(child(level, 'env'))) {
      const text = textOf(value)
      if (text !== undefined) all.set(`env.${name}`, filledFrom(all, text))
    }
  }
  return all
}

/** A text of a job with what its matrix and its environment give; what else is filled in stays as written. */
export function filledFrom(values: MatrixValues, text: string): string {
  if (values.size === 0) return text
  return text.replace(
    /\$\{\{[ \t]*(?:matrix\.([\w.-]{1,100})|(env\.\w{1,100}))[ \t]*\}\}/g,
    (whole, name: string | undefined, variable: string | undefined) => values.get(name ?? variable ?? '') ?? whole,
  )
}
