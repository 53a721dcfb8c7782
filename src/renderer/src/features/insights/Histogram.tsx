import { type PointerEvent, useState } from 'react'
import { type Parts, partsWords, type RangeBin, totalOf } from '../../state/insights'
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

/** Columns to look at: a click or a drag over some narrows the list to them. The table does the same without a mouse. */
export function Histogram({ title, about, bins, onNarrow }: HistogramProps) {
  const [isTable, setIsTable] = useState(false)
  const [hovered, setHovered] = useState<number | null>(null)
  const [dragFrom, setDragFrom] = useState<number | null>(null)
  const highest = Math.max(1, ...bins.map(totalOf))
  const pointed = hovered === null ? undefined : bins[hovered]

  function columnAt(event: PointerEvent<SVGSVGElement>): number {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const at = Math.floor(((event.clientX - left) / width) * bins.length)
    return Math.min(bins.length - 1, Math.max(0, at))
  }

  function narrow(last: number) {
    const [first, end] = [bins[dragFrom ?? last], bins[last]]
    setDragFrom(null)
    if (first !== undefined && end !== undefined) onNarrow(first, end)
  }

  return (
    <section className={styles.chart} aria-label={title}>
      <header className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <span className={styles.about}>
          {pointed === undefined ? about : `${pointed.words}: ${partsWords(pointed)}`}
        </span>
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
          <svg
            className={styles.columns}
            role="img"
            aria-label={`${title}: ${about}`}
            viewBox={`0 0 ${Math.max(1, bins.length)} 100`}
            preserveAspectRatio="none"
            onPointerMove={(event) => setHovered(columnAt(event))}
            onPointerLeave={() => {
              setHovered(null)
              setDragFrom(null)
            }}
            onPointerDown={(event) => setDragFrom(columnAt(event))}
            onPointerUp={(event) => narrow(columnAt(event))}
          >
            {hovered !== null && (
              <Shade from={dragFrom ?? hovered} to={hovered} isDrag={dragFrom !== null} />
            )}
            {bins.map((bin, index) => (
              <Column key={bin.key} parts={bin} index={index} highest={highest} />
            ))}
          </svg>
          <Axis bins={bins} />
        </>
      )}
    </section>
  )
}

type ShadeProps = { readonly from: number; readonly to: number; readonly isDrag: boolean }

/** Behind the column that is pointed at, and those that are being chosen. */
const Shade = ({ from, to, isDrag }: ShadeProps) => (
  <rect
    className={styles.shade}
    data-drag={isDrag || undefined}
    x={Math.min(from, to)}
    y={0}
    width={Math.abs(to - from) + 1}
    height={100}
  />
)

type ColumnProps = { readonly parts: Parts; readonly index: number; readonly highest: number }

/** Published at the bottom, then unpublished, then what the filter leaves out. */
function Column({ parts, index, highest }: ColumnProps) {
  let top = 100
  return (['published', 'unpublished', 'outside'] as const).map((part) => {
    const height = (parts[part] / highest) * 96
    top -= height
    return (
      height > 0 && (
        <rect
          key={part}
          className={styles[part]}
          x={index + 0.08}
          y={top}
          width={0.84}
          height={Math.max(0.6, height)}
        />
      )
    )
  })
}

/** More words than these would run into each other. */
const MOST_WORDS = 6

function Axis({ bins }: Pick<HistogramProps, 'bins'>) {
  const every = Math.max(1, Math.ceil(bins.length / MOST_WORDS))
  return (
    <div className={styles.axis} aria-hidden="true">
      {bins.map(
        ({ key, short }, index) =>
          index % every === 0 && (
            <span key={key} style={{ insetInlineStart: `${((index + 0.5) / bins.length) * 100}%` }}>
              {short}
            </span>
          )
      )}
    </div>
  )
}
