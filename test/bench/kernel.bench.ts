import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, test } from 'vitest'

// Measured in a process of its own, on a bundle: the test runner's module wrappers would count as the kernel's time.
test('the formula kernel keeps within its bounds', async () => {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: here('kernel.ts'),
      outDir: here('../../out/bench'),
      target: 'node24',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'kernel.mjs' } },
    },
  })
  const { status } = spawnSync(process.execPath, [here('../../out/bench/kernel.mjs')], { stdio: 'inherit' })
  expect(status).toBe(0)
})
