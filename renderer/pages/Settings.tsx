import { Button, Radio, Stack } from '@mantine/core'

import { Backups } from '../components/data/Backups'
import { PageHead } from '../components/entry/PageHead'
import { Section } from '../components/entry/Section'
import { Diagnostics } from '../components/frame/Diagnostics'
import { told } from '../components/frame/tell'
import { showDataFolder } from '../state/data'
import { useStore, type Theme } from '../state/store'
import classes from './settings.module.css'

/** Theme, location of the data, backups and version. */
export default function Settings() {
  const theme = useStore((state) => state.theme)
  const setTheme = useStore((state) => state.setTheme)
  const capabilities = useStore((state) => state.capabilities)
  return (
    <>
      <PageHead title="Settings" says="These apply to all cases on this computer." />
      <div className={classes.columns}>
        <div>
          <Section title="Theme">
            <Radio.Group value={theme} onChange={(value) => setTheme(value as Theme)} aria-label="Theme" mt="sm">
              <Stack gap="xs">
                <Radio value="auto" label="Match system" />
                <Radio value="light" label="Light" />
                <Radio value="dark" label="Dark" />
              </Stack>
            </Radio.Group>
          </Section>
          {capabilities && (
            <Section
              title="Your data"
              says="Everything is stored in this folder on this computer and is never sent anywhere."
            >
              <p>
                <code>{capabilities.dataFolder}</code>
              </p>
              {capabilities.showsFolder && (
                <Button variant="default" onClick={() => void showDataFolder().then(told)}>
                  Show the folder
                </Button>
              )}
              {capabilities.notice && <p role="note">{capabilities.notice}</p>}
              <p className="quiet small">To share a case as a file, choose Export on the page of your cases.</p>
            </Section>
          )}
        </div>
        {capabilities && (
          <div>
            <Section
              title="Backups"
              says="Made after your first edit of the day, then after 50 edits or 15 minutes, and when the program closes. They are in the backups folder beside your data, on the same disk, so copy the whole folder to another disk from time to time."
            >
              <Backups />
            </Section>
            <Section title="About">
              <p>
                Sell or Stay {capabilities.version},{' '}
                {capabilities.shell === 'desktop' ? 'desktop program' : 'in the browser'}.
              </p>
              <Diagnostics />
              <p>
                <a className="link" href="#/about">
                  What’s new, updates and licenses
                </a>
              </p>
              <p className="quiet">
                It calculates what follows from what you enter. It is not tax, legal or investment advice; show the
                report to your CPA, attorney and wealth manager.
              </p>
            </Section>
          </div>
        )}
      </div>
    </>
  )
}
