/** Whether a text has the 6 to 64 characters that a password needs. Whether it is too common the server knows. */
export function isPassword(text: string): boolean {
  const { length } = [...text]
  return length >= 6 && length <= 64
}
