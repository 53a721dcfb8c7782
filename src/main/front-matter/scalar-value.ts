import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml'

/**
 * The text of a scalar as libyaml reads it.
 *
 * @param source the text that the event's offsets refer to.
 */
export function scalarValue(source: string, event: ScalarEvent): string {
  if (event.fast) return source.slice(event.valueStart, event.valueEnd)
  if (event.style !== SCALAR_STYLE.DOUBLE_QUOTED) return getScalarValue(source, event)

  const raw = source.slice(event.valueStart, event.valueEnd)
  if (!ESCAPED_BREAK.test(raw)) return getScalarValue(source, event)
  const spelled = raw.replace(ESCAPE, (whole, blanks: string | undefined) =>
    blanks === undefined ? whole : `${'\\n'.repeat(blanks.split(BREAK).length - 1)}\\\n`
  )
  return getScalarValue(spelled, { ...event, valueStart: 0, valueEnd: spelled.length })
}

/** js-yaml loses the blank lines behind an escaped line break, and escapes one half of a `\r\n` only. */
const ESCAPED_BREAK = /\\(?:\r|\n[ \t]*[\r\n])/
const ESCAPE = /\\(?:(?:\r\n|\n|\r)((?:[ \t]*(?:\r\n|\n|\r))*)|[\s\S])/g
const BREAK = /\r\n|\n|\r/
