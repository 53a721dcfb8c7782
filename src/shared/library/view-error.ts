import { assertNever } from '../result'

/** Why the saved views were not changed. Nothing was written then. */
export type ViewError =
  | { readonly code: 'taken'; readonly name: string }
  | { readonly code: 'changed'; readonly name: string }
  | { readonly code: 'settings'; readonly line: number; readonly reason: string }
  | { readonly code: 'disk'; readonly reason: string }

/** What happened and what to do next, in the editor's words. */
export function explainViewError(error: ViewError): string {
  switch (error.code) {
    case 'taken':
      return `There is a view named “${error.name}” already. Choose another name.`
    case 'changed':
      return `The view “${error.name}” is another one in storydesk.yml by now. Nothing was written: look at it again.`
    case 'settings':
      return `storydesk.yml cannot be changed. Line ${error.line}: ${error.reason} Nothing was written.`
    case 'disk':
      return `storydesk.yml could not be written: ${error.reason}. It is as it was.`
    default:
      return assertNever(error)
  }
}
