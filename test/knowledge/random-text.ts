/** Text that looks random and is the same in every run, so that no secret stands in a file. */
export interface RandomText {
  readonly of: (alphabet: string, length: number) => string
}

export const LOWER_HEX = '0123456789abcdef'
export const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
export const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
export const BECH32 = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'
export const BASE62 = `${UPPER}abcdefghijklmnopqrstuvwxyz0123456789`
export const BASE64 = `${BASE62}+/`
export const BASE64_URL = `${BASE62}-_`
export const DIGITS = '0123456789'

/** A linear congruential generator (the constants of Numerical Recipes); the high bits choose the characters. */
export function randomText(seed: number): RandomText {
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return {
    of: (alphabet, length) =>
      Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)] ?? '').join(''),
  }
}
