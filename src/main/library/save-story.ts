import { isUtf8 } from 'node:buffer'
import type { Stats } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { JsonObject } from '#shared/json'
import type { StoryStep, TextEdit } from '#shared/library/history'
import { fail, ok, type Result } from '#shared/result'
import type { Link, Story, StoryDetail } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId, Version } from '#shared/story/story-id'
import { patchFrontMatter } from '../front-matter/patch'
import { type FrontMatter, type ReadResult, readFrontMatter } from '../front-matter/read'
import { applyEdits, minimalEdits } from '../front-matter/text-edit'
import { sameValue, toJson } from '../front-matter/value'
import { detailOf, linksOf } from '../story/detail-of'
import { inverseOf } from '../story/inverse-of'
import { planChange } from '../story/plan-change'
import { storyOf } from '../story/story-of'
import type { KeptReadings } from './kept-readings'
import { type OpenedStory, openStory } from './read-file'
import { storyFrom } from './read-stories'
import { replaceFile } from './replace-file'
import { versionOf } from './story-files'

/** A story as it is on disk after a save. */
export type SaveOutcome = {
  /** The links before, for changes that are named after one of them; else none. */
  readonly linksBefore: readonly Link[]
  readonly story: Story
  /** The way back; `null` if the file said so already and nothing was written. */
  readonly step: StoryStep | null
}

/**
 * A program that writes in place, bit by bit, shows by a change within this time; one that left a text which cannot be
 * read has more, because most likely it is not done.
 */
const QUIET_MS = { whole: 150, unfinished: 2000 }
const LONGEST_WAIT_MS = 3000
/** Programs that delete a file and create it again need less than this in between. */
const GONE_MS = 500

/** Somebody who writes the file again and again must not keep an editor waiting for ever. */
const MOST_TRIES = 10

/**
 * A spelling to prefer: where the file is at version `was`, and the changes make it hold what `bytes` hold, it is
 * written as those.
 */
export type Like = { readonly was: Version; readonly bytes: Uint8Array }

type NewText = {
  readonly text: string
  /** Where the bytes are not those of `text`, because they are not valid UTF-8. */
  readonly bytes?: Buffer
  /** `text`, read. */
  readonly frontMatter?: FrontMatter
  readonly linksBefore?: readonly Link[]
  /** Makes the row of the new text. */
  readonly row: (version: Version, bytes: Uint8Array) => Story
  readonly step: Omit<StoryStep, 'id' | 'before' | 'after'>
}

/** Writes stories of one library. Two saves of one story must not run at the same time. */
export type StorySaver = {
  /**
   * Makes changes, planned against what the file says now. All of them are made, or none. If somebody else writes the
   * file meanwhile, they are planned again against what it says then.
   */
  change(
    id: StoryId,
    changes: readonly StoryChange[],
    like?: Like
  ): Promise<Result<SaveOutcome, StoryError>>
  /** Changes that depend on the story as it is in the file. */
  changeBy(
    id: StoryId,
    plan: (story: { detail: StoryDetail; bytes: Uint8Array }) => readonly StoryChange[]
  ): Promise<Result<SaveOutcome, StoryError>>
  /** Takes one step back: by the exact bytes if the file is still as the step left it, else by the inverse changes. */
  takeBack(step: StoryStep): Promise<Result<SaveOutcome, StoryError>>
  /** Gives the file these bytes, whatever it holds now. */
  restore(id: StoryId, bytes: Uint8Array): Promise<Result<SaveOutcome, StoryError>>
}

type StorySaverParts = {
  /** The library's folder, a real path. */
  readonly root: string
  /** Is given every version before it is replaced, and must have kept it when it returns. */
  readonly keep: (id: StoryId, version: Version, bytes: Uint8Array) => void
  readonly readings: KeptReadings
  /** The version that is known to be whole, because Storydesk wrote it or watched it settle. */
  readonly settled: Version | null
  /** Fields that are written as dates. */
  readonly dateFields: readonly string[]
}

type Next = Result<NewText, StoryError>

