// Assembles WebAssembly that is written as text, while the program is bundled: the bytes are in the bundle, and nothing
// is read or fetched for them later.
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
