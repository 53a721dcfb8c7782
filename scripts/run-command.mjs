import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { projectRoot } from './project.mjs'

/** @type {readonly ('SIGINT' | 'SIGTERM' | 'SIGHUP')[]} */
const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP']
const GRACE_SECONDS = 3

/**
 * @typedef {object} Outcome
 * @property {boolean} ok the program ended by itself with exit code 0
 * @property {boolean} timedOut it was ended because it took longer than `seconds`
 * @property {string} output what it printed, stdout and stderr as they came
 */

/**
 * Runs a program to its end, without input, and keeps what it prints.
 *
 * The program and all that it started end with this script: on Ctrl+C, on SIGTERM, and when time is up.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, seconds?: number, shell?: boolean }} [options]
 *   `env` comes on top of this process's own. Without `seconds` there is no limit.
 * @returns {Promise<Outcome>} never rejects: a program that cannot be started is an outcome too
 */
export function runCommand(command, args, { cwd = projectRoot, env, seconds, shell } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      shell: shell ?? false,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own process group, so that it can be ended together with what it started.
      detached: process.platform !== 'win32',
      windowsHide: true
    })
    let output = ''
    let timedOut = false
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text))

    const onTimeout = () => {
      timedOut = true
      endTree(child, 'SIGKILL')
    }
    const timer = seconds === undefined ? undefined : setTimeout(onTimeout, seconds * 1000)
    const interrupt = passInterruptsTo(child)
    const finish = (/** @type {boolean} */ ok) => {
      clearTimeout(timer)
      interrupt.stopListening()
      const { signal } = interrupt
      if (signal !== null) process.exit(128 + constants.signals[signal])
      resolve({ ok: ok && !timedOut, timedOut, output })
    }
    child.on('error', (cause) => {
      output += `${command}: ${cause.message}\n`
      finish(false)
    })
    child.on('close', (code) => finish(code === 0))
  })
}

/**
 * Runs one of the project's programs with this Node.
 *
 * @param {string} script
 * @param {readonly string[]} args
 * @param {Parameters<typeof runCommand>[2]} [options]
 */
export const runNode = (script, args, options) =>
  runCommand(process.execPath, [script, ...args], options)

/**
 * Ends a program when this script is asked to end: gently, so that browsers get closed, then, after
 * some seconds or when asked again, at once.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function passInterruptsTo(child) {
  /** @type {{ signal: NodeJS.Signals | null, stopListening: () => void }} */
  const interrupt = { signal: null, stopListening }
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  function onSignal(/** @type {NodeJS.Signals} */ signal) {
    endTree(child, interrupt.signal === null ? 'SIGTERM' : 'SIGKILL')
    interrupt.signal ??= signal
    timer ??= setTimeout(() => endTree(child, 'SIGKILL'), GRACE_SECONDS * 1000)
  }
  function stopListening() {
    clearTimeout(timer)
    for (const signal of INTERRUPTS) process.off(signal, onSignal)
  }
  for (const signal of INTERRUPTS) process.on(signal, onSignal)
  return interrupt
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {'SIGTERM' | 'SIGKILL'} signal
 */
function endTree(child, signal) {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'])
    return
  }
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It ended in this very moment.
  }
}
