import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'

import changelog from '../../CHANGELOG.md?raw'
import type { AboutPart } from '../../shared/host'
import { PageHead } from '../components/entry/PageHead'
import { Section } from '../components/entry/Section'
import { Diagnostics } from '../components/frame/Diagnostics'
import { News } from '../components/frame/News'
import { told } from '../components/frame/tell'
import { releasesIn } from '../state/news'
import { useStore } from '../state/store'

const news = releasesIn(changelog)

/** The program itself: version, updates, what is new, diagnostics, and the licenses of what it contains. */
export default function About() {
  const capabilities = useStore((state) => state.capabilities)
  useShownPart(capabilities !== undefined)
  if (!capabilities) return null
  const { version, shell, dataFolder, releases } = capabilities
  return (
    <>
      <PageHead title="About Sell or Stay" says="Compares offers to buy a practice with keeping it." />
      <div {...part('version')}>
        <Section title="Version">
          <p>
            Sell or Stay {version}, {shell === 'desktop' ? 'desktop program' : 'in the browser'}.
          </p>
          <p>
            Your data: <code>{dataFolder}</code>. Uninstalling the program leaves this folder where it is; delete it
            yourself if you no longer need your cases.
          </p>
        </Section>
      </div>
      <div {...part('updates')}>
        <Section title="Updates" says="This program never contacts anyone, so it does not look for updates by itself.">
          {releases === null ? (
            <p>This copy does not say where newer versions are published. Ask whoever gave it to you.</p>
          ) : (
            <Releases address={releases} version={version} />
          )}
        </Section>
      </div>
      <div {...part('news')}>
        <Section title="What’s new">
          <News releases={news} />
        </Section>
      </div>
      <div {...part('diagnostics')}>
        <Section title="Diagnostics" says="For whoever helps you with the program. Nothing is sent; you copy the text.">
          <Diagnostics />
        </Section>
      </div>
      <div {...part('licenses')}>
        <Section title="Licenses" says="The program is built from the work of others, each under its own license.">
          <Licenses />
        </Section>
      </div>
    </>
  )
}

/** The person's own browser goes there, by the person's own act; the program itself sends nothing. */
function Releases({ address, version }: { readonly address: string; readonly version: string }) {
  const { shell } = useStore((state) => state.capabilities)!
  const { host } = useStore.getState()
  const open = () =>
    void host.call('openReleases', {}).then((answer) => {
      if (!answer.ok) told({ ok: false, message: answer.error.message })
    })
  return (
    <>
      <p>
        To see whether there is a version newer than {version}, open this page in your browser: <code>{address}</code>
      </p>
      <p className="quiet small">
        Your browser then asks that site for the page, as for any other, and the site learns your internet address.
        Neither your data nor the version you use is sent.
      </p>
      {shell === 'desktop' ? (
        <Button variant="default" onClick={open}>
          Open the page in my browser
        </Button>
      ) : (
        <a className="link" href={address} target="_blank" rel="noreferrer">
          Open the page in a new tab
        </a>
      )}
    </>
  )
}

/** The file is written with the build, from what the build contains. */
function Licenses() {
  const [text, setText] = useState<string>()
  useEffect(() => {
    let current = true
    const show = (found: string) => {
      if (current) setText(found)
    }
    fetch('/third-party.txt')
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
      .then(show, () => show('The list of licenses could not be read. Load the page again.'))
    return () => {
      current = false
    }
  }, [])
  if (text === undefined) return <p className="quiet">Loading the licenses.</p>
  return (
    // It scrolls, so it must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className="licenses" tabIndex={0} aria-label="Licenses">
      {text}
    </pre>
  )
}

const part = (name: AboutPart) => ({ id: `about-${name}`, tabIndex: -1 })

/** An address such as `#/about/licenses` leads to a part of the page. */
function useShownPart(ready: boolean): void {
  useEffect(() => {
    const show = () => {
      const [, , name] = globalThis.location.hash.split('/')
      const shown = name === undefined ? null : document.getElementById(`about-${name}`)
      shown?.scrollIntoView()
      shown?.focus({ preventScroll: true })
    }
    show()
    globalThis.addEventListener('hashchange', show)
    return () => globalThis.removeEventListener('hashchange', show)
  }, [ready])
}
