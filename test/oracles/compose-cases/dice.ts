/** Numbers that are the same on every machine and every day (a linear congruential generator, as in Numerical Recipes). */
export interface Dice {
  /** A whole number from 0 up to, not including, `sides`. */
  readonly roll: (sides: number) => number
}

/** A generator that begins at `seed`. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  return {
    roll(sides) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * sides)
    },
  }
}

/** One of the choices; there must be one. */
export function pick<T>(die: Dice, choices: readonly T[]): T {
  const choice = choices[die.roll(choices.length)]
  if (choice === undefined) throw new Error('nothing to choose from')
  return choice
}
