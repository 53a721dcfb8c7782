import styles from './StillRows.module.css'

/** Rows without words while the first stories are being read. They keep still, and show after a moment only. */
export function StillRows() {
  return (
    <div className={styles.rows} aria-hidden="true">
      {WIDTHS.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
        <div key={index} className={styles.row}>
          <span className={styles.picture} />
          <span className={styles.lines}>
            <span style={{ inlineSize: `${width}%` }} />
            <span style={{ inlineSize: `${width / 2}%` }} />
          </span>
        </div>
      ))}
    </div>
  )
}

const WIDTHS = [82, 64, 91, 70, 77, 58, 88, 66, 80, 73, 61, 85]
