import { isYamlList } from '../../front-matter/value'
import { storyRule } from './rule'

/** A topic that no page of the site is about. */
export const unknownTopic = storyRule({
  severity: 'warning',
  about: 'A topic is not one of `_data/topics`.',
  *find({ data }, { topics }) {
    const said = data.get('topics')
    if (topics.size === 0 || !isYamlList(said)) return
    for (const [at, topic] of said.entries()) {
      if (typeof topic !== 'string' || topics.has(topic)) continue
      const meant = [...topics].find((known) => isAlike(known, topic))
      const field = `topics/${at}`
      yield {
        message:
          meant === undefined
            ? `The site has no topic “${topic}”.`
            : `The site has no topic “${topic}”, but “${meant}”.`,
        at: ['topics', String(at)],
        // The topic as it should be may stand beside it.
        fix:
          meant === undefined || said.includes(meant)
            ? undefined
            : () => [{ kind: 'set', field, was: topic, value: meant }]
      }
    }
  }
})

const isAlike = (a: string, b: string): boolean => letters(a) === letters(b)
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
