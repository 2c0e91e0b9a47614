import { describe, expect, test } from 'vitest'
import { PROVIDER_FORMATS } from '../../src/knowledge/provider-formats.js'
import { scanText } from '../../src/knowledge/providers.js'
import { millisecondsSince } from '../support/processor-time.js'
import { BASE32, BASE62, BASE64, BASE64_URL, BECH32, DIGITS, LOWER_HEX, randomText, UPPER } from './random-text.js'

const random = randomText(20261120)
const { of } = random
const hex = (length: number) => of(LOWER_HEX, length)
const b62 = (length: number) => of(BASE62, length)
const url = (length: number) => of(BASE64_URL, length)
const scan = (text: string) => scanText({ path: 'file', text })
const jwt = (payload: object) =>
  `${'eyJhbGciOi'}JIUzI1NiIsInR5cCI6IkpXVCJ9.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.${url(43)}`

/** Name of the leak, and a token put together here. */
const tokens: readonly (readonly [name: string, token: string])[] = [
  ['AWS access key', `AK${'IA'}${of(BASE32, 16)}`],
  ['AWS access key', `AS${'IA'}${of(BASE32, 16)}`],
  ['Google API key', `AI${'za'}${url(35)}`],
  ['Google OAuth client secret', `GOC${'SPX-'}${url(28)}`],
  ['Azure storage account key', `Account${'Key='}${of(BASE64, 86)}==`],
  ['Microsoft Entra client secret', `${b62(3)}8Q${'~'}${b62(31)}`],
  ['DigitalOcean token', `dop${'_v1_'}${hex(64)}`],
  ['DigitalOcean token', `doo${'_v1_'}${hex(64)}`],
  ['Cloudflare origin CA key', `v1.${'0-'}${hex(24)}-${hex(146)}`],
  ['Heroku API key', `HR${'KU-'}${url(60)}`],
  ['Fly.io token', `fo${'1_'}${url(43)}`],
  ['Pulumi access token', `pu${'l-'}${hex(40)}`],
  ['HCP Terraform token', `${b62(14)}.atlas${'v1.'}${b62(67)}`],
  ['Vault token', `hv${'s.'}${url(95)}`],
  ['Vault token', `hv${'b.'}${url(140)}`],
  ['Doppler token', `dp.${'pt.'}${b62(43)}`],
  ['Doppler token', `dp.${'st.'}prd.${b62(43)}`],
  ['1Password service account token', `ops_${'eyJ'}${b62(300)}`],
  ['Tailscale key', `tskey-${'auth-'}${b62(12)}-${b62(32)}`],
  ['Databricks token', `da${'pi'}${hex(32)}`],
  ['PlanetScale credential', `pscale_${'tkn_'}${url(43)}`],
  ['Supabase access token', `sb${'p_'}${hex(40)}`],
  ['Supabase secret key', `sb_sec${'ret_'}${url(31)}`],
  ['Supabase service role key', jwt({ iss: 'supabase', ref: 'abqwertz', role: 'service_role', iat: 1700000000 })],
  ['age secret key', `AGE-SECRET-${'KEY-1'}${of(BECH32, 58)}`],
  ['GitHub token', `gh${'p_'}${b62(36)}`],
  ['GitHub token', `gh${'o_'}${b62(36)}`],
  ['GitHub token', `gh${'s_'}${b62(36)}`],
  ['GitHub token', `gh${'r_'}${b62(76)}`],
  ['GitHub fine-grained token', `github_${'pat_'}${b62(22)}_${b62(59)}`],
  ['GitLab token', `gl${'pat-'}${url(19)}Z`],
  ['GitLab token', `gl${'pat-'}${url(40)}.01.${of('0123456789abcdefghij', 8)}`],
  ['GitLab token', `gl${'rt-'}${b62(20)}`],
  ['Bitbucket app password', `AT${'BB'}${b62(32)}`],
  ['Atlassian API token', `ATA${'TT3'}xFfGF0${url(180)}`],
  ['npm token', `np${'m_'}${b62(36)}`],
  ['PyPI token', `pypi-${'AgE'}IcHlwaS5vcmc${url(120)}`],
  ['RubyGems API key', `ruby${'gems_'}${hex(48)}`],
  ['Docker Hub token', `dckr_${'pat_'}${url(27)}`],
  ['JFrog API key', `AK${'Cp'}${b62(69)}`],
  ['Buildkite token', `bk${'ua_'}${hex(40)}`],
  ['CircleCI token', `CCI${'PAT_'}${b62(22)}_${hex(40)}`],
  ['Postman API key', `PM${'AK-'}${hex(24)}-${hex(34)}`],
  ['Sentry token', `sntrys_${'eyJ'}${b62(140)}_${b62(43)}`],
  ['Sentry token', `sntr${'yu_'}${hex(64)}`],
  ['Grafana token', `gl${'sa_'}${b62(32)}_${hex(8)}`],
  ['New Relic user key', `NR${'AK-'}${of(UPPER + DIGITS, 27)}`],
  ['New Relic license key', `${hex(36)}NR${'AL'}`],
  ['Slack token', `xo${'xb-'}${of(DIGITS, 12)}-${of(DIGITS, 13)}-${b62(24)}`],
  ['Slack token', `xo${'xp-'}${of(DIGITS, 12)}-${of(DIGITS, 12)}-${of(DIGITS, 13)}-${hex(32)}`],
  ['Slack app token', `xa${'pp-'}1-A0${of(UPPER, 9)}-${of(DIGITS, 13)}-${hex(64)}`],
  ['Slack webhook', `hooks.slack${'.com/'}services/T${of(UPPER, 10)}/B${of(UPPER, 10)}/${b62(24)}`],
  ['Discord webhook', `/api/web${'hooks/'}${of('123456789', 18)}/${url(68)}`],
  ['Telegram bot token', `${of('123456789', 10)}:${'AA'}${url(33)}`],
  ['Stripe live key', `sk_${'live_'}${b62(24)}`],
  ['Stripe live key', `rk_${'live_'}${b62(99)}`],
  ['Webhook signing secret', `wh${'sec_'}${b62(32)}`],
  ['Square access token', `sq0${'atp-'}${url(22)}`],
  ['Square access token', `sq0${'csp-'}${url(43)}`],
  ['Shopify token', `shp${'at_'}${hex(32)}`],
  ['SendGrid API key', `S${'G.'}${url(22)}.${url(43)}`],
  ['Brevo API key', `xkey${'sib-'}${hex(64)}-${b62(16)}`],
  ['OpenAI API key', `sk-${'proj-'}${url(74)}T3Blbk${'FJ'}${url(74)}`],
  ['OpenAI API key', `sk-${b62(20)}T3Blbk${'FJ'}${b62(20)}`],
  ['Anthropic API key', `sk-${'ant-'}api03-${url(93)}AA`],
  ['Hugging Face token', `h${'f_'}${b62(34)}`],
  ['Replicate token', `r${'8_'}${b62(37)}`],
  ['Groq API key', `gs${'k_'}${b62(52)}`],
  ['Perplexity API key', `ppl${'x-'}${b62(48)}`],
  ['xAI API key', `xa${'i-'}${b62(80)}`],
  ['Linear API key', `lin_${'api_'}${b62(40)}`],
  ['Notion token', `nt${'n_'}${b62(46)}`],
  ['Figma token', `fi${'gd_'}${url(40)}`],
  ['Contentful token', `CF${'PAT-'}${url(43)}`],
  ['Airtable token', `pa${'t'}${b62(14)}.${hex(64)}`],
  ['EasyPost key', `EZ${'AK'}${b62(54)}`],
]

