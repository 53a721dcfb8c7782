import { highest } from './highest'
import type { Coverage, KnownCoverage } from './known-coverage'
import type { KnownStory } from './known-story'
import { nearness } from './nearness'
import type { Question } from './question'

/** Coverage with its place in the index; of two, the one with the higher score fits better. */
export type Ranked = {
  readonly text: number
  readonly candidate: Coverage
  readonly score: number
}

/** So many are compared closely, and so many word-and-text pairs are walked to find them. */
const CANDIDATES = 200
const POSTINGS = 8000

/** Orders coverage by how well it fits a story: by its words, and by how near it is in time. */
export function rankCoverage(
  coverage: KnownCoverage,
  story: KnownStory,
  question: Question
): readonly Ranked[] {
  const near = (text: number): number => nearness(story.publishedAt, coverage.publishedAt(text))
  const isBefore = (a: number, b: number): boolean => coverage.isBefore(a, b)

  const points = question.gather(POSTINGS)
  for (let text = 0; text < points.length; text += 1) {
    const gathered = points[text] ?? 0
    if (gathered > 0) points[text] = coverage.at(text) === null ? 0 : gathered * near(text)
  }
  const scores = new Float64Array(points.length)
  for (const text of highest(points, CANDIDATES, isBefore)) {
    scores[text] = question.likenessTo(text) * near(text)
  }
  return highest(scores, CANDIDATES, isBefore).flatMap((text) => {
    const candidate = coverage.at(text)
    return candidate === null ? [] : [{ text, candidate, score: scores[text] ?? 0 }]
  })
}
