import { setInPart } from './change-part'
import { meansNo, meansYes } from './means-no'
import { storyRule } from './rule'
import { shownValue } from './shown-value'

/** `published` that is neither `true` nor `false`, where what Jekyll does may well be what was meant. */
export const publishedOdd = storyRule({
  severity: 'warning',
  about: '`published` is neither `true` nor `false`.',
  *find(story) {
    const [own] = story.parts
    const published = story.data.get('published')
    if (published === undefined || typeof published === 'boolean' || own === undefined) return
    const at = ['published']
    if (published === null) {
      yield {
        message: '`published` has no value. Jekyll leaves this story out, as if it were `false`.',
        at,
        fix: () => setInPart(story, own, 'published', false)
      }
    } else if (!meansNo(published)) {
      yield {
        message: `\`published\` is ${shownValue(published)}, neither \`true\` nor \`false\`. Jekyll publishes this story.`,
        at,
        fix: meansYes(published) ? () => setInPart(story, own, 'published', true) : undefined
      }
    }
  }
})
