/** How a provider's tokens look, from its own documentation. */
export interface ProviderFormat {
  /** The provider and kind of token, as people call it. */
  readonly name: string
  /** Text that every token holds, in this case. Candidates are looked for around it only. */
  readonly keywords: readonly string[]
  /**
   * The token, sticky, its secret part in group 1 (the whole where there is none). Repetitions are bounded, so that a
   * try at one place takes bounded time.
   */
  readonly pattern: RegExp
  /** How many characters before the keyword the token may begin. 0: with it. */
  readonly before: number
  /** Something that stands in the file too, when the format alone proves nothing. */
  readonly context?: RegExp
  /** What shows, near by, that the value is public by design. */
  readonly unless?: RegExp
  /** A check beyond form. */
  readonly valid?: (token: string) => boolean
  readonly source: string
}

/** One entry; `pattern` is made sticky. */
function format(
  name: string,
  keywords: string,
  pattern: RegExp,
  source: string,
  rest: Partial<Pick<ProviderFormat, 'before' | 'context' | 'unless' | 'valid'>> = {},
): ProviderFormat {
  return {
    name,
    keywords: keywords.split(' '),
    pattern: new RegExp(pattern.source, `${pattern.flags}y`),
    before: 0,
    source,
    ...rest,
  }
}

/** The key of the local storage emulator: https://learn.microsoft.com/azure/storage/common/storage-use-azurite */
const AZURITE_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq'

const cloud: readonly ProviderFormat[] = [
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

const code: readonly ProviderFormat[] = [
  format(
    'GitHub token',
    'ghp_ gho_ ghu_ ghs_ ghr_',
    /gh[pousr]_([A-Za-z0-9]{36,251})(?!\w)/,
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats',
  ),
  format(
    'GitHub fine-grained token',
    'github_pat_',
    /github_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?!\w)/,
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats',
  ),
  format(
    'GitLab token',
    'glpat- gldt- glrt- glcbt- glptt- glft- glsoat- glimt- glagent-',
    /gl(?:pat|dt|rt|cbt|ptt|ft|soat|imt|agent)-([\w-]{20,300}(?:\.[0-9a-z]{2}\.[0-9a-z]{7,9})?)(?![\w-])/,
    'https://docs.gitlab.com/security/tokens/#token-prefixes',
  ),
  format(
    'Bitbucket app password',
    'ATBB',
    /ATBB([A-Za-z0-9]{24,32})(?![\w-])/,
    'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
  ),
  format(
    'Atlassian API token',
    'ATATT3 ATCTT3',
    /AT[AC]TT3([\w=-]{100,300})/,
    'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
  ),
  format('npm token', 'npm_', /npm_([A-Za-z0-9]{36})(?!\w)/, 'https://docs.npmjs.com/about-access-tokens'),
  format('PyPI token', 'pypi-AgE', /pypi-(AgE[\w-]{80,400})(?![\w-])/, 'https://pypi.org/help/#apitoken'),
  format(
    'RubyGems API key',
    'rubygems_',
    /rubygems_([0-9a-f]{48})(?![0-9a-zA-Z])/,
    'https://guides.rubygems.org/api-key-scopes/',
  ),
  format(
    'Docker Hub token',
    'dckr_pat_ dckr_oat_',
    /dckr_[po]at_([\w-]{27,64})(?![\w-])/,
    'https://docs.docker.com/security/access-tokens/',
  ),
  format(
    'JFrog API key',
    'AKCp',
    /AKCp([A-Za-z0-9]{69})(?![A-Za-z0-9])/,
    'https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key',
  ),
  format(
    'Buildkite token',
    'bkua_',
    /bkua_([0-9a-f]{40})(?![0-9a-zA-Z])/,
    'https://buildkite.com/docs/apis/managing-api-tokens',
  ),
  format(
    'CircleCI token',
    'CCIPAT_ CCIPRJ_',
    /CCIP(?:AT|RJ)_[A-Za-z0-9]{22}_([0-9a-f]{40})(?![0-9a-zA-Z])/,
    'https://circleci.com/docs/guides/toolkit/managing-api-tokens/',
  ),
  format(
    'Postman API key',
    'PMAK-',
    /PMAK-([0-9a-f]{24}-[0-9a-f]{34})(?![0-9a-zA-Z])/,
    'https://learning.postman.com/docs/developer/postman-api/authentication/',
  ),
  format(
    'Sentry token',
    'sntrys_eyJ sntryu_',
    /(?:sntrys_(eyJ[\w+/=-]{80,1000})|sntryu_[0-9a-f]{64}(?![0-9a-zA-Z]))/,
    'https://docs.sentry.io/account/auth-tokens/',
  ),
  format(
    'Grafana token',
    'glsa_ glc_eyJ',
    /(?:glsa_([A-Za-z0-9]{32}_[0-9a-fA-F]{8})(?!\w)|glc_eyJ[A-Za-z0-9+/=]{40,400})/,
    'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
  ),
  format(
    'New Relic user key',
    'NRAK-',
    /NRAK-([A-Z0-9]{27})(?![A-Za-z0-9])/,
    'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
  ),
  format(
    'New Relic license key',
    'NRAL',
    /([0-9a-f]{36}NRAL)(?![A-Za-z0-9])/,
    'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    { before: 36 },
  ),
]

