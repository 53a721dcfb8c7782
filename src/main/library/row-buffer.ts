import type { Story } from '#shared/story/story'

/** Rows of the first reading go out together at least this often. */
const ROWS_MS = 100

/** Collects rows, so that windows hear of many at once. `read` counts files, stories or not. */
export function createRowBuffer(send: (rows: readonly Story[], read: number) => void) {
  let rows: Story[] = []
  let read = 0
  let last = performance.now()
  function flush(): void {
    send(rows, read)
    rows = []
    last = performance.now()
  }
  return {
    flush,
    add(more: readonly Story[], files: number): void {
      rows.push(...more)
      read += files
      if (performance.now() - last >= ROWS_MS) flush()
    }
  }
}
