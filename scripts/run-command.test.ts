import { expect, it } from 'vitest'
import { runCommand } from './run-command.mjs'

const node = (script: string, options?: Parameters<typeof runCommand>[2]) =>
  runCommand(process.execPath, ['-e', script], options)

it('keeps what a program prints on both channels', async () => {
  const { ok, output } = await node('console.log("out"); console.error("err")')
  expect(ok).toBe(true)
  expect(output.split('\n').sort()).toEqual(['', 'err', 'out'])
})

it('says when a program fails or is not there', async () => {
  expect((await node('process.exit(3)')).ok).toBe(false)
  const missing = await runCommand('no-such-program', [])
  expect(missing.ok).toBe(false)
  expect(missing.output).toContain('no-such-program')
})

it('gives a program no input to wait for', async () => {
  expect((await node('process.stdin.resume()')).ok).toBe(true)
})

it('ends a program that takes too long, with all that it started', async () => {
  const stubborn = `
    process.on('SIGTERM', () => {})
    require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })`
  // The grandchild holds the output open: without its end this would not return.
  const { ok, timedOut } = await node(stubborn, { seconds: 0.5 })
  expect({ ok, timedOut }).toEqual({ ok: false, timedOut: true })
})
