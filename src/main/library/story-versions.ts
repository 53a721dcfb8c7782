import { mkdir, realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { KeptVersion } from '#shared/library/kept-version'
import { fail, ok, type Result } from '#shared/result'
import type { FieldDiff } from '#shared/story/field-diff'
import type { Story, StoryDetail } from '#shared/story/story'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId, Version } from '#shared/story/story-id'
import { detailOf } from '../story/detail-of'
import { diffVersions } from '../story/diff-versions'
import { createFile } from './create-file'
import { codeOf, diskReason } from './disk'
import type { Editing } from './editing'
import type { RowChanges } from './known-files'
import type { LocalHistory } from './local-history'
import { storyFrom } from './read-stories'
import { isInside, pathOf, versionOf } from './story-files'
import type { StoryThreads } from './story-threads'

/** Earlier versions of stories: those that Storydesk replaced, and deleted ones that an editor had open. */
export type StoryVersions = {
  /** Newest first; empty if none is kept. */
  list(id: StoryId): Promise<readonly KeptVersion[]>
  /** The story as it was. */
  read(id: StoryId, version: Version): Promise<Result<StoryDetail, StoryError>>
  /** What became of a version until another, or until the file as it is now (`null`). */
  diff(
    id: StoryId,
    version: Version,
    until: Version | null
  ): Promise<Result<readonly FieldDiff[], StoryError>>
  /** Makes the file what it was, also if it is gone. If it is there, this is a step that can be undone. */
  restore(id: StoryId, version: Version): Promise<Result<Story, StoryError>>
  /** Makes the file these bytes, as `restore` does. */
  give(id: StoryId, bytes: Uint8Array, label: string): Promise<Result<Story, StoryError>>
  /** An editor looks at these bytes: should the file be deleted, they are kept. */
  saw(id: StoryId, bytes: Uint8Array): void
  /** Deleted stories are no longer looked at. */
  forget(changes: RowChanges): void
}

type StoryVersionsParts = {
  readonly root: string
  /** `null`: nothing is kept. */
  readonly kept: LocalHistory | null
  readonly storyAt: (id: StoryId) => Story | null
  readonly read: StoryThreads['read']
  readonly editing: Editing
  readonly hint: (id: StoryId) => void
}

/** How many stories an editor may have open at once in several windows. */
const MOST_SEEN = 20

export function createStoryVersions(parts: StoryVersionsParts): StoryVersions {
  const { root, kept, storyAt, read: readNow, editing, hint } = parts
  const seen = new Map<StoryId, Uint8Array>()

  async function versionAt(id: StoryId, version: Version): Promise<Result<Uint8Array, StoryError>> {
    // Only versions of this very story: a version's name alone opens nothing.
    const isOwn = (await kept?.list(id))?.some((own) => own.version === version)
    const bytes = isOwn ? await kept?.read(version) : null
    return bytes ? ok(bytes) : fail({ code: 'gone', id, what: 'That version' })
  }

  async function bytesNow(id: StoryId): Promise<Result<Uint8Array, StoryError>> {
    const now = await readNow(id)
    return now.ok ? ok(now.value.bytes) : now
  }

  async function give(
    id: StoryId,
    bytes: Uint8Array,
    label?: string
  ): Promise<Result<Story, StoryError>> {
    if (storyAt(id) !== null) return editing.restore(id, bytes, label)
    const created = await createStory(root, id, bytes)
    if (!created.ok) return created
    hint(id)
    return ok(storyFrom(id, versionOf(bytes), bytes))
  }

  return {
    give,
    list: async (id) => (await kept?.list(id)) ?? [],
    async read(id, version) {
      const bytes = await versionAt(id, version)
      return bytes.ok ? ok(detailOf(id, version, bytes.value)) : bytes
    },
    async diff(id, version, until) {
      const before = await versionAt(id, version)
      if (!before.ok) return before
      const after = until === null ? await bytesNow(id) : await versionAt(id, until)
      return after.ok ? ok(diffVersions(before.value, after.value)) : after
    },
    async restore(id, version) {
      const bytes = await versionAt(id, version)
      return bytes.ok ? give(id, bytes.value) : bytes
    },
    saw(id, bytes) {
      seen.delete(id)
      seen.set(id, bytes)
      for (const oldest of seen.keys()) {
        if (seen.size <= MOST_SEEN) break
        seen.delete(oldest)
      }
    },
    forget({ removed, renamed }) {
      for (const id of removed) {
        const bytes = seen.get(id)
        const isGone = !renamed.some(({ from }) => from === id)
        if (bytes !== undefined && isGone) void kept?.keep(id, versionOf(bytes), bytes)
        seen.delete(id)
      }
    }
  }
}

/** Puts a file where none is; never in the place of another, and never outside the library. */
async function createStory(
  root: string,
  id: StoryId,
  bytes: Uint8Array
): Promise<Result<null, StoryError>> {
  const path = pathOf(root, id)
  try {
    const folder = dirname(path)
    if (!isInside(root, await realParent(folder))) {
      return fail({ code: 'disk', id, reason: 'its folder leads out of the library' })
    }
    await mkdir(folder, { recursive: true })
    await createFile(path, bytes)
    return ok(null)
  } catch (cause) {
    return fail({ code: 'disk', id, reason: diskReason(cause) })
  }
}

/** The real path of the folder, or of the nearest one above it that is there. */
async function realParent(folder: string): Promise<string> {
  try {
    return await realpath(folder)
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause
    return realParent(dirname(folder))
  }
}
