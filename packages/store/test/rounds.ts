/**
 * How often a test repeats what depends on who comes first: twice, so that every change is tried; with `ACCT_TEST_LONG=1` as
 * often as it takes to trust it.
 */
export const rounds = process.env.ACCT_TEST_LONG === '1' ? 20 : 2
