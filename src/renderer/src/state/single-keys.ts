import { isWriting, type KeyPress } from './key-press'

/** Which keys an editor gave to other commands: the key that is pressed -> the one whose command it carries out. */
export type KeyMap = { readonly [pressed: string]: string }

export type SingleKeys = {
  /** Whether keys act without Ctrl or Command at all; speech and a cat press them too (WCAG 2.1.4). */
  readonly singleKeys: boolean
  readonly keys: KeyMap
}

/** What is written on the cap of a key that can be given to another command. */
const CAP = /^([A-Z/?]|Space)$/

/** @returns the key of a cap, e.g. `p`; `null`: no other key can take its place. */
export const keyOfCap = (cap: string): string | null =>
  !CAP.test(cap) ? null : cap === 'Space' ? ' ' : cap.toLowerCase()

/** What stands on the cap of the key that carries out what `cap` usually does. */
export function capNow(cap: string, keys: KeyMap): string {
  const key = keyOfCap(cap)
  if (key === null) return cap
  const now = keyFor(key, keys)
  return now === ' ' ? 'Space' : now.toUpperCase()
}

/**
 * What stands on the caps that do what `caps` usually do. Keys that are pressed with Ctrl, Command or Alt stay what they
 * are; with single keys off those are left out, for they do nothing.
 */
export function capsNow(
  caps: readonly string[],
  { singleKeys, keys }: SingleKeys
): readonly string[] {
  if (caps.some((cap) => CHORDS.has(cap))) return caps
  if (!singleKeys && caps.some((cap) => cap === 'Shift')) return []
  return caps.filter((cap) => singleKeys || !SINGLE.test(cap)).map((cap) => capNow(cap, keys))
}

const CHORDS: ReadonlySet<string> = new Set(['Ctrl', '⌘', 'Alt'])
const SINGLE = /^([\p{L}\d+−/?…]|Space)$/u

/** What a press means: the usual key of its command. `null`: nothing, because single keys are off. */
export function meantKey(press: KeyPress, { singleKeys, keys }: SingleKeys): string | null {
  if (!isWriting(press) || press.key.length > 1) return press.key
  if (!singleKeys) return null
  const pressed = press.key.toLowerCase()
  const usual = Object.hasOwn(keys, pressed) ? keys[pressed] : undefined
  if (usual === undefined) return press.key
  return press.key === pressed ? usual : usual.toUpperCase()
}

/** Digits score and type positions, plus and minus go with Shift: they stay what they are. */
export const canTake = (press: KeyPress): boolean =>
  isWriting(press) && press.key.length === 1 && !/[\d+\-=_−]/.test(press.key)

/** Gives the command of the usual key `usual` to `pressed`; the command that had it takes the other's key. */
export function giveKey(keys: KeyMap, usual: string, pressed: string): KeyMap {
  const to = pressed.toLowerCase()
  const pairs = { ...keys, [keyFor(usual, keys)]: keys[to] ?? to, [to]: usual }
  return Object.fromEntries(Object.entries(pairs).filter(([key, meant]) => key !== meant))
}

/** The map as it was kept; what is none counts as nothing. */
export function readKeys(kept: unknown): KeyMap {
  if (typeof kept !== 'object' || kept === null) return {}
  const pairs = Object.entries(kept)
  const pressed = new Set(pairs.map(([key]) => key))
  // Every key must stand on both sides once: else a command could be reached no more.
  const isWhole = pairs.every(([, usual]) => pressed.delete(String(usual)))
  return isWhole ? Object.fromEntries(pairs.map(([key, usual]) => [key, String(usual)])) : {}
}

const keyFor = (usual: string, keys: KeyMap): string =>
  Object.keys(keys).find((pressed) => keys[pressed] === usual) ?? usual
