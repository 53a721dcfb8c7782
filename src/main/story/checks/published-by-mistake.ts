import { setInPart } from './change-part'
import { meansNo } from './means-no'
import { storyRule } from './rule'
import { shownValue } from './shown-value'

/** Jekyll holds a story back for the boolean `false`, and for no other way of saying no. */
export const publishedByMistake = storyRule({
  severity: 'error',
  about: 'Jekyll publishes a story though it says unpublished.',
  *find(story) {
    const [own] = story.parts
    const published = story.data.get('published')
    if (published !== undefined) {
      const isBoolean = typeof published === 'boolean' || published === null
      if (isBoolean || own === undefined || !meansNo(published)) return
      yield {
        message: `\`published\` is ${shownValue(published)}, not \`false\`, so Jekyll publishes this story.`,
        at: ['published'],
        fix: () => setInPart(story, own, 'published', false)
      }
      return
    }
    for (const [key, value] of story.data) {
      if (!MISSPELLED.test(key) || value === null || !meansNo(value)) continue
      yield {
        message: `Jekyll knows \`published\`, not \`${key}\`, so it publishes this story.`,
        at: [key]
      }
    }
  }
})

const MISSPELLED = /^\s*(?:publish|published|is[-_]?published|publised|pubished)\s*$/i
