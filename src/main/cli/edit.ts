import { realpath } from 'node:fs/promises'
import type { JsonPatch } from '#shared/json'
import { pathMatcher } from '#shared/library/path-patterns'
import type { Problem } from '#shared/problem'
import { fail, ok, type Result } from '#shared/result'
import { StoryId, type Version } from '#shared/story/story-id'
import { type Patched, patchFrontMatter } from '../front-matter/patch'
import { readFrontMatter } from '../front-matter/read'
import { type OpenedStory, openStory } from '../library/read-file'
import { readSettings } from '../library/read-settings'
import { pathOf, type StoryFilter, storyIdOf, versionOf } from '../library/story-files'
import { hasLostDigits } from './lost-digits'
import { unifiedDiff } from './unified-diff'

/** One line that `storydesk edit` prints. */
export type EditOutcome = {
  /** As the line named it; `null` if the line names none. */
  readonly story: string | null
  readonly status: 'saved' | 'unchanged' | 'refused'
  /** The file's version after this line; `null` if there is no such story. */
  readonly version: string | null
  /** Why it was refused. Line and column are the story's; of a line that cannot be read, the input's. */
  readonly error: Problem | null
  /** Only of a dry run that would save: what would change, as `diff -u` shows it. */
  readonly diff?: string
}

/** Replaces a file's bytes if it still has the expected version. */
export type Replace = (
  path: string,
  bytes: Uint8Array,
  expected: Version
) => Promise<Result<Version, { readonly code: string; readonly message: string }>>

export type EditRun = {
  /** The library. */
  readonly folder: string
  /** `{"story", "patch"}` each. Blank lines are passed over. */
  readonly lines: AsyncIterable<string> | Iterable<string>
  /** Writes nothing; later lines still see what earlier ones would have written. */
  readonly dryRun: boolean
  readonly write: Replace
}

/** How often a file that somebody else keeps writing is read and patched anew. */
const MOST_TRIES = 5

/**
 * Applies a JSON Patch to one story per line, in order, each in one atomic write. A line that is refused changes
 * nothing and does not keep the next ones from being done.
 *
 * @throws the system's error if `folder` is not there.
 */
export async function* runEdits({
  folder,
  lines,
  dryRun,
  write
}: EditRun): AsyncGenerator<EditOutcome> {
  const site = await siteAt(await realpath(folder))
  const written = new Map<string, Uint8Array>()
  let number = 0
  for await (const line of lines) {
    number += 1
    if (line.trim() === '') continue
    const order = readLine(line, number)
    if (!order.ok) yield refused(order.error.story, null, order.error.problem)
    else if (dryRun) yield await rehearse(site, order.value, written)
    else yield await save(site, order.value, write)
  }
}

/** The library whose stories are edited. */
type Site = {
  /** Its real path. */
  readonly root: string
  readonly isStory: StoryFilter
  readonly dateFields: readonly string[]
}

async function siteAt(root: string): Promise<Site> {
  const { settings } = await readSettings(root)
  return { root, isStory: pathMatcher(settings.stories), dateFields: settings.dates }
}

type Order = { readonly story: string; readonly patch: JsonPatch }

/** Reads `{"story", "patch"}`. What is wrong inside the patch, the patch itself says later. */
function readLine(
  line: string,
  number: number
): Result<Order, { readonly story: string | null; readonly problem: Problem }> {
  const wrong = (story: string | null, message: string, code = 'malformed-line') =>
    fail({ story, problem: { code, line: number, column: 1, message } })
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return wrong(null, 'This line of the edits is no JSON.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wrong(null, 'A line of the edits is an object with `story` and `patch`.')
  }
  const { story, patch } = value as { readonly [key: string]: unknown }
  if (typeof story !== 'string') return wrong(null, '`story` is missing.')
  if (!Array.isArray(patch)) return wrong(story, '`patch` is not a list of operations.')
  if (hasLostDigits(patch, line)) return wrong(story, LOST_DIGITS, 'inexact-number')
  return ok({ story, patch: patch as unknown as JsonPatch })
}

