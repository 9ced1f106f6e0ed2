/** A point of a drawing, in the drawing field's pixels. */
export type Point = readonly [x: number, y: number];
/** What somebody drew: strokes of points, in the order in which they were drawn. */
export type Drawing = readonly (readonly Point[])[];

/** Why a drawing is not accepted as a signature, as a problem code. */
export const signatureFaults = [
  "signatureTooLarge",
  "signatureBlank",
  "signatureDot",
  "signatureTaps",
  "signatureSmall",
  "signatureLine",
  "signatureWave",
  "signatureCircle",
] as const;
export type SignatureFault = (typeof signatureFaults)[number];

/** The largest size of a drawn signature, in bytes of JSON. */
export const strokesBytesMax = 20_000;