describe('tokens', () => {
  test.each(tokens.map(([name, token], at) => [`${name} #${at}`, name, token] as const))(
    '%s',
    (_title, name, token) => {
      for (const [before, after] of [
        ['TOKEN=', '\n'],
        ['  "key": "', '",\r\n'],
        ["const a = '", "'; //"],
        ['url: https://u:', '@host/'],
      ] as const) {
        const text = `first line\n${before}${token}${after}`
        const found = scan(text)
        expect(found.map(leak => leak.name)).toEqual([name])
        expect(found[0]?.kind).toBe('token')
        expect(text.slice(found[0]?.at.start, found[0]?.at.end)).toBe(token)
      }
    },
  )

  test('are masked: a few characters and the length', () => {
    for (const [, token] of tokens) {
      const masked = scan(`x ${token} y`)[0]?.masked ?? ''
      expect(masked).toBe(`${token.slice(0, 5)}… (${token.length} characters)`)
    }
  })

  test('need what stands beside them where the format alone proves nothing', () => {
    const mailgun = `key-${hex(32)}`
    expect(scan(`MAILGUN_API_KEY=${mailgun}`).map(leak => leak.name)).toEqual(['Mailgun API key'])
    expect(scan(`CACHE=${mailgun}`)).toEqual([])
    const bot = `M${b62(25)}.${b62(6)}.${url(38)}`
    expect(scan(`DISCORD_TOKEN=${bot}`).map(leak => leak.name)).toEqual(['Discord bot token'])
    expect(scan(`TOKEN=${bot}`)).toEqual([])
  })

  test('several on one line, in order', () => {
    const [one, two, three] = [`ghp_${b62(36)}`, `npm_${b62(36)}`, `glsa_${b62(32)}_${hex(8)}`]
    expect(scan(`${one} ${two},${three}`).map(leak => leak.name)).toEqual([
      'GitHub token',
      'npm token',
      'Grafana token',
    ])
  })

  test('behind an escape in a string literal', () => {
    expect(scan(`"a\\n${`ghp_${b62(36)}`}"`).map(leak => leak.name)).toEqual(['GitHub token'])
  })

  test('every format is tried here', () => {
    const named = new Set([...tokens.map(([name]) => name), 'Mailgun API key'])
    expect(PROVIDER_FORMATS.map(format => format.name).filter(name => !named.has(name))).toEqual([])
  })
})

