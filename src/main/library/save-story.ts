import type { JsonObject } from '#shared/json'
import type { StoryStep, TextEdit } from '#shared/library/history'
import { fail, ok, type Result } from '#shared/result'
import type { Story } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId, Version } from '#shared/story/story-id'
import { patchFrontMatter } from '../front-matter/patch'
import { type FrontMatter, readFrontMatter } from '../front-matter/read'
import { applyEdits } from '../front-matter/text-edit'
import { toJson } from '../front-matter/value'
import { DATE_FIELDS } from '../story/date-fields'
import { inverseOf } from '../story/inverse-of'
import { planChange } from '../story/plan-change'
import { storyOf } from '../story/story-of'
import { type OpenedStory, openStory } from './read-file'
import { storyFrom } from './read-stories'
import { replaceFile } from './replace-file'
import { versionOf } from './story-files'

/** A story as it is on disk after a save. */
export type SaveOutcome = {
  /** The file's bytes before and after. */
  readonly previous: Uint8Array
  readonly bytes: Uint8Array
  readonly story: Story
  /** The way back; `null` if the file said so already and nothing was written. */
  readonly step: StoryStep | null
}

/** Somebody who writes the file again and again must not keep an editor waiting for ever. */
const MOST_TRIES = 10

type NewText = {
  readonly text: string
  /** Makes the row of the new text. */
  readonly row: (version: Version, bytes: Uint8Array) => Story
  readonly step: Omit<StoryStep, 'id' | 'before' | 'after'>
}

/**
 * Makes changes to one story, planned against what its file says now. All of them are made, or none. If somebody else
 * writes the file meanwhile, they are planned again against what it says then.
 */
export const saveChanges = (
  root: string,
  id: StoryId,
  changes: readonly StoryChange[]
): Promise<Result<SaveOutcome, StoryError>> =>
  rewrite(root, id, (opened) => changedText(id, opened.bytes, changes))

/** Takes one step back: by the exact bytes if the file is still as the step left it, else by the inverse changes. */
export const takeBack = (root: string, step: StoryStep): Promise<Result<SaveOutcome, StoryError>> =>
  rewrite(root, step.id, ({ bytes, version }) => {
    const restored = version === step.after ? restoredText(bytes, step) : null
    return restored === null ? changedText(step.id, bytes, step.inverse) : ok(restored)
  })

async function rewrite(
  root: string,
  id: StoryId,
  newText: (opened: OpenedStory) => Result<NewText, StoryError>
): Promise<Result<SaveOutcome, StoryError>> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const opened = await openStory(root, id)
    if (!opened.ok) return opened
    const next = newText(opened.value)
    if (!next.ok) return next

    const bytes = Buffer.from(next.value.text, 'utf8')
    const { path, bytes: previous, version: before } = opened.value
    if (bytes.equals(previous)) {
      return ok({ previous, bytes, story: next.value.row(before, bytes), step: null })
    }
    const replaced = await replaceFile(path, bytes, before)
    if (replaced.ok) {
      const version = replaced.value
      const step = { id, before, after: version, ...next.value.step }
      return ok({ previous, bytes, story: next.value.row(version, bytes), step })
    }
    if (replaced.error.code === 'disk')
      return fail({ code: 'disk', id, reason: replaced.error.message })
  }
  return fail({ code: 'disk', id, reason: 'another program keeps writing it' })
}

function changedText(
  id: StoryId,
  bytes: Uint8Array,
  changes: readonly StoryChange[]
): Result<NewText, StoryError> {
  const reading = readFrontMatter(bytes)
  if (reading.kind !== 'front-matter')
    return fail({ code: 'problem', id, problem: reading.problem })

  let frontMatter: FrontMatter = reading.frontMatter
  const exact: (readonly TextEdit[])[] = []
  const inverse: StoryChange[] = []
  for (const change of changes) {
    const data = toJson(frontMatter.data) as JsonObject
    const patch = planChange(id, data, change)
    if (!patch.ok) return patch
    if (patch.value.length === 0) continue
    const patched = patchFrontMatter(frontMatter, patch.value, { dateFields: DATE_FIELDS })
    if (!patched.ok) return fail({ code: 'problem', id, problem: patched.error })

    frontMatter = patched.value.frontMatter
    exact.unshift(patched.value.inverse)
    const back = inverseOf(data, change)
    if (back !== null) inverse.unshift(back)
  }
  const { text, data, warnings } = frontMatter
  const row = (version: Version): Story =>
    storyOf(id, version, { kind: 'front-matter', data, counts: new Map(), warnings })
  return ok({ text, row, step: { exact, inverse, forward: changes } })
}

/** @returns `null` unless the way back is known and leads to the very bytes that the step found. */
function restoredText(
  bytes: Uint8Array,
  { id, exact, before, inverse, forward }: StoryStep
): NewText | null {
  if (exact === null) return null
  let text = Buffer.from(bytes).toString('utf8')
  const redo: (readonly TextEdit[])[] = []
  for (const edits of exact) {
    const applied = applyEdits(text, edits)
    text = applied.text
    redo.unshift(applied.inverse)
  }
  if (versionOf(Buffer.from(text, 'utf8')) !== before) return null
  const row = (version: Version, restored: Uint8Array): Story => storyFrom(id, version, restored)
  return { text, row, step: { exact: redo, inverse: forward, forward: inverse } }
}
