/** How an image with nginx in it lays out its configuration, and what its own main file sets. */
export interface StockNginx {
  /** The main file, which the image brings unless the deployment replaces it. */
  readonly main: string
  /** Patterns that its `http` block includes, in order; absolute. */
  readonly includes: readonly string[]
  /** What it sets at the level of `http` before those includes, as far as that may be written once only. Absent: not known. */
  readonly sets?: readonly string[]
  /** Names of log formats that it defines; absent: not known. */
  readonly logFormats?: readonly string[]
  readonly source: string
}

const official: StockNginx = {
  main: '/etc/nginx/nginx.conf',
  includes: ['/etc/nginx/conf.d/*.conf'],
  sets: ['default_type', 'sendfile', 'keepalive_timeout'],
  logFormats: ['main'],
  source: 'https://github.com/nginx/pkg-oss/blob/master/debian/nginx.conf',
}

/** By the ids of distributions; `''` for an nginx from the packages of a Linux distribution, whose main files differ. */
const STOCK: ReadonlyMap<string, StockNginx> = new Map([
  ['official', official],
  // Its main file differs in `pid` and in the paths of temporary files, which are set once, too.
  [
    'unprivileged',
    {
      ...official,
      sets: [
        ...(official.sets ?? []),
        ...['client_body_temp_path', 'proxy_temp_path', 'fastcgi_temp_path', 'uwsgi_temp_path', 'scgi_temp_path'],
      ],
      source: 'https://github.com/nginxinc/docker-nginx-unprivileged',
    },
  ],
  [
    'openresty',
    {
      main: '/usr/local/openresty/nginx/conf/nginx.conf',
      includes: ['/etc/nginx/conf.d/*.conf'],
      source: 'https://github.com/openresty/docker-openresty/blob/master/nginx.conf',
    },
  ],
  [
    'bitnami',
    {
      main: '/opt/bitnami/nginx/conf/nginx.conf',
      includes: ['/opt/bitnami/nginx/conf/server_blocks/*.conf'],
      source: 'https://github.com/bitnami/containers/tree/main/bitnami/nginx',
    },
  ],
  [
    '',
    {
      main: '/etc/nginx/nginx.conf',
      includes: ['/etc/nginx/conf.d/*.conf', '/etc/nginx/http.d/*.conf', '/etc/nginx/sites-enabled/*'],
      source: 'https://wiki.debian.org/Nginx/DirectoryStructure',
    },
  ],
])

/** What is known of the main file of an image: `distribution` as in `Workload.distribution`. */
export function stockNginx(distribution: string | undefined): StockNginx | undefined {
  return STOCK.get(distribution ?? '')
}

/** Distributions whose tags are versions of nginx; OpenResty adds a fourth part. Others count versions of their own. */
const TAGS_TELL = new Set(['official', 'unprivileged', 'bitnami', 'openresty'])

/** Whether the tag of an image tells the version of the nginx in it: `distribution` as in `Workload.distribution`. */
export function tagTellsNginx(distribution: string | undefined): boolean {
  return TAGS_TELL.has(distribution ?? '')
}

/**
 * Where the entrypoint of the official image finds templates and what it makes of them: each `*.template` becomes a file of
 * that name without the ending, with the variables of the environment put in
 * (https://github.com/nginx/docker-nginx/blob/master/entrypoint/20-envsubst-on-templates.sh).
 */
export const TEMPLATES = {
  directory: { variable: 'NGINX_ENVSUBST_TEMPLATE_DIR', value: '/etc/nginx/templates' },
  suffix: { variable: 'NGINX_ENVSUBST_TEMPLATE_SUFFIX', value: '.template' },
  output: { variable: 'NGINX_ENVSUBST_OUTPUT_DIR', value: '/etc/nginx/conf.d' },
} as const
