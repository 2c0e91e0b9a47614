"use strict";
const {
  WEIGHTS,
  apply,
  changeBetween,
  isScored,
  openLedger,
  totalOf
} = require("./chunk-RIMU2UQE.js");
const {
  entropy,
  hasSequence,
  isRepetition,
  mask
} = require("./chunk-VUSYVGVU.js");
const {
  SEVERITIES
} = require("./chunk-IXIQF7RH.js");

// src/outcome.ts
function withFindings(rule, outcome, findings) {
  const severity = worstSeverity(findings) ?? rule.severity;
  return { ...outcome, findings, severity, status: statusOf(outcome, findings) };
}
function withoutFindings(rule, outcome, isFixed) {
  const left = outcome.findings.filter((finding) => !isFixed(finding));
  return left.length === outcome.findings.length ? outcome : withFindings(rule, outcome, left);
}
function worstSeverity(findings) {
  if (findings.length === 0) return void 0;
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
}
function withoutImplied(rule, outcome) {
  const { implied: implied2, ...rest } = outcome;
  return implied2 ? withFindings(rule, rest, outcome.findings) : outcome;
}
function statusOf(outcome, findings) {
  if (outcome.implied) return "fail";
  if (findings.length === 0) return outcome.because === void 0 ? "pass" : "unverified";
  return findings.every((finding) => finding.suppressed) ? "accepted" : "fail";
}

