import type { Merged, MergedItem, MergedList, MergedMap } from './merged'
import { innerParts, keyOf, leadOf, linesOf, type Part, type Parts } from './source-parts'

/** The three spellings of one thing; `null` or missing where it is not. */
type Three<T> = { readonly base: T | null; readonly ours: T; readonly theirs: T }
type Known<T> = Three<T | null>
/** Hears of comments that both sides changed, each in another way. */
export type OnComment = (text: string) => void

/**
 * Spells a merged mapping, part by part: as theirs does where only they changed something, otherwise as ours.
 *
 * @returns the text of each entry, `null` where the two spellings cannot be put together; `null` for all of them if
 *   the collections as a whole cannot.
 */
export function spellEntries(
  { entries }: MergedMap,
  parts: Known<Parts>,
  onComment: OnComment
): readonly (string | null)[] | null {
  const { ours, theirs } = parts
  if (ours === null || theirs === null || ours.column !== theirs.column) return null
  const [our, their] = [partsByKey(ours), partsByKey(theirs)]
  const was = parts.base === null ? null : partsByKey(parts.base)
  if (our === null || their === null) return null
  return entries.map(({ key, value }) =>
    spellPart(
      value,
      { base: was?.get(key) ?? null, ours: our.get(key) ?? null, theirs: their.get(key) ?? null },
      onComment
    )
  )
}

/** @returns `null` if a key stands twice, or is no text. */
function partsByKey({ parts }: Parts): ReadonlyMap<string, Part> | null {
  const byKey = new Map<string, Part>()
  for (const part of parts) {
    const key = keyOf(part)
    if (key === null || byKey.has(key)) return null
    byKey.set(key, part)
  }
  return byKey
}

function spellItems(
  { items }: MergedList,
  { base, ours, theirs }: Known<Parts>,
  onComment: OnComment
): readonly (string | null)[] | null {
  if (ours !== null && theirs !== null && ours.column !== theirs.column) return null
  const partAt = (parts: Parts | null, at: number | null) =>
    at === null ? null : (parts?.parts[at] ?? null)
  const isWhole = ({ ours: our, theirs: their }: MergedItem) =>
    (our === null || ours !== null) && (their === null || theirs !== null)
  if (items.length === 0 || !items.every(isWhole)) return null
  return items.map((item) =>
    spellPart(
      item.value,
      {
        base: partAt(base, item.base),
        ours: partAt(ours, item.ours),
        theirs: partAt(theirs, item.theirs)
      },
      onComment
    )
  )
}

/** The blank lines and comments above, and the lines of a key or item, each as the side that changed it spells it. */
function spellPart(merged: Merged, parts: Known<Part>, onComment: OnComment): string | null {
  const { base, ours, theirs } = parts
  if (ours === null || theirs === null) {
    const one = ours ?? theirs
    return one === null ? null : leadOf(one) + linesOf(one)
  }
  const lines = spellLines(merged, { base, ours, theirs }, onComment)
  if (lines === null) return null
  const leads = { base: base && leadOf(base), ours: leadOf(ours), theirs: leadOf(theirs) }
  return mergeSpelling(leads, onComment) + lines
}

function spellLines(merged: Merged, parts: Three<Part>, onComment: OnComment): string | null {
  const [was, our, their] = [
    parts.base && linesOf(parts.base),
    linesOf(parts.ours),
    linesOf(parts.theirs)
  ]
  if (our === their || their === was) return our
  if (our === was) return their
  const spelled =
    merged.parts === null
      ? spellToken(merged, parts, onComment)
      : spellInside(merged.parts, parts, onComment)
  return spelled ?? (merged.isOurs ? our : merged.isTheirs ? their : null)
}

/** A key or dash, what it holds as lines, and what follows. */
function spellInside(
  merged: MergedMap | MergedList,
  parts: Three<Part>,
  onComment: OnComment
): string | null {
  const inner = {
    base: parts.base && innerParts(parts.base),
    ours: innerParts(parts.ours),
    theirs: innerParts(parts.theirs)
  }
  const frame = inner.ours ?? inner.theirs
  if (frame === null) return null
  const texts =
    merged.kind === 'map'
      ? spellEntries(merged, inner, onComment)
      : spellItems(merged, inner, onComment)
  if (texts?.every((text) => text !== null) !== true) return null
  const inside = joined(texts.join(''), frame)
  if (inside === null) return null

  const around = (at: 'head' | 'tail') => {
    const { base, ours, theirs } = inner
    const one = (part: Part | null, own: Parts | null) =>
      part === null || own === null ? null : edgeOf(part, own.from, own.to)[at]
    const our = one(parts.ours, ours) ?? (one(parts.theirs, theirs) as string)
    return mergeSpelling(
      { base: one(parts.base, base), ours: our, theirs: one(parts.theirs, theirs) ?? our },
      onComment
    )
  }
  return around('head') + inside + around('tail')
}

/** Takes the blanks away that stand for a dash. @returns `null` if something else stands there. */
function joined(inside: string, { inline, column }: Parts): string | null {
  if (!inline) return inside
  const pad = ' '.repeat(column)
  return inside.startsWith(pad) && inside[column] !== ' ' ? inside.slice(column) : null
}

/** A key or dash, its value as one token, and the rest of its lines: each as the side that changed it spells it. */
function spellToken(merged: Merged, parts: Three<Part>, onComment: OnComment): string | null {
  const { base, ours, theirs } = parts
  if (!isToken(ours) || !isToken(theirs)) return null
  const was = base === null || !isToken(base) ? null : edges(base)
  const [our, their] = [edges(ours), edges(theirs)]
  const value =
    merged.isOurs && merged.isTheirs
      ? mergeSpelling({ base: was?.token ?? null, ours: our.token, theirs: their.token }, () => {})
      : merged.isOurs
        ? our.token
        : their.token
  const edge = (at: 'head' | 'tail') =>
    mergeSpelling({ base: was?.[at] ?? null, ours: our[at], theirs: their[at] }, onComment)
  return edge('head') + value + edge('tail')
}

const isToken = ({ node: { value } }: Part): boolean =>
  value.kind === 'scalar' ? value.style !== 'empty' : value.kind !== 'alias' && value.flow

function edges(part: Part) {
  const { start, end } = part.node.value
  return { ...edgeOf(part, start, end), token: part.sheet.text.slice(start, end) }
}

const edgeOf = ({ sheet, pad, own, to }: Part, start: number, end: number) => ({
  head: pad + sheet.text.slice(own, start),
  tail: sheet.text.slice(end, to)
})

/** Takes the spelling that one side changed; ours where both did. */
export function mergeSpelling({ base, ours, theirs }: Three<string>, onComment: OnComment): string {
  if (base === ours) return theirs
  const clashes = base !== null && base !== theirs && ours !== theirs
  if (clashes && commentsOf(ours) !== commentsOf(theirs)) onComment(theirs)
  return ours
}

/** What is written behind a `#`, whatever the blanks and line breaks around it. */
const commentsOf = (text: string): string =>
  [...text.matchAll(/#.*/g)].map(([comment]) => comment.trimEnd()).join('\n')
