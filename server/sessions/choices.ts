/** How long a session that begins at once is expected to take, in minutes; its hour is taken for so long. */
export const beginMinutes = 90;

/** The most characters of what one party stated in a record. */
export const statementMax = 1000;
