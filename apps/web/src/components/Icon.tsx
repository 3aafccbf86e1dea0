/** Outlines on a grid of 24, drawn with the colour of the text around them. */
const paths = {
  home: 'M4 11.5 12 5l8 6.500M6.5 10v9h11v-9',
  profile: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c1-3.5 4-5 7.5-5s6.5 1.5 7.5 5',
  addresses: 'M4 6h16v12H4zM4.5 7l7.5 6 7.5-6',
  security: 'M12 3.5 19 6v5.500c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6zM9 12l2.2 2.200L15.2 10',
  privacy: 'M3 12s3.2-6 9-6 9 6 9 6-3.2 6-9 6-9-6-9-6ZM12 14.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  people:
    'M9 11.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.500c.8-3.2 3.4-4.7 6.5-4.700s5.7 1.5 6.5 4.700M16 5a3.3 3.3 0 0 1 0 6.300M18.2 15.200c1.7.7 2.9 2.2 3.3 4.3',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.500v2.500H14zM17.5 17.500H20V20h-2.500zM20 14v.01M14 20v.01',
  delete: 'M5 7h14M10 7V4.500h4V7M7 7l.8 12.500h8.400L17 7M10.5 11v5M13.5 11v5',
  signOut: 'M10 4.500H5v15h5M14.5 8l4 4-4 4M18 12H9.5',
  back: 'M14.5 6l-6 6 6 6',
  next: 'M9.5 6l6 6-6 6',
  close: 'M6 6l12 12M18 6 6 18',
  language:
    'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.500c2.3 2.3 3.5 5.2 3.5 8.500s-1.2 6.2-3.5 8.500c-2.3-2.3-3.5-5.2-3.5-8.500s1.2-6.2 3.5-8.500Z',
  camera: 'M4 8h3.500L9 5.500h6L16.5 8H20v11H4zM12 16.500a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.400Z',
  phone: 'M7.5 3h9v18h-9zM11 18h2',
  check: 'M5 12.500l4.5 4.500L19 7.5',
} as const

export type IconName = keyof typeof paths

/** A picture that only repeats what the text beside it says. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
