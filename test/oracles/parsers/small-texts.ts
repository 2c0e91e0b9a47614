/** Texts on which ours means to differ, and why. */
export const departures: ReadonlyMap<string, string> = new Map([
  ['0x1p3', 'a size as a hexadecimal floating-point number, which Go reads because it can, is none'],
  ['9223372036854775807ns', 'durations are floating-point numbers here, which cannot hold the last nanosecond of 292 years'],
  ['-9223372036854775808ns', 'durations are floating-point numbers here, which cannot hold the last nanosecond of 292 years'],
])

/** Commands in one string. */
export const commands: readonly string[] = [
  ...['', ' ', 'node', 'node server.js', ' node  server.js ', 'node\tserver.js', 'node\nserver.js', 'a\r\nb'],
  ...['"a b" c', "'a b' c", 'a"b c"d', "a'b c'd", '""', "''", 'a ""', "a '' b", '"a" "b"', '"a""b"', '"it\'s"', "'\"'"],
  ...['a\\ b', 'a\\\\b', 'a\\', '"a\\"b"', "'a\\'", "'a\\'b'", '"a\\nb"', '\\"a', 'a\\\nb', '"a\\', '\\\\', '\\ '],
  ...['"a', "'a", '"a\'', 'a"', 'a && b', 'a || b', 'a; b', 'a;b', 'a | b', 'a & b', 'a > b', 'a 2> b', 'a 2>&1', 'a 12>b'],
  ...['a x2>b', 'a < b', 'a"&&"b', "a '|' b", 'a \\; b', ';', '&', ';a', '> a', '2>a', '2', 'a 2', '"2">a', '\\2>a', 'é2>a'],
  ...['$(a b)', 'x$(a b)y', '$(a', 'a)', '(a)', 'a(b)', '$ (a)', '"$(a b)"', "'$(a b)'", '$(a $(b))', '$(a "b c")', '$(a;b)'],
  ...['`a b`', 'x`a b`y', '`a', 'a`', '"`a b`"', "'`'", '`a;b`', '`a "b" c`', '`$(a)`', '$(`a`)', '`(`', '$(`)', '"a)"', '"(a"'],
  ...['$a', '${a}', '${a b}', '$$', 'a=b c', 'A="b c" d', '#a', 'a #b', '*', '~', '{a,b}', 'a\u00a0b', 'a\u3000b', 'größe', '🎉 a'],
  ...['sh -c "a && b"', "sh -c 'a; b'", '["a", "b"]', 'a --x="y z"', 'a --x=\'y z\' -- "$@"', '"a"\'b\'c', '"\\$a"', '"\\`"', '!a'],
]

const HEX = '0123456789abcdef'.repeat(8)

