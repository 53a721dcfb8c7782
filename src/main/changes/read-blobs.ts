import type { GitError } from '#shared/library/git-error'
import { ok, type Result } from '#shared/result'
import type { GitPlace } from './git-status'
import { runGit } from './run-git'

/**
 * Reads files as git keeps them, by the names of their objects.
 *
 * @param names may come later: git is started meanwhile.
 * @param onBlob takes each as soon as git has it. Names of nothing are passed over.
 */
export async function readBlobs(
  { root, ...limits }: GitPlace,
  names: Promise<readonly string[]>,
  onBlob: (name: string, bytes: Buffer) => void
): Promise<Result<null, GitError>> {
  const answer = await runGit({
    folder: root,
    args: ['cat-file', '--batch', '--buffer'],
    input: names.then((all) => all.map((name) => `${name}\n`).join('')),
    onOutput: readBatch(onBlob),
    ...limits
  })
  return answer.ok ? ok(null) : answer
}

/** Reads `git cat-file --batch`: a line `name type size`, the bytes, a line break; or a line `name missing`. */
function readBatch(onBlob: (name: string, bytes: Buffer) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = []
  let length = 0
  let wanted = 0
  return (chunk) => {
    chunks.push(chunk)
    length += chunk.length
    if (length < wanted) return
    const text = chunks.length === 1 ? chunk : Buffer.concat(chunks, length)
    const at = readObjects(text, onBlob)
    chunks = [text.subarray(at.read)]
    length = text.length - at.read
    wanted = at.wanted
  }
}

/** @returns how much of it was whole objects, and how long the rest must be to hold one more. */
function readObjects(text: Buffer, onBlob: (name: string, bytes: Buffer) => void) {
  let read = 0
  for (;;) {
    const line = text.indexOf('\n', read)
    if (line === -1) return { read, wanted: 0 }
    const [name = '', type, size] = text.toString('latin1', read, line).split(' ')
    const start = line + 1
    if (size === undefined) {
      read = start
      continue
    }
    const end = start + Number(size)
    if (end >= text.length) return { read, wanted: end + 1 - read }
    if (type === 'blob') onBlob(name, text.subarray(start, end))
    read = end + 1
  }
}
