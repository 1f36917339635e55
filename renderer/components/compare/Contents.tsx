import { useEffect, useState, type ReactNode } from 'react'

import classes from './compare.module.css'

/** The parts of the page, by their names in the contents. */
const NAMES = {
  answer: 'Answer',
  figures: 'Side by side',
  certainty: 'How certain',
  pocket: 'Price to pocket',
  tax: 'After tax',
  takeHome: 'Take-home',
  events: 'Timeline',
} as const

export type PartName = keyof typeof NAMES

const idOf = (name: PartName): string => `compare-${name}`

/** A part of the page that the contents link to. */
export function Part({ name, children }: { readonly name: PartName; readonly children: ReactNode }) {
  return (
    <div id={idOf(name)} className={classes.part}>
      {children}
    </div>
  )
}

/** The table of contents, always in sight, with the current part marked. */
export function Contents({ parts, children }: { readonly parts: readonly PartName[]; readonly children: ReactNode }) {
  const current = useRead(parts)
  return (
    <div className={classes.contents}>
      <nav aria-label="On this page">
        <ul>
          {parts.map((part) => (
            <li key={part}>
              <button
                type="button"
                data-name={NAMES[part]}
                aria-current={part === current ? 'location' : undefined}
                onClick={() => go(part)}
              >
                {NAMES[part]}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  )
}

/** Scrolls to a part and moves the focus to its heading. */
function go(part: PartName): void {
  const place = document.getElementById(idOf(part))
  const heading = (place ?? document.getElementById('main'))?.querySelector<HTMLElement>(place ? 'h2' : 'h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
  if (place) place.scrollIntoView({ block: 'start' })
  else globalThis.scrollTo({ top: 0 })
}

/** A part is current once its heading is this far up the window; at the end of the page, the last one. */
const READ = 0.35

function useRead(parts: readonly PartName[]): PartName {
  const [current, setCurrent] = useState<PartName>('answer')
  useEffect(() => {
    const look = () => {
      const { scrollTop, scrollHeight, clientHeight } = document.documentElement
      const atEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2
      const passed = parts.filter((part) => {
        const place = document.getElementById(idOf(part))
        return place && place.getBoundingClientRect().top < clientHeight * READ
      })
      setCurrent((atEnd ? parts : passed).at(-1) ?? 'answer')
    }
    look()
    globalThis.addEventListener('scroll', look, { passive: true })
    globalThis.addEventListener('resize', look)
    return () => {
      globalThis.removeEventListener('scroll', look)
      globalThis.removeEventListener('resize', look)
    }
  }, [parts])
  return current
}
