/** Names that nginx files bear: `nginx.conf`, `default.conf.template`, `site.vhost`, and those of templating tools. */
const NAMED = /\.conf(?:\.|$)|nginx|\.(?:vhost|site)$/i
/** Where files without ending are sites. */
const SITE = /(?:^|\/)(?:sites-(?:available|enabled)|conf\.d|vhosts?(?:\.d)?|nginx)\/[^/.]+$/i
const PROSE = /\.(?:mdx?|rst|adoc|txt|html?|xml|svg|css|csv|log|diff|patch|service)$/i

/** A block that only nginx has, and that is not commented out. */
const BLOCK = /^[ \t]*(?:(?:http|server)[ \t\r\n]*\{|(?:location|upstream)[ \t][^{;\n]{0,500}[\r\n \t]{0,50}\{)/m

/** A directive that ends in `;`: other formats with such blocks (Logstash, HOCON, Caddy) have no such ends. */
const STATEMENT = new RegExp(
  String.raw`(?:^|[{;])[ \t]*(?:${[
    ...['listen', 'server', 'server_name', 'root', 'alias', 'index', 'try_files', 'return', 'rewrite', 'include'],
    ...['proxy_pass', 'fastcgi_pass', 'uwsgi_pass', 'grpc_pass', 'proxy_set_header', 'add_header', 'expires'],
    ...['access_log', 'error_log', 'allow', 'deny', 'default_type', 'sendfile', 'ssl_certificate', 'stub_status'],
    ...['worker_connections', 'worker_processes', 'internal', 'limit_req', 'client_max_body_size'],
  ].join('|')})(?=[ \t;])[^;\n]{0,500};`,
  'm',
)

/** Whether a file that no other format claims is an nginx configuration or a fragment of one: by its name, then its text. */
export function isNginxFile(path: string, text: () => string | undefined): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (PROSE.test(name) || !(NAMED.test(name) || SITE.test(path))) return false
  const content = text() ?? ''
  return BLOCK.test(content) && STATEMENT.test(content)
}
