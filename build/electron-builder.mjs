// The installers, made from `out/` by electron-builder: `npm run package`. Nothing is compiled: better-sqlite3 ships
// its native part prebuilt for each system.
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const { devDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/**
 * Extra files per system: its own native part stays, those of other systems are excluded. For node_modules
 * electron-builder honors only exclusions, and a list of those alone would mean "everything but": hence the first
 * pattern.
 * @param {string} system
 */
const filesFor = (system) => ['package.json', `!node_modules/better-sqlite3/prebuilds/!(${system}-\${arch}).node`]

/**
 * The ninth fuse, which electron-builder does not know yet, stays on, stated explicitly: V8 then catches out-of-bounds
 * WebAssembly accesses with a processor signal instead of checking each in code. Turning it off is for programs with
 * their own signal handlers and would make nothing safer here.
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
 * A publisher's certificate, if the environment names one. Without it macOS gets an ad hoc signature, which Apple
 * silicon requires to start the program; Windows gets none.
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
    '!out/main/checkout/**',
    '!node_modules/node-addon-api/**',
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/better-sqlite3/binding.gyp',
  ],
  asar: true,
  // Native code must be loaded from files outside the archive.
  asarUnpack: ['**/*.node'],
  // Double-clicking a case file opens it. The extension is our own: `.json` belongs to everyone. Letters and books belong
  // to other programs: each system below offers this one beside them ("Open with"), never in their place.
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
    // Anyone who can start the program could otherwise run any script under its name and permissions.
    runAsNode: false,
    // We set no cookies; if Chromium ever writes one, it must be useless to other programs.
    enableCookieEncryption: true,
    // NODE_OPTIONS could load foreign code before the program's own.
    enableNodeOptionsEnvironmentVariable: false,
    // --inspect would expose the program's memory, with every case in it, to a debugger.
    enableNodeCliInspectArguments: false,
    // A modified archive does not run. Windows and macOS check it; Linux cannot yet.
    enableEmbeddedAsarIntegrityValidation: true,
    // An `app` folder beside the archive would run in its place, unchecked.
    onlyLoadAppFromAsar: true,
    // We have no V8 snapshot to load.
    loadBrowserProcessSpecificV8Snapshot: false,
    // Pages are served from app://, so file:// needs no more rights than in a browser.
    grantFileProtocolExtraPrivileges: false,
  },
  afterPack: keepTrapHandlers,
  mac: {
    category: 'public.app-category.finance',
    icon: 'build/icons/icon.icns',
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    files: filesFor('darwin'),
    fileAssociations: [
      {
        ext: ['pdf', 'docx', 'eml', 'txt', 'csv', 'tsv', 'xlsx'],
        name: 'Letter of intent or books',
        role: 'Viewer',
        rank: 'Alternate',
      },
    ],
    hardenedRuntime: true,
    ...(signed ? {} : { identity: '-' }),
    entitlements: signed ? 'build/mac/entitlements.plist' : 'build/mac/entitlements-unsigned.plist',
    entitlementsInherit: signed ? 'build/mac/entitlements.plist' : 'build/mac/entitlements-unsigned.plist',
    // Notarized by Apple if the environment has APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER.
    notarize: signed,
  },
  win: {
    icon: 'build/icons/icon.ico',
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    files: filesFor('win32'),
  },
  nsis: {
    // Installed for this user only, so that no administrator is needed.
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
    mimeTypes: [
      'application/pdf',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'message/rfc822',
      'text/plain',
      'text/csv',
      'text/tab-separated-values',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    synopsis: 'Compare offers to buy a practice with keeping it',
    target: [
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] },
    ],
    files: filesFor('linux'),
  },
}
