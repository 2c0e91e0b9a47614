const POSTGRES = 'psql pg_dump pg_dumpall pg_restore pg_isready pg_basebackup createdb dropdb'
const MYSQL = 'mysql mysqldump mysqladmin mysqlcheck mariadb mariadb-dump mariadb-admin mariadb-check'
const SSH = 'ssh scp sftp ssh-keygen ssh-keyscan ssh-add'
const MONGO = 'mongodump mongorestore mongoexport mongoimport bsondump'
const NC = 'nc netcat ncat'

/**
 * Programs that a package puts on the path, whichever package manager installs it, as the file lists of
 * https://pkgs.alpinelinux.org/contents and https://packages.debian.org/ show them. Names without version digits.
 */
const PACKAGES: readonly (readonly [names: string, programs: string])[] = [
  ['curl curl-minimal', 'curl'],
  ['wget wget2', 'wget'],
  ['netcat netcat-openbsd netcat-traditional nc nmap-ncat ncat', NC],
  ['nmap', `nmap ${NC}`],
  ['busybox-extras', 'telnet ftpget ftpput httpd tftp'],
  ['busybox', 'wget nc telnet vi'],
  ['telnet inetutils-telnet', 'telnet'],
  ['iputils iputils-ping inetutils-ping', 'ping'],
  ['dnsutils bind-tools bind-utils bind-dnsutils', 'dig nslookup host'],
  ['iproute iproute2', 'ip ss'],
  ['net-tools', 'netstat ifconfig route arp'],
  ['procps procps-ng', 'ps top pgrep pkill free watch'],
  ['psmisc', 'killall fuser pstree'],
  ['lsof', 'lsof'],
  ['bash', 'bash'],
  ['jq', 'jq'],
  ['yq yq-go', 'yq'],
  ['git', 'git'],
  ['openssh openssh-client openssh-clients openssh-client-default openssh-client-common', SSH],
  ['sshpass', 'sshpass'],
  ['rsync', 'rsync'],
  ['lftp', 'lftp'],
  ['openssl', 'openssl'],
  ['gnupg gnupg2 gpg', 'gpg'],
  ['age', 'age age-keygen'],
  ['tini', 'tini'],
  ['dumb-init', 'dumb-init'],
  ['gosu', 'gosu'],
  ['su-exec', 'su-exec'],
  ['supervisor', 'supervisord supervisorctl'],
  ['cron', 'cron crontab'],
  ['cronie dcron', 'crond crontab'],
  ['supercronic', 'supercronic'],
  ['postgresql-client postgresql-client-common postgresql postgresql-clients', POSTGRES],
  ['pgbackrest', 'pgbackrest'],
  ['barman', 'barman'],
  ['barman-cli barman-cli-cloud', 'barman-cloud-backup barman-cloud-wal-archive barman-wal-restore'],
  ['wal-g', 'wal-g'],
  ['wal-e', 'wal-e'],
  [
    'mysql mysql-client default-mysql-client mariadb mariadb-client mysql-community-client mysql-server mariadb-server',
    MYSQL,
  ],
  ['mariadb-backup', 'mariabackup mariadb-backup mbstream'],
  ['percona-xtrabackup xtrabackup', 'xtrabackup xbstream'],
  ['mydumper', 'mydumper myloader'],
  ['redis redis-tools redis-server', 'redis-cli redis-benchmark'],
  ['valkey valkey-tools valkey-cli', 'valkey-cli redis-cli'],
  ['mongodb-database-tools mongodb-tools mongo-tools mongodb-org-tools', MONGO],
  ['mongodb-mongosh mongosh', 'mongosh'],
  ['mongodb-org-shell mongodb-clients', 'mongo'],
  ['sqlite sqlite3', 'sqlite3'],
  ['mssql-tools mssql-tools18', 'sqlcmd bcp'],
  ['clickhouse-client', 'clickhouse-client clickhouse'],
  ['etcd-client etcd-ctl', 'etcdctl'],
  ['kafkacat kcat', 'kafkacat kcat'],
  ['aws-cli awscli awscli-v2', 'aws'],
  ['azure-cli', 'az'],
  ['google-cloud-sdk google-cloud-cli', 'gcloud gsutil bq'],
  ['gsutil', 'gsutil'],
  ['s3cmd', 's3cmd'],
  ['s5cmd', 's5cmd'],
  ['rclone', 'rclone'],
  ['minio-client', 'mc mcli'],
  ['restic', 'restic'],
  ['borgbackup', 'borg'],
  ['borgmatic', 'borgmatic'],
  ['duplicity', 'duplicity'],
  ['kubectl kubernetes-client', 'kubectl'],
  ['helm', 'helm'],
  ['docker docker.io docker-cli docker-ce docker-ce-cli', 'docker'],
  ['docker-compose docker-compose-plugin docker-cli-compose', 'docker-compose'],
  ['zip', 'zip'],
  ['unzip', 'unzip'],
  ['xz xz-utils', 'xz'],
  ['bzip2', 'bzip2'],
  ['pigz', 'pigz'],
  ['zstd', 'zstd'],
  ['lz4 lz4-tools', 'lz4'],
  ['p7zip p7zip-full', '7z'],
  ['build-base build-essential', 'gcc g++ make'],
  ['gcc', 'gcc'],
  ['g++ gcc-c++', 'g++'],
  ['make', 'make'],
  ['cmake', 'cmake'],
  ['python3 python3-minimal', 'python3'],
  ['python python-is-python3', 'python'],
  ['python3-pip py3-pip', 'pip pip3'],
  ['nodejs nodejs-current nodejs-lts', 'node'],
  ['npm', 'npm npx'],
  ['yarn', 'yarn'],
  ['pnpm', 'pnpm pnpx'],
  ['bun', 'bun'],
  ['pm2', 'pm2 pm2-runtime'],
  ['nodemon', 'nodemon'],
  ['serve', 'serve'],
  ['http-server', 'http-server'],
  ['typescript', 'tsc'],
  ['ts-node', 'ts-node'],
  ['tsx', 'tsx'],
  ['prisma', 'prisma'],
  ['@nestjs/cli', 'nest'],
  ['openjdk openjdk-jre openjdk-jdk openjdk-jre-headless default-jre default-jdk', 'java'],
  ['ruby', 'ruby'],
  ['perl', 'perl'],
  ['php php-cli', 'php'],
  ['composer', 'composer'],
  ['gunicorn', 'gunicorn'],
  ['uvicorn', 'uvicorn'],
  ['celery', 'celery'],
  ['httpie', 'http https'],
  ['grpcurl', 'grpcurl'],
  ['grpc-health-probe', 'grpc_health_probe grpc-health-probe'],
  ['socat', 'socat'],
  ['tcpdump', 'tcpdump'],
  ['strace', 'strace'],
  ['vim', 'vim'],
  ['nano', 'nano'],
  ['less', 'less'],
  ['sudo', 'sudo'],
  ['gettext gettext-base', 'envsubst'],
  ['inotify-tools', 'inotifywait'],
  ['moreutils', 'ts sponge chronic'],
  ['apache2-utils', 'htpasswd ab'],
  ['msmtp', 'msmtp'],
  ['mailx mailutils bsd-mailx s-nail', 'mail'],
  ['ffmpeg', 'ffmpeg ffprobe'],
  ['imagemagick graphicsmagick', 'convert magick identify'],
  ['chromium chromium-browser', 'chromium chromium-browser'],
  ['google-chrome-stable', 'google-chrome google-chrome-stable'],
  ['wkhtmltopdf', 'wkhtmltopdf wkhtmltoimage'],
  ['ghostscript', 'gs'],
  ['libreoffice libreoffice-writer', 'soffice libreoffice'],
  ['poppler-utils', 'pdftotext pdftoppm pdfinfo'],
  ['tesseract-ocr', 'tesseract'],
  ['nginx', 'nginx'],
  ['certbot', 'certbot'],
]

