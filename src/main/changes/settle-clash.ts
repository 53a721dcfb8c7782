import { rm } from 'node:fs/promises'
import type { Clash, ClashChoice } from '#shared/library/clash'
import type { RevertError } from '#shared/library/desk-changes'
import type { GitError } from '#shared/library/git-error'
import { fail, ok, type Result } from '#shared/result'
import type { StoryId, Version } from '#shared/story/story-id'
import type { Library } from '../library/library'
import { openStory } from '../library/read-file'
import { pathOf, versionOf } from '../library/story-files'
import { type SettledStory, settleStory } from './clash'
import { conflictList } from './conflict-list'
import { type GitPlace, whereItStands } from './git-status'
import { putStagesBack, readStages, stage, stagedState } from './stages'

/** What the desk does with stories that a merge left to a person. */
export type ClashSettler = {
  /** What is left to decide of a story. */
  clash(id: StoryId): Promise<Result<Clash, RevertError>>
  /** Writes the merged story, as a step like any other, and tells git that it is settled. */
  settle(id: StoryId, choices: readonly ClashChoice[]): Promise<Result<null, RevertError>>
  /** Resolves when git knows what was settled so far, and what Undo took back of it. */
  ready(): Promise<unknown>
}

/** A story that was settled here: to be taken back, and done again. */
type Settled = {
  readonly at: GitPlace
  readonly entries: string
  readonly before: Version | null
  readonly after: Version
  /** What git then had for the next commit. Where it has anything else now, somebody went on. */
  readonly state: string
}

export function createClashSettler(library: Library, place: () => GitPlace | null): ClashSettler {
  const settled = new Map<StoryId, Settled>()
  let last: Promise<unknown> = Promise.resolve()

  /** One after the other: between the story and git's note of it, git would answer about neither. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }

  library.events.subscribe(({ saved }) => {
    for (const { id } of saved) {
      const one = settled.get(id)
      if (one !== undefined) void inTurn(() => follow(id, one))
    }
  })

  async function settle(
    id: StoryId,
    choices: readonly ClashChoice[]
  ): Promise<Result<null, RevertError>> {
    const found = await look(id, choices)
    if (!found.ok) return found
    const { at, stages, story, now } = found.value
    if (now === null || Buffer.compare(now, story.bytes) !== 0) {
      const given = await library.give(id, story.bytes, `Settle ${story.title ?? id}`)
      if (!given.ok) return fail({ kind: 'story', error: given.error })
    }
    await rm(conflictList(pathOf(at.root, id)), { force: true })
    const staged = await stage(at, id)
    if (!staged.ok) return inGit(staged.error)
    const state = await stagedState(at, id)
    if (state.ok) {
      const before = now === null ? null : versionOf(now)
      const after = versionOf(story.bytes)
      settled.set(id, { at, entries: stages.entries, before, after, state: state.value })
    }
    return ok(null)
  }

  async function look(id: StoryId, choices: readonly ClashChoice[]) {
    const at = place()
    if (at === null) return fail({ kind: 'story', error: { code: 'not-found', id } } as const)
    const stages = await readStages(at, id)
    if (!stages.ok) return inGit(stages.error)
    if (stages.value === null) return inGit({ code: 'no-clash', story: id })
    const opened = openStory(at.root, id)
    const now = opened.ok ? opened.value.bytes : null
    const settled = settleStory(stages.value, now, choices, library.settings()?.dates)
    const title = library.snapshot().stories.find((one) => one.id === id)?.title ?? null
    return ok({ at, now, stages: stages.value, story: { ...settled, title } })
  }

  return {
    ready: () => last,
    settle: (id, choices) => inTurn(() => settle(id, choices)),
    clash: (id) =>
      inTurn(async () => {
        const found = await look(id, [])
        if (!found.ok) return found
        const where = await whereItStands(found.value.at)
        const isRebase = where.ok && where.value.busy === 'rebase'
        return ok({ ...clashOf(found.value.story), isRebase })
      })
  }
}

function clashOf({ conflicts, asked, deletedBy }: SettledStory): Omit<Clash, 'isRebase'> {
  const rows = conflicts.map(({ words, ours, theirs }, index) => ({
    words,
    asks: asked.has(index),
    ...(ours !== undefined && { ours }),
    ...(theirs !== undefined && { theirs })
  }))
  return { rows, deletedBy }
}

/** Undo brings back what clashed, so git is told that it clashes again; Redo, that it is settled. */
async function follow(id: StoryId, { at, entries, before, after, state }: Settled): Promise<void> {
  const opened = openStory(at.root, id)
  if (!opened.ok) return
  const { version } = opened.value
  const now = await stagedState(at, id)
  if (!now.ok) return
  if (version === before && now.value === state) await putStagesBack(at, entries)
  if (version === after && now.value !== state) {
    const stages = await readStages(at, id)
    if (stages.ok && stages.value?.entries === entries) await stage(at, id)
  }
}

const inGit = (error: GitError) => fail({ kind: 'git', error } as const)
