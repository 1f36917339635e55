// `NO_SIMD=1 npm run bench -- risk`: the same with plain loops, as where an engine has no WebAssembly. Imported first.
if (process.env.NO_SIMD) Reflect.deleteProperty(globalThis, 'WebAssembly')
