import * as z from 'zod'
import { FIELD_KEY } from './field-key'
import { USUAL_QUALITY } from './usual-quality'

/** A key of the front matter. */
const Key = z.string().min(1).max(100).regex(FIELD_KEY, 'This is no name of a field.')
const Keys = z.array(Key).max(50).readonly()

const Score = z.int().min(-1_000_000).max(1_000_000)

/** The scores of stories and links: how far they go, and those that one key sets, usually as many as are in range. */
const Quality = z
  .strictObject({
    least: Score.min(0).default(USUAL_QUALITY.least),
    most: Score.default(USUAL_QUALITY.most),
    presets: z.array(Score).min(1).max(9).readonly().optional()
  })
  .superRefine(({ least, most, presets = [] }, { addIssue }) => {
    if (least >= most) return addIssue('`least` must be less than `most`.')
    const at = presets.findIndex((score) => score < least || score > most)
    const message = `This must be from ${least} to ${most}.`
    if (at !== -1) addIssue({ code: 'custom', message, input: presets, path: ['presets', at] })
  })
  .transform(({ least, most, presets }) => ({
    least,
    most,
    presets: presets ?? presetsFor(least, most)
  }))
  .readonly()
export type QualitySettings = z.infer<typeof Quality>

/** @returns the usual presets in a range, or where none is, five steps through it. Never empty. */
function presetsFor(least: number, most: number): readonly number[] {
  const usual = USUAL_QUALITY.presets.filter((score) => score >= least && score <= most)
  if (usual.length > 0) return usual
  const steps = [1, 2, 3, 4, 5].map((step) => Math.ceil(least + ((most - least) * step) / 5))
  return [...new Set(steps)]
}

/** What a library's settings say of its stories. */
export const StorySettings = z.object({
  quality: Quality,
  /** Fields whose text is a date wherever they stand, also inside a link. */
  dates: Keys,
  /** Fields without which a story should not be published. */
  required: Keys
})
export type StorySettings = z.infer<typeof StorySettings>

export const usualStorySettings: StorySettings = {
  quality: USUAL_QUALITY,
  dates: ['publishedDateTime', 'updatedDateTime'],
  required: [
    'title',
    'excerpt',
    'publishedDateTime',
    'webUrl',
    'provider',
    'topics',
    'quality',
    'heat',
    'published'
  ]
}

/** As much of a library's settings as is about stories: what threads are told with every question. */
export const storySettingsOf = ({ quality, dates, required }: StorySettings): StorySettings => ({
  quality,
  dates,
  required
})
