import { lazy, Suspense } from 'react'

import { hashOf, type Page } from '../../state/route'
import { useStore } from '../../state/store'
import classes from './frame.module.css'
import type { Menu } from './menu'
import { keyOf, STEPS } from './steps'

/** It uses the model, which the start page does not need. */
const StepState = lazy(() => import('./StepState'))

/** The steps of a case, each with its open items; below them the pages that belong to no case. */
export function Navigation({ page, menu }: { readonly page: Page; readonly menu: Menu }) {
  const caseId = useStore((state) => state.caseId)
  // An associate has no alternatives other than the offered jobs.
  const isAssociate = useStore((state) => state.document?.practice.role === 'associate')
  return (
    <nav id="pages" aria-label="Pages" className={classes.nav} data-open={menu.open || undefined}>
      {caseId && (
        <ul>
          {STEPS.filter(({ page: step }) => !(isAssociate && step === 'ways')).map((step) => (
            <Item key={step.page} page={step.page} current={page} id={caseId} shortcut={keyOf(step.page)} menu={menu}>
              {step.name}
              <Suspense>
                <StepState page={step.page} />
              </Suspense>
            </Item>
          ))}
        </ul>
      )}
      <ul className={classes.below}>
        <Item page="start" current={page} menu={menu}>
          Cases
        </Item>
        <Item page="glossary" current={page} menu={menu}>
          Glossary
        </Item>
        <Item page="shortcuts" current={page} menu={menu}>
          Shortcuts
        </Item>
        <Item page="settings" current={page} menu={menu}>
          Settings
        </Item>
      </ul>
    </nav>
  )
}

function Item(props: {
  readonly page: Page
  readonly current: Page
  readonly id?: string
  readonly shortcut?: string | undefined
  readonly menu: Menu
  readonly children: React.ReactNode
}) {
  const { page, current, id, shortcut, menu, children } = props
  return (
    <li>
      <a
        href={hashOf(page, id)}
        onClick={menu.choose}
        onKeyDown={menu.onKeyDown}
        aria-current={page === current ? 'page' : undefined}
        {...(shortcut === undefined ? {} : { title: shortcut, 'aria-keyshortcuts': shortcut })}
      >
        {children}
      </a>
    </li>
  )
}