const LOST_DIGITS =
  'A number beyond 2^53 would lose its last digits. Test for it as text, or write it into the file by hand.'

async function save(site: Site, { story, patch }: Order, write: Replace): Promise<EditOutcome> {
  for (let tries = 1; ; tries += 1) {
    const opened = await open(site, story)
    if (!opened.ok) return refused(story, null, opened.error)
    const { path, bytes, version } = opened.value
    const patched = patchBytes(bytes, patch, site)
    if (!patched.ok) return refused(story, version, patched.error)
    if (patched.value.edits.length === 0) return unchanged(story, version)

    const replaced = await write(path, Buffer.from(patched.value.text, 'utf8'), version)
    if (replaced.ok) return confirm(site, story, replaced.value)
    if (replaced.error.code !== 'changed' || tries === MOST_TRIES) {
      return refused(story, version, atTop(replaced.error.code, notSaved(replaced.error)))
    }
  }
}

function notSaved({ code, message }: { readonly code: string; readonly message: string }): string {
  const why =
    code === 'changed'
      ? 'other programs kept changing it. What they wrote is there.'
      : `${message}. The file is as it was.`
  return `The story could not be saved: ${why} Give this line again once that is over.`
}

/** Says `saved` only of what is on the disk. */
async function confirm(site: Site, story: string, version: Version): Promise<EditOutcome> {
  const opened = await open(site, story)
  if (!opened.ok) return refused(story, null, opened.error)
  if (opened.value.version === version) return { story, status: 'saved', version, error: null }
  const message = 'Another program wrote the file right after it was saved.'
  return refused(story, opened.value.version, atTop('changed', message))
}

async function rehearse(
  site: Site,
  { story, patch }: Order,
  written: Map<string, Uint8Array>
): Promise<EditOutcome> {
  const opened = await open(site, story)
  if (!opened.ok) return refused(story, null, opened.error)
  const { path } = opened.value
  const bytes = written.get(path) ?? opened.value.bytes
  const version = versionOf(bytes)
  const patched = patchBytes(bytes, patch, site)
  if (!patched.ok) return refused(story, version, patched.error)
  const { text, edits } = patched.value
  if (edits.length === 0) return unchanged(story, version)

  const after = Buffer.from(text, 'utf8')
  written.set(path, after)
  const diff = unifiedDiff(story, Buffer.from(bytes).toString('utf8'), edits)
  return { story, status: 'saved', version: versionOf(after), error: null, diff }
}

function patchBytes(
  bytes: Uint8Array,
  patch: JsonPatch,
  { dateFields }: Site
): Result<Patched, Problem> {
  const read = readFrontMatter(bytes)
  return read.kind === 'front-matter'
    ? patchFrontMatter(read.frontMatter, patch, { dateFields })
    : fail(read.problem)
}

/** Opens a story by its name, without leaving the library. */
async function open({ root, isStory }: Site, story: string): Promise<Result<OpenedStory, Problem>> {
  const id = StoryId.safeParse(story)
  if (!id.success) {
    const [issue] = id.error.issues
    return fail(atTop('outside', `This name ${issue?.message ?? 'is no path'}.`))
  }
  if (storyIdOf(root, pathOf(root, id.data), isStory) === null) {
    return fail(atTop('not-a-story', 'No story of the library can have this name.'))
  }
  const opened = openStory(root, id.data)
  if (opened.ok) return opened
  const { error } = opened
  if (error.code === 'not-found') return fail(atTop('not-found', 'There is no such story.'))
  const reason = 'reason' in error ? error.reason : error.code
  return fail(atTop(error.code, `The story cannot be opened: ${reason}.`))
}

const refused = (story: string | null, version: string | null, error: Problem): EditOutcome => ({
  story,
  status: 'refused',
  version,
  error
})

const unchanged = (story: string, version: string): EditOutcome => ({
  story,
  status: 'unchanged',
  version,
  error: null
})

const atTop = (code: string, message: string): Problem => ({ code, line: 1, column: 1, message })
