// The packages that people install, made from `out/` by electron-builder: `npm run package`. Nothing is compiled:
// better-sqlite3 brings its native part ready-made for each system.
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

/**
 * A publisher's certificate, where the environment names one. Without it macOS gets a signature that says nothing but that
 * the program is whole, which it needs to start on Apple's own processors; Windows gets none.
 */
const signed = Boolean(process.env['CSC_LINK'] || process.env['CSC_NAME'])

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'app.sell-or-stay',
  productName: 'Sell or Stay',
  electronVersion: devDependencies.electron,
  npmRebuild: false,
  publish: null,
  directories: { output: 'release', buildResources: 'build/icons' },
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
  // A double-click on a case file opens it. The ending is one of our own: `.json` belongs to everyone.
  fileAssociations: [
    {
      ext: 'sellorstay',
      name: 'Sell or Stay case',
      description: 'Case file of Sell or Stay',
      mimeType: 'application/x-sell-or-stay',
      role: 'Editor',
      rank: 'Owner',
    },
  ],
  // https://www.electronjs.org/docs/latest/tutorial/fuses
  electronFuses: {
    // Whoever can start the program could otherwise run any script under its name and with its permissions.
    runAsNode: false,
    // There are no cookies; should Chromium ever write one, it is of no use to another program.
    enableCookieEncryption: true,
    // NODE_OPTIONS could load foreign code into the program before its own.
    enableNodeOptionsEnvironmentVariable: false,
    // --inspect would open the memory of the program, with every case in it, to a debugger.
    enableNodeCliInspectArguments: false,
    // A changed archive is not run. Windows and macOS check it; Linux cannot yet.
    enableEmbeddedAsarIntegrityValidation: true,
    // A folder `app` put beside the archive would be run in its place, unchecked.
    onlyLoadAppFromAsar: true,
    // There is no snapshot of V8 of our own to load.
    loadBrowserProcessSpecificV8Snapshot: false,
    // Pages are served from app://, so that file:// needs no more rights than in a browser.
    grantFileProtocolExtraPrivileges: false,
  },
  afterPack: keepTrapHandlers,
  mac: {
    category: 'public.app-category.finance',
    icon: 'build/icons/icon.icns',
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    files: filesFor('darwin'),
    hardenedRuntime: true,
    ...(signed ? {} : { identity: '-' }),
    entitlements: signed ? 'build/mac/entitlements.plist' : 'build/mac/entitlements-unsigned.plist',
    entitlementsInherit: signed ? 'build/mac/entitlements.plist' : 'build/mac/entitlements-unsigned.plist',
    // Apple looks at it where the environment has APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER.
    notarize: signed,
  },
  win: {
    icon: 'build/icons/icon.ico',
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    files: filesFor('win32'),
  },
  nsis: {
    // For this person alone, so that no administrator is asked.
    oneClick: true,
    perMachine: false,
    deleteAppDataOnUninstall: false,
    include: 'build/windows/installer.nsh',
  },
  linux: {
    category: 'Office',
    icon: 'build/icons/linux',
    executableName: 'sell-or-stay',
    maintainer: 'The Sell or Stay authors',
    vendor: 'The Sell or Stay authors',
    synopsis: 'Compare offers to buy a practice with keeping it',
    target: [
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] },
    ],
    files: filesFor('linux'),
  },
}
