declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** What pdf.js looks for when it is asked to run without its own worker. */
  export const WorkerMessageHandler: unknown
}
