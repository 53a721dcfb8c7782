import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { modulePath } from './scripts/module-path.mjs'

export default defineConfig({
  plugins: [modulePath()],
  resolve: {
    alias: [
      // The built main runs against a stand-in, because Electron's own module exists only inside Electron.
      {
        find: /^electron(\/main|\/common)?$/,
        replacement: join(import.meta.dirname, 'test/fake-electron.ts')
      }
    ]
  },
  test: {
    include: [
      'src/**/*.test.ts',
      'test/**/*.test.ts',
      'scripts/**/*.test.ts',
      'bench/**/*.test.ts'
    ],
    // Tests share nothing but modules without state, and most time would go into loading those again for each file.
    isolate: false,
    maxWorkers: Math.max(3, availableParallelism()),
    testTimeout: 90_000
  }
})
