import { type Fact, known } from '../../source.js'
import type { Workload } from '../system.js'
import type { CertificateResolver, EntryPoint, Router } from './configuration.js'
import type { MiddlewareKinds } from './routers.js'
import { find, isOn, listAt, type Setting, textAt, valueAt } from './settings.js'

/** The entry points that are configured, and those that Traefik adds (`pkg/config/static/static_config.go`, v3). */
export function entryPointsOf(settings: Setting, workload: Workload, kindsOf: MiddlewareKinds): readonly EntryPoint[] {
  const written = [...(find(settings, 'entrypoints')?.children ?? [])].map(([name, setting]) =>
    entryPointOf(name, setting, kindsOf),
  )
  const added: EntryPoint[] = []
  const add = (name: string, port: number) =>
    added.push({
      name,
      port: known(port, workload.at),
      udp: false,
      tls: false,
      middlewareKinds: [],
      redirectsToTls: false,
      at: workload.at,
    })
  if (written.every(({ name }) => name === 'traefik')) add('http', 80)
  if (usesInternal(settings) && !written.some(({ name }) => name === 'traefik')) add('traefik', 8080)
  return [...written, ...added]
}

function entryPointOf(name: string, setting: Setting, kindsOf: MiddlewareKinds): EntryPoint {
  const address = valueAt(setting, 'address')
  const port = address && portOf(address)
  const certResolver = textAt(setting, 'http', 'tls', 'certresolver')
  return {
    name,
    ...(port ? { port } : {}),
    udp: address?.known === true && /\/udp$/i.test(address.value),
    tls: isOn(setting, 'http', 'tls'),
    ...(certResolver === undefined ? {} : { certResolver }),
    middlewareKinds: kindsOf(listAt(setting, 'http', 'middlewares'), 'file'),
    redirectsToTls: redirects(setting),
    at: find(setting, 'address')?.at ?? setting.at,
  }
}

/** `:443`, `0.0.0.0:443`, `[::]:443/tcp`. */
function portOf(address: Fact<string>): Fact<number> | undefined {
  if (!address.known) return address
  const port = /:(\d{1,5})(?:\/(?:tcp|udp))?$/i.exec(address.value)?.[1]
  return port === undefined ? undefined : known(Number(port), address.at)
}

function redirects(setting: Setting): boolean {
  const redirection = find(setting, 'http', 'redirections', 'entrypoint')
  return textAt(redirection, 'to') !== undefined && (textAt(redirection, 'scheme') ?? 'https').toLowerCase() === 'https'
}

/** The dashboard, the health answer or the metrics are on the entry point `traefik` unless another one is named. */
function usesInternal(settings: Setting): boolean {
  const onInternal = (...path: readonly string[]) =>
    isOn(settings, ...path) && (textAt(settings, ...path, 'entrypoint') ?? 'traefik').toLowerCase() === 'traefik'
  return (
    isOn(settings, 'api', 'insecure') ||
    onInternal('ping') ||
    onInternal('metrics', 'prometheus') ||
    isOn(settings, 'providers', 'rest', 'insecure')
  )
}

/** The entry points that a router is on: those that it names, else the default ones. */
export function entryPointsOfRouter(
  router: Router,
  entryPoints: readonly EntryPoint[],
  settings: Setting,
): readonly EntryPoint[] {
  if (router.entryPoints.length > 0) {
    const named = new Set(router.entryPoints.map(name => name.toLowerCase()))
    return entryPoints.filter(({ name }) => named.has(name))
  }
  const chosen = entryPoints.filter(({ name }) => isOn(settings, 'entrypoints', name, 'asdefault'))
  return chosen.length > 0 ? chosen : entryPoints.filter(({ name, udp }) => name !== 'traefik' && !udp)
}

/** The resolvers of certificates. */
export function resolversOf(settings: Setting): readonly CertificateResolver[] {
  return [...(find(settings, 'certificatesresolvers')?.children.values() ?? [])].map(setting => {
    const acme = find(setting, 'acme')
    const entryPoint = textAt(acme, 'httpchallenge', 'entrypoint')?.toLowerCase()
    const storage = valueAt(acme, 'storage')
    return {
      name: setting.name,
      challenge: acme ? challengeOf(acme) : 'other',
      ...(entryPoint === undefined ? {} : { entryPoint }),
      // The working directory of the images is `/`.
      storage: storage?.known === false ? storage : known(absolute(storage?.value), storage?.at ?? setting.at),
      settings: setting,
      at: setting.at,
    }
  })
}

function absolute(path = 'acme.json'): string {
  return path.startsWith('/') ? path : `/${path.replace(/^\.\//, '')}`
}

/** A DNS challenge without a provider and an HTTP challenge without an entry point are none (`pkg/provider/acme`, v3). */
function challengeOf(acme: Setting): CertificateResolver['challenge'] {
  const dns = valueAt(acme, 'dnschallenge', 'provider')
  const http = valueAt(acme, 'httpchallenge', 'entrypoint')
  if (dns && (!dns.known || dns.value !== '')) return 'dns'
  if (http && (!http.known || http.value !== '')) return 'http'
  const tls = find(acme, 'tlschallenge')
  if (tls?.value?.known === false) return 'unknown'
  return tls && isOn(tls) ? 'tls' : 'none'
}
