import type { ChangedStory, Changes } from '#shared/library/changed-story'
import type { GitError } from '#shared/library/git-error'
import { ok, type Result } from '#shared/result'
import type { FieldDiff } from '#shared/story/field-diff'
import type { StoryId, Version } from '#shared/story/story-id'
import { readFields } from '../front-matter/read-fields'
import { readBytes } from '../library/read-bytes'
import { pathOf, type StoryFilter, storyIdOf, versionOf } from '../library/story-files'
import { diffVersions } from '../story/diff-versions'
import { type GitPlace, gitStatus, type StatusEntry } from './git-status'
import { readBlobs } from './read-blobs'

/** Versions of one story: in the last commit, and now. */
export type Versions = { readonly was: Version; readonly now: Version }

/**
 * Says which stories of a library are not as in the last commit, field by field. Reads only.
 *
 * @param isStory which paths can be stories, as the library's settings say.
 * @param onCompared is told of each story that is there in both, and may ask at once which versions they are.
 */
export async function changedStories(
  place: GitPlace,
  isStory: StoryFilter,
  onCompared: (id: StoryId, versions: () => Versions) => void = () => {}
): Promise<Result<Changes, GitError>> {
  const asked = gitStatus(place)
  const before = new Map<string, FoundStory[]>()
  const names = asked.then((status) => {
    if (!status.ok) return []
    for (const found of storiesIn(place, status.value.entries, isStory)) {
      const { blob } = found
      if (blob !== null) before.set(blob, [...(before.get(blob) ?? []), found])
    }
    return [...before.keys()]
  })
  const fields = new Map<StoryId, readonly FieldDiff[]>()
  const titles = new Map<StoryId, string | null>()
  // Git looks for the next ones while these are compared.
  const read = await readBlobs(place, names, (name, bytes) => {
    for (const { id, kind } of before.get(name) ?? []) {
      if (kind === 'deleted' || kind === 'conflicted') titles.set(id, titleIn(bytes))
      if (kind === 'deleted') continue
      const now = readBytes(place.root, id)
      if (now.kind !== 'bytes') continue
      fields.set(id, diffVersions(bytes, now.bytes))
      onCompared(id, () => ({ was: versionOf(bytes), now: versionOf(now.bytes) }))
    }
  })
  const status = await asked
  if (!status.ok) return status
  if (!read.ok) return read
  const stories = storiesIn(place, status.value.entries, isStory)
    .map(({ id, kind, from }): ChangedStory => {
      const title = titles.get(id) ?? null
      return { id, kind, from, title, fields: fields.get(id) ?? [] }
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return ok({ repository: status.value.repository, stories })
}

type FoundStory = Pick<StatusEntry, 'kind' | 'from'> & {
  readonly id: StoryId
  /** What it was; `null` where git has nothing of it. */
  readonly blob: string | null
}

const storiesIn = (
  { root }: GitPlace,
  entries: readonly StatusEntry[],
  isStory: StoryFilter
): readonly FoundStory[] =>
  entries.flatMap(({ kind, path, from, blob }) => {
    const id = storyIdOf(root, pathOf(root, path as StoryId), isStory)
    return id === null ? [] : [{ id, kind, from, blob: kind === 'added' ? null : blob }]
  })

function titleIn(bytes: Uint8Array): string | null {
  const read = readFields(bytes, { skip: ['related'] })
  const title = read.kind === 'front-matter' ? read.data.get('title') : undefined
  return typeof title === 'string' ? title : null
}
