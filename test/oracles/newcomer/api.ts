import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** The part of GitHub's API that comments are written through, for whoever has the token and the permission. */
export interface Api {
  readonly url: string
  /** The file of the certificate that its clients have to trust. */
  readonly certificate: string
  readonly token: string
  /** Those of the job that runs. */
  permissions: Readonly<Record<string, string>>
  readonly comments: { readonly id: number; body: string; readonly user: { readonly type: 'Bot' } }[]
  close(): void
}

export async function startApi(folder: string): Promise<Api> {
  const [key, certificate] = [join(folder, 'api.key'), join(folder, 'api.pem')]
  const subject = ['-subj', '/CN=api', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2']
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, ...subject]
  execFileSync('openssl', made, { stdio: 'pipe' })
  const server = createServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    async (request, response) => {
      let body = ''
      for await (const part of request.setEncoding('utf8')) body += part
      const isAllowed = request.method === 'GET' || api.permissions['pull-requests'] === 'write'
      if (request.headers.authorization !== `Bearer ${api.token}` || !isAllowed) {
        response.writeHead(403).end('{}')
        return
      }
      const [, id] = /^\/repos\/acme\/shop\/issues\/comments\/(\d+)$/.exec(request.url ?? '') ?? []
      const isList = /^\/repos\/acme\/shop\/issues\/1\/comments(?:\?|$)/.test(request.url ?? '')
      const old = api.comments.find(comment => comment.id === Number(id))
      if (request.method === 'PATCH' && old) old.body = JSON.parse(body).body
      else if (request.method === 'POST' && isList)
        api.comments.push({ id: api.comments.length + 1, body: JSON.parse(body).body, user: { type: 'Bot' } })
      else if (request.method !== 'GET' || !isList) {
        response.writeHead(404).end('{}')
        return
      }
      response.end(JSON.stringify(request.method === 'GET' ? api.comments : {}))
    },
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const api: Api = {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    certificate,
    token: 'token-of-the-job',
    permissions: {},
    comments: [],
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  return api
}
