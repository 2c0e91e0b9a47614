import { fileName } from '../../../paths.js'
import type { SettingSecret } from '../setting-secrets.js'

const CHANGE = 'and change it: the old one stays in the history.'

/** What to write in place of a secret in a file of settings, in the words of whoever reads the file. */
export function settingRemedy({ tool, kind, name, variable, at }: SettingSecret): string {
  const called = variable ?? name.replaceAll(/[^A-Za-z0-9]+/g, '_').toUpperCase()
  if (kind === 'default' && tool === 'terraform')
    return `Take the \`default\` of \`variable "${called}"\` away, mark it \`sensitive = true\`, hand it over as \`TF_VAR_${called}\` or let \`random_password\` make it, ${CHANGE}`
  switch (tool) {
    case 'terraform':
      return `Take it from a variable without a default that is \`sensitive\`, from \`random_password\`, or from the secret store of the provider, ${CHANGE}`
    case 'spring':
      return `Write \`\${${called}}\` without a text behind a colon, so that the start fails without it, ${CHANGE}`
    case 'dotnet':
      return `Leave it out of ${fileName(at.path)}, set it as the variable \`${name.replaceAll('.', '__')}\` or in a secret store, ${CHANGE}`
    case 'rails':
      return `Write \`<%= ENV.fetch("${called}") %>\`, or keep it in the encrypted credentials of Rails, ${CHANGE}`
    case 'laravel':
      return `Take it from the environment without a text to fall back to (\`env('${called}')\` in Laravel), ${CHANGE}`
    case 'symfony':
      return `Write \`'%env(${called})%'\`, and keep the value in the secrets of Symfony or in the environment, ${CHANGE}`
    case 'ansible':
      return `Encrypt it with \`ansible-vault encrypt_string\`, or look it up in a secret store, ${CHANGE}`
    case 'client':
      return `Keep ${fileName(at.path)} out of the repository, or let it name a variable that the pipeline sets, and revoke the credential: the old one stays in the history.`
    case 'application':
      return `Let the application take it from the environment or from a file that is made when it is deployed, ${CHANGE}`
  }
}
