// `NO_SIMD=1 npm run bench -- risk` runs plain loops in the main thread, as in an engine without WebAssembly. To be
// imported first.
if (process.env.NO_SIMD) Reflect.deleteProperty(globalThis, 'WebAssembly')
