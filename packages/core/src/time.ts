/** Spans of time in milliseconds, the unit of every instant in the core. */
export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/**
 * How far ahead of now, in milliseconds, what was counted may lie and still count: the clocks of several processes differ a
 * little. What lies further ahead was counted while a clock was wrong, and must not close anything once it is right again.
 */
export const clockTolerance = 60 * second
