const CHECK_MS = 500

/**
 * Ends this process, as SIGTERM would, when the shell in which npm started it is gone. npm hands a
 * SIGTERM on to that shell, and no further: without this the script would live on.
 *
 * Does nothing on Windows, where a process is not told of a new parent.
 */
export function endWithParent() {
  // Started by hand, perhaps with nohup, it may outlive its shell.
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const check = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(check)
    process.kill(process.pid, 'SIGTERM')
  }, CHECK_MS)
  check.unref()
}
