import type { CaddyDirective, CaddySite, CaddyWord } from '../../parse/caddyfile.js'
import { known, unknown } from '../../source.js'
import type { Listener } from '../reverse-proxy.js'

/** The address of a site. */
export interface SiteAddress {
  /** In lower case; absent: any. */
  readonly host?: string
  /** Absent: that of the scheme. */
  readonly port?: number
  readonly scheme?: 'http' | 'https'
  /** In front of all of its paths. */
  readonly path?: string
  /** Holds a variable whose value is not known. */
  readonly open: boolean
  readonly word: CaddyWord
}

/** What the global options say of TLS: https://caddyserver.com/docs/caddyfile/options */
export interface TlsOptions {
  readonly httpPort: number
  readonly httpsPort: number
  /** `auto_https off`: no certificate is asked for where no `tls` says so; `disable_redirects`: port 80 stays closed. */
  readonly automatic: boolean
  readonly redirects: boolean
}

/** Reads the global options. */
export function tlsOptionsOf(options: readonly CaddyDirective[]): TlsOptions {
  const argument = (name: string) => options.find(one => one.name.text === name)?.args.map(({ text }) => text) ?? []
  const port = (name: string, fallback: number) => Number(/^\d{1,5}$/.exec(argument(name)[0] ?? '')?.[0] ?? fallback)
  const automatic = argument('auto_https')
  return {
    httpPort: port('http_port', 80),
    httpsPort: port('https_port', 443),
    automatic: !automatic.some(word => word === 'off' || word === 'disable_certs'),
    redirects: !automatic.some(word => word === 'off' || word === 'disable_redirects'),
  }
}

const ADDRESS = /^(?:(https?):\/\/)?(\[[^\]]*\]|[^:/]*)?(?::(\d{1,5}))?(\/.*)?$/i

/** `example.com`, `http://example.com:8080/path`, `:80`: https://caddyserver.com/docs/caddyfile/concepts#addresses */
export function addressOf(word: CaddyWord): SiteAddress {
  const found = ADDRESS.exec(word.text)
  if (word.open || !found) return { open: true, word }
  const [, scheme, host = '', port, path] = found
  return {
    ...(host !== '' && host !== '*' && host !== '0.0.0.0' ? { host: host.toLowerCase() } : {}),
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(scheme === undefined ? {} : { scheme: scheme.toLowerCase() as 'http' | 'https' }),
    ...(path === undefined ? {} : { path: path.replace(/\*$/, '') }),
    open: false,
    word,
  }
}

/**
 * The ports of a site. A site with a host name is served over HTTPS, with a certificate that Caddy asks for or makes itself,
 * and port 80 sends on to it: https://caddyserver.com/docs/automatic-https
 */
export function listenersOf(
  site: CaddySite,
  directives: readonly CaddyDirective[],
  options: TlsOptions,
): readonly Listener[] {
  const named = directives.some(({ name }) => name.text === 'tls')
  return site.addresses.map(addressOf).flatMap(address => listenersAt(address, named, options))
}

function listenersAt(address: SiteAddress, hasTls: boolean, options: TlsOptions): readonly Listener[] {
  const { at } = address.word
  if (address.open)
    return [{ port: unknown(at, 'it is set outside the repository'), tls: hasTls, redirectsToTls: false, at }]
  const { host, scheme } = address
  const isPlain = scheme === 'http' || (address.port === options.httpPort && scheme !== 'https')
  const named = host !== undefined && options.automatic
  const tls = !isPlain && (hasTls || scheme === 'https' || named || address.port === options.httpsPort)
  const port = address.port ?? (tls ? options.httpsPort : options.httpPort)
  const listener = { port: known(port, at), tls, redirectsToTls: false, at }
  const redirects = tls && named && options.redirects && port === options.httpsPort
  return redirects
    ? [listener, { port: known(options.httpPort, at), tls: false, redirectsToTls: true, at }]
    : [listener]
}
