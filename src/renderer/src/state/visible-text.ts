/**
 * Text in which nothing hides: control characters and marks that turn or join what is read are written as their code,
 * e.g. `U+0097`. Tabs become two spaces.
 */
export function visibleText(text: string): string {
  return text.replaceAll('\t', '  ').replace(HIDDEN, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}

const HIDDEN = /[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/gu
