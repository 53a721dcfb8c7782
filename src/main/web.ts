import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runBrowserHost } from './web/run-browser-host'

const root = join(import.meta.dirname, '..', '..')
const { positionals } = parseArgs({ allowPositionals: true })

process.exitCode = await runBrowserHost({
  root,
  folder: positionals[0] ?? join(root, 'content'),
  port: Number(process.env.STORYDESK_PORT ?? 0),
  open: true,
  env: process.env,
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`)
})
