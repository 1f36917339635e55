/** One step of what a case file looks like. Once released it is never edited. */
export interface Version {
  /** The `schemaVersion` that the document has afterward. */
  readonly to: number
  /**
   * A document of the version before as one of this. Nobody has checked it yet: what it does not recognize it leaves as
   * it is, and the schema says what is wrong.
   */
  up(document: Readonly<Record<string, unknown>>): Record<string, unknown>
}
