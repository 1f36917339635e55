import { useState, type KeyboardEvent } from 'react'

import type { Page } from '../../state/route'
import classes from './frame.module.css'

/** The navigation of a narrow window, which opens on request and closes with the choice of a page. */
export interface Menu {
  readonly open: boolean
  toggle(): void
  /** Closes it after a choice; the focus moves to the page. */
  choose(): void
  /** Escape closes it; the focus returns to the button. */
  onKeyDown(event: KeyboardEvent): void
}

const BUTTON = 'pages-menu'

export function useMenu(page: Page): Menu {
  // Open on one page only: whichever way another is opened, it closes.
  const [openOn, setOpenOn] = useState<Page>()
  const open = openOn === page
  return {
    open,
    toggle: () => setOpenOn(open ? undefined : page),
    choose: () => {
      if (!open) return
      setOpenOn(undefined)
      document.getElementById('main')?.focus({ preventScroll: true })
    },
    onKeyDown: (event) => {
      if (!open || event.key !== 'Escape') return
      event.preventDefault()
      setOpenOn(undefined)
      document.getElementById(BUTTON)?.focus()
    },
  }
}

/** Shown in a narrow window or with large text only, where the navigation would take a third of it. */
export function MenuButton({ menu }: { readonly menu: Menu }) {
  return (
    <button
      id={BUTTON}
      type="button"
      className={classes.menu}
      aria-expanded={menu.open}
      aria-controls="pages"
      onClick={menu.toggle}
      onKeyDown={menu.onKeyDown}
    >
      <svg width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">
        <path d="M0 1H14M0 6H14M0 11H14" stroke="currentColor" strokeWidth="1.6" />
      </svg>
      Menu
    </button>
  )
}
