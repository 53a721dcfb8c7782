import { stat } from 'node:fs/promises'

/** @returns the system's code of a failed file operation, e.g. `ENOENT`; `null` for any other error. */
export function codeOf(cause: unknown): string | null {
  const hasCode = cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
  return hasCode ? String((cause as { code?: unknown }).code) : null
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EBUSY: 'another program holds it',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'a file of that name is there already',
  EFBIG: 'the file is too large for this disk',
  EIO: 'the disk reports an error',
  ELOOP: 'the link points to itself',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'the file or its folder is gone',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a folder on the way to it is gone',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only'
}

/**
 * What stopped a file operation, as a phrase for an editor, e.g. `the disk is full`.
 *
 * @throws the cause itself if it is no failure of the system: then it is a bug.
 */
export function diskReason(cause: unknown): string {
  const code = codeOf(cause)
  if (code === null) throw cause
  return REASONS[code] ?? code
}

/** @returns whether there is a folder at `path`, or at the end of the symlink there. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (cause) {
    if (codeOf(cause) === null) throw cause
    return false
  }
}
