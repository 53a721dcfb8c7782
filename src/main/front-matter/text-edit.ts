/** Replaces the text from `start` up to `end` with `insert`. Offsets count UTF-16 code units of the old text. */
export type TextEdit = { readonly start: number; readonly end: number; readonly insert: string }

/**
 * Applies all edits at once and leaves every other character as it was.
 *
 * @param edits in the order of their offsets, none overlapping another.
 * @returns the new text, and the edits (offsets into the new text) that turn it back into the old one.
 * @throws {RangeError} if an edit lies outside `text` or overlaps: its offsets came from another text.
 */
export function applyEdits(
  text: string,
  edits: readonly TextEdit[]
): { readonly text: string; readonly inverse: readonly TextEdit[] } {
  const parts: string[] = []
  const inverse: TextEdit[] = []
  let done = 0
  let shift = 0
  for (const { start, end, insert } of edits) {
    if (start < done || end < start || text.length < end) {
      throw new RangeError(`Edit ${start}..${end} does not fit a text of ${text.length}`)
    }
    parts.push(text.slice(done, start), insert)
    inverse.push({
      start: start + shift,
      end: start + shift + insert.length,
      insert: text.slice(start, end)
    })
    shift += insert.length - (end - start)
    done = end
  }
  parts.push(text.slice(done))
  return { text: parts.join(''), inverse }
}

/**
 * Puts edits in order, joins those that touch, takes away what they leave unchanged at their ends, and
 * drops those that change nothing.
 *
 * Of edits that start at the same offset, insertions come first, in the given order.
 */
export function minimalEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index)
  const joined: TextEdit[] = []
  for (const { edit } of sorted) {
    const last = joined.at(-1)
    if (last !== undefined && last.end === edit.start) {
      joined[joined.length - 1] = { ...last, end: edit.end, insert: last.insert + edit.insert }
    } else joined.push(edit)
  }
  return joined.map((edit) => trimmed(text, edit)).filter((e) => e.start < e.end || e.insert !== '')
}

function trimmed(text: string, { start, end, insert }: TextEdit): TextEdit {
  let head = 0
  while (start + head < end && text[start + head] === insert[head]) head += 1
  if (
    isTrailSurrogate(insert.charCodeAt(head)) ||
    isTrailSurrogate(text.charCodeAt(start + head))
  ) {
    head = Math.max(0, head - 1)
  }
  let tail = 0
  const most = Math.min(end - start, insert.length) - head
  while (tail < most && text[end - 1 - tail] === insert[insert.length - 1 - tail]) tail += 1
  if (tail > 0 && isTrailSurrogate(text.charCodeAt(end - tail))) tail -= 1
  return { start: start + head, end: end - tail, insert: insert.slice(head, insert.length - tail) }
}

const isTrailSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
