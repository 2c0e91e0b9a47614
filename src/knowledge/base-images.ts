import { isOptionalTool } from './tool-packages.js'

/** The programs of a base system, as far as they are known. */
export interface Inventory {
  readonly has: Names
  /** Not known to be there or not. */
  readonly uncertain: Names
  /** Whether an optional program (see `isOptionalTool`) that is not listed is known to be absent. */
  readonly closed: boolean
  /** Whether `sh` is there. */
  readonly shell: boolean | undefined
}

/** A set of names that tells of single ones only. */
interface Names {
  has(name: string): boolean
}

const NONE: Names = { has: () => false }

/** The names, and the words of a text, which is taken apart when it is first asked: most bases never are. */
function withWords(names: Names, text: string): Names {
  if (text === '') return names
  let own: ReadonlySet<string> | undefined
  const isOwn = (name: string) => {
    own ??= new Set(text.split(/\s+/))
    return own.has(name)
  }
  return { has: name => names.has(name) || isOwn(name) }
}

/** Programs of every system with a shell, busybox or not. */
const COMMON = `
  sh cat ls cp mv rm mkdir rmdir ln touch chmod chown chgrp echo printf test [ true false sleep date env id whoami hostname
  head tail sort uniq wc cut tr tee xargs find grep egrep fgrep sed awk tar gzip gunzip zcat md5sum sha1sum sha256sum base64
  basename dirname readlink realpath mktemp stat du df sync timeout nohup kill uname expr seq od dd split tac nproc su
  mount umount chroot install yes tty
`

/** Applets of busybox as Alpine builds it: https://git.alpinelinux.org/aports/tree/main/busybox/busyboxconfig */
const BUSYBOX_APPLETS = `
  ash busybox wget nc netstat nslookup ping ping6 ps top pgrep pkill killall free watch vi less more ip ifconfig route arp
  traceroute crond crontab flock fuser lsof logger unzip bzip2 xz lzma bc dc hexdump xxd strings diff patch
  cmp which whois sendmail syslogd dmesg adduser addgroup setuidgid pidof pstree uuencode uptime nice renice setsid
  reset stty shuf tree
`

const DEBIAN_PROGRAMS =
  'bash dash perl apt apt-get dpkg diff cmp which useradd adduser groupadd runuser setpriv flock more logger'

function inventory(has: string, options: Partial<Pick<Inventory, 'closed' | 'shell'>> = {}): Inventory {
  return { has: withWords(NONE, has), uncertain: NONE, closed: true, shell: true, ...options }
}

/** The same with more programs, and with some about which nothing is said. */
export function withPrograms(base: Inventory, more: string, uncertain = ''): Inventory {
  return { ...base, has: withWords(base.has, more), uncertain: withWords(base.uncertain, uncertain) }
}

/** Alpine: busybox's wget, nc and ash; neither curl nor bash. */
export const ALPINE = inventory(`${COMMON} ${BUSYBOX_APPLETS} apk`)
/** The `busybox` image. */
export const BUSYBOX = withPrograms(inventory(`${COMMON} ${BUSYBOX_APPLETS}`), 'telnet httpd', 'lsof tree whois')
/** Debian, slim or not: no curl, wget, nc or ps. https://hub.docker.com/_/debian */
export const DEBIAN = withPrograms(inventory(`${COMMON} ${DEBIAN_PROGRAMS}`), '', 'openssl')
/** Ubuntu: no curl, wget or nc. https://hub.docker.com/_/ubuntu */
export const UBUNTU = withPrograms(
  inventory(`${COMMON} ${DEBIAN_PROGRAMS}`),
  '',
  'openssl ps top pgrep pkill free watch gpg',
)
/** https://github.com/docker-library/buildpack-deps, `curl`. */
export const BUILDPACK_CURL = withPrograms(DEBIAN, 'curl wget gpg openssl')
/** The same, `scm`. */
export const BUILDPACK_SCM = withPrograms(
  BUILDPACK_CURL,
  `git hg svn ssh scp sftp ssh-keygen ssh-keyscan ssh-add ps top pgrep pkill free watch`,
  'python3',
)
/** The same, without suffix: what `node:22`, `python:3.13` and `ruby:3.4` stand on. */
export const BUILDPACK = withPrograms(
  BUILDPACK_SCM,
  'gcc g++ make patch unzip xz bzip2 file autoconf',
  'python3 convert identify magick mysql mariadb lz4 zstd',
)
/** Red Hat's family: bash and curl are there, the rest is not known. */
export const REDHAT = inventory(`${COMMON} bash curl rpm`, { closed: false })
/** Nothing to run but the program itself. */
export const EMPTY = inventory('', { shell: false })
/** A system about which only the presence of a shell is known. */
export const SOME_LINUX = inventory('sh', { closed: false })

/** Whether a program is in an inventory: undefined when that is not known. */
export function isIn(base: Inventory, name: string): boolean | undefined {
  if (base.has.has(name)) return true
  if (base.shell === false && base.closed)
    return name === 'sh' || name === 'bash' || isOptionalTool(name) ? false : undefined
  if (base.closed && isOptionalTool(name) && !base.uncertain.has(name)) return false
  return undefined
}
