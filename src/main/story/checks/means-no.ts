import { isExactNumber, type YamlValue } from '../../front-matter/value'

/** How people spell that something is not so, besides YAML's own `false`. */
const NO = new Set(['', 'false', 'f', 'no', 'n', 'off', '0', 'null', 'nil', 'none', '~'])
const YES = new Set(['true', 't', 'yes', 'y', 'on', '1'])

/** Whether somebody who wrote this value for `published` wants the story off the site. */
export const meansNo = (value: YamlValue): boolean => value === false || NO.has(spelled(value))

/** Whether somebody who wrote this value for `published` wants the story on the site. */
export const meansYes = (value: YamlValue): boolean => value === true || YES.has(spelled(value))

/** Nobody can tell what a list or a map is meant to say. */
function spelled(value: YamlValue): string {
  if (isExactNumber(value)) return String(value.value)
  const isWord = typeof value === 'string' || typeof value === 'number'
  return isWord ? String(value).trim().toLowerCase() : 'odd'
}
