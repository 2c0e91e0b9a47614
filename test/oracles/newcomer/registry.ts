import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/**
 * A registry of npm that has one package, packed from a clone of this repository as a release would be
 * (https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md).
 */
export async function startRegistry(
  project: string,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly url: string; close(): void }> {
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: project, env, encoding: 'utf8' }),
  )
  const tarball = readFileSync(join(folder, filename))
  const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
  const server = createServer((request, response) => {
    const url = `http://${request.headers.host}/`
    if (request.url === `/-/${filename}`) response.end(tarball)
    else if (request.url === `/${manifest.name}`) response.end(JSON.stringify(packument(url)))
    else response.writeHead(404).end('{}')
  })
  const packument = (url: string) => ({
    name: manifest.name,
    'dist-tags': { latest: manifest.version },
    versions: {
      [manifest.version]: {
        ...manifest,
        dist: {
          tarball: `${url}-/${filename}`,
          integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
        },
      },
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
