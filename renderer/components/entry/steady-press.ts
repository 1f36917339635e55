import { flushSync } from 'react-dom'

/** Elements that are pressed rather than typed into. */
const PRESSED = 'button, a, summary, label, input[type=checkbox], input[type=radio]'

/** The field being edited, if something else is pressed. */
function typedBeside(target: EventTarget | null): { field: HTMLElement; pressed: HTMLElement } | undefined {
  const field = document.activeElement
  const pressed = target instanceof Element ? target.closest<HTMLElement>(PRESSED) : null
  if (!pressed || !(field instanceof HTMLElement) || field.dataset['typing'] === undefined) return undefined
  return { field, pressed }
}

/**
 * A press during editing commits the edit on release, not when the button goes down: committing adds or removes lines,
 * which would move the target from under the pointer and lose the click.
 * @returns a function that removes the listeners
 */
export function steadyPress(): () => void {
  const down = (event: MouseEvent) => {
    if (typedBeside(event.target)) event.preventDefault()
  }
  const click = (event: MouseEvent) => {
    const found = typedBeside(event.target)
    if (!found) return
    const { field, pressed } = found
    // Rendered before the click proceeds, so that its target acts on the case with the edit in it.
    flushSync(() => {
      pressed.focus({ preventScroll: true })
      if (document.activeElement === field) field.blur()
    })
  }
  document.addEventListener('mousedown', down, true)
  document.addEventListener('click', click, true)
  return () => {
    document.removeEventListener('mousedown', down, true)
    document.removeEventListener('click', click, true)
  }
}
