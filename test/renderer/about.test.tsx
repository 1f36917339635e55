// What a user reads about updates, and when the news is shown.
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { WhatIsNew } from '../../renderer/components/frame/WhatIsNew'
import About from '../../renderer/pages/About'
import { useStore } from '../../renderer/state/store'
import type { Capabilities, Settings } from '../../shared/host'

const asked: string[] = []
const stored: Settings[] = []
const capabilities: Capabilities = {
  shell: 'desktop',
  version: '0.1.0',
  pdf: 'host',
  fileDialogs: true,
  showsFolder: true,
  dataFolder: '/data',
  today: '2027-01-02',
  releases: 'https://example.org/releases',
}

beforeEach(() => {
  asked.length = stored.length = 0
  globalThis.fetch = async () => new Response('react 1.0.0\nLicense: MIT')
  useStore.setState({
    capabilities,
    host: {
      call: async (name: string, argument: { settings?: Settings }) => {
        asked.push(name)
        if (argument.settings) stored.push(argument.settings)
        return { ok: true, value: null } as never
      },
      onChange: () => () => undefined,
      onCommand: () => () => undefined,
    } as never,
  })
})
afterEach(cleanup)

const show = (element: React.ReactNode) => render(<MantineProvider>{element}</MantineProvider>)

it('says what is sent before the person’s browser is opened, and opens it by the click alone', () => {
  show(<About />)
  expect(screen.getByText('https://example.org/releases')).toBeTruthy()
  expect(screen.getByText(/the site learns your internet address/)).toBeTruthy()
  expect(asked).not.toContain('openReleases')
  fireEvent.click(screen.getByRole('button', { name: 'Open the page in my browser' }))
  expect(asked).toContain('openReleases')
})

it('gives a link where the page is in the person’s browser already', () => {
  useStore.setState({ capabilities: { ...capabilities, shell: 'browser' } })
  show(<About />)
  expect(screen.getByRole('link', { name: /new tab/ }).getAttribute('href')).toBe('https://example.org/releases')
})

it('shows the news of a version once, to whoever has used another before', () => {
  useStore.setState({ seenVersion: '0.0.9' })
  show(<WhatIsNew used />)
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(stored).toEqual([{ seenVersion: '0.1.0' }])
  expect(screen.queryByText('What’s new')).toBeNull()
})

it('shows no news to whoever has just begun, and does not come back to it', () => {
  useStore.setState({ seenVersion: null })
  show(<WhatIsNew used={false} />)
  expect(screen.queryByText('What’s new')).toBeNull()
  expect(stored).toEqual([{ seenVersion: '0.1.0' }])
})
