#!/usr/bin/env node
import { join } from 'node:path'
import { commands } from './cli/commands'
import { runCli } from './cli/run-cli'

// A reader that has enough, like `head`, is no failure.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause
})

process.exitCode = await runCli(commands, process.argv.slice(2), {
  root: join(import.meta.dirname, '..', '..'),
  env: process.env,
  stdin: process.stdin,
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`)
})