/** A DER sequence of two length bytes around bytes that look random, as base64. */
function der(bytes: number, seed: number): string {
  const body = Buffer.from(randomText(seed).of(BASE64, Math.ceil((bytes * 4) / 3)), 'base64').subarray(0, bytes)
  return Buffer.concat([
    Buffer.from([0x30, 0x82, bytes >> 8, bytes & 255, 0x02, 0x01, 0x00]),
    body.subarray(3),
  ]).toString('base64')
}
const lines = (text: string, newline = '\n') => (text.match(/.{1,64}/g) ?? []).join(newline)
const pem = (kind: string, body: string, newline = '\n') =>
  `-----BEGIN ${kind}-----${newline}${lines(body, newline)}${newline}-----END ${kind}-----`
const openssh = (cipher: string) =>
  Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    Buffer.from([0, 0, 0, cipher.length]),
    Buffer.from(cipher),
    Buffer.from(randomText(7).of(BASE64, 400), 'base64'),
  ]).toString('base64')

describe('private keys', () => {
  test.each([
    ['RSA private key', pem('RSA PRIVATE KEY', der(1190, 1))],
    ['Private key', pem('PRIVATE KEY', der(1217, 2))],
    ['Private key', pem('PRIVATE KEY', der(1217, 3), '\r\n')],
    ['Private key', `{"private_key": "${pem('PRIVATE KEY', der(1217, 4), '\\n')}\\n"}`],
    ['Private key', `key: |\n    ${pem('PRIVATE KEY', der(600, 5), '\n    ')}\n`],
    ['Private key', `const key = '${pem('PRIVATE KEY', der(300, 6), "' +\n  '")}'`],
    ['EC private key', pem('EC PRIVATE KEY', `MHcCAQEE${randomText(8).of(BASE64, 152)}AoGCCqGSM49AwEH`)],
    ['Private key', pem('PRIVATE KEY', `MC4CAQAwBQYDK2VwBCIEI${randomText(9).of(BASE64, 42)}=`)],
    ['OpenSSH private key', pem('OPENSSH PRIVATE KEY', openssh('none'))],
    ['OpenSSH private key, encrypted', pem('OPENSSH PRIVATE KEY', openssh('aes256-ctr'))],
    ['Private key, encrypted', pem('ENCRYPTED PRIVATE KEY', der(1300, 10))],
    [
      'RSA private key, encrypted',
      `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,${hex(32)}\n\n${lines(der(1190, 11))}\n-----END RSA PRIVATE KEY-----`,
    ],
  ])('%s', (name, text) => {
    const found = scan(`before\n${text}\nafter`)
    expect(found.map(leak => [leak.kind, leak.name])).toEqual([['private-key', name]])
    expect(`before\n${text}\nafter`.slice(found[0]?.at.start, found[0]?.at.end)).toMatch(
      /^-----BEGIN [\s\S]*-----END [A-Z ]+-----$/,
    )
    expect(found[0]?.masked).toMatch(/^-----BEGIN… \(\d+ characters\)$/)
  })
})

