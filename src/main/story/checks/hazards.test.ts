import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { StoryId } from '#shared/story/story-id'
import { usualStorySettings } from '#shared/story/story-settings'
import { sharedData } from '../../../../test/shared-data'
import { checkFile, gradedRules } from './check-file'
import { checkedFileOf } from './checked-file'
import { guardedPatch } from './guarded-patch'
import type { CheckFacts } from './rule'

const facts: CheckFacts = {
  now: Date.UTC(2026, 0, 1),
  topics: new Set(['Azure']),
  site: { url: '', baseurl: '' },
  settings: usualStorySettings,
  hasFile: () => false
}
const hazards = sharedData('hazards')
const expectations: readonly { name: string; must: string }[] =
  hazards === null ? [] : JSON.parse(readFileSync(join(hazards, 'expectations.json'), 'utf8'))
const names = hazards === null ? [] : readdirSync(join(hazards, 'files'))

it.each(names)('finds places that are in the file, and changes that can be made, in %s', (name) => {
  const bytes = readFileSync(join(hazards ?? '', 'files', name))
  const file = checkedFileOf(name as StoryId, bytes)
  const lines = bytes.toString('latin1').split(/\r\n|\n|\r/).length

  const found = checkFile(file, facts, gradedRules({}))

  for (const { finding, fix } of found) {
    expect(finding.line).toBeLessThanOrEqual(lines)
    const changes = fix()
    expect(changes !== null).toBe(finding.fixable)
    if (changes !== null && file.kind === 'story') {
      expect(guardedPatch(file, changes)).not.toBeNull()
    }
  }
  const isProblem = expectations.some((each) => each.name === name && each.must === 'problem')
  if (isProblem) expect(found[0]?.finding.severity).toBe('error')
})
