import { defineConfig } from 'vitest/config'

/** Comparisons with the real thing: these need the peers that `.ci/run` installs, and fail without them. */
export default defineConfig({
  test: {
    include: ['test/oracles/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
