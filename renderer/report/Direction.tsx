/** ▲ or ▼ as a shape, because the fonts lack these characters. The word is beside it. */
export function Direction({ up }: { readonly up: boolean }) {
  return (
    <svg aria-hidden="true" width="7" height="6" viewBox="0 0 7 6">
      <path d={up ? 'M3.5,0L7,6L0,6Z' : 'M0,0L7,0L3.5,6Z'} />
    </svg>
  )
}
