// A stand-in for the `electron` module, for machines on which Electron cannot run. run.mjs puts it in the place of
// `electron` and runs the real, built main file in Node; the real preload and the real pages run in a Chromium.
//
// What it shows: the order of start-up, the calls to SQLite and back, the preload's bridge, the protocol's answers with
// their content policy, the entries of the menu and what they do, dialogs that are answered, printing, windows and their
// end, files handed over by the system; what the program asks of the task bar, of notifications, of recent documents and
// of the person's browser; and that calls come neither too early nor too late, that no window is opened without its
// sandbox, that no channel is taken twice; and that whoever listens is asked, and obeyed, before a page navigates, opens a
// window, or is closed with something unsaved.
//
// What it cannot show, and only a real Electron can (test/e2e/REAL-ELECTRON.md): that page and preload are isolated from
// one another, the sandbox itself, fuses at run time, native dialogs and menus (their look, their roles, their keys), the
// privileges of the scheme, the lock of the single instance, that Electron itself asks and obeys as the stand-in does,
// paths inside the packed archive, the place of windows on real screens, a flash before the first paint, zoom and full
// screen as they look, printing on paper, and Electron's own version of Chromium.
import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Chromium does not know `app:`; it loads this instead, and every address is translated at the border. */
const OUTSIDE = 'https://main.app.test'
const INSIDE = 'app://main'
const inside = (url) => (url.startsWith(OUTSIDE) ? INSIDE + url.slice(OUTSIDE.length) : url)
const outside = (url) => (url.startsWith(INSIDE) ? OUTSIDE + url.slice(INSIDE.length) : url)

const state = {
  /** 'loading' while the main file is evaluated, then 'ready'. */
  phase: 'loading',
  context: undefined,
  windows: new Set(),
  schemes: new Set(),
  protocols: new Map(),
  handlers: new Map(),
  beforeRequest: undefined,
  permissions: {},
  switches: new Set(process.argv.flatMap((arg) => (arg.startsWith('--') ? [arg.slice(2).split('=')[0]] : []))),
  menu: undefined,
  dialogAnswers: [],
  /** What boxes said, with the buttons that they had. */
  boxes: [],
  paths: new Map([['documents', tmpdir()]]),
  recentDocuments: [],
  /** What the task bar was told, one after the other. */
  progress: [],
  notifications: [],
  popups: [],
  /** Addresses that were handed to the person's own browser. */
  outsideAddresses: [],
  /** Paths that were opened by the system's own programs, and files that were shown in their folder. */
  opened: [],
  shown: [],
  themeSource: 'system',
  printed: [],
  focused: undefined,
  firstWindowAt: undefined,
}
const ready = Promise.withResolvers()

function onlyBeforeReady(what) {
  if (state.phase === 'ready') throw new Error(`${what} should be called before app is ready`)
}
function onlyWhenReady(what) {
  if (state.phase !== 'ready') throw new Error(`${what} cannot be used before app is ready`)
}

class App extends EventEmitter {
  isPackaged = process.env['STAND_IN_PACKAGED'] === 'yes'
  commandLine = {
    appendSwitch(name, value) {
      onlyBeforeReady('commandLine.appendSwitch')
      state.switches.add(value === undefined ? name : `${name}=${value}`)
    },
    removeSwitch(name) {
      onlyBeforeReady('commandLine.removeSwitch')
      state.switches.delete(name)
    },
  }
  whenReady = () => ready.promise
  enableSandbox = () => onlyBeforeReady('app.enableSandbox')
  requestSingleInstanceLock = () => true
  getPath(name) {
    if (!state.paths.has(name)) throw new Error(`Failed to get '${name}' path`)
    return state.paths.get(name)
  }
  setPath(name, path) {
    mkdirSync(path, { recursive: true })
    state.paths.set(name, path)
  }
  addRecentDocument = (path) => void state.recentDocuments.push(path)
  setAppUserModelId() {}
  quit() {
    for (const window of state.windows) {
      window.emit('close', {})
      state.windows.delete(window)
    }
    this.emit('will-quit', {})
    this.exit(0)
  }
  exit(code = 0) {
    void state.context?.close().finally(() => process.exit(code))
    if (!state.context) process.exit(code)
  }
}
export const app = new App()

