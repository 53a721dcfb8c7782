import { draftBulk, hasSelection, markSelected } from './bulk-actions'
import { type Command, goTo, type Press, withChosen } from './command'
import type { Desk } from './desk'
import { plain } from './key-press'
import { qualityOf } from './quality-settings'
import { decide, mark, nudgeQuality, scoreStory } from './story-actions'

const scores: readonly Command[] = [...'1234567890'].map((digit) => {
  const scoreIn = (desk: Desk) => presetOf(desk, Number(digit))
  const onScore = (work: (score: number) => void, desk: Desk) => {
    const score = scoreIn(desk)
    if (score !== null) work(score)
  }
  return {
    words: `Quality by ${digit}`,
    wordsNow: (desk) => {
      const score = scoreIn(desk)
      return score === null ? null : `Quality ${score}`
    },
    on: 'fields',
    caps: [digit],
    matches: plain(digit),
    run: withChosen(
      (desk) =>
        onScore((value) => draftBulk(desk, { kind: 'score', field: 'quality', value }), desk),
      (desk, id) => onScore((value) => scoreStory(desk, id, value), desk)
    )
  }
})

/** The score that a digit sets: one of the presets, and 0 none of them. @returns `null` if there are fewer presets. */
const presetOf = (desk: Desk, digit: number): number | null =>
  digit === 0 ? 0 : (qualityOf(desk).presets[digit - 1] ?? null)

/** Keys of the list that decide about a story, or about all that are chosen. */
export const DECIDING_COMMANDS: readonly Command[] = [
  {
    words: 'Publish, then next',
    on: 'fields',
    caps: ['P'],
    matches: plain('p'),
    run: withChosen(
      (desk) => draftBulk(desk, { kind: 'publish', published: true }),
      (desk, id) => decide(desk, id, true)
    )
  },
  {
    words: 'Unpublish, then next',
    on: 'fields',
    caps: ['U'],
    matches: plain('u'),
    run: withChosen(
      (desk) => draftBulk(desk, { kind: 'publish', published: false }),
      (desk, id) => decide(desk, id, false)
    )
  },
  {
    words: 'Reviewed, then next',
    on: 'story',
    caps: ['Space'],
    matches: plain(' '),
    run: withChosen(
      (desk) => markSelected(desk, 'reviewed'),
      (desk, id) => mark(desk, id, 'reviewed')
    )
  },
  {
    words: 'Hold, then next',
    on: 'story',
    caps: ['H'],
    matches: plain('h'),
    run: withChosen(
      (desk) => markSelected(desk, 'held'),
      (desk, id) => mark(desk, id, 'held')
    )
  },
  ...scores,
  {
    words: 'Quality up, with Shift by 10',
    on: 'fields',
    caps: ['+'],
    matches: plain('+', '='),
    run: (desk, press) => raise(desk, 1, press)
  },
  {
    words: 'Quality down, with Shift by 10',
    on: 'fields',
    caps: ['−'],
    matches: plain('-', '_', '−'),
    run: (desk, press) => raise(desk, -1, press)
  },
  {
    words: 'Type a quality',
    on: 'fields',
    caps: ['Q'],
    matches: plain('q'),
    run: (desk) => (hasSelection(desk) ? desk.bulk.ask('quality') : goTo(desk, 'quality'))
  }
]

function raise(desk: Desk, by: 1 | -1, { shift }: Press): void {
  withChosen(
    (each) => each.bulk.ask('quality'),
    (each, id) => nudgeQuality(each, id, shift ? by * 10 : by)
  )(desk)
}