export function createStorySaver(parts: StorySaverParts): StorySaver {
  const { root, keep, readings, settled, dateFields } = parts
  const changedText = (id: StoryId, reading: ReadResult, changes: readonly StoryChange[]) =>
    textAfter(id, reading, changes, dateFields)

  async function rewrite(
    id: StoryId,
    next: (opened: OpenedStory) => Next
  ): Promise<Result<SaveOutcome, StoryError>> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const opened = await openWhole(id)
      if (!opened.ok) return opened
      const wanted = next(opened.value)
      if (!wanted.ok) return wanted

      const { row, step, frontMatter, linksBefore = [] } = wanted.value
      const { path, bytes: previous, version: before } = opened.value
      const bytes = wanted.value.bytes ?? Buffer.from(wanted.value.text, 'utf8')
      if (bytes.equals(previous)) {
        return ok({ linksBefore, story: row(before, bytes), step: null })
      }
      const replaced = await replaceFile(path, bytes, before, () => keep(id, before, previous))
      if (replaced.ok) {
        const after = replaced.value
        if (frontMatter !== undefined) readings.keep(after, { kind: 'front-matter', frontMatter })
        const story = row(after, bytes)
        return ok({ linksBefore, story, step: { id, before, after, ...step } })
      }
      const { code, message } = replaced.error
      if (code === 'disk') return fail({ code, id, reason: message })
    }
    return fail(keepsWriting(id))
  }

  /**
   * Opens a story once nobody is in the middle of writing it: to replace a half-written file would cut off its rest,
   * because the other program goes on in the file that was replaced.
   */
  async function openWhole(id: StoryId): Promise<Result<OpenedStory, StoryError>> {
    const started = performance.now()
    while (performance.now() < started + LONGEST_WAIT_MS) {
      const opened = openStory(root, id)
      if (isGone(opened) && performance.now() < started + GONE_MS) {
        await pause(GONE_MS / 10)
        continue
      }
      if (!opened.ok || opened.value.version === settled) return opened
      const quiet = QUIET_MS[read(opened.value).kind === 'front-matter' ? 'whole' : 'unfinished']
      const age = sinceWritten(opened.value.stats)
      if (age >= quiet) return opened
      await pause(Math.min(QUIET_MS.whole, quiet - age))
    }
    return fail(keepsWriting(id))
  }

  const read = ({ version, bytes }: OpenedStory): ReadResult => readings.read(version, bytes)

  return {
    change: (id, changes, like) =>
      rewrite(id, (opened) => {
        const changed = changedText(id, read(opened), changes)
        return changed.ok && like?.was === opened.version
          ? ok(spelledLike(changed.value, opened.bytes, like.bytes))
          : changed
      }),
    changeBy: (id, plan) =>
      rewrite(id, (opened) => {
        const reading = read(opened)
        const { version, bytes } = opened
        const detail = detailOf(id, version, bytes, reading)
        const { problem } = detail.story
        return problem === null
          ? changedText(id, reading, plan({ detail, bytes }))
          : fail({ code: 'problem', id, problem })
      }),
    takeBack: (step) =>
      rewrite(step.id, (opened) => {
        const { bytes, version } = opened
        const restored = version === step.after ? restoredText(bytes, step) : null
        if (restored !== null) return ok(restored)
        // Only a version that was brought back whole has no changes to go back by.
        return step.inverse.length === 0
          ? fail({ code: 'gone', id: step.id, what: 'The text before that' })
          : changedText(step.id, read(opened), step.inverse)
      }),
    restore: (id, wanted) => rewrite(id, ({ bytes }) => ok(wholeText(id, bytes, wanted)))
  }
}

const isGone = (opened: Result<OpenedStory, StoryError>): boolean =>
  !opened.ok && opened.error.code === 'not-found'

const keepsWriting = (id: StoryId): StoryError => ({
  code: 'disk',
  id,
  reason: 'another program keeps writing it'
})

/** @returns milliseconds since the last write in place. A rename, which brings whole files, leaves another `ctime`. */
function sinceWritten({ mtimeMs, ctimeMs }: Stats): number {
  const age = Date.now() - mtimeMs
  return mtimeMs !== ctimeMs || age < 0 ? Number.POSITIVE_INFINITY : age
}

function textAfter(
  id: StoryId,
  reading: ReadResult,
  changes: readonly StoryChange[],
  dateFields: readonly string[]
): Result<NewText, StoryError> {
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
    const patched = patchFrontMatter(frontMatter, patch.value, { dateFields })
    if (!patched.ok) return fail({ code: 'problem', id, problem: patched.error })

    frontMatter = patched.value.frontMatter
    exact.unshift(patched.value.inverse)
    const back = inverseOf(data, change)
    if (back !== null) inverse.unshift(back)
  }
  const { text, data, warnings } = frontMatter
  const row = (version: Version): Story =>
    storyOf(id, version, { kind: 'front-matter', data, counts: new Map(), warnings })
  const linksBefore = changes.some((change) => 'link' in change)
    ? linksOf(reading.frontMatter.data.get('related'))
    : []
  const step = { exact, inverse, forward: changes }
  return ok({ text, frontMatter, linksBefore, row, step })
}

/** Takes another spelling of the same story, if it is one. */
function spelledLike(wanted: NewText, before: Uint8Array, bytes: Uint8Array): NewText {
  const reading = readFrontMatter(bytes)
  if (reading.kind !== 'front-matter' || wanted.frontMatter === undefined) return wanted
  const { frontMatter } = reading
  if (!isSameStory(frontMatter, wanted.frontMatter)) return wanted
  const { text } = frontMatter
  return { ...wanted, text, frontMatter, step: { ...wanted.step, exact: wayBack(before, text) } }
}

const isSameStory = (a: FrontMatter, b: FrontMatter): boolean =>
  sameValue(a.data, b.data) && a.text.slice(a.bodyStart) === b.text.slice(b.bodyStart)

/** A whole version put in the place of another. There is a way back while the file stays so. */
function wholeText(id: StoryId, bytes: Uint8Array, wanted: Uint8Array): NewText {
  const row = (version: Version, restored: Uint8Array): Story => storyFrom(id, version, restored)
  const text = Buffer.from(wanted).toString('utf8')
  if (!isUtf8(bytes) || !isUtf8(wanted)) {
    const step = { exact: null, inverse: [], forward: [] }
    return { text, bytes: Buffer.from(wanted), row, step }
  }
  return { text, row, step: { exact: wayBack(bytes, text), inverse: [], forward: [] } }
}

/** The edits that lead from a text back to the one that it replaces. */
function wayBack(bytes: Uint8Array, text: string): readonly (readonly TextEdit[])[] {
  const old = Buffer.from(bytes).toString('utf8')
  const edits = minimalEdits(old, [{ start: 0, end: old.length, insert: text }])
  return [applyEdits(old, edits).inverse]
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
