import type { Block, PlainDocument } from '../../shared/intake/document'
import { newestMessage } from './quoted'
import { documentOfText } from './text'
import { Unreadable } from './unreadable'

/**
 * An e-mail: its own text. Quoted earlier messages are ignored because they contain someone else's terms.
 * @throws Unreadable
 */
export async function readMail(bytes: Uint8Array): Promise<PlainDocument> {
  const { default: PostalMime } = await import('postal-mime')
  const mail = await PostalMime.parse(bytes)
  const plain = mail.text?.trim() ?? ''
  const html = mail.html?.trim() ?? ''
  if (plain === '' && html === '')
    throw new Unreadable(
      mail.attachments.length > 0
        ? 'The mail has no text of its own, only attachments; nothing was read. Save the attachment and read that.'
        : 'The mail has no text; nothing was read. Check that it is the right file.',
    )
  // The HTML part keeps tables; the plain part is more reliable for everything else.
  const body = /<table[\s>]/i.test(html) || plain === '' ? textOfHtml(html) : plain
  const { own, note } = newestMessage(body, mail.subject)
  const notes = [
    ...(note === undefined ? [] : [note]),
    ...(mail.attachments.length > 0
      ? ['The mail has attachments. They were not read: save them and read them as files.']
      : []),
  ]
  const document = documentOfText(own, notes)
  const blocks: Block[] = [
    // The sender's address often names the buyer better than the text.
    ...(mail.from?.address
      ? [
          {
            kind: 'paragraph' as const,
            text: `From: ${mail.from.name ? `${mail.from.name} ` : ''}<${mail.from.address}>`,
          },
        ]
      : []),
    ...(mail.subject ? [{ kind: 'paragraph' as const, text: mail.subject }] : []),
    ...document.pages[0]!.blocks,
  ]
  return { ...document, pages: [{ number: 1, blocks }], sheets: [] }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  times: '×',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  bull: '•',
  hellip: '…',
  frac12: '½',
  middot: '·',
}

/** The text of an HTML e-mail, with table rows as tab-separated lines. It is never displayed as markup. */
function textOfHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(script|style|head|title)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<blockquote\b[\s\S]*?<\/blockquote\s*>/gi, '\n> \n')
    .replace(/\s+/g, ' ')
    .replace(/\s*<\/t[dh]>\s*(?=<t[dh])/gi, '\t')
    .replace(/<(?:br|\/p|\/div|\/tr|\/h\d|\/li|\/table)\b[^>]*>/gi, '\n')
    .replace(/<(?:p|table|ul|ol|h\d)\b[^>]*>/gi, '\n')
    .replace(/<li\b[^>]*>/gi, '\n- ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined
      if (code !== undefined) return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ' '
      return ENTITIES[name!.toLowerCase()] ?? whole
    })
}
