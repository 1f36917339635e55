import { useContext, useRef, useState, type KeyboardEvent } from 'react'

import { describe } from '../../../shared/case/describe'
import type { FieldMeta } from '../../../shared/case/field'
import { stillToCome } from '../../../shared/case/partner/clashes'
import { isPartner } from '../../../shared/case/partner/is-partner'
import { get, type Path } from '../../../shared/case/path'
import { amount, type CaseProblem } from '../../../shared/case/problems'
import { outsideRange } from '../../../shared/case/ranges'
import type { Case, Origin } from '../../../shared/case/schema'
import { knownOf, mayBeEmpty, readTyped, understoodAs, writeTyped } from '../../../shared/case/typed'
import { originOf } from '../../../shared/model'
import { replacedElsewhere, seen, useDrafts } from '../../state/drafts'
import { useDocument, useStore } from '../../state/store'
import { focusNext } from './focus-next'
import { OriginMark } from './origin-mark'

export interface FieldState {
  readonly meta: FieldMeta
  readonly value: unknown
  /** The field's text: what is being typed, a rejected entry, or the value. */
  readonly text: string
  /** Why the entry was rejected. */
  readonly message: string | undefined
  /** A warning that the accepted value is unusual. */
  readonly warning: string | undefined
  /** How the text being typed, or just accepted, is interpreted: "$144,000 a year". */
  readonly understood: string | undefined
  readonly origin: Origin
  /** Whether the field holds an uncommitted entry. */
  readonly typing: boolean
  type(text: string): void
  /** Commits the typed text. @returns whether the field is valid */
  commit(): boolean
  /** Sets a chosen value. */
  choose(value: unknown): void
  confirm(): void
  setOrigin(origin: Origin): void
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
}

/** A choice that changes more than its own field: the resulting case. */
export type Chosen = (document: Case, value: string, origin: Origin) => Case

/**
 * Editing of one case field. The case changes only if the text can be parsed and the resulting case is valid; other
 * text stays in the field with an error message, even when the user leaves the page and comes back.
 * @param chosen replaces the field itself, where a choice changes more than one value
 */
export function useField(path: Path, chosen?: Chosen): FieldState {
  const document = useDocument()
  const caseId = useStore((state) => state.caseId)
  const { edit, replace, dispute } = useStore.getState()
  const key = `${caseId} ${path}`
  const draft = useDrafts((state) => state.drafts[key])
  const { keep, drop } = useDrafts.getState()
  const { typed: mark } = useContext(OriginMark)
  const [typing, setTyping] = useState<string>()
  const [note, setNote] = useState<string>()
  // The blur that follows a commit by the Enter key must not commit the same text again.
  const current = useRef<string>(undefined)
  // The value at the start of editing, also if the text was rejected at first.
  const over = useRef(draft?.over ?? seen(undefined))

  const meta = describe(path, document)
  if (!meta) throw new Error(`${path} is no field.`)
  const value = get(document, path)
  const origin = isPartner(path) ? 'entered' : originOf(document, path)
  const shown = writeTyped(value, meta)

  const type = (text: string) => {
    if (current.current === undefined) over.current = draft?.over ?? seen(value)
    current.current = text
    setTyping(text)
    setNote(undefined)
  }
  const settle = () => {
    current.current = undefined
    setTyping(undefined)
    drop(key)
  }
  const refuse = (text: string, message: string) => {
    current.current = undefined
    setTyping(undefined)
    keep(key, { text, message, over: over.current })
    return false
  }
  const today = useStore((state) => state.capabilities?.today)
  const take = (next: unknown): string | undefined =>
    (today && stillToCome(meta, next, today)) || sentenceFor(edit(path, next, mark), path, next, meta)
  const commit = (): boolean => {
    const text = current.current
    if (text === undefined) return draft === undefined
    const read = readTyped(text, meta, mayBeEmpty(path, document), knownOf(document))
    if (!read.ok) return refuse(text, read.message)
    // Another window stored a different value during typing: keep both and ask.
    if (read.value !== value && replacedElsewhere(over.current, path, value)) {
      dispute(path, read.value, mark)
      settle()
      return true
    }
    // A value retyped unchanged has been reviewed: it is confirmed.
    if (read.value !== value || origin === 'assumed') {
      const problem = take(read.value)
      if (problem !== undefined) return refuse(text, problem)
    }
    settle()
    setNote(read.note)
    return true
  }
  const confirm = () => {
    if (origin === 'assumed') take(value)
  }
  return {
    meta,
    value,
    text: typing ?? draft?.text ?? shown,
    message: typing === undefined ? draft?.message : undefined,
    warning: typing === undefined ? outsideRange(path, value, document) : undefined,
    understood: typing === undefined ? note : understoodAs(typing, meta, knownOf(document)),
    origin,
    typing: typing !== undefined,
    type,
    commit,
    choose: (next) => {
      const problem = chosen ? sentenceFor(replace(chosen(document, String(next), mark)), path, next, meta) : take(next)
      if (problem !== undefined) keep(key, { text: String(next), message: problem, over: seen(value) })
      else drop(key)
    },
    confirm,
    setOrigin: (next) => void edit(path, value, next),
    onKeyDown: (event) => {
      if (event.key === 'Escape') {
        if (current.current === undefined && draft === undefined) return
        event.preventDefault()
        settle()
        setNote(undefined)
      } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) {
        event.preventDefault()
        // This closure no longer knows what was just typed: only an untouched field is confirmed.
        const typed = current.current !== undefined
        if (!commit()) return
        if (!typed) confirm()
        focusNext(event.currentTarget)
      }
    },
  }
}

/** Why a value is invalid; if other fields conflict with it, the first of them and how many there are. */
function sentenceFor(
  problems: readonly CaseProblem[],
  path: Path,
  value: unknown,
  meta: FieldMeta,
): string | undefined {
  const own = problems.filter((problem) => problem.path === path)
  if (own.length > 0 || problems.length === 0) return own[0]?.message
  const others = problems.length === 1 ? 'another field' : `${problems.length} other fields`
  return `${meta.label}: ${amount(value, meta)} conflicts with ${others}. ${problems[0]!.message}`
}
