/** The bytes of a WebAssembly module, assembled when the program is built (build/wat.mjs). */
declare module '*.wat' {
  const bytes: Uint8Array<ArrayBuffer>
  export default bytes
}
