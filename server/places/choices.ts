/** People that a room may hold. */
export const roomSeats = { min: 2, max: 200 };
