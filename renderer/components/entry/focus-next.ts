/**
 * Moves to the field after this one on the page, with its text selected; from the last to what goes on from there
 * (`data-onward`), if anything does.
 */
export function focusNext(from: HTMLElement): void {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-field]:not(:disabled), [data-onward]')].filter(
    (field) => !field.closest('details:not([open])'),
  )
  const next = fields[fields.indexOf(from) + 1]
  if (!next) return
  next.focus()
  if (next instanceof HTMLInputElement) next.select()
}
