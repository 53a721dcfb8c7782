import { assertNever } from './result'

/** Why a setting was not changed. Nothing was written then. */
export type SettingError =
  /** It says something else by now than the editor saw. */
  | { readonly code: 'changed'; readonly file: string; readonly name: string }
  /** The file as it is cannot be changed safely. */
  | {
      readonly code: 'settings'
      readonly file: string
      readonly line: number
      readonly reason: string
    }
  | { readonly code: 'disk'; readonly file: string; readonly reason: string }
  | { readonly code: 'closed' }

/** What happened and what to do next, in the editor's words. */
export function explainSettingError(error: SettingError): string {
  switch (error.code) {
    case 'changed':
      return `${error.file} says something else of “${error.name}” by now. Nothing was written: look at it again.`
    case 'settings':
      return `${error.file} cannot be changed. Line ${error.line}: ${error.reason} Nothing was written.`
    case 'disk':
      return `${error.file} could not be written: ${error.reason}. It is as it was.`
    case 'closed':
      return 'No library is open.'
    default:
      return assertNever(error)
  }
}
