const LINE_FEED = 0x0a

/**
 * The lines of a stream of UTF-8, without their ends. Only line feeds end a line: JSON may hold all other characters
 * that count as line ends elsewhere. A line that is not UTF-8 comes as U+FFFD alone, for a replacement amid its
 * text would go unnoticed.
 */
export async function* linesOf(stream: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  let parts: Uint8Array[] = []
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk
    let start = 0
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
      yield decoded([...parts, bytes.subarray(start, end)])
      parts = []
      start = end + 1
    }
    parts.push(bytes.subarray(start))
  }
  const rest = decoded(parts)
  if (rest !== '') yield rest
}

function decoded(parts: readonly Uint8Array[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
  } catch {
    return '\uFFFD'
  }
}
