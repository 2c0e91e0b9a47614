import { TOOL } from '../../tool.js'
import type { Piece, Repository } from './piece.js'

const DIRECTORY = '.github/workflows'
const FILE = `${DIRECTORY}/erp-audit.yml`

/**
 * A workflow for pull requests, where the repository is on GitHub: the findings that the branch brings at their lines, and
 * the score in the summary. It takes the package of this version, so that nothing has to be filled in.
 */
export function workflowPiece({ read, list, gitConfig }: Repository): Piece | undefined {
  if (list('.github').length === 0 && !isOnGithub(gitConfig)) return undefined
  const what = 'what a pull request brings, at its lines'
  const files = list(DIRECTORY).filter(name => /\.ya?ml$/.test(name))
  const existing = files.find(name => read(`${DIRECTORY}/${name}`)?.includes(TOOL.name)) ?? files.find(isOurs)
  if (existing !== undefined) return { kind: 'there', path: `${DIRECTORY}/${existing}`, what }
  return { kind: 'new', path: FILE, what, text: WORKFLOW }
}

/** Whether a remote of git's configuration is on GitHub. */
function isOnGithub(gitConfig: string): boolean {
  return /^\s*(?:push)?url\s*=\s*\S*[@/.]github\.[\w.-]+[:/]/im.test(gitConfig)
}

function isOurs(name: string): boolean {
  return FILE.endsWith(`/${name}`)
}

/** The job for GitLab, where the repository has a pipeline there: to add by hand, because pipelines are written in many ways. */
export function jobPiece({ read }: Repository): Piece | undefined {
  const path = '.gitlab-ci.yml'
  const text = read(path)
  if (text === undefined) return undefined
  const what = 'what a merge request brings, in Code Quality'
  return text.includes(TOOL.name) ? { kind: 'there', path, what } : { kind: 'by hand', path, what, added: JOB }
}

const WORKFLOW = `name: erp-audit

on: pull_request

permissions: {}

concurrency:
  group: erp-audit-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  audit:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6.0.1
        with:
          fetch-depth: 0 # the version in which the branch began is audited, too
          persist-credentials: false
      - uses: actions/setup-node@395ad3262231945c25e8478fd5baf05154b1d79f # v6.1.0
        with:
          node-version: 24
      - run: npx --yes ${TOOL.name}@${TOOL.version} --since "origin/$BASE" --format github --format "markdown=$GITHUB_STEP_SUMMARY"
        env:
          BASE: \${{ github.base_ref }}
`

const JOB = `erp-audit:
  image: node:24
  variables:
    GIT_DEPTH: "0"
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      allow_failure: true
  script:
    - npx --yes ${TOOL.name}@${TOOL.version} \${CI_MERGE_REQUEST_DIFF_BASE_SHA:+--since "$CI_MERGE_REQUEST_DIFF_BASE_SHA"} --format text --format gitlab=gl-code-quality-report.json --format junit=erp-audit.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: erp-audit.xml`
