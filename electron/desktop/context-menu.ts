import { Menu, type BrowserWindow, type ContextMenuParams, type MenuItemConstructorOptions } from 'electron'

/** The context menu: text commands in a field, Copy elsewhere. */
export function offerContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, params) => {
    const template = itemsFor(params)
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window })
  })
}

type Asked = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>

function itemsFor({ isEditable, selectionText, editFlags: can }: Asked): MenuItemConstructorOptions[] {
  if (!isEditable) return selectionText.trim() === '' ? [] : [{ role: 'copy' }]
  return [
    { role: 'undo', enabled: can.canUndo },
    { role: 'redo', enabled: can.canRedo },
    { type: 'separator' },
    { role: 'cut', enabled: can.canCut },
    { role: 'copy', enabled: can.canCopy },
    { role: 'paste', enabled: can.canPaste },
    { type: 'separator' },
    { role: 'selectAll', enabled: can.canSelectAll },
  ]
}
