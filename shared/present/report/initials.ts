import type { Case } from '../../case/schema'

/**
 * The case with initials in the place of the names of its owner, family, practice, offers and buyers, for a report that leaves
 * the circle of those who know them. Notes are left out: nobody knows whom they name.
 */
export function withInitials(document: Case): Case {
  const given = new Map<string, string>()
  /** The same name has the same initials, and two names never share theirs. */
  const short = (name: string): string => {
    if (name.trim() === '') return name
    const known = given.get(name)
    if (known !== undefined) return known
    const plain = initials(name)
    const taken = new Set(given.values())
    let own = plain
    for (let n = 2; taken.has(own); n++) own = `${plain} ${n}`
    given.set(name, own)
    return own
  }
  return {
    ...document,
    name: short(document.name),
    owner: { ...document.owner, name: short(document.owner.name) },
    practice: {
      ...document.practice,
      name: short(document.practice.name),
      family: document.practice.family.map((member) => ({ ...member, label: short(member.label) })),
    },
    offers: document.offers.map((offer) => ({
      ...offer,
      name: short(offer.name),
      buyer: short(offer.buyer),
      note: '',
    })),
  }
}

/** "Pacific Dental Services (DSO)" as "P.D.S.D."; a name without letters or digits keeps nothing. */
const initials = (name: string): string =>
  (name.match(/[\p{L}\p{N}]+/gu) ?? ['X']).map((word) => `${[...word][0]!.toLocaleUpperCase('en-US')}.`).join('')
