import './build/node-version.mjs'
import { wat } from './build/wat.mjs'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// Tests of the built program: in a real Chromium, behind the stand-in for Electron, inside the package.
const onProgram = ['e2e', 'stand-in', 'package'].map((folder) => `test/${folder}/**/*.test.ts`)
// What a browser shell alone has: its server, its tabs, its network; and what needs no window at all.
const browserOnly = ['bundle', 'cli', 'intruders', 'kills', 'network', 'server', 'windows']
const soak = 'test/soak/**/*.test.ts'
const figures = 'test/bench/**/*.{test,bench}.ts'

// Six kinds of tests. `node` and `dom` are quick and need nothing but the packages; `e2e` runs the built program,
// mostly in the browser shell, `desktop` the same files in the desktop program, by `npm run test:desktop` only;
// `bench` prints figures and `soak` kills the program a thousand times; both run by `npm run` of that name only.
export default defineConfig({
  plugins: [react(), wat()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          globalSetup: ['test/setup/temporary.ts'],
          include: ['test/**/*.test.ts'],
          exclude: [...onProgram, soak, figures],
          testTimeout: 120_000, // a busy machine is slow, not wrong
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['test/**/*.test.tsx'],
          setupFiles: ['test/setup/dom.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: onProgram,
          globalSetup: ['test/setup/temporary.ts', 'test/setup/program.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // How long is waited for what will come: a busy machine is slow, not wrong.
          expect: { poll: { timeout: 15_000 } },
          // Each file starts a server and a Chromium of its own: two files keep two processors busy, more would starve.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'desktop',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          exclude: browserOnly.map((name) => `test/e2e/${name}.test.ts`),
          globalSetup: ['test/setup/temporary.ts', 'test/setup/program.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'soak',
          environment: 'node',
          include: [soak],
          globalSetup: ['test/setup/program.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'bench',
          environment: 'node',
          include: [figures],
          globalSetup: ['test/setup/temporary.ts', 'test/setup/program.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false, // figures taken side by side would be wrong
        },
      },
    ],
  },
})