const A = 'a'.repeat(36)
const traps: readonly string[] = [
  // Examples of the documentation.
  'AKIAIOSFODNN7EXAMPLE',
  'AWS_ACCESS_KEY_ID=AKIAI44QH8DHBEXAMPLE',
  'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'ghp_XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX',
  'GITHUB_TOKEN=ghp_your_token_here',
  'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
  'ghp_1234567890abcdefghijklmnopqrstuvwxyz',
  'ghp_000000000000000000000000000000000000',
  `ghp_${A}`,
  'ghp_EXAMPLEqk3Jd82mZp0LsTy5Wb9RfHuXc7Vn1a',
  'github_pat_11AAAAAAAAAAAAAAAAAAAA_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB',
  'glpat-xxxxxxxxxxxxxxxxxxxx',
  'glpat-<your token>',
  'glpat-${GITLAB_TOKEN}',
  'npm_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  '//registry.npmjs.org/:_authToken=${NPM_TOKEN}',
  'sk_live_xxxxxxxxxxxxxxxxxxxxxxxx',
  'sk_live_...',
  'STRIPE_SECRET_KEY=sk_live_your_key_here_please_now',
  `sk_${'test_'}4eC39HqLyjWDarjtT1zdp7dc`,
  `pk_${'live_'}${b62(24)}`,
  `pk_${'test_'}${b62(24)}`,
  `rk_${'test_'}${b62(24)}`,
  'whsec_...',
  'whsec_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'xoxb-your-token-here',
  'xoxb-xxxxxxxxxxxx-xxxxxxxxxxxx-xxxxxxxxxxxxxxxxxxxxxxxx',
  'xoxb-123456789012-1234567890123-XXXXXXXXXXXXXXXXXXXXXXXX',
  'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX',
  'https://hooks.slack.com/services/YOUR/SLACK/WEBHOOK',
  'https://hooks.slack.com/services/${SLACK_PATH}',
  'https://discord.com/api/webhooks/123/abc',
  'https://discord.com/api/webhooks/${ID}/${TOKEN}',
  'SG.xxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'SG.your_api_key',
  'sk-proj-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'OPENAI_API_KEY=sk-...',
  'sk-your-openai-api-key',
  `sk-${b62(48)}`,
  'sk-ant-api03-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'ANTHROPIC_API_KEY=sk-ant-...',
  'hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'hf_hub_download(repo_id, filename)',
  'AIzaSyXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX',
  `firebase.initializeApp({ apiKey: "AIza${url(35)}", authDomain: "x" })`,
  `<script src="https://maps.googleapis.com/maps/api/js?key=AIza${url(35)}"></script>`,
  'DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOTr/KBHBeksoGMGw==;',
  'AccountKey=<your-account-key>',
  'AccountKey=${AZURE_KEY}',
  'dop_v1_0000000000000000000000000000000000000000000000000000000000000000',
  'hvs.CAESIJ',
  'VAULT_TOKEN=hvs.example',
  'dapi1234567890abcdef1234567890abcdef',
  'figd_your-token',
  'glsa_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_xxxxxxxx',
  'NRAK-XXXXXXXXXXXXXXXXXXXXXXXXXXX',
  'PMAK-000000000000000000000000-0000000000000000000000000000000000',
  'AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ',
  `age1${of('qpzry9x8gf2tvdw0s3jn54khce6mua7l', 58)}`,
  'lin_api_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  '123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11',
  '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'.replace('AAH', 'BBH'),
  'TELEGRAM_TOKEN=1234567890:AAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  // Hashes, ids, integrity, keys of other kinds.
  `sha256:${hex(64)}`,
  `sha1 ${hex(40)}`,
  `md5 ${hex(32)}`,
  `"integrity": "sha512-${of(BASE64, 86)}=="`,
  `"integrity": "sha1-${of(BASE64, 27)}="`,
  '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  `uuid: ${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  `image: node:22@sha256:${hex(64)}`,
  `commit ${hex(40)}`,
  `  resolved "https://registry.yarnpkg.com/ms/-/ms-2.1.3.tgz#${hex(40)}"`,
  `integrity: sha512-${of(BASE64, 86)}==`,
  `h1:${of(BASE64, 43)}=`,
  `github.com/pkg/errors v0.9.1/go.mod h1:${of(BASE64, 43)}=`,
  `ssh-rsa AAAAB3NzaC1yc2E${of(BASE64, 360)} user@host`,
  `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA${of(BASE64, 43)} user@host`,
  `$2b$12$${of(BASE62, 53)}`,
  `$argon2id$v=19$m=65536,t=3,p=4$${of(BASE62, 22)}$${of(BASE62, 43)}`,
  `data:image/png;base64,iVBORw0KGgo${of(BASE64, 400)}`,
  `"nonce-${of(BASE64, 22)}=="`,
  `${'eyJhbGciOi'}JIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c`,
  jwt({ iss: 'supabase', ref: 'abqwertz', role: 'anon' }),
  jwt({ iss: 'supabase-demo', role: 'service_role', exp: 1983812996 }),
  jwt({ role: 'user' }),
  // Inside longer words, too short, too long.
  `xghp_${b62(36)}`,
  `ghp_${b62(20)}`,
  `npm_${b62(37)}_more`,
  `npm_${b62(10)}`,
  `AKIA${of(BASE32, 17)}`,
  `XAKIA${of(BASE32, 16)}`,
  `AKIA${of(BASE32, 10)}`,
  `AKIA${of('abcdefgh', 16)}`,
  `dop_v1_${hex(63)}`,
  `dop_v1_${hex(65)}`,
  `shpat_${hex(31)}`,
  `rubygems_${hex(20)}`,
  `glsa_${b62(32)}`,
  `NRAK-${of(UPPER, 26)}`,
  `hf_${b62(20)}`,
  `pat${b62(14)}.${hex(30)}`,
  `EZAK${b62(20)}`,
  `EZTK${b62(54)}`,
  `sbp_${hex(20)}`,
  `pscale_tkn_${b62(10)}`,
  // Code that holds a keyword.
  "const prefix = 'ghp_'",
  'if (token.startsWith("xoxb-")) return',
  '/gh[pousr]_[A-Za-z0-9]{36}/',
  'export const npm_config_registry = process.env.npm_config_registry',
  'npm_lifecycle_event=test npm_package_version=1.0.0',
  '.task-list, .mask-image, .disk-usage-indicator-of-the-very-long-class-name-for-testing { color: red }',
  '<div class="sk-circle sk-fading-circle sk-child sk-bounce-very-long-class-name-that-goes-on-and-on">',
  'key-value-store-with-a-very-long-name',
  'hooks.slack.com/services is the address',
  'dp.setValue(dp.st.length)',
  'const r8_unorm = "r8_unorm"',
  'pattern.test(path.join(patch, pattern))',
  'var a=function(e,t){return e.SG.key-t.pat};AIza',
  'NRAL is a suffix',
  'gsk_ pplx- xai- sq0 AccountKey= whsec_ pul- fo1_',
  `!function(){${of(`${BASE62}(){};,.=`, 6000)}}()`,
  of(`${BASE62}_$`, 9000),
  // Armour without a private key.
  pem('PUBLIC KEY', der(290, 21)),
  pem('CERTIFICATE', der(900, 22)),
  pem('RSA PUBLIC KEY', der(260, 23)),
  pem('CERTIFICATE REQUEST', der(600, 24)),
  pem('DH PARAMETERS', der(260, 25)),
  '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----',
  '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
  '-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA...\n-----END RSA PRIVATE KEY-----',
  '-----BEGIN PRIVATE KEY-----\\nYOUR_PRIVATE_KEY\\n-----END PRIVATE KEY-----',
  '-----BEGIN PRIVATE KEY-----\n${PRIVATE_KEY}\n-----END PRIVATE KEY-----',
  '-----BEGIN PRIVATE KEY-----\n<base64>\n-----END PRIVATE KEY-----',
  pem('PRIVATE KEY', 'A'.repeat(800)),
  pem('PRIVATE KEY', `MII${'ABCD'.repeat(200)}`),
  pem('PRIVATE KEY', `MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQC7VJTUt9Us8cKj${of(BASE64, 900)}`),
  "key.startsWith('-----BEGIN PRIVATE KEY-----')",
  "key.replace('-----BEGIN RSA PRIVATE KEY-----', '').replace('-----END RSA PRIVATE KEY-----', '')",
  `-----BEGIN PRIVATE KEY-----\n${lines(der(600, 26))}`,
]

