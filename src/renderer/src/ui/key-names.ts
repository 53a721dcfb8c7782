import { createContext, useContext } from 'react'

/** What stands by now on the caps of keys that are usually these; empty if they do nothing. */
export type KeyNames = (caps: readonly string[]) => readonly string[]

/** Editors may give keys to other commands; without a word about it, keys are what they usually are. */
export const KeyNamesContext = createContext<KeyNames>((caps) => caps)

/** Adds its keys to what a button does, for a tooltip: `Compare (D)`. */
export function useWithKeys(): (text: string, caps: readonly string[]) => string {
  const namesOf = useContext(KeyNamesContext)
  return (text, caps) => {
    const names = namesOf(caps)
    return names.length === 0 ? text : `${text} (${names.join('+')})`
  }
}
