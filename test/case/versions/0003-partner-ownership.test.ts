import { expect, test } from 'vitest'

import { parseCase } from '../../../shared/case/problems'
import { samples } from '../../../shared/case/samples'
import { partnerOwnership } from '../../../shared/case/versions/0003-partner-ownership'

/** The profile of an organization of which version 2 knew one kind. */
function broughtUp(kind: string) {
  const { document } = samples.find(({ document: { partner } }) => partner.organizations.length > 0)!
  const [first, ...others] = document.partner.organizations
  const { focus: _, ownership: __, ...profile } = first!.profile
  const type = { value: kind, on: '2026-09-28', source: 'their letter' }
  const organizations = [{ ...first, profile: { ...profile, type } }, ...others]
  const read = parseCase({ ...document, schemaVersion: 2, partner: { ...document.partner, organizations } })
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'))
  return read.value.partner.organizations[0]!.profile
}

test.each([
  ['singleSpecialty', 'focus', 'single'],
  ['multiSpecialty', 'focus', 'several'],
  ['platform', 'ownership', 'privateEquity'],
  ['familyOffice', 'ownership', 'familyOffice'],
  ['physicianOwned', 'ownership', 'doctors'],
] as const)('%s of version 2 becomes %s, with its date and source', (kind, fact, value) => {
  const profile = broughtUp(kind)
  expect(profile[fact]).toEqual({ value, on: '2026-09-28', source: 'their letter' })
  expect(profile.type).toEqual({ value: 'unknown', on: null, source: '' })
})

test.each(['dso', 'mso', 'regional', 'unknown'])('%s stays what it is', (kind) => {
  const { type, focus, ownership } = broughtUp(kind)
  expect([type.value, focus.value, ownership.value]).toEqual([kind, 'unknown', 'unknown'])
})

test('what is no organization is left to the schema', () => {
  for (const partner of [undefined, 5, {}, { organizations: 'none' }, { organizations: [null, 5, { profile: [] }] }])
    expect(partnerOwnership.up({ partner })).toEqual({ partner })
})
