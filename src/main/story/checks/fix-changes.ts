import type { FixChange } from '#shared/story/bulk-change'
import type { StoryChange } from '#shared/story/story-change'
import { checkFile, gradedRules } from './check-file'
import type { CheckedFile } from './checked-file'
import type { CheckFacts } from './rule'

/**
 * The changes that mend what a rule finds in a file, to be made one after the other; what cannot be mended safely is left
 * as it is. Last first, so that the keys of the links before stay as they are.
 */
export const fixChanges = (
  file: CheckedFile,
  facts: CheckFacts,
  { rule, field }: FixChange
): readonly StoryChange[] =>
  checkFile(file, facts, gradedRules({}, [rule]))
    .filter(({ finding }) => field === null || finding.field === field)
    .toReversed()
    .flatMap(({ fix }) => fix() ?? [])
