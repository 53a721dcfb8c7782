import type { RuleId } from '#shared/story/finding'
import type { StoryId } from '#shared/story/story-id'
import type { Library } from '../library/library'

/** What Jekyll publishes though nobody meant it to. */
const RULES: ReadonlySet<RuleId> = new Set([
  'broken-story',
  'hidden-front-matter',
  'published-by-mistake'
])

/** What would put chosen stories online by mistake if they were committed as they are; the first of each story. */
export async function onlineByMistake(
  library: Pick<Library, 'findingsOf'>,
  ids: readonly StoryId[]
) {
  const found = await Promise.all(
    ids.map(async (story) => {
      const findings = await library.findingsOf(story)
      const first = findings.ok ? findings.value.find(({ rule }) => RULES.has(rule)) : undefined
      return first === undefined ? [] : [{ story, rule: first.rule, message: first.message }]
    })
  )
  return found.flat()
}
