import { setInPart } from './change-part'
import { withoutEntities } from './html-entities'
import { storyRule } from './rule'

/** HTML in a text that feeds, search engines and the desk show as it is. */
export const htmlInText = storyRule({
  severity: 'warning',
  about: 'A title or an excerpt holds HTML.',
  *find(story) {
    for (const part of story.parts) {
      for (const field of ['title', 'excerpt']) {
        const text = part.map.get(field)
        if (typeof text !== 'string' || !/[<&]/.test(text)) continue
        const html = (TAG.exec(text) ?? ENTITY.exec(text))?.[0]
        if (html === undefined) continue
        const clean = withoutEntities(text)
        yield {
          message: `${part.name}: the ${field} holds HTML: \`${html.slice(0, 40)}\`.`,
          at: [...part.path, field],
          fix: clean === null ? undefined : () => setInPart(story, part, field, clean)
        }
      }
    }
  }
})

const TAG =
  /<\/?(?:a|abbr|b|blockquote|br|code|div|em|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|pre|q|s|script|small|span|strong|style|sub|sup|svg|table|td|th|tr|u|ul|video)(?:\s[^<>]*)?\/?>/i
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i
