import type { JsonPatch } from '#shared/json'
import type { Problem } from '#shared/problem'
import { fail, ok, type Result } from '#shared/result'
import { Lines } from '../front-matter/location'
import type { Node } from '../front-matter/nodes'
import { patchFrontMatter } from '../front-matter/patch'
import { readText } from '../front-matter/read'

/**
 * The text of `storydesk.yml`, read by the engine that edits the stories: it knows the place of everything, and changes
 * nothing else. Lines are those of the file.
 */
export type SettingsText = {
  /** The line in which a setting stands, or one item or key of it; `null` if it is not there. */
  lineOf(name: string, item?: number | string): number | null
  /** The whole new text, in which comments and all that is not meant stand as they did. */
  patch(patch: JsonPatch): Result<string, Problem>
}

/** @returns the problem if the engine cannot read it, so that nothing of it can be changed safely either. */
export function readSettingsText(text: string): Result<SettingsText, Problem> {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
  const fences = fencesFor(text.slice(mark.length))
  const read = readText(mark + fences.before + text.slice(mark.length) + fences.after)
  const inFile = (problem: Problem): Problem => ({
    ...problem,
    line: Math.max(1, problem.line - fences.lines)
  })
  if (read.kind !== 'front-matter') return fail(inFile(read.problem))

  const { frontMatter } = read
  const root = frontMatter.root()
  const lines = new Lines(frontMatter.text)
  return ok({
    lineOf(name, item) {
      const offset = placeOf(root, name, item)
      return offset === null ? null : lines.lineOf(offset) - fences.lines
    },
    patch(patch) {
      const patched = patchFrontMatter(frontMatter, patch)
      if (!patched.ok) return fail(inFile(patched.error))
      const whole = patched.value.text
      const from = mark.length + fences.before.length
      return ok(mark + whole.slice(from, whole.length - fences.after.length))
    }
  })
}

const BYTE_ORDER_MARK = '\uFEFF'

type Fences = {
  readonly before: string
  readonly after: string
  /** How many lines `before` has. */
  readonly lines: number
}

/** A file of settings is front matter without its fences. It may have the first one itself, as YAML files often do. */
function fencesFor(text: string): Fences {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const opens = /^---\s*\n/.test(text)
  const isEnded = text === '' || text.endsWith('\n')
  return {
    before: opens ? '' : `---${lineEnd}`,
    after: `${isEnded ? '' : lineEnd}---${lineEnd}`,
    lines: opens ? 0 : 1
  }
}

function placeOf(root: Node | null, name: string, item?: number | string): number | null {
  if (root?.kind !== 'map') return null
  const entry = root.entries.find(({ key }) => key === name)
  if (entry === undefined || item === undefined) return entry?.start ?? null
  const { value } = entry
  const part =
    typeof item === 'string'
      ? value.kind === 'map' && value.entries.find(({ key }) => key === item)
      : value.kind === 'list' && value.items[item]
  return part ? part.start : null
}
