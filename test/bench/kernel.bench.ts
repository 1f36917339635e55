import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, test } from 'vitest'

// Each is measured in its own process on a bundle: otherwise the test runner's module wrappers would count as the
// kernel's time, and one benchmark's memory as another's.
test.each(['one-lane', 'many-lanes'])('the formula kernel keeps within its bounds: %s', async (name) => {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: here(`${name}.ts`),
      outDir: here('../../out/bench'),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  const { status } = spawnSync(process.execPath, [here(`../../out/bench/${name}.mjs`)], { stdio: 'inherit' })
  expect(status).toBe(0)
})
