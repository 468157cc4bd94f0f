import { defineConfig } from 'vitest/config'
import { skippedFiles } from './test/harness/modern/lists.mjs'
import { answerTimeoutMs } from './test/harness/timeouts.mjs'

// Vitest 5's reporter groups failures with Map.groupBy, which Node 20 lacks: without this a failing test would
// crash the reporter instead of being printed.
if (!('groupBy' in Map)) {
  Object.assign(Map, {
    groupBy<K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> {
      const groups = new Map<K, T[]>()
      let index = 0
      for (const item of items) {
        const key = keyOf(item, index++)
        groups.set(key, [...(groups.get(key) ?? []), item])
      }
      return groups
    },
  })
}

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          testTimeout: answerTimeoutMs,
          expect: { poll: { timeout: answerTimeoutMs } },
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          include: ['test/component/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: ['test/harness/component-setup.ts'],
          testTimeout: 60_000,
          expect: { poll: { timeout: answerTimeoutMs } },
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 60_000,
          expect: { poll: { timeout: answerTimeoutMs } },
        },
      },
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['test/packages/**/*.test.ts'],
          globalSetup: ['test/packages/built.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: answerTimeoutMs } },
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'screenshots',
          include: ['test/screenshots/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          expect: { poll: { timeout: answerTimeoutMs } },
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'modern',
          expect: { poll: { timeout: answerTimeoutMs } },
          include: ['test/e2e/**/*.test.ts'],
          exclude: skippedFiles,
          setupFiles: ['test/harness/modern/skip.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
