import { moneyOf } from '../../case/partner/money'
import type { Case } from '../../case/schema'

/**
 * A fingerprint of the inputs: equal for equal cases on every machine, and in all likelihood for no other. Origins,
 * quotes, and facts about the organizations behind the offers do not count. FNV-1a of 64 bits (Fowler, Noll, Vo;
 * draft-eastlake-fnv) over the UTF-16 code units, low byte first, of the case as JSON with sorted keys; 16 hexadecimal
 * digits. Not secure against tampering.
 */
export function hashOf(document: Case): string {
  const { origins: _origins, quotes: _quotes, ...rest } = moneyOf(document)
  return fnv1a64(JSON.stringify(ordered(rest)))
}

/** The prime is 2^40 + 2^8 + 0xb3; four limbs of 16 bits keep all products below 2^31. */
export function fnv1a64(text: string): string {
  // The offset basis, high to low.
  let a = 0xcbf2
  let b = 0x9ce4
  let c = 0x8422
  let d = 0x2325
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    for (let shift = 0; shift < 16; shift += 8) {
      d ^= (unit >> shift) & 0xff
      const low = d * 0x1b3
      const second = c * 0x1b3 + (low >> 16)
      const third = b * 0x1b3 + d * 0x100 + (second >> 16)
      a = (a * 0x1b3 + c * 0x100 + (third >> 16)) & 0xffff
      b = third & 0xffff
      c = second & 0xffff
      d = low & 0xffff
    }
  }
  return [a, b, c, d].map((limb) => limb.toString(16).padStart(4, '0')).join('')
}

function ordered(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(ordered)
  if (node === null || typeof node !== 'object') return node
  return Object.fromEntries(
    Object.entries(node)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, ordered(value)]),
  )
}
