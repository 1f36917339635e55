import { Button, Radio, Stack } from '@mantine/core'

import { Backups } from '../components/data/Backups'
import { PageHead } from '../components/entry/PageHead'
import { Section } from '../components/entry/Section'
import { Diagnostics } from '../components/frame/Diagnostics'
import { told } from '../components/frame/tell'
import { showDataFolder } from '../state/data'
import { useStore, type Theme } from '../state/store'

/** Light or dark, where the data are, the backups, which version this is. */
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
            {capabilities.showsFolder && (
              <Button variant="default" onClick={() => void showDataFolder().then(told)}>
                Show the folder
              </Button>
            )}
            {capabilities.notice && <p role="note">{capabilities.notice}</p>}
            <p className="quiet small">A case can be handed on as a file: on the page of your cases, Export.</p>
          </Section>
          <Section
            title="Backups"
            says="Made after your first edit of a day, then after 50 edits or 15 minutes, and when the program ends. They are in the folder backups beside your data, on the same disk: copy the whole folder to another disk from time to time."
          >
            <Backups />
          </Section>
          <Section title="About">
            <p>
              Sell or Stay {capabilities.version},{' '}
              {capabilities.shell === 'desktop' ? 'desktop program' : 'in the browser'}.
            </p>
            <Diagnostics />
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
