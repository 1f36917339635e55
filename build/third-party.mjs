// The licenses of everything in a build, collected during bundling, as one text beside the pages.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Folders of packages used by any of the bundles. @type {Set<string>} */
const used = new Set()

/**
 * Records the packages of one bundle. Bundles are built one after another in one process, the pages last.
 * @param {{ writes?: boolean }} [options] `writes` adds the text to this bundle, the last
 * @returns {import('vite').Plugin}
 */
export function thirdParty({ writes = false } = {}) {
  return {
    name: 'third-party',
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const folder = /^(?:\0)?(\/.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(
          id.replace(/\\/g, '/').replace(/^\w:/, ''),
        )
        if (folder) used.add(/** @type {string} */ (folder[1]))
      }
      if (writes) this.emitFile({ type: 'asset', fileName: 'third-party.txt', source: text() })
    },
  }
}

function text() {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  // Not bundled but shipped beside the bundle, with its native part.
  for (const name of Object.keys(dependencies)) used.add(join(root, 'node_modules', name))
  const parts = [...used].map(describe).toSorted((a, b) => a.localeCompare(b))
  const beside =
    'Sell or Stay contains parts of the packages below. Electron and Chromium, in which the desktop program runs, bring\n' +
    'their licenses in the files LICENSE.electron.txt and LICENSES.chromium.html beside the program. SQLite is in the\n' +
    'public domain.\n'
  return [beside, ...new Set(parts)].join(`\n${'='.repeat(80)}\n\n`)
}

/** @param {string} folder */
function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const files = existsSync(folder)
    ? readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    : []
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return [`${name} ${version}`, `License: ${license ?? 'see below'}`, '', ...texts, ''].join('\n')
}
