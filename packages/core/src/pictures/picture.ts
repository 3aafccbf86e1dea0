/** A picture of an account's: the QR code of its profile, drawn when it is read, or a photo that somebody gave. */
export interface Picture {
  /** Unguessable, 43 characters of base64url: whoever has it may see the picture. */
  name: string
  kind: 'profileCode' | 'avatar'
}
