import { useId, useState } from 'react'
import { useDesk, useDeskState } from '../../state/desk-context'
import type { Distribution, Scale } from '../../state/distribution'
import {
  highEnd,
  lowEnd,
  type QualityRange,
  qualityRange,
  withQualityRange
} from '../../state/quality-range'
import { scoreWords } from '../../state/score-words'
import { countOf } from '../../state/story-words'
import styles from './QualityBrush.module.css'
import side from './SideRow.module.css'
import { useQualityBrush } from './use-quality-brush'

/**
 * How the library scores. Drawn over with the pointer, or by the two sliders, it narrows the list to a range of scores; a
 * click on a bar narrows it to that bar, a double click takes the limits away.
 */
export function QualityBrush() {
  const desk = useDesk()
  const distribution = useDeskState(
    (each) => each.overview,
    (overview) => overview.quality
  )
  const filters = useDeskState(
    (each) => each.view,
    (view) => view.filters
  )
  const [draft, setDraft] = useState<QualityRange | null>(null)
  const titleId = useId()
  const range = draft ?? qualityRange(filters)
  const { scale } = distribution
  const [low, high] = [lowEnd(range, scale.end), highEnd(range, scale.end)]
  const narrow = (next: QualityRange) =>
    desk.view.setState({ filters: withQualityRange(desk.view.getState().filters, next, scale.end) })
  const drag = useQualityBrush(scale, range, setDraft, (next) => {
    setDraft(null)
    narrow(next)
  })
  if (distribution.highest === 0) return null

  return (
    <section aria-labelledby={titleId}>
      <h2 className={side.title} id={titleId}>
        Quality
      </h2>
      <div className={styles.brush}>
        <svg
          className={styles.plot}
          viewBox={`0 0 ${distribution.bars.length} 1`}
          preserveAspectRatio="none"
          aria-hidden="true"
          onDoubleClick={() => narrow({ from: null, to: null })}
          {...drag}
        >
          <Bars distribution={distribution} range={range} />
        </svg>
        <span className={styles.track} aria-hidden="true">
          <span style={{ insetInline: `${place(low, scale)} ${place(scale.end - high, scale)}` }} />
        </span>
        <Handle
          scale={scale}
          label="Lowest quality"
          value={low}
          limit={range.from}
          onSet={(from) => narrow({ from: Math.min(from, high), to: range.to })}
        />
        <Handle
          scale={scale}
          label="Highest quality"
          value={high}
          limit={range.to}
          onSet={(to) => narrow({ from: range.from, to: Math.max(to, low) })}
        />
      </div>
      <Ends range={range} distribution={distribution} />
    </section>
  )
}

/** Nearer ends would lie over each other, in parts of the scale. */
const APART = 1 / 6

/** The limits below their handles, in one where they are near each other. */
function Ends({ range, distribution: { scale, best } }: BarsProps) {
  const [low, high] = [lowEnd(range, scale.end), highEnd(range, scale.end)]
  const [from, to] = [
    scoreWords(range.from ?? 0),
    scoreWords(range.to ?? Math.max(best, scale.most))
  ]
  const ends =
    high - low < APART * scale.end
      ? ([[(low + high) / 2, `${from}–${to}`]] as const)
      : ([
          [low, from],
          [high, to]
        ] as const)
  return (
    <p className={styles.ends} aria-hidden="true">
      {ends.map(([at, words]) => (
        <span key={at} style={{ insetInlineStart: `clamp(8px, ${place(at, scale)}, 100% - 8px)` }}>
          {words}
        </span>
      ))}
    </p>
  )
}

type BarsProps = { readonly distribution: Distribution; readonly range: QualityRange }

function Bars({ distribution: { scale, bars, highest }, range }: BarsProps) {
  return bars.map((count, bar) => {
    const { points, end } = scale
    const from = bar * points
    const isIn = from + points > lowEnd(range, end) && from <= highEnd(range, end)
    const height = count === 0 ? 0 : Math.max(0.04, count / highest)
    const isLast = bar === bars.length - 1
    return (
      // The whole column answers the pointer, however low its bar.
      // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
      <g key={bar} data-quiet={!isIn || undefined}>
        <title>
          {isLast ? `${from} and more` : points === 1 ? from : `${from} to ${from + points - 1}`}:{' '}
          {countOf(count, 'story', 'stories')}
        </title>
        <rect className={styles.column} x={bar} width={1} height={1} />
        <rect className={styles.bar} x={bar + 0.1} width={0.8} y={1 - height} height={height} />
      </g>
    )
  })
}

type HandleProps = {
  readonly scale: Scale
  /** What a screen reader calls it. */
  readonly label: string
  readonly value: number
  readonly limit: number | null
  readonly onSet: (value: number) => void
}

/** A slider of the browser's own, under a ring that stands at its value. */
function Handle({ scale, label, value, limit, onSet }: HandleProps) {
  return (
    <>
      <input
        className={styles.slider}
        type="range"
        aria-label={label}
        aria-valuetext={limit === null ? 'no limit' : String(limit)}
        min={0}
        max={scale.end}
        step={scale.points}
        value={value}
        onChange={({ target }) => onSet(Number(target.value))}
      />
      <span
        className={styles.handle}
        style={{ insetInlineStart: place(value, scale) }}
        aria-hidden="true"
      />
    </>
  )
}

const place = (value: number, { end }: Scale): string => `${(value / end) * 100}%`