const services: readonly ProviderFormat[] = [
  format(
    'Slack token',
    'xoxb- xoxp- xoxa- xoxr- xoxs- xoxe-',
    /xox[abprse]-((?:\d{1,14}-){1,3}[A-Za-z0-9-]{20,64})(?!\w)/,
    'https://docs.slack.dev/authentication/tokens/',
  ),
  format(
    'Slack app token',
    'xapp-',
    /xapp-\d-[A-Z0-9]{9,14}-\d{10,14}-([0-9a-f]{64})(?!\w)/,
    'https://docs.slack.dev/authentication/tokens/',
  ),
  format(
    'Slack webhook',
    'hooks.slack.com/',
    /hooks\.slack\.com\/(?:services|workflows|triggers)\/T[A-Z0-9]{7,12}\/[AB][A-Z0-9]{7,12}\/([A-Za-z0-9]{20,26})(?!\w)/,
    'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/',
  ),
  format(
    'Discord webhook',
    '/api/webhooks/',
    /\/api\/webhooks\/\d{17,20}\/([\w-]{60,80})(?![\w-])/,
    'https://discord.com/developers/docs/resources/webhook',
  ),
  format(
    'Telegram bot token',
    ':AA',
    /(\d{8,10}:AA[\w-]{33})(?![\w-])/,
    'https://core.telegram.org/bots/api#authorizing-your-bot',
    { before: 10 },
  ),
  format(
    'Stripe live key',
    'sk_live_ rk_live_',
    /[sr]k_live_([A-Za-z0-9]{24,120})(?!\w)/,
    'https://docs.stripe.com/keys',
  ),
  format(
    'Webhook signing secret',
    'whsec_',
    /whsec_([A-Za-z0-9+/]{32,64}={0,2})(?![A-Za-z0-9+/=])/,
    'https://docs.stripe.com/webhooks#verify-official-libraries',
  ),
  format(
    'Square access token',
    'sq0atp- sq0csp-',
    /sq0(?:atp-[\w-]{22}|csp-[\w-]{43})(?![\w-])/,
    'https://developer.squareup.com/docs/build-basics/access-tokens',
  ),
  format(
    'Shopify token',
    'shpat_ shpca_ shppa_ shpss_',
    /shp(?:at|ca|pa|ss)_([0-9a-fA-F]{32})(?![0-9a-zA-Z])/,
    'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens',
  ),
  format(
    'SendGrid API key',
    'SG.',
    /SG\.([\w-]{22}\.[\w-]{43})(?![\w-])/,
    'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
  ),
  format(
    'Mailgun API key',
    'key-',
    /key-([0-9a-f]{32})(?![0-9a-zA-Z])/,
    'https://documentation.mailgun.com/docs/mailgun/api-reference/authentication/',
    { context: /mailgun/i },
  ),
  format(
    'Brevo API key',
    'xkeysib-',
    /xkeysib-([0-9a-f]{64}-[A-Za-z0-9]{16})(?!\w)/,
    'https://developers.brevo.com/docs/getting-started',
  ),
  format(
    'OpenAI API key',
    'T3BlbkFJ',
    /sk-(?:proj-|svcacct-|admin-)?([\w-]{20,100}T3BlbkFJ[\w-]{20,100})(?![\w-])/,
    'https://platform.openai.com/docs/api-reference/authentication',
    { before: 120 },
  ),
  format(
    'Anthropic API key',
    'sk-ant-',
    /sk-ant-[a-z]{3,6}\d{2}-([\w-]{80,120})(?![\w-])/,
    'https://docs.claude.com/en/api/overview',
  ),
  format(
    'Hugging Face token',
    'hf_',
    /hf_([A-Za-z0-9]{34,40})(?!\w)/,
    'https://huggingface.co/docs/hub/security-tokens',
  ),
  format(
    'Replicate token',
    'r8_',
    /r8_([A-Za-z0-9]{37})(?!\w)/,
    'https://replicate.com/docs/topics/security/api-tokens',
  ),
  format('Groq API key', 'gsk_', /gsk_([A-Za-z0-9]{52})(?!\w)/, 'https://console.groq.com/docs/quickstart'),
  format(
    'Perplexity API key',
    'pplx-',
    /pplx-([A-Za-z0-9]{48})(?!\w)/,
    'https://docs.perplexity.ai/guides/getting-started',
  ),
  format('xAI API key', 'xai-', /xai-([A-Za-z0-9]{80})(?!\w)/, 'https://docs.x.ai/docs/overview'),
  format(
    'Linear API key',
    'lin_api_',
    /lin_api_([A-Za-z0-9]{40})(?!\w)/,
    'https://linear.app/developers/graphql#personal-api-keys',
  ),
  format('Notion token', 'ntn_', /ntn_([A-Za-z0-9]{46})(?!\w)/, 'https://developers.notion.com/docs/authorization'),
  format('Figma token', 'figd_', /figd_([\w-]{40})(?![\w-])/, 'https://www.figma.com/developers/api#access-tokens'),
  format(
    'Contentful token',
    'CFPAT-',
    /CFPAT-([\w-]{43})(?![\w-])/,
    'https://www.contentful.com/developers/docs/references/authentication/',
  ),
  format(
    'Airtable token',
    'pat',
    /pat[A-Za-z0-9]{14}\.([0-9a-f]{64})(?!\w)/,
    'https://airtable.com/developers/web/guides/personal-access-tokens',
  ),
  format('EasyPost key', 'EZAK', /EZAK([A-Za-z0-9]{54})(?!\w)/, 'https://docs.easypost.com/docs/authentication'),
]

/** Token formats of providers. Test-mode keys (`sk_test_`, `EZTK`) open nothing and are not among them. */
export const PROVIDER_FORMATS: readonly ProviderFormat[] = [...cloud, ...code, ...services]
