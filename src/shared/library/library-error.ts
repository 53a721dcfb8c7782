import { assertNever } from '../result'

/**
 * Why a folder cannot be opened as a library. `outside`: it is not below a folder that the person named, or their home
 * folder; whether it is there at all is not said.
 */
export type LibraryError = {
  readonly code: 'missing' | 'not-a-folder' | 'unreadable' | 'outside'
  readonly folder: string
}

/** One clear sentence for an editor. */
export function explainLibraryError({ code, folder }: LibraryError): string {
  switch (code) {
    case 'missing':
      return `There is no folder at ${folder}. Choose another one, or connect its drive.`
    case 'not-a-folder':
      return `${folder} is a file. Choose the folder that holds the stories.`
    case 'unreadable':
      return `${folder} cannot be read: Storydesk has no permission for it.`
    case 'outside':
      return `Storydesk opens folders in your home folder and the one it was started with. To open this one, start it with that folder: npm start -- "${folder}"`
    default:
      return assertNever(code)
  }
}

/** How many folders are named before they are only counted. */
const MOST_NAMED = 3

/**
 * What to tell an editor of folders inside the library that cannot be read: the fact, and what to do.
 *
 * @param folders their paths below the library; at least one.
 */
export function explainUnreadable(folders: readonly string[]): {
  readonly fact: string
  readonly help: string
} {
  const named = folders.slice(0, MOST_NAMED)
  const left = folders.length - named.length
  const names = new Intl.ListFormat('en-GB').format([
    ...named,
    ...(left === 0 ? [] : [`${left} more`])
  ])
  return folders.length === 1
    ? {
        fact: `The folder ${names} cannot be read, so its stories are missing here.`,
        help: 'Allow Storydesk to read it.'
      }
    : {
        fact: `The folders ${names} cannot be read, so their stories are missing here.`,
        help: 'Allow Storydesk to read them.'
      }
}
