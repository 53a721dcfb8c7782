import { isDeepStrictEqual } from 'node:util'
import { usualSettings } from '#shared/library/settings'
import { storySettingsOf, usualStorySettings } from '#shared/story/story-settings'
import { gradedRules } from '../story/checks/check-file'
import type { Checking } from './finding-keeper'
import type { Said } from './site'

/** What the library's own files say that matters to checks. */
export type SaidChecks = {
  /** @returns whether it differs from what was said before. */
  take(said: Said): boolean
  now(): Checking
}

type Relevant = Omit<Checking['facts'], 'now'> & Pick<Said['settings'], 'checks'>

export function createSaidChecks(clock: () => number): SaidChecks {
  let said: Relevant = {
    checks: usualSettings.checks,
    settings: usualStorySettings,
    site: { url: '', baseurl: '' },
    topics: []
  }

  return {
    take({ settings, state }) {
      const before = said
      said = {
        checks: settings.checks,
        settings: storySettingsOf(settings),
        site: state.site,
        topics: state.vocabulary
      }
      return !isDeepStrictEqual(before, said)
    },
    now: () => ({
      rules: gradedRules(said.checks),
      facts: { now: clock(), site: said.site, settings: said.settings, topics: said.topics }
    })
  }
}
