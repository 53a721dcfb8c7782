import { constants, setPriority } from 'node:os'

/**
 * Lets all other threads go first from now on: nobody waits for what this one does. Only where a thread has a priority
 * of its own (Linux: setpriority(2), "C library/kernel differences"); elsewhere it would slow down the whole program.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW)
}
