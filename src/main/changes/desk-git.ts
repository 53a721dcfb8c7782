import type { ChangedStory, Repository } from '#shared/library/changed-story'
import type { CommitError, DeskChanges, DeskStory, RevertError } from '#shared/library/desk-changes'
import type { GitError } from '#shared/library/git-error'
import type { MergeSetup } from '#shared/library/merge-setup'
import { pathMatcher } from '#shared/library/path-patterns'
import type { RevertPart, StoryPart } from '#shared/library/revert-part'
import { fail, ok, type Result } from '#shared/result'
import type { LinkDiff } from '#shared/story/field-diff'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import { readFrontMatter } from '../front-matter/read'
import { toJson } from '../front-matter/value'
import type { Library } from '../library/library'
import { openStory } from '../library/read-file'
import { readSettings } from '../library/read-settings'
import { linkDiffs } from '../story/link-diffs'
import { isList } from '../story/same-json'
import { type Versions as Compared, changedStories } from './changed-stories'
import { commitStories } from './commit-stories'
import { committedFile } from './committed'
import { foldersApart } from './folders-apart'
import { type GitPlace, whereItStands } from './git-status'
import { lineDiff } from './line-diff'
import { mergeSetup, setUpMerge } from './merge-setup'
import { onlineByMistake } from './online-by-mistake'
import { revertPart } from './revert-part'
import { type ClashSettler, createClashSettler } from './settle-clash'
import { suggestMessage } from './suggest-message'
import { strangerIn, whoChanged } from './who-changed'

/** What the desk does with git: look, take back, commit. Every answer comes in bounded time. */
export type DeskGit = Omit<ClashSettler, 'ready'> & {
  list(): Promise<Result<DeskChanges, GitError>>
  /** The links of a story that are not as in the last commit. */
  links(id: StoryId): Promise<Result<readonly LinkDiff[], RevertError>>
  /** What became of a story line by line. */
  lines(id: StoryId): Promise<Result<string, GitError>>
  /** Makes a story, or a part of it, what it was in the last commit: a step like any other. */
  revert(id: StoryId, part: RevertPart): Promise<Result<null, RevertError>>
  suggest(ids: readonly StoryId[]): Promise<Result<string, GitError>>
  /** @param overrule commits also what the checks say goes online by mistake. */
  commit(wanted: CommitWish): Promise<Result<string, CommitError>>
  repository(): Promise<Result<Repository, GitError>>
  mergeSetup(): Promise<Result<MergeSetup, GitError>>
  setUpMerge(): Promise<Result<null, GitError>>
}

export type CommitWish = {
  readonly ids: readonly StoryId[]
  readonly message: string
  readonly overrule: boolean
}

type DeskGitParts = { readonly library: Library } & Omit<GitPlace, 'root'>

