/**
 * Whether a file begins as JPEG, PNG, GIF or WebP files do. That a PNG’s end is there, too, is looked at here, because the
 * decoder does not miss it.
 */
export function looksLikePicture(file: Uint8Array): boolean {
  const head = Buffer.from(file.subarray(0, 12)).toString('latin1')
  return (
    head.startsWith('\xff\xd8\xff') ||
    (head.startsWith('\x89PNG\r\n\x1a\n') && Buffer.from(file.buffer, file.byteOffset, file.length).includes(pngEnd)) ||
    head.startsWith('GIF87a') ||
    head.startsWith('GIF89a') ||
    (head.startsWith('RIFF') && head.endsWith('WEBP'))
  )
}

/** A PNG’s last chunk, which is empty: its name and check sum. */
const pngEnd = Buffer.from('IEND\xae\x42\x60\x82', 'latin1')
