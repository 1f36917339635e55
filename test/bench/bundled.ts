import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

import { wat } from '../../build/wat.mjs'

/**
 * Bundles a benchmark as the program is shipped and runs it in its own process: the test runner's module wrappers would
 * otherwise distort the timing.
 * @returns its exit code
 */
export async function runBundled(name: string, ...args: string[]): Promise<number | null> {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [wat()],
    build: {
      ssr: here(`${name}.ts`),
      outDir: here('../../out/bench'),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
    ssr: { noExternal: true },
  })
  return spawnSync(process.execPath, [here(`../../out/bench/${name}.mjs`), ...args], { stdio: 'inherit' }).status
}
