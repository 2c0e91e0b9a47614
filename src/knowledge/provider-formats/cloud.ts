import { format, type ProviderFormat } from './format.js'

/** The key of the local storage emulator: https://learn.microsoft.com/azure/storage/common/storage-use-azurite */
const AZURITE_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq'

/** Clouds, hosting, data platforms and secret stores. */
export const cloud: readonly ProviderFormat[] = [
  format(
    'AWS access key',
    'AKIA ASIA',
    /(?:AKIA|ASIA)([A-Z2-7]{16})(?![A-Za-z0-9+/=])/,
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
  ),
  format(
    'Google API key',
    'AIza',
    /AIza([\w-]{35})(?![\w-])/,
    'https://docs.cloud.google.com/docs/authentication/api-keys',
    {
      // Keys of Firebase web apps are made to be public: https://firebase.google.com/docs/projects/api-keys
      unless: /firebase|authDomain|messagingSenderId|mobilesdk_app_id|maps\.googleapis\.com\/maps\/api\/js/i,
    },
  ),
  format(
    'Google OAuth client secret',
    'GOCSPX-',
    /GOCSPX-([\w-]{28})(?![\w-])/,
    'https://developers.google.com/identity/protocols/oauth2',
  ),
  format(
    'Azure storage account key',
    'AccountKey=',
    /AccountKey=([A-Za-z0-9+/]{86}==)(?![A-Za-z0-9+/=])/i,
    'https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string',
    {
      valid: token => !token.includes(AZURITE_KEY),
    },
  ),
  format(
    'Microsoft Entra client secret',
    'Q~',
    /([A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34})(?![\w~.-])/,
    'https://learn.microsoft.com/purview/sit-defn-azure-ad-client-secret',
    { before: 4 },
  ),
  format(
    'DigitalOcean token',
    'dop_v1_ doo_v1_ dor_v1_',
    /do[por]_v1_([0-9a-f]{64})(?![0-9a-zA-Z])/,
    'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
  ),
  format(
    'Cloudflare origin CA key',
    'v1.0-',
    /v1\.0-([0-9a-f]{24}-[0-9a-f]{146})(?![0-9a-zA-Z])/,
    'https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/',
  ),
  format(
    'Heroku API key',
    'HRKU-',
    /HRKU-([\w-]{36,60})(?![\w-])/,
    'https://devcenter.heroku.com/articles/oauth#prefixed-oauth-tokens',
  ),
  format('Fly.io token', 'fo1_', /fo1_([\w-]{43})(?![\w-])/, 'https://fly.io/docs/security/tokens/'),
  format(
    'Pulumi access token',
    'pul-',
    /pul-([0-9a-f]{40})(?![0-9a-zA-Z])/,
    'https://www.pulumi.com/docs/administration/access-identity/access-tokens/',
  ),
  format(
    'HCP Terraform token',
    '.atlasv1.',
    /([A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,70})(?![\w-])/,
    'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
    { before: 14 },
  ),
  format(
    'Vault token',
    'hvs. hvb.',
    /hv[sb]\.([\w-]{90,300})(?![\w-])/,
    'https://developer.hashicorp.com/vault/docs/concepts/tokens',
  ),
  format(
    'Doppler token',
    'dp.pt. dp.st. dp.ct. dp.sa. dp.scim. dp.audit.',
    /dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[\w-]{2,35}\.)?([A-Za-z0-9]{40,44})(?![\w-])/,
    'https://docs.doppler.com/reference/auth-token-formats',
  ),
  format(
    '1Password service account token',
    'ops_eyJ',
    /ops_(eyJ[A-Za-z0-9+/_-]{200,2000})/,
    'https://developer.1password.com/docs/service-accounts/',
  ),
  format(
    'Tailscale key',
    'tskey-',
    /tskey-(?:auth|api|client|scim)-[A-Za-z0-9]{8,20}-([A-Za-z0-9]{20,40})(?![\w-])/,
    'https://tailscale.com/kb/1085/auth-keys',
  ),
  format(
    'Databricks token',
    'dapi',
    /dapi([0-9a-f]{32})(?:-\d)?(?![0-9a-zA-Z])/,
    'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
  ),
  format(
    'PlanetScale credential',
    'pscale_',
    /pscale_(?:tkn|pw|oauth)_([\w.-]{32,64})(?![\w-])/,
    'https://planetscale.com/docs/api/reference/service-tokens',
  ),
  format(
    'Supabase access token',
    'sbp_',
    /sbp_([0-9a-f]{40})(?![0-9a-zA-Z])/,
    'https://supabase.com/docs/reference/api/introduction',
  ),
  format(
    'Supabase secret key',
    'sb_secret_',
    /sb_secret_([\w-]{31})(?![\w-])/,
    'https://supabase.com/docs/guides/api/api-keys',
  ),
  format(
    'Supabase service role key',
    'eyJhbGciOi',
    /(eyJhbGciOi[\w-]{10,60}\.eyJ[\w-]{20,600}\.[\w-]{43})(?![\w-])/,
    'https://supabase.com/docs/guides/api/api-keys',
    {
      valid: isServiceRole,
    },
  ),
  format(
    'age secret key',
    'AGE-SECRET-KEY-1',
    /AGE-SECRET-KEY-1([QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})(?![A-Za-z0-9])/,
    'https://github.com/FiloSottile/age',
  ),
]

/** The payload of a Supabase JSON web token tells its role; the token of the local stack is the same everywhere. */
function isServiceRole(token: string): boolean {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
  return /"role"\s*:\s*"service_role"/.test(payload) && !/supabase-demo/.test(payload)
}
