import type { TextEdit } from '../front-matter/text-edit'

type Change = { readonly from: number; readonly to: number; readonly lines: readonly string[] }

const CONTEXT = 3

/**
 * What edits do to a text, as `diff -u` shows it.
 *
 * @param name the file's path, for the two head lines.
 * @param edits in order; offsets count UTF-16 code units of `text`.
 * @returns the empty text if there are no edits.
 */
export function unifiedDiff(name: string, text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text)
  const hunks = hunksOf(changesOf(text, lines, edits))
  if (hunks.length === 0) return ''
  let grown = 0
  const body = hunks.map((hunk) => {
    const written = hunkText(lines, hunk, grown)
    for (const { from, to, lines: inserted } of hunk) grown += inserted.length - (to - from)
    return written
  })
  return `--- a/${name}\n+++ b/${name}\n${body.join('')}`
}

/** The lines of a text, each with its line feed. */
const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split(/(?<=\n)/))

/** Widens edits to whole lines and joins those that share one. */
function changesOf(
  text: string,
  lines: readonly string[],
  edits: readonly TextEdit[]
): readonly Change[] {
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    starts.push(at)
    at += line.length
  }
  const lineOf = (offset: number): number => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }
  const changes: { from: number; to: number; edits: TextEdit[] }[] = []
  for (const edit of edits) {
    const wholeLines = edit.end === (starts[lineOf(edit.end)] ?? text.length)
    const ends = wholeLines && (edit.insert === '' || edit.insert.endsWith('\n'))
    const from =
      edit.start === text.length && text.endsWith('\n') ? lines.length : lineOf(edit.start)
    const startsLine = edit.start === (starts[from] ?? text.length)
    const to = ends && startsLine ? lineOf(edit.end) : Math.min(lines.length, lineOf(edit.end) + 1)
    const last = changes.at(-1)
    if (last !== undefined && from < last.to) {
      last.to = Math.max(last.to, to)
      last.edits.push(edit)
    } else changes.push({ from, to: Math.max(from, to), edits: [edit] })
  }
  return changes.map(({ from, to, edits: inside }) => {
    const start = starts[from] ?? text.length
    const end = starts[to] ?? text.length
    let done = start
    let written = ''
    for (const edit of inside) {
      written += text.slice(done, edit.start) + edit.insert
      done = edit.end
    }
    return { from, to, lines: linesOf(written + text.slice(done, end)) }
  })
}

/** Joins changes whose context would overlap. */
function hunksOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = []
  for (const change of changes) {
    const last = hunks.at(-1)
    if (last !== undefined && change.from - (last.at(-1) as Change).to <= CONTEXT * 2)
      last.push(change)
    else hunks.push([change])
  }
  return hunks
}

function hunkText(lines: readonly string[], hunk: readonly Change[], grown: number): string {
  const first = hunk[0] as Change
  const last = hunk.at(-1) as Change
  const start = Math.max(0, first.from - CONTEXT)
  const end = Math.min(lines.length, last.to + CONTEXT)
  let written = ''
  let at = start
  let size = end - start
  for (const { from, to, lines: inserted } of hunk) {
    written += marked(' ', lines.slice(at, from)) + marked('-', lines.slice(from, to))
    written += marked('+', inserted)
    size += inserted.length - (to - from)
    at = to
  }
  written += marked(' ', lines.slice(at, end))
  const old = range(start, end - start)
  return `@@ -${old} +${range(start + grown, size)} @@\n${written}`
}

const marked = (mark: string, lines: readonly string[]): string =>
  lines.map((line) => mark + (line.endsWith('\n') ? line : `${line}${UNENDED}`)).join('')

const range = (start: number, size: number): string =>
  size === 1 ? `${start + 1}` : `${size === 0 ? start : start + 1},${size}`

const UNENDED = '\n\\ No newline at end of file\n'
