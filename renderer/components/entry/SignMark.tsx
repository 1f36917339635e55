/** A diamond, filled if the field could change the answer, so that color is not the only sign. */
export const SignMark = ({ decisive }: { readonly decisive: boolean }) => (
  <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true" focusable="false">
    <path
      d="M5.5 1 10 5.5 5.5 10 1 5.5Z"
      fill={decisive ? 'var(--ink)' : 'var(--card)'}
      stroke="var(--ink)"
      strokeWidth="1.3"
    />
  </svg>
)
