import type { Story } from '#shared/story/story'

/** How a story is called in lists and announcements: its title, else its file's name. */
export function rowTitle({ title, id }: Pick<Story, 'title' | 'id'>): string {
  return title?.trim() ? title : `Untitled: ${fileName(id)}`
}

/** What stands last in a story's path. */
export const fileName = (id: string): string => id.slice(id.lastIndexOf('/') + 1)

/** What stands last in a path, on any system. */
export const folderName = (path: string): string =>
  path.split(/[/\\]/).findLast((part) => part !== '') ?? path

/** `1 story`, `12,408 stories`. */
export const countOf = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
