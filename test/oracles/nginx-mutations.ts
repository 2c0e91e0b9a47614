import { type Dice, dice, pick } from './compose-cases/dice.js'

/** Sound configurations of the kinds that are deployed, one directive a line. */
const SOUND: readonly string[] = [
  `user root;
worker_processes auto;
worker_rlimit_nofile 8192;
error_log logs/error.log warn;
events {
  worker_connections 1024;
  multi_accept on;
}
http {
  default_type application/octet-stream;
  log_format main '$remote_addr [$time_local] "$request" $status';
  access_log logs/access.log main;
  sendfile on;
  keepalive_timeout 65;
  client_max_body_size 20m;
  limit_req_zone $binary_remote_addr zone=api:10m rate=10r/s;
  limit_conn_zone $binary_remote_addr zone=each:10m;
  upstream api {
    least_conn;
    server 127.0.0.1:3000 max_fails=3 fail_timeout=30s;
    server 127.0.0.1:3001 backup;
    keepalive 32;
  }
  server {
    listen 8080 default_server;
    server_name example.com www.example.com;
    add_header X-Frame-Options "SAMEORIGIN" always;
    proxy_set_header Host $host;
    location / {
      limit_req zone=api burst=20 nodelay;
      limit_conn each 10;
      proxy_pass http://api;
      proxy_http_version 1.1;
      proxy_read_timeout 60s;
    }
    location = /health {
      access_log off;
      return 200 "ok";
    }
    location ~ \\.php$ {
      fastcgi_pass 127.0.0.1:9000;
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
    }
    error_page 500 502 /50x.html;
  }
}
`,
  `events {
}
http {
  map $http_upgrade $connection_upgrade {
    default upgrade;
    '' close;
  }
  geo $internal {
    default 0;
    10.0.0.0/8 1;
  }
  proxy_cache_path cache levels=1:2 keys_zone=pages:10m max_size=1g inactive=60m;
  proxy_buffers 8 16k;
  proxy_buffer_size 32k;
  gzip on;
  gzip_types text/css application/json;
  gzip_comp_level 5;
  server {
    listen 8443 ssl http2;
    ssl_certificate cert.pem;
    ssl_certificate_key key.pem;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:tls:10m;
    ssl_session_timeout 1d;
    set $target 127.0.0.1:4000;
    if ($request_method = POST) {
      return 405;
    }
    location /api/ {
      proxy_pass http://127.0.0.1:4000/;
      proxy_cache pages;
      proxy_cache_valid 200 302 10m;
      proxy_set_header Connection $connection_upgrade;
      proxy_next_upstream error timeout http_502;
    }
    location @fallback {
      proxy_pass http://$target;
    }
    location /files/ {
      alias /srv/files/;
      expires 30d;
      autoindex on;
      try_files $uri @fallback;
    }
    location /old {
      rewrite ^/old/(.*)$ /new/$1 permanent;
    }
  }
  server {
    listen 8081;
    return 301 https://$host$request_uri;
  }
}
stream {
  upstream db {
    hash $remote_addr consistent;
    server 127.0.0.1:5432 weight=2;
  }
  server {
    listen 15432;
    proxy_pass db;
    proxy_timeout 10m;
  }
}
`,
]

/** Words that stand in the wrong place easily. */
const WORDS = [
  ...['on', 'off', 'yes', '10', '0', '-1', '10m', '10mb', '5s', '1.5', 'x', '$host', '"a b"', '""', 'auto', 'always'],
  ...['zone=api', 'default_server', 'ssl', 'backup', 'http://127.0.0.1', '127.0.0.1:80', '/', '=', '~', 'all', '403'],
]

type Change = (lines: readonly string[], at: number, die: Dice) => readonly string[]

const directive = (line: string) => /^(\s*)(\S+)(.*?)(;|\s*\{)$/.exec(line)

/** Slips of those who write configurations: each gives the lines after it. */
const CHANGES: readonly Change[] = [
  (lines, at) => lines.with(at, (lines[at] ?? '').replace(/;$/, '')),
  (lines, at) => lines.with(at, (lines[at] ?? '').replace(/["']/, '')),
  (lines, at) => lines.with(at, `${lines[at]};`),
  (lines, at) => lines.toSpliced(at, 1),
  (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  (lines, at, die) => lines.toSpliced(die.roll(lines.length), 0, lines[at] ?? ''),
  (lines, at, die) => {
    const other = die.roll(lines.length)
    return lines.with(at, lines[other] ?? '').with(other, lines[at] ?? '')
  },
  (lines, at, die) =>
    withHead(lines, at, ([indent, name, rest, end]) => `${indent}${name}${rest} ${pick(die, WORDS)}${end}`),
  (lines, at, die) => withHead(lines, at, ([indent, name, , end]) => `${indent}${name} ${pick(die, WORDS)}${end}`),
  (lines, at) => withHead(lines, at, ([indent, name, , end]) => `${indent}${name}${end}`),
  (lines, at) =>
    withHead(lines, at, ([indent, name, rest, end]) => `${indent}${name}${rest.replace(/\s+\S+$/, '')}${end}`),
  (lines, at) =>
    withHead(
      lines,
      at,
      ([indent, name, rest, end]) => `${indent}${name}${rest.replace(/\d+/, digits => `${digits}0`)}${end}`,
    ),
  (lines, at, die) =>
    withHead(lines, at, ([indent, , rest, end]) => {
      const name = directive(lines[die.roll(lines.length)] ?? '')?.[2] ?? 'gzip'
      return `${indent}${name}${rest}${end}`
    }),
]

function withHead(
  lines: readonly string[],
  at: number,
  change: (parts: readonly [indent: string, name: string, rest: string, end: string]) => string,
): readonly string[] {
  const [, indent = '', name, rest = '', end = ''] = directive(lines[at] ?? '') ?? []
  return name === undefined ? lines : lines.with(at, change([indent, name, rest, end]))
}

/** So many configurations, each a sound one after one slip or two; the same ones every time. */
export function mutations(count: number): readonly string[] {
  const die = dice(20_261)
  const found = new Set<string>(SOUND)
  while (found.size < count) {
    let lines: readonly string[] = pick(die, SOUND).trimEnd().split('\n')
    for (let left = 1 + die.roll(2); left > 0; left--) {
      lines = pick(die, CHANGES)(lines, die.roll(lines.length), die)
    }
    found.add(`${lines.join('\n')}\n`)
  }
  return [...found]
}