/** Image references. */
export const images: readonly string[] = [
  ...['', ' ', 'nginx', 'nginx:1.27', 'nginx:latest', 'nginx@', 'nginx:', ':1', '@', '/', '//', 'a/', '/a', 'a//b', 'a/b/'],
  ...['library/nginx', 'library/nginx:1', 'library/library/nginx', 'library', 'library/', 'library/a/b', 'bitnami/kafka:3.7'],
  ...['docker.io/nginx', 'docker.io/library/nginx', 'docker.io/a/b', 'docker.io/a/b/c', 'docker.io', 'docker.io/', 'docker.io:1'],
  ...['index.docker.io/nginx', 'index.docker.io/library/nginx:1', 'index.docker.io/a/b', 'docker.io/docker.io/a', 'Docker.io/a'],
  ...['registry-1.docker.io/a/b', 'docker.io:443/a', 'docker.io:443/library/a', 'hub.docker.com/_/nginx', 'docker.io/Library/a'],
  ...['ghcr.io/owner/image:tag', 'gcr.io/a/b/c:d', 'quay.io/a/b', 'mcr.microsoft.com/mssql/server:2022-latest', 'public.ecr.aws/a/b:1'],
  ...['docker.elastic.co/elasticsearch/elasticsearch:8.15.0', 'registry.gitlab.com/a/b/c/d:e', 'k8s.gcr.io/pause:3.9'],
  ...['localhost/a', 'localhost', 'localhost:5000', 'localhost:5000/a', 'localhost:5000/a:1', 'localhost:5000/a/b:1', 'localhost:/a'],
  ...['LOCALHOST/a', 'Localhost/a', 'localhosts/a', 'host/a', 'HOST/a', 'Host/a:1', 'hOST:80/a', 'host:80/a', 'host:80', 'host:x/a'],
  ...['a.b/c', 'a.b.c/d', 'a.b', 'a.b:1', 'a.b:80/c', 'a.b:80/c:d', 'a.b:/c', 'a.b:80:90/c', 'a..b/c', '.a/b', 'a./b', 'a.B/c'],
  ...['127.0.0.1/a', '127.0.0.1:5000/a:1', '[::1]/a', '[::1]:5000/a', '[2001:db8::1]:80/a:b', '[::1/a', '::1/a', '[g::1]/a', '[]/a'],
  ...['-a/b', 'a-/b', '-a.b/c', 'a-.b/c', 'a_b/c', 'a_b.c/d', 'xn--a.b/c', 'a.b-c.d/e', '0.0/a', 'a--b/c', 'a.-b/c', '1/2', '1.2/3'],
  ...['A', 'nginX', 'a/B', 'a/b/C:d', 'a.b/C', 'a:B', 'a:_b', 'a:-b', 'a:.b', 'a:b.c-d_e', 'a:b+c', 'a:b c', 'a :b', ' a', 'a '],
  ...['a:b:c', 'a:1/b', 'a:1/b:2', 'a/b:c:d', 'a:é', 'é', 'a/é', 'a\n', 'a\tb', 'a%b', 'a$b', '${A}', '$A/b', 'a?b', 'a#b', 'a\\b'],
  ...['a_b', 'a__b', 'a___b', 'a-b', 'a--b', 'a---b', 'a.b/c.d', 'a/c..d', 'a/c.-d', 'a/_b', 'a/b_', 'a/.b', 'a/b.', 'a/-b', 'a/b-'],
  ...['scratch', 'scratch:1', '0', '00', 'a0', '0a', 'a'.repeat(128), 'a'.repeat(255), 'a'.repeat(256), `a/${'b'.repeat(253)}`],
  ...[`a/${'b'.repeat(254)}`, `x.y/${'a'.repeat(251)}`, `x.y/${'a'.repeat(252)}`, `docker.io/${'a'.repeat(237)}`],
  ...[`docker.io/${'a'.repeat(238)}`, `docker.io/${'a'.repeat(250)}`, `${'a'.repeat(247)}`, `${'a'.repeat(237)}`, `${'a'.repeat(238)}`],
  ...[`a:${'t'.repeat(128)}`, `a:${'t'.repeat(129)}`, `${'a/'.repeat(100)}b`, `${'a/'.repeat(130)}b`, 'https://a.b/c', 'docker://a'],
  ...[HEX.slice(0, 64), HEX.slice(0, 63), HEX.slice(0, 65), HEX.slice(0, 64).toUpperCase(), `a/${HEX.slice(0, 64)}`],
  ...[`${HEX.slice(0, 64)}:1`, `docker.io/${HEX.slice(0, 64)}`, `library/${HEX.slice(0, 64)}`, `sha256:${HEX.slice(0, 64)}`],
  ...[`a@sha256:${HEX.slice(0, 64)}`, `a:1@sha256:${HEX.slice(0, 64)}`, `x.y:1/a:1@sha256:${HEX.slice(0, 64)}`],
  ...[`a@sha256:${HEX.slice(0, 63)}`, `a@sha256:${HEX.slice(0, 65)}`, `a@sha256:${HEX.slice(0, 64).toUpperCase()}`, 'a@sha256:'],
  ...[`a@sha512:${HEX}`, `a@sha512:${HEX.slice(0, 64)}`, `a@sha384:${HEX.slice(0, 96)}`, `a@sha384:${HEX.slice(0, 64)}`],
  ...[`a@md5:${HEX.slice(0, 32)}`, `a@md5:${HEX.slice(0, 31)}`, `a@SHA256:${HEX.slice(0, 64)}`, `a@sha256-x:${HEX.slice(0, 64)}`],
  ...[`a@sha256.b+c_d:${HEX.slice(0, 64)}`, `a@:${HEX.slice(0, 64)}`, `a@${HEX.slice(0, 64)}`, `@sha256:${HEX.slice(0, 64)}`],
  ...[`a@sha256:${HEX.slice(0, 64)}:1`, `a@sha256:${HEX.slice(0, 64)}@sha256:${HEX.slice(0, 64)}`, `a:@sha256:${HEX.slice(0, 64)}`],
  ...[`A@sha256:${HEX.slice(0, 64)}`, `a@sha256:${HEX.slice(0, 63)}g`, `a@b@sha256:${HEX.slice(0, 64)}`, 'a@b', 'a@b:c', 'a:b@c'],
]