export function createDeskGit({ library, ...limits }: DeskGitParts): DeskGit {
  /** The last list, for what is asked about its stories next. */
  let listed: readonly ChangedStory[] = []

  const place = (): GitPlace | null => {
    const root = library.root()
    return root === null ? null : { root, ...limits }
  }

  const clashes = createClashSettler(library, place)

  async function list(): Promise<Result<DeskChanges, GitError>> {
    const at = place()
    if (at === null) return fail({ code: 'no-repository' })
    await clashes.ready()
    const { settings } = await readSettings(at.root)
    const steps = await library.steps()
    const ours = new Set(steps.flatMap(({ stories }) => stories.map(({ id }) => id)))
    const compared = new Map<StoryId, Compared>()
    const found = await changedStories(at, pathMatcher(settings.stories), (id, versions) => {
      if (ours.has(id)) compared.set(id, versions())
    })
    if (!found.ok) return found
    listed = found.value.stories
    const stories = found.value.stories.map(({ fields, ...story }): DeskStory => {
      const { id } = story
      const versions = compared.get(id)
      const by = versions === undefined ? null : whoChanged(steps, id, versions.was, versions.now)
      const rows = fields.map((diff) => ({
        ...diff,
        by: by === null ? strangerIn(steps) : by(diff),
        canRevert: diff.field !== '' && diff.field !== 'secured' && story.kind !== 'conflicted'
      }))
      return { ...story, rows }
    })
    const apart = foldersApart(at.root, storyIds())
    return ok({ repository: found.value.repository, stories, apart })
  }

  /** What a renamed story was called in the last commit. */
  const nameBefore = (id: StoryId): string => listed.find((story) => story.id === id)?.from ?? id

  async function versions(id: StoryId): Promise<Result<Versions, RevertError>> {
    const at = place()
    if (at === null) return inStory({ code: 'not-found', id })
    const before = await committedFile(at, nameBefore(id))
    if (!before.ok) return inGit(before.error)
    if (before.value === null) return inGit({ code: 'not-committed', story: id })
    return ok({ before: before.value, root: at.root })
  }

  async function revert(id: StoryId, part: RevertPart): Promise<Result<null, RevertError>> {
    const found = await versions(id)
    if (!found.ok) return found
    const { before, root } = found.value
    const done =
      part.kind === 'story'
        ? await library.give(id, before, `Revert ${titleOf(library, id)}`)
        : await revertIn(library, root, id, before, part)
    return done.ok ? ok(null) : inStory(done.error)
  }

  async function commit({
    ids,
    message,
    overrule
  }: CommitWish): Promise<Result<string, CommitError>> {
    const at = place()
    if (at === null) return inGit({ code: 'no-repository' })
    await clashes.ready()
    const findings = overrule ? [] : await onlineByMistake(library, ids)
    if (findings.length > 0) return fail({ kind: 'findings', findings })
    const done = await commitStories(at, ids, message)
    return done.ok ? done : inGit(done.error)
  }

  const inRepository = async <T>(
    work: (at: GitPlace) => Promise<Result<T, GitError>>
  ): Promise<Result<T, GitError>> => {
    const at = place()
    return at === null ? fail({ code: 'no-repository' }) : work(at)
  }

  const storyIds = () => library.snapshot().stories.map(({ id }) => id)

  return {
    list,
    revert,
    commit,
    repository: () => inRepository(whereItStands),
    mergeSetup: () => inRepository((at) => mergeSetup(at, storyIds())),
    setUpMerge: () => inRepository((at) => setUpMerge(at, storyIds())),
    clash: clashes.clash,
    settle: clashes.settle,
    async links(id) {
      const found = await versions(id)
      if (!found.ok) return found
      const now = openStory(found.value.root, id)
      if (!now.ok) return inStory(now.error)
      return ok(linkDiffs(linksIn(found.value.before), linksIn(now.value.bytes)))
    },
    async lines(id) {
      const at = place()
      const before = nameBefore(id)
      return at === null ? ok('') : lineDiff(at, before === id ? [id] : [before, id])
    },
    async suggest(ids) {
      if (listed.length === 0) {
        const found = await list()
        if (!found.ok) return found
      }
      const chosen = new Set(ids)
      return ok(suggestMessage(listed.filter(({ id }) => chosen.has(id))))
    }
  }
}

type Versions = { readonly before: Buffer; readonly root: string }

const inGit = (error: GitError) => fail({ kind: 'git', error } as const)
const inStory = (error: StoryError) => fail({ kind: 'story', error } as const)

const titleOf = (library: Library, id: StoryId): string =>
  library.snapshot().stories.find((story) => story.id === id)?.title ?? id

function linksIn(bytes: Uint8Array) {
  const read = readFrontMatter(bytes)
  const related = read.kind === 'front-matter' ? read.frontMatter.data.get('related') : undefined
  const links = related === undefined ? null : toJson(related)
  return links !== null && isList(links) ? links : []
}

async function revertIn(
  library: Library,
  root: string,
  id: StoryId,
  before: Buffer,
  part: StoryPart
) {
  const now = openStory(root, id)
  if (!now.ok) return now
  const plan = revertPart(id, before, now.value.bytes, part)
  if (!plan.ok) return plan
  const { changes, label, spelled } = plan.value
  const like = spelled === null ? null : { was: now.value.version, bytes: spelled }
  return library.changeAll(id, { changes, label, like })
}
