import type { Analysis } from '../../state/analyses'

/** The state of an analysis; empty while its result is current. */
export function State({
  analysis,
}: {
  readonly analysis: Pick<Analysis<never>, 'running' | 'failed'> & { readonly result: unknown }
}) {
  const { running, failed, result } = analysis
  if (failed) return <strong role="alert">This could not be calculated: {failed}</strong>
  if (!running) return null
  return <span role="status">{result ? 'Recalculating for your changes.' : 'Calculating.'}</span>
}
