import type { Story } from '#shared/story/story'

/** How many stories the site shows, and how many of those although nobody wants it or without being asked. */
export type OnSite = { readonly all: number; readonly byMistake: number; readonly unsaid: number }

/** Counts as Jekyll does. `byMistake`: it cannot read the file. `unsaid`: the file does not say whether it is published. */
export function onSite(stories: readonly Story[]): OnSite {
  let all = 0
  let byMistake = 0
  let unsaid = 0
  for (const { onSite: isOnSite, published, problem } of stories) {
    if (!isOnSite) continue
    all += 1
    if (problem !== null || published === false) byMistake += 1
    else if (published === null) unsaid += 1
  }
  return { all, byMistake, unsaid }
}

/** `13 on the site, 1 of them by mistake.` and how to search for them. */
export function onSiteWords({ all, byMistake, unsaid }: OnSite): string {
  const parts = [
    `${all.toLocaleString('en')} on the site`,
    ...(byMistake > 0 ? [`${byMistake.toLocaleString('en')} of them by mistake`] : []),
    ...(unsaid > 0 ? [`${unsaid.toLocaleString('en')} because the file does not say`] : [])
  ]
  return `${parts.join(', ')}. As a search: is:onsite`
}
