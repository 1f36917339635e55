// Installs the packages listed in package-lock.json if they are missing. It runs before every script that a user may
// run first, on any Node (20 or later), so it imports nothing from node_modules.
//
// It must be a `pre` script: the shell of the script itself resolves `node` again and then finds the pinned Node in
// node_modules/.bin. Chained with `&&` in one script, the second `node` would still be the machine's own.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 20) fail(`This needs Node 20 or later to install itself; the machine has ${process.versions.node}.`)

const stamp = 'node_modules/.installed-lock' // written last, so that a broken installation is redone
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  const npm = process.env.npm_execpath
  if (!npm) fail('Run this through npm: npm start, npm test.')
  console.error('Installing packages (once, about a minute) …')
  const install = spawnSync(process.execPath, [npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2], // not to stdout: the command line prints JSON there
  })
  if (install.status !== 0) fail('The packages could not be installed; npm says why above.')
  writeFileSync(stamp, wanted)
}

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
