import { draftBulk, hasSelection, markSelected } from './bulk-actions'
import { type Command, goTo, type Press, withChosen, withCurrent } from './command'
import type { Desk } from './desk'
import { plain } from './key-press'
import { decide, mark, nudgeQuality, QUALITY_PRESETS, scoreStory } from './story-actions'

const scores: readonly Command[] = [...QUALITY_PRESETS, 0].map((quality, index) => {
  const digit = String((index + 1) % (QUALITY_PRESETS.length + 1))
  return {
    words: `Quality ${quality}`,
    on: 'fields',
    caps: [digit],
    matches: plain(digit),
    run: withChosen(
      (desk) => draftBulk(desk, { kind: 'score', field: 'quality', value: quality }),
      (desk, id) => scoreStory(desk, id, quality)
    )
  }
})

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
  withCurrent((each, id) => nudgeQuality(each, id, shift ? by * 10 : by))(desk)
}
