/**
 * Says whether `path` can name a story: relative, with `/`, and below the library however a system reads it. Whether a
 * file of that name is there, only the library knows.
 */
export const isStoryPath = (path: string): boolean =>
  path.length > 0 &&
  path.length <= 4096 &&
  !path.includes('\0') &&
  !/^[A-Za-z]:/.test(path) &&
  !LEAVES.test(path)

/** An empty part, `.` or `..` between separators of any system. */
const LEAVES = /(^|[/\\])\.{0,2}([/\\]|$)/