// src/remedy.ts
function changeOf(answer, isFixed, released = false) {
  return changeBetween(answer.rule, answer.outcome, remedied(answer, isFixed, released));
}
function remedied({ rule, outcome }, isFixed, released) {
  return withoutFindings(rule, released ? withoutImplied(rule, outcome) : outcome, isFixed);
}
function impliedAnswers(judgements) {
  const answers = implied.get(judgements) ?? findImplied(judgements);
  implied.set(judgements, answers);
  return answers;
}
var implied = /* @__PURE__ */ new WeakMap();
function findImplied(judgements) {
  const index = indexOf(judgements);
  const traits = /* @__PURE__ */ new Map();
  const answers = [];
  for (const { rule, outcomes } of judgements) {
    for (const outcome of outcomes) {
      if (!outcome.implied) continue;
      const holders = holdersOf(rule, outcome, outcome.implied, index);
      if (holders.length === 0) continue;
      const known = traits.get(holders) ?? {
        rules: new Set(holders.map((finding) => finding.rule)),
        accepted: holders.some((finding) => finding.suppressed)
      };
      traits.set(holders, known);
      answers.push({ rule, outcome, holders, ...known });
    }
  }
  return answers;
}
function indexOf(judgements) {
  const found = judgements.flatMap(
    ({ rule, outcomes }) => outcomes.flatMap(
      ({ findings, weight }) => findings.map((finding) => ({ finding, scored: isScored(rule) && weight > 0 }))
    )
  );
  const all = found.filter((entry) => entry.scored).map((entry) => entry.finding);
  const each = found.map((entry) => entry.finding);
  return {
    all,
    ofRule: grouped(each, (finding) => finding.rule),
    ofAnswer: grouped(each, (finding) => answerKey(finding.rule, finding.subject)),
    ofSubject: grouped(all, (finding) => finding.subject)
  };
}
function answerKey(rule, subject) {
  return `${rule} ${subject}`;
}
function holdersOf(rule, outcome, { by }, index) {
  const named = by === void 0 ? [] : index.ofRule.get(by) ?? [];
  const namedHere = by === void 0 ? void 0 : index.ofAnswer.get(answerKey(by, outcome.subject));
  if (namedHere) return namedHere;
  if (named.length > 0) return named;
  const here = (index.ofSubject.get(outcome.subject) ?? []).filter((finding) => finding.rule !== rule.id);
  return here.length > 0 ? here : index.all;
}
function grouped(values, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

// src/roadmap.ts
var MINUTES = { minutes: 20, hours: 3 * 60, days: 2 * 8 * 60 };
var PHASES = ["critical", "high", "rest"];
function roadmap(judgements, options) {
  const weights = options.weights ?? WEIGHTS;
  const threshold = options.threshold ?? weights.threshold;
  const ledger = openLedger(judgements, weights);
  const from = options.deployable ? totalOf(ledger) : null;
  if (from === null) return null;
  const chosen = choose(candidatesOf(judgements), ledger, from, threshold);
  const steps = inPhases(chosen, ledger, from);
  const to = steps.at(-1)?.to ?? from;
  return {
    from,
    to,
    threshold,
    reached: to >= threshold,
    minutes: steps.reduce((total, step) => total + step.minutes, 0),
    steps,
    beyond: beyondOf(judgements)
  };
}
function formatEffort(minutes) {
  const [count, unit] = minutes < 60 ? [minutes, "minute"] : minutes <= 8 * 60 ? [Math.ceil(minutes / 60), "hour"] : [Math.ceil(minutes / (8 * 60)), "day"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
function candidatesOf(judgements) {
  const answers = impliedAnswers(judgements);
  const touching = grouped(
    answers.flatMap((answer) => [.../* @__PURE__ */ new Set([...answer.rules, answer.rule.id])].map((rule) => ({ rule, answer }))),
    ({ rule }) => rule
  );
  return judgements.toSorted((a, b) => a.rule.id < b.rule.id ? -1 : 1).flatMap((judgement) => {
    const { rule, outcomes } = judgement;
    const open = outcomes.flatMap((outcome) => outcome.findings).filter(isOpen);
    const severity = worstSeverity(open);
    if (!severity) return [];
    const own = outcomes.filter((outcome) => !outcome.implied).map((outcome) => changeOf({ rule, outcome }, isOpen));
    const minutes = MINUTES[rule.effort] * (open.length + 3) / 4;
    const phase = severity === "critical" || severity === "high" ? severity : "rest";
    return {
      step: { rule: rule.id, severity, phase, effort: rule.effort, minutes, findings: open.length },
      own: merged(rule.id, own),
      implied: (touching.get(rule.id) ?? []).map(({ answer }) => answer)
    };
  });
}
function choose(candidates, ledger, from, threshold) {
  const everything = candidates.reduce((way2, candidate) => taken(way2, candidate), start(ledger, from));
  const chosen = [];
  let way = start(ledger, from);
  while (way.total < threshold && isMore(everything.total, way.total)) {
    const left = candidates.filter(({ step }) => !way.done.has(step.rule));
    const next = bestOf(left, way) ?? left.find(({ implied: implied2 }) => implied2.length > 0);
    if (!next) break;
    chosen.push(next);
    way = taken(way, next);
  }
  return chosen;
}
function bestOf(candidates, way) {
  let best;
  for (const candidate of candidates) {
    const gain = (totalOf(apply(way.ledger, changesOf(candidate, way))) ?? way.total) - way.total;
    const worth = gain / candidate.step.minutes;
    if (isMore(worth, best?.worth ?? 0)) best = { candidate, worth };
  }
  return best?.candidate;
}
function isMore(a, b) {
  return a - b > 1e-9;
}
function inPhases(chosen, ledger, from) {
  let way = start(ledger, from);
  return PHASES.flatMap((phase) => chosen.filter(({ step }) => step.phase === phase)).map((candidate) => {
    const before = way.total;
    way = taken(way, candidate);
    return { ...candidate.step, gain: way.total - before, to: way.total };
  });
}
function start(ledger, total) {
  return { ledger, total, done: /* @__PURE__ */ new Set(), progress: /* @__PURE__ */ new Map() };
}
function taken(way, candidate) {
  const { rule } = candidate.step;
  const ledger = apply(way.ledger, changesOf(candidate, way));
  const progress = new Map(way.progress);
  for (const answer of candidate.implied) if (answer.rules.has(rule)) progress.set(answer, doneFor(answer, way) + 1);
  return { ledger, total: totalOf(ledger) ?? way.total, done: new Set(way.done).add(rule), progress };
}
function changesOf({ step, own, implied: implied2 }, way) {
  const changes = implied2.flatMap((answer) => {
    const before = doneFor(answer, way);
    const after = before + Number(answer.rules.has(step.rule));
    if (answer.rule.id !== step.rule && after < answer.rules.size) return [];
    const isDone = ({ rule }) => way.done.has(rule);
    const isDoneAfter = (finding) => isDone(finding) || finding.rule === step.rule;
    return [changeBetween(answer.rule, stateOf(answer, before, isDone), stateOf(answer, after, isDoneAfter))];
  });
  return [...own, ...[...grouped(changes, (change) => change.rule)].flatMap(([rule, some]) => merged(rule, some))];
}
function doneFor(answer, way) {
  return way.progress.get(answer) ?? 0;
}
function stateOf(answer, done, isDone) {
  const released = !answer.accepted && done === answer.rules.size;
  return remedied(answer, (finding) => isOpen(finding) && isDone(finding), released);
}
function merged(rule, changes) {
  const points = changes.reduce((total, change) => total + change.points, 0);
  const strikes = changes.reduce((total, change) => total + change.strikes, 0);
  return points === 0 && strikes === 0 ? [] : [{ rule, points, strikes }];
}
function isOpen(finding) {
  return !finding.suppressed;
}
function beyondOf(judgements) {
  const counted = judgements.filter((judgement) => isScored(judgement.rule)).flatMap((judgement) => judgement.outcomes).filter((outcome) => outcome.weight > 0);
  return {
    accepted: counted.filter((outcome) => outcome.findings.some((finding) => finding.suppressed)).length,
    unverified: counted.filter((outcome) => outcome.because !== void 0).length
  };
}

// src/knowledge/private-keys.ts
var PEM_KEYWORD = "-----BEGIN ";
var BEGIN = /-----BEGIN ((?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY)( BLOCK)?-----/y;
var LONGEST_BODY = 2e4;
var PUBLISHED = [
  // jwt.io's example.
  "MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQC7VJTUt9Us8cKj",
  // https://github.com/hashicorp/vagrant/tree/main/keys
  "MIIEogIBAAKCAQEA6NF8iallvQVp22WDkTkyrtvp9eWW6A8YVr"
];
var OPENSSH_PLAIN = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmU";
function privateKeyAt(text, start2) {
  BEGIN.lastIndex = start2;
  const begin = BEGIN.exec(text);
  if (!begin) return void 0;
  const from = BEGIN.lastIndex;
  const footer = text.slice(from, from + LONGEST_BODY).indexOf("-----END ");
  if (footer === -1) return void 0;
  const inside = text.slice(from, from + footer);
  if (inside.includes(PEM_KEYWORD)) return void 0;
  const pgp = begin[2] !== void 0;
  const body = bodyOf(inside);
  if (body === void 0 || !isPlausible(body, pgp)) return void 0;
  const kind = begin[1] ?? "PRIVATE KEY";
  const encrypted = kind.startsWith("ENCRYPTED") || /Proc-Type:\s*4,ENCRYPTED/.test(inside) || isLockedOpenSsh(body);
  const closed = text.indexOf("-----", from + footer + 9);
  const end = closed === -1 || closed > from + footer + 60 ? from + footer : closed + 5;
  return { start: start2, end, name: nameOf(kind, encrypted), encrypted, length: body.length };
}
function nameOf(kind, encrypted) {
  const type = kind.replace(/ ?PRIVATE KEY$/, "").replace("ENCRYPTED", "").replace("OPENSSH", "OpenSSH");
  return `${type === "" ? "Private key" : `${type} private key`}${encrypted ? ", encrypted" : ""}`;
}
function bodyOf(inside) {
  const lines = inside.replace(/\\r|\\n|\\t/g, "\n").split(/[\r\n]+/);
  let body = "";
  for (const line of lines) {
    const text = line.replace(/^[\s"'`+|>*#/,;-]+(?=$|[A-Za-z0-9+/=:])/, "").replace(/[\s"'`+\\,;]+$/, "");
    if (text === "" || /^[A-Za-z][A-Za-z0-9-]{2,20}:\s/.test(text)) continue;
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return void 0;
    body += text;
  }
  return body;
}
function isPlausible(body, pgp) {
  if (PUBLISHED.some((known) => body.startsWith(known))) return false;
  const form = pgp || /^(?:M[CHI]|b3BlbnNzaC1rZXktdjE)/.test(body);
  const long = body.length >= (body.startsWith("MC4CAQAw") ? 64 : 100);
  return form && long && entropy(body.slice(0, 4e3)) >= (body.length < 100 ? 4 : 4.5);
}
function isLockedOpenSsh(body) {
  return body.startsWith("b3BlbnNzaC1rZXktdjE") && !body.startsWith(OPENSSH_PLAIN);
}

// src/knowledge/provider-formats/format.ts
function format(name, keywords, pattern, source, rest = {}) {
  return {
    name,
    keywords: keywords.split(" "),
    pattern: new RegExp(pattern.source, `${pattern.flags}y`),
    before: 0,
    source,
    ...rest
  };
}

// src/knowledge/provider-formats/cloud.ts
var AZURITE_KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq";
var cloud = [
  format(
    "AWS access key",
    "AKIA ASIA",
    /(?:AKIA|ASIA)([A-Z2-7]{16})(?![A-Za-z0-9+/=])/,
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
  ),
  format(
    "Google API key",
    "AIza",
    /AIza([\w-]{35})(?![\w-])/,
    "https://docs.cloud.google.com/docs/authentication/api-keys",
    {
      // Keys of Firebase web apps are made to be public: https://firebase.google.com/docs/projects/api-keys
      unless: /firebase|authDomain|messagingSenderId|mobilesdk_app_id|maps\.googleapis\.com\/maps\/api\/js/i
    }
  ),
  format(
    "Google OAuth client secret",
    "GOCSPX-",
    /GOCSPX-([\w-]{28})(?![\w-])/,
    "https://developers.google.com/identity/protocols/oauth2"
  ),
  format(
    "Azure storage account key",
    "AccountKey=",
    /AccountKey=([A-Za-z0-9+/]{86}==)(?![A-Za-z0-9+/=])/i,
    "https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string",
    {
      valid: (token) => !token.includes(AZURITE_KEY)
    }
  ),
  format(
    "Microsoft Entra client secret",
    "Q~",
    /([A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34})(?![\w~.-])/,
    "https://learn.microsoft.com/purview/sit-defn-azure-ad-client-secret",
    { before: 4 }
  ),
  format(
    "DigitalOcean token",
    "dop_v1_ doo_v1_ dor_v1_",
    /do[por]_v1_([0-9a-f]{64})(?![0-9a-zA-Z])/,
    "https://docs.digitalocean.com/reference/api/create-personal-access-token/"
  ),
  format(
    "Cloudflare origin CA key",
    "v1.0-",
    /v1\.0-([0-9a-f]{24}-[0-9a-f]{146})(?![0-9a-zA-Z])/,
    "https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/"
  ),
  format(
    "Heroku API key",
    "HRKU-",
    /HRKU-([\w-]{36,60})(?![\w-])/,
    "https://devcenter.heroku.com/articles/oauth#prefixed-oauth-tokens"
  ),
  format("Fly.io token", "fo1_", /fo1_([\w-]{43})(?![\w-])/, "https://fly.io/docs/security/tokens/"),
  format(
    "Pulumi access token",
    "pul-",
    /pul-([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://www.pulumi.com/docs/administration/access-identity/access-tokens/"
  ),
  format(
    "HCP Terraform token",
    ".atlasv1.",
    /([A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,70})(?![\w-])/,
    "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
    { before: 14 }
  ),
  format(
    "Vault token",
    "hvs. hvb.",
    /hv[sb]\.([\w-]{90,300})(?![\w-])/,
    "https://developer.hashicorp.com/vault/docs/concepts/tokens"
  ),
  format(
    "Doppler token",
    "dp.pt. dp.st. dp.ct. dp.sa. dp.scim. dp.audit.",
    /dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[\w-]{2,35}\.)?([A-Za-z0-9]{40,44})(?![\w-])/,
    "https://docs.doppler.com/reference/auth-token-formats"
  ),
  format(
    "1Password service account token",
    "ops_eyJ",
    /ops_(eyJ[A-Za-z0-9+/_-]{200,2000})/,
    "https://developer.1password.com/docs/service-accounts/"
  ),
  format(
    "Tailscale key",
    "tskey-",
    /tskey-(?:auth|api|client|scim)-[A-Za-z0-9]{8,20}-([A-Za-z0-9]{20,40})(?![\w-])/,
    "https://tailscale.com/kb/1085/auth-keys"
  ),
  format(
    "Databricks token",
    "dapi",
    /dapi([0-9a-f]{32})(?:-\d)?(?![0-9a-zA-Z])/,
    "https://docs.databricks.com/aws/en/dev-tools/auth/pat"
  ),
  format(
    "PlanetScale credential",
    "pscale_",
    /pscale_(?:tkn|pw|oauth)_([\w.-]{32,64})(?![\w-])/,
    "https://planetscale.com/docs/api/reference/service-tokens"
  ),
  format(
    "Supabase access token",
    "sbp_",
    /sbp_([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://supabase.com/docs/reference/api/introduction"
  ),
  format(
    "Supabase secret key",
    "sb_secret_",
    /sb_secret_([\w-]{31})(?![\w-])/,
    "https://supabase.com/docs/guides/api/api-keys"
  ),
  format(
    "Supabase service role key",
    "eyJhbGciOi",
    /(eyJhbGciOi[\w-]{10,60}\.eyJ[\w-]{20,600}\.[\w-]{43})(?![\w-])/,
    "https://supabase.com/docs/guides/api/api-keys",
    {
      valid: isServiceRole
    }
  ),
  format(
    "age secret key",
    "AGE-SECRET-KEY-1",
    /AGE-SECRET-KEY-1([QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})(?![A-Za-z0-9])/,
    "https://github.com/FiloSottile/age"
  )
];
function isServiceRole(token) {
  const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
  return /"role"\s*:\s*"service_role"/.test(payload) && !/supabase-demo/.test(payload);
}

// src/knowledge/provider-formats/checksum.ts
const { crc32 } = require("node:zlib");
var BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
function hasChecksum(token) {
  const body = token.slice(token.indexOf("_") + 1);
  if (body.length !== 36) return void 0;
  let rest = crc32(body.slice(0, 30));
  let written = "";
  while (rest > 0) {
    written = BASE_62[rest % 62] + written;
    rest = Math.floor(rest / 62);
  }
  return written.padStart(6, "0") === body.slice(30);
}

// src/knowledge/provider-formats/code.ts
var code = [
  format(
    "GitHub token",
    "ghp_ gho_ ghu_ ghs_ ghr_",
    /gh[pousr]_([A-Za-z0-9]{36,251})(?!\w)/,
    "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats",
    { checksum: hasChecksum }
  ),
  format(
    "GitHub fine-grained token",
    "github_pat_",
    /github_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?!\w)/,
    "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats"
  ),
  format(
    "GitLab token",
    "glpat- gldt- glrt- glcbt- glptt- glft- glsoat- glimt- glagent-",
    /gl(?:pat|dt|rt|cbt|ptt|ft|soat|imt|agent)-([\w-]{20,300}(?:\.[0-9a-z]{2}\.[0-9a-z]{7,9})?)(?![\w-])/,
    "https://docs.gitlab.com/security/tokens/#token-prefixes"
  ),
  format(
    "Bitbucket app password",
    "ATBB",
    /ATBB([A-Za-z0-9]{24,32})(?![\w-])/,
    "https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/"
  ),
  format(
    "Atlassian API token",
    "ATATT3 ATCTT3",
    /AT[AC]TT3([\w=-]{100,300})/,
    "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/"
  ),
  format("npm token", "npm_", /npm_([A-Za-z0-9]{36})(?!\w)/, "https://docs.npmjs.com/about-access-tokens", {
    checksum: hasChecksum
  }),
  format("PyPI token", "pypi-AgE", /pypi-(AgE[\w-]{80,400})(?![\w-])/, "https://pypi.org/help/#apitoken"),
  format(
    "RubyGems API key",
    "rubygems_",
    /rubygems_([0-9a-f]{48})(?![0-9a-zA-Z])/,
    "https://guides.rubygems.org/api-key-scopes/"
  ),
  format(
    "Docker Hub token",
    "dckr_pat_ dckr_oat_",
    /dckr_[po]at_([\w-]{27,64})(?![\w-])/,
    "https://docs.docker.com/security/access-tokens/"
  ),
  format(
    "JFrog API key",
    "AKCp",
    /AKCp([A-Za-z0-9]{69})(?![A-Za-z0-9])/,
    "https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key"
  ),
  format(
    "Buildkite token",
    "bkua_",
    /bkua_([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://buildkite.com/docs/apis/managing-api-tokens"
  ),
  format(
    "CircleCI token",
    "CCIPAT_ CCIPRJ_",
    /CCIP(?:AT|RJ)_[A-Za-z0-9]{22}_([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://circleci.com/docs/guides/toolkit/managing-api-tokens/"
  ),
  format(
    "Postman API key",
    "PMAK-",
    /PMAK-([0-9a-f]{24}-[0-9a-f]{34})(?![0-9a-zA-Z])/,
    "https://learning.postman.com/docs/developer/postman-api/authentication/"
  ),
  format(
    "Sentry token",
    "sntrys_eyJ sntryu_",
    /(?:sntrys_(eyJ[\w+/=-]{80,1000})|sntryu_[0-9a-f]{64}(?![0-9a-zA-Z]))/,
    "https://docs.sentry.io/account/auth-tokens/"
  ),
  format(
    "Grafana token",
    "glsa_ glc_eyJ",
    /(?:glsa_([A-Za-z0-9]{32}_[0-9a-fA-F]{8})(?!\w)|glc_eyJ[A-Za-z0-9+/=]{40,400})/,
    "https://grafana.com/docs/grafana/latest/administration/service-accounts/"
  ),
  format(
    "New Relic user key",
    "NRAK-",
    /NRAK-([A-Z0-9]{27})(?![A-Za-z0-9])/,
    "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/"
  ),
  format(
    "New Relic license key",
    "NRAL",
    /([0-9a-f]{36}NRAL)(?![A-Za-z0-9])/,
    "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    { before: 36 }
  )
];

// src/knowledge/provider-formats/services.ts
var services = [
  format(
    "Slack token",
    "xoxb- xoxp- xoxa- xoxr- xoxs- xoxe-",
    /xox[abprse]-((?:\d{1,14}-){1,3}[A-Za-z0-9-]{20,64})(?!\w)/,
    "https://docs.slack.dev/authentication/tokens/"
  ),
  format(
    "Slack app token",
    "xapp-",
    /xapp-\d-[A-Z0-9]{9,14}-\d{10,14}-([0-9a-f]{64})(?!\w)/,
    "https://docs.slack.dev/authentication/tokens/"
  ),
  format(
    "Slack webhook",
    "hooks.slack.com/",
    /hooks\.slack\.com\/(?:services|workflows|triggers)\/T[A-Z0-9]{7,12}\/[AB][A-Z0-9]{7,12}\/([A-Za-z0-9]{20,26})(?!\w)/,
    "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/"
  ),
  format(
    "Discord webhook",
    "/api/webhooks/",
    /\/api\/webhooks\/\d{17,20}\/([\w-]{60,80})(?![\w-])/,
    "https://discord.com/developers/docs/resources/webhook"
  ),
  format(
    "Telegram bot token",
    ":AA",
    /(\d{8,10}:AA[\w-]{33})(?![\w-])/,
    "https://core.telegram.org/bots/api#authorizing-your-bot",
    { before: 10 }
  ),
  format(
    "Stripe live key",
    "sk_live_ rk_live_",
    /[sr]k_live_([A-Za-z0-9]{24,120})(?!\w)/,
    "https://docs.stripe.com/keys"
  ),
  format(
    "Webhook signing secret",
    "whsec_",
    /whsec_([A-Za-z0-9+/]{32,64}={0,2})(?![A-Za-z0-9+/=])/,
    "https://docs.stripe.com/webhooks#verify-official-libraries"
  ),
  format(
    "Square access token",
    "sq0atp- sq0csp-",
    /sq0(?:atp-[\w-]{22}|csp-[\w-]{43})(?![\w-])/,
    "https://developer.squareup.com/docs/build-basics/access-tokens"
  ),
  format(
    "Shopify token",
    "shpat_ shpca_ shppa_ shpss_",
    /shp(?:at|ca|pa|ss)_([0-9a-fA-F]{32})(?![0-9a-zA-Z])/,
    "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens"
  ),
  format(
    "SendGrid API key",
    "SG.",
    /SG\.([\w-]{22}\.[\w-]{43})(?![\w-])/,
    "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys"
  ),
  format(
    "Mailgun API key",
    "key-",
    /key-([0-9a-f]{32})(?![0-9a-zA-Z])/,
    "https://documentation.mailgun.com/docs/mailgun/api-reference/authentication/",
    { context: /mailgun/i }
  ),
  format(
    "Brevo API key",
    "xkeysib-",
    /xkeysib-([0-9a-f]{64}-[A-Za-z0-9]{16})(?!\w)/,
    "https://developers.brevo.com/docs/getting-started"
  ),
  format(
    "OpenAI API key",
    "sk-",
    /sk-(?:proj-|svcacct-|admin-)?([\w-]{48,220})(?![\w-])/,
    "https://platform.openai.com/docs/api-reference/authentication",
    // The name of the company in base64 stands in the middle of every key.
    { valid: (token) => token.includes("T3BlbkFJ") }
  ),
  format(
    "Anthropic API key",
    "sk-ant-",
    /sk-ant-[a-z]{3,6}\d{2}-([\w-]{80,120})(?![\w-])/,
    "https://docs.claude.com/en/api/overview"
  ),
  format(
    "Hugging Face token",
    "hf_",
    /hf_([A-Za-z0-9]{34,40})(?!\w)/,
    "https://huggingface.co/docs/hub/security-tokens"
  ),
  format(
    "Replicate token",
    "r8_",
    /r8_([A-Za-z0-9]{37})(?!\w)/,
    "https://replicate.com/docs/topics/security/api-tokens"
  ),
  format("Groq API key", "gsk_", /gsk_([A-Za-z0-9]{52})(?!\w)/, "https://console.groq.com/docs/quickstart"),
  format(
    "Perplexity API key",
    "pplx-",
    /pplx-([A-Za-z0-9]{48})(?!\w)/,
    "https://docs.perplexity.ai/guides/getting-started"
  ),
  format("xAI API key", "xai-", /xai-([A-Za-z0-9]{80})(?!\w)/, "https://docs.x.ai/docs/overview"),
  format(
    "Linear API key",
    "lin_api_",
    /lin_api_([A-Za-z0-9]{40})(?!\w)/,
    "https://linear.app/developers/graphql#personal-api-keys"
  ),
  format("Notion token", "ntn_", /ntn_([A-Za-z0-9]{46})(?!\w)/, "https://developers.notion.com/docs/authorization"),
  format("Figma token", "figd_", /figd_([\w-]{40})(?![\w-])/, "https://www.figma.com/developers/api#access-tokens"),
  format(
    "Contentful token",
    "CFPAT-",
    /CFPAT-([\w-]{43})(?![\w-])/,
    "https://www.contentful.com/developers/docs/references/authentication/"
  ),
  format(
    "Airtable token",
    "pat",
    /pat[A-Za-z0-9]{14}\.([0-9a-f]{64})(?!\w)/,
    "https://airtable.com/developers/web/guides/personal-access-tokens"
  ),
  format("EasyPost key", "EZAK", /EZAK([A-Za-z0-9]{54})(?!\w)/, "https://docs.easypost.com/docs/authentication")
];

// src/knowledge/provider-formats.ts
var PROVIDER_FORMATS = [...cloud, ...code, ...services];

// src/knowledge/providers.ts
var MOST_LEAKS = 200;
var NEARBY = 300;
var LONGEST_TOKEN = 2100;
var byKeyword = /* @__PURE__ */ new Map();
for (const format2 of PROVIDER_FORMATS) {
  for (const keyword of format2.keywords) byKeyword.set(keyword, [...byKeyword.get(keyword) ?? [], format2]);
}
var KEYWORDS = new RegExp(
  [PEM_KEYWORD, ...byKeyword.keys()].sort((one, other) => other.length - one.length).map((keyword) => keyword.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
  "g"
);
var DISCORD_BOT = {
  name: "Discord bot token",
  keywords: [],
  pattern: /([MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40})(?![\w-])/y,
  before: 0,
  source: "https://discord.com/developers/docs/reference#authentication"
};
function scanText(source) {
  const { text, path } = source;
  const found = [];
  let free = 0;
  const add = (leak, start2, end) => {
    found.push({ ...leak, at: { path, start: start2, end } });
    free = end;
  };
  KEYWORDS.lastIndex = 0;
  for (let hit = KEYWORDS.exec(text); hit && found.length < MOST_LEAKS; hit = KEYWORDS.exec(text)) {
    KEYWORDS.lastIndex = Math.max(hit.index + 1, free);
    if (hit.index < free) continue;
    if (hit[0] === PEM_KEYWORD) {
      const key = privateKeyAt(text, hit.index);
      if (key) add({ kind: "private-key", name: key.name, masked: maskedKey(key.length) }, key.start, key.end);
      continue;
    }
    for (const format2 of byKeyword.get(hit[0]) ?? []) {
      const token = tokenAround(text, hit.index, format2, free);
      if (!token) continue;
      const proven = format2.checksum?.(token.text);
      const leak = { kind: "token", name: format2.name, masked: mask(token.text) };
      add({ ...leak, ...proven !== void 0 && { proven } }, token.start, token.start + token.text.length);
      break;
    }
  }
  return withDiscord(source, found);
}
function maskedKey(length) {
  return `-----BEGIN\u2026 (${length} characters)`;
}
function tokenAround(text, at, format2, free) {
  const first = Math.max(free, at - format2.before);
  for (let start2 = first; start2 <= at; start2++) {
    if (isInsideWord(text, start2)) continue;
    const token = tokenAt(text, start2, format2);
    if (token !== void 0 && start2 + token.length > at) return { start: start2, text: token };
  }
  return void 0;
}
function isInsideWord(text, start2) {
  return start2 > 0 && /[A-Za-z0-9]/.test(text[start2 - 1] ?? "") && /[A-Za-z0-9]/.test(text[start2] ?? "") && !isEscape(text, start2);
}
function isEscape(text, start2) {
  return /(?:\\[nrt]|%[0-9A-Fa-f]{2}|\\u[0-9a-fA-F]{4})$/.test(text.slice(Math.max(0, start2 - 6), start2));
}
function tokenAt(text, start2, format2) {
  format2.pattern.lastIndex = start2;
  const match = format2.pattern.exec(text);
  if (!match || match[0].length > LONGEST_TOKEN) return void 0;
  const secret = match[1] ?? match[0];
  if (isExample(secret) || format2.valid?.(match[0]) === false) return void 0;
  if (format2.context && !speaksOf(text, format2.context)) return void 0;
  const near = () => text.slice(Math.max(0, start2 - NEARBY), start2 + match[0].length + NEARBY);
  if (format2.unless?.test(near())) return void 0;
  return match[0];
}
var lastAsked = { text: "", answers: /* @__PURE__ */ new Map() };
function speaksOf(text, context) {
  if (lastAsked.text !== text) lastAsked = { text, answers: /* @__PURE__ */ new Map() };
  const known = lastAsked.answers.get(context);
  if (known !== void 0) return known;
  const answer = context.test(text);
  lastAsked.answers.set(context, answer);
  return answer;
}
var EXAMPLE_WORDS = /example|placeholder|redacted|changeme|dummy|sample|insert|replace|your[_-]|[_-]here|x{4}|0{6}|\*{3}|\.{3}/i;
function isExample(secret) {
  return EXAMPLE_WORDS.test(secret) || /(.)\1{5}/.test(secret) || hasSequence(secret, 7) || isRepetition(secret) || entropy(secret) < 3;
}
function withDiscord(source, found) {
  const { text, path } = source;
  const all = [...found];
  if (!/discord/i.test(text)) return all;
  const candidate = /(?<![\w.-])[MNO](?=[\w-]{23,27}\.[\w-]{6}\.)/g;
  for (let hit = candidate.exec(text); hit && all.length < MOST_LEAKS; hit = candidate.exec(text)) {
    const token = tokenAt(text, hit.index, DISCORD_BOT);
    if (token === void 0) continue;
    const at = { path, start: hit.index, end: hit.index + token.length };
    if (all.some((leak) => leak.at.start < at.end && at.start < leak.at.end)) continue;
    all.push({ kind: "token", name: DISCORD_BOT.name, masked: mask(token), at });
  }
  return all.sort((one, other) => one.at.start - other.at.start);
}

module.exports = {
  withFindings,
  changeOf,
  impliedAnswers,
  MINUTES,
  roadmap,
  formatEffort,
  scanText
};
