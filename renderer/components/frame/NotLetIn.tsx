/** Shown in a tab opened by hand while no window of the program is open. */
export function NotLetIn() {
  return (
    <main style={{ padding: '2rem' }}>
      <h1>This tab has not been let in</h1>
      <p>
        Each tab of Sell or Stay gets its own key when the program opens it, so that no other page can read your cases.
        Start the program again: it opens a window and prints its address.
      </p>
    </main>
  )
}
