import { access } from './access.js'
import type { Distribution, Software } from './software.js'

type Core = 'id' | 'name' | 'kind' | 'distributions'

/**
 * A piece of software that keeps nothing and has no ports, backup programs or URL schemes unless `facts` says so.
 * Ids are unique over all of `images/`. What `facts.access` says is given to every distribution that says nothing else.
 */
export function software(
  id: string,
  name: string,
  kind: Software['kind'],
  distributions: readonly Distribution[],
  facts: Partial<Omit<Software, Core>> = {},
): Software {
  const given = facts.access
  const judged = given ? distributions.map(each => ({ ...access(name, given), ...each })) : distributions
  return { id, name, kind, stateful: false, ports: [], backupTools: [], schemes: [], ...facts, distributions: judged }
}

/** One image family of a piece of software. What `facts` leaves out is not known, and rules say nothing about it. */
export function image(
  id: string,
  images: readonly string[],
  facts: Partial<Omit<Distribution, 'id' | 'images'>> = {},
): Distribution {
  return { id, images, dataPaths: [], ...facts }
}

/** The data directory of an image, the same in every version. */
export function dataAt(path: string, source: string): Pick<Distribution, 'dataPaths'> {
  return { dataPaths: [{ paths: [path], source }] }
}

/** A port that serves pages or an API over HTTP. */
export function web(port: number): Software['ports'][number] {
  return { port, purpose: 'web' }
}

/** A port that serves nothing but metrics. */
export function metrics(port: number): Software['ports'][number] {
  return { port, purpose: 'metrics' }
}