class WebContents extends EventEmitter {
  constructor(window) {
    super()
    this.window = window
  }
  setWindowOpenHandler(handler) {
    this.openHandler = handler
  }
  getURL() {
    return this.url ?? ''
  }
  setZoomLevel(level) {
    this.zoom = level
  }
  getZoomLevel = () => this.zoom ?? 0
  print(options, done) {
    state.printed.push({ url: this.url, options })
    done(state.printFails === undefined, state.printFails ?? '')
  }
  forcefullyCrashRenderer() {
    void this.window.crash()
  }
  async send(channel, ...args) {
    const page = await this.window.page
    // A window that is just being closed hears nothing any more.
    await page
      .evaluate(([name, values]) => globalThis.standInReceive(name, values), [channel, structuredClone(args)])
      .catch(() => undefined)
  }
  async executeJavaScript(code) {
    return (await this.window.page).evaluate(code)
  }
  async printToPDF({ preferCSSPageSize, printBackground, generateTaggedPDF, generateDocumentOutline, ...unknown }) {
    if (Object.keys(unknown).length > 0) throw new Error(`The stand-in does not know ${Object.keys(unknown).join()}`)
    const page = await this.window.page
    return page.pdf({ preferCSSPageSize, printBackground, tagged: generateTaggedPDF, outline: generateDocumentOutline })
  }
}

export class BrowserWindow extends EventEmitter {
  constructor({ webPreferences, ...bounds }) {
    super()
    onlyWhenReady('BrowserWindow')
    this.preferences = webPreferences
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, spellcheck } = webPreferences
    if (!sandbox || !contextIsolation || nodeIntegration || webviewTag || spellcheck)
      throw new Error('The stand-in opens no window that is not sandboxed and isolated')
    if (webPreferences.preload && bounds.show === false) state.firstWindowAt ??= performance.now()
    this.bounds = { x: bounds.x ?? 0, y: bounds.y ?? 0, width: bounds.width ?? 800, height: bounds.height ?? 600 }
    this.backgroundColor = bounds.backgroundColor
    this.webContents = new WebContents(this)
    this.preload = webPreferences.preload
    this.page = openPage(this, this.preload)
    state.windows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  static getAllWindows = () => [...state.windows]
  async loadURL(url) {
    // A process that has ended takes no address any more; Electron starts another behind the same window.
    if (this.crashed) this.page = openPage(this, this.preload)
    this.crashed = false
    const page = await this.page
    this.webContents.url = url
    await page.goto(outside(url))
    this.webContents.emit('did-finish-load')
    this.emit('ready-to-show')
  }
  /** For the stand-in only: the process behind the window ends. */
  async crash() {
    const gone = await this.page
    this.crashed = true
    this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    await this.page // the one that was opened in its place
    await gone.close()
  }
  /** For the stand-in only: the person closes the window; the page may object. */
  async closeByPerson() {
    await this.asked // the box of a time before is gone
    await (await this.page).close({ runBeforeUnload: true })
  }
  getNormalBounds = () => this.bounds
  isMaximized = () => this.maximized ?? false
  isFullScreen = () => this.fullScreen ?? false
  isMinimized = () => false
  isDestroyed = () => !state.windows.has(this)
  isFocused = () => state.focused === this
  maximize() {
    this.maximized = true
  }
  setFullScreen(full) {
    this.fullScreen = full
  }
  setBackgroundColor(color) {
    this.backgroundColor = color
  }
  setProgressBar = (progress) => void state.progress.push(progress)
  restore() {}
  focus() {
    state.focused = this
    this.emit('focus')
  }
  show() {
    this.focus()
  }
  destroy() {
    state.windows.delete(this)
    // It may go, with the whole browser, before it has a page.
    void this.page.then((page) => page.close()).catch(() => undefined)
  }
}

