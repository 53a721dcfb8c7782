import { isWriting, type KeyPress } from './key-press'

/** Where text was written: whether it is still on screen is all that counts. */
type Field = { readonly isConnected: boolean }

/** Tells keys that were meant for a text field which went away under the editor's fingers. */
export type StrayKeys = {
  /**
   * To be asked about every key before anything acts on it. `field` is what the key goes to if that takes text, else
   * `null`; `time` counts milliseconds. @returns whether nothing may act on the key.
   */
  readonly isStray: (press: KeyPress, field: Field | null, time: number) => boolean
  /** The editor pointed at something: what comes next is meant for it. */
  readonly forget: () => void
}

/** Who stops for so long after a key that did nothing has seen that the field is gone. In milliseconds. */
const PAUSE = 2000

/**
 * A story or a link that is removed on disk takes the field with it in which somebody is writing. The rest of the
 * sentence must not publish, score or remove what stands there next, and its first letter not even after a while: the
 * field may have gone while the editor was thinking.
 */
export function createStrayKeys(): StrayKeys {
  let written: Field | null = null
  let isHolding = false
  let last = 0
  return {
    isStray(press, field, time) {
      const isStray =
        field === null &&
        written?.isConnected === false &&
        isWriting(press) &&
        (!isHolding || time - last <= PAUSE)
      if (field !== null) written = isWriting(press) ? field : null
      else if (!isStray) written = null
      isHolding = isStray
      last = time
      return isStray
    },
    forget() {
      written = null
    }
  }
}