let packages: ReadonlyMap<string, readonly string[]> | undefined
function byPackage(): ReadonlyMap<string, readonly string[]> {
  packages ??= new Map(
    PACKAGES.flatMap(([names, programs]) => names.split(' ').map(name => [name, programs.split(' ')])),
  )
  return packages
}

let optional: ReadonlySet<string> | undefined
/** Whether no minimal system has a program: where it is missing from a closed inventory, it is known to be missing. */
export function isOptionalTool(program: string): boolean {
  optional ??= new Set([...byPackage().values()].flat())
  return optional.has(program)
}

/**
 * Programs that PyPI or npm has as packages: which of them are there is written in a manifest (`requirements.txt`,
 * `package.json`), not on the command line that installs it.
 */
export const IN_MANIFESTS: ReadonlySet<string> = new Set(
  (
    'celery gunicorn uvicorn http https supervisord supervisorctl pm2 pm2-runtime nodemon serve http-server tsc ts-node ' +
    'tsx prisma nest pnpm pnpx yarn bun aws az gsutil s3cmd wal-e borgmatic barman-cloud-backup barman-cloud-wal-archive ' +
    'barman-wal-restore docker-compose yq cmake'
  ).split(' '),
)

/** Package managers of a language, which install what a manifest lists. */
export const LANGUAGE_INSTALLERS: ReadonlySet<string> = new Set(
  'pip pip3 pipx uv poetry pdm pipenv hatch rye conda mamba micromamba npm npx yarn pnpm bun'.split(' '),
)

/**
 * The programs that installing a package (of apk, apt, dnf, pip, npm …) puts on the path; empty when the package is not
 * known. Version digits in the name do not matter: `postgresql16-client`, `postgresql-client-16`.
 */
export function toolsInstalledBy(packageName: string): readonly string[] {
  if (packageName.length > 100) return []
  const name = packageName.toLowerCase()
  const exact = byPackage().get(name)
  if (exact) return exact
  const bare = name
    .replace(/\d+(?:\.\d+)*/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/-$/, '')
  return byPackage().get(bare) ?? []
}
