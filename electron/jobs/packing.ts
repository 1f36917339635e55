import type { Jobs } from './jobs'

/**
 * Packs a PDF once for as long as the printer keeps it, so that a report saved again as it is takes no second packing.
 */
export function packingOnce(pack: Jobs['packPdf']): Jobs['packPdf'] {
  const packed = new WeakMap<Uint8Array, { readonly about: string; readonly content: string }>()
  return async (pdf, about, ...others) => {
    const asked = JSON.stringify(about)
    const known = packed.get(pdf)
    if (known?.about === asked) return known.content
    const content = await pack(pdf, about, ...others)
    packed.set(pdf, { about: asked, content })
    return content
  }
}
