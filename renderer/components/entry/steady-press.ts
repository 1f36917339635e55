import { flushSync } from 'react-dom'

/** What is pressed rather than typed into. */
const PRESSED = 'button, a, summary, label, input[type=checkbox], input[type=radio]'

/** The field that is being typed into, if what is pressed is something else. */
function typedBeside(target: EventTarget | null): { field: HTMLElement; pressed: HTMLElement } | undefined {
  const field = document.activeElement
  const pressed = target instanceof Element ? target.closest<HTMLElement>(PRESSED) : null
  if (!pressed || !(field instanceof HTMLElement) || field.dataset['typing'] === undefined) return undefined
  return { field, pressed }
}

/**
 * A press while something is being typed takes the entry when the button is let go, not when it goes down: taking it
 * adds or removes lines, what was pressed moves away from under the pointer, and the click would be lost.
 * @returns what takes it off again
 */
export function steadyPress(): () => void {
  const down = (event: MouseEvent) => {
    if (typedBeside(event.target)) event.preventDefault()
  }
  const click = (event: MouseEvent) => {
    const found = typedBeside(event.target)
    if (!found) return
    const { field, pressed } = found
    // Drawn before the click goes on, so that what was pressed acts on the case with the entry in it.
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
