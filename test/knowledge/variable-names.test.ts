import { describe, expect, it } from 'vitest'
import { defaultUserOf } from '../../src/knowledge/base-users.js'
import { softwareOf } from '../../src/knowledge/index.js'
import { isReadBy, namesReadBy, writtenOut } from '../../src/knowledge/variable-names.js'

describe('writtenOut', () => {
  it('lists the texts that a closed pattern matches', () => {
    expect(writtenOut(/^A_(?:B|C(?:D|E)?)(?:_F)?$/)).toEqual([
      'A_B',
      'A_B_F',
      'A_C',
      'A_C_F',
      'A_CD',
      'A_CD_F',
      'A_CE',
      'A_CE_F',
    ])
    expect(writtenOut(/^LANG$|^TZ$/)).toEqual(['LANG', 'TZ'])
  })

  it.each([/^KAFKA_/, /^A_\d$/, /^A[BC]$/, /A$/, /^A.$/, /^A+$/])('gives nothing for %s', pattern => {
    expect(writtenOut(pattern)).toEqual([])
  })

  it('gives up on patterns that stand for very many names', () => {
    expect(writtenOut(new RegExp(`^${'(?:a|b)'.repeat(12)}$`))).toEqual([])
  })
})

describe('namesReadBy', () => {
  it('matches what the image is said to read', () => {
    const distribution = softwareOf('postgres')?.distribution
    if (!distribution) throw new Error('no postgres')
    const names = [...namesReadBy(distribution)]
    expect(names).toEqual(expect.arrayContaining(['POSTGRES_PASSWORD', 'POSTGRES_PASSWORD_FILE', 'POSTGRES_DB']))
    expect(names.every(name => isReadBy(distribution, name))).toBe(true)
    expect(isReadBy(distribution, 'POSTGRES_USERS')).toBe(false)
  })
})

describe('defaultUserOf', () => {
  it.each([
    ['node', '24-slim', 'root'],
    ['scratch', undefined, 'root'],
    ['gcr.io/distroless/static-debian12', 'nonroot', 'non-root'],
    ['gcr.io/distroless/static-debian12', undefined, 'root'],
    ['nginxinc/nginx-unprivileged', '1.30', 'non-root'],
    ['postgres', '17', 'drops-privileges'],
    ['php', '8.4-fpm', 'drops-privileges'],
    ['php', '8.4-cli', 'root'],
    ['mcr.microsoft.com/dotnet/aspnet', '9.0-noble-chiseled', 'non-root'],
    ['bitnami/node', '22', 'non-root'],
    ['ghcr.io/acme/base', '1', undefined],
  ])('%s:%s is %s', (repository, tag, user) => {
    expect(defaultUserOf(repository, tag)).toBe(user)
  })
})
