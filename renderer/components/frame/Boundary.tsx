import { Component, type ReactNode } from 'react'

/** A page that fails says so in a sentence; what was entered is stored already. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert">
        <h1>This page could not be drawn</h1>
        <p>
          What you entered is kept. Go to another page, or undo the last change with the button above. If it happens
          again, export the case and send it to whoever looks after the program.
        </p>
      </div>
    )
  }
}
