import { fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { Boundary, RootBoundary } from '../../renderer/components/frame/Boundary'
import { useStore } from '../../renderer/state/store'
import { fakeHost } from './support/fake-host'

/** Fails as a bug in the program would: with case data in its message. */
function Broken(): never {
  const { document } = useStore.getState()
  throw new TypeError(`${document!.name} has no value for ${document!.practice.ownerCollections}`)
}

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined) // React logs caught errors
  useStore.setState({ host: fakeHost(), caseId: undefined, document: undefined, stored: undefined })
  await useStore.getState().open('00000000-0000-4000-8000-000000000001')
})
afterEach(() => vi.restoreAllMocks())

describe.each([
  ['a page', Boundary, 'This page could not be displayed'],
  ['the window', RootBoundary, 'The window could not be displayed'],
] as const)('%s that fails', (_what, Around, heading) => {
  it('says so, and shows what is copied before it is', () => {
    render(
      <Around>
        <Broken />
      </Around>,
    )
    expect(screen.getByRole('alert').textContent).toContain(heading)
    expect(screen.queryByRole('textbox')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Show diagnostics to copy' }))
    const { value } = screen.getByRole<HTMLTextAreaElement>('textbox')
    expect(value).toMatch(/Error: TypeError\n\s+at Broken/)
    expect(screen.getByRole('button', { name: 'Copy diagnostics' })).toBeTruthy()
  })

  it('tells nothing of the case in its diagnostics: no name, no amount', () => {
    render(
      <Around>
        <Broken />
      </Around>,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Show diagnostics to copy' }))
    const { value } = screen.getByRole<HTMLTextAreaElement>('textbox')
    const { document } = useStore.getState()
    const names = [document!.name, document!.practice.name, ...document!.offers.map(({ name }) => name)]
    expect(names.filter((name) => name !== '' && value.includes(name))).toEqual([])
    expect(value).not.toContain(String(document!.practice.ownerCollections))
    expect(value).not.toContain('has no value')
  })
})
