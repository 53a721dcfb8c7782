const isMac = (): boolean => /mac/i.test(globalThis.navigator?.platform ?? '')

/** What says which key was pressed. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Whether a key writes or deletes text where text is written. */
export const isWriting = ({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean =>
  !ctrlKey && !metaKey && !altKey && (key.length === 1 || key === 'Backspace' || key === 'Delete')

/** The name of the key that chords start with on this computer. */
export const chordCap = (): string => (isMac() ? '⌘' : 'Ctrl')

/** One of these keys, alone or with Shift. */
export const plain =
  (...keys: readonly string[]) =>
  ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
    !ctrlKey && !metaKey && !altKey && keys.some((each) => each === key || each === lower(key))

/** One of these letters or keys with Shift and nothing else. */
export const shifted =
  (...keys: readonly string[]) =>
  (event: KeyboardEvent): boolean =>
    event.shiftKey && plain(...keys)(event)

/** A letter with Ctrl, on a Mac with Command, and with Shift only if it says so. */
export const chord =
  (letter: string, shift?: 'shift') =>
  ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
    lower(key) === letter &&
    (isMac() ? metaKey && !ctrlKey : ctrlKey && !metaKey) &&
    shiftKey === (shift !== undefined) &&
    !altKey

/** Letters mean the same with caps lock on. */
const lower = (key: string): string => (key.length === 1 ? key.toLowerCase() : key)
