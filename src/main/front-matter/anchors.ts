import { type Fault, fault } from './fault'
import type { YamlValue } from './value'

/** A node that aliases may repeat, and how much one repetition is. */
export type Anchor = {
  readonly value: YamlValue
  /** `false` while its collection is still open. */
  complete: boolean
  values: number
  characters: number
  /** How many collections nest in it. */
  height: number
}

/** How much aliases may repeat: values, and characters of their text. */
const MAX_REPEATED_VALUES = 250_000
const MAX_REPEATED_CHARACTERS = 8_000_000

/** The anchors of a document so far. Aliases and merge keys together repeat only so much of it. */
export class Anchors {
  readonly #anchors = new Map<string, Anchor>()
  #values = 0
  #characters = 0

  /** Later anchors take the place of earlier ones of the same name. */
  define(name: string, value: YamlValue, complete: boolean): Anchor {
    const size = typeof value === 'string' ? value.length : 0
    const anchor: Anchor = { value, complete, values: 1, characters: size, height: 0 }
    this.#anchors.set(name, anchor)
    return anchor
  }

  /** The anchor that the alias at `offset` repeats. */
  repeat(name: string, offset: number): Anchor | Fault {
    const anchor = this.#anchors.get(name)
    if (anchor === undefined) {
      return fault(offset, 'unknown-alias', `\`*${name}\` refers to an anchor that is not there.`)
    }
    if (!anchor.complete) {
      return fault(offset, 'recursive-alias', `\`*${name}\` stands inside what it refers to.`)
    }
    this.#values += anchor.values
    this.#characters += anchor.characters
    return this.#isTooMuch()
      ? tooMany(offset, 'Aliases repeat so much that the story is too large.')
      : anchor
  }

  /** Counts what a merge key repeats. */
  merge(values: number, offset: number): Fault | null {
    this.#values += values
    return this.#isTooMuch() ? tooMany(offset, 'Merge keys repeat too many values.') : null
  }

  #isTooMuch(): boolean {
    return this.#values > MAX_REPEATED_VALUES || this.#characters > MAX_REPEATED_CHARACTERS
  }
}

const tooMany = (offset: number, message: string): Fault =>
  fault(offset, 'too-many-aliases', message)
