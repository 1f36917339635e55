import { Radio, Stack } from '@mantine/core'

import { PageHead } from '../components/entry/PageHead'
import { Section } from '../components/entry/Section'
import { useStore, type Theme } from '../state/store'

/** Light or dark, where the data lie, which version this is. */
export default function Settings() {
  const theme = useStore((state) => state.theme)
  const setTheme = useStore((state) => state.setTheme)
  const capabilities = useStore((state) => state.capabilities)
  return (
    <>
      <PageHead title="Settings" says="They hold for all cases on this computer." />
      <Section title="Light or dark">
        <Radio.Group value={theme} onChange={(value) => setTheme(value as Theme)} aria-label="Light or dark" mt="sm">
          <Stack gap="xs">
            <Radio value="auto" label="As the system has it" />
            <Radio value="light" label="Light" />
            <Radio value="dark" label="Dark" />
          </Stack>
        </Radio.Group>
      </Section>
      {capabilities && (
        <>
          <Section title="Your data" says="Everything is in this folder on this computer and goes nowhere else.">
            <p>
              <code>{capabilities.dataFolder}</code>
            </p>
            <p className="quiet small">A case can be handed on as a file: on the page of your cases, Export.</p>
          </Section>
          <Section title="About">
            <p>
              Sell or Stay {capabilities.version},{' '}
              {capabilities.shell === 'desktop' ? 'desktop program' : 'in the browser'}.
            </p>
            <p className="quiet">
              It works out what follows from what you enter. It is not tax, legal or investment advice; show the report
              to your accountant, attorney and wealth manager.
            </p>
          </Section>
        </>
      )}
    </>
  )
}
