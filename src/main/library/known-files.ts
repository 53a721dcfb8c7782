import type { Renamed } from '#shared/library/library-state'
import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import type { StoryReading } from './read-stories'
import { renamesOf } from './renames'
import type { FoundFile } from './walk'

/** What is known of one file of the library. Replaced as a whole, never altered. */
export type KnownFile = {
  /** `null`: it has no front matter, so it is not a story. */
  readonly story: Story | null
  /** As when it was read; empty if it is to be read again in any case. */
  readonly fingerprint: string
  /** Read so shortly after it changed that an equal fingerprint does not yet mean equal bytes. */
  readonly fresh: boolean
}

/** Rows that are new or different, and stories that are no more. */
export type RowChanges = {
  readonly saved: readonly Story[]
  readonly removed: readonly StoryId[]
  /** Stories that went on under another name: `from` is among the removed, `to` among the saved ones. */
  readonly renamed: readonly Renamed[]
}

/** All files of one library that may be stories, as they were when last looked at. */
export type KnownFiles = {
  get(id: StoryId): KnownFile | undefined
  has(id: StoryId): boolean
  stories(): readonly Story[]
  /** Takes in what was read. @returns what windows have to hear of; files that hold the same as before are left out. */
  accept(readings: readonly StoryReading[]): RowChanges
  /** Takes in rows whose files Storydesk has just written. */
  wrote(stories: readonly Story[]): void
  /** Takes in what an earlier look found, where the file is still as it was. @returns files that are to be read. */
  recall(files: readonly FoundFile[], earlier: ReadonlyMap<StoryId, KnownFile>): readonly StoryId[]
  /** @returns stories that got another name since that earlier look, once all files are read. */
  renamedSince(earlier: ReadonlyMap<StoryId, KnownFile>): RowChanges
  entries(): readonly (readonly [StoryId, KnownFile])[]
  /** Grows whenever anything is taken in that was not known. */
  revision(): number
  /** @returns files that are new, gone, or may have changed since they were read. */
  unsure(files: readonly FoundFile[], trustFresh: boolean): readonly StoryId[]
}

export function createKnownFiles(): KnownFiles {
  const known = new Map<StoryId, KnownFile>()
  let revision = 0

  const stories = (): readonly Story[] => [...known.values()].flatMap(({ story }) => story ?? [])

  function acceptOne(reading: StoryReading): Story | StoryId | null {
    const { id } = reading
    const before = known.get(id)?.story ?? null
    if (reading.kind === 'missing') {
      known.delete(id)
      return before === null ? null : id
    }
    const { fingerprint, fresh } = reading
    if (reading.kind === 'none') {
      known.set(id, { story: null, fingerprint, fresh })
      return before === null ? null : id
    }
    const same = before !== null && isSameRow(before, reading.story)
    const story = same ? before : reading.story
    known.set(id, { story, fingerprint, fresh })
    return same ? null : story
  }

  return {
    get: (id) => known.get(id),
    has: (id) => known.has(id),
    stories,
    accept(readings) {
      const saved: Story[] = []
      const removed: StoryId[] = []
      revision += 1
      const gone: Story[] = []
      const come: Story[] = []
      for (const reading of readings) {
        const before = known.get(reading.id)?.story ?? null
        const changed = acceptOne(reading)
        if (typeof changed === 'string') {
          removed.push(changed)
          if (before !== null) gone.push(before)
        } else if (changed !== null) {
          saved.push(changed)
          if (before === null) come.push(changed)
        }
      }
      return { saved, removed, renamed: renamesOf(gone, come) }
    },
    wrote(stories) {
      revision += 1
      for (const story of stories) known.set(story.id, { story, fingerprint: '', fresh: true })
    },
    recall(files, earlier) {
      const unread: StoryId[] = []
      for (const { id, fingerprint } of files) {
        const file = earlier.get(id)
        if (file?.fingerprint === fingerprint && !file.fresh) known.set(id, file)
        else unread.push(id)
      }
      if (known.size < earlier.size) revision += 1 // some are gone
      return unread
    },
    renamedSince(earlier) {
      const gone = [...earlier.values()].flatMap(({ story }) =>
        story !== null && !known.has(story.id) ? story : []
      )
      const come = gone.length === 0 ? [] : stories().filter(({ id }) => !earlier.has(id))
      const renamed = renamesOf(gone, come)
      const isNewName = new Set(renamed.map(({ to }) => to))
      return {
        saved: come.filter(({ id }) => isNewName.has(id)),
        removed: renamed.map(({ from }) => from),
        renamed
      }
    },
    entries: () => [...known],
    revision: () => revision,
    unsure(files, trustFresh) {
      const gone = new Set(known.keys())
      const unsure: StoryId[] = []
      for (const { id, fingerprint } of files) {
        gone.delete(id)
        const file = known.get(id)
        const sure = file?.fingerprint === fingerprint && (trustFresh || !file.fresh)
        if (!sure) unsure.push(id)
      }
      return [...unsure, ...gone]
    }
  }
}

/** A file that cannot be read has no bytes to compare, so its problem counts too. */
const isSameRow = (a: Story, b: Story): boolean =>
  a.version === b.version && a.problem?.code === b.problem?.code
