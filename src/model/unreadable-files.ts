import type { EnvironmentFile } from '../parse/dotenv.js'
import type { Dockerfiles } from './image/dockerfiles.js'
import type { Image, Unreadable } from './system.js'

/** Dockerfiles that cannot be parsed, or build nothing. */
export function unreadableDockerfiles(images: readonly Image[], dockerfiles: Dockerfiles): readonly Unreadable[] {
  const production = new Set(images.filter(image => image.weight > 0).flatMap(image => image.files))
  return dockerfiles
    .all()
    .filter(file => file.problems.some(problem => problem.kind === 'syntax') || file.stages.length === 0)
    .map(file => ({
      path: file.path,
      format: 'dockerfile',
      production: production.has(file.path),
      problems: file.problems,
      mayDeclare: 1,
    }))
}

/** `.env` files with lines that are none; `production` are the paths of what production reads. */
export function unreadableEnvironment(
  files: readonly EnvironmentFile[],
  production: ReadonlySet<string>,
): readonly Unreadable[] {
  return files
    .filter(file => file.problems.length > 0)
    .map(file => ({
      path: file.path,
      format: 'dotenv',
      production: production.has(file.path),
      problems: file.problems,
      mayDeclare: 1,
    }))
}
