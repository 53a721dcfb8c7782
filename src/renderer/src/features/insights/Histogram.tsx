import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { type Brush, brushMoved, brushWords } from '../../state/chart-brush'
import { type Parts, type RangeBin, totalOf } from '../../state/insights'
import { ChartTable } from './ChartTable'
import styles from './Histogram.module.css'

type HistogramProps = {
  readonly title: string
  /** What a column is. */
  readonly about: string
  readonly bins: readonly RangeBin[]
  /** Asks for the values from one column to another; both are the same for a click. */
  readonly onNarrow: (first: RangeBin, last: RangeBin) => void
}

/** Columns to look at: a click, a drag over some, or Enter after arrow keys narrows the list to them. */
export function Histogram({ title, about, bins, onNarrow }: HistogramProps) {
  const [isTable, setIsTable] = useState(false)
  const [brush, setBrush] = useState<Brush | null>(null)

  return (
    <section className={styles.chart} aria-label={title}>
      <header className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <span className={styles.about}>{brush === null ? about : brushWords(bins, brush)}</span>
        <button
          type="button"
          className={styles.toggle}
          aria-pressed={isTable}
          aria-label={`${title} as a table`}
          onClick={() => setIsTable(!isTable)}
        >
          Table
        </button>
      </header>
      {isTable ? (
        <ChartTable bins={bins} onChoose={(bin) => onNarrow(bin, bin)} />
      ) : (
        <>
          <Columns
            label={`${title}: ${about}`}
            bins={bins}
            brush={brush}
            onBrush={setBrush}
            onNarrow={onNarrow}
          />
          <Axis bins={bins} />
        </>
      )}
    </section>
  )
}

/** Fewer columns would be blocks. */
const FEWEST_PLACES = 8
const placesOf = (bins: readonly RangeBin[]): number => Math.max(FEWEST_PLACES, bins.length)

type ColumnsProps = Pick<HistogramProps, 'bins' | 'onNarrow'> & {
  readonly label: string
  readonly brush: Brush | null
  readonly onBrush: (brush: Brush | null) => void
}

function Columns({ label, bins, brush, onBrush, onNarrow }: ColumnsProps) {
  const [isDrag, setIsDrag] = useState(false)
  const last = Math.max(0, bins.length - 1)
  const isRange = brush !== null && brush.anchor !== brush.at

  function narrow({ anchor, at }: Brush) {
    const [first, end] = [bins[anchor], bins[at]]
    if (first !== undefined && end !== undefined) onNarrow(first, end)
  }

  function onPointer(event: PointerEvent<HTMLDivElement>) {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const place = Math.floor(((event.clientX - left) / width) * placesOf(bins))
    const at = Math.min(last, Math.max(0, place))
    if (event.type === 'pointerdown') {
      if (event.button !== 0) return
      // A drag that goes on outside still ends here.
      event.currentTarget.setPointerCapture(event.pointerId)
      setIsDrag(true)
    }
    const next = { anchor: isDrag ? (brush?.anchor ?? at) : at, at }
    onBrush(bins.length === 0 ? null : next)
    if (event.type !== 'pointerup' || !isDrag) return
    setIsDrag(false)
    narrow(next)
  }

  function stop() {
    setIsDrag(false)
    onBrush(null)
  }

  function onKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const moved = brushMoved(brush, event, bins.length)
    if (moved !== null) onBrush(moved)
    else if (event.key === 'Enter' || event.key === ' ') narrow(brush ?? { anchor: 0, at: 0 })
    else if (event.key === 'Escape' && isRange) onBrush({ anchor: brush.at, at: brush.at })
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      className={styles.columns}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-description="Arrow keys go along, with Shift they choose several, Enter narrows the list to them."
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={brush?.at ?? 0}
      aria-valuetext={brushWords(bins, brush ?? { anchor: 0, at: 0 })}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onPointerUp={onPointer}
      onPointerLeave={() => !isDrag && onBrush(null)}
      onPointerCancel={stop}
      onKeyDown={onKey}
      onBlur={stop}
    >
      <svg aria-hidden="true" viewBox={`0 0 ${placesOf(bins)} 100`} preserveAspectRatio="none">
        {brush !== null && <Shade brush={brush} isDrag={isDrag || isRange} />}
        {PARTS.map((part) => (
          <path key={part} className={styles[part]} d={columnsOf(bins, part)} />
        ))}
      </svg>
    </div>
  )
}

type ShadeProps = { readonly brush: Brush; readonly isDrag: boolean }

/** Behind the column that is pointed at, and those that are being chosen. */
const Shade = ({ brush: { anchor, at }, isDrag }: ShadeProps) => (
  <rect
    className={styles.shade}
    data-drag={isDrag || undefined}
    x={Math.min(anchor, at)}
    y={0}
    width={Math.abs(at - anchor) + 1}
    height={100}
  />
)

/** From the bottom up. */
const PARTS = ['published', 'unpublished', 'outside'] as const

/** One part of all columns as one shape: hundreds of shapes take longer to draw than all else here. */
function columnsOf(bins: readonly RangeBin[], part: keyof Parts): string {
  const highest = Math.max(1, ...bins.map(totalOf))
  const heightOf = (count: number): number => (count / highest) * 96
  const below = PARTS.slice(0, PARTS.indexOf(part))
  return bins
    .map((bin, index) => {
      const height = heightOf(bin[part])
      if (height === 0) return ''
      const foot = 100 - below.reduce((sum, each) => sum + heightOf(bin[each]), 0)
      return `M${index + 0.08} ${foot - height}h.84v${Math.max(0.6, height)}h-.84z`
    })
    .join('')
}

/** More words than these would run into each other. */
const MOST_WORDS = 6
/** Where columns are narrower than words, the first word begins where the chart does. */
const FEW_COLUMNS = 12

function Axis({ bins }: Pick<HistogramProps, 'bins'>) {
  const every = Math.max(1, Math.ceil(bins.length / MOST_WORDS))
  const places = placesOf(bins)
  const isDense = places > FEW_COLUMNS
  const startOf = (index: number) =>
    isDense && index === 0 ? 0 : `${((index + 0.5) / places) * 100}%`
  return (
    <div className={styles.axis} aria-hidden="true" data-dense={isDense || undefined}>
      {bins.map(
        ({ key, short }, index) =>
          index % every === 0 && (
            <span key={key} style={{ insetInlineStart: startOf(index) }}>
              {short}
            </span>
          )
      )}
    </div>
  )
}
