/** Named entities that stand in texts of news; others are left for people. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  quot: '"',
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  bull: '•',
  middot: '·',
  deg: '°',
  trade: '™',
  reg: '®',
  copy: '©',
  euro: '€',
  pound: '£',
  yen: '¥',
  eacute: 'é',
  egrave: 'è',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  ccedil: 'ç',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß'
}

/**
 * The text with characters in place of its HTML entities.
 *
 * @returns `null` if that cannot be done without a doubt: one is unknown, the text holds tags, or would hold what a
 *   browser takes for a tag or a further entity.
 */
export function withoutEntities(text: string): string | null {
  let isKnown = true
  const clean = text.replace(/&(#?)(\w+);/g, (_, number: string, name: string) => {
    const character = number === '' ? NAMED[name] : numbered(name)
    isKnown &&= character !== undefined
    return character ?? ''
  })
  return isKnown && clean !== text && !/[<>]|&#?\w+;/.test(clean) ? clean : null
}

/** @returns nothing for numbers that are no character that can be seen. */
function numbered(name: string): string | undefined {
  const code = /^x[\da-f]+$/i.test(name) ? Number.parseInt(name.slice(1), 16) : Number(name)
  if (!(code >= 0x20 && code <= 0x10ffff)) return undefined
  if ((code >= 0x7f && code <= 0x9f) || (code >= 0xd800 && code <= 0xdfff)) return undefined
  return String.fromCodePoint(code)
}
