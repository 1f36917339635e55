// Assembles WebAssembly text while the program is bundled. The bytes become part of the bundle, so nothing is read or
// fetched at run time.
import { readFileSync } from 'node:fs'
import wabt from 'wabt'

/**
 * `import bytes from './NAME.wat'` gives the module's bytes.
 * @returns {import('vite').Plugin}
 */
export function wat() {
  return {
    name: 'wat',
    enforce: 'pre',
    load: {
      filter: { id: /\.wat$/ },
      async handler(id) {
        this.addWatchFile(id)
        const { parseWat } = await wabt()
        const module = parseWat(id, readFileSync(id, 'utf8'), { simd: true })
        try {
          return `export default Uint8Array.of(${module.toBinary({}).buffer.join()})`
        } finally {
          module.destroy()
        }
      },
    },
  }
}
