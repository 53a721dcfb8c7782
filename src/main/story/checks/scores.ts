/** The scores of stories and links, and what they can be. Real libraries stay far below the highest values. */
export const SCORES: readonly {
  readonly field: 'quality' | 'heat'
  readonly least: number
  readonly most: number
}[] = [
  { field: 'quality', least: 0, most: 1000 },
  // -1 is how robots write that nothing was measured.
  { field: 'heat', least: -1, most: 1_000_000 }
]
