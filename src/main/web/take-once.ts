import { rm } from 'node:fs/promises'

/**
 * Takes a permission that is good for one time: a file. A process that is started again and again, as by
 * `npm run dev`, finds it only at first.
 *
 * @param file `undefined`: nothing is permitted.
 * @returns whether it was there to be taken.
 */
export async function takeOnce(file: string | undefined): Promise<boolean> {
  if (file === undefined) return false
  return rm(file).then(
    () => true,
    () => false
  )
}
