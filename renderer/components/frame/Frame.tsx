import { Button } from '@mantine/core'
import { lazy, Suspense, useEffect, useRef, useState, type ComponentType } from 'react'

import type { Refusal } from '../../../shared/host'
import Start from '../../pages/Start'
import type { Page, Route } from '../../state/route'
import { useImporting } from '../../state/importing'
import { useStore } from '../../state/store'
import { useData } from '../../state/data'
import { useWhy } from '../../state/why'
import { Rescue } from '../data/Rescue'
import { Warning } from '../data/Warning'
import { Boundary } from './Boundary'
import { DropFiles } from './DropFiles'
import classes from './frame.module.css'
import { useMenu } from './menu'
import { Navigation } from './Navigation'
import { Palette } from './Palette'
import { SaveTrouble } from './SaveTrouble'
import { TopBar } from './TopBar'

/** The glossary loads with the first case: the start page does not need it. */
const TermTip = lazy(() => import('../figure/TermTip').then((module) => ({ default: module.TermTip })))
/** Loaded with the first case file. */
const ImportFile = lazy(() => import('./ImportFile').then((module) => ({ default: module.ImportFile })))
/** Loaded with the first question. */
const Why = lazy(() => import('../figure/Why').then((module) => ({ default: module.Why })))

const pages: Readonly<Record<Page, ComponentType>> = {
  start: Start,
  interview: lazy(() => import('../../pages/Interview')),
  documents: lazy(() => import('../../pages/Documents')),
  practice: lazy(() => import('../../pages/Practice')),
  you: lazy(() => import('../../pages/You')),
  offers: lazy(() => import('../../pages/Offers')),
  ways: lazy(() => import('../../pages/Ways')),
  partner: lazy(() => import('../../pages/Partner')),
  snapshots: lazy(() => import('../../pages/Snapshots')),
  unconfirmed: lazy(() => import('../../pages/Unconfirmed')),
  compare: lazy(() => import('../../pages/Compare')),
  risk: lazy(() => import('../../pages/Risk')),
  retirement: lazy(() => import('../../pages/Retirement')),
  years: lazy(() => import('../../pages/YearTable')),
  report: lazy(() => import('../../pages/Report')),
  settings: lazy(() => import('../../pages/Settings')),
  shortcuts: lazy(() => import('../../pages/Shortcuts')),
  glossary: lazy(() => import('../../pages/Glossary')),
  about: lazy(() => import('../../pages/About')),
}

/** Navigation on the left, the bar on top, and one page. */
export function Frame({ route }: { readonly route: Route }) {
  const { page, id } = route
  const refusal = useOpen(id)
  const caseId = useStore((state) => state.caseId)
  const asked = useWhy((state) => state.way.length > 0)
  const importing = useImporting((state) => state.shown)
  const trouble = useTrouble(page)
  const menu = useMenu(page)
  useFocusKept(`${page} ${id}`)
  const Shown = pages[page]
  const ready = id === undefined || (caseId === id && !refusal)
  return (
    <div className={classes.frame}>
      <a
        className={classes.skip}
        href="#main"
        onClick={(event) => {
          // The hash is the route, so the skip link moves the focus without it.
          event.preventDefault()
          document.getElementById('main')?.focus()
        }}
      >
        Skip to content
      </a>
      <TopBar inCase={id !== undefined && ready} menu={menu} />
      <Navigation page={page} menu={menu} />
      <main id="main" tabIndex={-1} className={classes.main}>
        <SaveTrouble />
        <Warning />
        {trouble ? (
          <Rescue trouble={trouble} />
        ) : refusal ? (
          <CannotOpen refusal={refusal} />
        ) : ready ? (
          <Boundary key={`${page} ${id}`}>
            <Suspense fallback={<p className="quiet">Loading the page.</p>}>
              <Shown />
            </Suspense>
          </Boundary>
        ) : (
          <p className="quiet">Opening the case.</p>
        )}
        <Suspense>{caseId !== undefined && <TermTip />}</Suspense>
      </main>
      <Palette />
      <Suspense>{importing && <ImportFile />}</Suspense>
      <DropFiles />
      <Suspense>{asked && <Why />}</Suspense>
    </div>
  )
}

/** A page that is left takes its focused button along; the next Tab then continues in the new page, not at the top. */
function useFocusKept(shown: string): void {
  const before = useRef(shown)
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true })
  }, [shown])
}

/** Asked with each page: why the data cannot be opened. */
function useTrouble(page: Page) {
  const refresh = useData(({ refresh }) => refresh)
  useEffect(() => void refresh(), [refresh, page])
  return useData(({ state }) => state?.trouble)
}

/** Opens the case of the route. @returns why it could not be opened */
function useOpen(id: string | undefined): Refusal | undefined {
  const open = useStore((state) => state.open)
  const [failed, setFailed] = useState<{ id: string; refusal: Refusal }>()
  useEffect(() => {
    if (id === undefined) return
    let current = true
    void open(id).then((refusal) => {
      if (current) setFailed(refusal && { id, refusal })
    })
    return () => {
      current = false
    }
  }, [id, open])
  return failed?.id === id ? failed?.refusal : undefined
}

function CannotOpen({ refusal }: { readonly refusal: Refusal }) {
  // An address that is no case's, mistyped or cut off, is refused as invalid; a case that was removed, as not found.
  const isNowhere = refusal.code === 'invalid' || refusal.code === 'not-found'
  return (
    <>
      <h1>{isNowhere ? 'There is no case at this address' : 'This case cannot be opened'}</h1>
      <p>
        {isNowhere
          ? 'The address may be mistyped or cut off, or the case may have been deleted. All cases are in the list.'
          : refusal.message}
      </p>
      <Button component="a" href="#/" variant="default" mt="md">
        Back to your cases
      </Button>
    </>
  )
}
