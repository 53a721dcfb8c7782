import { GrowingNumbers } from './growing-numbers'

const FIRST_ROOM = 4

/**
 * Many lists of whole numbers in one typed array, each without gaps, so that reading one is fast. A list that is full
 * moves to the end with twice the room; in all they take some three times what they hold.
 */
export class NumberLists {
  readonly #pool = new GrowingNumbers()
  readonly #starts = new GrowingNumbers()
  readonly #lengths = new GrowingNumbers()
  readonly #rooms = new GrowingNumbers()

  /** How many lists there are. */
  get count(): number {
    return this.#lengths.length
  }

  /** Adds an empty list. Its number is the `count` before. */
  open(): void {
    this.#starts.push(this.#pool.length)
    this.#lengths.push(0)
    this.#rooms.push(0)
  }

  add(list: number, number: number): void {
    const length = this.#lengths.values[list] ?? 0
    if (length === (this.#rooms.values[list] ?? 0))
      this.#move(list, Math.max(FIRST_ROOM, 2 * length))
    this.#pool.values[(this.#starts.values[list] ?? 0) + length] = number
    this.#lengths.add(list, 1)
  }

  /** @returns a view that is good until something is added. */
  read(list: number): Int32Array {
    const start = this.#starts.values[list] ?? 0
    return this.#pool.values.subarray(start, start + (this.#lengths.values[list] ?? 0))
  }

  #move(list: number, room: number): void {
    const numbers = this.read(list)
    const start = this.#pool.length
    this.#pool.extend(room)
    this.#pool.values.set(numbers, start)
    this.#starts.values[list] = start
    this.#rooms.values[list] = room
  }
}
