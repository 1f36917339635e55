import { useEffect, useLayoutEffect, useRef, useState } from 'react'

import { entryOf } from '../../../shared/present/glossary'
import { TIP } from './term-tip'
import classes from './terms.module.css'

interface Shown {
  readonly at: HTMLElement
  readonly by: 'pointer' | 'focus'
}

/**
 * Milliseconds before an explanation appears, so that none flashes in passing; and before it disappears, so that it can
 * be read.
 */
const COMES = 350
const GOES = 150

/**
 * The explanation of the hovered or focused term, one for the whole window: hundreds of terms need no listeners of
 * their own. Escape or typing dismisses it.
 */
export function TermTip() {
  const [shown, setShown] = useState<Shown>()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = (wait: number, next: Shown | undefined) => {
      clearTimeout(timer)
      timer = setTimeout(() => setShown(next), wait)
    }
    const off = () => {
      clearTimeout(timer)
      setShown(undefined)
    }
    const over = ({ target }: Event) => {
      if (!(target instanceof Element)) return
      const term = target.closest<HTMLElement>('[data-term]')
      if (term) soon(COMES, { at: term, by: 'pointer' })
      else if (box.current?.contains(target)) clearTimeout(timer)
      else soon(GOES, focused())
    }
    const focus = () => {
      const term = focused()
      if (term) soon(COMES, term)
      else off()
    }
    const key = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') off()
    }
    const events = [
      ['pointerover', over],
      ['focusin', focus],
      ['focusout', off],
      ['input', off],
      ['pointerdown', off],
      ['keydown', key as (event: Event) => void],
    ] as const
    for (const [name, listen] of events) document.addEventListener(name, listen)
    // The pointer may have been there before this component loaded.
    const here = document.querySelector<HTMLElement>('[data-term]:hover')
    if (here) soon(COMES, { at: here, by: 'pointer' })
    else focus()
    // Scrolling moves the term from under its explanation; a pending one would appear where the term no longer is.
    const scrolled = () => setShown(undefined)
    document.addEventListener('scroll', scrolled, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      for (const [name, listen] of events) document.removeEventListener(name, listen)
      document.removeEventListener('scroll', scrolled, { capture: true })
    }
  }, [])
  useLayoutEffect(() => {
    const tip = box.current
    if (!tip || !shown) return
    const { left, top, bottom } = shown.at.getBoundingClientRect()
    const above = top - tip.offsetHeight - 4
    tip.style.top = `${above >= 4 ? above : bottom + 4}px`
    tip.style.left = `${Math.max(8, Math.min(left, innerWidth - tip.offsetWidth - 8))}px`
  }, [shown])
  const entry = shown?.at.isConnected ? explanationOf(shown.at) : undefined
  if (!shown || !entry) return null
  return (
    <div
      ref={box}
      id={TIP}
      role="tooltip"
      className={shown.by === 'focus' ? `${classes.tip} ${classes.through}` : classes.tip}
    >
      <strong>{entry.term}</strong>: {entry.sentence}
    </div>
  )
}

/** For a glossary term, its entry; local terms, such as a line of the year table, carry their own explanation. */
function explanationOf({ dataset }: HTMLElement): { readonly term: string; readonly sentence: string } | undefined {
  const { term = '', says } = dataset
  return says === undefined ? entryOf(term) : { term, sentence: says }
}

/** The focused term, or the one in the focused field's label. */
function focused(): Shown | undefined {
  const has = document.activeElement
  if (!(has instanceof HTMLElement)) return undefined
  if (has.dataset['term'] !== undefined) return { at: has, by: 'focus' }
  if (has.dataset['field'] === undefined || !('labels' in has)) return undefined
  const [label] = (has as HTMLInputElement).labels ?? []
  const term = label?.querySelector<HTMLElement>('[data-term]')
  return term ? { at: term, by: 'focus' } : undefined
}
