import { assertNever } from '../result'

/** Why a folder cannot be opened as a library. */
export type LibraryError = {
  readonly code: 'missing' | 'not-a-folder' | 'unreadable'
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
    default:
      return assertNever(code)
  }
}
