// Tries random input on every entry point alike:
//   npm run fuzz -- --runs 100000              this many inputs in total
//   npm run fuzz -- --runs 100000 --seed 7     the same ones again
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import './node-version.mjs'

const whole = { type: /** @type {const} */ ('string') }
const { runs = '10000', seed = String(randomInt(2 ** 31)) } = parseArgs({
  options: { runs: whole, seed: whole },
}).values
for (const [name, text] of Object.entries({ runs, seed }))
  if (!/^\d{1,10}$/.test(text)) {
    console.error(`--${name} ${text} is no whole number. Give one such as --runs 100000.`)
    process.exit(2)
  }
console.log(`${runs} inputs from seed ${seed}`)
const root = fileURLToPath(new URL('..', import.meta.url))
const args = ['run', '--project', 'node', 'test/fuzz', '--reporter=verbose']
const vitest = spawn(
  process.execPath,
  [fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url)), ...args],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FUZZ_RUNS: runs, FUZZ_SEED: seed },
  },
)
vitest.on('close', (code) => {
  process.exitCode = code ?? 1
})
