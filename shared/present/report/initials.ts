import type { Case } from '../../case/schema'

/**
 * The case with initials in the place of the names of its owner, family, practice, offers, buyers and organizations, for a report that
 * leaves the circle of those who know them. Notes are left out: nobody knows whom they name.
 * @param given initials by name; two states of a case share them, so that a name is the same in both
 */
export function withInitials(document: Case, given = new Map<string, string>()): Case {
  /** The same name always gets the same initials, and no two names share them. */
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
  const named: Case = {
    ...document,
    name: short(document.name),
    owner: { ...document.owner, name: short(document.owner.name) },
    practice: {
      ...document.practice,
      name: short(document.practice.name),
      family: document.practice.family.map((member) => ({ ...member, label: short(member.label) })),
    },
    partner: {
      ...document.partner,
      organizations: document.partner.organizations.map((one) => ({ ...one, name: short(one.name) })),
    },
    offers: document.offers.map((offer) => ({
      ...offer,
      name: short(offer.name),
      buyer: short(offer.buyer),
      note: '',
    })),
  }
  // A name may also occur in questions, answers or quotes. The longest is replaced first: one may be part of another.
  const names = [...given].filter(([name]) => name.trim().length > 2).sort(([a], [b]) => b.length - a.length)
  const masked = <Value>(value: Value): Value => {
    if (typeof value === 'string')
      return names.reduce<string>((text, [name, own]) => text.replaceAll(name, own), value) as Value
    if (Array.isArray(value)) return value.map(masked) as Value
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, masked(one)])) as Value
  }
  return {
    ...named,
    partner: masked(named.partner),
    offers: named.offers.map((offer) => ({
      ...offer,
      partner: masked(offer.partner),
      letter: masked(offer.letter),
      attorney: masked(offer.attorney),
    })),
  }
}

/** "Pacific Dental Services (DSO)" as "P.D.S.D."; a name without letters or digits keeps nothing. */
const initials = (name: string): string =>
  (name.match(/[\p{L}\p{N}]+/gu) ?? ['X']).map((word) => `${[...word][0]!.toLocaleUpperCase('en-US')}.`).join('')
