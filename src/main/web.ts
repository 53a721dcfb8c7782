import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runBrowserHost } from './web/run-browser-host'
import { takeOnce } from './web/take-once'

// What `npm run dev` serves the desk with. It starts it again after every change.

const root = join(import.meta.dirname, '..', '..')
const { positionals } = parseArgs({ allowPositionals: true })

process.exitCode = await runBrowserHost({
  root,
  folder: positionals[0] ?? join(root, 'content'),
  port: Number(process.env.STORYDESK_PORT ?? 0),
  open: await takeOnce(process.env.STORYDESK_OPEN_ONCE),
  idle: null,
  seed: process.env.STORYDESK_SEED ?? null,
  env: process.env,
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`)
})
