/** Runs tasks with the same key one after the other, and tasks with different keys side by side. */
export type TaskQueue<K> = {
  run<T>(key: K, task: () => Promise<T>): Promise<T>
  /** Whether a task with this key is waiting or running. */
  isBusy(key: K): boolean
  /** Resolves when all tasks that were there at the call have ended, well or badly. */
  idle(): Promise<void>
}

export function createTaskQueue<K>(): TaskQueue<K> {
  const last = new Map<K, Promise<unknown>>()
  return {
    run(key, task) {
      const running = (last.get(key) ?? Promise.resolve()).then(task, task)
      last.set(key, running)
      const forget = () => {
        if (last.get(key) === running) last.delete(key)
      }
      running.then(forget, forget)
      return running
    },
    isBusy: (key) => last.has(key),
    async idle() {
      await Promise.allSettled([...last.values()])
    }
  }
}
