/** Whether a path names a file or folder below the library however a system reads it; with `/`. */
export function isPathBelow(path: string): boolean {
  const names = path.split('/')
  return !/[\\\p{Cc}:]/u.test(path) && !names.some((name) => ['', '.', '..'].includes(name))
}
