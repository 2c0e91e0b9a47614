import { hasChecksum } from './checksum.js'
import { format, type ProviderFormat } from './format.js'

/** Code hosting, package registries, pipelines and observability. */
export const code: readonly ProviderFormat[] = [
  format(
    'GitHub token',
    'ghp_ gho_ ghu_ ghs_ ghr_',
    /gh[pousr]_([A-Za-z0-9]{36,251})(?!\w)/,
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats',
    { checksum: hasChecksum },
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
  format('npm token', 'npm_', /npm_([A-Za-z0-9]{36})(?!\w)/, 'https://docs.npmjs.com/about-access-tokens', {
    checksum: hasChecksum,
  }),
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
