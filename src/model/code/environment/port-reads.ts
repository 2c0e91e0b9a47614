import type { Tree } from '../../../tree.js'
import type { VariableRead } from './variable-reads.js'

/** What reads a variable itself: a function that is given a default may look whether the value is a number. */
const DIRECT =
  /^(?:process\.env\b|os\.(?:environ|getenv)\b|getenv\(|environ\b|this\.\w+\.get|\w+\.get(?:OrThrow)?\b|[A-Z0-9_]+\s*:|class\b)/
/** `parseInt(process.env.REDIS_PORT, 10) || 6379` goes on with what is behind it. */
const FALLS_BACK = /^[^\n;)]{0,40}\)+\s*\|\|/

/**
 * The reads of variables that end in `_PORT` and are taken for a number, or for a part of an address, whatever they hold.
 * Left out are those that fall back when the value is no number, and files that know the `tcp://…` that links set.
 */
export function portReads(reads: readonly VariableRead[], tree: Tree): readonly VariableRead[] {
  return reads.filter(({ variable, alternatives, at }) => {
    if (!/^[A-Z][A-Z0-9_]*_PORT$/.test(variable) || alternatives.length > 0 || at.path.endsWith('.go')) return false
    const text = tree.read(at.path)?.text
    if (text === undefined || /tcp:\/\/|_TCP_ADDR|isNaN|isInteger|isFinite|\.isdigit\(/.test(text)) return false
    const own = text.slice(at.start, at.end)
    return DIRECT.test(own) && !own.includes('.catch(') && !FALLS_BACK.test(text.slice(at.end, at.end + 80))
  })
}
