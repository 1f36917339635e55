// The packages that people install, made from `out/` by electron-builder: `npx electron-builder --config
// build/electron-builder.mjs`. Nothing is compiled: better-sqlite3 brings its native part ready-made for each system.
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const { devDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/**
 * What is added for one system: its native part stays, those of others are left out. Of patterns for node_modules
 * electron-builder heeds only those that exclude, and a list of these alone would mean "everything but": hence the first.
 * @param {string} system
 */
const filesFor = (system) => ['package.json', `!node_modules/better-sqlite3/prebuilds/!(${system}-\${arch}).node`]

/**
 * The ninth fuse, which electron-builder does not know yet, stays on, and said rather than left to the default: V8 then
 * catches a WebAssembly access out of bounds by a signal of the processor. Off, every access is checked in code instead;
 * it is for programs with handlers of their own for such signals, and makes nothing safer here.
 * @param {import('electron-builder').AfterPackContext} context
 */
async function keepTrapHandlers({ appOutDir, electronPlatformName, packager }) {
  const linux = /** @type {string} */ (Reflect.get(packager, 'executableName'))
  const name = { darwin: `${packager.appInfo.productFilename}.app`, win32: `${packager.appInfo.productFilename}.exe` }
  await flipFuses(join(appOutDir, Reflect.get(name, electronPlatformName) ?? linux), {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    [FuseV1Options.WasmTrapHandlers]: true,
  })
}

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'app.sell-or-stay',
  productName: 'Sell or Stay',
  electronVersion: devDependencies.electron,
  npmRebuild: false,
  publish: null,
  directories: { output: 'release', buildResources: 'build/icons' },
  icon: 'build/icons/icon.png',
  artifactName: '${productName} ${version} ${os} ${arch}.${ext}',
  files: [
    'out/{main,preload,renderer}/**',
    // The browser shell and the command line run from a checkout; the desktop program does not need them.
    '!out/main/{browser,cli}.js',
    '!node_modules/node-addon-api/**',
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/better-sqlite3/binding.gyp',
  ],
  asar: true,
  // The system loads native code from files, not from within the archive.
  asarUnpack: ['**/*.node'],
  // https://www.electronjs.org/docs/latest/tutorial/fuses: the program cannot be run as a bare Node, nor be given options
  // for one, and loads its code from the archive alone, whose digest is checked where the system can.
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  afterPack: keepTrapHandlers,
  mac: {
    category: 'public.app-category.finance',
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    files: filesFor('darwin'),
  },
  win: {
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    files: filesFor('win32'),
  },
  nsis: { oneClick: true, perMachine: false },
  linux: {
    category: 'Office',
    executableName: 'sell-or-stay',
    target: [{ target: 'AppImage', arch: ['x64', 'arm64'] }],
    files: filesFor('linux'),
  },
}
