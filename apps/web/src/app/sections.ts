/** The pages of a signed-in person, in the order of the menu. Their names are in `nav` of the messages, and icons’ names. */
export const sections = [
  { name: 'home', path: '/' },
  { name: 'profile', path: '/account/profile' },
  { name: 'addresses', path: '/account/addresses' },
  { name: 'security', path: '/account/security' },
  { name: 'privacy', path: '/account/privacy' },
  { name: 'people', path: '/account/people' },
  { name: 'qr', path: '/account/qr' },
  { name: 'delete', path: '/account/delete' },
] as const
