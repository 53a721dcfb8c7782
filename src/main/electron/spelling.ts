import type { Session } from 'electron'

/**
 * Lets text fields be checked for spelling as far as that asks nobody. A Mac has dictionaries of its own; elsewhere
 * Chromium loads them from Google's servers for each language that is to be checked.
 *
 * @param mayLoad whether the person wants that
 */
export function limitSpelling(session: Session, mayLoad: boolean, platform: NodeJS.Platform): void {
  if (platform !== 'darwin' && !mayLoad) session.setSpellCheckerLanguages([])
}
