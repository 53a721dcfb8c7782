/** Two versions of a story cut to the fields in which they differ, each as front matter of its own. */
export type ChangedPart = { readonly before: Buffer; readonly after: Buffer }

/**
 * Cuts two versions of a file to the lines of those fields at the top which are not the same, because reading a
 * field takes much less than reading a hundred links.
 *
 * @returns `null` where that might say something else than the whole files: the text after the front matter
 *   differs, a line looks unusual, a field stands twice, or anchors are about.
 */
export function changedPart(before: Buffer, after: Buffer): ChangedPart | null {
  const same = sameAtStart(before, after)
  const rest = sameAtEnd(before, after, same)
  const from = fieldStart(after, same)
  const to = from === null ? null : fieldEnd(after, after.length - rest)
  if (from === null || to === null) return null
  const keys = calmKeys(after, from)
  if (keys === null) return null

  const parts = [
    before.subarray(from, to - after.length + before.length),
    after.subarray(from, to)
  ] as const
  const now = parts[1].toString('latin1')
  // What both share is looked at once.
  const own = differingLines(before, same, rest, from).toString('latin1')
  if (ODD_LINE.test(now) || ODD_LINE.test(own)) return null
  const fields = keysIn(now)
  const left = keysIn(own)
  for (const key of [...fields, ...left]) {
    if (keys.has(key) || after.indexOf(`\n${key}:`, to - 1) !== -1) return null
  }
  const instead = keysIn(differingLines(after, same, rest, from).toString('latin1'))
  const isOne = fields.length === 1 && left.length === instead.length
  const cut = (isOne ? changedItems(parts, same - from) : null) ?? parts
  if (cut.some((part) => ANCHOR.test(part.toString('latin1')))) return null
  return { before: asMatter(cut[0]), after: asMatter(cut[1]) }
}

/**
 * Cuts two lists of links to the items from the first to the last that differs. Those before it are still counted, each as a
 * `0`, because an editor hears positions. Of links with one address, one below what differs is not taken for another.
 *
 * @param parts the lines of one field each, the same up to `same`.
 * @returns `null` if they are none: the values of other fields are wanted whole.
 */
function changedItems(parts: readonly Buffer[], same: number): readonly Buffer[] | null {
  const [was = FENCE, now = FENCE] = parts
  const indent = /^related: *\r?(\n *- )/.exec(now.toString('latin1', 0, 200))?.[1]
  if (indent === undefined || !was.includes(indent)) return null
  const items: number[] = []
  for (
    let at = now.indexOf(indent);
    at !== -1 && at + indent.length <= same;
    at = now.indexOf(indent, at + 1)
  ) {
    items.push(at + 1)
  }
  const [first, from] = [items[0], items.at(-1)]
  if (first === undefined || from === undefined) return null
  const left = sameAtEnd(was, now, same)
  const next = now.indexOf(indent, now.length - left)
  const cut = next === -1 ? 0 : now.length - next - 1
  const head = Buffer.concat([
    now.subarray(0, first),
    Buffer.from(`${indent.slice(1)}0\n`.repeat(items.length - 1))
  ])
  return parts.map((part) => Buffer.concat([head, part.subarray(from, part.length - cut)]))
}

const asMatter = (lines: Buffer = FENCE): Buffer => Buffer.concat([FENCE, lines, FENCE])
const FENCE = Buffer.from('---\n')
/** A line that starts with neither a letter nor what may stand below a field: a key in quotes, or worse. */
const ODD_LINE = /\n(?![\w\s#-])./
const ANCHOR = /(?:^|[\s[{,])(?:[&*]\w|<<)/

/** How much is looked at in one step. */
const STEP = 1024

function sameAtStart(a: Buffer, b: Buffer): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at + STEP <= most && a.compare(b, at, at + STEP, at, at + STEP) === 0) at += STEP
  while (at < most && a[at] === b[at]) at += 1
  return at
}

/** @param taken how much is the same at the start: that does not count twice. */
function sameAtEnd(a: Buffer, b: Buffer, taken: number): number {
  const most = Math.min(a.length, b.length) - taken
  const isSame = (from: number, to: number) =>
    a.compare(b, b.length - to, b.length - from, a.length - to, a.length - from) === 0
  let length = 0
  while (length + STEP <= most && isSame(length, length + STEP)) length += STEP
  while (length < most && a[a.length - length - 1] === b[b.length - length - 1]) length += 1
  return length
}

/** The lines of a version that differ, from the field at `from` on. */
function differingLines(text: Buffer, same: number, rest: number, from: number): Buffer {
  const end = text.indexOf(NEW_LINE, text.length - rest)
  return text.subarray(
    Math.max(from, text.lastIndexOf(NEW_LINE, same - 1)),
    end === -1 ? text.length : end
  )
}

/** Where the last field starts that begins before `at`. */
function fieldStart(text: Buffer, at: number): number | null {
  for (let end = at - 1; end > 0; end -= 1) {
    end = text.lastIndexOf(NEW_LINE, end - 1)
    if (end === -1) return null
    if (isLetter(text[end + 1]) && end + 1 < at) return end + 1
    end += 1
  }
  return null
}

/** Where the first field, or the closing fence, starts behind `at`. */
function fieldEnd(text: Buffer, at: number): number | null {
  for (let end = text.indexOf(NEW_LINE, at); end !== -1; end = text.indexOf(NEW_LINE, end + 1)) {
    if (isLetter(text[end + 1]) || isFence(text, end + 1)) return end + 1
  }
  return null
}

const NEW_LINE = 0x0a
const isLetter = (byte = 0): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isFence = (text: Buffer, at: number): boolean =>
  text[at] === 0x2d && text[at + 1] === 0x2d && text[at + 2] === 0x2d

/**
 * The fields of front matter before `to`. Their lines must be so plain that a line which starts with a letter is
 * certain to start a field: no quote and no bracket is open.
 */
function calmKeys(text: Buffer, to: number): ReadonlySet<string> | null {
  const keys = new Set<string>()
  let at = text.indexOf(NEW_LINE) + 1
  if (!isFence(text, 0) || text.toString('latin1', 0, at).trimEnd() !== '---') return null
  while (at < to) {
    const end = text.indexOf(NEW_LINE, at)
    const first = text[at] as number
    if (isLetter(first)) {
      const key = CALM.exec(text.toString('latin1', at, end))?.[1]
      if (key === undefined || keys.has(key)) return null
      keys.add(key)
    } else if (isFence(text, at) || !USUAL.has(first)) return null
    at = end + 1
  }
  return keys
}

/** Blanks, line breaks, comments, and items of a list. */
const USUAL = new Set([0x20, NEW_LINE, 0x0d, 0x23, 0x2d])
const CALM = /^(\w+):(?: (?:[^"'[{\s].*|"(?:[^"\\]|\\.)*"|'[^']*'|\[[^\]["'{]*\]))?\s*$/

/** The keys in lines of which the first one starts a field. */
const keysIn = (part: string): readonly string[] =>
  [...`\n${part}`.matchAll(/\n(\w+):/g)].map(([, key = '']) => key)