/** A page with the preload in it, run as the sandbox runs it: with a `require` that knows nothing but `electron`. */
async function openPage(window, preload) {
  const page = await state.context.newPage()
  window.opened = page
  await page.exposeBinding('standInInvoke', async ({ frame }, channel, args) => {
    const handler = state.handlers.get(channel)
    if (state.held) return new Promise(() => undefined)
    if (!handler)
      return { error: `Error invoking remote method '${channel}': Error: No handler registered for '${channel}'` }
    const url = inside(frame.url())
    const senderFrame = {
      url,
      origin: url.startsWith(`${INSIDE}/`) ? INSIDE : new URL(url).origin,
      parent: frame.parentFrame(),
    }
    try {
      const value = await handler({ sender: window.webContents, senderFrame }, ...structuredClone(args))
      return { value: structuredClone(value) }
    } catch (error) {
      return { error: `Error invoking remote method '${channel}': ${String(error)}` }
    }
  })
  await page.addInitScript(`if (location.origin === ${JSON.stringify(OUTSIDE)}) (${bridge.toString()})((require, module, exports) => {
    ${readFileSync(preload, 'utf8')}
  })`)
  // The page objects to being left: the window asks whoever listens, and stays unless one prevents that.
  page.on('dialog', (asked) => {
    if (asked.type() !== 'beforeunload') return
    let leave = false
    window.webContents.emit('will-prevent-unload', { preventDefault: () => (leave = true) })
    window.asked = (leave ? asked.accept() : asked.dismiss()).catch(() => undefined)
  })
  // Closed before it has asked for its page, it would ask nobody whether it may.
  page.on('popup', async (popup) => {
    await popup.waitForEvent('requestfailed', { timeout: 5_000 }).catch(() => undefined)
    await popup.close()
  })
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) window.webContents.url = inside(frame.url())
  })
  page.on('close', () => {
    if (window.opened !== page || !state.windows.delete(window)) return
    window.emit('close', {})
    window.emit('closed')
    if (state.windows.size === 0) app.emit('window-all-closed')
  })
  return page
}

/** Runs in the page, before its own scripts. */
function bridge(preload) {
  const listeners = new Map()
  const invoke = globalThis.standInInvoke
  const deepFreeze = (value) => {
    if (value !== null && typeof value === 'object') Object.values(value).forEach(deepFreeze)
    return Object.freeze(value)
  }
  globalThis.standInReceive = (channel, args) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...args)
  }
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, value) =>
        Object.defineProperty(globalThis, name, { value: deepFreeze(value), writable: false, configurable: false }),
    },
    ipcRenderer: {
      async invoke(channel, ...args) {
        const { value, error } = await invoke(channel, args)
        if (error !== undefined) throw new Error(error)
        return value
      },
      on: (channel, listener) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      removeListener: (channel, listener) =>
        void listeners.set(
          channel,
          (listeners.get(channel) ?? []).filter((one) => one !== listener),
        ),
    },
  }
  const module = { exports: {} }
  const require = (name) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return electron
  }
  preload(require, module, module.exports)
}

