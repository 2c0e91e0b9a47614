/** The directory of a path from the repository root; `.` for the root itself. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash === -1 ? '.' : path.slice(0, slash)
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Joins two repository paths and takes `.` and `..` out; the result may begin with `../` when it leaves the root. */
export function joinPath(directory: string, path: string): string {
  const parts: string[] = []
  for (const part of `${directory}/${path}`.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.length === 0 ? '.' : parts.join('/')
}

/** Whether `path` lies in `directory` or is it; both from the root of the repository, or both absolute. */
export function isWithin(directory: string, path: string): boolean {
  if (directory === '/') return path.startsWith('/')
  return directory === '.' ? !path.startsWith('..') : path === directory || path.startsWith(`${directory}/`)
}

/** How many directories deep a path lies; 0 for the root. */
export function depthOf(directory: string): number {
  return directory === '.' ? 0 : directory.split('/').length
}

/** The words of a file or directory name: `docker-compose.prod.yml` is docker, compose, prod, yml. Lower case. */
export function nameWords(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
}
