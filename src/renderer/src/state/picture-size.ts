/** How long a picture may take to say its size, in milliseconds; without it the picture is added all the same. */
const PATIENCE = 2000

/** The size of a picture in pixels; `null` if it does not show in time. @param src `null`: must not be asked for. */
export function sizeOfPicture(
  src: string | null
): Promise<{ readonly width: number; readonly height: number } | null> {
  if (src === null) return Promise.resolve(null)
  return new Promise((resolve) => {
    const picture = new Image()
    const timer = setTimeout(() => resolve(null), PATIENCE)
    const settle = () => {
      clearTimeout(timer)
      const { naturalWidth: width, naturalHeight: height } = picture
      resolve(width > 0 && height > 0 ? { width, height } : null)
    }
    picture.onload = settle
    picture.onerror = settle
    picture.referrerPolicy = 'no-referrer'
    picture.src = src
  })
}
