/** Whole numbers in one typed array that doubles when it is full: 4 bytes each. */
export class GrowingNumbers {
  /** The numbers, and room behind them. Replaced when it grows: read it anew after a `push`. */
  values = new Int32Array(1024)
  length = 0

  push(value: number): void {
    this.extend(1)
    this.values[this.length - 1] = value
  }

  /** Makes room for so many zeros at the end. */
  extend(by: number): void {
    this.length += by
    if (this.length <= this.values.length) return
    const larger = new Int32Array(2 * this.length)
    larger.set(this.values)
    this.values = larger
  }

  /** Adds to one of the numbers. */
  add(place: number, amount: number): void {
    this.values[place] = (this.values[place] ?? 0) + amount
  }
}
