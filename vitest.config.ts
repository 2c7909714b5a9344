// One project per kind of test, so that a reader can run the fast ones alone: `npx vitest run --project lib`.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Both cores of a small machine; alone, Vitest would leave one of them to itself.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'lib',
          testTimeout: 30_000,
          include: ['lib/**/*.test.ts', 'floors.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts', 'cli/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'core',
          include: ['core/**/*.test.ts', 'server/**/*.test.ts', 'seed/**/*.test.ts', 'web/**/*.test.ts'],
          globalSetup: ['core/db/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['core/db/testing/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
})
