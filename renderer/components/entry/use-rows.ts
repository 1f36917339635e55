import { useContext, useRef, type KeyboardEvent, type RefObject } from 'react'

import { added, itemsAt, moved, removed, type Item } from '../../../shared/case/lists'
import { capitalized, elementName } from '../../../shared/case/names'
import { get, type Path } from '../../../shared/case/path'
import type { Origin } from '../../../shared/case/schema'
import { seen, useDrafts } from '../../state/drafts'
import { useDocument, useStore } from '../../state/store'
import { tell } from '../frame/tell'
import { OriginMark } from './origin-mark'
import type { Pasted } from './paste'

interface RowsState {
  /** Ref of the element around the table, in which the cursor is looked up. */
  readonly around: RefObject<HTMLDivElement | null>
  readonly items: readonly Item[]
  /** The source of values typed into the table. */
  readonly origin: Exclude<Origin, 'assumed'>
  /** Adds an element and focuses its first field. */
  add(seed?: object): void
  remove(id: string): void
  move(id: string, by: number): void
  /** Puts pasted values into the case; rejected ones stay in their fields. @returns whether the case accepted them */
  take(pasted: Omit<Pasted, 'said'>): boolean
  /** Alt with an arrow moves the row, Ctrl Enter adds one, Ctrl Shift Backspace removes it. */
  keys(event: KeyboardEvent, id: string, seed?: object): void
}

/**
 * A list of the case as a table: its rows are added, moved with the focus, and removed with undo.
 * @param word what an element is called: "cost"; its ids are derived from it
 * @param most maximum number of elements
 */
export function useRows(list: Path, word: string, most: number): RowsState {
  const document = useDocument()
  const items = itemsAt(document, list)
  const { replace, undo } = useStore.getState()
  const caseId = useStore((state) => state.caseId)
  const { typed: origin } = useContext(OriginMark)
  const around = useRef<HTMLDivElement>(null)
  const focus = (selector: string) =>
    requestAnimationFrame(() => {
      const field = around.current?.querySelector<HTMLElement>(selector)
      field?.focus()
      if (field instanceof HTMLInputElement) field.select()
    })
  /** A new row may reuse the id of a removed one whose field held a rejected entry. */
  const clear = (id: string) => useDrafts.getState().dropBelow(`${caseId} ${list}/${id}/`)
  const add = (seed?: object) => {
    const more = added(document, list, word, seed)
    clear(more.id)
    if (say(replace(more.document))) focus(`[data-row="${CSS.escape(more.id)}"] [data-field]`)
  }
  const remove = (id: string) => {
    if (!say(replace(removed(document, list, id)))) return
    tell(`${capitalized(elementName(`${list}/${id}`, document))} has been removed.`, { label: 'Undo', run: undo })
  }
  const move = (id: string, by: number) => {
    const after = moved(document, list, id, by)
    if (after !== document) replace(after)
  }
  return {
    around,
    items,
    origin,
    add,
    remove,
    move,
    take({ document: after, taken, refused }) {
      if (after !== document && !say(replace(after))) return false
      for (const { id } of itemsAt(after, list)) if (!items.some((item) => item.id === id)) clear(id)
      const { keep, drop } = useDrafts.getState()
      for (const path of taken) drop(`${caseId} ${path}`)
      for (const { path, text, message } of refused)
        keep(`${caseId} ${path}`, { text, message, over: seen(get(after, path)) })
      return true
    },
    keys(event, id, seed) {
      // A nested table handles its own keys.
      if (event.defaultPrevented) return
      if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        event.preventDefault()
        const field = event.target instanceof HTMLElement ? event.target.dataset['path'] : undefined
        move(id, event.key === 'ArrowUp' ? -1 : 1)
        // The focus moves with the row.
        focus(`[data-path="${CSS.escape(field ?? '')}"]`)
      } else if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && items.length < most) {
        event.preventDefault()
        add(seed)
      } else if ((event.ctrlKey || event.metaKey) && event.key === 'Backspace' && event.shiftKey) {
        event.preventDefault()
        remove(id)
      }
    },
  }
}

/** Reports why a change to the list failed. @returns whether it succeeded */
function say(problems: readonly { readonly message: string }[]): boolean {
  if (problems.length > 0) tell(problems.map(({ message }) => message).join(' '))
  return problems.length === 0
}
