/** How long a session that begins at once is expected to take, in minutes; its hour is taken for so long. */
export const beginMinutes = 90;
