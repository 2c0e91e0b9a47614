/** The dated releases of one product. */
export interface Lifecycle {
  /** As people write it. */
  readonly name: string
  /** The page of the project (or, where it keeps none, of its policy) that the dates were taken from. */
  readonly source: string
  /** Cycle to the last day on which its makers fix security problems for everybody. */
  readonly ends: ReadonlyMap<string, string>
}

function lifecycle(name: string, source: string, dates: string): Lifecycle {
  const ends = new Map<string, string>()
  for (const entry of dates.trim().split(/\s+/)) {
    const [cycle, date] = entry.split('=')
    if (cycle !== undefined && date !== undefined) ends.set(cycle, date)
  }
  return { name, source, ends }
}

/** Only releases whose end was certain on `RULESET_DATE`. A cycle that is not listed is not known to have ended. */
export const LIFECYCLES: ReadonlyMap<string, Lifecycle> = new Map([
  [
    'node',
    lifecycle(
      'Node.js',
      'https://nodejs.org/en/about/previous-releases',
      `4=2018-04-30 5=2016-06-30 6=2019-04-30 7=2017-06-30 8=2019-12-31 9=2018-06-30 10=2021-04-30 11=2019-06-01 12=2022-04-30 13=2020-06-01
       14=2023-04-30 15=2021-06-01 16=2023-09-11 17=2022-06-01 18=2025-04-30 19=2023-06-01 20=2026-04-30 21=2024-06-01
       22=2027-04-30 23=2025-06-01 24=2028-04-30 25=2026-06-01`,
    ),
  ],
  [
    'python',
    lifecycle(
      'Python',
      'https://devguide.python.org/versions/',
      `2=2020-01-01 2.7=2020-01-01 3.3=2017-09-29 3.4=2019-03-18 3.5=2020-09-30 3.6=2021-12-23 3.7=2023-06-27 3.8=2024-10-07
       3.9=2025-10-31 3.10=2026-10-31 3.11=2027-10-31 3.12=2028-10-31 3.13=2029-10-31 3.14=2030-10-31`,
    ),
  ],
  [
    'postgres',
    lifecycle(
      'PostgreSQL',
      'https://www.postgresql.org/support/versioning/',
      `9=2021-11-11 9.0=2015-10-08 9.1=2016-10-27 9.2=2017-11-09 9.3=2018-11-08 9.4=2020-02-13 9.5=2021-02-11 9.6=2021-11-11 10=2022-11-10 11=2023-11-09 12=2024-11-21
       13=2025-11-13 14=2026-11-12 15=2027-11-11 16=2028-11-09 17=2029-11-08 18=2030-11-14`,
    ),
  ],
  [
    'redis',
    lifecycle(
      'Redis',
      'https://github.com/redis/redis/security/policy',
      '4.0=2020-04-30 5=2022-04-27 5.0=2022-04-27 6.0=2022-05-31 7.0=2024-07-29',
    ),
  ],
  [
    'mongodb',
    lifecycle(
      'MongoDB',
      'https://www.mongodb.com/legal/support-policy/lifecycles',
      `3.0=2018-02-28 3.2=2018-09-30 3.4=2020-01-31 3.6=2021-04-30 4.0=2022-04-30 4.2=2023-04-30 4.4=2024-02-29 5.0=2024-10-31 5.1=2022-01-18
       5.2=2022-03-23 5.3=2022-07-31 6.0=2025-07-31 6.1=2023-02-09 6.2=2023-04-24 6.3=2023-08-31 7.0=2027-08-31
       7.1=2024-01-23 7.2=2024-03-27 7.3=2024-10-31 8.0=2029-10-31 8.1=2025-09-30 8.2=2026-07-31 4=2024-02-29 5=2024-10-31 6=2025-07-31`,
    ),
  ],
  [
    'mysql',
    lifecycle(
      'MySQL',
      'https://www.oracle.com/us/support/library/lifetime-support-technology-069183.pdf',
      `5.5=2018-12-31 5.6=2021-02-28 5.7=2023-10-31 5=2023-10-31 8.0=2026-04-30 8.1=2023-10-25 8.2=2024-01-16
       8.3=2024-04-30 8.4=2032-04-30 9.0=2024-10-15 9.1=2025-01-21 9.2=2025-04-15 9.3=2025-07-22 9.4=2025-10-21
       9.5=2026-01-20 9.6=2026-04-21`,
    ),
  ],
  [
    'mariadb',
    lifecycle(
      'MariaDB',
      'https://mariadb.org/about/#maintenance-policy',
      `5.5=2020-04-11 10.0=2019-03-31 10.1=2020-10-17 10.2=2022-05-23 10.3=2023-05-25 10.4=2024-06-18 10.5=2025-06-24
       10.6=2026-07-06 10.7=2023-02-09 10.8=2023-05-20 10.9=2023-08-22 10.10=2023-11-17 10.11=2028-02-16
       11.0=2024-06-06 11.1=2024-08-21 11.2=2024-11-21 11.3=2024-05-29 11.4=2029-05-29 11.5=2024-11-21
       11.6=2025-02-13 11.7=2025-05-12 11.8=2028-06-04 12.0=2025-11-18 12.1=2026-02-13 12.2=2026-05-13`,
    ),
  ],
  [
    'elastic',
    lifecycle(
      'Elastic Stack',
      'https://www.elastic.co/support/eol',
      '2=2018-02-28 5=2019-03-11 6=2022-02-10 7=2026-01-15',
    ),
  ],
  [
    'rabbitmq',
    lifecycle(
      'RabbitMQ',
      'https://www.rabbitmq.com/release-information',
      `3.6=2018-05-31 3.7=2020-09-30 3.8=2022-07-31 3.9=2023-01-31 3.10=2023-07-31 3.11=2023-12-31 3.12=2024-06-30
       3.13=2024-09-17 3=2024-09-17 4.0=2025-04-15 4.1=2026-01-31`,
    ),
  ],
  [
    'confluent',
    lifecycle(
      'Confluent Platform',
      'https://docs.confluent.io/platform/current/installation/versions-interoperability.html',
      `3.0=2019-05-24 3.1=2019-11-15 3.2=2020-03-02 3.3=2020-08-01 4.0=2020-11-28 4.1=2021-04-16 5.0=2021-07-31
       5.1=2021-12-14 5.2=2022-03-28 5.3=2022-07-19 5.4=2023-01-10 5.5=2023-04-24 6.0=2023-09-24 6.1=2024-02-09
       6.2=2024-06-08 7.0=2024-10-27 7.1=2025-04-05 7.2=2025-07-06 7.3=2025-11-04 7.4=2026-05-03 7.5=2026-08-25`,
    ),
  ],
  [
    'debian',
    lifecycle(
      'Debian (long-term support)',
      'https://wiki.debian.org/LTS',
      '6=2016-02-29 7=2018-05-31 8=2020-06-30 9=2022-06-30 10=2024-06-30 11=2026-08-31 12=2028-06-30 13=2030-06-30',
    ),
  ],
  [
    'ubuntu',
    lifecycle(
      'Ubuntu (standard support)',
      'https://ubuntu.com/about/release-cycle',
      `12.04=2017-04-28 14.04=2019-04-25 16.04=2021-04-30 18.04=2023-05-31 20.04=2025-05-31 20.10=2021-07-22
       21.04=2022-01-20 21.10=2022-07-14 22.10=2023-07-20 23.04=2024-01-25 23.10=2024-07-11 24.10=2025-07-10
       25.04=2026-01-15 25.10=2026-07-31`,
    ),
  ],
  [
    'alpine',
    lifecycle(
      'Alpine Linux',
      'https://alpinelinux.org/releases/',
      `3.5=2018-11-01 3.6=2019-05-01 3.7=2019-11-01 3.8=2020-05-01 3.9=2020-11-01 3.10=2021-05-01 3.11=2021-11-01
       3.12=2022-05-01 3.13=2022-11-01 3.14=2023-05-01 3.15=2023-11-01 3.16=2024-05-23 3.17=2024-11-22 3.18=2025-05-09
       3.19=2025-11-01 3.20=2026-04-01 3.21=2026-11-01 3.22=2027-05-01 3.23=2027-11-01`,
    ),
  ],
  [
    'centos',
    lifecycle(
      'CentOS Linux',
      'https://www.centos.org/centos-linux-eol/',
      '5=2017-03-31 6=2020-11-30 7=2024-06-30 8=2021-12-31',
    ),
  ],
  [
    'amazonlinux',
    lifecycle(
      'Amazon Linux',
      'https://aws.amazon.com/amazon-linux-2/faqs/',
      '1=2023-12-31 2018.03=2023-12-31 2=2026-06-30',
    ),
  ],
  [
    'php',
    lifecycle(
      'PHP',
      'https://www.php.net/supported-versions.php',
      `5=2018-12-31 5.3=2014-08-14 5.4=2015-09-14 5.5=2016-07-21 5.6=2018-12-31 7=2022-11-28 7.0=2019-01-10 7.1=2019-12-01 7.2=2020-11-30
       7.3=2021-12-06 7.4=2022-11-28 8.0=2023-11-26 8.1=2025-12-31 8.2=2026-12-31 8.3=2027-12-31 8.4=2028-12-31
       8.5=2029-12-31`,
    ),
  ],
  [
    'ruby',
    lifecycle(
      'Ruby',
      'https://www.ruby-lang.org/en/downloads/branches/',
      `2=2023-03-31 2.1=2017-03-31 2.2=2018-03-31 2.3=2019-03-31 2.4=2020-03-31 2.5=2021-04-05 2.6=2022-04-12 2.7=2023-03-31 3.0=2024-04-23
       3.1=2025-03-26 3.2=2026-03-31 3.3=2027-03-31 3.4=2028-03-31 4.0=2029-03-31`,
    ),
  ],
  [
    'go',
    lifecycle(
      'Go',
      'https://go.dev/doc/devel/release',
      `1.10=2019-02-25 1.11=2019-09-03 1.12=2020-02-25 1.13=2020-08-11 1.14=2021-02-16 1.15=2021-08-16 1.16=2022-03-15 1.17=2022-08-02 1.18=2023-02-01 1.19=2023-08-08
       1.20=2024-02-06 1.21=2024-08-13 1.22=2025-02-11 1.23=2025-08-12 1.24=2026-02-10 1.25=2026-08-19`,
    ),
  ],
  [
    'dotnet',
    lifecycle(
      '.NET',
      'https://dotnet.microsoft.com/platform/support/policy/dotnet-core',
      `2.1=2021-08-21 2.2=2019-12-23 3.0=2020-03-03 3.1=2022-12-13 5.0=2022-05-10 6.0=2024-11-12 7.0=2024-05-14
       8.0=2026-11-10 9.0=2026-11-10 10.0=2028-11-14`,
    ),
  ],
  [
    'nginx',
    lifecycle(
      'nginx',
      'https://nginx.org/en/download.html',
      `1.10=2017-04-12 1.12=2018-04-17 1.14=2019-04-23 1.16=2020-04-21 1.17=2020-05-26 1.18=2021-04-20 1.19=2021-05-25
       1.20=2022-05-24 1.21=2022-06-21 1.22=2023-04-11 1.23=2023-05-23 1.24=2024-04-23 1.25=2024-05-29 1.26=2025-04-23
       1.27=2025-06-24 1.28=2026-04-14 1.29=2026-05-13`,
    ),
  ],
  // 2.11 is left out: its makers' table ended it in February 2026, and they published fixes for it after that.
  [
    'traefik',
    lifecycle(
      'Traefik',
      'https://doc.traefik.io/traefik/deprecation/releases/',
      `1=2021-12-31 1.7=2021-12-31 2.0=2019-12-11 2.1=2020-03-25 2.2=2020-09-23 2.3=2021-01-19
       2.4=2021-08-17 2.5=2022-01-24 2.6=2022-05-24 2.7=2022-06-29 2.8=2022-10-03 2.9=2023-04-24 2.10=2024-02-12
       3.0=2024-07-15 3.1=2024-10-28 3.2=2025-01-06 3.3=2025-05-05 3.4=2025-07-23 3.5=2025-11-07 3.6=2026-08-16`,
    ),
  ],
  // Its makers name quarters: here the last day of each, or of the last release where that came later.
  [
    'haproxy',
    lifecycle(
      'HAProxy',
      'https://www.haproxy.org/',
      `1.8=2022-12-31 1.9=2020-07-31 2.0=2024-06-30 2.1=2021-03-31 2.2=2025-06-30 2.3=2022-07-27 2.4=2026-06-30
       2.5=2023-05-02 2.6=2027-06-30 2.7=2024-04-05 2.8=2028-06-30 2.9=2025-03-31 3.0=2029-06-30 3.1=2026-03-31
       3.2=2030-06-30 3.3=2027-03-31`,
    ),
  ],
  [
    'temurin',
    lifecycle(
      'Eclipse Temurin',
      'https://adoptium.net/support/',
      '16=2021-09-30 18=2022-09-30 19=2023-03-31 20=2023-09-19 22=2024-09-17 23=2025-03-18',
    ),
  ],
  [
    'grafana',
    lifecycle(
      'Grafana',
      'https://grafana.com/docs/grafana/latest/upgrade-guide/when-to-upgrade/',
      `6=2021-06-08 7=2022-06-14 8=2023-06-09 9.0=2022-10-11 9.1=2022-11-29 9.2=2023-02-27 9.3=2023-04-06 9.4=2023-06-09
       9.5=2024-05-14 10.0=2023-10-24 10.1=2024-01-23 10.2=2024-07-24 10.3=2024-10-23 10.4=2025-06-05 11.0=2025-02-14
       11.1=2025-04-23 11.2=2025-05-27 11.3=2025-07-22 11.4=2025-09-05 11.5=2025-10-28 11.6=2026-06-25 12.0=2026-02-05
       12.1=2026-04-22 12.2=2026-06-23 12.3=2026-08-19 12.4=2027-05-24 13.0=2027-01-09 13.1=2027-03-20`,
    ),
  ],
  // Security fixes go to the newest major version only, so each ends when the next one is released.
  [
    'keycloak',
    lifecycle(
      'Keycloak',
      'https://github.com/keycloak/keycloak/security/policy',
      `17=2022-04-20 18=2022-07-27 19=2022-11-01 20=2023-02-23 21=2023-07-11 22=2023-11-23 23=2024-03-04 24=2024-06-10
       25=2024-10-04`,
    ),
  ],
])

/** Names of Debian and Ubuntu releases, as they stand in tags. */
export const CODENAMES: ReadonlyMap<string, readonly [product: 'debian' | 'ubuntu', cycle: string]> = new Map([
  ['wheezy', ['debian', '7']],
  ['jessie', ['debian', '8']],
  ['stretch', ['debian', '9']],
  ['buster', ['debian', '10']],
  ['bullseye', ['debian', '11']],
  ['bookworm', ['debian', '12']],
  ['trixie', ['debian', '13']],
  ['trusty', ['ubuntu', '14.04']],
  ['xenial', ['ubuntu', '16.04']],
  ['bionic', ['ubuntu', '18.04']],
  ['focal', ['ubuntu', '20.04']],
  ['groovy', ['ubuntu', '20.10']],
  ['hirsute', ['ubuntu', '21.04']],
  ['impish', ['ubuntu', '21.10']],
  ['kinetic', ['ubuntu', '22.10']],
  ['lunar', ['ubuntu', '23.04']],
  ['mantic', ['ubuntu', '23.10']],
  ['oracular', ['ubuntu', '24.10']],
  ['plucky', ['ubuntu', '25.04']],
  ['questing', ['ubuntu', '25.10']],
])
