import { Component, type ReactNode } from 'react'

import { Diagnostics } from './Diagnostics'

interface Failed {
  readonly error?: unknown
  readonly failed: boolean
}

/** Shows a fallback where rendering failed. */
class ErrorBoundary extends Component<
  { readonly children: ReactNode; readonly instead: (error: unknown) => ReactNode },
  Failed
> {
  override state: Failed = { failed: false }

  static getDerivedStateFromError(error: unknown): Failed {
    return { failed: true, error }
  }

  override render() {
    return this.state.failed ? this.props.instead(this.state.error) : this.props.children
  }
}

/** A page that fails says so in a sentence; entries are already stored. */
export function Boundary({ children }: { readonly children: ReactNode }) {
  return (
    <ErrorBoundary
      instead={(error) => (
        <div role="alert">
          <h1>This page could not be displayed</h1>
          <p>
            What you entered has been kept. Go to another page, or undo the last change with the button above. If this
            happens again, send the diagnostics to whoever supports the program.
          </p>
          <Diagnostics error={error} />
        </div>
      )}
    >
      {children}
    </ErrorBoundary>
  )
}

/** The same for the whole window; it uses no other component, since any of them may have failed. */
export function RootBoundary({ children }: { readonly children: ReactNode }) {
  return (
    <ErrorBoundary
      instead={(error) => (
        <main role="alert" style={{ maxWidth: '44rem', padding: '2rem' }}>
          <h1>The window could not be displayed</h1>
          <p>
            Everything that was saved has been kept. Reload the window. If this happens again, send the diagnostics to
            whoever supports the program.
          </p>
          <p>
            <button type="button" className="link" onClick={() => globalThis.location.reload()}>
              Reload the window
            </button>{' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                globalThis.location.hash = '#/'
                globalThis.location.reload()
              }}
            >
              Go to the list of cases
            </button>
          </p>
          <Diagnostics error={error} />
        </main>
      )}
    >
      {children}
    </ErrorBoundary>
  )
}
