/** How long tests wait for a connection, in milliseconds: they are not about how busy the machine is. */
export const unhurried = 25_000