/** Sizes. */
export const sizes: readonly string[] = [
  ...['', ' ', '0', '1', '1024', '-1', '+1', '-0', '007', '1b', '1B', '1k', '1K', '1kb', '1KB', '1kib', '1KiB', '1ki', '1Ki'],
  ...['512m', '512M', '512mb', '512MB', '512MiB', '512Mi', '2g', '2G', '2gb', '2GiB', '2.5g', '.5g', '5.g', '0.1k', '0.3k', '1.1m'],
  ...['1t', '1TB', '1p', '1PiB', '1e', '1E', '1EB', '1z', '1 g', '1  g', '1\tg', ' 1g', '1g ', '1 ', '1gg', '1bb', '1ib', '1b1', 'g'],
  ...['1e3', '1e3k', '1E3k', '1e+3', '1e-3', '1e-3k', '1.5e2m', '-1g', '+1g', '- 1', '--1', '1,5g', '1_000', '0x10', '0b1', '0o7'],
  ...['9223372036854775807', '9223372036854775808', '-9223372036854775808', '99999999999999999999', '8191p', '8192p', '1e400'],
  ...['inf', 'Inf', 'nan', 'NaN', 'infinity', '1inf', '.', '-', '+', 'e', '1.2.3', '1 2', '1 2g', '1g2', '१', '1µ', '1%', '1kbit'],
  ...['1kilo', '1 KB', '1 kib ', '1.', '1.b', '.1', '..1', '1..', '0.5', '0.5b', '1.9', '1.9b', '-1.5', '+1.5', '+.5k', '-.5k', '1K B'],
  ...['0x1p3', '1_000k', '1__0', '_1', '1_', '1_.5', '1.5_0', '1e1_0', '-0k', '-0.0', '1e-400', '1e99999', '0e99999', '0x10k'],
]

/** Durations. */
export const durations: readonly string[] = [
  ...['', ' ', '0', '00', '-0', '+0', '1', '1s', '-1s', '+1s', '--1s', '-+1s', '1.5s', '.5s', '5.s', '.s', 's', '-', '+', '-s', '- 1s'],
  ...['1ms', '1us', '1µs', '1μs', '1ns', '1m', '1h', '1d', '1w', '1y', '1M', '1S', '1H', '1min', '1sec', '1hr', '1h30m', '1h30m15s'],
  ...['1m30', '30', '30s1m', '1s1s', '1h 30m', ' 1s', '1s ', '1 s', '1d12h', '1w2d', '0.5d', '0.1ns', '1.9ns', '0.000000001s', '1e3s'],
  ...['1h-30m', '1,5s', '1_0s', '0x1s', '1.2.3s', '1..s', '9223372036s', '9223372037s', '-9223372037s', '106751d', '106752d', '15250w'],
  ...['15251w', '2562047h', '2562048h', '99999999999999999999s', '9223372036854775807ns', '9223372036854775808ns', 'PT1S', 'P1D'],
  ...['-9223372036854775808ns', '-9223372036854775809ns', '1.0000000000000000000001s', '0.3333333333333333333h', '１s', '1ｓ', 'inf', '∞'],
  ...['1sm', '1hs', '1msm', '1mss', '1nss', '1dms', '100000h1ns', '1h1m1s1ms1us1ns', '0s', '-0s', '0.0s', '000001s', '1w1d1h'],
]
