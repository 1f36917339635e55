/**
 * Moves the focus to the next field on the page with its text selected; from the last one to the button that continues
 * from there (`data-onward`), if any.
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
