import type { FileOut } from '../../shared/host'

/** Offers the user a file as a download, unless the host has already written it. */
export function handOver({ name, mime, content, savedTo }: FileOut): void {
  if (savedTo !== undefined) return
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
  download(name, new Blob([bytes], { type: mime }))
}

export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Files chosen by the user; none if canceled. */
export function chosenFiles(accept: string): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.accept = accept
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

/** A file chosen by the user, or null. */
export function chosenFile(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}
