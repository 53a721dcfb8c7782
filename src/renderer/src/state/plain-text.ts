/** Text without what no page shows and YAML cannot hold: control characters except tabs and line feeds. */
export const plainText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')

/** Plain text in one line: a line feed, with the blanks around it, is one blank. */
export const oneLine = (text: string): string => plainText(text).replace(/[ \t]*\n\s*/g, ' ')
