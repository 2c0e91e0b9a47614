import { rules } from '../../rules/index.js'
import { plain } from '../report/plain.js'
import { didYouMean } from '../suggest.js'
import { UsageError } from '../usage.js'
import type { Arguments } from './arguments.js'
import { bashScript } from './completion/bash.js'
import { fishScript } from './completion/fish.js'
import { powershellScript } from './completion/powershell.js'
import { type Vocabulary, vocabularyOf } from './completion/vocabulary.js'
import { zshScript } from './completion/zsh.js'
import { SHELLS } from './options.js'
import type { ExitCode, World } from './run.js'

const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], (vocabulary: Vocabulary) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
}

/** `erp-audit completion <shell>`: the script that makes a shell complete what belongs to erp-audit. */
export function runCompletion(given: Arguments, world: World): ExitCode {
  const name = given.operand
  if (name === undefined) throw new UsageError(`completion needs a shell: ${SHELLS.join(', ')}`)
  const shell = SHELLS.find(known => known === name)
  if (!shell) {
    const hint = didYouMean(name, SHELLS) || `; there are ${SHELLS.join(', ')}`
    throw new UsageError(`there is no completion for "${plain(name)}"${hint}`)
  }
  world.stdout.write(SCRIPTS[shell](vocabularyOf(rules)))
  return 0
}
