/** The longest reason for which somebody does not sign. */
export const refusalMost = 200;
