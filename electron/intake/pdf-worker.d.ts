declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** What pdf.js looks for when it is asked to work without a worker of its own. */
  export const WorkerMessageHandler: unknown
}
