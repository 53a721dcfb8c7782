import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { projectRoot } from './project.mjs'

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
    const stopListening = onInterrupt(() => endTree(child, 'SIGTERM'))
    const finish = (/** @type {boolean} */ ok) => {
      clearTimeout(timer)
      stopListening()
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
 * Runs `stop` when a person or the system asks this script to end, then ends it the usual way.
 *
 * @param {() => void} stop
 * @returns {() => void} a function that stops listening
 */
function onInterrupt(stop) {
  /** @type {readonly ('SIGINT' | 'SIGTERM' | 'SIGHUP')[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    stop()
    process.exit(128 + constants.signals[signal])
  }
  for (const signal of signals) process.once(signal, end)
  return () => {
    for (const signal of signals) process.off(signal, end)
  }
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
