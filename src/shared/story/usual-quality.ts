/** How far scores go, and the scores that one key sets, where a library does not say it. Windows need no schema for it. */
export const USUAL_QUALITY = {
  least: 0,
  most: 1000,
  presets: [20, 50, 80, 110, 140]
} as const
