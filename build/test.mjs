// All checks in one command: format, lint, unused code, types, the production build, and the tests.
//   npm test                       all steps
//   npm test -- --only lint,unit   only these
// It continues after a failure; the last line counts everything, one for each check and one for each test.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import './node-version.mjs'
import { provideChromium } from './chromium.mjs'
import { buildIfStale } from './fresh.mjs'
import { provideLibreOffice } from './libreoffice.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const results = join(root, 'out/test-results.json')

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Count */
/** @type {Record<string, () => Count | Promise<Count>>} */
const steps = {
  format: () => tool('prettier/bin/prettier.cjs', '--check', '.'),
  lint: () => tool('oxlint/bin/oxlint'),
  unused: () => tool('knip/bin/knip.js'),
  types: () => tool('typescript/bin/tsc', '-b'),
  build: () => check(buildIfStale({ force: true })),
  chromium: () => {
    console.log(`  ${provideChromium()}`)
    return check(true)
  },
  libreoffice: () => {
    const path = provideLibreOffice()
    console.log(`  ${path ?? 'not found: the tests that recalculate workbooks are skipped'}`)
    return path ? check(true) : { passed: 0, failed: 0, skipped: ['LibreOffice'] }
  },
  unit: () => tests('node'),
  component: () => tests('dom'),
  e2e: () => tests('e2e'),
}

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
const names = only?.split(',') ?? Object.keys(steps)

/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: [] }
for (const name of names) {
  const begin = performance.now()
  console.log(`\n— ${name}`)
  const count = await run(name)
  total.passed += count.passed
  total.failed += count.failed
  total.skipped.push(...count.skipped)
  const seconds = ((performance.now() - begin) / 1000).toFixed(1)
  console.log(`  ${name}: ${count.failed ? `${count.failed} FAILED` : 'passed'} (${seconds} s)`)
}
console.log()
for (const name of total.skipped) console.log(`skipped: ${name}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

/** @param {string} name */
async function run(name) {
  try {
    return (
      (await steps[name]?.()) ?? refuse(`There is no step ${name}; the steps are ${Object.keys(steps).join(', ')}.`)
    )
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

/** @param {string} sentence */
function refuse(sentence) {
  console.log(`  ${sentence}`)
  return check(false)
}

/**
 * @param {boolean} passed
 * @returns {Count}
 */
function check(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: [] }
}

/**
 * Runs a tool from node_modules, showing its output only if it fails.
 * @param {string} path
 * @param {...string} args
 */
async function tool(path, ...args) {
  /** @type {Buffer[]} */
  const output = []
  const child = spawn(process.execPath, [join(root, 'node_modules', path), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk))
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) process.stdout.write(Buffer.concat(output))
  return check(code === 0)
}

/**
 * Runs one of the Vitest projects, showing its output as it goes.
 * @param {string} project
 * @returns {Promise<Count>}
 */
async function tests(project) {
  rmSync(results, { force: true })
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
  const child = spawn(process.execPath, [vitest, 'run', '--project', project, ...reporters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (!existsSync(results)) return check(false)
  const report = JSON.parse(readFileSync(results, 'utf8'))
  /** @type {{ status: string, fullName: string }[]} */
  const all = report.testResults.flatMap((/** @type {{ assertionResults: unknown[] }} */ file) => file.assertionResults)
  const passed = all.filter((test) => test.status === 'passed').length
  const failed = all.filter((test) => test.status === 'failed').length
  const skipped = all
    .filter((test) => test.status !== 'passed' && test.status !== 'failed')
    .map((test) => test.fullName)
  // A file that does not load, or an error outside a test, fails the run without failing a test.
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), skipped }
}