describe('traps', () => {
  test('there are enough of them', () => {
    expect(traps.length).toBeGreaterThanOrEqual(120)
    expect(tokens.length).toBeGreaterThanOrEqual(60)
  })
  test.each(traps.map((text, at) => [`#${at} ${text.slice(0, 50).replace(/\s+/g, ' ')}`, text] as const))(
    '%s',
    (_title, text) => {
      expect(scan(text).map(leak => leak.name)).toEqual([])
      expect(scan(`KEY="${text}"\n`).map(leak => leak.name)).toEqual([])
    },
  )
})

describe('time', () => {
  const million = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length))
  test.each([
    ['keywords', million('ghp_sk-hf_npm_pat')],
    ['OpenAI pieces', million('sk-T3BlbkFJ')],
    ['one word', million('a')],
    ['slack', million('xoxb-1-')],
    ['armour', million('-----BEGIN PRIVATE KEY-----')],
    ['armour with an end', million(`${'-----BEGIN PRIVATE KEY-----'.repeat(500)}-----END PRIVATE KEY-----`)],
    ['Mailgun candidates', `mailgun ${million(`key-${'0a'.repeat(16)} `)}`],
    ['Discord candidates', `discord ${million('MMMMMMMMMMMMMMMMMMMMMMMM.MMMMMM.')}`],
    ['dotted tokens', million('eyJhbGciOi.eyJ.')],
  ])('is linear for a line of %s', (_title, text) => {
    const started = process.cpuUsage()
    expect(scan(text).length).toBeLessThanOrEqual(200)
    expect(millisecondsSince(started)).toBeLessThan(5000)
  })

  test('stops at 200 leaks', () => {
    const text = Array.from({ length: 300 }, () => `ghp_${b62(36)}`).join('\n')
    expect(scan(text)).toHaveLength(200)
  })
})
