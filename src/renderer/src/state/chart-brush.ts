import { type Parts, partsWords, type RangeBin } from './insights'

/** The columns of a chart that are being chosen: from where that began to where it is, both counted from 0. */
export type Brush = { readonly anchor: number; readonly at: number }

type Press = { readonly key: string; readonly shiftKey: boolean }

/**
 * Where a key takes the brush: arrows to the next column, Home and End to the first and the last; with Shift from where it
 * began, so that several are chosen. @returns `null` for other keys.
 */
export function brushMoved(brush: Brush | null, press: Press, count: number): Brush | null {
  const to = placeOf(brush?.at ?? null, press.key, count - 1)
  if (to === null || count === 0) return null
  const at = Math.min(count - 1, Math.max(0, to))
  return { anchor: press.shiftKey ? (brush?.anchor ?? at) : at, at }
}

function placeOf(at: number | null, key: string, last: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return at === null ? 0 : at + 1
    case 'ArrowLeft':
    case 'ArrowDown':
      return at === null ? last : at - 1
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

/** The chosen columns from low to high. */
const chosenIn = (bins: readonly RangeBin[], { anchor, at }: Brush): readonly RangeBin[] =>
  bins.slice(Math.min(anchor, at), Math.max(anchor, at) + 1)

/** `20 to 24: 2 published, 5 unpublished`, or `20 to 24 through 35 to 39: …` for several columns together. */
export function brushWords(bins: readonly RangeBin[], brush: Brush): string {
  const chosen = chosenIn(bins, brush)
  const [first, last] = [chosen[0], chosen.at(-1)]
  if (first === undefined || last === undefined) return ''
  const sum = (part: keyof Parts) => chosen.reduce((total, bin) => total + bin[part], 0)
  const parts = {
    published: sum('published'),
    unpublished: sum('unpublished'),
    outside: sum('outside')
  }
  const words = first === last ? first.words : `${first.words} through ${last.words}`
  return `${words}: ${partsWords(parts)}`
}
