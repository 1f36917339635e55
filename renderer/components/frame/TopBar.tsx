import { SegmentedControl } from '@mantine/core'
import { useCallback, useEffect, useRef, useState, type RefCallback } from 'react'
import { useStore as useZustand } from 'zustand'

import type { View } from '../../../shared/model'
import { capital } from '../../../shared/present/sentence'
import { VIEW_NAMES } from '../../../shared/present/views'
import { fitted } from '../../../shared/text'
import { replacedElsewhere, seen } from '../../state/drafts'
import { useStore, type Dollars, type Theme } from '../../state/store'
import { commandKey } from './commands'
import classes from './frame.module.css'
import { MenuButton, type Menu } from './menu'
import { openPalette } from './open-palette'

/** The case, its save status, undo and redo, and the display options. */
export function TopBar({ inCase, menu }: { readonly inCase: boolean; readonly menu: Menu }) {
  const bar = useBarHeight()
  return (
    <div ref={bar} role="region" aria-label="Case and view" className={classes.bar}>
      <MenuButton menu={menu} />
      {inCase ? (
        <>
          <CaseName />
          <Saved />
          <span className={classes.gap} />
          <UndoRedo />
          <ViewChoice />
          <DollarsChoice />
        </>
      ) : (
        <>
          <span className={classes.program}>Sell or Stay</span>
          <span className={classes.gap} />
        </>
      )}
      <ThemeChoice />
      <button type="button" className={classes.key} onClick={openPalette} title="All pages and commands">
        <span className="unseen">Commands, </span>
        {commandKey === '⌘' ? '⌘K' : 'Ctrl K'}
      </button>
    </div>
  )
}

/** A name that turns into a field when clicked. */
function CaseName() {
  const name = useStore((state) => state.document?.name ?? '')
  const { edit, dispute } = useStore.getState()
  const [typed, setTyped] = useState<string>()
  const over = useRef(seen(name))
  const field = useRef<HTMLInputElement>(null)
  const renaming = typed !== undefined
  useEffect(() => {
    if (renaming) field.current?.select()
  }, [renaming])
  if (typed === undefined)
    return (
      <button
        type="button"
        className={classes.name}
        title="Rename the case"
        onClick={() => {
          over.current = seen(name)
          setTyped(name)
        }}
        data-case-name
      >
        {name || 'Untitled case'}
      </button>
    )
  const take = () => {
    const trimmed = fitted(typed.trim(), 80)
    if (trimmed !== name && trimmed !== over.current.value) {
      if (replacedElsewhere(over.current, 'name', name)) dispute('name', trimmed, 'entered')
      else edit('name', trimmed)
    }
    setTyped(undefined)
  }
  return (
    <input
      ref={field}
      className={classes.name}
      aria-label="Case name"
      value={typed}
      maxLength={80}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
        if (event.key === 'Escape') setTyped(undefined)
      }}
    />
  )
}

const savedWords = { saved: 'all changes saved', saving: 'saving', failed: 'not saved' } as const

function Saved() {
  const saved = useStore((state) => state.saved)
  return (
    <span role="status" className={classes.saved} data-saved={saved}>
      {savedWords[saved]}
    </span>
  )
}

function UndoRedo() {
  const undo = useStore((state) => state.undo)
  const redo = useStore((state) => state.redo)
  const past = useZustand(useStore.temporal, (state) => state.pastStates.length)
  const future = useZustand(useStore.temporal, (state) => state.futureStates.length)
  return (
    <span className={classes.pair}>
      <button type="button" className={classes.plain} disabled={past === 0} onClick={undo} title={`${commandKey} Z`}>
        Undo
      </button>
      <button
        type="button"
        className={classes.plain}
        disabled={future === 0}
        onClick={redo}
        title={`${commandKey} Shift Z`}
      >
        Redo
      </button>
    </span>
  )
}

function ViewChoice() {
  const view = useStore((state) => state.view)
  const setView = useStore((state) => state.setView)
  return (
    <SegmentedControl
      size="xs"
      aria-label="What is counted"
      value={view}
      onChange={(value) => setView(value as View)}
      data={(Object.keys(VIEW_NAMES) as View[]).map((one) => ({ value: one, label: capital(VIEW_NAMES[one]) }))}
      withItemsBorders={false}
      transitionDuration={0}
      classNames={{ root: classes.segments, indicator: classes.indicator, label: classes.segment }}
    />
  )
}

function DollarsChoice() {
  const dollars = useStore((state) => state.dollars)
  const setDollars = useStore((state) => state.setDollars)
  return (
    <SegmentedControl
      size="xs"
      aria-label="Today’s or future dollars"
      value={dollars}
      onChange={(value) => setDollars(value as Dollars)}
      data={[
        { value: 'today', label: 'Today’s $' },
        { value: 'future', label: 'Future $' },
      ]}
      withItemsBorders={false}
      transitionDuration={0}
      classNames={{ root: classes.segments, indicator: classes.indicator, label: classes.segment }}
    />
  )
}

const nextTheme: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' }
const themeWords: Readonly<Record<Theme, string>> = { auto: 'match system', light: 'light', dark: 'dark' }

/** Each click switches to the next of the three. */
function ThemeChoice() {
  const theme = useStore((state) => state.theme)
  const setTheme = useStore((state) => state.setTheme)
  const says = `Theme: ${themeWords[theme]}. Click for ${themeWords[nextTheme[theme]]}.`
  return (
    <button
      type="button"
      className={classes.key}
      onClick={() => setTheme(nextTheme[theme])}
      title={says}
      aria-label={says}
    >
      <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.4" />
        {theme === 'auto' && <path d="M8 1.6 A6.4 6.4 0 0 1 8 14.4 Z" fill="currentColor" />}
        {theme === 'dark' && <circle cx="8" cy="8" r="6.4" fill="currentColor" />}
      </svg>
    </button>
  )
}

/** Sticky content below the bar needs its height: with a long name or large text it takes two lines. */
function useBarHeight(): RefCallback<HTMLElement> {
  return useCallback((bar: HTMLElement | null) => {
    if (!bar) return undefined
    const tell = () => document.documentElement.style.setProperty('--bar', `${bar.offsetHeight}px`)
    const observer = new ResizeObserver(tell)
    observer.observe(bar)
    return () => observer.disconnect()
  }, [])
}
