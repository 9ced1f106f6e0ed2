/** Seventeen digits and a check character in a row: an ID number, which a question never needs. */
export const idNumber = /(?<![0-9])[0-9]{17}[0-9Xx](?![0-9Xx])/;
