/** A piece of a text, and whether it is one of those that were typed. */
export type Part = { readonly text: string; readonly isMatch: boolean; readonly start: number }

/** Cuts a text where words of what was typed stand in it, whatever their case. */
export function matchedParts(text: string, typed: string): readonly Part[] {
  const words = typed
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return [{ text, isMatch: false, start: 0 }]
  const pattern = new RegExp(`(${words.map(plain).join('|')})`, 'gi')
  let start = 0
  return text.split(pattern).flatMap((piece, index): readonly Part[] => {
    const part = { text: piece, isMatch: index % 2 === 1, start }
    start += piece.length
    return piece === '' ? [] : [part]
  })
}

const plain = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
