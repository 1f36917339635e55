import { isRecord } from './is-record'
import type { Version } from './version'

/**
 * One choice said what an organization does, for which specialties, and who owns it; since version 3 these are three
 * facts, because most organizations are several of them. What was chosen moves to the fact that it belongs to, with its
 * date and source.
 */
export const partnerOwnership: Version = {
  to: 3,
  up(document) {
    const { partner } = document
    if (!isRecord(partner) || !Array.isArray(partner['organizations'])) return { ...document }
    return { ...document, partner: { ...partner, organizations: partner['organizations'].map(sorted) } }
  },
}

function sorted(organization: unknown): unknown {
  if (!isRecord(organization) || !isRecord(organization['profile'])) return organization
  const { type, ...profile } = organization['profile']
  const [fact, value] = (isRecord(type) && moved.get(type['value'])) || []
  if (fact === undefined || fact in profile) return organization
  return { ...organization, profile: { ...profile, [fact]: { ...(type as object), value } } }
}

const moved = new Map<unknown, readonly [fact: string, value: string]>([
  ['singleSpecialty', ['focus', 'single']],
  ['multiSpecialty', ['focus', 'several']],
  ['platform', ['ownership', 'privateEquity']],
  ['familyOffice', ['ownership', 'familyOffice']],
  ['physicianOwned', ['ownership', 'doctors']],
])
