import type { Bin } from '../../state/insights'
import styles from './Histogram.module.css'

type ChartTableProps<B extends Bin> = {
  readonly bins: readonly B[]
  readonly onChoose: (bin: B) => void
}

/** A chart as numbers, column by column; empty ones are left out. */
export function ChartTable<B extends Bin>({ bins, onChoose }: ChartTableProps<B>) {
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Value</th>
            <th scope="col">Published</th>
            <th scope="col">Unpublished</th>
            <th scope="col">Outside the filter</th>
          </tr>
        </thead>
        <tbody>
          {bins
            .filter(({ published, unpublished, outside }) => published + unpublished + outside > 0)
            .map((bin) => (
              <tr key={bin.key}>
                <th scope="row">
                  <button type="button" title="Show only these" onClick={() => onChoose(bin)}>
                    {bin.words}
                  </button>
                </th>
                <td>{bin.published.toLocaleString('en')}</td>
                <td>{bin.unpublished.toLocaleString('en')}</td>
                <td>{bin.outside.toLocaleString('en')}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}
