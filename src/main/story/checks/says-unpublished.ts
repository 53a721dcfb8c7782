import { isFailure, resolvePlain } from '../../front-matter/psych-scalar'
import { meansNo } from './means-no'

/** Guesses whether a file whose front matter cannot be read says that it shall not be published. */
export function saysUnpublished(text: string): boolean {
  const [, spelled] = PUBLISHED.exec(text) ?? []
  if (spelled === undefined) return false
  const value = resolvePlain(spelled.trim().replace(/^(["'])(.*)\1$/, '$2'))
  return !isFailure(value) && meansNo(value)
}

const PUBLISHED = /^[ \t]*["']?published["']?[ \t]*:([^\n\r#]*)/im
