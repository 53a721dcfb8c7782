import type { JsonObject } from '#shared/json'
import { fail, ok, type Result } from '#shared/result'
import type { LinkSuggestion } from '#shared/story/link-suggestion'
import { linkToStory } from '#shared/story/link-to-story'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import { readFields } from '../front-matter/read-fields'
import { isYamlList, isYamlMap, toJson, type YamlMap } from '../front-matter/value'
import { KnownCoverage } from '../related/known-coverage'
import { type Suggestion, suggest } from '../related/suggest'
import { answerJobs } from './answer-jobs'
import { giveWay } from './give-way'
import { knownStoryOf } from './known-story-of'
import { readBytes } from './read-bytes'

/** What this thread is asked. It remembers what it took in. */
export type SuggestionsJob = { readonly root: string } & (
  | { readonly kind: 'take-in'; readonly ids: readonly StoryId[] }
  | {
      readonly kind: 'suggest'
      readonly id: StoryId
      readonly limit: number
      /** Addresses that an editor said are not related to this story. */
      readonly declined: readonly string[]
    }
)
export type SuggestionsAnswer =
  | { readonly kind: 'taken-in' }
  | {
      readonly kind: 'suggested'
      readonly suggestions: Result<readonly LinkSuggestion[], StoryError>
    }

const coverage = new KnownCoverage()

function answer(job: SuggestionsJob): SuggestionsAnswer {
  if (job.kind === 'suggest') return { kind: 'suggested', suggestions: suggestFor(job) }
  for (const id of job.ids) {
    const data = dataOf(job.root, id)
    if (data === null) coverage.remove(id)
    else coverage.put(knownStoryOf(id, data))
  }
  return { kind: 'taken-in' }
}

type Question = Extract<SuggestionsJob, { kind: 'suggest' }>

function suggestFor({
  root,
  id,
  limit,
  declined
}: Question): Result<readonly LinkSuggestion[], StoryError> {
  const data = dataOf(root, id)
  if (data === null) return fail({ code: 'not-found', id })
  const one = knownStoryOf(id, data)
  const found = suggest(coverage, one, { limit, copies: 'leave-out', declined })
  return ok(
    found.flatMap((suggestion) => {
      const link = linkFor(root, suggestion)
      const { url, story, why } = suggestion
      return link === null ? [] : [{ url, story, link, why }]
    })
  )
}

/** @returns `null` if the file does not say it any more. */
function linkFor(root: string, { story, source, known }: Suggestion): JsonObject | null {
  const data = dataOf(root, source)
  if (data === null) return null
  if (story !== null) return linkToStory(toJson(data) as JsonObject)
  const related = data.get('related')
  const links = isYamlList(related) ? related.filter(isYamlMap) : []
  const isIt = (link: YamlMap): boolean =>
    (link.get('webUrl') ?? null) === known.webUrl && (link.get('title') ?? null) === known.title
  const link = links.find(isIt)
  return link === undefined ? null : (toJson(link) as JsonObject)
}

/** The front matter of a story that can be read, without its secret. */
function dataOf(root: string, id: StoryId): YamlMap | null {
  const reading = readBytes(root, id)
  if (reading.kind !== 'bytes') return null
  const fields = readFields(reading.bytes, { skip: ['secured'] })
  return fields.kind === 'front-matter' ? fields.data : null
}

// All stories are read for the first answer, while the editor goes on.
giveWay()
answerJobs(answer)
