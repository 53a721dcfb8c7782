import { createThreads } from '../src/main/library/threads'
import { createLog } from '../src/main/log'

/** A process that asks a thread, and closes it while the answer is on its way and the thread is not done. */
const [module = ''] = process.argv.slice(2)
const threads = createThreads<SharedArrayBuffer, string>({
  module,
  most: 1,
  log: createLog(() => {})
})
const answered = new Int32Array(new SharedArrayBuffer(4))
void threads.ask(answered.buffer)
Atomics.wait(answered, 0, 0)
await threads.close()
