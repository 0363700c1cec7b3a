import { defineConfig } from 'vitest/config'

const everywhere = ['node_modules/**', 'out/**', 'dist/**', 'test/bench/**']

// Three projects, so that the summary can say which kind failed. Forks, not threads: the SQLite driver and PostgreSQL are
// native, and a crash must take down one file only.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [
            ...everywhere,
            'server/**',
            'test/mainJob/**',
            'test/page/**',
            'test/e2e/**',
            '**/*.integration.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['server/**/*.test.ts', 'test/mainJob/**/*.test.ts', '**/*.integration.test.ts'],
          exclude: [...everywhere, 'test/e2e/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/page/**/*.test.ts'],
          exclude: everywhere,
          // One browser at a time: some of these hold times, which two at once would break.
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