export const ipcMain = {
  handle(channel, handler) {
    if (state.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    state.handlers.set(channel, handler)
  },
}

export const protocol = {
  registerSchemesAsPrivileged(schemes) {
    onlyBeforeReady('protocol.registerSchemesAsPrivileged')
    for (const { scheme } of schemes) state.schemes.add(scheme)
  },
  handle(scheme, handler) {
    onlyWhenReady('protocol.handle')
    if (!state.schemes.has(scheme)) throw new Error(`The scheme ${scheme} was not registered as privileged`)
    if (state.protocols.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    state.protocols.set(scheme, handler)
  },
}

export const session = {
  get defaultSession() {
    onlyWhenReady('session')
    return {
      setPermissionRequestHandler: (handler) => (state.permissions.request = handler),
      setPermissionCheckHandler: (handler) => (state.permissions.check = handler),
      setDevicePermissionHandler: (handler) => (state.permissions.device = handler),
      webRequest: { onBeforeRequest: (listener) => void (state.beforeRequest = listener) },
    }
  },
}

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }
export const screen = {
  getAllDisplays() {
    onlyWhenReady('screen')
    return [display]
  },
  getPrimaryDisplay() {
    onlyWhenReady('screen')
    return display
  },
  getDisplayMatching: () => display,
}

class NativeTheme extends EventEmitter {
  get themeSource() {
    return state.themeSource
  }
  set themeSource(source) {
    state.themeSource = source
    this.emit('updated')
  }
  get shouldUseDarkColors() {
    return state.themeSource === 'dark'
  }
}
export const nativeTheme = new NativeTheme()

export class Notification extends EventEmitter {
  static isSupported = () => true
  constructor(options) {
    super()
    this.options = options
  }
  show() {
    state.notifications.push(this)
  }
}

export const Menu = {
  buildFromTemplate: (template) => Object.assign(template, { popup: () => void state.popups.push(template) }),
  setApplicationMenu: (menu) => void (state.menu = menu),
}

const nextAnswer = () => state.dialogAnswers.shift() ?? null
export const dialog = {
  async showSaveDialog(_window, { filters, defaultPath }) {
    state.boxes.push({ filters, defaultPath })
    const filePath = nextAnswer()
    return filePath === null ? { canceled: true, filePath: '' } : { canceled: false, filePath }
  },
  async showOpenDialog() {
    const filePath = nextAnswer()
    return { canceled: filePath === null, filePaths: filePath === null ? [] : [filePath] }
  },
  showErrorBox(title, text) {
    state.boxes.push({ message: `${title}: ${text}` })
    process.send?.({ errorBox: `${title}: ${text}` })
  },
  showMessageBoxSync(_window, { message, detail, buttons }) {
    state.boxes.push({ message, detail, buttons })
    return nextAnswer() ?? 0
  },
  async showMessageBox(window, options) {
    return { response: dialog.showMessageBoxSync(window, options) }
  },
}

export const shell = {
  // There is no file manager here; the empty text says that it opened.
  openPath: async (path) => {
    state.opened.push(path)
    return ''
  },
  showItemInFolder: (path) => void state.shown.push(path),
  openExternal: async (address) => void state.outsideAddresses.push(address),
}

/** For run.mjs only. */
export const standIn = {
  async useContext(context) {
    state.context = context
    await context.route('**/*', answer)
  },
  becomeReady() {
    state.phase = 'ready'
    app.emit('ready')
    ready.resolve()
  },
  answerNextDialog: (answer) => void state.dialogAnswers.push(answer),
  boxes: () => state.boxes,
  switches: () => [...state.switches],
  crash: () => mainWindow().crash(),
  closeWindow: () => mainWindow().closeByPerson(),
  /** From now on no call is answered. */
  holdCalls: () => void (state.held = true),
  unresponsive: () => void mainWindow().emit('unresponsive'),
  async permission(name) {
    const { request, check, device } = state.permissions
    const asked = await new Promise((resolve) => request({}, name, resolve))
    return { asked, looked: check({}, name), device: device({}) }
  },
  /** What a page of this origin, in this kind of frame, is answered. */
  async callFrom({ origin, embedded, gone }) {
    const handler = state.handlers.get('host:listCases')
    return handler({ senderFrame: gone ? null : { url: `${origin}/`, origin, parent: embedded ? {} : null } }, {})
  },
  /** A webview that a page embeds. */
  embedWebview() {
    let prevented = false
    mainWindow().webContents.emit('will-attach-webview', { preventDefault: () => (prevented = true) })
    return prevented
  },
  preferences: () => mainWindow().preferences,
  /** Labels and roles of the menu, a list for each of its columns. */
  menu: () => (state.menu ?? []).map(({ label, role, submenu }) => [label ?? role, ...submenu.map(named)]),
  /** Labels of the entries under an entry. */
  submenu: (label) =>
    (state.menu ?? [])
      .flatMap(({ submenu }) => submenu)
      .find((one) => one.label === label)
      ?.submenu.map(named),
  /** What happens outside, as far as it is plain data. */
  outside: ({ recentDocuments, progress, outsideAddresses, opened, shown, printed, themeSource } = state) => ({
    recentDocuments,
    progress,
    outsideAddresses,
    opened,
    shown,
    printed,
    themeSource,
    notifications: state.notifications.map(({ options }) => options),
  }),
  clickNotification: () => void state.notifications.at(-1).emit('click'),
  windows: () =>
    [...state.windows].map(({ bounds, maximized, fullScreen, backgroundColor, webContents }) => ({
      ...bounds,
      maximized: maximized ?? false,
      fullScreen: fullScreen ?? false,
      backgroundColor,
      zoom: webContents.getZoomLevel(),
    })),
  /** As the person has moved and zoomed the first window. */
  arrange({ bounds, zoom, fullScreen }) {
    const window = mainWindow()
    if (bounds) window.bounds = bounds
    if (zoom !== undefined) window.webContents.setZoomLevel(zoom)
    if (fullScreen !== undefined) window.setFullScreen(fullScreen)
  },
  /** The person turns to another program. */
  lookAway: () => void (state.focused = undefined),
  contextMenu(params) {
    state.popups = []
    mainWindow().webContents.emit('context-menu', {}, params)
    return (state.popups[0] ?? []).map(({ role, type, enabled }) => ({ role: role ?? type, enabled }))
  },
  /** macOS hands over a file. @returns whether the program takes it */
  openFile(path) {
    let taken = false
    app.emit('open-file', { preventDefault: () => (taken = true) }, path)
    return taken
  },
  secondInstance: ({ argv, folder }) => void app.emit('second-instance', {}, ['program', ...argv], folder),
  failPrinting: (reason) => void (state.printFails = reason),
  /** The main file begins now. */
  begin: () => void (state.begun = performance.now()),
  /** Milliseconds of the main process from the beginning of the main file to its first window. */
  beforeWindow: () => state.firstWindowAt - state.begun,
  click(label) {
    const items = (state.menu ?? [])
      .flatMap((menu) => menu.submenu ?? [])
      .flatMap((one) => [one, ...(one.submenu ?? [])])
    const item = items.find((one) => one.label === label)
    if (!item?.click) throw new Error(`There is no menu item ${label}`)
    item.click()
  },
}

const named = ({ label, role, type }) => label ?? role ?? type
const mainWindow = () => [...state.windows][0]

/** Whether whoever listens lets a page go to an address, or open a window at it. */
function mayNavigate(request, url) {
  const frame = frameOf(request)
  const window = frame && [...state.windows].find((one) => one.opened === frame.page())
  if (!window) return mainWindow()?.webContents.openHandler?.({ url }).action !== 'deny'
  const page = frame.page()
  if (frame === page.mainFrame() && window.webContents.url === url) return true // by loadURL, which asks nobody
  let stopped = false
  const event = { url, preventDefault: () => (stopped = true) }
  const name = request.redirectedFrom() ? 'will-redirect' : 'will-frame-navigate'
  if (frame === page.mainFrame() && name !== 'will-redirect') window.webContents.emit('will-navigate', event)
  window.webContents.emit(name, event)
  return !stopped
}

/** A window that a page opens has no frame yet when it asks for its first page. */
function frameOf(request) {
  try {
    return request.frame()
  } catch {
    return undefined
  }
}

/** Every request of a page: first past the session's rule, then to the protocol's handler, and nowhere else. */
async function answer(route) {
  const url = inside(route.request().url())
  if (route.request().isNavigationRequest() && !mayNavigate(route.request(), url)) return route.abort('aborted')
  const verdict = await new Promise((resolve) =>
    state.beforeRequest ? state.beforeRequest({ url }, resolve) : resolve({ cancel: false }),
  )
  const handler = state.protocols.get(new URL(url).protocol.slice(0, -1))
  if (verdict.cancel || !handler) return route.abort('blockedbyclient')
  const response = await handler(new Request(url, { method: route.request().method() }))
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}
